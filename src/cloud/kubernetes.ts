import { setTimeout as sleep } from 'node:timers/promises';
import { KubernetesError, parsed, refused, unreachable } from './kube-errors.js';
import { type KubeObject, type KubeRef, objectPath, refOf } from './kube-objects.js';

export { KubernetesError } from './kube-errors.js';
export { type KubeMetadata, type KubeObject, type KubeRef, objectPath } from './kube-objects.js';

/** Where the API server is and who speaks. Its certificate must be public, or trusted by NODE_EXTRA_CA_CERTS. */
export interface KubernetesOptions {
  /** Host of the DNS endpoint, with a port if it is not 443. */
  readonly endpoint: string;
  readonly token: () => Promise<string>;
  readonly fetch?: typeof fetch;
  readonly sleep?: (milliseconds: number) => Promise<unknown>;
  readonly signal?: AbortSignal;
}

interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly type?: string;
}

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly retryAfter: number;
}

const RETRIES = 4;

/** Kubernetes as one more HTTPS host: a bearer token, bounded retries, and errors that name cause and way out. */
export class Kubernetes {
  readonly #options: KubernetesOptions;

  constructor(options: KubernetesOptions) {
    this.#options = options;
  }

  /** The object, or undefined when it (or its namespace or type) does not exist. */
  async get<T extends KubeObject = KubeObject>(ref: KubeRef): Promise<T | undefined> {
    return absent(this.#call<T>({ method: 'GET', path: objectPath(ref) }));
  }

  /** All objects of a kind in one namespace (or the cluster); an unknown kind gives an empty list. */
  async list<T extends KubeObject = KubeObject>(
    ref: Omit<KubeRef, 'name'>,
    query: { readonly labelSelector?: string; readonly fieldSelector?: string } = {},
  ): Promise<readonly T[]> {
    const text = new URLSearchParams(query).toString();
    const path = `${objectPath(ref)}${text === '' ? '' : `?${text}`}`;
    const found = await absent(this.#call<{ items: Omit<T, 'kind' | 'apiVersion'>[] }>({ method: 'GET', path }));
    return (found?.items ?? []).map((item) => ({ apiVersion: ref.apiVersion, kind: ref.kind, ...item }) as T);
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

  /** JSON merge patch; a field set to null goes. */
  async patch<T extends KubeObject = KubeObject>(ref: KubeRef, change: object): Promise<T> {
    return this.#call({ method: 'PATCH', path: objectPath(ref), body: change, type: 'application/merge-patch+json' });
  }

  /** Deletes the object and, in the background, what it owns; true when it was there. */
  async delete(ref: KubeRef): Promise<boolean> {
    const body = { kind: 'DeleteOptions', apiVersion: 'v1', propagationPolicy: 'Background' };
    return (await absent(this.#call({ method: 'DELETE', path: objectPath(ref), body }))) !== undefined;
  }

  async #call<T>(call: Call): Promise<T> {
    const url = new URL(call.path, `https://${this.#options.endpoint.replace(/^https:\/\//, '')}/`);
    const where = `${call.method} ${url.host}${url.pathname}`;
    for (let attempt = 0; ; attempt += 1) {
      // Outside of the retries: a missing token is no fault of the cluster, and says so itself.
      const token = await this.#options.token();
      const answer = await this.#send(call, url, token).catch((cause: unknown) => ({ cause }));
      if ('cause' in answer) {
        if (attempt < RETRIES && call.method !== 'POST' && !this.#options.signal?.aborted) {
          await this.#wait(attempt);
          continue;
        }
        throw unreachable(url.host, where, answer.cause);
      }
      const { status, text } = answer;
      if (status >= 200 && status < 300) return parsed<T>(text, where);
      // 429 was not carried out, so that even a POST may be sent again; after a 5xx nobody knows.
      const again = status === 429 || (status >= 500 && call.method !== 'POST');
      if (!again || attempt >= RETRIES) throw refused(status, text, where);
      await this.#wait(attempt, answer.retryAfter);
    }
  }

  async #send(call: Call, url: URL, token: string): Promise<Answer> {
    const limit = AbortSignal.timeout(60_000);
    const answer = await (this.#options.fetch ?? fetch)(url, {
      method: call.method,
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'application/json',
        ...(call.body === undefined ? {} : { 'content-type': call.type ?? 'application/json' }),
      },
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      redirect: 'error',
      signal: this.#options.signal ? AbortSignal.any([limit, this.#options.signal]) : limit,
    });
    const text = await answer.text();
    return { status: answer.status, text, retryAfter: Number(answer.headers.get('retry-after')) };
  }

  async #wait(attempt: number, retryAfterSeconds = 0): Promise<void> {
    const backOff = 300 * 2 ** attempt * (0.5 + Math.random());
    await (this.#options.sleep ?? sleep)(Math.max(backOff, Math.min(retryAfterSeconds || 0, 30) * 1000));
  }
}

async function absent<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof KubernetesError && error.status === 404) return undefined;
    throw error;
  }
}
