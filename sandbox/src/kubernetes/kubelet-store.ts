import type { KubeClient } from './client.js';
import type { DataObject, Service } from './pod-types.js';

/** Kinds whose objects become files and variables. */
export type DataKind = 'configmaps' | 'secrets';

/** Content of a ConfigMap or Secret: key → bytes. */
export type Data = ReadonlyMap<string, Buffer>;

/** Keeps the ConfigMaps, Secrets and Services of the cluster at hand, and says when one of them changed. */
export class ObjectStore {
  private readonly objects = { configmaps: new Map<string, Data>(), secrets: new Map<string, Data>() };
  private readonly known = new Map<string, Service>();
  private readonly watches: { stop(): void; readonly ready: Promise<void> }[] = [];
  /** Called with the kind, namespace and name of a ConfigMap or Secret that was made, changed or deleted. */
  onData: (kind: DataKind, namespace: string, name: string) => void = () => {};
  /** Called when any Service was made, changed or deleted. */
  onServices: () => void = () => {};

  /** Starts to follow the cluster; resolves when everything that exists is known. */
  async start(client: Pick<KubeClient, 'watch'>): Promise<void> {
    for (const kind of ['configmaps', 'secrets'] as const) {
      this.watches.push(
        client.watch<DataObject>(`/api/v1/${kind}`, (event, object) => {
          const { namespace = '', name } = object.metadata;
          if (event === 'DELETED') this.objects[kind].delete(`${namespace}/${name}`);
          else this.objects[kind].set(`${namespace}/${name}`, decode(kind, object));
          this.onData(kind, namespace, name);
        }),
      );
    }
    this.watches.push(
      client.watch<Service>('/api/v1/services', (event, service) => {
        const key = `${service.metadata.namespace ?? ''}/${service.metadata.name}`;
        if (event === 'DELETED') this.known.delete(key);
        else this.known.set(key, service);
        this.onServices();
      }),
    );
    await Promise.all(this.watches.map((watch) => watch.ready));
  }

  /** Content of a ConfigMap or Secret, undefined where there is none. */
  data(kind: DataKind, namespace: string, name: string): Data | undefined {
    return this.objects[kind].get(`${namespace}/${name}`);
  }

  /** The Services of a namespace, or all. */
  services(namespace?: string): readonly Service[] {
    return [...this.known.values()].filter(
      (service) => namespace === undefined || service.metadata.namespace === namespace,
    );
  }

  stop(): void {
    for (const watch of this.watches) watch.stop();
  }
}

function decode(kind: DataKind, object: DataObject): Data {
  const text = Object.entries(object.data ?? {});
  const encoding = kind === 'secrets' ? 'base64' : 'utf8';
  return new Map([
    ...text.map(([key, value]) => [key, Buffer.from(value, encoding)] as const),
    ...Object.entries(object.binaryData ?? {}).map(([key, value]) => [key, Buffer.from(value, 'base64')] as const),
  ]);
}
