import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { expect } from '@jest/globals';
import { processesOf, startControlPlaneEnvironment, until } from '../../../../test/support/kubernetes.js';
import { sharedEnvironment } from '../../../../test/support/shared-environment.js';
import type { KubeObject } from '../../../src/kubernetes/client.js';

const testInEnvironment = sharedEnvironment(startControlPlaneEnvironment, 30_000);

testInEnvironment('nodes are ready, in three zones, and labelled as on Autopilot', async ({ plane }) => {
  const nodes = await plane.client.list('/api/v1/nodes');
  expect(nodes.map(({ metadata }) => metadata.labels?.['topology.kubernetes.io/zone']).sort()).toEqual([
    'europe-west4-a',
    'europe-west4-b',
    'europe-west4-c',
  ]);
  for (const { metadata } of nodes) expect(metadata.name).toMatch(/^gk3-demo-pool-1-[0-9a-f]{8}-[0-9a-f]{4}$/);
  const leases = await plane.client.list('/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases');
  expect(leases).toHaveLength(3);
});

testInEnvironment('objects can be created, read, applied, patched, watched and deleted', async ({ plane }) => {
  const { client } = plane;
  await client.create('/api/v1/namespaces', { metadata: { name: 'objects' } });
  const maps = '/api/v1/namespaces/objects/configmaps';
  const seen: string[] = [];
  const watch = client.watch(`${maps}?labelSelector=test%3Dyes`, (event, { metadata, data }) => {
    seen.push(`${event} ${metadata.name} ${JSON.stringify(data)}`);
  });
  await watch.ready;
  const labels = { test: 'yes' };
  await client.create(maps, { metadata: { name: 'one', labels }, data: { a: 'ä' } });
  await expect(client.create(maps, { metadata: { name: 'one' } })).rejects.toMatchObject({
    status: 409,
    reason: 'AlreadyExists',
  });
  await client.mergePatch(`${maps}/one`, { data: { a: null, b: '2' } });
  await client.apply(`${maps}/two`, {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'two' },
    data: { c: '3' },
  });
  expect((await client.get(`${maps}/two`))?.data).toEqual({ c: '3' });
  expect(await client.get(`${maps}/three`)).toBeUndefined();
  expect(await client.delete(`${maps}/one`)).toBe(true);
  expect(await client.delete(`${maps}/one`)).toBe(false);
  await until(() => seen.length === 3);
  expect(seen).toEqual(['ADDED one {"a":"ä"}', 'MODIFIED one {"b":"2"}', 'DELETED one {"b":"2"}']);
  watch.stop();
});

testInEnvironment('a watch survives a lost connection', async ({ plane, clientOf }) => {
  const own = clientOf('owner-token');
  const maps = '/api/v1/namespaces/objects/configmaps';
  const seen: string[] = [];
  const watch = own.watch(maps, (event, { metadata }) => void seen.push(`${event} ${metadata.name}`));
  await watch.ready;
  own.close(); // cuts every connection
  await plane.client.create(maps, { metadata: { name: 'meanwhile' } });
  await until(() => seen.includes('ADDED meanwhile'));
  expect(seen.filter((line) => line === 'ADDED two')).toHaveLength(1);
  watch.stop();
});

testInEnvironment('the scheduler binds a pod, and nothing emulates a kubelet', async ({ plane }) => {
  const { client } = plane;
  await until(async () => (await client.get('/api/v1/namespaces/objects/serviceaccounts/default')) !== undefined);
  const pods = '/api/v1/namespaces/objects/pods';
  const spec = {
    containers: [{ name: 'main', image: 'none' }],
    nodeSelector: { 'topology.kubernetes.io/zone': 'europe-west4-b' },
  };
  await client.create(pods, { metadata: { name: 'bound' }, spec });
  await until(async () => (await client.get(`${pods}/bound`))?.spec?.nodeName !== undefined);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const pod = (await client.get(`${pods}/bound`)) as KubeObject;
  const node = await client.get(`/api/v1/nodes/${String(pod.spec?.nodeName)}`);
  expect(node?.metadata.labels?.['topology.kubernetes.io/zone']).toBe('europe-west4-b');
  expect(pod.status?.phase).toBe('Pending');
  expect(await client.delete(`${pods}/bound`)).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect((await client.get(`${pods}/bound`))?.metadata.deletionTimestamp).toBeDefined();
  await client.delete(`${pods}/bound`, { graceSeconds: 0 });
  expect(await client.get(`${pods}/bound`)).toBeUndefined();
});

