import { type Diagnostic, orderFindings, withoutDuplicates } from '../../config/diagnostic.js';
import { createReport, type Location, type Report } from '../../config/location.js';
import { checkSchema } from '../../config/schema/check.js';
import { checkSupported } from '../../config/schema/unsupported.js';
import type { CsvColumns } from '../../config/users-sources.js';
import { locator, type Path, treeAt } from '../../config/yaml/locate.js';
import { parseSource, type SourceFile } from '../../config/yaml/source.js';
import type { Tree } from '../../config/yaml/tree.js';
import { type CsvEntry, csvEntries } from './csv-entries.js';

/** What access can be granted to: a person, a Google group, a service account, or a domain. */
export type EntryKind = 'person' | 'group' | 'serviceAccount' | 'domain';

/** A text of a file and its location. */
export interface LocatedText {
  readonly text: string;
  readonly location: Location;
  /** Of a group in a CSV file: the text of the whole cell. */
  readonly cell?: string;
}

/** One entry of a users file as it is written. Its types are right; nothing else is checked. */
export interface UsersFileEntry {
  readonly kind: EntryKind;
  readonly name: LocatedText;
  readonly admin: boolean | 'full';
  readonly groups: readonly LocatedText[];
  readonly until: LocatedText | undefined;
}

/** A users file, and what the configuration says about it. */
export interface UsersFile extends SourceFile {
  /** Headers of a CSV file by field. */
  readonly columns?: CsvColumns | undefined;
}

const LISTS: readonly (readonly [key: string, kind: EntryKind, field: string])[] = [
  ['users', 'person', 'email'],
  ['googleGroups', 'group', 'email'],
  ['serviceAccounts', 'serviceAccount', 'email'],
  ['domains', 'domain', 'domain'],
];

/**
 * Reads the entries of a users file, YAML or CSV by its file name, and passes each valid one to `check`.
 * Returns all findings.
 */
export function readEntries(file: UsersFile, check: (entry: UsersFileEntry, report: Report) => void): Diagnostic[] {
  return /\.csv$/i.test(file.path) ? fromCsv(file, check) : fromYaml(file, check);
}

function fromYaml(file: UsersFile, check: (entry: UsersFileEntry, report: Report) => void): Diagnostic[] {
  const { tree, diagnostics } = parseSource(file);
  if (tree === undefined) return orderFindings(diagnostics);
  const locate = locator(tree);
  const fromSchema: Diagnostic[] = [];
  checkSchema('users', tree, locate, createReport(fromSchema));
  if (tree.items !== undefined) {
    // A plain list of addresses, as other tools have it.
    const hint = 'Write "users:" above the list, and indent the list below it.';
    return orderFindings([...diagnostics, ...fromSchema.map((one) => ({ ...one, hint: one.hint ?? hint }))]);
  }
  const found: Diagnostic[] = [];
  const report = createReport(found);
  for (const [key, kind, field] of LISTS) {
    for (const [index, item] of (treeAt(tree, [key])?.items ?? []).entries()) {
      const path: Path = [key, index];
      const isText = item.entries === undefined;
      const text = (isText ? item : treeAt(item, [field]))?.value;
      if (typeof text !== 'string') continue;
      const name = { text, location: locate(isText ? path : [...path, field]) };
      const rest = isText ? PLAIN : restOf(item, (below) => locate([...path, ...below]));
      check({ kind, name, ...rest }, report);
    }
  }
  checkSupported('users', tree, locate, report);
  return orderFindings(withoutDuplicates(diagnostics, fromSchema, found));
}

/** What an entry has that is a name alone. */
const PLAIN = { admin: false, groups: [], until: undefined } as const;

function restOf(item: Tree, locate: (path: Path) => Location): Pick<UsersFileEntry, 'admin' | 'groups' | 'until'> {
  const admin = treeAt(item, ['admin'])?.value;
  const until = treeAt(item, ['until'])?.value;
  const groups = treeAt(item, ['groups'])?.items ?? [];
  return {
    admin: admin === true || admin === 'full' ? admin : false,
    groups: groups.flatMap(({ value }, index) =>
      typeof value === 'string' ? [{ text: value, location: locate(['groups', index]) }] : [],
    ),
    until: typeof until === 'string' ? { text: until, location: locate(['until']) } : undefined,
  };
}

function fromCsv(file: UsersFile, check: (entry: UsersFileEntry, report: Report) => void): Diagnostic[] {
  const { entries, diagnostics, locate } = csvEntries(file, file.columns);
  const found: Diagnostic[] = [];
  const report = createReport(found);
  const located = (cell: CsvEntry['email']): LocatedText => ({
    text: cell.text,
    location: locate(cell.start, cell.end),
  });
  for (const { email, groups, until } of entries) {
    check(
      {
        kind: 'person',
        name: located(email),
        admin: false,
        groups: groups.map((group) => ({
          ...located(group),
          ...(group.cell === undefined ? {} : { cell: group.cell }),
        })),
        until: until === undefined ? undefined : located(until),
      },
      report,
    );
  }
  return orderFindings([...diagnostics, ...found]);
}
