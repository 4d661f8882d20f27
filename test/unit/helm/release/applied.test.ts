import { describe, expect, test } from '@jest/globals';
import { stringify } from 'yaml';
import type { Kubernetes } from '../../../../src/cloud/kubernetes.js';
import type { JsonObject } from '../../../../src/config/model.js';
import { firstInstallValues, isApplied, secretsVersion } from '../../../../src/helm/release/applied.js';
import type { DeploymentRecord } from '../../../../src/helm/release/record.js';
import type { PreparedRelease } from '../../../../src/helm/release/release.js';
import { valueAt } from '../../../../src/helm/values/values.js';

const VALUES: JsonObject = { hub: { db: { password: { secretRef: 'DB' } }, list: [{ token: { secretRef: 'T' } }] } };
const chart = {
  ...{ version: '4.4.0', path: undefined, repository: 'r', source: 'r', sha256: undefined, identity: 'x' },
  ...({ expectedBy: 'version', isPinned: false } as const),
} as const;
const prepared = (values: JsonObject): PreparedRelease => ({
  hub: 'research',
  namespace: 'jupyterhub-research',
  chart,
  values,
  ours: {},
  companion: { chart: '/c', values: {} },
  settings: {},
  inputs: 'abc',
});
const deployed: DeploymentRecord = {
  state: 'deployed',
  inputs: 'abc',
  address: 'hub.acme.dev',
  chart: { version: '4.4.0', repository: 'r', digest: 'd' },
  revision: 1,
  values: {},
  manifests: [],
};
const facts = { address: 'hub.acme.dev', secrets: { DB: 'one', T: 'two' } };

/** A cluster whose Secret `hub` holds these values; reading it is counted. */
function cluster(live: JsonObject | undefined) {
  const reads: string[] = [];
  const data = live && { 'values.yaml': Buffer.from(stringify(live)).toString('base64') };
  const get = async ({ name }: { name: string }): Promise<unknown> => {
    reads.push(name);
    return data && { data };
  };
  return { reads, kubernetes: { get } as unknown as Kubernetes };
}

describe('isApplied', () => {
  test('helm has nothing to do if the files are as deployed, and without secrets the cluster is not read', async () => {
    const { kubernetes, reads } = cluster(undefined);
    expect(await isApplied(prepared({ hub: {} }), deployed, kubernetes, facts)).toBe(true);
    expect(reads).toEqual([]);
  });

  test('helm has nothing to do if the secrets in the cluster are those of this run', async () => {
    const { kubernetes } = cluster({ hub: { db: { password: 'one' }, list: [{ token: 'two' }], other: 1 } });
    expect(await isApplied(prepared(VALUES), deployed, kubernetes, facts)).toBe(true);
  });

  test.each([
    ['a secret has another value', { hub: { db: { password: 'old' }, list: [{ token: 'two' }] } }],
    ['a secret in a list has another value', { hub: { db: { password: 'one' }, list: [] } }],
    ['the cluster has no such values', undefined],
  ])('helm has to run if %s', async (_, live) => {
    expect(await isApplied(prepared(VALUES), deployed, cluster(live).kubernetes, facts)).toBe(false);
  });

  test.each([
    ['has its value', { DB: 'one' }, true],
    ['has an old value', { DB: 'old' }, false],
    ['is missing', {}, false],
  ])('a secret that is a variable of pods and %s in the cluster: nothing to do is %s', async (_, live, done) => {
    const data = Object.fromEntries(
      Object.entries(live).map(([key, value]) => [key, Buffer.from(String(value)).toString('base64')]),
    );
    const get = async ({ name }: { name: string }): Promise<unknown> =>
      name === 'research-secrets' ? { data, metadata: { resourceVersion: '7' } } : undefined;
    const kubernetes = { get } as unknown as Kubernetes;
    const release = { ...prepared({}), companion: { chart: '/c', values: { secrets: { DB: { secretRef: 'DB' } } } } };
    expect(await isApplied(release, deployed, kubernetes, facts)).toBe(done);
    expect(await secretsVersion(release, kubernetes)).toBe('7');
  });

  test.each([
    ['as in this run', 'GOCSPX-1', '{"auths":{}}', true],
    ['a client of before', 'GOCSPX-0', '{"auths":{}}', false],
    ['a Docker config of before', 'GOCSPX-1', '{"auths":{"a":{}}}', false],
  ])('secrets of the sign-in page and of images, %s: nothing to do is %s', async (_, secret, config, done) => {
    const encode = (text: string): string => Buffer.from(text).toString('base64');
    const live: Readonly<Record<string, object>> = {
      'research-oauth-client': { client_id: encode('x'), client_secret: encode(secret) },
      'research-pull-0': { '.dockerconfigjson': encode(config) },
    };
    const kubernetes = { get: async ({ name }: { name: string }) => ({ data: live[name] }) } as unknown as Kubernetes;
    const values = { oauthClient: { secretRef: 'CLIENT' }, pullSecrets: [{ secretRef: 'PULL' }] };
    const client = { client_id: '1.apps.googleusercontent.com', client_secret: 'GOCSPX-1' };
    const secrets = { CLIENT: JSON.stringify({ web: client }), PULL: '{"auths":{}}' };
    const release = { ...prepared({}), companion: { chart: '/c', values } };
    expect(await isApplied(release, deployed, kubernetes, { ...facts, secrets })).toBe(done);
    expect(await secretsVersion(release, kubernetes)).toBeUndefined();
  });

  test('helm has to run for another address, for other inputs, and after an unfinished apply', async () => {
    const { kubernetes } = cluster(undefined);
    const plain = prepared({});
    for (const other of [{ address: 'x' }, { inputs: 'y' }, { state: 'applying' as const }]) {
      expect(await isApplied(plain, { ...deployed, ...other }, kubernetes, facts)).toBe(false);
    }
    expect(await isApplied(plain, undefined, kubernetes, facts)).toBe(false);
  });
});

test("the proxy's first token is long and random", () => {
  const token = (): unknown => valueAt(firstInstallValues(), 'hub.config.ConfigurableHTTPProxy.auth_token');
  expect(token()).toMatch(/^[0-9a-f]{64}$/);
  expect(token()).not.toBe(token());
});
