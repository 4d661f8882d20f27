import { KubernetesError } from '../../cloud/kubernetes.js';
import { GoogleApiError } from '../../cloud/rest.js';
import { roughDuration } from '../../config/text.js';
import { errorMessage } from '../../errors.js';
import type { HubConfigMaps } from '../hub/config-map.js';
import type { HomesPlan, LeaveHome, MakeHome } from './plan.js';
import { type HomeStatusChange, updateHomeStatus } from './status.js';
import type { HomeSteps } from './steps.js';

/** Result of a plan. A failed home is repeated by the next run; the others do not wait for it. */
export interface HomesRunResult {
  readonly made: readonly MakeHome[];
  readonly left: readonly LeaveHome[];
  readonly failed: readonly { readonly home: MakeHome | LeaveHome; readonly why: string }[];
  /** Homes that were not tried after a missing permission, which would have failed them as well. */
  readonly untried: number;
}

/** Dependencies of a run. */
export interface HomesRun {
  readonly steps: Pick<HomeSteps, 'make' | 'leave'>;
  readonly configMaps: HubConfigMaps;
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  readonly now: () => number;
}

// Enough to use the seconds between two buckets, and few enough for the limits of Google and the cluster's API.
const AT_ONCE = 4;
/** The home status is written at least this often, in milliseconds, and for this many finished homes at once. */
const WRITE_EVERY = 15_000;
const WRITE_BATCH = 25;
const REPORT_EVERY = 30_000;

/** Executes a plan; access of people who left is revoked first. The home status is updated on the way, so an interrupted run loses little. */
export async function runHomes(plan: HomesPlan, run: HomesRun): Promise<HomesRunResult> {
  const queue: (MakeHome | LeaveHome)[] = [...plan.leave, ...plan.make];
  const total = queue.length;
  const made: MakeHome[] = [];
  const left: LeaveHome[] = [];
  const failed: { home: MakeHome | LeaveHome; why: string }[] = [];
  let untried = 0;
  const status = statusWriter(run);
  const started = run.now();
  let reported = started;
  const runHome = async (home: MakeHome | LeaveHome): Promise<void> => {
    try {
      if ('day' in home) {
        await run.steps.leave(home);
        left.push(home);
        await status.add({ key: home.key, left: { kind: home.kind, day: home.day } });
      } else {
        await run.steps.make(home);
        made.push(home);
        await status.add({ key: home.key, ready: home.kind });
      }
    } catch (error) {
      if (run.signal.aborted) throw error;
      failed.push({ home, why: errorMessage(error) });
      // A missing permission fails all other homes, too. They are left for a run that has it.
      if (isPermissionError(error)) untried += queue.splice(0).length;
    }
    const done = made.length + left.length;
    if (run.now() - reported < REPORT_EVERY) return;
    reported = run.now();
    const rest = ((reported - started) / Math.max(1, done)) * (total - done);
    run.say(`  homes: ${done} of ${total}, about ${roughDuration(rest / 1000)} to go`);
  };
  const worker = async (): Promise<void> => {
    for (let home = queue.shift(); home !== undefined; home = queue.shift()) {
      run.signal.throwIfAborted();
      await runHome(home);
    }
  };
  const workers = Array.from({ length: Math.min(AT_ONCE, total) }, worker);
  const results = await Promise.allSettled(workers);
  await status.flush();
  for (const result of results) if (result.status === 'rejected') throw result.reason;
  return { made, left, failed, untried };
}

function isPermissionError(error: unknown): boolean {
  const isAnswer = error instanceof GoogleApiError || error instanceof KubernetesError;
  return isAnswer && (error.status === 401 || error.status === 403);
}

/** Collects changes of the home status and writes them in batches, never two writes at once. */
function statusWriter({ configMaps, now, sleep }: HomesRun) {
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
        // The changes wait for the next write; the end of the run tries again.
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
      // A failed write does not fail the home. The change waits for the next write, and the last write throws.
      if (waiting.length >= WRITE_BATCH || now() - last >= WRITE_EVERY) await flush().catch(() => {});
    },
  };
}
