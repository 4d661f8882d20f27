import { randomBytes } from 'node:crypto';
import { type KubeObject, type Kubernetes, KubernetesError } from '../../cloud/kubernetes.js';
import type { Json } from '../../config/model.js';
import { isObject } from '../../json.js';
import type { Manifest } from '../diff/manifests.js';
import type { Pod } from '../pods/workloads.js';
import { canonical } from '../values/values.js';
import { removeTrials } from './leftovers.js';
import { hubTemplate, TRIAL_LABEL, TRIAL_PREFIX, trialObjects } from './objects.js';
import { type PodEvent, type TrialVerdict, trialState, trialVerdict } from './verdict.js';

/** What a trial needs. Times are milliseconds. */
export interface TrialOptions {
  readonly kubernetes: Kubernetes;
  readonly namespace: string;
  /** Text of helm/hub/hub_trial.py. */
  readonly program: string;
  /** Secrets of the hub, as far as this run knows them. */
  readonly secrets: readonly string[];
  /** Objects of the chart as they would be installed, with secrets. */
  readonly live: readonly Manifest[];
  /** Objects that run, without secrets. */
  readonly running: readonly Manifest[];
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  readonly now?: () => number;
  readonly signal?: AbortSignal | undefined;
}

const STEP = 700;

/**
 * Tries the new hub beside the one that runs, before anything of the hub is changed. Nothing of the trial stays. Where this
 * program is killed, the cluster removes it, or the next apply or destroy.
 */
export async function tryHub(options: TrialOptions): Promise<TrialVerdict> {
  const { kubernetes, namespace, live, program, secrets } = options;
  const id = `${TRIAL_PREFIX}${randomBytes(4).toString('hex')}`;
  const objects = trialObjects(live, { namespace, id, program, secrets });
  if (objects === undefined) return { kind: 'undecided', why: 'the chart does not start it by "jupyterhub"' };
  const job = { apiVersion: 'batch/v1', kind: 'Job', namespace, name: id };
  try {
    // Only the holder of the lease gets here, so no other trial can run.
    await removeTrials(kubernetes, namespace, new Date(8.64e15));
    const { metadata } = await kubernetes.create(objects.job);
    for (const object of objects.owned(metadata.uid ?? '')) await kubernetes.create(object);
    await kubernetes.patch(job, { spec: { suspend: false } });
    return await watch(options, id);
  } catch (error) {
    // Such as a quota, or a policy of the cluster that the hub itself fulfils.
    const isRefused = error instanceof KubernetesError && [403, 422].includes(error.status);
    if (!isRefused) throw error;
    return { kind: 'undecided', why: error.message };
  } finally {
    // What runs is removed also after an interrupt.
    await kubernetes
      .withoutSignal()
      .delete(job)
      .catch(() => {});
  }
}

async function watch(
  { kubernetes, namespace, live, running, sleep, signal, ...options }: TrialOptions,
  id: string,
): Promise<TrialVerdict> {
  const now = options.now ?? Date.now;
  const start = now();
  const isPlacedAnew = placement(live) !== placement(running);
  let state = '';
  let since = start;
  for (;;) {
    signal?.throwIfAborted();
    const [pod] = await kubernetes.list<Pod>(
      { apiVersion: 'v1', kind: 'Pod', namespace },
      { labelSelector: `${TRIAL_LABEL}=${id}` },
    );
    const seen = trialState(pod);
    if (seen !== state) [state, since] = [seen, now()];
    const isStuck = /^(no node|ContainerCreating)$/.test(state) && now() - since > 15_000;
    const events = isStuck && pod !== undefined ? await eventsOf(kubernetes, namespace, pod) : [];
    const verdict = trialVerdict(pod, events, { total: now() - start, state: now() - since }, isPlacedAnew);
    if (verdict !== undefined) return verdict;
    await sleep(STEP);
  }
}

function eventsOf(kubernetes: Kubernetes, namespace: string, { metadata }: KubeObject): Promise<readonly PodEvent[]> {
  return kubernetes.list<PodEvent>(
    { apiVersion: 'v1', kind: 'Event', namespace },
    { fieldSelector: `involvedObject.name=${metadata.name}` },
  );
}

/** What decides which nodes can take the hub. */
function placement(manifests: readonly Manifest[]): string {
  const { nodeSelector, affinity, tolerations, schedulerName, containers } = hubTemplate(manifests) ?? {};
  const sizes = (Array.isArray(containers) ? containers : []).map((one: Json) =>
    isObject(one) ? (one.resources ?? null) : null,
  );
  return canonical([nodeSelector ?? null, affinity ?? null, tolerations ?? null, schedulerName ?? null, sizes]);
}
