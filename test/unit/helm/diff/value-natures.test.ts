import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import type { JsonObject } from '../../../../src/config/model.js';
import { diffReleases } from '../../../../src/helm/diff/diff.js';
import { type ValueMeaning, valueMeaning } from '../../../../src/helm/diff/value-natures.js';
import { hubValues } from '../../../../src/helm/values/layers.js';
import { verdict } from '../../../../src/report/text/verdict.js';
import { writer } from '../../../../src/report/writer.js';
import { hubConfig, profile, SOURCES } from '../../../support/hub-config.js';

const base = parse(readFileSync('helm/hub/base.yaml', 'utf8')) as JsonObject;
const values = (user: JsonObject): JsonObject => {
  const config = hubConfig(user, { profiles: [profile('cpu', { default: true, groups: ['ml'] })] });
  const storage = { ...config.storage, perUserBuckets: true };
  return hubValues({ ...config, storage }, { ...SOURCES, base }, {});
};
const meaning = (before: JsonObject | undefined, after: JsonObject): ValueMeaning =>
  valueMeaning(before, after, values({}));
const paths = (before: JsonObject | undefined, after: JsonObject): readonly string[] =>
  meaning(before, after).code.map(({ path, runsIn }) => `${runsIn}: ${path}`);

describe('code of hub.values', () => {
  test('there are no code changes if only our own code is there', () => {
    expect(Object.keys((values({}).hub as { extraConfig: object }).extraConfig)).toHaveLength(5);
    expect(meaning(undefined, values({}))).toEqual({ code: [], rights: [], data: [] });
  });

  test('code of hub.values that is added, changed or removed is named with the place where it runs', () => {
    const before = values({ hub: { extraConfig: { mine: 'a = 1', old: 'b = 1', same: 'c = 1' } } });
    const after = values({
      hub: {
        extraConfig: { mine: 'a = 2', same: 'c = 1' },
        lifecycle: { postStart: { exec: { command: ['/bin/true'] } } },
        services: { report: { command: ['python3', 'report.py'], url: 'http://hub' } },
        image: { tag: '1.2.3', pullPolicy: 'Always' },
        config: { JupyterHub: { log_level: 'DEBUG' } },
      },
      singleuser: {
        cmd: ['start.sh'],
        lifecycleHooks: { preStop: {} },
        extraFiles: { 'a.py': { mountPath: '/a.py' } },
      },
    });
    expect(paths(before, after)).toEqual([
      'hub: hub.extraConfig.mine',
      'hub: hub.extraConfig.old',
      'hub: hub.image.tag',
      'hub: hub.lifecycle.postStart',
      'hub: hub.services.report.command',
      'servers: singleuser.cmd',
      'servers: singleuser.extraFiles.a.py',
      'servers: singleuser.lifecycleHooks.preStop',
    ]);
    expect(paths(after, after)).toEqual([]);
  });

  test('code under a name that every object has counts as code of the user', () => {
    const user = JSON.parse('{"hub": {"extraConfig": {"__proto__": "a = 1", "constructor": "b = 1"}}}') as JsonObject;
    expect(paths(values({}), values(user))).toEqual([
      'hub: hub.extraConfig.__proto__',
      'hub: hub.extraConfig.constructor',
    ]);
  });

  test('the change of the hub Secret lists the code, also for a new hub', () => {
    const rendered = (user: JsonObject) => ({
      values: values(user),
      ours: values({}),
      manifests: [{ apiVersion: 'v1', kind: 'Secret', name: 'hub', object: { keys: ['values.yaml'] } }],
    });
    const mine = rendered({ hub: { extraConfig: { mine: 'a = 1' } } });
    const code = [{ path: 'hub.extraConfig.mine', runsIn: 'hub' }];
    expect(diffReleases(undefined, mine)).toMatchObject([
      { action: 'create', subject: { type: 'Secret', name: 'hub' }, code },
    ]);
    expect(diffReleases(rendered({}), mine)).toMatchObject([
      { action: 'update', subject: { type: 'Secret', name: 'hub' }, code },
    ]);
    expect(diffReleases(mine, rendered({}))).toMatchObject([
      { action: 'update', subject: { type: 'Secret', name: 'hub' }, code },
    ]);
    const [other] = diffReleases(mine, rendered({ hub: { extraConfig: { mine: 'a = 1' } }, cull: { timeout: 5 } }));
    expect(other).toMatchObject({ subject: { type: 'Secret', name: 'hub' } });
    expect(other).not.toHaveProperty('code');
  });
});

