export { renderGfm } from '../../../sandbox/src/browser/gfm.js';

/** Names of all elements in the HTML, in order of appearance. */
export function elements(html: string): string[] {
  return [...html.matchAll(/<([a-z][a-z0-9]*)[\s>/]/gi)].map((match) => String(match[1]).toLowerCase());
}

/** Text of a table's cells by rows, references decoded, for comparing structure and content. */
export function cells(html: string): string[][] {
  return [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map((row) =>
    [...String(row[1]).matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map((cell) => textOf(String(cell[1]))),
  );
}

/** Text of HTML without elements, references decoded. */
export function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}
