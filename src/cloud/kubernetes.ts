import { type HttpCall, type HttpOptions, jsonOf, request } from './http.js';
import { explainStatus, KubernetesError } from './kube-errors.js';
import { type KubeObject, type KubeRef, objectPath, refOf } from './kube-objects.js';

export { KubernetesError } from './kube-errors.js';
export { type KubeMetadata, type KubeObject, type KubeRef, objectPath } from './kube-objects.js';

/** Where the API server is and who calls it. Its certificate must be public, or trusted by NODE_EXTRA_CA_CERTS. */
export interface KubernetesOptions extends Pick<HttpOptions, 'token' | 'fetch' | 'sleep' | 'signal'> {
  /** Host of the DNS endpoint, with a port if it is not 443. */
  readonly endpoint: string;
}

interface Call extends Pick<HttpCall, 'method' | 'body'> {
  readonly path: string;
  readonly type?: string;
}

const HINT =
  'Check that the cluster is RUNNING with its DNS endpoint on, and the network of this machine (proxy, firewall), then run again.';

/** Kubernetes as one more HTTPS host. Refusals name cause and way out. */
export class Kubernetes {
  readonly #options: KubernetesOptions;

  constructor(options: KubernetesOptions) {
    this.#options = options;
  }

  /** The same API for what has to be undone after the run was interrupted. */
  withoutSignal(): Kubernetes {
    const { signal: _, ...options } = this.#options;
    return new Kubernetes(options);
  }

  /** The object, or undefined when it (or its namespace or type) does not exist. */
  async get<T extends KubeObject = KubeObject>(ref: KubeRef): Promise<T | undefined> {
    return absent(this.#call<T>({ method: 'GET', path: objectPath(ref) }));
  }

  /** How many replicas a workload is to have. This says nothing else of it, so that more identities may read it. */
  async getScale(ref: KubeRef): Promise<KubeObject | undefined> {
    return absent(this.#call<KubeObject>({ method: 'GET', path: `${objectPath(ref)}/scale` }));
  }

  /** All objects of a kind in one namespace (or the cluster); an unknown kind gives an empty list. */
  async list<T extends KubeObject = KubeObject>(
    ref: Omit<KubeRef, 'name'>,
    query: { readonly labelSelector?: string; readonly fieldSelector?: string } = {},
  ): Promise<readonly T[]> {
    const text = new URLSearchParams(query).toString();
    const path = `${objectPath(ref)}${text === '' ? '' : `?${text}`}`;
    const found = await absent(this.#call<{ items: Omit<T, 'kind' | 'apiVersion'>[] }>({ method: 'GET', path }));
    const items = Array.isArray(found?.items) ? found.items : [];
    return items.map((item) => ({ apiVersion: ref.apiVersion, kind: ref.kind, ...item }) as T);
  }

  /** Server-side apply: the object has these fields afterwards, whoever set them before. */
  async apply<T extends KubeObject>(object: T): Promise<T> {
    const path = `${objectPath(refOf(object))}?fieldManager=jupyterhub-gke&force=true`;
    return this.#call({ method: 'PATCH', path, body: object, type: 'application/apply-patch+yaml' });
  }

  /** Creates the object; fails with reason `AlreadyExists` when it is there. Never repeated after a lost answer. */
  async create<T extends KubeObject>(object: T): Promise<T> {
    const { name: _, ...ref } = refOf(object);
    return this.#call({ method: 'POST', path: objectPath(ref), body: object });
  }

  /** Writes the whole object; fails with reason `Conflict` when its resourceVersion is not the newest. */
  async replace<T extends KubeObject>(object: T): Promise<T> {
    return this.#call({ method: 'PUT', path: objectPath(refOf(object)), body: object });
  }

  /** JSON merge patch: a field set to null is removed. */
  async patch<T extends KubeObject = KubeObject>(ref: KubeRef, change: object): Promise<T> {
    return this.#call({ method: 'PATCH', path: objectPath(ref), body: change, type: 'application/merge-patch+json' });
  }

  /**
   * Deletes the object and, in the background, what it owns; true when it was there.
   * @param preconditions of the object; fails with reason `Conflict` when another one has its name by now
   */
  async delete(ref: KubeRef, preconditions?: { readonly uid: string }): Promise<boolean> {
    const body = { kind: 'DeleteOptions', apiVersion: 'v1', propagationPolicy: 'Background', preconditions };
    return (await absent(this.#call({ method: 'DELETE', path: objectPath(ref), body }))) !== undefined;
  }

  /** Text that a container wrote. */
  async log(
    ref: KubeRef,
    query: {
      readonly container: string;
      readonly previous: boolean;
      readonly tailLines: number;
      readonly limitBytes: number;
    },
  ): Promise<string> {
    const text = new URLSearchParams(
      Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
    );
    return (await this.#answer({ method: 'GET', path: `${objectPath(ref)}/log?${text}` })).text;
  }

  async #call<T>(call: Call): Promise<T> {
    const { url, text } = await this.#answer(call);
    return jsonOf<T>({ method: call.method, url }, { peer: peerOf(url) }, text);
  }

  async #answer({ method, path, body, type }: Call): Promise<{ readonly url: URL; readonly text: string }> {
    const { endpoint, ...options } = this.#options;
    const url = new URL(path, `https://${endpoint.replace(/^https:\/\//, '')}/`);
    const call = { method, url, body, ...(type === undefined ? {} : { headers: { 'content-type': type } }) };
    const answer = await request(call, { ...options, peer: peerOf(url), hint: HINT });
    if (answer.ok) return { url, text: answer.text };
    throw explainStatus(answer, `${method} ${url.host}${url.pathname}`);
  }
}

function peerOf(url: URL): string {
  return `The cluster at ${url.host}`;
}

async function absent<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof KubernetesError && error.status === 404) return undefined;
    throw error;
  }
}
