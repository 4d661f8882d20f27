import { at, type Locate, type Path } from './locate.js';
import type { Location } from './places.js';
import type { Tree } from './tree.js';

/** Headers of a CSV file by what they hold. */
export interface CsvColumns {
  readonly email?: string;
  readonly groups?: string;
  readonly until?: string;
  readonly note?: string;
}

/** An entry of `users`: a path or glob, as it is written, and its place. */
export interface UsersSource {
  readonly path: string;
  readonly location: Location;
  readonly columns: CsvColumns | undefined;
  /** True where the file lies in another repository, which is not read without a network. */
  readonly elsewhere: boolean;
}

const COLUMNS = ['email', 'groups', 'until', 'note'] as const;

/** The entries of `users` as far as they have the right types. */
export function usersSources(tree: Tree, locate: Locate): UsersSource[] {
  const users = at(tree, ['users']);
  const entries: readonly [Path, Tree][] =
    users?.items === undefined
      ? users === undefined
        ? []
        : [[['users'], users]]
      : users.items.map((item, index) => [['users', index], item]);
  return entries.flatMap(([path, entry]) => {
    const where = entry.entries === undefined ? path : [...path, 'path'];
    const text = at(tree, where)?.value;
    if (typeof text !== 'string' || text === '') return [];
    return {
      path: text,
      location: locate(where),
      columns: columnsOf(at(entry, ['columns'])),
      elsewhere: entry.entries?.has('repository') === true,
    };
  });
}

function columnsOf(tree: Tree | undefined): CsvColumns | undefined {
  if (tree?.entries === undefined) return undefined;
  const texts = COLUMNS.flatMap((name) => {
    const value = at(tree, [name])?.value;
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  return Object.fromEntries(texts);
}

/** Whether a path is not relative to the file that names it: absolute, of a home folder, of another drive, an address. */
export function isForeign(path: string): boolean {
  return /^([/\\~]|[A-Za-z][A-Za-z0-9+.-]*:)/.test(path);
}
