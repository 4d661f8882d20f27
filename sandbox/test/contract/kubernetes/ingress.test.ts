import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Emulator, startEmulator } from '../../../src/google/emulator.js';
import { type Iap, startIap } from '../../../src/iap/iap.js';
import { type ControlPlane, startControlPlane } from '../../../src/kubernetes/control-plane.js';
import { type Ingress, startIngress } from '../../../src/kubernetes/ingress.js';
import { ensureTools } from '../../../src/tools/toolbox.js';

const NS = 'jupyterhub-research';
const INGRESS = `/apis/networking.k8s.io/v1/namespaces/${NS}/ingresses/jupyterhub`;

const OPERATOR = 'operator@acme.dev';
const ADA = 'ada@acme.dev';

let emulator: Emulator;
let pod: Server;
let plane: ControlPlane;
let ingress: Ingress;
let iap: Iap;
const dir = mkdtempSync(join(tmpdir(), 'ingress-'));
let healthy = false;

beforeAll(async () => {
  emulator = await startEmulator({
    project: 'acme-research',
    projectNumber: '123456789012',
    log: () => {},
    operationTime: () => 20,
  });
  emulator.identities.add(OPERATOR, { roles: ['roles/owner'] });
  for (const api of ['compute', 'container', 'iap']) {
    await google('POST', `serviceusage/v1/projects/123456789012/services/${api}.googleapis.com:enable`, {});
  }
  await until('the APIs are on', async () => {
    const address = { name: 'research-ip' };
    return google('POST', 'compute/v1/projects/acme-research/global/addresses', address).then(
      () => true,
      () => false,
    );
  });
  pod = createServer((request, response) => {
    const health = request.url === '/_chp_healthz';
    response.writeHead(health && !healthy ? 503 : 200).end(health ? '' : `proxy saw ${request.url}`);
  });
  await new Promise<void>((resolve) => pod.listen(0, '127.64.77.1', () => resolve()));
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
    emulator,
    project: 'acme-research',
    certificateDelay: 50,
    log: () => {},
  });
  iap = await startIap({ emulator, ingress, log: () => {} });
}, 1_200_000);

afterAll(async () => {
  await iap?.stop();
  await ingress?.stop();
  await plane?.stop();
  await emulator?.stop();
  pod?.closeAllConnections();
  pod?.close();
  rmSync(dir, { recursive: true, force: true });
}, 60_000);

/** A call of Google's API in the operator's name. */
async function google(method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
  const answer = await fetch(`${emulator.origin}/${path}`, {
    method,
    headers: { authorization: `Bearer ${emulator.identities.token(OPERATOR)}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Record<string, unknown>;
}

/** How often the ingress controller's identity has changed something. */
function writes(): number {
  return emulator.journal.filter(({ identity, write }) => write && identity?.includes('container-engine-robot')).length;
}

async function until<T>(what: string, look: () => Promise<T | undefined | false> | T | undefined | false): Promise<T> {
  for (let tries = 0; tries < 150; tries += 1) {
    const found = await look();
    if (found) return found;
    await sleep(100);
  }
  throw new Error(`${what}: not within 15 s`);
}

test('an Ingress gets its load balancer, keeps it without writes, and removes it at its end', async () => {
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
  const compute = 'compute/v1/projects/acme-research';
  const made = await google('GET', `${compute}/global/backendServices/${name}`);
  expect(made).toMatchObject({ iap: { enabled: true }, timeoutSec: 3600 });
  expect(JSON.parse(String(made.description))).toMatchObject({ 'kubernetes.io/service-name': `${NS}/proxy-public` });
  expect(Object.keys(await health())).toContain(name);
  expect(ingress.routes('research.acme.dev:443')?.backend.audience).toBe(
    `/projects/123456789012/global/backendServices/${String(made.id)}`,
  );
  const object = await client.get(INGRESS);
  const { address } = await google('GET', `${compute}/global/addresses/research-ip`);
  expect(object?.status).toEqual({ loadBalancer: { ingress: [{ ip: address }] } });
  expect(await (await fetch(`${ingress.hubUrl}/hub/home?a=b`)).text()).toBe('proxy saw /hub/home?a=b');
  const certificate = `/apis/networking.gke.io/v1/namespaces/${NS}/managedcertificates/research`;
  await until('the certificate', async () => (await client.get(certificate))?.status?.certificateStatus === 'Active');

  const signIn = await fetch(iap.signInUrl(ADA), { redirect: 'manual' });
  const cookie = String(signIn.headers.get('set-cookie')).split(';')[0] ?? '';
  expect((await fetch(iap.url, { headers: { cookie } })).status).toBe(403);
  const policy = { bindings: [{ role: 'roles/iap.httpsResourceAccessor', members: [`user:${ADA}`] }] };
  const resource = `projects/123456789012/iap_web/compute/services/${String(made.id)}`;
  await google('POST', `iap/v1/${resource}:setIamPolicy`, { policy });
  expect(await (await fetch(`${iap.url}/hub/`, { headers: { cookie } })).text()).toBe('proxy saw /hub/');

  await sleep(1500);
  const before = writes();
  expect(before).toBeGreaterThan(4);
  const version = (await client.get(INGRESS))?.metadata.resourceVersion;
  await client.mergePatch(`${v1}/services/proxy-public`, { metadata: { labels: { touched: 'yes' } } });
  await sleep(1000);
  expect(writes()).toBe(before);
  expect((await client.get(INGRESS))?.metadata.resourceVersion).toBe(version);

  await client.delete(INGRESS);
  await until('the Ingress is gone', async () => (await client.get(INGRESS)) === undefined);
  for (const kind of ['global/backendServices', 'global/forwardingRules', 'aggregated/networkEndpointGroups']) {
    expect(JSON.stringify((await google('GET', `${compute}/${kind}`)).items ?? [])).not.toContain('k8s');
  }
  expect(emulator.violations).toEqual([]);
  expect(ingress.routes()).toBeUndefined();
}, 120_000);
