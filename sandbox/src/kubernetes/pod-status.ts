import { now } from './pod-container.js';
import type { Container, ContainerStatus, Pod, PodCondition } from './pod-types.js';

/** Annotation of pods that only look as if they ran. */
export const STAND_IN = 'sandbox.jupyterhub-gke/stand-in';

/** What the node agent knows of a pod. */
export interface PodFacts {
  readonly podIP: string;
  readonly hostIP: string;
  readonly startTime: string;
  /** Whether the init containers are through. */
  readonly initialized: boolean;
  readonly initStatuses: readonly ContainerStatus[];
  readonly statuses: readonly ContainerStatus[];
  /** The pod is going away: it counts as not ready. */
  readonly terminating: boolean;
}

/** Status of a container that does not run here: running and ready, or ended well where the pod's work is to end. */
export function standInStatus(container: Container, startedAt: string, ended: boolean): ContainerStatus {
  const image = container.image ?? '';
  return {
    name: container.name,
    image,
    imageID: `sandbox://${image}`,
    ready: !ended,
    started: !ended,
    restartCount: 0,
    state: ended
      ? { terminated: { exitCode: 0, reason: 'Completed', startedAt, finishedAt: startedAt } }
      : { running: { startedAt } },
  };
}

/** Phase of a pod from the states of its containers. */
export function phaseOf(pod: Pod, facts: Pick<PodFacts, 'initialized' | 'initStatuses' | 'statuses'>): string {
  const policy = pod.spec.restartPolicy ?? 'Always';
  const failedInit = facts.initStatuses.some((status) => (status.state.terminated?.exitCode ?? 0) !== 0);
  if (!facts.initialized) return failedInit && policy === 'Never' ? 'Failed' : 'Pending';
  const ended = facts.statuses.map((status) => status.state.terminated);
  const all = ended.length > 0 && ended.every((state) => state !== undefined);
  if (all && policy !== 'Always') {
    if (ended.every((state) => state?.exitCode === 0)) return 'Succeeded';
    if (policy === 'Never') return 'Failed';
  }
  const begun = facts.statuses.some((status) => status.state.waiting === undefined || status.restartCount > 0);
  return begun || facts.statuses.length === 0 ? 'Running' : 'Pending';
}

/** The status to write for a pod. Conditions that others own (PodScheduled, readiness gates) are read, not written. */
export function podStatus(pod: Pod, facts: PodFacts): Record<string, unknown> {
  const phase = phaseOf(pod, facts);
  const over = phase === 'Succeeded' || phase === 'Failed';
  const unready = facts.statuses.filter((status) => !status.ready).map((status) => status.name);
  const containersReady = !facts.terminating && !over && facts.initialized && unready.length === 0;
  const reason = phase === 'Succeeded' ? 'PodCompleted' : 'ContainersNotReady';
  const closed = (pod.spec.readinessGates ?? []).filter(
    (gate) => condition(pod, gate.conditionType)?.status !== 'True',
  );
  const ready = containersReady && closed.length === 0;
  const because = containersReady
    ? { reason: 'ReadinessGatesNotReady', message: closed.map((gate) => gate.conditionType).join(', ') }
    : { reason, message: `containers with unready status: [${unready.join(' ')}]` };
  return {
    phase,
    hostIP: facts.hostIP,
    podIP: facts.podIP,
    podIPs: [{ ip: facts.podIP }],
    startTime: facts.startTime,
    conditions: [
      made(pod, 'PodReadyToStartContainers', true),
      made(pod, 'Initialized', facts.initialized, { reason: 'ContainersNotInitialized' }),
      made(pod, 'ContainersReady', containersReady, { reason, message: because.message }),
      made(pod, 'Ready', ready, because),
    ],
    ...(facts.initStatuses.length === 0 ? {} : { initContainerStatuses: facts.initStatuses }),
    containerStatuses: facts.statuses,
  };
}

function condition(pod: Pod, type: string): PodCondition | undefined {
  return pod.status?.conditions?.find((entry) => entry.type === type);
}

function made(
  pod: Pod,
  type: string,
  value: boolean,
  because: { readonly reason?: string; readonly message?: string } = {},
): Record<string, unknown> {
  const status = value ? 'True' : 'False';
  const before = condition(pod, type);
  const lastTransitionTime =
    before?.status === status && before.lastTransitionTime !== undefined ? before.lastTransitionTime : now();
  // null takes away what an earlier status said.
  return {
    type,
    status,
    lastTransitionTime,
    reason: value ? null : (because.reason ?? null),
    message: value ? null : (because.message ?? null),
  };
}
