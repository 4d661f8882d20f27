import { expect, test } from '@jest/globals';
import { clusterOf } from '../../../../src/config/platform/cluster.js';
import { hubValues } from '../../../../src/helm/values/layers.js';
import { profileFacts } from '../../../../src/helm/values/page/facts.js';
import { valueAt } from '../../../../src/helm/values/values.js';
import { hubConfig, profile, SOURCES } from '../../../support/hub-config.js';

const cluster = clusterOf({
  location: 'us-central1',
  platform: { cluster: { mode: 'standard' }, nodePools: { cpu: { machineType: 'n2-standard-8', max: 3 } } },
});
const platform = { ...hubConfig().platform, cluster };
const scheduling = { userScheduler: { enabled: true } };

test('hub and servers stay on the nodes for them, and the chart’s scheduler stays off', () => {
  const values = hubValues(hubConfig({ scheduling }, { platform }), SOURCES, {});
  for (const pods of ['corePods', 'userPods']) {
    expect(valueAt(values, `scheduling.${pods}.nodeAffinity.matchNodePurpose`)).toBe('require');
    // The chart's own tolerations of the taints of its nodes.
    expect(valueAt(values, `scheduling.${pods}.tolerations`)).toBeUndefined();
  }
  expect(valueAt(values, 'scheduling.userScheduler.enabled')).toBe(false);
  expect(valueAt(values, 'singleuser.cloudMetadata.blockWithIptables')).toBe(false);
});

test('pullers of images run only where hub.values ask for them', () => {
  const prePuller = { continuous: { enabled: true } };
  const on = hubValues(hubConfig({ prePuller }, { platform }), SOURCES, {});
  expect(valueAt(on, 'prePuller.continuous.enabled')).toBe(true);
  expect(valueAt(on, 'prePuller.hook.enabled')).toBe(false);
});

test('a server selects the nodes of its pool, asks for its accelerators and tolerates their taint', () => {
  const labels = { 'jupyterhub-gke/pool': 'l4' };
  const gpu = profile('gpu', {
    placement: {
      labels,
      devices: { resource: 'nvidia.com/gpu', count: 2 },
      accelerator: 'nvidia-l4',
      capacity: 'spot',
    },
  });
  const open = profile('cpu', {
    default: true,
    placement: {
      labels: { 'jupyterhub-gke/open': 'true' },
      devices: undefined,
      accelerator: undefined,
      capacity: 'on-demand',
    },
  });
  const values = hubValues(hubConfig({}, { platform, profiles: [open, gpu] }), SOURCES, {});
  const file = (valueAt(values, 'hub.extraFiles') as Record<string, { data: { profiles: object[] } }>)[
    'jupyterhub-gke-profiles.json'
  ];
  expect(file?.data.profiles).toMatchObject([
    { slug: 'cpu', kubespawner_override: { node_selector: { 'jupyterhub-gke/open': 'true' } } },
    {
      slug: 'gpu',
      kubespawner_override: {
        node_selector: labels,
        extra_resource_limits: { 'nvidia.com/gpu': '2' },
        extra_resource_guarantees: { 'nvidia.com/gpu': '2' },
        tolerations: [{ key: 'nvidia.com/gpu', operator: 'Exists' }],
        http_timeout: 120,
      },
    },
  ]);
  expect(JSON.stringify(file?.data.profiles[0])).not.toContain('toleration');
  // The start page says what people get, and no price: Google bills the nodes.
  const facts = profileFacts(gpu, {
    currency: 'EUR',
    asOf: '2026-11-01',
    prices: { 'autopilot/cpu': 1, 'autopilot/memory': 1 },
  });
  expect(facts.sizes).toContainEqual(['GPU', '2 × nvidia-l4']);
  expect(facts.hour).toBeUndefined();
  expect(facts.wait).toBeDefined();
});
