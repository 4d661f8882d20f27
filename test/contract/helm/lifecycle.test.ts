import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect } from '@jest/globals';
import { type ControlPlane, startControlPlane } from '../../../sandbox/src/kubernetes/control-plane.js';
import { customResourceDefinitions } from '../../../sandbox/src/kubernetes/crds.js';
import { repoPath } from '../../../sandbox/src/paths.js';
import type { JsonObject } from '../../../src/config/model.js';
import { firstInstallValues } from '../../../src/helm/release/applied.js';
import type { Helm } from '../../../src/helm/release/cli.js';
import { repairRelease } from '../../../src/helm/release/pending.js';
import { companionValues } from '../../../src/helm/values/companion.js';
import { hubValues, readSources } from '../../../src/helm/values/layers.js';
import { merge, resolve } from '../../../src/helm/values/values.js';
import { startHelmEnvironment } from '../../support/helm-environment.js';
import { hubConfig } from '../../support/hub-config.js';
import { sharedEnvironment } from '../../support/shared-environment.js';

const NAMESPACE = 'jupyterhub-research';
const RELEASE = 'research-companion';
const CHART = repoPath('helm', 'companion');
const CLASS = '/apis/storage.k8s.io/v1/storageclasses/jupyterhub-research-home';
const VALUES = resolve(companionValues(hubConfig()), { address: '192.0.2.7.sslip.io', secrets: {} });

/** A helm program and its cluster. */
interface ControlPlaneEnvironment {
  readonly major: 3 | 4;
  readonly plane: ControlPlane;
  readonly helm: Helm;
  /** The program on another cluster. */
  readonly on: (kubeconfig: string) => Helm;
  readonly dir: string;
  readonly stop: () => Promise<void>;
}

