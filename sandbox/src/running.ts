import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/** A sandbox that `up` started. */
export interface RunningSandbox {
  /** Folder with its files: `pid`, `env-file`, `log`, and `ready` once it is. */
  readonly dir: string;
  /** File with its settings, which is also its name. */
  readonly envFile: string;
}

/** Folder with one entry per running sandbox of this user. */
function registry(): string {
  const folder = join(tmpdir(), `jupyterhub-gke-sandbox-${userInfo().uid}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** The entry of the sandbox whose settings are in a file. */
export function entryOf(envFile: string): string {
  return join(registry(), createHash('sha256').update(envFile).digest('hex').slice(0, 12));
}

/** All entries of this user, those of processes that were killed included. */
export function listSandboxes(): readonly RunningSandbox[] {
  return readdirSync(registry()).map((name) => {
    const dir = join(registry(), name);
    const file = join(dir, 'env-file');
    return { dir, envFile: existsSync(file) ? readFileSync(file, 'utf8') : '(unknown)' };
  });
}

/** The last sandbox also removes the shared folder. */
export function removeEmptyRegistry(): void {
  if (readdirSync(registry()).length === 0) rmSync(registry(), { recursive: true, force: true });
}

/** Process of an entry; 0 for none. */
export function pidOf(dir: string): number {
  return existsSync(join(dir, 'pid')) ? Number(readFileSync(join(dir, 'pid'), 'utf8')) : 0;
}

/** Whether a process lives. */
export function alive(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