testInEnvironment("GKE's resource types are checked as far as the product uses them", async ({ plane }) => {
  const { client } = plane;
  const path = '/apis/cloud.google.com/v1/namespaces/objects/backendconfigs/demo';
  const object = (spec: Record<string, unknown>): KubeObject => ({
    apiVersion: 'cloud.google.com/v1',
    kind: 'BackendConfig',
    metadata: { name: 'demo' },
    spec,
  });
  const made = await client.apply(path, object({ iap: { enabled: true }, timeoutSec: 3600, cdn: { enabled: false } }));
  expect(made.spec).toEqual({ iap: { enabled: true }, timeoutSec: 3600, cdn: { enabled: false } });
  await expect(client.mergePatch(path, { spec: { timeoutSec: 'long' } })).rejects.toMatchObject({ status: 422 });
  await expect(client.apply(path, object({ healthCheck: { requestPath: 'hub' } }))).rejects.toMatchObject({
    status: 422,
  });
  const classes = await client.list('/apis/storage.k8s.io/v1/storageclasses');
  expect(classes.map(({ metadata }) => metadata.name)).toEqual(['standard-rwo']);
});

testInEnvironment(
  'IAM roles apply in the cluster: owners can do everything, viewers see everything but Secrets, others nothing',
  async ({ clientOf, forget }) => {
    const [owner, viewer, nobody] = ['owner-token', 'viewer-token', 'nobody-token'].map((token) => clientOf(token));
    await owner?.create('/api/v1/namespaces/objects/secrets', { metadata: { name: 'secret' }, stringData: { a: 'b' } });
    const maps = '/api/v1/namespaces/objects/configmaps';
    for (const path of [
      maps,
      '/api/v1/nodes',
      '/apis/cloud.google.com/v1/backendconfigs',
      '/apis/storage.k8s.io/v1/storageclasses',
    ]) {
      expect((await viewer?.list(path))?.length).toBeGreaterThan(0);
      await expect(nobody?.list(path)).rejects.toMatchObject({ status: 403 });
    }
    await expect(viewer?.list('/api/v1/namespaces/objects/secrets')).rejects.toMatchObject({ status: 403 });
    await expect(viewer?.create(maps, { metadata: { name: 'x' } })).rejects.toMatchObject({ status: 403 });
    await expect(clientOf('forged').list(maps)).rejects.toMatchObject({ status: 401 });
    forget('viewer-token');
    // The API server believes a token for 10 s more, a time that cannot be set from outside.
    await new Promise((resolve) => setTimeout(resolve, 11_500));
    await expect(viewer?.list(maps)).rejects.toMatchObject({ status: 401 });
  },
  20_000,
);

testInEnvironment('a service account gets a token that the API server accepts', async ({ plane, clientOf }) => {
  const path = '/api/v1/namespaces/objects/serviceaccounts/default';
  const body = { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: {} };
  const { status } = await plane.client.request<{ status: { token: string } }>('POST', `${path}/token`, { body });
  const rights = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';
  const asked = { metadata: { name: '' }, spec: { resourceAttributes: { verb: 'list', resource: 'pods' } } };
  expect((await clientOf(status.token).create(rights, asked)).status).toMatchObject({ allowed: false });
});

testInEnvironment('the audit log records who did what, without the parts of the cluster', async ({ plane }) => {
  const lines = readFileSync(plane.auditLog, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const of = (user: string): string[] =>
    lines.filter((line) => line.user.username === user).map(({ verb, objectRef }) => `${verb} ${objectRef?.resource}`);
  expect(of('sandbox:admin')).toEqual(
    expect.arrayContaining(['create namespaces', 'patch configmaps', 'delete configmaps']),
  );
  expect(of('owner-token@acme.dev')).toContain('create secrets');
  expect(new Set(lines.map((line) => line.user.username))).not.toContain('system:kube-scheduler');
  expect(lines.some((line) => line.requestObject !== undefined)).toBe(false);
});

testInEnvironment(
  'the control plane listens on loopback only, and leaves nothing behind when stopped',
  async ({ plane, dir, pids }) => {
    const tables = ['tcp', 'tcp6'].filter((name) => existsSync(`/proc/net/${name}`));
    if (tables.length === 0) console.log('SKIPPED loopback only: no /proc here');
    const inodes = new Set(pids.flatMap(socketsOf));
    const open = tables
      .flatMap((name) => readFileSync(`/proc/net/${name}`, 'utf8').split('\n').slice(1))
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => fields[3] === '0A' && inodes.has(fields[9] ?? ''))
      .map((fields) => (fields[1] ?? '').split(':')[0]);
    if (tables.length > 0) expect(new Set(open)).toEqual(new Set(['0100007F']));
    await plane.stop();
    expect(processesOf(dir)).toEqual([]);
    expect(readdirSync(dir).sort()).toEqual([
      'audit-policy.json',
      'audit.log',
      'kwok.yaml',
      'logs',
      'token-review.json',
    ]);
  },
  30_000,
);

function socketsOf(pid: string): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      try {
        return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? [];
      } catch {
        return []; // closed a moment ago
      }
    });
  } catch {
    return [];
  }
}
