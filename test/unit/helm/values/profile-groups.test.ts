import { describe, expect, test } from '@jest/globals';
import { repoPath } from '../../../../sandbox/src/paths.js';
import type { JsonObject, Profile } from '../../../../src/config/model.js';
import { valueChanges } from '../../../../src/helm/diff/values.js';
import { hubValues, readSources } from '../../../../src/helm/values/layers.js';
import { profileGroupValues } from '../../../../src/helm/values/profile-groups.js';
import { profileList } from '../../../../src/helm/values/profiles.js';
import { valueAt } from '../../../../src/helm/values/values.js';
import { hubConfig, profile } from '../../../support/hub-config.js';

const sources = await readSources(repoPath('helm'));
const CPU = profile('cpu', { default: true });
const GPU = profile('gpu', { groups: ['ml', 'vision'] });
const values = (...profiles: Profile[]): JsonObject => hubValues(hubConfig({}, { profiles }), sources, {});

function files(of: JsonObject): Readonly<Record<string, JsonObject>> {
  return valueAt(of, 'hub.extraFiles') as Readonly<Record<string, JsonObject>>;
}

describe('profiles with groups', () => {
  test('there are no profile groups values while no profile has groups', () => {
    expect(profileGroupValues([CPU, profile('other')], 'research', 'code')).toEqual({});
    const plain = values(CPU, profile('other'));
    expect(Object.keys(valueAt(plain, 'hub.extraConfig') as JsonObject)).not.toContain('01-jupyterhub-gke-profiles');
    expect(Object.keys(files(plain))).not.toContain('profile_groups.py');
    expect(valueAt(plain, 'singleuser.profileList')).toHaveLength(2);
  });

  test('the hub gets the profiles as data, each with its groups', () => {
    const all = values(CPU, GPU);
    const { mountPath, data } = files(all)['jupyterhub-gke-profiles.json'] ?? {};
    const [cpu, gpu] = profileList([CPU, GPU], 'research');
    expect(mountPath).toBe('/usr/local/etc/jupyterhub/jupyterhub-gke-profiles.json');
    expect(data).toEqual({ profiles: [cpu, { ...gpu, groups: ['ml', 'vision'] }] });
    expect(files(all)['profile_groups.py']?.stringData).toContain(mountPath);
    expect(valueAt(all, 'singleuser.profileList')).toBeUndefined();
    expect(valueAt(all, 'hub.extraConfig.01-jupyterhub-gke-profiles')).toContain('offer_profiles(c.KubeSpawner');
    expect(valueAt(all, 'hub.extraConfig.00-jupyterhub-gke')).toContain('jupyterhub-gke-access-reconciler');
    expect(valueAt(all, 'prePuller')).toEqual(valueAt(values(CPU), 'prePuller'));
  });

  test('a single profile with groups is data too', () => {
    const only = values(profile('gpu', { default: true, groups: ['ml'] }));
    expect(files(only)['jupyterhub-gke-profiles.json']?.data).toMatchObject({
      profiles: [{ slug: 'gpu', default: true, groups: ['ml'] }],
    });
    expect(valueAt(only, 'singleuser.cpu.limit')).toBe(2);
  });

  test('hub.values can replace neither the profile groups check nor its data', () => {
    const user = {
      hub: {
        extraConfig: { '01-jupyterhub-gke-profiles': 'c.KubeSpawner.profile_list = []' },
        extraFiles: {
          'jupyterhub-gke-profiles.json': { data: { profiles: [] } },
          'profile_groups.py': { stringData: '' },
        },
      },
    };
    const merged = hubValues(hubConfig(user, { profiles: [CPU, GPU] }), sources, {});
    const ours = values(CPU, GPU);
    expect(valueAt(merged, 'hub.extraConfig.01-jupyterhub-gke-profiles')).toEqual(
      valueAt(ours, 'hub.extraConfig.01-jupyterhub-gke-profiles'),
    );
    expect(files(merged)).toEqual(files(ours));
  });

  test('a plan shows the groups that a profile gets', () => {
    const before = values(CPU, { ...GPU, groups: [] });
    const shown = valueChanges(before, values(CPU, GPU)).filter(({ name }) => name.startsWith('singleuser'));
    expect(shown.map(({ name }) => name)).toEqual(['singleuser.profileList[gpu]']);
    expect(shown[0]?.before).not.toContain('groups');
    expect(shown[0]?.after).toContain('"groups":["ml","vision"]');
  });

  test('a plan names a profile whose difference lies beyond the text that it shows', () => {
    const long = (image: string): Profile => ({ ...GPU, description: 'x'.repeat(400), image });
    expect(valueChanges(values(CPU, long('a:1')), values(CPU, long('a:2'))).map(({ name }) => name)).toEqual([
      'singleuser.profileList[gpu]',
    ]);
  });
});
