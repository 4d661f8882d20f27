import { type KubeObject, type KubeRef, type Kubernetes, KubernetesError } from '../../src/cloud/kubernetes.js';

/** Objects of one namespace in memory, behind the calls that the product makes; replacing asks for the newest version, as the API server does. */
export class Cluster {
  readonly objects = new Map<string, KubeObject>();
  /** Every call, as `verb Kind/name`. */
  readonly calls: string[] = [];
  /** What somebody else does right before a write; may throw what the API server would answer. */
  beforeWrite: (call: string) => void = () => {};
  #version = 0;

  /** Puts an object there as somebody else would. */
  put(object: KubeObject): KubeObject {
    this.#version += 1;
    const stored = { ...object, metadata: { ...object.metadata, resourceVersion: String(this.#version) } };
    this.objects.set(keyOf(object.kind, object.metadata.name), stored);
    return stored;
  }

  /** Data of a ConfigMap. */
  data(name: string): Record<string, string> {
    return (this.objects.get(keyOf('ConfigMap', name))?.data ?? {}) as Record<string, string>;
  }

  /** Names of all objects of a kind. */
  names(kind: string): string[] {
    return [...this.objects.values()].filter((one) => one.kind === kind).map(({ metadata }) => metadata.name);
  }

  get configMaps() {
    const api = {
      get: async ({ kind, name }: KubeRef) => {
        this.calls.push(`get ${keyOf(kind, name)}`);
        return this.objects.get(keyOf(kind, name));
      },
      list: async ({ kind }: KubeRef, { labelSelector = '' } = {}) => {
        this.calls.push(`list ${kind}`);
        const wanted = labelSelector === '' ? [] : labelSelector.split(',').map((one) => one.split('='));
        return [...this.objects.values()].filter(
          (one) => one.kind === kind && wanted.every(([key = '', value]) => one.metadata.labels?.[key] === value),
        );
      },
      create: async (object: KubeObject) => {
        const key = this.#write('create', object.kind, object.metadata.name);
        if (this.objects.has(key)) throw refusal(409, key, 'AlreadyExists');
        return this.put(object);
      },
      replace: async (object: KubeObject) => {
        const key = this.#write('replace', object.kind, object.metadata.name);
        const live = this.objects.get(key);
        if (live === undefined) throw refusal(404, key, 'NotFound');
        if (live.metadata.resourceVersion !== object.metadata.resourceVersion) throw refusal(409, key, 'Conflict');
        return this.put(object);
      },
      patch: async ({ kind, name }: KubeRef, change: { metadata: { labels: Record<string, string | null> } }) => {
        const key = this.#write('patch', kind, name);
        const live = this.objects.get(key);
        if (live === undefined) throw refusal(404, key, 'NotFound');
        const labels = Object.entries({ ...live.metadata.labels, ...change.metadata.labels });
        const kept = Object.fromEntries(labels.filter(([, value]) => value !== null)) as Record<string, string>;
        return this.put({ ...live, metadata: { ...live.metadata, labels: kept } });
      },
      delete: async ({ kind, name }: KubeRef) => this.objects.delete(this.#write('delete', kind, name)),
    };
    return { kubernetes: api as unknown as Kubernetes, hub: 'research', namespace: 'jupyterhub-research' };
  }

  #write(verb: string, kind: string, name: string): string {
    const call = `${verb} ${keyOf(kind, name)}`;
    this.calls.push(call);
    this.beforeWrite(call);
    return keyOf(kind, name);
  }
}

/** A refusal as the API server words it. */
export function refusal(status: number, where: string, reason: string): KubernetesError {
  return new KubernetesError(reason, { status, where, reason });
}

function keyOf(kind: string, name: string): string {
  return `${kind}/${name}`;
}
