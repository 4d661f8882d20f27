import { describe, expect, test } from '@jest/globals';
import { quantity } from '../../../src/config/quantity.js';
import { suggest } from '../../../src/config/suggest.js';
import { loadText, SIX } from '../../support/config.js';

const load = (text: string) => loadText({ path: 'hubs/jupyterhub.yaml', text }, '/repository');

describe('a valid file', () => {
  test('with six lines gets every default', () => {
    const { config } = load(SIX);
    expect(config).toEqual({
      name: 'research',
      project: 'acme-research',
      location: 'us-central1',
      state: { bucket: 'acme-research-tfstate' },
      platform: { name: 'research', from: undefined, cluster: { mode: 'autopilot' }, deletionProtection: true },
      approval: 'required',
      access: {
        domain: undefined,
        entry: { kind: 'direct' },
        mode: 'authoritative',
        guard: { maxRemovals: { percent: 25, atLeast: 5 }, requiredAdmins: 0 },
        session: { websocket: 3600, timezone: 'UTC' },
        auditBucket: undefined,
      },
      storage: { home: { type: 'disk', diskType: 'pd-balanced', size: '10Gi' }, perUserBuckets: false, purge: [] },
      profiles: [
        {
          name: 'cpu',
          displayName: 'CPU',
          description: undefined,
          default: true,
          image: undefined,
          cpu: { guarantee: '1', limit: '2' },
          memory: { guarantee: '4Gi', limit: '4Gi' },
          groups: [],
          culling: undefined,
          gpu: undefined,
          tpu: undefined,
          env: {},
          options: [],
          unlistedImage: undefined,
          startTimeout: undefined,
          capacity: 'on-demand',
          capacityOrder: [],
          reservation: undefined,
          sharedMemory: undefined,
          sandbox: false,
        },
      ],
      warm: [],
      budgets: [],
      culling: { idle: 3600, maxAge: undefined },
      limits: { servers: undefined, concurrentSpawns: 64, namedServers: 0, memoryPerUser: undefined },
      pullSecrets: [],
      registries: [],
      hub: { chart: { version: '4.4.0', repository: undefined, path: undefined, sha256: undefined }, values: {} },
      secrets: {},
    });
  });

  test('sets how people reach the hub', () => {
    const access =
      'access: {entry: {group: Hub@acme.dev}, mode: additive, session: {websocket: 4h, timezone: Europe/Berlin}, guard: {maxRemovals: {percent: 10}}, audit: {bucket: acme-audit}}\n';
    expect(load(`${SIX}${access}`).config?.access).toEqual({
      domain: undefined,
      entry: { kind: 'group', group: 'hub@acme.dev', manage: false },
      mode: 'additive',
      guard: { maxRemovals: { percent: 10, atLeast: 5 }, requiredAdmins: 0 },
      session: { websocket: 14_400, timezone: 'Europe/Berlin' },
      auditBucket: 'acme-audit',
    });
    expect(load(`${SIX}access: {entry: {domain: acme.dev}}\n`).config?.access.entry).toEqual({
      kind: 'domain',
      domain: 'acme.dev',
    });
  });

  test('is deeply frozen, aliases included', () => {
    const { config } = load(`${SIX}hub: {values: {custom: {a: &x {b: [1]}, c: *x}}}\n`);
    const frozen = (value: unknown): boolean =>
      typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(frozen));
    expect(frozen(config)).toBe(true);
  });

  test('gets absolute chart paths', () => {
    expect(load(`${SIX}hub: {chart: {path: ../charts/a.tgz}}\n`).config?.hub.chart.path).toBe(
      '/repository/charts/a.tgz',
    );
    expect(load(`${SIX}hub: {chart: {path: /opt/a.tgz}}\n`).config?.hub.chart.path).toBe('/opt/a.tgz');
  });

  test('has one default profile: the marked one, or else the first', () => {
    const chosen = (profiles: string): string[] =>
      load(`${SIX}profiles: ${profiles}\n`)
        .config?.profiles.filter((one) => one.default)
        .map(({ name }) => name) ?? [];
    expect(chosen('[{name: a}, {name: b}]')).toEqual(['a']);
    expect(chosen('[{name: a}, {name: b, default: true}]')).toEqual(['b']);
  });
});

describe('locate', () => {
  const { locate } = load(`${SIX}profiles:\n  - name: a\n    cpu: 2\nhub:\n  values:\n    hub: {labels: {x: y}}\n`);
  test('finds keys and values, and the nearest parent of a missing key', () => {
    expect(locate(['name'])).toEqual({ file: 'hubs/jupyterhub.yaml', line: 2, column: 7, length: 8 });
    expect(locate(['name'], 'key')).toMatchObject({ line: 2, column: 1, length: 4 });
    expect(locate(['profiles', 0, 'cpu'])).toMatchObject({ line: 9, column: 10, length: 1 });
    expect(locate(['profiles', 0, 'memory'])).toMatchObject({ line: 8, column: 5 });
    expect(locate(['hub', 'values', 'hub', 'labels', 'x'])).toMatchObject({ line: 12, column: 23, length: 1 });
    expect(locate(['hub', 'chart', 'version'])).toMatchObject({ line: 10, column: 1, length: 3 });
    expect(locate(['hub'])).toMatchObject({ line: 10, column: 1, length: 3 });
    expect(locate([])).toMatchObject({ line: 1, column: 1 });
  });

  test('returns line 1 for a file that is not YAML', () => {
    expect(load('a: [').locate(['a'])).toMatchObject({ line: 1, column: 1, length: 1 });
  });
});

test('a name is suggested only when it is close', () => {
  const known = ['deletionProtection', 'displayName', 'default', 'cpu', 'until'];
  expect(suggest('deletion_protection', known)).toBe('deletionProtection');
  expect(suggest('untill', known)).toBe('until');
  expect(suggest('cup', known)).toBe('cpu');
  expect(suggest('gpu', known)).toBe('cpu');
  expect(suggest('memory', known)).toBeUndefined();
  expect(suggest('x'.repeat(100_000), known)).toBeUndefined();
});

test('quantities are read as cores or bytes', () => {
  expect(quantity('500m')).toBe(0.5);
  expect(quantity('4Gi')).toBe(4 * 2 ** 30);
  expect(quantity('1.5G')).toBe(1.5e9);
  expect(quantity(2)).toBe(2);
  for (const text of ['', '4GB', '-1', '1e3', 'Gi', null, {}]) expect(quantity(text)).toBeUndefined();
});
