import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import type { JsonObject } from '../../../../src/config/model.js';
import { codeChanges } from '../../../../src/helm/diff/code-changes.js';
import { diffReleases } from '../../../../src/helm/diff/diff.js';
import { hubValues } from '../../../../src/helm/values/layers.js';
import { hubConfig, profile, SOURCES } from '../../../support/hub-config.js';

const base = parse(readFileSync('helm/hub/base.yaml', 'utf8')) as JsonObject;
const values = (user: JsonObject): JsonObject => {
  const config = hubConfig(user, { profiles: [profile('cpu', { default: true, groups: ['ml'] })] });
  const storage = { ...config.storage, perUserBuckets: true };
  return hubValues({ ...config, storage }, { ...SOURCES, base }, {});
};
const paths = (before: JsonObject | undefined, after: JsonObject): readonly string[] =>
  codeChanges(before, after).map(({ path, runsIn }) => `${runsIn}: ${path}`);

describe('code of hub.values', () => {
  test('there are no code changes if only our own code is there', () => {
    expect(Object.keys((values({}).hub as { extraConfig: object }).extraConfig)).toHaveLength(5);
    expect(codeChanges(undefined, values({}))).toEqual([]);
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
      'hub: hub.lifecycle.postStart',
      'hub: hub.services.report.command',
      'hub: hub.image.tag',
      'servers: singleuser.extraFiles.a.py',
      'servers: singleuser.lifecycleHooks.preStop',
      'servers: singleuser.cmd',
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
