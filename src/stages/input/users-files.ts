import { readdir } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import type { UsersFile } from '../../access/users/entries.js';
import { isGlob, parseRemoteFileName, type UsersSource } from '../../config/users-sources.js';
import type { FileReader, ReadFile } from './file-reader.js';
import { NO_MATCH, pathMatcher, readGlob } from './globs.js';

/** Most folders and files below a glob that are looked at: the tree of any repository of this kind is smaller. */
const MAX_ENTRIES = 50_000;

/**
 * The users files that the configuration names, globs expanded and sorted by path; each file once.
 * @param readRemote reads the files of an entry in another repository; without it these entries are skipped
 */
export async function readUsersFiles(
  reader: FileReader,
  sources: readonly UsersSource[],
  readRemote: (source: UsersSource) => Promise<readonly ReadFile[]> = async () => [],
): Promise<UsersFile[]> {
  const files = new Map<string, UsersFile>();
  for (const source of sources) {
    const found = source.remote === undefined ? await readHere(reader, source) : await readRemote(source);
    for (const file of found) {
      if (!files.has(file.path)) files.set(file.path, { ...file, columns: source.columns });
    }
  }
  return [...files.values()];
}

async function readHere(reader: FileReader, source: UsersSource): Promise<ReadFile[]> {
  const paths = isGlob(source.path) ? await expand(reader, source) : [source.path];
  const files: ReadFile[] = [];
  for (const path of paths) {
    const file = await reader.named({ path, location: source.location });
    if (file !== undefined) files.push(file);
  }
  return files;
}

async function expand(reader: FileReader, { path, location }: UsersSource): Promise<string[]> {
  const glob = await readGlob(path);
  if (glob === undefined) return [];
  const folder = dirname(location.file);
  if (!(await reader.mayRead(join(folder, glob.base)))) {
    reader.outside({ path, location });
    return [];
  }
  const found = await matchingFiles(resolve(reader.cwd, folder), path);
  if (found.length === 0) {
    reader.report(location, 'file-missing', `No file matches "${path}".`, { hint: NO_MATCH });
  }
  return found;
}

/** Files that a glob names, sorted, by their paths from the folder that it is relative to. */
export async function matchingFiles(folder: string, pattern: string): Promise<string[]> {
  const glob = await readGlob(pattern);
  if (glob === undefined) return [];
  const found = (await filesBelow(join(folder, glob.base))).filter((name) => glob.matches(name)).sort();
  return found.map((name) => join(glob.base, name));
}

/** Paths of all files below a folder, relative to it; what starts with a dot is left out, as in a shell. */
async function filesBelow(folder: string): Promise<string[]> {
  const files: string[] = [];
  const folders = [folder];
  for (let here = folders.pop(), seen = 0; here !== undefined && seen < MAX_ENTRIES; here = folders.pop()) {
    const entries = await readdir(here, { withFileTypes: true }).catch(() => []);
    seen += entries.length;
    for (const entry of entries) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const path = join(here, entry.name);
      // Links are not followed into folders: they could go in circles.
      if (entry.isDirectory()) folders.push(path);
      else files.push(relative(folder, path));
    }
  }
  return files;
}

/**
 * Finds whether a path of access.files names a users file. A file of another repository is named together with it, and
 * by no path or glob without: what is granted to files here is not granted to files that others review.
 * @param folder of the file that has access.files
 */
export async function rightsMatcher(
  patterns: readonly string[],
  folder: string,
): Promise<(pattern: string, file: string) => boolean> {
  const matches = await pathMatcher(patterns.map((pattern) => parseRemoteFileName(pattern)?.path ?? pattern));
  return (pattern, file) => {
    const [named, other] = [parseRemoteFileName(pattern), parseRemoteFileName(file)];
    if (named === undefined || other === undefined) return named === other && matches(pattern, relative(folder, file));
    return named.repository.toLowerCase() === other.repository.toLowerCase() && matches(named.path, other.path);
  };
}
