import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { repoPath } from '../../../../sandbox/src/paths.js';
import { ownedValue } from '../../../../src/config/chart/owned-values.js';
import type { Cost, Json, JsonObject, Profile } from '../../../../src/config/model.js';
import { hubValues } from '../../../../src/helm/values/layers.js';
import { profileFacts } from '../../../../src/helm/values/page/facts.js';
import { FACTS_FILE, PAGE_FILES } from '../../../../src/helm/values/page/page.js';
import { valueAt } from '../../../../src/helm/values/values.js';
import { hubConfig, profile, SOURCES } from '../../../support/hub-config.js';

const COST: Cost = {
  currency: 'EUR',
  asOf: '2026-11-01',
  prices: { 'autopilot/cpu': 0.04, 'autopilot/memory': 0.005 },
};

function sizesOf(more: Partial<Profile>): Json | undefined {
  return profileFacts(profile('a', more), undefined).sizes;
}

describe('what the start page says of a profile', () => {
  test.each([
    ['2', '2', '2 cores'],
    ['1', '2', '1 core, up to 2 cores'],
    ['500m', '1', '0.5 cores, up to 1 core'],
    ['4', undefined, '4 cores or more'],
  ])('cores from %s to %s', (guarantee, limit, text) => {
    expect(sizesOf({ cpu: { guarantee, limit } })).toContainEqual(['CPU', text]);
  });

  test.each([
    ['4Gi', '4Gi', '4 GiB'],
    ['512Mi', '1Gi', '512 MiB, up to 1 GiB'],
    ['2G', '2G', '1.86 GiB'],
    ['1Ti', undefined, '1,024 GiB or more'],
  ])('memory from %s to %s', (guarantee, limit, text) => {
    expect(sizesOf({ memory: { guarantee, limit } })).toContainEqual(['Memory', text]);
  });

  test('an hour costs what the guarantee and the gate cost, by the prices of the operator', () => {
    // (1 + 0.05) × 0.04 + (4 + 0.1875) × 0.005 = 0.0629375
    expect(profileFacts(profile('a'), COST).hour).toEqual({ amount: '0.06', currency: 'EUR', isMost: false });
  });

  test('a server on a node of a pool has no price of its own', () => {
    const placement = { pool: 'cpu' } as unknown as NonNullable<Profile['placement']>;
    expect(profileFacts(profile('a', { placement }), COST).hour).toBeUndefined();
  });

  const L4 = { type: 'nvidia-l4', count: 2, driver: 'default', sharing: undefined } as const;
  const V5E = { type: 'tpu-v5-lite-podslice', topology: '2x2', chips: 4 };

  test('a GPU or TPU is named as people call it, and costs what the operator says', () => {
    const cost = { ...COST, prices: { ...COST.prices, 'nvidia-l4': 0.5, 'tpu-v5-lite-podslice': 1.2 } };
    const gpu = profileFacts(profile('a', { gpu: L4 }), cost);
    expect(gpu.sizes).toContainEqual(['GPU', '2 × NVIDIA L4 (24 GiB)']);
    expect(gpu.hour).toEqual({ amount: '1.06', currency: 'EUR', isMost: false });
    expect(profileFacts(profile('a', { gpu: L4 }), COST).hour).toBeUndefined();
    const shared = { ...L4, count: 1, sharing: { strategy: 'time-sharing', clients: 4 } } as const;
    const part = profileFacts(profile('a', { gpu: shared }), cost);
    expect(part.sizes).toContainEqual(['GPU', '1 × NVIDIA L4 (24 GiB), shared by up to 4 servers']);
    expect(part.hour).toMatchObject({ isMost: true });
    const tpu = profileFacts(profile('a', { tpu: V5E }), cost);
    expect(tpu.sizes).toContainEqual(['TPU', '4 chips v5e, 2x2']);
    expect(tpu.hour).toMatchObject({ amount: '4.86' });
    const odd = { ...L4, type: 'nvidia-tesla-new-9', count: 1 };
    expect(profileFacts(profile('a', { gpu: odd }), cost).sizes).toContainEqual(['GPU', '1 × NVIDIA NEW 9']);
  });

  test('what may wait or end is said, and how long a new machine takes', () => {
    const facts = (more: Partial<Profile>): JsonObject => profileFacts(profile('a', more), COST);
    expect(facts({})).toMatchObject({ usual: '2 to 5 minutes' });
    expect(facts({}).wait).toBeUndefined();
    expect(facts({ gpu: L4 }).usual).toBe('5 to 10 minutes');
    expect(facts({ capacity: 'spot' }).wait).toContain('take the machine away');
    expect(facts({ capacity: 'spot' }).hour).toMatchObject({ isMost: true });
    expect(facts({ capacity: 'flex-start' })).toMatchObject({ usual: 'minutes to hours' });
    expect(facts({ capacity: 'flex-start' }).wait).toContain('at most 7 days');
    const ordered = facts({ capacityOrder: ['reservation', 'on-demand', 'flex-start', 'spot'] });
    expect(ordered.wait).toBe(
      'May wait. Google is asked in this order: reserved machines; ordinary machines; a machine for at most 7 days, which may wait; spare machines, which Google may take away at any time. Your files stay.',
    );
    expect(ordered).toMatchObject({ usual: 'minutes to hours', hour: { isMost: true } });
    const order = facts({ capacityOrder: ['reservation', 'on-demand'] });
    expect(order).toMatchObject({ usual: '2 to 5 minutes', hour: { isMost: false } });
    expect(facts({ capacity: 'reservation' }).wait).toContain('reserved for this hub');
  });

  test('no price is shown that is a part of a sum', () => {
    for (const name of Object.keys(COST.prices)) {
      const { [name]: _, ...prices } = COST.prices;
      expect(profileFacts(profile('a'), { ...COST, prices }).hour).toBeUndefined();
    }
    expect(profileFacts(profile('a'), undefined).hour).toBeUndefined();
  });
});

