import { quoted } from '../../config/text.js';

/** A cell of the table. */
export interface Cell {
  /** Without quotes and outer spaces. */
  readonly text: string;
  /** Offsets in the file's text, quotes included. */
  readonly start: number;
  readonly end: number;
}

/** What is wrong with the text as a table. */
export interface CsvFault {
  readonly rule: 'csv-syntax' | 'csv-column' | 'control-character' | 'empty-file';
  readonly message: string;
  readonly hint: string;
  readonly start: number;
  readonly end: number;
}

/** A table. Each row has as many cells as the header; a row with a fault is left out. */
export interface CsvTable {
  readonly header: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
  readonly faults: readonly CsvFault[];
}

/** A record of the text. */
interface CsvLine {
  /** Up to the limit of columns. */
  readonly cells: readonly Cell[];
  /** Number of cells, also those over the limit. */
  readonly count: number;
  /** Offset after the line's end. */
  readonly next: number;
  /** The first fault of the record. */
  readonly fault: CsvFault | undefined;
}

const DELIMITERS = [',', ';', '\t'] as const;
const MAX_COLUMNS = 500;
/** Lines below the first that are looked at for the header. */
const TITLE_LINES = 5;
/** Reading stops here: nobody reads more faults, and a binary file has one in each line. */
const MAX_FAULTS = 100;
// As in YAML, the only control characters allowed are tab, line feed and carriage return.
const CONTROL = /[^\t\n\r\u0020-\u007E\u0080-\uFFFF]/;
const QUOTES = 'Close the quotation mark. Inside a quoted cell write it twice.';

/**
 * Reads RFC 4180 text with commas, semicolons or tabs. The delimiter is the one that gives the header the expected column.
 * @param text without a byte order mark
 */
export function readCsv(text: string, expectedColumn: string): CsvTable {
  const control = CONTROL.exec(text);
  if (control !== null) return brokenTable(controlFault(text, control.index));
  // Excel names the delimiter in a line before the header.
  const [mark = '', named] = /^"?sep=([,;\t])"?(?:\r\n|\r|\n)/i.exec(text) ?? [];
  const start = mark.length;
  const delimiter = named ?? findDelimiter(text, start, columnName(expectedColumn));
  const head = nextLine(text, start, delimiter, MAX_COLUMNS);
  if (head === undefined) {
    const hint = 'Start with a line that names the columns, such as: email,groups,until';
    return brokenTable({ rule: 'empty-file', message: 'The file has no content.', hint, start: 0, end: 1 });
  }
  const fault = titleFault(text, head, expectedColumn) ?? head.fault ?? headerFault(head);
  if (fault !== undefined) return brokenTable(fault);
  const rows: (readonly Cell[])[] = [];
  const faults: CsvFault[] = [];
  for (let from = head.next; faults.length < MAX_FAULTS; ) {
    const line = nextLine(text, from, delimiter, head.count);
    if (line === undefined) break;
    const rowFault = line.fault ?? countFault(line, head.count);
    if (rowFault === undefined) rows.push(line.cells);
    else faults.push(rowFault);
    from = line.next;
  }
  return { header: head.cells, rows, faults };
}

/** Comparable name of a column: without outer spaces, in lower case, Unicode-normalised. */
export function columnName(text: string): string {
  return text.trim().toLowerCase().normalize('NFC');
}

function brokenTable(fault: CsvFault): CsvTable {
  return { header: [], rows: [], faults: [fault] };
}

function controlFault(text: string, offset: number): CsvFault {
  const code = text.charCodeAt(offset).toString(16).toUpperCase().padStart(4, '0');
  const message = `The file contains the control character U+${code}.`;
  const hint = 'Remove it; most editors hide it. Export a spreadsheet as "CSV UTF-8".';
  return { rule: 'control-character', message, hint, start: offset, end: offset + 1 };
}

function headerFault({ cells, count }: CsvLine): CsvFault | undefined {
  const all = { start: cells[0]?.start ?? 0, end: cells.at(-1)?.end ?? 1 };
  if (count > MAX_COLUMNS) {
    const message = `The header has ${count} columns; the limit is ${MAX_COLUMNS}.`;
    return { rule: 'csv-column', message, hint: 'Remove columns that are not needed.', ...all };
  }
  if (cells.every(({ text }) => text === '')) {
    const hint = 'Name the columns in the first line, such as: email,groups,until';
    return { rule: 'csv-column', message: 'The header names no column.', hint, ...all };
  }
  const seen = new Set<string>();
  for (const { text, start, end } of cells) {
    const name = columnName(text);
    if (name !== '' && seen.has(name)) {
      const message = `The header has the column ${quoted(text)} twice.`;
      return { rule: 'csv-column', message, hint: 'Keep or rename one of the two.', start, end };
    }
    seen.add(name);
  }
  return undefined;
}

