import { describe, expect, test } from '@jest/globals';
import { repoPath } from '../../../../sandbox/src/paths.js';
import type { Culling, JsonObject, Profile } from '../../../../src/config/model.js';
import { hubValues, readSources } from '../../../../src/helm/values/layers.js';
import { valueAt } from '../../../../src/helm/values/values.js';
import { hubConfig, profile } from '../../../support/hub-config.js';

const sources = await readSources(repoPath('helm'));
const HOUR: Culling = { idle: 3600, maxAge: undefined };
const CPU = profile('cpu', { default: true });
const values = (culling: Culling, ...profiles: Profile[]): JsonObject =>
  hubValues(hubConfig({}, { culling, profiles }), sources, {});
const gpu = (culling: Culling): Profile => profile('gpu', { culling });
const fileOf = (of: JsonObject): JsonObject | undefined =>
  (valueAt(of, 'hub.extraFiles') as Readonly<Record<string, JsonObject>>)['jupyterhub-gke-culling.json'];

describe('culling', () => {
  test('the chart culls alone if no profile has limits of its own', () => {
    const usual = values(HOUR, CPU, profile('other'));
    expect(valueAt(usual, 'cull')).toEqual({ enabled: true, users: false, timeout: 3600, maxAge: 0, every: 600 });
    expect(fileOf(usual)).toBeUndefined();
    expect(valueAt(usual, 'singleuser.extraEnv.JUPYTERHUB_ACTIVITY_INTERVAL')).toBeUndefined();
    expect(valueAt(values({ idle: 7200, maxAge: 86_400 }, CPU), 'cull')).toMatchObject({
      timeout: 7200,
      maxAge: 86_400,
    });
  });

  test('the chart gets the longest limits, and the access reconciler the limits of each profile', () => {
    const all = values(
      HOUR,
      CPU,
      gpu({ idle: 600, maxAge: 7200 }),
      profile('long', { culling: { idle: 90_000, maxAge: undefined } }),
    );
    expect(valueAt(all, 'cull')).toMatchObject({ timeout: 90_000, maxAge: 0, every: 100 });
    expect(fileOf(all)).toMatchObject({
      mountPath: '/usr/local/etc/jupyterhub/jupyterhub-gke-culling.json',
      data: {
        standard: 'cpu',
        usual: { idle: 3600, maxAge: null },
        profiles: { gpu: { idle: 600, maxAge: 7200 }, long: { idle: 90_000, maxAge: null } },
      },
    });
  });

  test('the chart gets a maximum age only if every profile has one', () => {
    const own = gpu({ idle: 1800, maxAge: 7200 });
    expect(valueAt(values({ idle: 3600, maxAge: 3600 }, CPU, own), 'cull.maxAge')).toBe(7200);
    expect(valueAt(values(HOUR, CPU, own), 'cull.maxAge')).toBe(0);
  });

  test('servers report their activity more often if a limit is short', () => {
    const short = values(HOUR, CPU, gpu({ idle: 300, maxAge: undefined }));
    expect(valueAt(short, 'singleuser.extraEnv.JUPYTERHUB_ACTIVITY_INTERVAL')).toBe('60');
    expect(valueAt(short, 'singleuser.extraEnv.JUPYTERHUB_GKE_HUB')).toBe('research');
  });
});
