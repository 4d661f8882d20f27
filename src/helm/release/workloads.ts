import type { KubeObject, Kubernetes } from '../../cloud/kubernetes.js';
import { ToolError } from '../../errors.js';

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
  readonly state?: { readonly waiting?: { readonly reason?: string; readonly message?: string } };
  readonly lastState?: {
    readonly terminated?: { readonly reason?: string; readonly exitCode?: number; readonly message?: string };
  };
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
}

/** Options of the wait for the hub's own workloads. Times are milliseconds. */
export interface WorkloadWait {
  readonly kubernetes: Kubernetes;
  readonly namespace: string;
  /** Deployments that must be ready. */
  readonly names: readonly string[];
  readonly limit: number;
  readonly say: (line: string) => void;
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
// A fatal cause must last this long. An image registry may fail once, and a hub may restart until its proxy is up.
const PATIENCE = 90_000;

/** Waits until the deployments run their newest template. Logs why pods do not start. Throws with that reason at the limit. */
export async function waitForWorkloads(wait: WorkloadWait): Promise<void> {
  const now = wait.now ?? Date.now;
  const start = now();
  let lastLine = '';
  let fatalSince: number | undefined;
  for (;;) {
    wait.signal?.throwIfAborted();
    const missing = await unready(wait);
    if (missing.length === 0) return;
    const reasons = (await Promise.all(missing.map((workload) => reasonsOf(wait, workload)))).flat();
    const text = [...new Set(reasons.map((reason) => reason.text))].join('; ');
    const names = missing.map(({ metadata }) => metadata.name).join(', ');
    const line = `  waiting for ${names}${text === '' ? '' : ` (${text})`}`;
    if (line !== lastLine) wait.say(line);
    lastLine = line;
    const isFatal = reasons.some(({ fatal }) => fatal);
    fatalSince = isFatal ? (fatalSince ?? now()) : undefined;
    const isStuck = fatalSince !== undefined && now() - fatalSince > PATIENCE;
    if (isStuck || now() - start > wait.limit) throw notReady(wait, names, text);
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
  return pods.filter(({ metadata }) => metadata.deletionTimestamp === undefined).flatMap(podReasons);
}

/** Why a pod is not ready, in the cluster's own words. Empty if it is ready or nothing is known yet. */
export function podReasons(pod: Pod): readonly PodReason[] {
  const { conditions = [], containerStatuses = [], initContainerStatuses = [] } = pod.status ?? {};
  const name = `Pod/${pod.metadata.name}`;
  const scheduled = conditions.find(({ type }) => type === 'PodScheduled');
  if (scheduled?.status === 'False') {
    return [{ text: `${name} has no node yet: ${shorten(scheduled.message ?? scheduled.reason)}`, fatal: false }];
  }
  const waiting = [...initContainerStatuses, ...containerStatuses].flatMap((container) => {
    const { reason, message } = container.state?.waiting ?? {};
    if (reason === undefined || reason === 'ContainerCreating' || reason === 'PodInitializing') return [];
    // A hub that refuses its settings says why in the message of its end (helm/hub/owned_settings.py).
    const { exitCode: exit, message: last } = container.lastState?.terminated ?? {};
    const detail = last ?? message ?? (exit === undefined ? undefined : `exit code ${exit}`);
    return [
      { text: `${name}: ${reason}${detail === undefined ? '' : `, ${shorten(detail)}`}`, fatal: FATAL.has(reason) },
    ];
  });
  if (waiting.length > 0) return waiting;
  const negCondition = conditions.find(
    ({ type, status }) => type === 'cloud.google.com/load-balancer-neg-ready' && status !== 'True',
  );
  return negCondition ? [{ text: `${name} waits for the load balancer's health check`, fatal: false }] : [];
}

function notReady(wait: WorkloadWait, names: string, text: string): ToolError {
  const isImage = /ImagePull|InvalidImageName/.test(text);
  const isCrash = /CrashLoop/.test(text);
  const hint = isImage
    ? 'Check the image name and tag in hub.values or profiles, and that the cluster may pull it; then run apply again.'
    : isCrash
      ? `Read its log: kubectl logs --namespace ${wait.namespace} deploy/${names.split(',')[0]} --previous. Then correct hub.values and run apply again.`
      : `Look at kubectl get events --namespace ${wait.namespace}; then run apply again, which goes on from here.`;
  return new ToolError(`${names} did not become ready${text === '' ? '' : `: ${text}`}`, {
    where: `namespace ${wait.namespace}`,
    hint,
  });
}

function shorten(text: string | undefined): string {
  const line = (text ?? 'no reason given').replace(/\s+/g, ' ').trim();
  return line.length > 240 ? `${line.slice(0, 239)}…` : line;
}
