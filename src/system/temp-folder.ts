import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

const PREFIX = 'jupyterhub-gke';
const NAME = new RegExp(`^${PREFIX}-(\\d+)-([0-9a-f]{8})-\\w{6}$`);

/** A private folder of this process, and how it is removed. */
export interface TempFolder {
  readonly path: string;
  readonly remove: () => void;
}

const own = new Set<string>();

/**
 * Makes a folder of mode 0700 for the files of a run. Its name says whose it is. So the folders of runs that were killed
 * are known, and removed first: a token in one of them may be valid for most of an hour.
 */
export async function makeTempFolder(parent: string): Promise<TempFolder> {
  sweep(parent);
  const path = await mkdtemp(join(parent, `${PREFIX}-${process.pid}-${machine()}-`));
  own.add(path);
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true });
      own.delete(path);
    },
  };
}

function sweep(parent: string): void {
  const here = machine();
  for (const name of namesIn(parent)) {
    const [, pid, of] = NAME.exec(name) ?? [];
    const path = join(parent, name);
    if (pid === undefined || of !== here || own.has(path) || !isOurs(path) || isRunning(Number(pid))) continue;
    try {
      rmSync(path, { recursive: true, force: true });
    } catch {
      // What cannot be removed costs this run nothing.
    }
  }
}

function namesIn(parent: string): readonly string[] {
  try {
    return readdirSync(parent);
  } catch {
    return [];
  }
}

/** A folder of this user, and no link to one. */
function isOurs(path: string): boolean {
  try {
    const { uid, mode } = lstatSync(path);
    return (mode & 0o170000) === 0o040000 && (process.getuid === undefined || uid === process.getuid());
  } catch {
    return false;
  }
}

/** Whether there is such a process. This one has all of its folders in `own`. */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** Machine and namespace of process ids: containers that share a folder do not see each other's processes. */
function machine(): string {
  let namespace = '';
  try {
    namespace = readlinkSync('/proc/self/ns/pid');
  } catch {
    // Only Linux has these.
  }
  return createHash('sha256').update(`${hostname()} ${namespace}`).digest('hex').slice(0, 8);
}
