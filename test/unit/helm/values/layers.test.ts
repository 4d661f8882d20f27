import { describe, expect, test } from '@jest/globals';
import { repoPath } from '../../../../sandbox/src/paths.js';
import { ownedValue } from '../../../../src/config/chart/owned-values.js';
import type { Json, JsonObject } from '../../../../src/config/model.js';
import { hubValues, layers, OWNED, readSources } from '../../../../src/helm/values/layers.js';
import { nest, valueAt } from '../../../../src/helm/values/values.js';
import { isObject } from '../../../../src/json.js';
import { ACCESS, hubConfig, profile, SOURCES } from '../../../support/hub-config.js';

const sources = await readSources(repoPath('helm'));
const values = (user: JsonObject = {}, env = {}): JsonObject => hubValues(hubConfig(user), sources, env);

describe('the layers of values', () => {
  test('the layers come in their order, the user last', () => {
    const names = layers(hubConfig(), SOURCES, {}).map(({ name }) => name);
    expect(names).toEqual(['base', 'platform', 'iap', 'storage', 'profiles', 'user']);
  });

  test('the layers close the hub to everybody but the load balancer and verified people', () => {
    const all = values();
    expect(valueAt(all, 'hub.config.JupyterHub.authenticator_class')).toBe('iap_authenticator.IAPAuthenticator');
    expect(valueAt(all, 'proxy.service.type')).toBe('ClusterIP');
    expect(valueAt(all, 'proxy.https.enabled')).toBe(false);
    expect(valueAt(all, 'proxy.chp.networkPolicy.allowedIngressPorts')).toEqual([]);
    expect(valueAt(all, 'singleuser.cloudMetadata.blockWithIptables')).toBe(false);
    expect(JSON.stringify(valueAt(all, 'singleuser.networkPolicy.egress'))).toContain('169.254.0.0/16');
    expect(valueAt(all, 'hub.config.KubeSpawner.delete_pvc')).toBe(false);
    expect(valueAt(all, 'ingress.hosts')).toEqual([`\${hub.address}`]);
    expect(valueAt(all, 'cull.timeout')).toBe(3600);
  });

  test('the layers mount every Python module that the authenticator and the access reconciler import', () => {
    const files = valueAt(values(), 'hub.extraFiles') as Record<
      string,
      { mountPath: string; stringData?: string; mode: number }
    >;
    const modules = Object.keys(files).map((name) => name.replace(/\.py$/, ''));
    for (const { mountPath, stringData = '', mode } of Object.values(files)) {
      expect(mountPath).toMatch(/^\/usr\/local\/etc\/jupyterhub\/([a-z_]+\.py|jupyterhub-gke-[a-z-]+[/.][a-z0-9_.]+)$/);
      expect(mode).toBe(292);
      for (const [, module] of stringData.matchAll(/^from (\w+) import/gm)) {
        if (/^(hub_|iap_|access_reconciler)/.test(module ?? '')) expect(modules).toContain(module);
      }
    }
  });

  test('the keys URL and the GFE source ranges come from the environment only if they are set there', () => {
    expect(valueAt(values(), 'hub.extraEnv')).toEqual({ JUPYTERHUB_GKE_HUB: 'research' });
    const env = {
      JUPYTERHUB_GKE_IAP_KEYS_URL: 'http://127.0.0.1:1/keys',
      JUPYTERHUB_GKE_GFE_RANGES: '10.0.0.0/24',
    };
    expect(valueAt(values({}, env), 'hub.extraEnv')).toEqual({ JUPYTERHUB_GKE_HUB: 'research', ...env });
  });

  test('people get buckets only if the configuration enables them', () => {
    const storage = { ...hubConfig().storage, perUserBuckets: true };
    const all = hubValues(hubConfig({}, { storage }), sources, {});
    const text = (one: JsonObject): string => JSON.stringify(one);
    for (const part of ['home_bucket', '"research-homes"', '169.254.169.254/32', '169.254.169.252/32']) {
      expect([part, text(all).includes(part)]).toEqual([part, true]);
      expect([part, text(values()).includes(part)]).toEqual([part, false]);
    }
    const last = Object.keys(valueAt(all, 'hub.extraConfig') as JsonObject)
      .sort()
      .slice(-3);
    expect(last).toEqual(['zz-jupyterhub-gke-homes', '~jupyterhub-gke-gate', '~jupyterhub-gke-verify']);
    expect(valueAt(all, 'hub.extraFiles')).toMatchObject({
      'jupyterhub-gke-homes.json': {
        data: { project: 'acme-research', hub: 'research', mountPath: '/home/jovyan/bucket' },
      },
    });
    expect(valueAt(all, 'singleuser.extraPodConfig.automountServiceAccountToken')).toBe(false);
  });

  test('the Ingress has the domain of the configuration as its host', () => {
    const config = hubConfig({}, { access: { ...ACCESS, domain: 'hub.acme.dev' } });
    expect(valueAt(hubValues(config, sources, {}), 'ingress.hosts')).toEqual(['hub.acme.dev']);
  });
});