describe('the files of the pages', () => {
  const values = hubValues(hubConfig({}, { profiles: [profile('a'), profile('b')] }), SOURCES, {});
  const files = valueAt(values, 'hub.extraFiles') as Readonly<Record<string, JsonObject>>;

  test('are all that there are in the folder', () => {
    expect(readdirSync(repoPath('helm', 'hub', 'templates')).sort()).toEqual([...PAGE_FILES].sort());
  });

  test('are mounted together, with the facts of each profile', () => {
    const folder = '/usr/local/etc/jupyterhub/jupyterhub-gke-templates';
    const mounted = Object.values(files).map(({ mountPath }) => mountPath);
    expect(mounted).toEqual(expect.arrayContaining(PAGE_FILES.map((name) => `${folder}/${name}`)));
    expect(files[FACTS_FILE]?.data).toMatchObject({ hub: 'research', profiles: { a: {}, b: {} } });
    expect(valueAt(values, 'hub.extraConfig.~jupyterhub-gke-gate')).toContain('start_page.configure(c).usual)');
  });

  test.each(Object.keys(SOURCES.pages))('hub.values may not bring a file at the place of %s', (name) => {
    const mine = { mountPath: files[`jupyterhub-gke-${name}`]?.mountPath ?? '', stringData: '' };
    expect(ownedValue(['hub', 'extraFiles', 'mine'], mine)).toBeDefined();
    expect(ownedValue(['hub', 'extraFiles', `jupyterhub-gke-${name}`], mine)).toBeDefined();
  });

  test('hub.values may bring templates of its own', () => {
    const own = { mountPath: '/usr/local/etc/jupyterhub/templates/page.html', stringData: '' };
    expect(ownedValue(['hub', 'extraFiles', 'page.html'], own)).toBeUndefined();
    expect(ownedValue(['hub', 'templatePaths'], ['/usr/local/etc/jupyterhub/templates'])).toBeUndefined();
    const path = { hub: { templatePaths: ['/own'] } };
    expect(valueAt(hubValues(hubConfig(path), SOURCES, {}), 'hub.templatePaths')).toEqual(['/own']);
  });
});
