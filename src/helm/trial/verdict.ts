import type { KubeObject } from '../../cloud/kubernetes.js';
import { entryOf, isObject } from '../../json.js';
import type { Pod } from '../pods/workloads.js';

/** What a trial says about the new hub. */
export type TrialVerdict =
  | { readonly kind: 'good' }
  /** The hub itself would fail in the same way. */
  | {
      readonly kind: 'refused';
      readonly why: string;
      /** Entry of hub.extraConfig, or file of hub.extraFiles, and the line in it. */
      readonly entry?: string | undefined;
      readonly file?: string | undefined;
      readonly line?: number | undefined;
    }
  /** The trial ended, and proves nothing. */
  | { readonly kind: 'undecided'; readonly why: string };

/** How long states of a pod lasted so far, in milliseconds. */
export interface TrialTime {
  /** Since the Job was let go. */
  readonly total: number;
  /** Since this state was seen first. */
  readonly state: number;
}

/** An event about the pod. */
export interface PodEvent extends KubeObject {
  readonly reason?: string;
  readonly message?: string;
}

const LIMIT = 120_000;
/** A registry may fail once, and a pod may be a moment earlier than what it needs. */
const PATIENCE: Readonly<Record<string, number>> = {
  CreateContainerConfigError: 8000,
  ErrImagePull: 20_000,
  ImagePullBackOff: 20_000,
  InvalidImageName: 0,
};
const NO_NODE = 45_000;
const NO_FILES = 20_000;

/** Name of the state of a trial's pod, for measuring how long it lasts. */
export function trialState(pod: Pod | undefined): string {
  if (pod === undefined) return 'no pod';
  if (unscheduled(pod) !== undefined) return 'no node';
  const reason = waitingOf(pod)?.reason ?? '';
  return reason === 'ErrImagePull' ? 'ImagePullBackOff' : reason;
}

/**
 * Judges a trial by its pod; undefined while it goes on.
 * @param isPlacedAnew whether the change is about which nodes can take the hub
 */
export function trialVerdict(
  pod: Pod | undefined,
  events: readonly PodEvent[],
  time: TrialTime,
  isPlacedAnew: boolean,
): TrialVerdict | undefined {
  const ended = pod === undefined ? undefined : endOf(pod);
  if (ended !== undefined) return ended;
  const missing = pod === undefined ? undefined : unscheduled(pod);
  if (missing !== undefined && time.state >= NO_NODE) {
    const grows = events.some(({ reason }) => reason === 'TriggeredScaleUp');
    if (grows || !isPlacedAnew) return { kind: 'undecided', why: 'no node has room for a second hub yet' };
    return { kind: 'refused', why: `no node can take it: ${missing}` };
  }
  const waiting = pod === undefined ? undefined : waitingOf(pod);
  const patience = entryOf(PATIENCE, waiting?.reason ?? '');
  if (waiting !== undefined && patience !== undefined && time.state >= patience) {
    return { kind: 'refused', why: `${waiting.reason}, ${waiting.message ?? 'no reason given'}` };
  }
  const unmounted = events.find(
    ({ reason, message }) => reason === 'FailedMount' && /(configmap|secret) "[^"]*" not found/i.test(message ?? ''),
  );
  if (unmounted !== undefined && waiting?.reason === 'ContainerCreating' && time.state >= NO_FILES) {
    return { kind: 'refused', why: unmounted.message ?? '' };
  }
  return time.total >= LIMIT ? { kind: 'undecided', why: 'it did not come to an end' } : undefined;
}

function unscheduled({ status }: Pod): string | undefined {
  const found = status?.conditions?.find(({ type }) => type === 'PodScheduled');
  return found?.status === 'False' ? (found.message ?? found.reason ?? '') : undefined;
}

function waitingOf({ status }: Pod): { readonly reason?: string; readonly message?: string } | undefined {
  const all = [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])];
  return all.find(({ state }) => state?.waiting?.reason !== undefined)?.state?.waiting;
}

function endOf({ status }: Pod): TrialVerdict | undefined {
  const end = status?.containerStatuses?.find(({ name }) => name === 'hub')?.state?.terminated;
  if (end === undefined) {
    // Files that only they bring are missing, or they need what a trial does not have.
    const failed = status?.initContainerStatuses?.find(({ state }) => (state?.terminated?.exitCode ?? 0) !== 0);
    if (failed !== undefined) return { kind: 'undecided', why: `its init container ${failed.name} failed` };
    return status?.phase === 'Failed' ? { kind: 'undecided', why: 'the cluster ended it' } : undefined;
  }
  if (end.reason === 'OOMKilled') {
    return { kind: 'refused', why: 'it needs more memory than hub.values.hub.resources.limits gives it' };
  }
  return reportOf(end.message) ?? { kind: 'undecided', why: `it ended with exit code ${end.exitCode ?? 'unknown'}` };
}

/** Reads what hub_trial.py reported. The text is of the hub's code. */
function reportOf(message: string | undefined): TrialVerdict | undefined {
  let report: unknown;
  try {
    report = JSON.parse(message ?? '');
  } catch {
    return undefined;
  }
  if (!isObject(report)) return undefined;
  const { verdict, error, denied, entry, file, line } = report;
  if (verdict === 'good') return { kind: 'good' };
  const why = typeof error === 'string' ? error : 'no reason given';
  if (verdict !== 'refused') {
    const lacking = Array.isArray(denied) && denied.length > 0 ? `without ${denied.join(' and ')}: ` : '';
    return { kind: 'undecided', why: `${lacking}${why}` };
  }
  return {
    kind: 'refused',
    why,
    ...(typeof entry === 'string' ? { entry } : {}),
    ...(typeof file === 'string' ? { file } : {}),
    ...(typeof line === 'number' ? { line } : {}),
  };
}
