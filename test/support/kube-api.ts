import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { KubeObject } from '../../src/cloud/kubernetes.js';

/** What the API has at a path: an object, a refusal with this status, or an object that is made when it is asked for. */
export type EffectiveLimits = object | number | (() => object);

/** An API server of a cluster as far as single objects go, which notes every request. */
export interface KubeApi {
  /** By path. Only `put` gives an object the version that writing it needs. */
  readonly objects: Record<string, EffectiveLimits>;
  /** `GET /path 200` and so on, in order. */
  readonly calls: string[];
  put(path: string, object: object): void;
  /** Where it listens on the loopback interface, for plain HTTP. */
  readonly port: number;
  /** What others do right before a write of an object is looked at. */
  beforeWrite: (path: string) => void;
  stop(): Promise<void>;
}

/** Name of the cluster's endpoint, for the emulator's `setClusterEndpoint`. */
export const KUBE_HOST = 'kube.test';

/** Starts one on a free loopback port. Until it is stopped, `fetch` of this process finds it as https://kube.test. */
export async function startKubeApi(): Promise<KubeApi> {
  let version = 0;
  const api: Omit<KubeApi, 'stop' | 'port'> = {
    objects: {},
    calls: [],
    beforeWrite: () => {},
    put(path, object) {
      version += 1;
      const metadata = { ...(object as KubeObject).metadata, resourceVersion: String(version) };
      api.objects[path] = { ...object, metadata };
    },
  };
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '', `https://${KUBE_HOST}`).pathname;
    const { status, body } = answerTo(api, request.method ?? '', path, await bodyOf(request));
    api.calls.push(`${request.method} ${path} ${status}`);
    send(response, status, body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const realFetch = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const url = String(input);
    return realFetch(url.replace(`https://${KUBE_HOST}/`, `http://127.0.0.1:${port}/`), init);
  };
  return Object.assign(api, {
    port,
    async stop() {
      globalThis.fetch = realFetch;
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

interface Reply {
  readonly status: number;
  readonly body?: object;
}

/** As the API server does it: a new object must be new, and who replaces one must have read its newest version. */
function answerTo(
  api: Omit<KubeApi, 'stop' | 'port'>,
  method: string,
  path: string,
  object: KubeObject | undefined,
): Reply {
  const key = method === 'POST' ? `${path}/${object?.metadata.name}` : path;
  if (object !== undefined) api.beforeWrite(key);
  const held = api.objects[key];
  if (typeof held === 'number') return { status: held };
  const live = typeof held === 'function' ? held() : held;
  if (object === undefined) return method === 'GET' && live ? { status: 200, body: live } : { status: 404 };
  if (method === 'POST' && live) return { status: 409 };
  if (method === 'PUT' && versionOf(object) !== versionOf(live)) return { status: 409 };
  api.put(key, object);
  return { status: 200, body: api.objects[key] as object };
}

function versionOf(object: object | undefined): string | undefined {
  return (object as KubeObject | undefined)?.metadata.resourceVersion;
}

async function bodyOf(request: IncomingMessage): Promise<KubeObject | undefined> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text === '' ? undefined : (JSON.parse(text) as KubeObject);
}

function send(response: ServerResponse, status: number, body?: object): void {
  const failure = { kind: 'Status', apiVersion: 'v1', status: 'Failure', message: 'no', code: status };
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body ?? failure));
}
