import { describe, expect, test } from '@jest/globals';
import { repoPath } from '../../../../sandbox/src/paths.js';
import type { JsonObject, Profile } from '../../../../src/config/model.js';
import { hubSecrets, hubValues, readSources } from '../../../../src/helm/values/layers.js';
import { needsOverride, startOverride } from '../../../../src/helm/values/profile-start.js';
import { profileList } from '../../../../src/helm/values/profiles.js';
import { valueAt } from '../../../../src/helm/values/values.js';
import { loadText, SIX } from '../../../support/config.js';
import { hubConfig, profile } from '../../../support/hub-config.js';

const sources = await readSources(repoPath('helm'));
/** Profiles of a file, with all defaults. */
function profiles(text: string, rest = ''): readonly Profile[] {
  const { config, diagnostics } = loadText(
    { path: 'jupyterhub.yaml', text: `${SIX}platform: {zones: [us-central1-a]}\n${rest}profiles:\n${text}` },
    '/repo',
  );
  if (config === undefined) throw new Error(JSON.stringify(diagnostics));
  return config.profiles;
}

function override(text: string): JsonObject {
  const [first] = profiles(`- {name: one, ${text}}\n`);
  if (first === undefined) throw new Error('no profile');
  return startOverride(first, 'research');
}

const L4 = 'gpu: {type: nvidia-l4}';

