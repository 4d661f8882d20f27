import { GoogleApiError, type GoogleClient } from '../../cloud/rest.js';
import { formatNumber } from '../../config/text.js';
import { errorMessage, ToolError } from '../../errors.js';
import { compareGroup, type DesiredGroup, type GroupChange, type GroupMemberChange } from './diff.js';
import { addToGroup, type LiveGroup, readGroup, removeFromGroup } from './membership-api.js';

/** Options of a group sync; tests pass their own. */
export interface GroupSyncOptions {
  readonly now?: () => Date;
  /** Prints the progress of a long sync. */
  readonly say?: (line: string) => void;
  /** Aborts the sync between two members. */
  readonly signal?: AbortSignal;
}

/** A member that could not be written, and why. */
export interface GroupFailure {
  readonly change: GroupMemberChange;
  readonly message: string;
  /** True where Google says that a permission is missing. */
  readonly forbidden: boolean;
}

/** Result of a group sync. */
export interface GroupSyncResult extends GroupChange {
  /** Changes that are done, also if an answer was lost or another run was faster. */
  readonly changes: readonly GroupMemberChange[];
  readonly failures: readonly GroupFailure[];
}

// Google refuses more parallel writes to one group the more there are. Four are enough to hide the network latency.
const AT_ONCE = 4;
// After so many failures the cause is not the member, and the rest would wait for their retries in vain.
const MOST_FAILURES = 50;
const REPORT_EVERY = 100;

/**
 * Writes the desired members into a group, removals first. Google takes one member per call. A member that fails is
 * reported, and the rest is still written. Throws only before anything is written.
 */
export async function syncGroup(
  google: GoogleClient,
  desired: DesiredGroup,
  options: GroupSyncOptions = {},
): Promise<GroupSyncResult> {
  const { now = () => new Date() } = options;
  const group = await readGroup(google, desired.group);
  const change = compareGroup(desired, group.members, now());
  if (change.refusal !== undefined) throw change.refusal;
  const run = await writeAll(google, group, change.changes, options);
  const failures = run.failed.size === 0 ? [] : await confirmedFailures(google, desired, run.failed, now());
  return { ...change, changes: run.done, failures };
}

interface GroupRun {
  readonly done: GroupMemberChange[];
  readonly failed: Map<GroupMemberChange, Omit<GroupFailure, 'change'>>;
}

async function writeAll(
  google: GoogleClient,
  group: LiveGroup,
  changes: readonly GroupMemberChange[],
  { say, signal }: GroupSyncOptions,
): Promise<GroupRun> {
  const run: GroupRun = { done: [], failed: new Map() };
  const started = Date.now();
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < changes.length) {
      signal?.throwIfAborted();
      const change = changes[next] as GroupMemberChange;
      next += 1;
      if (run.failed.size >= MOST_FAILURES) {
        run.failed.set(change, { message: `not tried after ${MOST_FAILURES} failures`, forbidden: false });
        continue;
      }
      try {
        await writeOne(google, group, change);
        run.done.push(change);
      } catch (error) {
        if (!(error instanceof ToolError)) throw error;
        const forbidden = error instanceof GoogleApiError && error.status === 403;
        run.failed.set(change, { message: errorMessage(error), forbidden });
      }
      const count = run.done.length + run.failed.size;
      if (count % REPORT_EVERY === 0) say?.(progress(count, changes.length, Date.now() - started));
    }
  };
  // Waits for all workers before an abort is thrown: none may keep running.
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, worker));
  for (const result of ended) if (result.status === 'rejected') throw result.reason;
  return run;
}

function writeOne(google: GoogleClient, group: LiveGroup, { live, address }: GroupMemberChange): Promise<void> {
  return live === undefined ? addToGroup(google, group, address) : removeFromGroup(google, live);
}

function progress(done: number, all: number, milliseconds: number): string {
  const minutes = Math.ceil(((milliseconds / done) * (all - done)) / 60_000);
  const left = minutes > 1 ? `about ${formatNumber(minutes)} minutes` : 'a minute at most';
  return `  ${formatNumber(done)} of ${formatNumber(all)} members of the group written, ${left} to go`;
}

/** Failures that a second read confirms. Another run may have done the same, or an answer may have been lost. */
async function confirmedFailures(
  google: GoogleClient,
  desired: DesiredGroup,
  failed: GroupRun['failed'],
  now: Date,
): Promise<readonly GroupFailure[]> {
  const all = [...failed].map(([change, failure]) => ({ change, ...failure }));
  try {
    const { members } = await readGroup(google, desired.group);
    const wrong = new Set(compareGroup(desired, members, now).changes.map(changeKey));
    return all.filter(({ change }) => wrong.has(changeKey(change)));
  } catch {
    // Without a second read all failures are reported.
    return all;
  }
}

function changeKey({ action, address }: GroupMemberChange): string {
  return `${action} ${address}`;
}
