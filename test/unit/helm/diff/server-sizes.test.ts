import { expect, test } from '@jest/globals';
import type { Json, JsonObject, Profile } from '../../../../src/config/model.js';
import { DEFAULT_SERVER, serverSizes } from '../../../../src/helm/diff/server-sizes.js';
import { profileGroupValues } from '../../../../src/helm/values/profile-groups.js';
import { profileValues } from '../../../../src/helm/values/profiles.js';
import { merge } from '../../../../src/helm/values/values.js';
import { profile } from '../../../support/hub-config.js';

const GIB = 2 ** 30;
const valuesOf = (profiles: readonly Profile[]): JsonObject =>
  merge(profileValues(profiles, 'research'), profileGroupValues(profiles, 'research', '# code'));
const LARGE = { cpu: { guarantee: '1500m', limit: '4' }, memory: { guarantee: '8Gi', limit: '16Gi' } };

test('server sizes are the guarantees, for a single server, a list, and a list with groups', () => {
  expect([...serverSizes(valuesOf([profile('cpu', { default: true, ...LARGE })]))]).toEqual([
    [DEFAULT_SERVER, { cores: 1.5, bytes: 8 * GIB }],
  ]);
  const list = [profile('small', { default: true }), profile('large', LARGE)];
  const sizes = [
    ['small', { cores: 1, bytes: 4 * GIB }],
    ['large', { cores: 1.5, bytes: 8 * GIB }],
  ];
  expect([...serverSizes(valuesOf(list))]).toEqual(sizes);
  expect([...serverSizes(valuesOf([list[0] as Profile, profile('large', { ...LARGE, groups: ['ml'] })]))]).toEqual(
    sizes,
  );
});

test('sizes that are not as we write them into a record are left out', () => {
  const entry = (more: JsonObject): JsonObject => ({
    slug: 'a',
    kubespawner_override: { cpu_guarantee: 1, mem_guarantee: 2, ...more },
  });
  const listOf = (...list: Json[]): JsonObject => ({ singleuser: { profileList: list } });
  expect([...serverSizes(listOf(entry({})))]).toEqual([['a', { cores: 1, bytes: 2 }]]);
  const odd: JsonObject[] = [
    {},
    { singleuser: null },
    { singleuser: { cpu: { guarantee: '1' }, memory: { guarantee: 1 } } },
    { hub: { extraFiles: { 'jupyterhub-gke-profiles.json': 'x' } } },
    listOf(),
    listOf(null, 'x', [], {}, { slug: 7 }),
    listOf(entry({ cpu_guarantee: '1' }), entry({ mem_guarantee: -1 }), { slug: 'a', kubespawner_override: 'x' }),
  ];
  for (const values of odd) expect([values, [...serverSizes(values)]]).toEqual([values, []]);
});