describe("a user's values", () => {
  // With a profile for a group, budgets and buckets, so that every owned value exists.
  const budgets = [{ groups: [], profiles: [], of: 'cpu', hours: 1, days: 1, each: 'person' }] as const;
  const profiles = [profile('cpu', { groups: ['ml'] })];
  const storage = { ...hubConfig().storage, perUserBuckets: true };
  const values = (user: JsonObject = {}): JsonObject =>
    hubValues(hubConfig(user, { profiles, storage, budgets }), sources, {});
  const ours = values();
  // Kinds of values that a hostile or mistaken file can set: another text, nothing, a list, an object.
  const attacks: readonly Json[] = ['dummy', null, false, [], ['x'], { enabled: false, type: 'LoadBalancer' }];

  test.each(OWNED)('hub.values cannot displace %s', (path) => {
    const parents = path.split('.').map((_, index, keys) => keys.slice(0, index + 1).join('.'));
    for (const place of parents) {
      for (const attack of attacks) {
        const merged = values(nest(place, attack));
        expect(holds(valueAt(merged, path), valueAt(ours, path))).toBe(true);
      }
    }
  });

  test('hub.values cannot bypass owned values by another switch of the chart', () => {
    const merged = values({
      httpRoute: { enabled: true },
      fullnameOverride: 'x',
      hub: { existingSecret: 'mine', command: ['sh'], args: ['-c'], serviceAccount: { create: false, name: 'other' } },
    });
    expect(valueAt(merged, 'httpRoute.enabled')).toBe(false);
    expect(valueAt(merged, 'fullnameOverride')).toBe('');
    expect(valueAt(merged, 'hub.existingSecret')).toBeNull();
    expect(valueAt(merged, 'hub.command')).toEqual([]);
    expect(valueAt(merged, 'hub.args')).toEqual([]);
    expect(valueAt(merged, 'hub.serviceAccount')).toEqual({ create: true, name: null });
  });

  test('validation refuses every value that the layers would put back', () => {
    const accepted = OWNED.filter((path) => {
      const keys = path.split('.');
      return !keys.some((_, index) => ownedValue(keys.slice(0, index + 1), {}) !== undefined) && !isNamed(path);
    });
    expect(accepted).toEqual([]);
  });

  test('hub.values adds to environment, files, volumes and egress', () => {
    const merged = values({
      hub: {
        extraEnv: [
          { name: 'MINE', value: 'x' },
          { name: 'JUPYTERHUB_GKE_HUB', value: 'other' },
        ],
        extraFiles: { mine: { mountPath: '/mine', stringData: 'x' } },
        extraVolumes: [{ name: 'mine', emptyDir: {} }],
      },
      singleuser: { extraEnv: { MINE: 'x' }, networkPolicy: { egress: [{ to: [] }] } },
    });
    expect(valueAt(merged, 'hub.extraEnv')).toEqual({ MINE: { value: 'x' }, JUPYTERHUB_GKE_HUB: 'research' });
    expect(valueAt(merged, 'hub.extraFiles.mine.mountPath')).toBe('/mine');
    expect(valueAt(merged, 'hub.extraVolumes')).toHaveLength(4);
    expect(valueAt(merged, 'singleuser.extraEnv.MINE')).toBe('x');
    expect(valueAt(merged, 'singleuser.networkPolicy.egress')).toHaveLength(5);
  });

  test('variables of notebook servers that hub.values gives as a list are kept, beside ours', () => {
    const merged = values({
      singleuser: {
        extraEnv: [
          { name: 'MINE', value: 'x' },
          { name: 'PYTHONPATH', value: '/x' },
        ],
      },
    });
    expect(valueAt(merged, 'singleuser.extraEnv')).toMatchObject({
      MINE: { value: 'x' },
      PYTHONPATH: '/usr/local/etc/jupyterhub-gke',
    });
  });

  test('hub.values cannot switch on parts of the chart that have nothing to do on Autopilot', () => {
    const merged = values({
      prePuller: { hook: { enabled: true }, continuous: { enabled: true } },
      scheduling: { userScheduler: { enabled: true }, userPlaceholder: { enabled: true } },
    });
    expect(valueAt(merged, 'prePuller.hook.enabled')).toBe(false);
    expect(valueAt(merged, 'prePuller.continuous.enabled')).toBe(false);
    expect(valueAt(merged, 'scheduling.userScheduler.enabled')).toBe(false);
    expect(valueAt(merged, 'scheduling.userPlaceholder.enabled')).toBe(true);
  });

  test('hub.values cannot reach the prototype of objects', () => {
    const merged = values(
      JSON.parse('{"__proto__": {"polluted": 1}, "hub": {"__proto__": {"polluted": 1}}}') as JsonObject,
    );
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect(JSON.stringify(merged)).toContain('__proto__');
  });
});

/** True for sections in which a user chooses names. Validation refuses only our names in them. */
function isNamed(path: string): boolean {
  return /^(hub|singleuser)\.(extraEnv|extraFiles)$/.test(path);
}

/** True if all of `expected` is in `found`, whatever else is there. */
function holds(found: Json | undefined, expected: Json | undefined): boolean {
  if (!isObject(expected)) return JSON.stringify(found) === JSON.stringify(expected);
  return isObject(found) && Object.entries(expected).every(([key, inner]) => holds(found[key], inner));
}
