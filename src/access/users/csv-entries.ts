import { type Diagnostic, orderFindings } from '../../config/diagnostic.js';
import { type LocateRange, rangeLocator } from '../../config/location.js';
import { didYouMean, suggest } from '../../config/suggest.js';
import { quoted } from '../../config/text.js';
import type { CsvColumns } from '../../config/users-sources.js';
import type { SourceFile } from '../../config/yaml/source.js';
import { type Cell, columnName, readCsv } from './csv.js';

/** One row that lists a person. The texts are as written and unchecked. */
export interface CsvEntry {
  readonly email: Cell;
  readonly until?: Cell;
  readonly groups: readonly CsvGroup[];
  readonly note?: Cell;
}

/** One group of a cell, and the text of the whole cell. */
export interface CsvGroup extends Cell {
  readonly cell: string;
}

/** The rows of a users file, and a way to locate their cells in later findings. */
export interface CsvEntries {
  /** Empty if the header is wrong. A row with a fault or without an address is left out. */
  readonly entries: readonly CsvEntry[];
  readonly diagnostics: readonly Diagnostic[];
  /** Turns the offsets of a cell into a location. */
  readonly locate: LocateRange;
}

type Field = keyof CsvColumns;
type CsvRule = ReturnType<typeof readCsv>['faults'][number]['rule'] | 'too-large';
type Fail = (range: { readonly start: number; readonly end: number }, rule: CsvRule, ...texts: FaultTexts) => void;
type FaultTexts = [message: string, hint: string, absent?: boolean];

/** The same limit as for a list of people in YAML. */
const MAX_LINES = 20_000;
// The hub's list is one object of the cluster, of at most a mebibyte; an entry takes some 60 bytes.
const TOO_MANY =
  'One hub takes some 15,000 people by name, in however many files. For more, list their domain or a Google group, or leave rows out that are no people.';
const FIELDS: readonly Field[] = ['email', 'groups', 'until', 'note'];

/** Reads a users file in CSV. Columns are found by their header, and a groups cell is split. Never throws. */
export function csvEntries(file: SourceFile, columns?: CsvColumns): CsvEntries {
  // Editors hide the byte order mark, so column numbers must not count it.
  const text = file.text.startsWith('\uFEFF') ? file.text.slice(1) : file.text;
  // Editors show a lone carriage return as a line end. Replacing one character by one keeps all offsets.
  const locate = rangeLocator(file.path, text.replace(/\r(?!\n)/g, '\n'));
  const diagnostics: Diagnostic[] = [];
  const fail: Fail = ({ start, end }, rule, message, hint, absent = false) => {
    const more = { severity: 'error', rule, message, hint, ...(absent ? { absent } : {}) } as const;
    diagnostics.push({ ...locate(start, end), ...more });
  };
  if (tooManyLines(text)) {
    fail({ start: 0, end: 1 }, 'too-large', `The file has more than ${MAX_LINES} lines.`, TOO_MANY, true);
    return { entries: [], diagnostics, locate };
  }
  const table = readCsv(text, columns?.email ?? 'email');
  for (const fault of table.faults) fail(fault, fault.rule, fault.message, fault.hint, fault.rule === 'empty-file');
  const found = table.header.length === 0 ? undefined : findColumns(table.header, columns, fail);
  const all = found === undefined ? [] : table.rows.flatMap((row) => entryOf(row, found));
  const entries = all.filter(({ email }) => email.text !== '');
  const without = all.filter(({ email }) => email.text === '');
  if (without[0] !== undefined) {
    // An export of a course has rows for points and for a test student.
    const { email } = without[0];
    const rows =
      without.length === 1
        ? '1 row has no e-mail address and is'
        : `${without.length} rows have no e-mail address and are`;
    diagnostics.push({
      ...locate(email.start, email.end),
      severity: 'note',
      rule: 'csv-no-address',
      message: `${rows} left out.`,
      hint: 'Write an address in the row if it is one of a person.',
    });
  }
  return { entries, diagnostics: orderFindings(diagnostics), locate };
}