describe('what a profile sets in KubeSpawner', () => {
  test('a GPU is limit and guarantee, label, toleration, memory at /dev/shm, and time to start', () => {
    expect(override(`${L4}, cpu: 4, memory: 16Gi`)).toEqual({
      cpu_guarantee: 4,
      cpu_limit: 4,
      mem_guarantee: 16 * 2 ** 30,
      mem_limit: 16 * 2 ** 30,
      extra_resource_limits: { 'nvidia.com/gpu': '1' },
      extra_resource_guarantees: { 'nvidia.com/gpu': '1' },
      node_selector: { 'cloud.google.com/gke-accelerator': 'nvidia-l4' },
      tolerations: [{ key: 'nvidia.com/gpu', operator: 'Exists' }],
      volumes: {
        'jupyterhub-gke-shm': {
          name: 'jupyterhub-gke-shm',
          emptyDir: { medium: 'Memory', sizeLimit: String(8 * 2 ** 30) },
        },
      },
      volume_mounts: { 'jupyterhub-gke-shm': { name: 'jupyterhub-gke-shm', mountPath: '/dev/shm' } },
      start_timeout: 1200,
      http_timeout: 120,
    });
  });

  test.each([
    [
      'gpu: {type: nvidia-l4, sharing: {strategy: mps, clients: 4}, driver: latest}',
      {
        'cloud.google.com/gke-accelerator': 'nvidia-l4',
        'cloud.google.com/gke-gpu-driver-version': 'latest',
        'cloud.google.com/gke-gpu-sharing-strategy': 'mps',
        'cloud.google.com/gke-max-shared-clients-per-gpu': '4',
      },
    ],
    [
      'tpu: {type: tpu-v5-lite-podslice, topology: 2x2}',
      {
        'cloud.google.com/gke-tpu-accelerator': 'tpu-v5-lite-podslice',
        'cloud.google.com/gke-tpu-topology': '2x2',
      },
    ],
    ['capacity: spot', { 'cloud.google.com/gke-spot': 'true' }],
    [
      `${L4}, capacity: flex-start`,
      { 'cloud.google.com/gke-accelerator': 'nvidia-l4', 'cloud.google.com/gke-flex-start': 'true' },
    ],
    [
      `${L4}, capacity: reservation, reservation: {name: course, project: acme-capacity}`,
      {
        'cloud.google.com/gke-accelerator': 'nvidia-l4',
        'cloud.google.com/reservation-name': 'course',
        'cloud.google.com/reservation-project': 'acme-capacity',
        'cloud.google.com/reservation-affinity': 'specific',
      },
    ],
  ])('%s selects nodes by their labels', (text, labels) => {
    expect(override(text).node_selector).toEqual(labels);
  });

  test('a TPU is all chips of its topology', () => {
    const tpu = override('tpu: {type: tpu-v5p-slice, topology: 2x2x1}');
    expect(tpu).toMatchObject({
      extra_resource_limits: { 'google.com/tpu': '4' },
      extra_resource_guarantees: { 'google.com/tpu': '4' },
      tolerations: [{ key: 'google.com/tpu', operator: 'Exists' }],
    });
  });

  test('Spot nodes have a taint, which comes with that of the GPU', () => {
    expect(override(`${L4}, capacity: spot`).tolerations).toEqual([
      { key: 'nvidia.com/gpu', operator: 'Exists' },
      { key: 'cloud.google.com/gke-spot', operator: 'Equal', value: 'true', effect: 'NoSchedule' },
    ]);
  });

  test('shared memory is as written, and a choice of other memory changes half of it', () => {
    const size = (of: JsonObject): unknown => valueAt(of, 'volumes.jupyterhub-gke-shm.emptyDir.sizeLimit');
    expect(size(override('sharedMemory: 1Gi'))).toBe(String(2 ** 30));
    expect(size(override('memory: {guarantee: 8Gi, limit: none}, gpu: {type: nvidia-l4}'))).toBe(String(4 * 2 ** 30));
    const sized = (text: string): unknown[] => {
      const [one] = profileList(
        profiles(`- {name: one, ${text}, options: {size: {choices: {a: {}, b: {memory: 32Gi}}}}}\n`),
        'research',
      );
      const [option] = (one?.profile_options ?? []) as { choices: { kubespawner_override: JsonObject }[] }[];
      return (option?.choices ?? []).map((choice) => size(choice.kubespawner_override));
    };
    expect(sized(L4)).toEqual([undefined, String(16 * 2 ** 30)]);
    expect(sized(`${L4}, sharedMemory: 2Gi`)).toEqual([undefined, undefined]);
  });

  test('braces of a variable are literal, and a secret stays a reference', () => {
    const [one] = profiles(
      `- {name: one, env: {JSON: '{"a": 1}', KEY: {secretRef: LMS}}}\n`,
      'secrets: {LMS: {env: L}}\n',
    );
    const config = hubConfig({}, { profiles: [one as Profile], secrets: { LMS: { env: 'L' } } });
    expect(startOverride(one as Profile, 'research').environment).toEqual({
      JSON: '{{"a": 1}}',
      KEY: { valueFrom: { secretKeyRef: { name: 'research-secrets', key: 'LMS' } } },
    });
    expect(hubSecrets(config, sources, {}).names).toEqual(['LMS']);
  });

  test('an image of one’s own is the last question, or a part of the option "image"', () => {
    const listed = (text: string): unknown =>
      profileList(profiles(`- {name: one, unlistedImage: {pattern: '^acme/.+$'}${text}}\n`), 'research')[0]
        ?.profile_options;
    expect(listed('')).toMatchObject([
      {
        name: 'image',
        choices: [{ name: 'standard', default: true, kubespawner_override: {} }],
        unlisted_choice: { enabled: true, validation_regex: '^acme/.+$', kubespawner_override: { image: '{value}' } },
      },
    ]);
    expect(listed(', options: {zeta: {choices: {a: {}}}, image: {choices: {b: {image: "acme/b:1"}}}}')).toMatchObject([
      { name: 'zeta' },
      { name: 'image', choices: [{ name: 'b' }], unlisted_choice: { enabled: true } },
    ]);
  });

  test('options and choices keep their order, and texts bring no markup into the page', () => {
    const [one] = profileList(
      profiles(
        `- {name: one, options: {size: {displayName: "<b>", choices: {z: {displayName: "<i>"}, a: {default: true, env: {A: b}}}}}}\n`,
      ),
      'research',
    );
    expect(one?.profile_options).toEqual([
      {
        name: 'size',
        display_name: '&lt;b&gt;',
        choices: [
          { name: 'z', display_name: '&lt;i&gt;', kubespawner_override: {} },
          { name: 'a', display_name: 'a', default: true, kubespawner_override: { environment: { A: 'b' } } },
        ],
      },
    ]);
  });

  test.each([
    'sandbox: true',
    'startTimeout: 10m',
    'env: {A: b}',
    'sharedMemory: 1Gi',
    'capacity: spot',
    L4,
    'tpu: {type: tpu-v5-lite-podslice, topology: 1x1}',
    "unlistedImage: {pattern: '^a$'}",
    'options: {a: {choices: {b: {}}}}',
  ])('with %s a profile goes to the hub as data, the only one like one of several', (text) => {
    const [one] = profiles(`- {name: one, ${text}}\n`);
    if (one === undefined) throw new Error('no profile');
    expect(needsOverride(one)).toBe(true);
    const entry = (...all: Profile[]): unknown => {
      const values = hubValues(hubConfig({}, { profiles: all }), sources, {});
      expect(valueAt(values, 'singleuser.profileList')).toBeUndefined();
      const files = valueAt(values, 'hub.extraFiles') as JsonObject;
      return (valueAt(files['jupyterhub-gke-profiles.json'] as JsonObject, 'data.profiles') as JsonObject[])[0]
        ?.kubespawner_override;
    };
    expect(entry(one, profile('other'))).toEqual(entry(one));
    expect(needsOverride(profile('plain'))).toBe(false);
  });

  test('where machines are scarce, failed starts do not restart the hub', () => {
    const limit = (text: string): unknown =>
      valueAt(
        hubValues(hubConfig({}, { profiles: profiles(`- {name: one, ${text}}\n`) }), sources, {}),
        'hub.consecutiveFailureLimit',
      );
    expect([limit(L4), limit('capacity: spot'), limit('sandbox: true')]).toEqual([0, 0, undefined]);
  });
});
