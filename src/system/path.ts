import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, isAbsolute, join, resolve, sep } from 'node:path';

/** PATH for this process and all that it starts, and the entries that were taken out of it. */
export interface SafePath {
  readonly path: string;
  readonly removed: readonly string[];
}

const DEFAULT = ['/usr/bin', '/bin'].join(delimiter);

/**
 * PATH without folders of the checkout, in which a pull request could put a program of any name. Relative entries are
 * taken out too, since they lead there.
 */
export function safePath(env: NodeJS.ProcessEnv, cwd: string): SafePath {
  const entries = (env.PATH ?? '').split(delimiter);
  const checkouts = [env.GITHUB_WORKSPACE, repositoryAround(cwd)].flatMap((folder) =>
    folder === undefined || folder === '' || resolve(folder) === resolve('/') ? [] : [resolve(folder), real(folder)],
  );
  const isKept = (entry: string): boolean =>
    isAbsolute(entry) &&
    // By its name as well: what is a link outside today could be a folder of the checkout later in the run.
    ![resolve(entry), real(entry)].some((path) => checkouts.some((folder) => isInside(path, folder)));
  // An empty PATH would mean the working folder.
  const path = entries.filter(isKept).join(delimiter) || DEFAULT;
  return { path, removed: entries.filter((entry) => !isKept(entry)) };
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}${sep}`);
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path); // not there yet
  }
}

/** The nearest folder that holds `.git`. A folder outside of a repository is no checkout: it may be somebody's home. */
function repositoryAround(cwd: string): string | undefined {
  for (let folder = real(cwd); ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}
