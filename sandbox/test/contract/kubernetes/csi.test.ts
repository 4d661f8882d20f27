import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { pythonPod, startPodEnvironment } from '../../../../test/support/pod-environment.js';
import { sharedEnvironment } from '../../../../test/support/shared-environment.js';
import type { KubeObject } from '../../../src/kubernetes/client.js';

const testInEnvironment = sharedEnvironment(startPodEnvironment, 60_000);

function storageClass(name: string, more: Record<string, unknown>): KubeObject {
  return {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name },
    provisioner: 'pd.csi.storage.gke.io',
    volumeBindingMode: 'WaitForFirstConsumer',
    allowVolumeExpansion: true,
    ...more,
  };
}

function claim(name: string, storageClassName: string, more: Record<string, unknown> = {}): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name },
    spec: { storageClassName, accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } }, ...more },
  };
}

/** A pod that writes into the claim's disk and ends. */
function writer(name: string, claimName: string, text: string, subPath?: string): KubeObject {
  const volumeMounts = [{ name: 'home', mountPath: '/home/jovyan', ...(subPath === undefined ? {} : { subPath }) }];
  const spec = { restartPolicy: 'Never', volumes: [{ name: 'home', persistentVolumeClaim: { claimName } }] };
  return pythonPod(name, `open('/home/jovyan/note', 'a').write(${JSON.stringify(text)})`, spec, { volumeMounts });
}

testInEnvironment(
  'a PVC waits for its first pod, gets a disk in the zone of its node, and keeps its files',
  async (at) => {
    const { client } = at.plane;
    const ns = await at.namespace('homes');
    await client.create('/apis/storage.k8s.io/v1/storageclasses', storageClass('keep', { reclaimPolicy: 'Retain' }));
    const claims = `/api/v1/namespaces/${ns}/persistentvolumeclaims`;
    await client.create(claims, claim('home', 'keep'));
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect((await client.get(`${claims}/home`))?.status?.phase).toBe('Pending');

    const done = async (pod: string) => (await at.pod(ns, pod))?.status?.phase === 'Succeeded';
    await client.create(`/api/v1/namespaces/${ns}/pods`, writer('first', 'home', 'one '));
    await at.until(() => done('first'));
    const bound = await client.get(`${claims}/home`);
    const name = `pvc-${bound?.metadata.uid}`;
    expect(bound?.spec?.volumeName).toBe(name);
    const volume = await client.get(`/api/v1/persistentvolumes/${name}`);
    const node = await client.get(`/api/v1/nodes/${(await at.pod(ns, 'first'))?.spec.nodeName}`);
    const zone = node?.metadata.labels?.['topology.gke.io/zone'];
    const csi = volume?.spec?.csi as { driver: string; volumeHandle: string };
    expect(csi.volumeHandle).toBe(`projects/acme-research/zones/${zone}/disks/${name}`);
    expect(JSON.stringify(volume?.spec?.nodeAffinity)).toContain(`"${zone}"`);

    await client.delete(`/api/v1/namespaces/${ns}/pods/first`);
    await client.create(`/api/v1/namespaces/${ns}/pods`, writer('second', 'home', 'two'));
    await at.until(() => done('second'));
    expect(await readFile(join(at.dir, 'disks', name, 'note'), 'utf8')).toBe('one two');
    await client.create(`/api/v1/namespaces/${ns}/pods`, writer('part', 'home', 'part', 'people/ada'));
    await at.until(() => done('part'));
    expect(await readFile(join(at.dir, 'disks', name, 'people', 'ada', 'note'), 'utf8')).toBe('part');

    await client.mergePatch(`${claims}/home`, { spec: { resources: { requests: { storage: '3Gi' } } } });
    await at.until(async () => {
      const capacity = (await client.get(`${claims}/home`))?.status?.capacity as { storage?: string } | undefined;
      return capacity?.storage === '3Gi';
    });

    for (const pod of ['second', 'part']) await client.delete(`/api/v1/namespaces/${ns}/pods/${pod}`);
    await client.delete(`${claims}/home`);
    await at.until(async () => (await client.get(`/api/v1/persistentvolumes/${name}`))?.status?.phase === 'Released');
    expect(existsSync(join(at.dir, 'disks', name, 'note'))).toBe(true);
  },
);

testInEnvironment('a class with Delete deletes volume and disk together with the PVC', async (at) => {
  const { client } = at.plane;
  const ns = await at.namespace('scratch');
  const immediate = { reclaimPolicy: 'Delete', volumeBindingMode: 'Immediate' };
  await client.create('/apis/storage.k8s.io/v1/storageclasses', storageClass('scratch', immediate));
  const claims = `/api/v1/namespaces/${ns}/persistentvolumeclaims`;
  await client.create(claims, claim('data', 'scratch'));
  const bound = await at.until(async () => {
    const found = await client.get(`${claims}/data`);
    return found?.status?.phase === 'Bound' ? found : undefined;
  });
  const name = `pvc-${bound.metadata.uid}`;
  expect(readdirSync(join(at.dir, 'disks'))).toContain(name);
  await client.delete(`${claims}/data`);
  await at.until(async () => (await client.get(`/api/v1/persistentvolumes/${name}`)) === undefined);
  expect(readdirSync(join(at.dir, 'disks'))).not.toContain(name);
});

