import { expect, test } from '@jest/globals';
import { companionValues } from '../../../../src/helm/values/companion.js';
import { startOverride } from '../../../../src/helm/values/profile-start.js';
import { computeClass } from '../../../../src/helm/values/servers/compute-classes.js';
import { hubConfig, LIMITS, profile } from '../../../support/hub-config.js';

const L4 = { type: 'nvidia-l4', count: 2, driver: 'default', sharing: undefined } as const;
const ORDER = profile('l4', {
  gpu: L4,
  capacityOrder: ['reservation', 'on-demand', 'flex-start', 'spot'],
  reservation: { name: 'course', project: 'acme-capacity' },
});
const of = (...profiles: (typeof ORDER)[]) => {
  const config = hubConfig({}, { profiles });
  return companionValues({ ...config, platform: { ...config.platform, zones: ['us-central1-a'] } });
};

test('an order of capacities is a class with a rule for each, which the pods of the profile select', () => {
  const gpu = { type: 'nvidia-l4', count: 2, driverVersion: 'default' };
  const location = { zones: ['us-central1-a'] };
  expect(of(profile('cpu'), ORDER).computeClasses).toEqual([
    {
      name: computeClass('research', 'l4'),
      sandbox: false,
      priorities: [
        { gpu, reservations: { affinity: 'Specific', specific: [{ name: 'course', project: 'acme-capacity' }] } },
        { gpu, spot: false, location },
        { gpu, flexStart: { enabled: true }, location },
        { gpu, spot: true, location },
      ],
    },
  ]);
  expect(startOverride(ORDER, 'research')).toMatchObject({
    node_selector: { 'cloud.google.com/compute-class': computeClass('research', 'l4') },
    extra_resource_limits: { 'nvidia.com/gpu': '2' },
  });
});

test('a TPU and GKE Sandbox are in the class too', () => {
  const tpu = { type: 'tpu-v5-lite-podslice', topology: '2x2', chips: 4 };
  const [made] = of(profile('tpu', { tpu, capacityOrder: ['on-demand', 'spot'], sandbox: true }))
    .computeClasses as object[];
  expect(made).toMatchObject({
    sandbox: true,
    priorities: [{ tpu: { type: 'tpu-v5-lite-podslice', count: 4, topology: '2x2' }, spot: false }, { spot: true }],
  });
});

test('the name begins with that of the hub, fits into a label, and is that of no other hub', () => {
  const name = computeClass('a'.repeat(25), 'b'.repeat(40));
  expect(name).toMatch(/^a{25}-b+-[0-9a-f]{8}$/);
  expect(name).toHaveLength(63);
  expect(computeClass('a', 'b-c')).not.toBe(computeClass('a-b', 'c'));
});

test('there is no class and no quota where the file says nothing of them', () => {
  expect(of(profile('cpu'))).not.toHaveProperty('computeClasses');
  expect(of(profile('cpu'))).not.toHaveProperty('gpuQuota');
  const limited = companionValues(hubConfig({}, { limits: { ...LIMITS, gpus: 4 } }));
  expect(limited.gpuQuota).toBe(4);
});
