import { expect, test } from '@jest/globals';
import { poolNodes } from '../../../src/kubernetes/pool-nodes.js';

const pool = (name: string, config: object, locations?: string[]) => ({
  name,
  ...(locations === undefined ? {} : { locations }),
  config: { machineType: 'g2-standard-8', labels: { 'jupyterhub-gke/pool': name }, ...config },
});
const nodes = (...nodePools: object[]) =>
  poolNodes({ name: 'research', locations: ['us-central1-a'], nodePools }, 'acme-research');

test('a pool has a node with its labels, taints, size and shared GPUs, in its first zone', () => {
  const sharing = { gpuSharingStrategy: 'TIME_SHARING', maxSharedClientsPerGpu: '4' };
  const accelerators = [{ acceleratorType: 'nvidia-l4', acceleratorCount: '1', gpuSharingConfig: sharing }];
  const taints = [{ key: 'nvidia.com/gpu', value: 'present', effect: 'NO_SCHEDULE' }];
  expect(nodes(pool('l4', { accelerators, taints }, ['us-central1-c', 'us-central1-b']))).toMatchObject([
    {
      name: expect.stringMatching(/^gke-research-l4-[0-9a-f]{8}-[0-9a-f]{4}$/),
      zone: 'us-central1-c',
      region: 'us-central1',
      cpu: 8,
      memory: 32,
      labels: { 'jupyterhub-gke/pool': 'l4', 'cloud.google.com/gke-nodepool': 'l4' },
      taints: [{ key: 'nvidia.com/gpu', value: 'present', effect: 'NoSchedule' }],
      resources: { 'nvidia.com/gpu': '4' },
    },
  ]);
});

test('a TPU host offers its chips, and another machine is another node', () => {
  const [tpu] = nodes(pool('tpu', { machineType: 'ct5lp-hightpu-4t' }));
  expect(tpu?.resources).toEqual({ 'google.com/tpu': '4' });
  const [small, same, large] = nodes(pool('a', {}), pool('a', {}), pool('a', { machineType: 'g2-standard-12' }));
  expect(small?.name).toBe(same?.name);
  expect(small?.name).not.toBe(large?.name);
});

test('pools that are not of this product have no node here', () => {
  expect(nodes({ name: 'default-pool', config: { machineType: 'e2-medium' } })).toEqual([]);
});
