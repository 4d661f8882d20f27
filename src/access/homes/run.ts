import { KubernetesError } from '../../cloud/kubernetes.js';
import { GoogleApiError } from '../../cloud/rest.js';
import { errorMessage } from '../../errors.js';
import type { HubConfigMaps } from '../hub/config-maps.js';
import { estimateSeconds, type HomesPlan, type LeaveHome, type MakeHome } from './plan.js';
import { type HomeStatusChange, updateHomeStatus } from './status.js';
import type { HomeSteps } from './steps.js';

/** What became of a plan. A home that failed is done by the next run; the others do not wait for it. */
export interface HomesRunResult {
  readonly made: readonly MakeHome[];
  readonly left: readonly LeaveHome[];
  readonly failed: readonly { readonly home: MakeHome | LeaveHome; readonly why: string }[];
  /** Homes that were left alone after a refusal that would have been theirs too. */
  readonly untried: number;
}

/** What the work needs from outside. */
export interface HomesRun {
  readonly steps: Pick<HomeSteps, 'make' | 'leave'>;
  readonly configMaps: HubConfigMaps;
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  readonly now: () => number;
}

// Enough to use the seconds between two buckets; few enough for Google's limits and for a cluster's API.
const AT_ONCE = 4;
/** How long a finished home waits for its mark at most, in milliseconds, and how many of them share one write. */
const MARK_EVERY = 15_000;
const MARKS_AT_ONCE = 25;
const SAY_EVERY = 30_000;

/** Carries a plan out, rights of people who left first. Marks what is done as it goes, so that a run that is cut off loses little. */
export async function runHomes(plan: HomesPlan, run: HomesRun): Promise<HomesRunResult> {
  const queue: (MakeHome | LeaveHome)[] = [...plan.leave, ...plan.make];
  const total = queue.length;
  const made: MakeHome[] = [];
  const left: LeaveHome[] = [];
  const failed: { home: MakeHome | LeaveHome; why: string }[] = [];
  let untried = 0;
  const homeStatus = marker(run);
  const started = run.now();
  let said = started;
  const one = async (home: MakeHome | LeaveHome): Promise<void> => {
    try {
      if ('day' in home) {
        await run.steps.leave(home);
        left.push(home);
        await homeStatus.add({ key: home.key, left: { kind: home.kind, day: home.day } });
      } else {
        await run.steps.make(home);
        made.push(home);
        await homeStatus.add({ key: home.key, ready: home.kind });
      }
    } catch (error) {
      if (run.signal.aborted) throw error;
      failed.push({ home, why: errorMessage(error) });
      // What this identity may not do for one it may not do for the others: they are left for a run that may.
      if (isRefusal(error)) untried += queue.splice(0).length;
    }
    const done = made.length + left.length;
    if (run.now() - said < SAY_EVERY) return;
    said = run.now();
    const rest = ((said - started) / Math.max(1, done)) * (total - done);
    run.say(`  homes: ${done} of ${total}, about ${duration(rest / 1000)} to go`);
  };
  const worker = async (): Promise<void> => {
    for (let home = queue.shift(); home !== undefined; home = queue.shift()) {
      run.signal.throwIfAborted();
      await one(home);
    }
  };
  const workers = Array.from({ length: Math.min(AT_ONCE, total) }, worker);
  const ended = await Promise.allSettled(workers);
  await homeStatus.flush();
  for (const result of ended) if (result.status === 'rejected') throw result.reason;
  return { made, left, failed, untried };
}

function isRefusal(error: unknown): boolean {
  const isAnswer = error instanceof GoogleApiError || error instanceof KubernetesError;
  return isAnswer && (error.status === 401 || error.status === 403);
}

/** A length of time in words, for an estimate. */
export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  return `${Math.round(seconds / 60)} min`;
}

/** How long a plan takes, in words. */
export function estimateText(plan: HomesPlan): string {
  return duration(estimateSeconds(plan));
}

/** Collects homeStatus, and writes them together: one write after the other, never two at once. */
function marker({ configMaps, now, sleep }: HomesRun) {
  let waiting: HomeStatusChange[] = [];
  let last = now();
  let writing: Promise<void> = Promise.resolve();
  const flush = (): Promise<void> => {
    writing = writing.then(async () => {
      const batch = waiting;
      waiting = [];
      last = now();
      try {
        await updateHomeStatus(configMaps, batch, sleep);
      } catch (error) {
        // What was done stays done; the end of the run tries once more.
        waiting = [...batch, ...waiting];
        throw error;
      }
    });
    const result = writing;
    writing = writing.catch(() => {});
    return result;
  };
  return {
    flush,
    add: async (change: HomeStatusChange): Promise<void> => {
      waiting.push(change);
      // A write that fails here is no failure of the home: its mark waits for the next one, and the last one tells.
      if (waiting.length >= MARKS_AT_ONCE || now() - last >= MARK_EVERY) await flush().catch(() => {});
    },
  };
}
