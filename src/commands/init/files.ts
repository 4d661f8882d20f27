import { lstat, mkdir, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { errorMessage, ToolError } from '../../errors.js';

/** Files to write: text by path, relative to their folder. */
export type Files = ReadonlyMap<string, string>;

/**
 * Writes all files or none: where one is there already, or anything else is in the way, nothing is touched and the
 * error names all of it. Gives the way back, which removes what was made and nothing else.
 */
export async function writeFiles(folder: string, files: Files, signal: AbortSignal): Promise<() => Promise<void>> {
  await refuseObstacles(folder, files);
  const made: { readonly path: string; readonly folder: boolean }[] = [];
  const undo = async (): Promise<void> => {
    for (const { path, folder: isFolder } of made.splice(0).reverse()) {
      // A folder into which somebody else has put something stays.
      await (isFolder ? rmdir(path).catch(() => {}) : rm(path, { force: true }));
    }
  };
  try {
    for (const [path, text] of files) {
      signal.throwIfAborted();
      const target = join(folder, path);
      for (const parent of await missingFolders(dirname(target))) {
        await mkdir(parent);
        made.push({ path: parent, folder: true });
      }
      // wx: a file that has appeared since the check is not overwritten either.
      await writeFile(target, '', { flag: 'wx' });
      made.push({ path: target, folder: false });
      await writeFile(target, text);
    }
  } catch (error) {
    await undo();
    if (error instanceof ToolError) throw error;
    throw new ToolError(`The files could not be written: ${errorMessage(error)}`, {
      where: folder,
      hint: 'Nothing was left behind. Mend the cause and run init again.',
      cause: error,
    });
  }
  return undo;
}

async function refuseObstacles(folder: string, files: Files): Promise<void> {
  const obstacles = new Set<string>();
  for (const path of files.keys()) {
    const parts = path.split('/');
    for (let length = 1; length <= parts.length; length += 1) {
      const here = parts.slice(0, length).join('/');
      const found = await kindOf(join(folder, here));
      // A link is in the way as well: what lies behind it is not this repository's.
      if (found !== undefined && (length === parts.length || found !== 'folder')) obstacles.add(here);
    }
  }
  if (obstacles.size === 0) return;
  const names = [...obstacles];
  throw new ToolError(`${names.length === 1 ? 'This is' : 'These are'} there already: ${names.join(', ')}`, {
    where: folder,
    hint: 'Nothing was written; init never overwrites. Move them away, or name another folder with --directory.',
  });
}

async function kindOf(path: string): Promise<'folder' | 'other' | undefined> {
  try {
    return (await lstat(path)).isDirectory() ? 'folder' : 'other';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** Folders on the way to a path that are not there yet, the outermost first. */
async function missingFolders(path: string): Promise<readonly string[]> {
  const missing: string[] = [];
  for (let here = resolve(path); (await kindOf(here)) === undefined; here = dirname(here)) missing.unshift(here);
  return missing;
}