describe('what hub.values is about', () => {
  const rights = (user: JsonObject, before: JsonObject = {}): unknown => meaning(values(before), values(user)).rights;
  const said = (user: JsonObject, before: JsonObject = {}): string => {
    const rendered = (of: JsonObject) => ({
      values: values(of),
      ours: values({}),
      manifests: [{ apiVersion: 'v1', kind: 'Secret', name: 'hub', object: { keys: ['values.yaml'] } }],
    });
    return verdict(diffReleases(rendered(before), rendered(user)), writer(false));
  };

  test('scopes are told with who gets them', () => {
    const loadRoles = {
      report: { scopes: ['list:users', 'admin:servers'], services: ['report'], users: ['ada@acme.dev'] },
    };
    expect(rights({ hub: { loadRoles } })).toEqual([
      {
        path: 'hub.loadRoles.report',
        role: {
          name: 'report',
          scopes: ['list:users', 'admin:servers'],
          holders: [
            { what: 'users', who: 'ada@acme.dev' },
            { what: 'services', who: 'report' },
          ],
        },
      },
    ]);
    expect(said({ hub: { loadRoles } })).toContain(
      'By the users files nobody gains or loses access. ⚠️ Role `report` gives `list:users` and `admin:servers` to user `ada@acme.dev` and service `report`.',
    );
    expect(said({}, { hub: { loadRoles } })).toContain('⚠️ Rights change: `hub.loadRoles.report` (removed).');
    expect(said({ hub: { services: { spy: { admin: true, url: 'http://x' } } } })).toContain(
      '⚠️ Role `spy` gives `admin:all` to service `spy`.',
    );
  });

  test.each<[string, JsonObject, RegExp]>([
    [
      'classes of the hub',
      { hub: { config: { JupyterHub: { allow_all: true } } } },
      /Rights change: `hub\.config\.JupyterHub\.allow_all`/,
    ],
    [
      'the account of notebook servers',
      { singleuser: { serviceAccountName: 'admin' } },
      /Rights change: `singleuser\.serviceAccountName`/,
    ],
    [
      'a mounted token',
      { singleuser: { extraPodConfig: { automountServiceAccountToken: true } } },
      /Rights change: `singleuser\.extraPodConfig`/,
    ],
    ['rights of the hub pod', { hub: { extraPodSpec: { hostPID: true } } }, /Rights change: `hub\.extraPodSpec`/],
    [
      'the identity of the hub',
      { hub: { serviceAccount: { annotations: { 'iam.gke.io/gcp-service-account': 'x' } } } },
      /Rights change: `hub\.serviceAccount/,
    ],
    ['rights of other pods', { rbac: { other: true } }, /Rights change: `rbac`/],
    [
      'a library in every process',
      { hub: { extraEnv: { LD_PRELOAD: '/x.so' } } },
      /runs in the hub changes: `hub\.extraEnv\.LD_PRELOAD`/,
    ],
    ['a list of variables', { hub: { extraEnv: { PYTHONSTARTUP: { value: '/x' } } } }, /hub\.extraEnv\.PYTHONSTARTUP/],
    [
      'variables of notebook servers',
      { singleuser: { extraEnv: { BASH_ENV: '/x' } } },
      /notebook servers changes: `singleuser\.extraEnv\.BASH_ENV`/,
    ],
    [
      'the image of the proxy',
      { proxy: { chp: { image: { name: 'evil' } } } },
      /runs in the proxy changes: `proxy\.chp\.image\.name`/,
    ],
    [
      'the image of another pod',
      { prePuller: { pause: { image: { tag: 'x' } } } },
      /other pods of the hub changes: `prePuller\.pause\.image\.tag`/,
    ],
    [
      'a volume over the program',
      { hub: { extraVolumeMounts: [{ name: 'a', mountPath: '/usr' }] } },
      /`hub\.extraVolumeMounts`/,
    ],
    [
      'a class of the spawner',
      { hub: { config: { KubeSpawner: { cmd: ['x'] } } } },
      /in the hub changes: `hub\.config\.KubeSpawner\.cmd`/,
    ],
    ['a section that nobody knows', { hub: { newest: { thing: 'x' } } }, /in the hub changes: `hub\.newest\.thing`/],
    ['the database', { hub: { db: { type: 'postgres' } } }, /Where data is kept changes: `hub\.db`/],
  ])('it is not silent about %s', (_, user, expected) => {
    expect(said(user)).toMatch(expected);
    expect(said(user)).not.toMatch(/(^|\s)Nobody gains/);
  });

  test.each<[string, JsonObject]>([
    ['sizes', { hub: { resources: { limits: { memory: '2Gi' } } } }],
    ['labels', { hub: { labels: { a: 'b' } } }],
    ['culling', { cull: { timeout: 60 } }],
    ['the policy of pulling', { hub: { image: { pullPolicy: 'Always' } } }],
  ])('it says nothing of code or rights for %s', (_, user) => {
    expect(meaning(values({}), values(user))).toEqual({ code: [], rights: [], data: [] });
  });
});
