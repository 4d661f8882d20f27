import { describe, expect, test } from '@jest/globals';
import { type KubeRef, Kubernetes, KubernetesError, objectPath } from '../../../src/cloud/kubernetes.js';
import { ToolError } from '../../../src/errors.js';
import { type Answer, refusedConnection, stub } from '../../support/answers.js';

const REF: KubeRef = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  namespace: 'jupyterhub-research',
  name: 'research-members',
};
const OBJECT = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { namespace: 'jupyterhub-research', name: 'research-members' },
};
const PATH = '/api/v1/namespaces/jupyterhub-research/configmaps';

function cluster(...answers: Answer[]) {
  const server = stub(...answers);
  const kubernetes = new Kubernetes({ endpoint: 'gke-1.gke.example', token: async () => 'ya29.t', ...server });
  return { kubernetes, ...server };
}

const lostConnection = (): Error => new TypeError('fetch failed', { cause: new Error('socket hang up') });

const status = (code: number, reason: string, message: string): Answer => ({
  status: code,
  body: { kind: 'Status', apiVersion: 'v1', reason, message },
});

describe('objectPath', () => {
  test.each([
    [REF, `${PATH}/research-members`],
    [{ apiVersion: 'v1', kind: 'PersistentVolume', name: 'pv' }, '/api/v1/persistentvolumes/pv'],
    [
      { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', namespace: 'n', name: 'i' },
      '/apis/networking.k8s.io/v1/namespaces/n/ingresses/i',
    ],
    [
      { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', namespace: 'n' },
      '/apis/networking.k8s.io/v1/namespaces/n/networkpolicies',
    ],
    [{ apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', name: 'c' }, '/apis/storage.k8s.io/v1/storageclasses/c'],
    [
      { apiVersion: 'v1', kind: 'ConfigMap', namespace: '../..', name: 'a/b?c#d' },
      '/api/v1/namespaces/..%2F../configmaps/a%2Fb%3Fc%23d',
    ],
  ])('an object or kind has one path: %j', (ref, path) => expect(objectPath(ref)).toBe(path));
});

describe('calls', () => {
  test('the cluster is called over https with a bearer token', async () => {
    const { kubernetes, seen } = cluster({ status: 200, body: OBJECT });
    expect(await kubernetes.get(REF)).toEqual(OBJECT);
    expect(seen[0]).toMatchObject({
      url: `https://gke-1.gke.example${PATH}/research-members`,
      headers: { authorization: 'Bearer ya29.t' },
    });
  });

  test('a missing object reads as undefined, lists as nothing and deletes as false', async () => {
    const { kubernetes } = cluster(status(404, 'NotFound', 'not found'));
    expect(await kubernetes.get(REF)).toBeUndefined();
    expect(await kubernetes.list(REF)).toEqual([]);
    expect(await kubernetes.delete(REF)).toBe(false);
    await expect(kubernetes.replace(OBJECT)).rejects.toMatchObject({ status: 404, reason: 'NotFound' });
  });

  test('listed objects get their kind and version, which the API leaves out', async () => {
    const { kubernetes, seen } = cluster({ status: 200, body: { items: [{ metadata: { name: 'a' } }] } });
    const { name: _, ...ref } = REF;
    expect(await kubernetes.list(ref, { labelSelector: 'a=b,c' })).toEqual([
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } },
    ]);
    expect(seen[0]?.url).toBe(`https://gke-1.gke.example${PATH}?labelSelector=a%3Db%2Cc`);
  });

  test('each kind of write uses its own method and content type', async () => {
    const { kubernetes, seen } = cluster({ status: 200, body: OBJECT });
    await kubernetes.apply(OBJECT);
    await kubernetes.create(OBJECT);
    await kubernetes.replace(OBJECT);
    await kubernetes.patch(REF, { data: null });
    expect(await kubernetes.delete(REF)).toBe(true);
    const short = seen.map(({ method, url, headers }) => [
      method,
      url.slice(url.indexOf(PATH) + PATH.length),
      headers['content-type'],
    ]);
    expect(short).toEqual([
      ['PATCH', '/research-members?fieldManager=jupyterhub-gke&force=true', 'application/apply-patch+yaml'],
      ['POST', '', 'application/json'],
      ['PUT', '/research-members', 'application/json'],
      ['PATCH', '/research-members', 'application/merge-patch+json'],
      ['DELETE', '/research-members', 'application/json'],
    ]);
    expect(seen[4]?.body).toMatchObject({ propagationPolicy: 'Background' });
  });
});

describe('repeats', () => {
  test('a call is repeated after a lost connection and a server error, five times at most', async () => {
    const { kubernetes, seen } = cluster(refusedConnection(), { status: 500 }, { status: 200, body: OBJECT });
    await kubernetes.replace(OBJECT);
    expect(seen).toHaveLength(3);
    const down = cluster(refusedConnection());
    await expect(down.kubernetes.get(REF)).rejects.toThrow(
      'gke-1.gke.example cannot be reached (connect ECONNREFUSED 127.0.0.1:1)',
    );
    expect(down.seen).toHaveLength(5);
  });

  test('a create is repeated only where the server surely did nothing', async () => {
    for (const answer of [lostConnection(), { status: 503 }]) {
      const { kubernetes, seen } = cluster(answer);
      await expect(kubernetes.create(OBJECT)).rejects.toBeInstanceOf(ToolError);
      expect(seen).toHaveLength(1);
    }
    const { kubernetes, pauses } = cluster(
      { status: 429, headers: { 'retry-after': '3600' } },
      { status: 201, body: OBJECT },
    );
    await kubernetes.create(OBJECT);
    expect(pauses).toEqual([60_000]);
  });

  test('an interrupted run repeats nothing', async () => {
    const server = stub(refusedConnection());
    const kubernetes = new Kubernetes({
      endpoint: 'x',
      token: async () => 't',
      signal: AbortSignal.abort(),
      ...server,
    });
    await expect(kubernetes.get(REF)).rejects.toBeInstanceOf(ToolError);
    expect(server.seen).toHaveLength(1);
  });

  test('without credentials nothing is sent, and the message says so', async () => {
    const server = stub({ status: 200 });
    const token = async (): Promise<string> => {
      throw new ToolError('No Google credentials can be used here', { hint: 'sign in' });
    };
    const kubernetes = new Kubernetes({ endpoint: 'x', token, ...server });
    await expect(kubernetes.get(REF)).rejects.toMatchObject({
      message: 'No Google credentials can be used here',
      hint: 'sign in',
    });
    expect(server.pauses).toEqual([]);
  });
});

describe('refusals', () => {
  test.each([
    [401, 'Unauthorized', /does not accept the credentials/, /Sign in again/],
    [403, 'Forbidden', /permission in the cluster is missing: said/, /container.admin/],
    [409, 'Conflict', /^said$/, /Run again/],
    [422, 'Invalid', /^said$/, /takes for invalid/],
    [500, 'InternalError', /^said$/, /unwell/],
  ])('a refusal with HTTP %d is explained', async (code, reason, message, hint) => {
    const { kubernetes } = cluster(status(code, reason, 'said'));
    const error: unknown = await kubernetes.create(OBJECT).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(KubernetesError);
    const { message: text, hint: way, ...rest } = error as KubernetesError;
    expect(text).toMatch(message);
    expect(way).toMatch(hint);
    expect(rest).toMatchObject({ status: code, reason, where: `POST gke-1.gke.example${PATH}` });
  });

  test('a refusal that is not from Kubernetes is named by its status', async () => {
    for (const body of ['<html>', '', 'null', '{"kind": "Other", "message": "x"}']) {
      await expect(cluster({ status: 418, body }).kubernetes.get(REF)).rejects.toThrow('HTTP 418');
    }
  });
});
