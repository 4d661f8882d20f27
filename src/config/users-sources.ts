import { posix } from 'node:path';
import type { Location } from './location.js';
import { type Locate, type Path, treeAt } from './yaml/locate.js';
import type { Tree } from './yaml/tree.js';

/** Headers of a CSV file by what they hold. */
export interface CsvColumns {
  readonly email?: string;
  readonly groups?: string;
  readonly until?: string;
  readonly note?: string;
}

/** Another repository that has users files. */
export interface RemoteRepository {
  /** `owner/name` as it is written. */
  readonly repository: string;
  /** Branch, tag or commit; undefined: its default branch. */
  readonly ref: string | undefined;
}

/** An entry of `users`: a path or glob, as it is written, and its place. */
export interface UsersSource {
  readonly path: string;
  readonly location: Location;
  readonly columns: CsvColumns | undefined;
  /** Set if the file is in another repository. Reading it takes the network. */
  readonly remote: RemoteRepository | undefined;
}

const COLUMNS = ['email', 'groups', 'until', 'note'] as const;

/** The entries of `users` as far as they have the right types. */
export function usersSources(tree: Tree, locate: Locate): UsersSource[] {
  const users = treeAt(tree, ['users']);
  const entries: readonly [Path, Tree][] =
    users?.items === undefined
      ? users === undefined
        ? []
        : [[['users'], users]]
      : users.items.map((item, index) => [['users', index], item]);
  return entries.flatMap(([path, entry]) => {
    const where = entry.entries === undefined ? path : [...path, 'path'];
    const text = treeAt(tree, where)?.value;
    if (typeof text !== 'string' || text === '') return [];
    return {
      path: text,
      location: locate(where),
      columns: columnsOf(treeAt(entry, ['columns'])),
      remote: remoteRepositoryOf(entry),
    };
  });
}

function remoteRepositoryOf(entry: Tree): RemoteRepository | undefined {
  if (entry.entries?.has('repository') !== true) return undefined;
  const ref = treeAt(entry, ['ref'])?.value;
  const repository = treeAt(entry, ['repository'])?.value;
  return {
    // Anything else has a finding, and is not read.
    repository: typeof repository === 'string' ? repository : '',
    ref: typeof ref === 'string' ? ref : undefined,
  };
}

function columnsOf(tree: Tree | undefined): CsvColumns | undefined {
  if (tree?.entries === undefined) return undefined;
  const texts = COLUMNS.flatMap((name) => {
    const value = treeAt(tree, [name])?.value;
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  return Object.fromEntries(texts);
}

/** Whether a path is not relative to the file that names it: absolute, of a home folder, of another drive, an address. */
export function isForeign(path: string): boolean {
  return /^([/\\~]|[A-Za-z][A-Za-z0-9+.-]*:)/.test(path);
}

/** A path in another repository without detours; undefined where it leads out of that repository. */
export function remotePath(path: string): string | undefined {
  const plain = posix.normalize(path);
  return isForeign(plain) || /^\.\.(\/|$)/.test(plain) ? undefined : plain;
}

/** How findings and `access.files` name a file of another repository: `owner/name:path`. */
export function remoteFileName(repository: string, path: string): string {
  return `${repository}:${path}`;
}

/** The parts of such a name; undefined for the path of a file of this repository. */
export function parseRemoteFileName(name: string): { readonly repository: string; readonly path: string } | undefined {
  const [, repository, path] = /^([A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9._-]+):(.+)$/s.exec(name) ?? [];
  return repository === undefined || path === undefined ? undefined : { repository, path };
}

/** Stars in a name, and in a pattern. The time of a match grows with the names' length to the power of their number. */
const MAX_STARS = { inName: 2, inAll: 6 } as const;
const MAX_LENGTH = 256;

/** Whether a path has a character that makes it a glob. */
export function isGlob(path: string): boolean {
  return /[*?[\]{}]/.test(path);
}

/** Why a glob cannot be used, as the end of a sentence, and the way out; undefined if it can. */
export function globFault(pattern: string): { readonly why: string; readonly hint: string } | undefined {
  if (!isGlob(pattern)) return undefined;
  if (pattern.length > MAX_LENGTH) {
    return { why: `is longer than ${MAX_LENGTH} characters`, hint: 'Shorten the pattern.' };
  }
  for (const [open, close] of ['{}', '[]'].map((pair) => [...pair])) {
    const count = (sign = ''): number => pattern.split(sign).length - 1;
    if (count(open) !== count(close)) {
      return { why: `has a ${open} or ${close} without the other`, hint: `Write both, or a name without them.` };
    }
  }
  if (/(^|\/)!/.test(pattern)) {
    return { why: 'begins a name with "!", which excludes nothing here', hint: 'Name the files that are to be read.' };
  }
  if (/[()]/.test(pattern)) return { why: 'has a round bracket', hint: 'Write {one,other} for a choice.' };
  // "**" is one wildcard, over folders.
  const stars = (text: string): number => text.match(/\*+/g)?.length ?? 0;
  if (stars(pattern) <= MAX_STARS.inAll && pattern.split('/').every((name) => stars(name) <= MAX_STARS.inName)) {
    return undefined;
  }
  return {
    why: `has more than ${MAX_STARS.inName} stars in a name, or more than ${MAX_STARS.inAll} in all`,
    hint: 'Use fewer: each one makes the search slower by a factor.',
  };
}
