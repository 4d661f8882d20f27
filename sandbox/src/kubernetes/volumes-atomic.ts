import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cleanSubPath } from './pod-paths.js';

/** A file of a volume. */
export interface VolumeFile {
  readonly data: Buffer;
  readonly mode: number;
}

/**
 * Brings the files of a volume up to date in one step: readers see all old files or all new ones, never a mixture. As on a
 * real node the files lie in a folder of their own, `..data` is a link to it that is replaced by a rename, and each file's
 * name is a link through `..data`. Returns false where nothing had changed.
 */
export async function writeAtomically(folder: string, files: ReadonlyMap<string, VolumeFile>): Promise<boolean> {
  const wanted = new Map([...files].map(([path, file]) => [checked(path), file]));
  await mkdir(folder, { recursive: true });
  const link = join(folder, '..data');
  const old = await readlink(link).catch(() => undefined);
  if (old !== undefined && (await sameFiles(join(folder, old), wanted))) return false;

  const fresh = await mkdtemp(join(folder, `..${new Date().toISOString().replace(/[-:T]/g, '_').slice(0, 19)}.`));
  await chmod(fresh, 0o755);
  for (const [path, file] of wanted) {
    await mkdir(dirname(join(fresh, path)), { recursive: true });
    await writeFile(join(fresh, path), file.data);
    await chmod(join(fresh, path), file.mode);
  }
  await symlink(fresh.slice(folder.length + 1), join(folder, '..data_tmp'));
  await rename(join(folder, '..data_tmp'), link);

  const names = new Set([...wanted.keys()].map((path) => path.split('/')[0] ?? path));
  for (const name of names) {
    const target = join('..data', name);
    if ((await readlink(join(folder, name)).catch(() => undefined)) !== target) {
      await rm(join(folder, name), { force: true, recursive: true });
      await symlink(target, join(folder, name));
    }
  }
  for (const name of await readdir(folder)) {
    if (!name.startsWith('..') && !names.has(name)) await rm(join(folder, name), { force: true, recursive: true });
  }
  if (old !== undefined) await rm(join(folder, old), { force: true, recursive: true });
  return true;
}

function checked(path: string): string {
  const clean = cleanSubPath(path);
  if (clean === '' || clean.startsWith('..')) throw new Error(`${JSON.stringify(path)} cannot be a file of a volume`);
  return clean;
}

async function sameFiles(folder: string, wanted: ReadonlyMap<string, VolumeFile>): Promise<boolean> {
  let count = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])) {
    if (entry.isFile()) count += 1;
  }
  if (count !== wanted.size) return false;
  for (const [path, file] of wanted) {
    const place = join(folder, path);
    const [content, status] = await Promise.all([
      readFile(place).catch(() => undefined),
      lstat(place).catch(() => undefined),
    ]);
    if (content === undefined || !content.equals(file.data) || ((status?.mode ?? 0) & 0o777) !== file.mode)
      return false;
  }
  return true;
}
