import { access, lstat, readlink, realpath } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import type { CommandContext } from '../command.js';

/**
 * Top of the checkout of this repository: the first folder with `.git` on the way from the workspace of the job to the
 * configuration file. Without one (an archive) it is the workspace.
 */
export async function checkoutFolder({
  env,
  cwd,
  configPath,
}: Pick<CommandContext, 'env' | 'cwd' | 'configPath'>): Promise<string> {
  const workspace = resolve(env.GITHUB_WORKSPACE || cwd);
  const names = relative(workspace, resolve(cwd, configPath)).split(sep).slice(0, -1);
  for (let folder = workspace; ; folder = join(folder, names.shift() ?? '')) {
    const isTop = await access(join(folder, '.git')).then(
      () => true,
      () => false,
    );
    if (isTop) return folder;
    if (names.length === 0 || names[0] === '..') return workspace;
  }
}

/** A path, relative to the working folder, as GitHub names it: relative to the top of the checkout. */
export function inRepository(folder: string, cwd: string, path: string): string {
  return relative(folder, resolve(cwd, path));
}

/** More links on the way to one file are a circle, as for the kernel. */
const MAX_LINKS = 40;

/**
 * All paths of the repository that decide which file a path leads to: the links on the way, and the file itself. Undefined
 * if it leads out of the repository, into another one, or nowhere.
 * @param folder top of the checkout
 * @param path relative to it
 */
export async function pathsBehind(folder: string, path: string): Promise<readonly string[] | undefined> {
  const top = await realpath(folder).catch(() => folder);
  const found: string[] = [];
  let here = '';
  let rest = parts(path);
  for (let next = rest.shift(); next !== undefined; next = rest.shift()) {
    if (next === '..') {
      if (here === '') return undefined;
      here = parts(here).slice(0, -1).join('/');
      continue;
    }
    here = here === '' ? next : `${here}/${next}`;
    const kind = await lstat(join(top, here)).catch(() => undefined);
    if (kind === undefined) return undefined;
    if (kind.isSymbolicLink()) {
      found.push(here);
      if (found.length > MAX_LINKS) return undefined;
      const target = await readlink(join(top, here));
      here = target.startsWith('/') ? '' : parts(here).slice(0, -1).join('/');
      rest = [...parts(target.startsWith('/') ? relative(top, target) : target), ...rest];
    } else if (kind.isDirectory() && (await isOtherRepository(join(top, here)))) {
      return undefined;
    }
  }
  return [...found, here];
}

/** Whether a folder is a checkout of its own. A submodule has a file `.git`, and its commit is in this repository. */
async function isOtherRepository(folder: string): Promise<boolean> {
  return lstat(join(folder, '.git')).then(
    (kind) => !kind.isFile(),
    () => false,
  );
}

function parts(path: string): string[] {
  return path.split(/[\\/]/).filter((part) => part !== '' && part !== '.');
}