/** Column index of each field; undefined if the header is wrong. */
function findColumns(
  header: readonly Cell[],
  columns: CsvColumns | undefined,
  fail: Fail,
): ReadonlyMap<Field, number> | undefined {
  const names = header.map(({ text }) => columnName(text));
  const expected = new Map(FIELDS.map((field) => [field, columns?.[field] ?? field]));
  const found = new Map<Field, number>();
  let isValid = true;
  const failHeader: Fail = (...fault) => {
    isValid = false;
    fail(...fault);
  };
  for (const [field, name] of expected) {
    const index = names.indexOf(columnName(name));
    if (index !== -1) found.set(field, index);
    else if (columns?.[field] !== undefined) reportMissing(header, field, name, failHeader);
  }
  if (columns === undefined) reportTypos(header, found, failHeader);
  const admin = names.indexOf('admin');
  if (admin !== -1 && ![...found.values()].includes(admin)) {
    failHeader(
      header[admin] ?? wholeHeader(header),
      'csv-column',
      'Administrators cannot be listed in CSV.',
      'Remove the column, and list administrators in a YAML file, where each line is reviewed.',
    );
  }
  if (isValid && !found.has('email')) reportMissing(header, 'email', 'email', failHeader);
  return isValid ? found : undefined;
}

function reportMissing(header: readonly Cell[], field: Field, name: string, fail: Fail): void {
  const texts = header.map(({ text }) => text).filter((text) => text !== '');
  const list = `${texts
    .slice(0, 12)
    .map((text) => quoted(text))
    .join(', ')}${texts.length > 12 ? ', …' : ''}`;
  const message = `The header has no column ${quoted(name)}.${didYouMean(name, texts)}`;
  const hasNoHeader = texts.some((text) => text.includes('@'));
  const hint = hasNoHeader
    ? `Add a first line that names the columns, such as: email`
    : `Its columns: ${list}. Rename one, or name it in the configuration: columns: {${field}: HEADER}`;
  fail(wholeHeader(header), 'csv-column', message, hint, true);
}

/** A misspelt column would be ignored silently, and its end dates with it. */
function reportTypos(header: readonly Cell[], found: ReadonlyMap<Field, number>, fail: Fail): void {
  const open = FIELDS.filter((field) => !found.has(field));
  const taken = new Set(found.values());
  for (const [index, cell] of header.entries()) {
    const field = taken.has(index) ? undefined : suggest(cell.text, open);
    if (field === undefined) continue;
    const message = `Unknown column ${quoted(cell.text)}. Did you mean "${field}"?`;
    const hint = `Rename it, or say which column is which in the configuration, such as: columns: {email: "E-Mail"}`;
    fail(cell, 'csv-column', message, hint);
  }
}

function wholeHeader(header: readonly Cell[]): { start: number; end: number } {
  return { start: header[0]?.start ?? 0, end: header.at(-1)?.end ?? 1 };
}

/** Empty for a row without text: spreadsheets leave such rows below a table. */
function entryOf(row: readonly Cell[], found: ReadonlyMap<Field, number>): readonly CsvEntry[] {
  if (row.every(({ text }) => text === '')) return [];
  const cell = (field: Field): Cell | undefined => row[found.get(field) ?? -1];
  const [email, until, note] = [cell('email'), cell('until'), cell('note')];
  if (email === undefined) return [];
  return [
    {
      email,
      groups: splitGroups(cell('groups')),
      ...(until === undefined || until.text === '' ? {} : { until }),
      ...(note === undefined || note.text === '' ? {} : { note }),
    },
  ];
}

/** Groups of one cell, each with its own offsets. Doubled quotation marks shift offsets; then the whole cell is the place. */
function splitGroups(cell: Cell | undefined): readonly CsvGroup[] {
  if (cell === undefined) return [];
  const { text, start, end } = cell;
  const quotes = end - start - text.length;
  const shift = quotes === 0 ? start : start + 1;
  return [...text.matchAll(/[^\s,;]+/g)].map(({ 0: name, index }) => {
    if (quotes !== 0 && quotes !== 2) return { ...cell, text: name, cell: text };
    return { text: name, start: shift + index, end: shift + index + name.length, cell: text };
  });
}

function tooManyLines(text: string): boolean {
  let lines = 0;
  // A carriage return ends a line too, alone or before a line feed.
  for (const _end of text.matchAll(/\r\n|\r|\n/g)) {
    lines += 1;
    if (lines > MAX_LINES) return true;
  }
  return false;
}
