import { join } from 'node:path';
import { globFault, isGlob } from '../../config/users-sources.js';

/** Why a user is told that a glob names no file. */
export const NO_MATCH = 'Correct the pattern: a pattern that matches no file grants access to nobody.';

/** A glob as all readers understand it: this file alone asks picomatch, which is loaded for globs only. */
export interface Glob {
  /** Folder from which the files are looked for, and the rest of the pattern below it. */
  readonly base: string;
  readonly rest: string;
  /** Whether a path below the folder matches. */
  readonly matches: (path: string) => boolean;
}

/** Reads a glob; undefined for one that cannot be used, for which the rules have a finding. */
export async function readGlob(pattern: string): Promise<Glob | undefined> {
  if (globFault(pattern) !== undefined) return undefined;
  const { default: picomatch } = await import('picomatch');
  const { base, glob } = picomatch.scan(pattern);
  // Brackets have no meaning in a pattern, so that it says what it says in a shell.
  return { base, rest: glob, matches: picomatch(glob, { noextglob: true }) };
}

/** Finds which of several paths and globs a path matches. A glob is read once, and one that cannot be used matches nothing. */
export async function pathMatcher(patterns: readonly string[]): Promise<(pattern: string, path: string) => boolean> {
  const plain = (text: string): string => join('.', text);
  const globs = new Map<string, Glob>();
  for (const pattern of new Set(patterns.filter(isGlob))) {
    const glob = await readGlob(plain(pattern));
    if (glob !== undefined) globs.set(pattern, glob);
  }
  return (pattern, path) => {
    if (plain(pattern) === plain(path)) return true;
    const glob = globs.get(pattern);
    if (glob === undefined) return false;
    const top = glob.base === '' ? '' : `${glob.base}/`;
    return plain(path).startsWith(top) && glob.matches(plain(path).slice(top.length));
  };
}
