import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import type { LockInfo } from './failures.js';

/** What a run leaves on this machine when it is killed while it may hold a lock. */
export interface LockNote {
  readonly pid: number;
  readonly at: string;
  /** Folder in which its terraform ran. */
  readonly workDir: string;
}

/** Notes on this machine about one state. With them the next run can tell whether a lock is that of a killed run. */
export class LockNotes {
  readonly #file: string;

  /** @param dir folder for the notes of all states */
  constructor(dir: string, state: string) {
    this.#file = join(dir, `${createHash('sha256').update(state).digest('hex').slice(0, 24)}.json`);
  }

  /** Notes that this process may hold the lock. */
  write(workDir: string): void {
    this.#save(this.#file, { pid: process.pid, at: new Date().toISOString(), workDir });
  }

  /** The note that an earlier run left; to be read before `write`. */
  read(): LockNote | undefined {
    try {
      const { pid, at, workDir } = JSON.parse(readFileSync(this.#file, 'utf8')) as Record<string, unknown>;
      if (typeof pid !== 'number' || typeof at !== 'string' || typeof workDir !== 'string') return undefined;
      return { pid, at, workDir };
    } catch {
      return undefined;
    }
  }

  /** Removes the note, or puts back an earlier one. */
  clear(earlier?: LockNote): void {
    if (earlier) this.#save(this.#file, earlier);
    else rmSync(this.#file, { force: true });
  }

  #save(file: string, content: LockNote): void {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, JSON.stringify(content), { mode: 0o600 });
  }
}

/**
 * True only for the lock of a killed run of this machine. Its owner is this user on this host, that run left its note, it
 * started before the lock was made, and neither it nor its terraform is alive.
 */
export function isLeftOver(lock: LockInfo, note: LockNote | undefined): boolean {
  if (note === undefined || lock.who !== `${userInfo().username}@${hostname()}`) return false;
  const created = Date.parse(lock.created.replace(' ', 'T').replace(' UTC', 'Z'));
  // Both times are this machine's, but the lock's has no fractions of a second.
  if (!Number.isFinite(created) || created + 1000 < Date.parse(note.at)) return false;
  return !isAlive(note.pid) && runsIn(note.workDir) === false;
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
      return false; // it has ended meanwhile, or is another user's
    }
  });
}
