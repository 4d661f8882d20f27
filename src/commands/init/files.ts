import { lstat, mkdir, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { errorMessage, ToolError } from '../../errors.js';

/** Files to write: text by path, relative to their folder. */
export type Files = ReadonlyMap<string, string>;

/**
 * Writes all files or none. If a path already exists, nothing is written and the error names every such path.
 * Returns a function that undoes it: it removes only what was created here.
 */
export async function writeFiles(folder: string, files: Files, signal: AbortSignal): Promise<() => Promise<void>> {
  await refuseObstacles(folder, files);
  const made: { readonly path: string; readonly folder: boolean }[] = [];
  const undo = async (): Promise<void> => {
    for (const { path, folder: isFolder } of made.splice(0).reverse()) {
      // A folder that is not empty stays: somebody else has put a file there.
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
      // wx: a file that appeared after the check is not overwritten either.
      await writeFile(target, '', { flag: 'wx' });
      made.push({ path: target, folder: false });
      await writeFile(target, text);
    }
  } catch (error) {
    await undo();
    if (error instanceof ToolError) throw error;
    throw new ToolError(`The files could not be written: ${errorMessage(error)}`, {
      where: folder,
      hint: 'Nothing was left behind. Fix the cause and run init again.',
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
      // A link counts as existing too: its target is outside this repository.
      if (found !== undefined && (length === parts.length || found !== 'folder')) obstacles.add(here);
    }
  }
  if (obstacles.size === 0) return;
  const names = [...obstacles];
  throw new ToolError(
    `${names.length === 1 ? 'This path already exists' : 'These paths already exist'}: ${names.join(', ')}`,
    {
      where: folder,
      hint: 'Nothing was written: init never overwrites a file. Move the files away, or name another folder with --directory.',
    },
  );
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

/** Missing folders of a path, the outermost first. */
async function missingFolders(path: string): Promise<readonly string[]> {
  const missing: string[] = [];
  for (let here = resolve(path); (await kindOf(here)) === undefined; here = dirname(here)) missing.unshift(here);
  return missing;
}
