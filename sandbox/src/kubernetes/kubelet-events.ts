import type { KubeClient } from './client.js';
import { now } from './pod-container.js';
import type { Pod } from './pod-types.js';

/** Seconds during which the same event of the same pod is not written again. */
const QUIET = 10;

/** Writes the events that people (and KubeSpawner's progress page) read. Losing one harms nothing. */
export class EventRecorder {
  private readonly last = new Map<string, number>();

  constructor(private readonly client: Pick<KubeClient, 'create'>) {}

  record(pod: Pod, type: 'Normal' | 'Warning', reason: string, message: string): void {
    const { name, namespace = 'default', uid, resourceVersion } = pod.metadata;
    const key = `${uid}/${reason}/${message}`;
    const time = Date.now();
    if (time - (this.last.get(key) ?? 0) < QUIET * 1000) return;
    this.last.set(key, time);
    if (this.last.size > 1000) this.last.clear();
    const at = now();
    const event = {
      apiVersion: 'v1',
      kind: 'Event',
      metadata: { name: `${name}.${time.toString(16)}${Math.random().toString(16).slice(2, 8)}`, namespace },
      involvedObject: { apiVersion: 'v1', kind: 'Pod', name, namespace, uid, resourceVersion },
      type,
      reason,
      message,
      firstTimestamp: at,
      lastTimestamp: at,
      count: 1,
      source: { component: 'kubelet', host: pod.spec.nodeName },
    };
    void this.client.create(`/api/v1/namespaces/${namespace}/events`, event).catch(() => {});
  }
}
