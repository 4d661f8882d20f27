import { expect, test } from '@jest/globals';
import type { KubeObject, KubeRef, Kubernetes } from '../../../../src/cloud/kubernetes.js';
import { KubernetesError } from '../../../../src/cloud/kubernetes.js';
import type { JsonObject } from '../../../../src/config/model.js';
import type { Manifest } from '../../../../src/helm/diff/manifests.js';
import { driftChanges, type Settled } from '../../../../src/helm/release/drift.js';
import type { DeploymentRecord } from '../../../../src/helm/release/record.js';
import { knownBefore, readDrift, settle } from '../../../../src/stages/deploy/drift.js';
import type { ClusterConnection } from '../../../../src/stages/session/cluster.js';

const HUB = { hub: 'research', address: 'hub.acme.dev' };
const NAMESPACE = 'jupyterhub-research';
const backend = (spec: JsonObject): Manifest => ({
  ...{ apiVersion: 'cloud.google.com/v1', kind: 'BackendConfig', name: 'research' },
  object: { apiVersion: 'cloud.google.com/v1', kind: 'BackendConfig', metadata: { name: 'research' }, spec },
});
const WANTED = { iap: { enabled: true }, timeoutSec: 3600, size: '1024Mi' };
const RECORD: DeploymentRecord = {
  ...{ state: 'deployed', inputs: 'i', address: HUB.address, revision: 3, values: {} },
  chart: { version: '4.4.0', repository: 'r', digest: 'd' },
  manifests: [backend(WANTED)],
};

/** A cluster with one object. It writes a size in its own way, whoever sets it. */
function cluster(spec: JsonObject, refuses?: (change: { spec: JsonObject }) => boolean) {
  const live = { apiVersion: 'cloud.google.com/v1', kind: 'BackendConfig', metadata: { name: 'research' } };
  let now: JsonObject = { ...spec, size: '1Gi' };
  const kubernetes = {
    get: async (ref: KubeRef): Promise<KubeObject> => {
      expect(ref.namespace).toBe(NAMESPACE);
      return { ...live, spec: now };
    },
    patch: async (_: KubeRef, change: { spec: JsonObject }) => {
      if (refuses?.(change)) throw new KubernetesError('immutable', { where: 'x', status: 422 });
      now = { ...now, ...change.spec, size: '1Gi' };
    },
  } as unknown as Kubernetes;
  return { kubernetes, spec: () => now, connection: { kubernetes } as ClusterConnection };
}

const told = async (at: ReturnType<typeof cluster>, record: DeploymentRecord, rendered?: readonly Manifest[]) => {
  const drift = await readDrift(at.connection, HUB.hub, record, true, rendered);
  return { drift, notes: driftChanges(drift, NAMESPACE).map(({ notes }) => notes?.[0]) };
};

const pathsOf = (settled: Settled): string[] =>
  Object.values(settled).flatMap((fields) => Object.keys(fields).map((path) => JSON.parse(path).join('.')));

test('while an apply has not ended, a plan tells what neither the last one nor this one explains', async () => {
  const ended = cluster(WANTED);
  const settled = await settle(ended.kubernetes, HUB, RECORD.manifests, knownBefore(undefined, []));
  const at = cluster({ ...WANTED, iap: { enabled: false }, timeoutSec: 60 });
  const rendered = [backend({ ...WANTED, timeoutSec: 60 })];
  const { notes } = await told(at, { ...RECORD, state: 'applying', settled }, rendered);
  expect(notes).toEqual([{ code: 'differs-in-cluster', fields: ['spec.iap.enabled'] }]);
  expect((await told(at, { ...RECORD, settled })).notes).toEqual([
    { code: 'changed-in-cluster', fields: ['spec.iap.enabled', 'spec.timeoutSec'] },
  ]);
});

test.each<readonly [string, DeploymentRecord]>([
  ['of an apply that did not end', { ...RECORD, state: 'applying' }],
  ['of the first apply, which did not end', { ...RECORD, state: 'applying', revision: 0, manifests: [] }],
  ['of an older version', RECORD],
])('with a record %s, what somebody changed is set back and not taken for normal', async (_, record) => {
  const at = cluster({ ...WANTED, iap: { enabled: false } });
  const { drift } = await told(at, record, RECORD.manifests);
  const settled = await settle(at.kubernetes, HUB, RECORD.manifests, knownBefore(record, drift));
  expect(at.spec().iap).toEqual({ enabled: true });
  // What is left is what the cluster makes of it.
  expect(pathsOf(settled)).toEqual(['spec.size']);
  const { notes } = await told(at, { ...RECORD, settled });
  expect(notes).toEqual([]);
});

test('a field that Kubernetes never changes keeps no other from being set back, and is no reason to fail', async () => {
  const at = cluster({ ...WANTED, iap: { enabled: false } }, ({ spec }) => 'size' in spec);
  const settled = await settle(at.kubernetes, HUB, RECORD.manifests, knownBefore(RECORD, []));
  expect(at.spec().iap).toEqual({ enabled: true });
  expect(pathsOf(settled)).toEqual(['spec.size']);
});
