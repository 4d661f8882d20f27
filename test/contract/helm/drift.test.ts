import { expect } from '@jest/globals';
import { repoPath } from '../../../sandbox/src/paths.js';
import { addressOf } from '../../../src/change/change.js';
import type { Kubernetes } from '../../../src/cloud/kubernetes.js';
import type { JsonObject } from '../../../src/config/model.js';
import { recordSize } from '../../../src/helm/chart/record-size.js';
import type { Manifest } from '../../../src/helm/diff/manifests.js';
import { isFirstInstall } from '../../../src/helm/release/applied.js';
import { driftChanges, driftOf, unexplained } from '../../../src/helm/release/drift.js';
import { hubValues, readSources } from '../../../src/helm/values/layers.js';
import { resolve, symbolic } from '../../../src/helm/values/values.js';
import { knownBefore, settle } from '../../../src/stages/deploy/drift.js';
import {
  ADDRESS,
  CHART,
  COMPLETE,
  type DriftEnvironment,
  HUB,
  NAMESPACE,
  startDriftEnvironment,
} from '../../support/drift-environment.js';
import { hubConfig } from '../../support/hub-config.js';
import { sharedEnvironment } from '../../support/shared-environment.js';

const testInEnvironment = sharedEnvironment(startDriftEnvironment, 180_000);
const readerOf = ({ kubernetes }: DriftEnvironment, readsAll: boolean) => ({
  ...{ kubernetes, namespace: NAMESPACE, address: ADDRESS, readsAll },
});

testInEnvironment('right after an apply nothing differs, neither for apply nor for plan', async (at) => {
  for (const readsAll of [true, false]) {
    expect(driftChanges(await driftOf(readerOf(at, readsAll), at.manifests, at.settled), NAMESPACE)).toEqual([]);
  }
});

const RECORD = {
  ...{
    inputs: 'i',
    address: ADDRESS,
    chart: { version: '4.4.0', repository: 'r', digest: 'd' },
    revision: 3,
    values: {},
  },
};
const of = (group: string, plural: string, name: string): string =>
  `/${group === '' ? 'api/v1' : `apis/${group}`}/namespaces/${NAMESPACE}/${plural}/${name}`;
const BACKEND = of('cloud.google.com/v1', 'backendconfigs', 'research');
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
    const settled = await at.apply(COMPLETE(drift));
    expect(settled).toEqual(at.settled);
    expect(await driftOf(readerOf(at, true), at.manifests, settled)).toEqual([]);
    expect(JSON.stringify(await client.get(path))).not.toMatch(/evil\.example|"replicas":0,/);
  });
}

testInEnvironment(
  'a record of an older version tells what differs, as something that nobody explains, and apply sets it back',
  async (at) => {
    const { client } = at.plane;
    await client.mergePatch(of('apps/v1', 'deployments', 'hub'), { spec: { replicas: 0 } });
    await client.delete(of('', 'services', 'proxy-public'));
    await client.mergePatch(BACKEND, { spec: { iap: { enabled: false } } });
    const drift = await driftOf(readerOf(at, true), at.manifests, undefined);
    expect(driftChanges(drift, NAMESPACE)).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({
          subject: expect.objectContaining({ type: 'Deployment', name: 'hub' }),
          attributes: [{ name: 'spec.replicas', before: '0', after: '1' }],
          notes: [{ code: 'differs-in-cluster', fields: expect.arrayContaining(['spec.replicas']) }],
        }),
        expect.objectContaining({
          subject: expect.objectContaining({ type: 'Service', name: 'proxy-public' }),
          notes: [{ code: 'gone-from-cluster' }],
        }),
        expect.objectContaining({
          subject: expect.objectContaining({ type: 'BackendConfig', name: 'research' }),
          notes: [{ code: 'differs-in-cluster', fields: ['spec.iap.enabled'] }],
        }),
      ]),
    );
    const older = { ...RECORD, state: 'deployed', manifests: at.manifests } as const;
    // What the cluster makes of the objects itself is no reason to fail, and is what it was.
    expect(await at.apply(knownBefore(older, drift))).toEqual(at.settled);
    expect(await client.get(BACKEND)).toMatchObject({ spec: { iap: { enabled: true } } });
  },
);

testInEnvironment(
  'what somebody changes while an apply has not ended is not taken for what the cluster made',
  async (at) => {
    const { client } = at.plane;
    await client.mergePatch(BACKEND, { spec: { iap: { enabled: false } } });
    // A killed apply has made this much of what it was to do.
    await client.mergePatch(BACKEND, { spec: { timeoutSec: 1234 } });
    const next = at.manifests.map((one): Manifest => {
      const spec = { ...(one.object.spec as JsonObject), timeoutSec: 1234 };
      return one.kind === 'BackendConfig' ? { ...one, object: { ...one.object, spec } } : one;
    });
    const place = { namespace: NAMESPACE, address: ADDRESS };
    const drift = await driftOf(readerOf(at, true), at.manifests, at.settled);
    expect(driftChanges(drift, NAMESPACE)[0]?.notes).toEqual([
      { code: 'changed-in-cluster', fields: ['spec.iap.enabled', 'spec.timeoutSec'] },
    ]);
    const told = unexplained(drift, next, place);
    expect(driftChanges(told, NAMESPACE)).toMatchObject([
      { isDrift: true, notes: [{ code: 'differs-in-cluster', fields: ['spec.iap.enabled'] }] },
    ]);
    // helm 3 compares such an object with its own last revision only, and leaves it.
    const killed = { ...RECORD, state: 'applying', manifests: at.manifests, settled: at.settled } as const;
    const hub = { hub: HUB, address: ADDRESS };
    expect(await settle(at.kubernetes, hub, next, knownBefore(killed, told))).toEqual(at.settled);
    expect(await client.get(BACKEND)).toMatchObject({ spec: { iap: { enabled: true }, timeoutSec: 1234 } });
    // Also where that apply was the first one, and nothing was planned.
    await client.mergePatch(BACKEND, { spec: { iap: { enabled: false } } });
    const first = { ...RECORD, state: 'applying', manifests: [] } as const;
    expect(await settle(at.kubernetes, hub, next, knownBefore(first, []))).toEqual(at.settled);
    expect(await client.get(BACKEND)).toMatchObject({ spec: { iap: { enabled: true } } });
    await settle(at.kubernetes, hub, at.manifests, knownBefore(killed, []));
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
    await expect(settle(stubborn, { hub: HUB, address: ADDRESS }, at.manifests, COMPLETE(drift))).rejects.toMatchObject(
      {
        message: 'BackendConfig/research was changed in the cluster, and cannot be set back at spec.iap.enabled',
        hint: expect.stringContaining('--show-managed-fields'),
      },
    );
    await at.apply(COMPLETE(drift));
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
