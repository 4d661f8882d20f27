import { describe, expect, test } from '@jest/globals';
import { zoneTable } from '../../../../src/config/times/zone.js';
import { companionValues } from '../../../../src/helm/values/companion.js';
import { warmRooms } from '../../../../src/helm/values/hours/warm.js';
import { hubValues } from '../../../../src/helm/values/layers.js';
import { valueAt } from '../../../../src/helm/values/values.js';
import { hubConfig, profile, SOURCES } from '../../../support/hub-config.js';

const L4 = { type: 'nvidia-l4', count: 2, driver: 'default', sharing: undefined } as const;
const PROFILES = [profile('cpu', { default: true }), profile('l4', { gpu: L4 })];
const WINDOW = { days: [0], from: 580, to: 720 };

describe('budgets', () => {
  const budget = { groups: ['ml'], profiles: [], of: 'gpu', hours: 40, days: 7, each: 'person' } as const;

  test('are data of the hub, with what servers request and the clock of the time zone', () => {
    const files = valueAt(
      hubValues(hubConfig({}, { profiles: PROFILES, budgets: [budget] }), SOURCES, {}),
      'hub.extraFiles',
    );
    expect(files).toMatchObject({
      'budget_accounts.py': { mode: 0o444 },
      'access_reconciler_budgets.py': { mode: 0o444 },
      'jupyterhub-gke-budgets.json': {
        data: {
          budgets: [{ groups: ['ml'], profiles: [], of: 'gpu', hours: 40, per: 7, each: 'person' }],
          standard: 'cpu',
          profiles: { cpu: { gpu: 0, cpu: 1000, memory: 4096 }, l4: { gpu: 2 } },
          timezone: 'UTC',
          offsets: [[Date.UTC(2026, 0, 1) / 1000, 0]],
        },
      },
    });
  });

  test('leave a hub without any as it was', () => {
    const text = JSON.stringify(hubValues(hubConfig(), SOURCES, {}));
    for (const part of ['budget_', 'jupyterhub-gke-budgets', 'access_reconciler_warm', 'jupyterhub-gke-warm'])
      expect([part, text.includes(part)]).toEqual([part, false]);
  });
});

describe('warm seats', () => {
  test('are few large placeholders, one for each server with an accelerator', () => {
    const warm = [
      { profile: 'cpu', servers: 20, ...WINDOW },
      { profile: 'cpu', servers: 8, ...WINDOW },
      { profile: 'l4', servers: 3, ...WINDOW },
    ];
    const config = hubConfig({}, { profiles: PROFILES, warm });
    expect(warmRooms(config).map(({ servers, placeholders, seats }) => [servers, placeholders, seats])).toEqual([
      [20, 2, 10],
      [3, 3, 1],
    ]);
    expect(companionValues(config).warm).toMatchObject([
      { name: 'research-warm-cpu', profile: 'cpu', cpu: '10500m', memory: '42880Mi' },
      {
        name: 'research-warm-l4',
        devices: { 'nvidia.com/gpu': '2' },
        nodeSelector: { 'cloud.google.com/gke-accelerator': 'nvidia-l4' },
      },
    ]);
    expect(valueAt(hubValues(config, SOURCES, {}), 'hub.extraFiles')).toMatchObject({
      'budget_zone.py': { mode: 0o444 },
      'jupyterhub-gke-warm.json': {
        data: { rooms: [{ profile: 'cpu', seats: 10, windows: [{ servers: 20 }, { servers: 8 }] }, { profile: 'l4' }] },
      },
    });
    expect(companionValues(hubConfig()).warm).toBeUndefined();
  });
});

test('the table of a zone has each change of its clock', () => {
  const table = zoneTable('Europe/Berlin').map(([from, offset]) => [new Date(from * 1000).toISOString(), offset]);
  expect(table.slice(0, 3)).toEqual([
    ['2026-01-01T00:00:00.000Z', 3600],
    ['2026-03-29T01:00:00.000Z', 7200],
    ['2026-10-25T01:00:00.000Z', 3600],
  ]);
  expect(table).toHaveLength(31);
  expect(zoneTable('Asia/Kolkata')).toEqual([[Date.UTC(2026, 0, 1) / 1000, 19_800]]);
  // Half an hour, on the other side of the year.
  expect(
    zoneTable('Australia/Lord_Howe')
      .slice(0, 2)
      .map(([, offset]) => offset),
  ).toEqual([39_600, 37_800]);
});
