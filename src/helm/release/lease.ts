import { hostname } from 'node:os';
import { type KubeObject, type KubeRef, type Kubernetes, KubernetesError } from '../../cloud/kubernetes.js';
import { errorMessage, ToolError } from '../../errors.js';

/** A lease lives this long after its last renewal; its holder renews it four times in that time. */
export const LEASE_SECONDS = 20;

interface Lease extends KubeObject {
  readonly spec?: {
    readonly holderIdentity?: string;
    readonly renewTime?: string;
    readonly leaseDurationSeconds?: number;
  };
}

/** Who works on the releases of a hub at this moment. */
export interface HeldLease {
  /** True when the holder before was killed: whatever it did does not run any more. */
  readonly tookOver: boolean;
  /** False when another holder took it over, which it may do after the lease ran out only. */
  readonly held: () => boolean;
  readonly release: () => Promise<void>;
}

/** What holding a lease needs. */
export interface LeaseOptions {
  readonly kubernetes: Kubernetes;
  readonly namespace: string;
  readonly name: string;
  readonly env: NodeJS.ProcessEnv;
  readonly say: (line: string) => void;
  readonly signal?: AbortSignal | undefined;
  readonly now?: () => number;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
}

/**
 * Takes the lease and renews it until it is released. Two applies never run helm at once, and what a killed one left
 * can be told from what a living one is doing: within a lease's life nobody renews it any more.
 */
export async function holdLease(options: LeaseOptions): Promise<HeldLease> {
  const holder = holderName(options.env);
  const taken = await take(options, holder);
  let current = taken.lease;
  let lost = false;
  let isRenewing = false;
  const renew = async (): Promise<void> => {
    // Where the API is slow, a second renewal would conflict with our own first one.
    if (isRenewing || lost) return;
    isRenewing = true;
    try {
      current = await write(options, holder, current);
    } catch (error) {
      if (!(error instanceof KubernetesError) || (error.status !== 409 && error.status !== 404)) return;
      // A renewal whose answer was lost was ours: only another holder, or none, means that it is gone.
      const live = await options.kubernetes.get<Lease>(refOf(options)).catch(() => current);
      lost = live?.spec?.holderIdentity !== holder;
      current = live ?? current;
    } finally {
      isRenewing = false;
    }
  };
  const timer = setInterval(() => void renew(), (LEASE_SECONDS * 1000) / 4);
  timer.unref();
  return {
    tookOver: taken.tookOver,
    held: () => !lost,
    release: async () => {
      clearInterval(timer);
      if (lost) return;
      // Best effort: a lease that stays runs out by itself.
      await options.kubernetes.delete(refOf(options)).catch((error: unknown) => {
        options.say(`  the lease ${options.name} could not be removed (${errorMessage(error)}); it runs out by itself`);
      });
    },
  };
}

async function take(options: LeaseOptions, holder: string): Promise<{ lease: Lease; tookOver: boolean }> {
  const { kubernetes, say, sleep, signal } = options;
  const now = options.now ?? Date.now;
  // Judged by our own clock, as long as the renewal does not change: the other machine's clock may be wrong.
  let seen: string | undefined;
  let since = now();
  for (let attempt = 0; ; attempt += 1) {
    signal?.throwIfAborted();
    const live = await kubernetes.get<Lease>(refOf(options));
    try {
      if (live === undefined) {
        // Gone while we watched it: the run before came to its own end.
        return { lease: await kubernetes.create<Lease>(leaseObject(options, holder)), tookOver: false };
      }
      const renewed = live.spec?.renewTime ?? '';
      if (renewed !== seen) {
        if (seen !== undefined) throw busy(options, live);
        seen = renewed;
        since = now();
        say(
          `  another apply may be at work (${live.spec?.holderIdentity ?? 'unknown'}); waiting at most ${LEASE_SECONDS} s to see`,
        );
      } else if (now() - since > LEASE_SECONDS * 1000) {
        say('  it is not: it was killed, and this run goes on in its place');
        return { lease: await write(options, holder, live), tookOver: true };
      }
    } catch (error) {
      // Two runs that start at once: one creates, the other finds it there.
      if (!(error instanceof KubernetesError) || error.status !== 409 || attempt > 3 * LEASE_SECONDS) throw error;
    }
    await sleep(1000);
  }
}

async function write(options: LeaseOptions, holder: string, live: Lease): Promise<Lease> {
  const { resourceVersion } = live.metadata;
  const lease = leaseObject(options, holder);
  return options.kubernetes.replace<Lease>({
    ...lease,
    metadata: { ...lease.metadata, ...(resourceVersion === undefined ? {} : { resourceVersion }) },
  });
}

function leaseObject(options: LeaseOptions, holder: string): Lease {
  const renewTime = new Date((options.now ?? Date.now)()).toISOString().replace('Z', '000Z');
  return {
    ...refOf(options),
    metadata: { name: options.name, namespace: options.namespace },
    spec: { holderIdentity: holder, renewTime, leaseDurationSeconds: LEASE_SECONDS },
  };
}

function refOf({ namespace, name }: LeaseOptions): KubeRef {
  return { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', namespace, name };
}

function busy(options: LeaseOptions, lease: Lease): ToolError {
  return new ToolError(`Another apply is at work on this hub: ${lease.spec?.holderIdentity ?? 'unknown'}`, {
    where: `Lease ${options.namespace}/${options.name}`,
    hint: 'Wait for its end, then run again. Nothing was changed by this run.',
  });
}

function holderName(env: NodeJS.ProcessEnv): string {
  const run = env.GITHUB_RUN_ID;
  return run
    ? `run ${run} of ${env.GITHUB_REPOSITORY ?? 'a workflow'} (job ${env.GITHUB_JOB ?? '?'}, attempt ${env.GITHUB_RUN_ATTEMPT ?? '1'})`
    : `${hostname()}, process ${process.pid}`;
}
