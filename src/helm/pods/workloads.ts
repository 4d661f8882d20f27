import { type Redact, shorten } from '../../change/redact.js';
import type { KubeObject, Kubernetes } from '../../cloud/kubernetes.js';
import { ToolError } from '../../errors.js';
import { type ContainerRun, causeIn, lastLines } from './log.js';

interface Workload extends KubeObject {
  readonly spec: {
    readonly replicas?: number;
    readonly selector?: { readonly matchLabels?: Readonly<Record<string, string>> };
  };
  readonly status?: {
    readonly observedGeneration?: number;
    readonly replicas?: number;
    readonly updatedReplicas?: number;
    readonly availableReplicas?: number;
  };
}

interface ContainerStatus {
  readonly name: string;
  readonly restartCount?: number;
  readonly ready?: boolean;
  readonly state?: {
    readonly waiting?: { readonly reason?: string; readonly message?: string };
    readonly running?: object;
    readonly terminated?: End;
  };
  readonly lastState?: { readonly terminated?: End };
}

/** How a container ended. */
interface End {
  readonly reason?: string;
  readonly exitCode?: number;
  readonly message?: string;
}

/** The fields of a pod that explain why it is not ready. */
export interface Pod extends KubeObject {
  readonly status?: {
    readonly phase?: string;
    readonly conditions?: readonly {
      readonly type: string;
      readonly status: string;
      readonly reason?: string;
      readonly message?: string;
    }[];
    readonly containerStatuses?: readonly ContainerStatus[];
    readonly initContainerStatuses?: readonly ContainerStatus[];
  };
}

/** A reason why a pod is not ready. */
export interface PodReason {
  readonly text: string;
  /** True for a cause that waiting does not remove. */
  readonly fatal: boolean;
  /** A container that ended by itself. */
  readonly crash?: Crash;
  /** A container that runs and is not ready. That is no reason by itself, and has no text. */
  readonly runs?: ContainerRun;
}

/** A container that ended by itself. */
interface Crash extends ContainerRun {
  /** True once it ended a second time, or said itself that it will not start. */
  readonly again: boolean;
}

/** Options of the wait for the hub's own workloads. Times are milliseconds. */
export interface WorkloadWait {
  readonly kubernetes: Kubernetes;
  readonly namespace: string;
  /** Deployments that must be ready. */
  readonly names: readonly string[];
  readonly limit: number;
  /** How long a container may run without getting ready, where that is known. */
  readonly runsLimit?: number | undefined;
  readonly say: (line: string) => void;
  /** Hides secrets in texts of pods, before they are cut. */
  readonly redact: Redact;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  readonly now?: () => number;
  readonly signal?: AbortSignal | undefined;
}

const FATAL = new Set([
  'ErrImagePull',
  'ImagePullBackOff',
  'InvalidImageName',
  'CreateContainerConfigError',
  'CrashLoopBackOff',
]);
// An image registry may fail once, and an object may come a moment later than the pod that needs it.
const PATIENCE = 30_000;
// A hub restarts until its proxy is up.
const CRASH_PATIENCE = 90_000;
/** A hub that refuses its settings says so in the message of its end (helm/hub/owned_settings.py). */
const REFUSES = 'The hub does not start: ';

/**
 * Waits until the deployments run their newest template. Logs why pods do not start. A hub that ends by itself beside a
 * proxy that runs will not become ready, so the wait ends then. Throws with the reason.
 */
export async function waitForWorkloads(wait: WorkloadWait): Promise<void> {
  const now = wait.now ?? Date.now;
  const start = now();
  let lastLine = '';
  let fatalSince: number | undefined;
  let runsSince: number | undefined;
  // Between two ends a container looks as if it ran. That does not start the count again.
  let crashed: { readonly name: string; readonly reason: PodReason; readonly since: number } | undefined;
  for (;;) {
    wait.signal?.throwIfAborted();
    const missing = await unready(wait);
    if (missing.length === 0) return;
    const found = await Promise.all(
      missing.map(async (workload) => ({ name: workload.metadata.name, reasons: await reasonsOf(wait, workload) })),
    );
    const reasons = found.flatMap((one) => one.reasons);
    const text = [...new Set(reasons.map((reason) => reason.text))].filter((one) => one !== '').join('; ');
    const names = found.map(({ name }) => name).join(', ');
    const line = `  waiting for ${names}${text === '' ? '' : ` (${text})`}`;
    if (line !== lastLine) wait.say(line);
    lastLine = line;
    if (!found.some(({ name }) => name === crashed?.name)) crashed = undefined;
    for (const { name, reasons: own } of found) {
      const crash = own.find((reason) => reason.crash !== undefined);
      if (crash !== undefined) crashed = { name, reason: crash, since: crashed?.since ?? now() };
    }
    const isAlone = found.length === 1 && crashed?.reason.crash?.again === true;
    const isCrashing = crashed !== undefined && (isAlone || now() - crashed.since > CRASH_PATIENCE);
    if (isCrashing) throw await notReady(wait, names, crashed?.reason.text ?? text, crashed?.reason.crash);
    const isFatal = reasons.some(({ fatal, crash: one }) => fatal && one === undefined);
    fatalSince = isFatal ? (fatalSince ?? now()) : undefined;
    const isStuck = fatalSince !== undefined && now() - fatalSince > PATIENCE;
    if (isStuck || now() - start > wait.limit) throw await notReady(wait, names, text, undefined);
    const runs = found.length === 1 ? reasons.find((reason) => reason.runs !== undefined)?.runs : undefined;
    runsSince = runs === undefined ? undefined : (runsSince ?? now());
    if (runsSince !== undefined && now() - runsSince > (wait.runsLimit ?? Number.POSITIVE_INFINITY)) {
      throw await notReady(wait, names, `Pod/${runs?.pod ?? ''} runs and does not get ready`, runs);
    }
    await wait.sleep(1500);
  }
}