testInEnvironment('a class that names a zone has its disks there, and no pod is placed anywhere else', async (at) => {
  const { client } = at.plane;
  const ns = await at.namespace('zones');
  const nodes = await client.list('/api/v1/nodes');
  const zones = [...new Set(nodes.map(({ metadata }) => metadata.labels?.['topology.gke.io/zone'] ?? ''))].sort();
  const [, , last = ''] = zones;
  const allowed = (zone: string) => ({
    allowedTopologies: [{ matchLabelExpressions: [{ key: 'topology.gke.io/zone', values: [zone] }] }],
  });
  const classes = '/apis/storage.k8s.io/v1/storageclasses';
  await client.create(classes, storageClass('named', { volumeBindingMode: 'WaitForFirstConsumer', ...allowed(last) }));
  await client.create(classes, storageClass('nowhere', { volumeBindingMode: 'Immediate', ...allowed('us-moon1-a') }));
  const claims = `/api/v1/namespaces/${ns}/persistentvolumeclaims`;
  for (const one of ['first', 'second', 'third']) {
    await client.create(claims, claim(one, 'named'));
    await client.create(`/api/v1/namespaces/${ns}/pods`, writer(one, one, one));
  }
  await client.create(claims, claim('lost', 'nowhere'));
  for (const one of ['first', 'second', 'third']) {
    const bound = await at.until(async () => {
      const found = await client.get(`${claims}/${one}`);
      return found?.status?.phase === 'Bound' ? found : undefined;
    });
    const volume = await client.get(`/api/v1/persistentvolumes/pvc-${bound.metadata.uid}`);
    expect(JSON.stringify(volume?.spec?.csi)).toContain(`/zones/${last}/disks/`);
    // The scheduler binds the pod once its disk is there.
    const pod = await at.until(async () => {
      const read = await client.get(`/api/v1/namespaces/${ns}/pods/${one}`);
      return read?.spec?.nodeName === undefined ? undefined : read;
    });
    const node = nodes.find(({ metadata }) => metadata.name === pod?.spec?.nodeName);
    expect(node?.metadata.labels?.['topology.kubernetes.io/zone']).toBe(last);
  }
  const events = await at.until(async () => {
    const all = await client.list(`/api/v1/namespaces/${ns}/events`);
    return all.some(({ reason }) => reason === 'ProvisioningFailed') ? all : undefined;
  });
  expect(JSON.stringify(events)).toContain('no node in a zone that the class allows');
});

testInEnvironment('regional disks are in two zones, and an impossible disk is refused with an event', async (at) => {
  const { client } = at.plane;
  const ns = await at.namespace('kinds');
  const classes = '/apis/storage.k8s.io/v1/storageclasses';
  const immediate = { volumeBindingMode: 'Immediate' };
  const regional = { ...immediate, parameters: { 'replication-type': 'regional-pd', type: 'pd-balanced' } };
  await client.create(classes, storageClass('regional', regional));
  await client.create(classes, storageClass('wrong', { ...immediate, parameters: { type: '../../etc' } }));
  const claims = `/api/v1/namespaces/${ns}/persistentvolumeclaims`;
  await client.create(claims, claim('two', 'regional'));
  await client.create(claims, claim('shared', 'regional', { accessModes: ['ReadWriteMany'] }));
  await client.create(claims, claim('wrong', 'wrong'));
  const bound = await at.until(async () => {
    const found = await client.get(`${claims}/two`);
    return found?.status?.phase === 'Bound' ? found : undefined;
  });
  const volume = await client.get(`/api/v1/persistentvolumes/pvc-${bound.metadata.uid}`);
  const csi = volume?.spec?.csi as { volumeHandle: string };
  expect(csi.volumeHandle).toMatch(/^projects\/acme-research\/regions\/us-central1\/disks\/pvc-/);
  const messages = await at.until(async () => {
    const events = await client.list(`/api/v1/namespaces/${ns}/events`);
    const failed = events
      .filter((event) => event.reason === 'ProvisioningFailed')
      .map((event) => String(event.message));
    return failed.length >= 2 ? failed.sort() : undefined;
  });
  expect(messages.join('\n')).toMatch(/ReadWriteMany/);
  expect(messages.join('\n')).toMatch(/invalid disk type "\.\.\/\.\.\/etc"/);
});