async function startControlPlaneEnvironment(): Promise<ControlPlaneEnvironment | string> {
  const found = await startHelmEnvironment([
    'etcd',
    'kube-apiserver',
    'kube-controller-manager',
    'kube-scheduler',
    'kwok',
  ]);
  if (typeof found === 'string') return found;
  const dir = mkdtempSync(join(tmpdir(), 'helm-plane-'));
  const tokenReviewUrl = 'http://127.0.0.1:9/';
  const plane = await startControlPlane({
    dir,
    tools: found.tools,
    tokenReviewUrl,
    region: 'us-central1',
    log: () => {},
  });
  const { client } = plane;
  for (const [path, object] of customResourceDefinitions()) await client.apply(path, object);
  await client.create('/api/v1/namespaces', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAMESPACE } });
  return {
    major: found.major,
    plane,
    helm: found.on(plane.adminKubeconfig),
    on: found.on,
    dir,
    async stop() {
      await plane.stop();
      found.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

const testInEnvironment = sharedEnvironment(startControlPlaneEnvironment, 120_000);
const say = (): void => {};

/** Makes the newest revision look as a killed helm leaves it. Its record is gzip in base64, in the base64 of a Secret. */
async function leavePending(
  { plane, helm }: Pick<ControlPlaneEnvironment, 'plane' | 'helm'>,
  status: string,
): Promise<void> {
  const { client } = plane;
  const [newest] = await helm.history(RELEASE, NAMESPACE);
  const path = `/api/v1/namespaces/${NAMESPACE}/secrets/sh.helm.release.v1.${RELEASE}.v${newest?.revision}`;
  const secret = (await client.get(path)) as unknown as { data: { release: string } };
  const inner = Buffer.from(secret.data.release, 'base64').toString('utf8');
  const record = JSON.parse(gunzipSync(Buffer.from(inner, 'base64')).toString('utf8')) as { info: { status: string } };
  record.info.status = status;
  const release = Buffer.from(gzipSync(JSON.stringify(record)).toString('base64')).toString('base64');
  await client.mergePatch(path, { metadata: { labels: { status } }, data: { release } });
}

testInEnvironment(
  'an upgrade of the companion replaces its StorageClass, whose disk type Kubernetes does not change',
  async ({ plane, helm }) => {
    await helm.upgrade(RELEASE, CHART, NAMESPACE, VALUES);
    expect(await plane.client.get(CLASS)).toMatchObject({
      parameters: { type: 'pd-balanced' },
      reclaimPolicy: 'Retain',
    });
    await helm.upgrade(RELEASE, CHART, NAMESPACE, merge(VALUES, { home: { diskType: 'pd-ssd' } }));
    expect(await plane.client.get(CLASS)).toMatchObject({ parameters: { type: 'pd-ssd' } });
    const statuses = (await helm.history(RELEASE, NAMESPACE)).map(({ revision, status }) => [revision, status]);
    expect(statuses).toEqual([
      [2, 'deployed'],
      [1, 'superseded'],
    ]);
  },
);

testInEnvironment(
  'a release that a killed upgrade left pending is rolled back and then upgraded',
  async ({ plane, helm }) => {
    await leavePending({ plane, helm }, 'pending-upgrade');
    await expect(helm.upgrade(RELEASE, CHART, NAMESPACE, VALUES)).rejects.toThrow('Another helm operation');
    await expect(repairRelease(helm, RELEASE, NAMESPACE, { knownDead: false, say })).rejects.toThrow(
      'in progress since',
    );
    await repairRelease(helm, RELEASE, NAMESPACE, { knownDead: true, say });
    await helm.upgrade(RELEASE, CHART, NAMESPACE, VALUES);
    const [newest] = await helm.history(RELEASE, NAMESPACE);
    expect(newest).toMatchObject({ revision: 4, status: 'deployed' });
    expect(await plane.client.get(CLASS)).toMatchObject({ parameters: { type: 'pd-balanced' } });
  },
);

testInEnvironment(
  'a killed first installation is removed, but not the StorageClass of the homes, and is installed again',
  async ({ plane, helm }) => {
    await helm.uninstall(RELEASE, NAMESPACE);
    expect(await helm.history(RELEASE, NAMESPACE)).toEqual([]);
    expect(await plane.client.get(CLASS)).toBeDefined();
    await helm.uninstall(RELEASE, NAMESPACE);
    await helm.upgrade(RELEASE, CHART, NAMESPACE, VALUES);
    await leavePending({ plane, helm }, 'pending-install');
    await repairRelease(helm, RELEASE, NAMESPACE, { knownDead: true, say });
    expect(await helm.history(RELEASE, NAMESPACE)).toEqual([]);
    await helm.upgrade(RELEASE, CHART, NAMESPACE, VALUES);
    expect(await helm.history(RELEASE, NAMESPACE)).toMatchObject([{ revision: 1, status: 'deployed' }]);
  },
);

testInEnvironment('an upgrade overwrites a field that another writer changed', async ({ plane, helm, major }) => {
  if (major === 3) return console.log('SKIPPED foreign change: helm 3 leaves it in custom resources');
  const path = `/apis/cloud.google.com/v1/namespaces/${NAMESPACE}/backendconfigs/research`;
  await plane.client.mergePatch(path, { spec: { timeoutSec: 31, iap: { enabled: false } } });
  await helm.upgrade(RELEASE, CHART, NAMESPACE, merge(VALUES, { loadBalancer: { timeoutSec: 7200 } } as JsonObject));
  expect(await plane.client.get(path)).toMatchObject({ spec: { timeoutSec: 7200, iap: { enabled: true } } });
});

for (const [name, chart] of [
  ['the stand-in chart', repoPath('sandbox', 'charts', 'jupyterhub')],
  ['the real chart', process.env.JUPYTERHUB_GKE_TEST_CHART],
] as const) {
  testInEnvironment(
    `an upgrade of ${name} restarts the hub but not the proxy, and its removal keeps the database`,
    async ({ plane, helm }) => {
      if (chart === undefined)
        return console.log(`SKIPPED upgrade of ${name}: JUPYTERHUB_GKE_TEST_CHART names no chart`);
      const { client } = plane;
      const sources = await readSources(repoPath('helm'));
      const values = (timeout: number): JsonObject =>
        resolve(hubValues(hubConfig({ cull: { timeout } }), sources, {}), { address: 'hub.acme.dev', secrets: {} });
      const generation = async (deployment: string): Promise<number> => {
        const path = `/apis/apps/v1/namespaces/${NAMESPACE}/deployments/${deployment}`;
        return ((await client.get(path)) as unknown as { metadata: { generation: number } }).metadata.generation;
      };
      await helm.upgrade('research', chart, NAMESPACE, merge(firstInstallValues(), values(3600)));
      expect([await generation('hub'), await generation('proxy')]).toEqual([1, 1]);
      await helm.upgrade('research', chart, NAMESPACE, values(7200));
      expect([await generation('hub'), await generation('proxy')]).toEqual([2, 1]);
      await helm.uninstall('research', NAMESPACE);
      const claim = await client.get(`/api/v1/namespaces/${NAMESPACE}/persistentvolumeclaims/hub-db-dir`);
      expect(claim).toMatchObject({ spec: { storageClassName: 'standard-rwo' } });
      // The next installation takes the database over.
      await helm.upgrade('research', chart, NAMESPACE, merge(firstInstallValues(), values(3600)));
      await helm.uninstall('research', NAMESPACE);
    },
  );
}

testInEnvironment(
  'a missing cluster is reported as unreachable, and helm leaves no file in the folder',
  async ({ plane, on, dir }) => {
    const file = join(dir, 'gone.yaml');
    writeFileSync(file, readFileSync(plane.adminKubeconfig, 'utf8').replace(`:${plane.port}`, ':9'));
    await expect(on(file).upgrade(RELEASE, CHART, NAMESPACE, VALUES)).rejects.toThrow('helm cannot reach the cluster');
  },
);
