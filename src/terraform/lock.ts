import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import type { LockInfo } from './explain.js';

/** Marks that this process may hold the lock of a state, so that after a kill the next run on this machine can tell. */
export function noteLock(dir: string, state: string, workDir: string): void {
  writeMark(dir, state, { pid: process.pid, at: new Date().toISOString(), workDir });
}

/** Takes the mark away, or puts back the one that was there before. */
export function clearLockNote(dir: string, state: string, earlier?: Mark): void {
  if (earlier) writeMark(dir, state, earlier);
  else rmSync(markFile(dir, state), { force: true });
}

function writeMark(dir: string, state: string, mark: Mark): void {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  writeFileSync(markFile(dir, state), JSON.stringify(mark), { mode: 0o600 });
}

/** What a run leaves behind when it is killed while it may hold a lock. */
export interface Mark {
  readonly pid: number;
  readonly at: string;
  /** Folder in which its terraform ran. */
  readonly workDir: string;
}

/** Reads the mark that an earlier run left; call it before `noteLock`. */
export function earlierLockNote(dir: string, state: string): Mark | undefined {
  try {
    const { pid, at, workDir } = JSON.parse(readFileSync(markFile(dir, state), 'utf8')) as Record<string, unknown>;
    if (typeof pid !== 'number' || typeof at !== 'string' || typeof workDir !== 'string') return undefined;
    return { pid, at, workDir };
  } catch {
    return undefined;
  }
}

/** Notes that what a killed run made may be missing in the state, until an apply has ended well. */
export function noteRepair(dir: string, state: string): void {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  writeFileSync(`${markFile(dir, state)}.repair`, '', { mode: 0o600 });
}

/** Whether such a note is there. */
export function needsRepair(dir: string, state: string): boolean {
  return existsSync(`${markFile(dir, state)}.repair`);
}

/** Takes the note away. */
export function repaired(dir: string, state: string): void {
  rmSync(`${markFile(dir, state)}.repair`, { force: true });
}

/**
 * True only for the lock of a killed run of this machine: its owner is this user on this host, that run left its mark,
 * it started before the lock was made, and neither it nor its terraform is alive.
 */
export function isLeftOver(lock: LockInfo, mark: Mark | undefined): boolean {
  if (mark === undefined || lock.who !== `${userInfo().username}@${hostname()}`) return false;
  const created = Date.parse(lock.created.replace(' ', 'T').replace(' UTC', 'Z'));
  // The clock of a state lock is this machine's, to the second.
  if (!Number.isFinite(created) || created + 1000 < Date.parse(mark.at)) return false;
  return !isAlive(mark.pid) && runsIn(mark.workDir) === false;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch {
    return false;
  }
}

/** Whether a process works in this folder; undefined where processes cannot be listed. */
function runsIn(folder: string): boolean | undefined {
  let ids: string[];
  try {
    ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return undefined;
  }
  if (ids.length === 0) return undefined;
  return ids.some((id) => {
    try {
      const current = readlinkSync(`/proc/${id}/cwd`).replace(/ \(deleted\)$/, '');
      return current === folder || current.startsWith(`${folder}/`);
    } catch {
      return false; // ended meanwhile, or another user's
    }
  });
}

function markFile(dir: string, state: string): string {
  return join(dir, `${createHash('sha256').update(state).digest('hex').slice(0, 24)}.json`);
}
