import type { ClientRequest, IncomingMessage } from 'node:http';
import { Agent, request as httpsRequest } from 'node:https';
import { type Watch, type WatchHandler, watchResource } from './client-watch.js';

/** Metadata of a Kubernetes object, as far as the sandbox reads it. */
export interface KubeMetadata {
  readonly name: string;
  readonly namespace?: string;
  readonly uid?: string;
  readonly resourceVersion?: string;
  readonly generation?: number;
  readonly creationTimestamp?: string;
  readonly deletionTimestamp?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly finalizers?: readonly string[];
  readonly ownerReferences?: readonly {
    readonly apiVersion: string;
    readonly kind: string;
    readonly name: string;
    readonly uid: string;
    readonly controller?: boolean;
  }[];
}

/** Any Kubernetes object. Fields beside the metadata are untrusted: a user of the cluster wrote them; narrow before use. */
export interface KubeObject {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata: KubeMetadata;
  readonly spec?: Readonly<Record<string, unknown>>;
  readonly status?: Readonly<Record<string, unknown>>;
  readonly [key: string]: unknown;
}

/** A list as the API server gives it. */
export interface KubeList<T extends KubeObject = KubeObject> {
  readonly metadata: { readonly resourceVersion?: string; readonly continue?: string };
  readonly items: readonly T[];
}

/** An answer of the API server other than 2xx. */
export class KubeError extends Error {
  /** HTTP status, such as 404 or 409. */
  readonly status: number;
  /** Kubernetes' reason, such as `AlreadyExists`; empty if the answer was no Status. */
  readonly reason: string;

  constructor(status: number, reason: string, message: string) {
    super(message);
    this.name = 'KubeError';
    this.status = status;
    this.reason = reason;
  }
}

/** Address of an API server, and the caller's credentials. */
export interface KubeClientOptions {
  /** `https://127.0.0.1:PORT`. */
  readonly url: string;
  /** PEM of the certificate authority that the server's certificate is checked against. */
  readonly ca: string;
  /** PEM of a client certificate and its key; a bearer token is the other way. */
  readonly cert?: string;
  readonly key?: string;
  readonly token?: string;
  readonly userAgent?: string;
}

/** What may go along with a request. `body` is sent as JSON unless it is a string already. */
export interface KubeRequest {
  readonly body?: unknown;
  readonly contentType?: string;
  readonly query?: Readonly<Record<string, string>>;
}

/** How long a request may take that is no watch, in milliseconds. */
const REQUEST_LIMIT = 30_000;

/**
 * A small client of one API server. Every call takes the path below the server's address, such as
 * `/api/v1/namespaces/jupyterhub-hub/pods/hub-0` (one object) or `/api/v1/pods` (a collection).
 */
export class KubeClient {
  readonly url: string;
  private readonly agent: Agent;
  private readonly headers: Readonly<Record<string, string>>;

  constructor(options: KubeClientOptions) {
    this.url = options.url;
    this.agent = new Agent({
      keepAlive: true,
      ca: options.ca,
      ...(options.cert === undefined ? {} : { cert: options.cert }),
      ...(options.key === undefined ? {} : { key: options.key }),
    });
    this.headers = {
      accept: 'application/json, application/jwk-set+json',
      'user-agent': options.userAgent ?? 'jupyterhub-gke-sandbox',
      ...(options.token === undefined ? {} : { authorization: `Bearer ${options.token}` }),
    };
  }

