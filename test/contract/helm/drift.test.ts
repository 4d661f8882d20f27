import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { KubeClient } from '../../../sandbox/src/kubernetes/client.js';
import { type ControlPlane, startControlPlane } from '../../../sandbox/src/kubernetes/control-plane.js';
import { customResourceDefinitions } from '../../../sandbox/src/kubernetes/crds.js';
import { repoPath } from '../../../sandbox/src/paths.js';
import { addressOf } from '../../../src/change/change.js';
import { type KubeRef, type Kubernetes, objectPath } from '../../../src/cloud/kubernetes.js';
import type { JsonObject } from '../../../src/config/model.js';
import { recordSize } from '../../../src/helm/chart/record-size.js';
import { type Manifest, parseInTurns } from '../../../src/helm/diff/manifests.js';
import { firstInstallValues, isFirstInstall } from '../../../src/helm/release/applied.js';
import type { Helm } from '../../../src/helm/release/cli.js';
import { driftChanges, driftOf, type Settled } from '../../../src/helm/release/drift.js';
import { companionValues } from '../../../src/helm/values/companion.js';
import { hubValues, readSources } from '../../../src/helm/values/layers.js';
import { merge, resolve, symbolic } from '../../../src/helm/values/values.js';
import { settle } from '../../../src/stages/deploy/drift.js';
import { startHelmEnvironment } from '../../support/helm-environment.js';
import { hubConfig } from '../../support/hub-config.js';
import { sharedEnvironment } from '../../support/shared-environment.js';

const HUB = 'research';
const NAMESPACE = `jupyterhub-${HUB}`;
const ADDRESS = '192.0.2.7.sslip.io';
const CHART = process.env.JUPYTERHUB_GKE_TEST_CHART ?? repoPath('sandbox', 'charts', 'jupyterhub');

interface DriftEnvironment {
  readonly plane: ControlPlane;
  readonly kubernetes: Kubernetes;
  readonly manifests: readonly Manifest[];
  readonly settled: Settled;
  readonly helm: Helm;
  /** Installs both releases once more, and notes what the cluster made of them. */
  readonly apply: (before: Parameters<typeof settle>[3]) => Promise<Settled>;
  readonly stop: () => Promise<void>;
}

/** The product's client as far as these functions use it. */
function clientOf(client: KubeClient): Kubernetes {
  const read = (path: string) => client.get(path).catch(() => undefined);
  const api = {
    get: (ref: KubeRef) => read(objectPath(ref)),
    getScale: (ref: KubeRef) => read(`${objectPath(ref)}/scale`),
    patch: (ref: KubeRef, change: Readonly<Record<string, unknown>>) => client.mergePatch(objectPath(ref), change),
  };
  return api as unknown as Kubernetes;
}

async function installer(helm: Helm) {
  const releases = [
    [`${HUB}-companion`, repoPath('helm', 'companion'), companionValues(hubConfig())],
    [HUB, CHART, merge(firstInstallValues(), hubValues(hubConfig(), await readSources(repoPath('helm')), {}))],
  ] as const;
  const manifests: Manifest[] = [];
  for (const [release, chart, values] of releases) {
    manifests.push(...(await parseInTurns(await helm.template(release, chart, NAMESPACE, symbolic(values)))));
  }
  return {
    manifests,
    async install() {
      for (const [release, chart, values] of releases) {
        await helm.upgrade(release, chart, NAMESPACE, resolve(values as JsonObject, { address: ADDRESS, secrets: {} }));
      }
    },
  };
}

