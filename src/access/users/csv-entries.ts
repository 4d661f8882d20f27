import { type Diagnostic, orderFindings } from '../../config/diagnostic.js';
import { type LocateRange, rangeLocator } from '../../config/location.js';
import { didYouMean, suggest } from '../../config/suggest.js';
import { quoted } from '../../config/text.js';
import type { CsvColumns } from '../../config/users-sources.js';
import type { SourceFile } from '../../config/yaml/source.js';
import { type Cell, columnName, readCsv } from './csv.js';

/** One row with somebody in it, its texts as written and unchecked. */
export interface CsvEntry {
  /** Empty text where the row has none. */
  readonly email: Cell;
  readonly until?: Cell;
  readonly groups: readonly Cell[];
  readonly note?: Cell;
}

/** The rows of a users file, and how to point at their cells in later findings. */
export interface CsvEntries {
  /** Empty where the header is wrong; rows with a fault of their own are left out. */
  readonly entries: readonly CsvEntry[];
  readonly diagnostics: readonly Diagnostic[];
  /** Takes the offsets of a cell. */
  readonly place: LocateRange;
}

type Field = keyof CsvColumns;
type CsvRule = ReturnType<typeof readCsv>['faults'][number]['rule'] | 'too-large';
type Fail = (range: { readonly start: number; readonly end: number }, rule: CsvRule, ...words: Words) => void;
type Words = [message: string, hint: string, absent?: boolean];

/** As many as a list of people in YAML has. */
const MAX_LINES = 20_000;
const FIELDS: readonly Field[] = ['email', 'groups', 'until', 'note'];

/** Reads a users file in CSV: columns by their header, groups parted, all else as text. Never throws, whatever the text. */
export function csvEntries(file: SourceFile, columns?: CsvColumns): CsvEntries {
  // Editors hide the byte order mark, so columns must not count it.
  const text = file.text.startsWith('\uFEFF') ? file.text.slice(1) : file.text;
  // Editors show a line end of old Macs as one; as long as a line feed, it moves no offset.
  const place = rangeLocator(file.path, text.replace(/\r(?!\n)/g, '\n'));
  const diagnostics: Diagnostic[] = [];
  const fail: Fail = ({ start, end }, rule, message, hint, absent = false) => {
    const more = { severity: 'error', rule, message, hint, ...(absent ? { absent } : {}) } as const;
    diagnostics.push({ ...place(start, end), ...more });
  };
  if (tooManyLines(text)) {
    fail({ start: 0, end: 1 }, 'too-large', `The file has more than ${MAX_LINES} lines.`, 'Split it.', true);
    return { entries: [], diagnostics, place };
  }
  const table = readCsv(text, columns?.email ?? 'email');
  for (const fault of table.faults) fail(fault, fault.rule, fault.message, fault.hint, fault.rule === 'empty-file');
  const found = table.header.length === 0 ? undefined : findColumns(table.header, columns, fail);
  const entries = found === undefined ? [] : table.rows.flatMap((row) => entryOf(row, found));
  return { entries, diagnostics: orderFindings(diagnostics), place };
}

/** Index of the column of each field; undefined where the header is wrong. */
function findColumns(
  header: readonly Cell[],
  columns: CsvColumns | undefined,
  fail: Fail,
): ReadonlyMap<Field, number> | undefined {
  const names = header.map(({ text }) => columnName(text));
  const wanted = new Map(FIELDS.map((field) => [field, columns?.[field] ?? field]));
  const found = new Map<Field, number>();
  let sound = true;
  const wrong: Fail = (...words) => {
    sound = false;
    fail(...words);
  };
  for (const [field, name] of wanted) {
    const index = names.indexOf(columnName(name));
    if (index !== -1) found.set(field, index);
    else if (columns?.[field] !== undefined) missing(header, field, name, wrong);
  }
  if (columns === undefined) typos(header, found, wrong);
  const admin = names.indexOf('admin');
  if (admin !== -1 && ![...found.values()].includes(admin)) {
    wrong(
      header[admin] ?? whole(header),
      'csv-column',
      'Administrators cannot be listed in CSV.',
      'Remove the column, and list them in a YAML file, where each line is reviewed.',
    );
  }
  if (sound && !found.has('email')) missing(header, 'email', 'email', wrong);
  return sound ? found : undefined;
}

function missing(header: readonly Cell[], field: Field, name: string, fail: Fail): void {
  const texts = header.map(({ text }) => text).filter((text) => text !== '');
  const list = `${texts
    .slice(0, 12)
    .map((text) => quoted(text))
    .join(', ')}${texts.length > 12 ? ', …' : ''}`;
  const message = `The header has no column ${quoted(name)}.${didYouMean(name, texts)}`;
  const noHeader = texts.some((text) => text.includes('@'));
  const hint = noHeader
    ? `Put a line above the first person that names the columns, such as: email`
    : `Its columns: ${list}. Rename one, or name it in the configuration: columns: {${field}: HEADER}`;
  fail(whole(header), 'csv-column', message, hint, true);
}

/** A column that is meant and misspelt would be left out in silence, and a date of its with it. */
function typos(header: readonly Cell[], found: ReadonlyMap<Field, number>, fail: Fail): void {
  const open = FIELDS.filter((field) => !found.has(field));
  const taken = new Set(found.values());
  for (const [index, cell] of header.entries()) {
    const field = taken.has(index) ? undefined : suggest(cell.text, open);
    if (field === undefined) continue;
    const message = `The column ${quoted(cell.text)} is not known here. Did you mean "${field}"?`;
    const hint = `Rename it, or say which column is which in the configuration, such as: columns: {email: "E-Mail"}`;
    fail(cell, 'csv-column', message, hint);
  }
}

function whole(header: readonly Cell[]): { start: number; end: number } {
  return { start: header[0]?.start ?? 0, end: header.at(-1)?.end ?? 1 };
}

/** Nothing for a row without a text: spreadsheets leave such rows below a table. */
function entryOf(row: readonly Cell[], found: ReadonlyMap<Field, number>): readonly CsvEntry[] {
  if (row.every(({ text }) => text === '')) return [];
  const cell = (field: Field): Cell | undefined => row[found.get(field) ?? -1];
  const [email, until, note] = [cell('email'), cell('until'), cell('note')];
  if (email === undefined) return [];
  return [
    {
      email,
      groups: parts(cell('groups')),
      ...(until === undefined || until.text === '' ? {} : { until }),
      ...(note === undefined || note.text === '' ? {} : { note }),
    },
  ];
}

/** Groups of one cell, each with its own place; in a cell with doubled quotation marks offsets differ, so it stands for all. */
function parts(cell: Cell | undefined): readonly Cell[] {
  if (cell === undefined) return [];
  const { text, start, end } = cell;
  const quotes = end - start - text.length;
  const shift = quotes === 0 ? start : start + 1;
  return [...text.matchAll(/[^\s,;]+/g)].map(({ 0: name, index }) => {
    if (quotes !== 0 && quotes !== 2) return { ...cell, text: name };
    return { text: name, start: shift + index, end: shift + index + name.length };
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
