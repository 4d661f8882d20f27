import { hostname } from 'node:os';
import { type KubeObject, type KubeRef, type Kubernetes, KubernetesError } from '../../cloud/kubernetes.js';
import { errorMessage, ToolError } from '../../errors.js';

/** A lease expires this long after its last renewal. Its holder renews it four times in that time. */
export const LEASE_SECONDS = 20;

interface Lease extends KubeObject {
  readonly spec?: {
    readonly holderIdentity?: string;
    readonly renewTime?: string;
    readonly leaseDurationSeconds?: number;
  };
}

/** The right of one run to work on the releases of a hub. */
export interface HeldLease {
  /** True if the previous holder was killed. Its operation does not run any more. */
  readonly tookOver: boolean;
  /** False once another holder took over. It may do so only after the lease expired. */
  readonly held: () => boolean;
  readonly release: () => Promise<void>;
}

/** Everything needed to hold a lease. */
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
 * Takes the lease and renews it until it is released. Two applies never run helm at once. A lease that nobody renews for
 * its whole lifetime belongs to a killed apply.
 */
export async function holdLease(options: LeaseOptions): Promise<HeldLease> {
  const holder = holderName(options.env);
  const taken = await take(options, holder);
  let current = taken.lease;
  let lost = false;
  let isRenewing = false;
  const renew = async (): Promise<void> => {
    // If the API is slow, a second renewal would conflict with our own first one.
    if (isRenewing || lost) return;
    isRenewing = true;
    try {
      current = await write(options, holder, current);
    } catch (error) {
      if (!(error instanceof KubernetesError) || (error.status !== 409 && error.status !== 404)) return;
      // A conflict may come from our own renewal whose answer was lost. Only another holder, or none, means that it is lost.
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
      // A failure here is harmless: the lease expires by itself.
      await options.kubernetes.delete(refOf(options)).catch((error: unknown) => {
        options.say(`  the lease ${options.name} could not be removed (${errorMessage(error)}); it expires by itself`);
      });
    },
  };
}

async function take(options: LeaseOptions, holder: string): Promise<{ lease: Lease; tookOver: boolean }> {
  const { kubernetes, say, sleep, signal } = options;
  const now = options.now ?? Date.now;
  // Our own clock measures how long the renewal stays unchanged. The other machine's clock may be wrong.
  let lastRenewal: string | undefined;
  let unchangedSince = now();
  for (let attempt = 0; ; attempt += 1) {
    signal?.throwIfAborted();
    const live = await kubernetes.get<Lease>(refOf(options));
    try {
      if (live === undefined) {
        // If the lease is removed while we watch it, the other run ended by itself.
        return { lease: await kubernetes.create<Lease>(leaseObject(options, holder)), tookOver: false };
      }
      const renewed = live.spec?.renewTime ?? '';
      if (renewed !== lastRenewal) {
        if (lastRenewal !== undefined) throw busy(options, live);
        lastRenewal = renewed;
        unchangedSince = now();
        say(
          `  another apply may be at work (${live.spec?.holderIdentity ?? 'unknown'}); checking for at most ${LEASE_SECONDS} s`,
        );
      } else if (now() - unchangedSince > LEASE_SECONDS * 1000) {
        say('  the other apply was killed; this run takes over');
        return { lease: await write(options, holder, live), tookOver: true };
      }
    } catch (error) {
      // If two runs start at once, one creates the lease and the other gets a conflict.
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