async function start(): Promise<DriftEnvironment | string> {
  const found = await startHelmEnvironment([
    ...(['etcd', 'kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kwok'] as const),
  ]);
  if (typeof found === 'string') return found;
  const dir = mkdtempSync(join(tmpdir(), 'drift-'));
  const tokenReviewUrl = 'http://127.0.0.1:9/';
  const { tools } = found;
  const plane = await startControlPlane({ dir, tools, tokenReviewUrl, region: 'us-central1', log: () => {} });
  for (const [path, object] of customResourceDefinitions()) await plane.client.apply(path, object);
  await plane.client.create('/api/v1/namespaces', {
    ...{ apiVersion: 'v1', kind: 'Namespace' },
    metadata: { name: NAMESPACE },
  });
  const helm = found.on(plane.adminKubeconfig);
  const { manifests, install } = await installer(helm);
  const kubernetes = clientOf(plane.client);
  const apply: DriftEnvironment['apply'] = async (before) => {
    await install();
    return settle(kubernetes, { hub: HUB, address: ADDRESS }, manifests, before);
  };
  return {
    plane,
    kubernetes,
    helm,
    manifests,
    settled: await apply([]),
    apply,
    async stop() {
      await plane.stop();
      found.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

const testInEnvironment = sharedEnvironment(start, 180_000);
const readerOf = ({ kubernetes }: DriftEnvironment, readsAll: boolean) => ({
  ...{ kubernetes, namespace: NAMESPACE, address: ADDRESS, readsAll },
});

testInEnvironment('right after an apply nothing differs, neither for apply nor for plan', async (at) => {
  for (const readsAll of [true, false]) {
    expect(driftChanges(await driftOf(readerOf(at, readsAll), at.manifests, at.settled), NAMESPACE)).toEqual([]);
  }
});

const of = (group: string, plural: string, name: string): string =>
  `/${group === '' ? 'api/v1' : `apis/${group}`}/namespaces/${NAMESPACE}/${plural}/${name}`;
const hubImage = { spec: { template: { spec: { containers: [{ name: 'hub', image: 'evil.example/hub:1' }] } } } };
const open = { spec: { ingress: [{}] } };

// What somebody does, where, the address of what drifts, and whether plan may see it.
const DAMAGES = [
  ['the hub scaled to 0', of('apps/v1', 'deployments', 'hub'), { spec: { replicas: 0 } }, 'Deployment/hub', true],
  ['the hub with another image', of('apps/v1', 'deployments', 'hub'), hubImage, 'Deployment/hub', false],
  ['the proxy deleted', of('apps/v1', 'deployments', 'proxy'), undefined, 'Deployment/proxy', true],
  ['the Service of the proxy deleted', of('', 'services', 'proxy-public'), undefined, 'Service/proxy-public', true],
  ['the Ingress deleted', of('networking.k8s.io/v1', 'ingresses', 'jupyterhub'), undefined, 'Ingress/jupyterhub', true],
  [
    'the firewall opened',
    of('networking.k8s.io/v1', 'networkpolicies', 'research-closed'),
    open,
    'NetworkPolicy/research-closed',
    false,
  ],
  [
    'the firewall deleted',
    of('networking.k8s.io/v1', 'networkpolicies', 'research-closed'),
    undefined,
    'NetworkPolicy/research-closed',
    true,
  ],
  [
    'IAP switched off',
    of('cloud.google.com/v1', 'backendconfigs', 'research'),
    { spec: { iap: { enabled: false } } },
    'BackendConfig/research',
    true,
  ],
  [
    'another domain in the certificate',
    of('networking.gke.io/v1', 'managedcertificates', 'research'),
    { spec: { domains: ['evil.example'] } },
    'ManagedCertificate/research',
    true,
  ],
  [
    'the Secret of the hub without its values',
    of('', 'secrets', 'hub'),
    { data: { 'values.yaml': null } },
    'Secret/hub',
    false,
  ],
  [
    'another account with the rights of plan',
    of('rbac.authorization.k8s.io/v1', 'rolebindings', 'research-plan'),
    { subjects: ['a', 'evil.example'].map((name) => ({ apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name })) },
    'RoleBinding/research-plan',
    true,
  ],
  [
    'more rights of the reconciler',
    of('rbac.authorization.k8s.io/v1', 'roles', 'research-reconciler'),
    { rules: [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }] },
    'Role/research-reconciler',
    true,
  ],
] as const;

for (const [what, path, change, address, isPlanned] of DAMAGES) {
  testInEnvironment(`${what}: apply sees it, sets it back, and then nothing differs`, async (at) => {
    const { client } = at.plane;
    if (change === undefined) await client.delete(path);
    else await client.mergePatch(path, change);
    const planned = await driftOf(readerOf(at, false), at.manifests, at.settled);
    const drift = await driftOf(readerOf(at, true), at.manifests, at.settled);
    expect(driftChanges(drift, NAMESPACE).map((one) => [addressOf(one), one.action, one.isDrift])).toEqual([
      [address, change === undefined ? 'create' : 'update', true],
    ]);
    if (isPlanned) expect(planned.map(({ manifest }) => `${manifest.kind}/${manifest.name}`)).toEqual([address]);
    const settled = await at.apply(drift);
    expect(settled).toEqual(at.settled);
    expect(await driftOf(readerOf(at, true), at.manifests, settled)).toEqual([]);
    expect(JSON.stringify(await client.get(path))).not.toMatch(/evil\.example|"replicas":0,/);
  });
}

testInEnvironment(
  'a record of an older version says only what is gone, and how many replicas are missing',
  async (at) => {
    const { client } = at.plane;
    await client.mergePatch(of('apps/v1', 'deployments', 'hub'), { spec: { replicas: 0 } });
    await client.delete(of('', 'services', 'proxy-public'));
    const drift = await driftOf(readerOf(at, true), at.manifests, undefined);
    expect(driftChanges(drift, NAMESPACE)).toMatchObject([
      {
        subject: { type: 'Deployment', name: 'hub' },
        attributes: [{ name: 'spec.replicas', before: '0', after: '1' }],
        notes: [{ code: 'changed-in-cluster', fields: ['spec.replicas'] }],
      },
      { subject: { type: 'Service', name: 'proxy-public' }, action: 'create', notes: [{ code: 'gone-from-cluster' }] },
    ]);
    await at.apply(drift);
  },
);

testInEnvironment(
  'a field that something in the cluster changes again is named, and the way to find who does',
  async (at) => {
    const { client } = at.plane;
    const path = of('cloud.google.com/v1', 'backendconfigs', 'research');
    await client.mergePatch(path, { spec: { iap: { enabled: false } } });
    const drift = await driftOf(readerOf(at, true), at.manifests, at.settled);
    const stubborn = { ...at.kubernetes, patch: async () => undefined } as unknown as Kubernetes;
    await expect(settle(stubborn, { hub: HUB, address: ADDRESS }, at.manifests, drift)).rejects.toMatchObject({
      message: 'BackendConfig/research was changed in the cluster, and cannot be set back at spec.iap.enabled',
      hint: expect.stringContaining('--show-managed-fields'),
    });
    await at.apply(drift);
  },
);

testInEnvironment(
  "helm's records deleted: the next change takes the hub over, with its tokens and its proxy",
  async (at) => {
    const { client } = at.plane;
    const [secret, proxy] = [of('', 'secrets', 'hub'), of('apps/v1', 'deployments', 'proxy')];
    const release = { hub: HUB, namespace: NAMESPACE };
    const before = (await client.get(secret))?.data as unknown as Record<string, string>;
    const generation = (await client.get(proxy))?.metadata.generation;
    for (const { metadata } of await client.list(`/api/v1/namespaces/${NAMESPACE}/secrets`)) {
      if (metadata.name.startsWith('sh.helm.release.')) await client.delete(of('', 'secrets', metadata.name));
    }
    expect(await at.helm.history(HUB, NAMESPACE)).toEqual([]);
    expect(await isFirstInstall(at, release)).toBe(false);
    const sources = await readSources(repoPath('helm'));
    const values = resolve(hubValues(hubConfig({ cull: { timeout: 7200 } }), sources, {}), {
      address: ADDRESS,
      secrets: {},
    });
    await at.helm.upgrade(HUB, CHART, NAMESPACE, values);
    const after = (await client.get(secret))?.data as unknown as Record<string, string>;
    const tokens = Object.keys(before).filter((key) => key !== 'values.yaml');
    expect(tokens.length).toBeGreaterThan(1);
    for (const key of tokens) expect([key, after[key]]).toEqual([key, before[key]]);
    expect((await client.get(proxy))?.metadata.generation).toBe(generation);
    expect(await at.helm.history(HUB, NAMESPACE)).toMatchObject([{ revision: 1, status: 'deployed' }]);
    // A new hub has neither.
    expect(await isFirstInstall(at, { hub: 'other', namespace: 'jupyterhub-other' })).toBe(true);
  },
);

testInEnvironment("the size of helm's record of a release is known before it is installed", async (at) => {
  const [newest] = await at.helm.history(HUB, NAMESPACE);
  const record = await at.plane.client.get(of('', 'secrets', `sh.helm.release.v1.${HUB}.v${newest?.revision}`));
  const { release = '' } = (record?.data ?? {}) as Record<string, string>;
  const values = hubValues(hubConfig(), await readSources(repoPath('helm')), {});
  const text = await at.helm.template(HUB, CHART, NAMESPACE, symbolic(values));
  const size = await recordSize(CHART, values, text);
  const real = Buffer.byteLength(release, 'base64');
  expect(size / real).toBeGreaterThan(0.9);
  expect(size / real).toBeLessThan(1.1);
});