async function unready(wait: WorkloadWait): Promise<readonly Workload[]> {
  const { kubernetes, namespace, names } = wait;
  const found = await kubernetes.list<Workload>({ apiVersion: 'apps/v1', kind: 'Deployment', namespace });
  const byName = new Map(found.map((workload) => [workload.metadata.name, workload]));
  return names.flatMap((name) => {
    const workload = byName.get(name);
    if (workload === undefined) return [{ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name }, spec: {} }];
    return isReady(workload) ? [] : [workload];
  });
}

/** True if the newest template runs in all replicas and no old pod is left. */
export function isReady(workload: Workload): boolean {
  const desired = workload.spec.replicas ?? 1;
  const { observedGeneration = 0, replicas = 0, updatedReplicas = 0, availableReplicas = 0 } = workload.status ?? {};
  const isObserved = observedGeneration >= (workload.metadata.generation ?? 0);
  return isObserved && updatedReplicas >= desired && replicas <= desired && availableReplicas >= desired;
}

async function reasonsOf(wait: WorkloadWait, workload: Workload): Promise<readonly PodReason[]> {
  const labels = Object.entries(workload.spec.selector?.matchLabels ?? {});
  if (labels.length === 0) return [];
  const labelSelector = labels.map(([key, value]) => `${key}=${value}`).join(',');
  const ref = { apiVersion: 'v1', kind: 'Pod', namespace: wait.namespace };
  const pods = await wait.kubernetes.list<Pod>(ref, { labelSelector });
  return pods
    .filter(({ metadata }) => metadata.deletionTimestamp === undefined)
    .flatMap((pod) => podReasons(pod, wait.redact));
}

/** Why a pod is not ready, in the cluster's own words. Empty if it is ready or nothing is known yet. */
export function podReasons(pod: Pod, redact: Redact): readonly PodReason[] {
  const { conditions = [], containerStatuses = [], initContainerStatuses = [] } = pod.status ?? {};
  const name = `Pod/${pod.metadata.name}`;
  const scheduled = conditions.find(({ type }) => type === 'PodScheduled');
  if (scheduled?.status === 'False') {
    return [
      { text: `${name} has no node yet: ${reasonText(scheduled.message ?? scheduled.reason, redact)}`, fatal: false },
    ];
  }
  const waiting = [...initContainerStatuses, ...containerStatuses].flatMap((status) =>
    containerReason(pod, status, redact),
  );
  if (waiting.some(({ text }) => text !== '')) return waiting;
  const negCondition = conditions.find(
    ({ type, status }) => type === 'cloud.google.com/load-balancer-neg-ready' && status !== 'True',
  );
  return negCondition ? [{ text: `${name} waits for the load balancer's health check`, fatal: false }] : waiting;
}

function containerReason(
  pod: Pod,
  { name, state, lastState, restartCount = 0, ready }: ContainerStatus,
  redact: Redact,
): PodReason[] {
  const { reason, message } = state?.waiting ?? {};
  const end = state?.terminated ?? lastState?.terminated;
  const { exitCode: exit, message: last } = end ?? {};
  const isCrash = end !== undefined && exit !== 0 && ready !== true;
  const run = {
    pod: pod.metadata.name,
    container: name,
    previous: restartCount > 0 && state?.terminated === undefined,
  };
  if (!isCrash && (reason === undefined || reason === 'ContainerCreating' || reason === 'PodInitializing')) {
    const isRunning = state?.running !== undefined && ready === false;
    return isRunning ? [{ text: '', fatal: false, runs: { ...run, previous: false } }] : [];
  }
  const detail = last ?? (isCrash && exit !== undefined ? `exit code ${exit}` : message);
  const what = reason ?? (end?.reason === 'OOMKilled' ? 'OOMKilled' : 'it ended by itself');
  const crash = {
    ...run,
    again: reason === 'CrashLoopBackOff' || restartCount > 1 || last?.startsWith(REFUSES) === true,
  };
  return [
    {
      text: `Pod/${pod.metadata.name}: ${what}${detail === undefined ? '' : `, ${reasonText(detail, redact)}`}`,
      fatal: reason !== undefined && FATAL.has(reason),
      ...(isCrash ? { crash } : {}),
    },
  ];
}

async function notReady(
  wait: WorkloadWait,
  names: string,
  text: string,
  crash: ContainerRun | undefined,
): Promise<ToolError> {
  const log = crash === undefined ? undefined : await lastLines(wait.kubernetes, wait.namespace, crash, wait.redact);
  // The sentence of a hub that refuses its settings says more than its log.
  const cause =
    log === undefined || text.includes(REFUSES) ? text : `${text}: ${reasonText(causeIn(log), wait.redact)}`;
  const isImage = /ImagePull|InvalidImageName/.test(text);
  const hint = isImage
    ? 'Check the image name and tag in hub.values or profiles, and that the cluster may pull it; then run apply again.'
    : crash !== undefined
      ? 'Correct hub.values, and run apply again.'
      : `Look at kubectl get events --namespace ${wait.namespace}; then run apply again, which goes on from here.`;
  return new ToolError(`${names} did not become ready${cause === '' ? '' : `: ${cause}`}`, {
    where: `namespace ${wait.namespace}`,
    hint,
    ...(log === undefined ? {} : { log }),
  });
}

function reasonText(text: string | undefined, redact: Redact): string {
  return shorten(text ?? 'no reason given', 240, redact);
}
