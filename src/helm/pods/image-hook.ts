import type { Redact } from '../../change/redact.js';
import type { Kubernetes } from '../../cloud/kubernetes.js';
import { ToolError } from '../../errors.js';
import { type Pod, podReasons } from './workloads.js';

/** What watching the chart's image hook needs. Times are milliseconds. */
export interface ImageHookWatch {
  /** Hides secrets in texts of pods, before they are cut. */
  readonly redact: Redact;
  readonly kubernetes: Kubernetes;
  readonly namespace: string;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  readonly now?: () => number;
}

const STEP = 3000;
// A registry may fail once.
const PATIENCE = 25_000;
const SELECTOR = 'component=hook-image-puller';

/**
 * Runs helm beside a look at the pods by which the chart pulls the notebooks' images before it changes anything. helm itself
 * would wait for an image that does not exist until its own limit. The signal ends helm.
 */
export async function whileImagesArePulled<T>(
  watch: ImageHookWatch,
  upgrade: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const stop = new AbortController();
  let isRunning = true;
  let reason: string | undefined;
  const look = async (): Promise<void> => {
    const now = watch.now ?? Date.now;
    let since: number | undefined;
    for (await watch.sleep(STEP); isRunning; await watch.sleep(STEP)) {
      // An answer that does not come is no reason to end helm, which has its own limit.
      const failing = await failingImage(watch).catch(() => undefined);
      since = failing === undefined ? undefined : (since ?? now());
      if (since === undefined || now() - since < PATIENCE || !isRunning) continue;
      reason = failing;
      stop.abort();
      return;
    }
  };
  // Nobody waits for its last sleep.
  void look();
  try {
    return await upgrade(stop.signal);
  } catch (error) {
    if (reason === undefined) throw error;
    throw new ToolError(`An image of the notebooks cannot be pulled: ${reason}`, {
      where: `namespace ${watch.namespace}`,
      hint: 'Check the image name and tag in hub.values or profiles, and that the cluster may pull it; then run apply again.',
      cause: error,
    });
  } finally {
    isRunning = false;
  }
}

async function failingImage({ kubernetes, namespace, redact }: ImageHookWatch): Promise<string | undefined> {
  const ref = { apiVersion: 'v1', kind: 'Pod', namespace };
  const pods = await kubernetes.list<Pod>(ref, { labelSelector: SELECTOR });
  const reasons = pods
    .flatMap((pod) => podReasons(pod, redact))
    .filter(({ text }) => /: (ErrImagePull|ImagePullBackOff|InvalidImageName)\b/.test(text));
  return reasons[0]?.text;
}
