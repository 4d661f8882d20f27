import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type ControlPlane, startControlPlane } from '../../sandbox/src/kubernetes/control-plane.js';
import { type Ingress, startIngress } from '../../sandbox/src/kubernetes/ingress.js';
import { ensureTools } from '../../sandbox/src/tools/toolbox.js';

const NS = 'jupyterhub-research';
const INGRESS = `/apis/networking.k8s.io/v1/namespaces/${NS}/ingresses/jupyterhub`;

type Resource = Record<string, unknown>;

/** Compute's collections without checks: names, ids and what was written. */
const resources = new Map<string, Resource>([
  ['global/addresses/research-ip', { name: 'research-ip', address: '203.0.113.9' }],
]);
const writes: string[] = [];
let compute: Server;
let pod: Server;
let plane: ControlPlane;
let ingress: Ingress;
const dir = mkdtempSync(join(tmpdir(), 'ingress-'));
let healthy = false;

beforeAll(async () => {
  compute = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const body = text === '' ? {} : (JSON.parse(text) as Resource);
    const path = (request.url ?? '')
      .replace(/^\/compute\/v1\/projects\/acme-research\/?/, '')
      .replace(/^.*\/clusters$/, 'clusters');
    const say = (status: number, answer: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    };
    if (path === '') return say(200, { id: '123456789012' });
    if (path === 'clusters') return say(200, {});
    if (request.method !== 'GET') writes.push(`${request.method} ${path}`);
    if (request.method === 'POST') {
      const id = `90071992547409931${resources.size}`;
      resources.set(`${path}/${String(body.name)}`, { ...body, id, selfLink: `${path}/${String(body.name)}` });
    } else if (request.method === 'PATCH') resources.set(path, { ...resources.get(path), ...body });
    else if (request.method === 'DELETE') resources.delete(path);
    else if (resources.has(path)) return say(200, resources.get(path));
    else {
      const items = [...resources].filter(([one]) => one.startsWith(`${path}/`)).map(([, one]) => one);
      return items.length > 0 || /s$/.test(path) ? say(200, { items }) : say(404, {});
    }
    say(200, { status: 'DONE', name: 'operation-1' });
  });
  pod = createServer((request, response) => {
    const health = request.url === '/_chp_healthz';
    response.writeHead(health && !healthy ? 503 : 200).end(health ? '' : `proxy saw ${request.url}`);
  });
  const listen = (server: Server, host: string): Promise<void> =>
    new Promise((resolve) => server.listen(0, host, () => resolve()));
  await Promise.all([listen(compute, '127.0.0.1'), listen(pod, '127.64.77.1')]);
  const tools = await ensureTools(['etcd', 'kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kwok'], {
    log: (line) => console.log(line),
  });
  plane = await startControlPlane({
    dir,
    tools,
    tokenReviewUrl: 'http://127.0.0.1:9/',
    region: 'us-central1',
    log: () => {},
  });
  ingress = await startIngress({
    client: plane.client,
    emulator: {
      origin: `http://127.0.0.1:${(compute.address() as AddressInfo).port}`,
      identities: { add: () => {}, token: () => 'token' },
    },
    project: 'acme-research',
    certificateDelay: 50,
    log: () => {},
  });
}, 1_200_000);

afterAll(async () => {
  await ingress?.stop();
  await plane?.stop();
  for (const server of [compute, pod]) {
    server?.closeAllConnections();
    server?.close();
  }
  rmSync(dir, { recursive: true, force: true });
}, 60_000);

async function until<T>(what: string, look: () => Promise<T | undefined | false> | T | undefined | false): Promise<T> {
  for (let tries = 0; tries < 150; tries += 1) {
    const found = await look();
    if (found) return found;
    await sleep(100);
  }
  throw new Error(`${what}: not within 15 s`);
}