function countFault({ cells, count }: CsvLine, expected: number): CsvFault | undefined {
  if (count === expected) return undefined;
  const message = `The row has ${count} ${count === 1 ? 'cell' : 'cells'}, but the header has ${expected}.`;
  const hint =
    count > expected
      ? 'Put quotation marks around a cell that contains the delimiter.'
      : 'Give the row a cell for each column; it may be empty.';
  return { rule: 'csv-syntax', message, hint, start: cells[0]?.start ?? 0, end: cells.at(-1)?.end ?? 1 };
}

/** Some exports have a title above the header. Then the fault names the line of the header. */
function titleFault(text: string, head: CsvLine, expectedColumn: string): CsvFault | undefined {
  const expected = columnName(expectedColumn);
  const hasColumn = (line: CsvLine): boolean => line.cells.some((cell) => columnName(cell.text) === expected);
  if (hasColumn(head)) return undefined;
  let from = head.next;
  for (let looked = 0; looked < TITLE_LINES; looked += 1) {
    const lines = DELIMITERS.flatMap((delimiter) => nextLine(text, from, delimiter, MAX_COLUMNS) ?? []);
    const [first] = lines;
    if (first === undefined) return undefined;
    const header = lines.find(hasColumn);
    const start = header?.cells[0]?.start;
    if (start === undefined) {
      from = first.next;
      continue;
    }
    const line = text.slice(0, start).split(/\r\n|\r|\n/).length;
    const message = `The header has no column ${quoted(expectedColumn)}, but line ${line} has it.`;
    const hint = `Remove everything above line ${line}: the first line must name the columns.`;
    return { rule: 'csv-column', message, hint, start: head.cells[0]?.start ?? 0, end: head.cells.at(-1)?.end ?? 1 };
  }
  return undefined;
}

/** The delimiter that gives the header the expected column. If several or none do, the one that gives most cells. */
function findDelimiter(text: string, start: number, expectedColumn: string): string {
  let best = ',';
  let most = -1;
  for (const delimiter of DELIMITERS) {
    const line = nextLine(text, start, delimiter, MAX_COLUMNS);
    const isValid = line !== undefined && line.fault === undefined;
    const hasColumn = isValid && line.cells.some((cell) => columnName(cell.text) === expectedColumn);
    const score = (line?.count ?? 0) + (hasColumn ? text.length + 1 : 0);
    if (score > most) {
      best = delimiter;
      most = score;
    }
  }
  return best;
}

/** The next line that is not blank; undefined at the end of the text. Keeps the first `limit` cells and counts all. */
function nextLine(text: string, from: number, delimiter: string, limit: number): CsvLine | undefined {
  for (let start = from; start < text.length; ) {
    const cells: Cell[] = [];
    let count = 0;
    let fault: CsvFault | undefined;
    let cut: Cut;
    do {
      cut = cutCell(text, start, delimiter);
      count += 1;
      if (count <= limit) cells.push(cut.cell);
      fault ??= cut.fault;
      start = cut.next;
    } while (!cut.isLast);
    const isBlank = count === 1 && cut.cell.start === cut.cell.end;
    if (!isBlank) return { cells, count, next: start, fault };
  }
  return undefined;
}

interface Cut {
  readonly cell: Cell;
  readonly fault: CsvFault | undefined;
  /** True when a line or the text ends after it. */
  readonly isLast: boolean;
  /** Offset after the delimiter or line end. */
  readonly next: number;
}

function cutCell(text: string, from: number, delimiter: string): Cut {
  const start = skipSpaces(text, from, delimiter);
  const inQuotes = text[start] === '"' ? cutQuoted(text, start) : undefined;
  const rest = inQuotes === undefined ? start : skipSpaces(text, inQuotes.cell.end, delimiter);
  let end = rest;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1;
  const isLast = text[end] !== delimiter;
  const next = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1);
  if (inQuotes !== undefined) {
    const more = { rule: 'csv-syntax', message: 'Text follows a closing quotation mark.', hint: QUOTES } as const;
    const fault = inQuotes.fault ?? (end > rest ? { ...more, start: rest, end } : undefined);
    return { cell: inQuotes.cell, fault, isLast, next };
  }
  let last = end;
  while (last > start && isSpace(text[last - 1])) last -= 1;
  return { cell: { text: text.slice(start, last), start, end: last }, fault: undefined, isLast, next };
}

function cutQuoted(text: string, start: number): { cell: Cell; fault: CsvFault | undefined } {
  let close = text.indexOf('"', start + 1);
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  const end = close === -1 ? text.length : close + 1;
  const inner = text.slice(start + 1, close === -1 ? end : close).replaceAll('""', '"');
  const cell = { text: inner, start, end };
  if (close !== -1) return { cell, fault: undefined };
  const message = 'The quotation mark that opens here is never closed.';
  return { cell, fault: { rule: 'csv-syntax', message, hint: QUOTES, start, end: start + 1 } };
}

function skipSpaces(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length && text[at] !== delimiter && isSpace(text[at])) at += 1;
  return at;
}

function isSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}
