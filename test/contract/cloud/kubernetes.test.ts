import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Kubernetes, KubernetesError, objectPath } from '../../../src/cloud/kubernetes.js';
import { ToolError } from '../../../src/errors.js';

interface Seen {
  readonly method: string;
  readonly url: string;
  readonly type: string | undefined;
  readonly token: string | undefined;
  readonly body: unknown;
}
type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const MAP = { apiVersion: 'v1', kind: 'ConfigMap', namespace: 'ns', name: 'a' };
const status =
  (code: number, reason: string, message = reason): Answer =>
  (_, response) => {
    response.writeHead(code, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ kind: 'Status', apiVersion: 'v1', status: 'Failure', code, reason, message }));
  };
const ok =
  (body: unknown): Answer =>
  (_, response) =>
    void response.end(JSON.stringify(body));
const hangUp: Answer = (request) => void request.socket.destroy();

let server: Server;
let seen: Seen[];
let answers: Answer[];
let waits: number[];
let kubernetes: Kubernetes;

beforeEach(async () => {
  seen = [];
  answers = [];
  waits = [];
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', () => {
      seen.push({
        method: request.method ?? '',
        url: request.url ?? '',
        type: request.headers['content-type'],
        token: request.headers.authorization,
        body: text === '' ? undefined : JSON.parse(text),
      });
      (answers.shift() ?? status(500, 'Unexpected'))(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  kubernetes = new Kubernetes({
    endpoint: `127.0.0.1:${port}`,
    token: async () => 'ya29.token',
    // The class speaks HTTPS only; the certificate is not what is looked at here.
    fetch: (url, init) => fetch(String(url).replace(/^https:/, 'http:'), init),
    sleep: async (milliseconds) => void waits.push(milliseconds),
  });
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

describe('requests', () => {
  test('reads, lists and writes have the form that the API expects', async () => {
    const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', namespace: 'ns' } };
    answers = Array.from({ length: 7 }, () => ok({ ...object, items: [{ metadata: { name: 'x' } }] }));
    await kubernetes.get(MAP);
    const list = await kubernetes.list(
      { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', namespace: 'ns' },
      { labelSelector: 'a=b,c' },
    );
    await kubernetes.apply(object);
    await kubernetes.create(object);
    await kubernetes.replace(object);
    await kubernetes.patch(MAP, { data: null });
    await kubernetes.delete(MAP);
    expect(list).toEqual([{ apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', metadata: { name: 'x' } }]);
    expect(seen.map(({ method, url, type }) => [method, url, type])).toEqual([
      ['GET', '/api/v1/namespaces/ns/configmaps/a', undefined],
      ['GET', '/apis/networking.k8s.io/v1/namespaces/ns/ingresses?labelSelector=a%3Db%2Cc', undefined],
      [
        'PATCH',
        '/api/v1/namespaces/ns/configmaps/a?fieldManager=jupyterhub-gke&force=true',
        'application/apply-patch+yaml',
      ],
      ['POST', '/api/v1/namespaces/ns/configmaps', 'application/json'],
      ['PUT', '/api/v1/namespaces/ns/configmaps/a', 'application/json'],
      ['PATCH', '/api/v1/namespaces/ns/configmaps/a', 'application/merge-patch+json'],
      ['DELETE', '/api/v1/namespaces/ns/configmaps/a', 'application/json'],
    ]);
    expect(new Set(seen.map(({ token }) => token))).toEqual(new Set(['Bearer ya29.token']));
    expect(seen[6]?.body).toMatchObject({ propagationPolicy: 'Background' });
  });

  test('a missing object is an answer to a read or a delete, and an error to a write', async () => {
    answers = [status(404, 'NotFound'), status(404, 'NotFound'), status(404, 'NotFound'), status(404, 'NotFound')];
    expect(await kubernetes.get(MAP)).toBeUndefined();
    expect(await kubernetes.list({ apiVersion: 'v1', kind: 'ConfigMap', namespace: 'ns' })).toEqual([]);
    expect(await kubernetes.delete(MAP)).toBe(false);
    await expect(kubernetes.patch(MAP, {})).rejects.toMatchObject({ status: 404 });
  });

  test('a name cannot leave its place in the path', () => {
    const path = objectPath({ ...MAP, namespace: '../../x', name: 'a/b?c#d' });
    expect(path).toBe('/api/v1/namespaces/..%2F..%2Fx/configmaps/a%2Fb%3Fc%23d');
    for (const name of ['', '.', '..']) expect(() => objectPath({ ...MAP, name })).toThrow('cannot be the name');
    expect(objectPath({ apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', name: 'x' })).toBe(
      '/apis/storage.k8s.io/v1/storageclasses/x',
    );
    expect(objectPath({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy' })).toMatch(/networkpolicies$/);
  });
});

describe('faults', () => {
  test('a passing fault is waited out, for as long as the server asks', async () => {
    const busy: Answer = (_, response) => {
      response.writeHead(429, { 'retry-after': '7' });
      response.end();
    };
    answers = [status(503, 'ServiceUnavailable'), busy, hangUp, ok({ metadata: { name: 'a' } })];
    expect(await kubernetes.get(MAP)).toMatchObject({ metadata: { name: 'a' } });
    expect(waits).toHaveLength(3);
    expect(waits[1]).toBeGreaterThanOrEqual(7000);
  });

  test('a fault with an unknown outcome does not make a second object', async () => {
    answers = [hangUp];
    await expect(kubernetes.create({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } })).rejects.toThrow(
      ToolError,
    );
    answers = [status(500, 'InternalError')];
    await expect(
      kubernetes.create({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } }),
    ).rejects.toMatchObject({
      status: 500,
    });
    expect(seen).toHaveLength(2);
    answers = [status(429, 'TooManyRequests'), ok({})];
    await kubernetes.create({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } });
    expect(seen).toHaveLength(4);
  });

  test.each([
    [401, 'Unauthorized', /does not accept the credentials/, /Sign in again/],
    [403, 'Forbidden', /A permission in the cluster is missing: no way/, /container.admin/],
    [409, 'Conflict', /no way/, /Run again/],
    [422, 'Invalid', /no way/, /takes for invalid/],
  ])('a refusal with HTTP %d ends in one plain message', async (code, reason, message, hint) => {
    answers = [status(code, reason, 'no way')];
    const error = await kubernetes.patch(MAP, {}).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(KubernetesError);
    const known = error as KubernetesError;
    expect(known).toMatchObject({ status: code, reason });
    expect(known.message).toMatch(message);
    expect(known.hint).toMatch(hint);
    expect(known.where).toMatch(/^PATCH 127\.0\.0\.1:\d+\/api\/v1\/namespaces\/ns\/configmaps\/a$/);
  });

  test('a page of a proxy does not count as an answer of Kubernetes', async () => {
    answers = [
      (_, response) => {
        response.writeHead(403, { 'content-type': 'text/html' });
        response.end('<html>blocked</html>');
      },
    ];
    await expect(kubernetes.get(MAP)).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining('HTTP 403'),
    });
    answers = [(_, response) => void response.end('<html>welcome</html>')];
    await expect(kubernetes.get(MAP)).rejects.toThrow('sent an answer that is not JSON');
  });

  test('a cluster that does not answer is named after five attempts', async () => {
    answers = [hangUp, hangUp, hangUp, hangUp, hangUp];
    await expect(kubernetes.get(MAP)).rejects.toMatchObject({
      message: expect.stringMatching(/^The cluster at 127\.0\.0\.1:\d+ cannot be reached/),
      hint: expect.stringContaining('RUNNING'),
    });
    expect(seen).toHaveLength(5);
  });

  test('without a token nothing is sent, and the message says so', async () => {
    const token = async (): Promise<string> => {
      throw new ToolError('No Google credentials can be used here');
    };
    const anonymous = new Kubernetes({ endpoint: 'cluster.invalid', token });
    await expect(anonymous.get(MAP)).rejects.toThrow('No Google credentials');
  });

  test('a read is repeated when its answer breaks off', async () => {
    const half: Answer = (request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"metadata":', () => request.socket.destroy());
    };
    answers = [half, ok({ metadata: { name: 'a' } })];
    expect(await kubernetes.get(MAP)).toMatchObject({ metadata: { name: 'a' } });
  });

  test('an interrupted run repeats nothing', async () => {
    const abort = new AbortController();
    const slow = new Kubernetes({
      endpoint: 'cluster.invalid',
      token: async () => 't',
      signal: abort.signal,
      fetch: async () => {
        abort.abort(new Error('interrupted'));
        throw new Error('gone');
      },
      sleep: async () => void waits.push(1),
    });
    await expect(slow.get(MAP)).rejects.toThrow();
    expect(waits).toEqual([]);
  });
});
