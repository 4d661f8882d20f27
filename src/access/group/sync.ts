import type { GoogleClient } from '../../cloud/rest.js';
import { number } from '../../config/text.js';
import { errorMessage, ToolError } from '../../errors.js';
import { compareGroup, type DesiredGroup, type GroupChange, type GroupMemberChange } from './diff.js';
import { addToGroup, type LiveGroup, readGroup, removeFromGroup } from './membership-api.js';

/** What a sync of a group needs of the world around it; tests give their own. */
export interface GroupSyncOptions {
  readonly now?: () => Date;
  /** Told how far a long sync is, in a line for people. */
  readonly say?: (line: string) => void;
  /** Ends the sync between two members. */
  readonly signal?: AbortSignal;
}

/** A member that could not be written, and why. */
export interface GroupFailure {
  readonly change: GroupMemberChange;
  readonly message: string;
}

/** What a sync of a group did. */
export interface GroupSyncResult extends GroupChange {
  /** What is as wanted now and was not before; where an answer was lost, or another run was faster, that counts too. */
  readonly changes: readonly GroupMemberChange[];
  readonly failures: readonly GroupFailure[];
}

// Writes to one group at once are refused by Google more the more there are; four hide the time of the network.
const AT_ONCE = 4;
// Where so many fail, the cause is none of theirs, and each of the rest would wait for its retries.
const MOST_FAILURES = 50;
const REPORT_EVERY = 100;

/**
 * Makes a group hold whom the files list: one call for each member that differs, since Google takes no more at once. Who
 * leaves goes first. A member that fails is told, and the rest goes through; throws only before anything is written.
 */
export async function syncGroup(
  google: GoogleClient,
  wanted: DesiredGroup,
  options: GroupSyncOptions = {},
): Promise<GroupSyncResult> {
  const { now = () => new Date() } = options;
  const group = await readGroup(google, wanted.group);
  const change = compareGroup(wanted, group.members, now());
  if (change.refusal !== undefined) throw change.refusal;
  const run = await writeAll(google, group, change.changes, options);
  const failures = run.failed.size === 0 ? [] : await stillWrong(google, wanted, run.failed, now());
  return { ...change, changes: run.done, failures };
}

interface Run {
  readonly done: GroupMemberChange[];
  readonly failed: Map<GroupMemberChange, string>;
}

async function writeAll(
  google: GoogleClient,
  group: LiveGroup,
  changes: readonly GroupMemberChange[],
  { say, signal }: GroupSyncOptions,
): Promise<Run> {
  const run: Run = { done: [], failed: new Map() };
  const started = Date.now();
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < changes.length) {
      signal?.throwIfAborted();
      const change = changes[next] as GroupMemberChange;
      next += 1;
      if (run.failed.size >= MOST_FAILURES) {
        run.failed.set(change, `not tried, since ${MOST_FAILURES} others had failed`);
        continue;
      }
      try {
        await writeOne(google, group, change);
        run.done.push(change);
      } catch (error) {
        if (!(error instanceof ToolError)) throw error;
        run.failed.set(change, errorMessage(error));
      }
      const count = run.done.length + run.failed.size;
      if (count % REPORT_EVERY === 0) say?.(progress(count, changes.length, Date.now() - started));
    }
  };
  // All end before one's abort is told: none may be left at work.
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, worker));
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
  return run;
}

function writeOne(google: GoogleClient, group: LiveGroup, { live, address }: GroupMemberChange): Promise<void> {
  return live === undefined ? addToGroup(google, group, address) : removeFromGroup(google, live);
}

function progress(done: number, all: number, milliseconds: number): string {
  const minutes = Math.ceil(((milliseconds / done) * (all - done)) / 60_000);
  const left = minutes > 1 ? `about ${number(minutes)} minutes` : 'a minute at most';
  return `  ${number(done)} of ${number(all)} members of the group written, ${left} to go`;
}

/** Failures that a second look confirms: another run may have done the same, or an answer got lost on its way. */
async function stillWrong(
  google: GoogleClient,
  wanted: DesiredGroup,
  failed: ReadonlyMap<GroupMemberChange, string>,
  now: Date,
): Promise<readonly GroupFailure[]> {
  const all = [...failed].map(([change, message]) => ({ change, message }));
  try {
    const { members } = await readGroup(google, wanted.group);
    const wrong = new Set(compareGroup(wanted, members, now).changes.map(keyOf));
    return all.filter(({ change }) => wrong.has(keyOf(change)));
  } catch {
    // What failed is told as it failed.
    return all;
  }
}

function keyOf({ action, address }: GroupMemberChange): string {
  return `${action} ${address}`;
}
