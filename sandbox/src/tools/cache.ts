import { chmodSync, linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Log } from '../log.js';

/** Folder that keeps tools between runs: $JUPYTERHUB_GKE_CACHE, else $XDG_CACHE_HOME/jupyterhub-gke, else ~/.cache/jupyterhub-gke. */
export function cacheDir(env: NodeJS.ProcessEnv = process.env): string {
  if (env.JUPYTERHUB_GKE_CACHE) return env.JUPYTERHUB_GKE_CACHE;
  return join(env.XDG_CACHE_HOME || join(env.HOME || homedir(), '.cache'), 'jupyterhub-gke');
}

/** Temporary name of a file while it is created. The process ID shows whether its creator still runs. */
export function partOf(path: string): string {
  return join(dirname(path), `.${basename(path)}.${process.pid}.part`);
}

/** Moves a finished file into place in one step, so nobody sees a partial file, and removes what killed runs left. */
export function install(part: string, path: string): void {
  chmodSync(part, 0o755);
  renameSync(part, path);
  for (const name of readdirSync(dirname(path))) {
    const maker = /\.(\d+)\.part$/.exec(name)?.[1];
    if (maker !== undefined && !isAlive(Number(maker))) rmSync(join(dirname(path), name), { force: true });
  }
}

/** How often to look whether a lock is free, in milliseconds. */
const LOOK_EVERY = 200;

/**
 * Does `work` while no other process does work under the same lock. The lock is a file with the process id and start; one whose
 * process is gone is taken over. Waits as long as the other lives and says so once.
 */
export async function withLock<T>(lockFile: string, log: Log, work: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(lockFile), { recursive: true });
  let said = false;
  for (;;) {
    const holder = take(lockFile);
    if (holder === undefined) break;
    if (!said) log(`waiting for process ${holder}, which holds ${lockFile}`);
    said = true;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
  try {
    return await work();
  } finally {
    rmSync(lockFile, { force: true });
  }
}

let attempts = 0;

/** Takes the lock, or returns the process ID of its running holder. */
function take(lockFile: string): number | undefined {
  attempts += 1;
  const own = `${lockFile}.${process.pid}.${attempts}`;
  try {
    writeFileSync(own, `${process.pid} ${startOf(process.pid)}\n`);
    for (;;) {
      try {
        linkSync(own, lockFile); // fails when it exists, and is never there without its content
        return undefined;
      } catch (error) {
        if (!isCode(error, 'EEXIST')) throw error;
      }
      const holder = holderOf(lockFile);
      if (holder === undefined) continue; // given back a moment ago
      if (isAlive(holder)) return holder;
      discard(lockFile, holder, own);
    }
  } finally {
    rmSync(own, { force: true });
  }
}

// Two processes may find the same dead holder: moving away shows whose lock was moved, and a living one's is put back.
function discard(lockFile: string, dead: number, own: string): void {
  const aside = `${own}.dead`;
  try {
    renameSync(lockFile, aside);
    const moved = holderOf(aside);
    if (moved !== dead && moved !== undefined && isAlive(moved)) linkSync(aside, lockFile);
  } catch (error) {
    if (!isCode(error, 'ENOENT') && !isCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function holderOf(lockFile: string): number | undefined {
  try {
    const [pid = 0, start = ''] = readFileSync(lockFile, 'utf8').trim().split(' ');
    // After a restart of the machine the number may belong to another process: its start tells them apart.
    return startOf(Number(pid)) === start ? Number(pid) || -1 : -1;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** When a process started, in the kernel's ticks; empty where the system does not say or there is no such process. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function isAlive(pid: number): boolean {
  if (pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, 'EPERM'); // alive, but somebody else's
  }
}

function isCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
