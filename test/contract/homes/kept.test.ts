import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { parse } from 'yaml';
import type { KubeClient, KubeObject } from '../../../sandbox/src/kubernetes/client.js';
import { startControlPlane } from '../../../sandbox/src/kubernetes/control-plane.js';
import { repoPath } from '../../../sandbox/src/paths.js';
import { ensureTools } from '../../../sandbox/src/tools/toolbox.js';
import { type KubeRef, type Kubernetes, objectPath } from '../../../src/cloud/kubernetes.js';
import { errorMessage } from '../../../src/errors.js';
import { keepDatabase, keptDisks } from '../../../src/stages/deploy/kept-homes.js';
import type { ClusterConnection } from '../../../src/stages/session/cluster.js';
import { sharedEnvironment } from '../../support/shared-environment.js';

const NAMESPACE = 'jupyterhub-research';
const CLAIMS = `/api/v1/namespaces/${NAMESPACE}/persistentvolumeclaims`;
const VOLUMES = '/api/v1/persistentvolumes';

async function start() {
  try {
    const tools = await ensureTools(['etcd', 'kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kwok'], {
      log: () => {},
    });
    const dir = mkdtempSync(join(tmpdir(), 'kept-'));
    const tokenReviewUrl = 'http://127.0.0.1:9/';
    const plane = await startControlPlane({ dir, tools, tokenReviewUrl, region: 'us-central1', log: () => {} });
    await plane.client.create('/api/v1/namespaces', {
      ...{ apiVersion: 'v1', kind: 'Namespace' },
      metadata: { name: NAMESPACE },
    });
    return {
      client: plane.client,
      async stop() {
        await plane.stop();
        rmSync(dir, { recursive: true, force: true });
      },
    };
  } catch (error) {
    return errorMessage(error);
  }
}

const testInEnvironment = sharedEnvironment(start, 120_000);

function clientOf(client: KubeClient): Kubernetes {
  const api = {
    get: (ref: KubeRef) => client.get(objectPath(ref)),
    list: (ref: Omit<KubeRef, 'name'>) => client.list(objectPath(ref)),
    patch: (ref: KubeRef, change: Readonly<Record<string, unknown>>) => client.mergePatch(objectPath(ref), change),
  };
  return api as unknown as Kubernetes;
}

/** A disk with a claim that is bound to it. */
async function disk(client: KubeClient, claim: string, policy: string): Promise<string> {
  const volume = `pvc-${claim}`;
  const common = { accessModes: ['ReadWriteOnce'], storageClassName: 'test' };
  await client.create(VOLUMES, {
    ...{ apiVersion: 'v1', kind: 'PersistentVolume', metadata: { name: volume } },
    spec: {
      ...common,
      capacity: { storage: '1Gi' },
      persistentVolumeReclaimPolicy: policy,
      csi: { driver: 'pd.csi.storage.gke.io', volumeHandle: `projects/p/zones/z/disks/${volume}` },
    },
  });
  await client.create(CLAIMS, {
    ...{ apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: claim } },
    spec: { ...common, volumeName: volume, resources: { requests: { storage: '1Gi' } } },
  });
  await until(client, `${CLAIMS}/${claim}`, 'Bound');
  return volume;
}

async function until(client: KubeClient, path: string, phase: string): Promise<void> {
  for (let i = 0; i < 300; i += 1) {
    const live = (await client.get(path)) as (KubeObject & { status?: { phase?: string } }) | undefined;
    if (live?.status?.phase === phase) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${path} is not ${phase}`);
}

testInEnvironment(
  'a disk whose claim somebody deleted is found, and the way of the documentation gives it back',
  async ({ client }) => {
    const volume = await disk(client, 'claim-ada', 'Retain');
    expect(await keptDisks(clientOf(client), 'research')).toEqual([]);
    await client.mergePatch(`${CLAIMS}/claim-ada`, { metadata: { finalizers: null } });
    await client.delete(`${CLAIMS}/claim-ada`);
    await until(client, `${VOLUMES}/${volume}`, 'Released');
    expect(await keptDisks(clientOf(client), 'research')).toEqual([{ claim: 'claim-ada', volume }]);
    expect(await keptDisks(clientOf(client), 'other')).toEqual([]);
    const text = readFileSync(repoPath('docs/leaving.md'), 'utf8');
    const steps = text.slice(text.indexOf('## Disks without a claim'));
    const patch = JSON.parse(/-p '(\[.*?\])'/.exec(steps)?.[1] ?? '') as never;
    await client.request('PATCH', `${VOLUMES}/${volume}`, { body: patch, contentType: 'application/json-patch+json' });
    const claim = parse((/```yaml\n([\s\S]*?)```/.exec(steps)?.[1] ?? '').replace('VOLUME', volume));
    const spec = { ...claim.spec, storageClassName: 'test', resources: { requests: { storage: '1Gi' } } };
    await client.create(CLAIMS, { ...claim, spec });
    await until(client, `${CLAIMS}/claim-ada`, 'Bound');
    expect(await keptDisks(clientOf(client), 'research')).toEqual([]);
  },
);

testInEnvironment("the disk of the hub's database outlives its claim", async ({ client }) => {
  const volume = await disk(client, 'hub-db-dir', 'Delete');
  await keepDatabase({ kubernetes: clientOf(client) } as ClusterConnection, 'research');
  expect(await client.get(`${VOLUMES}/${volume}`)).toMatchObject({ spec: { persistentVolumeReclaimPolicy: 'Retain' } });
  await keepDatabase({ kubernetes: clientOf(client) } as ClusterConnection, 'other');
});