test('an Ingress gets its load balancer, keeps it without writes, and takes it along', async () => {
  const { client } = plane;
  const v1 = `/api/v1/namespaces/${NS}`;
  await client.create('/api/v1/namespaces', { metadata: { name: NS } });
  await until('the default service account', () => client.get(`${v1}/serviceaccounts/default`));
  await client.create(`/apis/cloud.google.com/v1/namespaces/${NS}/backendconfigs`, {
    apiVersion: 'cloud.google.com/v1',
    kind: 'BackendConfig',
    metadata: { name: 'research' },
    spec: { iap: { enabled: true }, timeoutSec: 3600, healthCheck: { type: 'HTTP', requestPath: '/_chp_healthz' } },
  });
  await client.create(`/apis/networking.gke.io/v1/namespaces/${NS}/managedcertificates`, {
    apiVersion: 'networking.gke.io/v1',
    kind: 'ManagedCertificate',
    metadata: { name: 'research' },
    spec: { domains: ['research.acme.dev'] },
  });
  await client.create(`${v1}/services`, {
    metadata: {
      name: 'proxy-public',
      annotations: {
        'cloud.google.com/neg': '{"ingress": true}',
        'cloud.google.com/backend-config': '{"ports": {"http": "research"}}',
      },
    },
    spec: {
      type: 'ClusterIP',
      selector: { component: 'proxy' },
      ports: [{ name: 'http', port: 80, targetPort: 'http' }],
    },
  });
  await client.create(INGRESS.slice(0, INGRESS.lastIndexOf('/')), {
    metadata: {
      name: 'jupyterhub',
      annotations: {
        'kubernetes.io/ingress.class': 'gce',
        'kubernetes.io/ingress.global-static-ip-name': 'research-ip',
        'networking.gke.io/managed-certificates': 'research',
      },
    },
    spec: {
      rules: [
        {
          host: 'research.acme.dev',
          http: {
            paths: [
              { path: '/', pathType: 'Prefix', backend: { service: { name: 'proxy-public', port: { name: 'http' } } } },
            ],
          },
        },
      ],
    },
  });
  const health = async (): Promise<Record<string, string>> =>
    JSON.parse((await client.get(INGRESS))?.metadata.annotations?.['ingress.kubernetes.io/backends'] ?? '{}') as Record<
      string,
      string
    >;
  await until('an unhealthy backend', async () => Object.values(await health()).includes('UNHEALTHY'));
  expect((await fetch(ingress.hubUrl)).status).toBe(502);

  const port = (pod.address() as AddressInfo).port;
  await client.create(`${v1}/pods`, {
    metadata: { name: 'proxy-1', labels: { component: 'proxy' } },
    spec: {
      nodeName: 'elsewhere',
      containers: [{ name: 'chp', image: 'chp', ports: [{ name: 'http', containerPort: port }] }],
    },
  });
  await client.mergePatch(`${v1}/pods/proxy-1/status`, {
    status: {
      phase: 'Running',
      podIP: '127.64.77.1',
      podIPs: [{ ip: '127.64.77.1' }],
      conditions: [{ type: 'Ready', status: 'True' }],
    },
  });
  await until('the pod is known', async () => (await fetch(ingress.hubUrl)).status === 200);
  healthy = true;
  await until('a healthy backend', async () => {
    const states = Object.values(await health());
    return states.length === 2 && states.every((state) => state === 'HEALTHY');
  });

  const [name = ''] = ingress.backendServices();
  const made = resources.get(`global/backendServices/${name}`);
  expect(made).toMatchObject({ iap: { enabled: true }, timeoutSec: 3600 });
  expect(JSON.parse(String(made?.description))).toMatchObject({ 'kubernetes.io/service-name': `${NS}/proxy-public` });
  expect(Object.keys(await health())).toContain(name);
  expect(ingress.routes('research.acme.dev:443')?.backend.audience).toBe(
    `/projects/123456789012/global/backendServices/${String(made?.id)}`,
  );
  const object = await client.get(INGRESS);
  expect(object?.status).toEqual({ loadBalancer: { ingress: [{ ip: '203.0.113.9' }] } });
  expect(await (await fetch(`${ingress.hubUrl}/hub/home?a=b`)).text()).toBe('proxy saw /hub/home?a=b');
  const certificate = `/apis/networking.gke.io/v1/namespaces/${NS}/managedcertificates/research`;
  await until('the certificate', async () => (await client.get(certificate))?.status?.certificateStatus === 'Active');

  await sleep(1500);
  const before = writes.length;
  const version = (await client.get(INGRESS))?.metadata.resourceVersion;
  await client.mergePatch(`${v1}/services/proxy-public`, { metadata: { labels: { touched: 'yes' } } });
  await sleep(1000);
  expect(writes.length).toBe(before);
  expect((await client.get(INGRESS))?.metadata.resourceVersion).toBe(version);

  await client.delete(INGRESS);
  await until('the Ingress is gone', async () => (await client.get(INGRESS)) === undefined);
  expect([...resources.keys()]).toEqual(['global/addresses/research-ip']);
  expect(ingress.routes()).toBeUndefined();
}, 120_000);