  /** Sends a request and gives the parsed answer (text when it is not JSON). Throws a KubeError for anything but 2xx. */
  async request<T = unknown>(method: string, path: string, options: KubeRequest = {}): Promise<T> {
    const { body } = options;
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    // Node sends a DELETE's body without its length, which the server would read as a second request.
    const headers: Record<string, string> =
      text === undefined
        ? {}
        : {
            'content-type': options.contentType ?? 'application/json',
            'content-length': String(Buffer.byteLength(text)),
          };
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const request = this.open(method, withQuery(path, options.query), headers);
      request.setTimeout(REQUEST_LIMIT, () => request.destroy(new Error(`no answer to ${method} ${path}`)));
      request.on('response', resolve).on('error', reject).end(text);
    });
    const answer = await readAll(response);
    if (response.statusCode === undefined || response.statusCode >= 300)
      throw kubeError(response, method, path, answer);
    return (isJson(response) ? JSON.parse(answer) : answer) as T;
  }

  /** One object, or undefined if it does not exist (404). */
  async get<T extends KubeObject = KubeObject>(path: string): Promise<T | undefined> {
    return unlessMissing(this.request<T>('GET', path));
  }

  /** All objects of a collection; `query` may carry `labelSelector` or `fieldSelector`. */
  async list<T extends KubeObject = KubeObject>(path: string, query?: KubeRequest['query']): Promise<readonly T[]> {
    return (await this.listPage<T>(path, query)).items;
  }

  /** As `list`, with the resource version that a watch goes on from. */
  async listPage<T extends KubeObject = KubeObject>(path: string, query?: KubeRequest['query']): Promise<KubeList<T>> {
    return this.request<KubeList<T>>('GET', path, query === undefined ? {} : { query });
  }

  /** Creates an object in a collection. Throws a KubeError with status 409 if it exists already. */
  async create<T extends KubeObject = KubeObject>(collection: string, object: KubeObject): Promise<T> {
    return this.request<T>('POST', collection, { body: object });
  }

  /** Merges `patch` into an object (RFC 7386: null removes). A path that ends in `/status` patches the status. */
  async mergePatch<T extends KubeObject = KubeObject>(
    path: string,
    patch: Readonly<Record<string, unknown>>,
  ): Promise<T> {
    return this.request<T>('PATCH', path, { body: patch, contentType: 'application/merge-patch+json' });
  }

  /** Server-side apply that takes over conflicting fields, and creates a missing object. */
  async apply<T extends KubeObject = KubeObject>(
    path: string,
    object: KubeObject,
    fieldManager = 'sandbox',
  ): Promise<T> {
    return this.request<T>('PATCH', path, {
      body: object, // JSON is YAML
      contentType: 'application/apply-patch+yaml',
      query: { fieldManager, force: 'true' },
    });
  }

  /** Deletes an object; false if it did not exist. `graceSeconds` 0 removes a pod at once. */
  async delete(path: string, options: { readonly graceSeconds?: number } = {}): Promise<boolean> {
    const { graceSeconds } = options;
    const body = { kind: 'DeleteOptions', apiVersion: 'v1', propagationPolicy: 'Background' };
    const asked = this.request('DELETE', path, {
      body: graceSeconds === undefined ? body : { ...body, gracePeriodSeconds: graceSeconds },
    });
    return (await unlessMissing(asked)) !== undefined;
  }

  /**
   * Follows a collection until stopped: first an `ADDED` for each object there is, then each change, also over lost
   * connections and expired versions. `path` may carry a query such as `?labelSelector=app%3Dhub`.
   */
  watch<T extends KubeObject = KubeObject>(path: string, handler: WatchHandler<T>): Watch {
    return watchResource<T>(this, path, handler);
  }

  /** Opens a request whose answer the caller reads itself, for streams. Not sent before `end()`. */
  open(method: string, path: string, headers: Readonly<Record<string, string>> = {}): ClientRequest {
    return httpsRequest(new URL(path, this.url), {
      method,
      agent: this.agent,
      headers: { ...this.headers, ...headers },
    });
  }

  /** Closes all connections, including watches. */
  close(): void {
    this.agent.destroy();
  }
}

/** Path with a query added to its own, if any. */
export function withQuery(path: string, query: Readonly<Record<string, string>> = {}): string {
  const added = new URLSearchParams(query).toString();
  return added === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${added}`;
}

/** Reads a whole answer. */
export async function readAll(response: IncomingMessage): Promise<string> {
  response.setEncoding('utf8');
  let text = '';
  for await (const chunk of response) text += chunk;
  return text;
}

/** The error for a refused request. */
export function kubeError(response: IncomingMessage, method: string, path: string, answer: string): KubeError {
  const status = response.statusCode ?? 0;
  const said = isJson(response) && answer !== '' ? (JSON.parse(answer) as { reason?: string; message?: string }) : {};
  const message = said.message ?? (answer.trim() || `status ${status}`);
  return new KubeError(status, said.reason ?? '', `${method} ${path}: ${message}`);
}

function isJson(response: IncomingMessage): boolean {
  return /^application\/(jwk-set\+)?json\b/.test(response.headers['content-type'] ?? '');
}

async function unlessMissing<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof KubeError && error.status === 404) return undefined;
    throw error;
  }
}
