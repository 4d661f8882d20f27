import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { repoPath } from '../../../../sandbox/src/paths.js';
import type { JsonObject } from '../../../../src/config/model.js';
import { profileGroupValues } from '../../../../src/helm/values/profile-groups.js';
import { valueAt } from '../../../../src/helm/values/values.js';
import { loadText, SIX } from '../../../support/config.js';

/** One profile of each kind. test/python/test_profile_pods.py starts them with the real KubeSpawner. */
const KINDS = `${SIX}platform: {zones: [us-central1-a]}
secrets: {LMS: {env: LMS}}
profiles:
- {name: cpu}
- {name: large, cpu: {guarantee: 2, limit: none}, memory: {guarantee: 8Gi, limit: none}, image: "quay.io/acme/n:1"}
- {name: l4, gpu: {type: nvidia-l4}, cpu: 4, memory: 16Gi}
- {name: l4-two, gpu: {type: nvidia-l4, count: 2, driver: latest}, cpu: 8, memory: 32Gi, sharedMemory: 2Gi}
- {name: l4-shared, gpu: {type: nvidia-l4, sharing: {strategy: time-sharing, clients: 4}}}
- {name: a100, gpu: {type: nvidia-tesla-a100}, cpu: 8, memory: 60Gi, groups: [ml]}
- {name: tpu, tpu: {type: tpu-v5-lite-podslice, topology: 2x2}, cpu: 8, memory: 32Gi, startTimeout: 30m}
- {name: spot, capacity: spot}
- {name: l4-spot, gpu: {type: nvidia-l4}, capacity: spot}
- {name: flex, gpu: {type: nvidia-l4}, capacity: flex-start, culling: {maxAge: 5d}}
- {name: reserved, gpu: {type: nvidia-l4}, capacity: reservation, reservation: {name: course, project: acme-capacity}}
- name: order
  gpu: {type: nvidia-l4}
  capacity: [reservation, on-demand, flex-start, spot]
  reservation: {name: course}
- {name: sandbox, sandbox: true}
- {name: variables, env: {JSON: '{"a": 1}', KEY: {secretRef: LMS}}}
- name: options
  gpu: {type: nvidia-l4}
  unlistedImage: {pattern: '^quay\\.io/acme/.+$'}
  options:
    size: {choices: {z-small: {memory: 8Gi}, a-large: {memory: 24Gi, cpu: 6, env: {SIZE: large}}}}
`;

test('the profiles that Python tests start are those that the product writes', () => {
  const { config, diagnostics } = loadText({ path: 'jupyterhub.yaml', text: KINDS }, '/repo');
  if (config === undefined) throw new Error(JSON.stringify(diagnostics));
  const values = profileGroupValues(config.profiles, 'research', '');
  const files = valueAt(values, 'hub.extraFiles') as JsonObject;
  const data = valueAt(files['jupyterhub-gke-profiles.json'] as JsonObject, 'data');
  const path = repoPath('test', 'fixtures', 'profile-pods.json');
  if (process.env.WRITE_FIXTURES === '1') writeFileSync(path, `${JSON.stringify(data, null, 2)}\n`);
  expect(JSON.parse(JSON.stringify(data))).toEqual(JSON.parse(readFileSync(path, 'utf8')));
});
