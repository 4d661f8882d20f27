import { oneLine } from './markdown.js';

// What a spreadsheet takes for the start of a formula, in the wide forms of East Asian keyboards too.
const FORMULA = /^["\s]*[=+\-@＝＋－＠]/u;
// A spreadsheet that takes another delimiter than the comma cuts a cell there, quotation marks or not.
const INNER = /([,;|]["\s]*)(?=[=+\-@＝＋－＠])/gu;

/**
 * A cell that a spreadsheet shows as the text that it is: on one line, so without tabs and line ends, and with an
 * apostrophe before what starts a formula, the spreadsheets' own mark for text (owasp.org/www-community/attacks/CSV_Injection).
 */
export function csvCell(text: string): string {
  const line = oneLine(text, 1000).replace(INNER, "$1'");
  const safe = FORMULA.test(line) ? `'${line}` : line;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** Text of RFC 4180: every cell quoted, lines that end with CR LF. */
export function csvText(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, ...rows].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}
