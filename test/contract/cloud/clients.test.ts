import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { clientSettings } from '../../../sandbox/src/client-settings.js';
import { getCluster, getOfferedVersions, listRunningOperations } from '../../../src/cloud/clusters.js';
import { getBackendService, projectNumber, stateExists } from '../../../src/cloud/project.js';
import { GoogleClient } from '../../../src/cloud/rest.js';
import { type RunResult, run } from '../../../src/system/exec.js';
import { NUMBER, OPERATOR, PROJECT, type Rig, rig } from '../../support/google.js';

const dir = mkdtempSync(join(tmpdir(), 'google-clients-'));
const id = { project: PROJECT, location: 'us-central1', name: 'research' };
let at: Rig;
let token: string;

beforeAll(async () => {
  at = await rig();
  token = at.emulator.identities.token(OPERATOR);
});
afterAll(async () => {
  await at.emulator.stop();
  rmSync(dir, { recursive: true, force: true });
});

const client = (as: string): GoogleClient => new GoogleClient({ token: async () => as, env: at.emulator.env() });

function find(): ReturnType<typeof getCluster> {
  return getCluster(client(token), id);
}

test('there is no cluster while GKE is off or before it is created, and then its DNS endpoint is read', async () => {
  expect(await find()).toBeUndefined();
  await at.enable('compute', 'container', 'cloudresourcemanager', 'iap');
  expect(await find()).toBeUndefined();
  at.emulator.setClusterEndpoint('127.0.0.1:6443', 'PEM');
  const compute = `compute/v1/projects/${PROJECT}`;
  const network = `projects/${PROJECT}/global/networks/research`;
  await at.call('POST', `${compute}/global/networks`, { name: 'research', autoCreateSubnetworks: false });
  await at.call('POST', `${compute}/regions/us-central1/subnetworks`, {
    name: 'research',
    network,
    ipCidrRange: '10.0.0.0/20',
  });
  const cluster = { name: 'research', network, autopilot: { enabled: true } };
  await at.call('POST', `container/v1/projects/${PROJECT}/locations/us-central1/clusters`, { cluster });
  expect(await find()).toMatchObject({
    name: 'research',
    status: 'RUNNING',
    dnsEndpoint: '127.0.0.1:6443',
    autopilot: true,
    channel: 'REGULAR',
    version: expect.stringMatching(/^1\.\d+\.\d+-gke\.\d+$/),
  });
  expect(await listRunningOperations(client(token), id)).toEqual([]);
});

test('the versions of a channel are read, and there are none of an unknown channel', async () => {
  const { version } = (await find()) ?? {};
  expect(await getOfferedVersions(client(token), id, 'REGULAR')).toEqual({ initial: version, all: [version] });
  expect(await getOfferedVersions(client(token), id, 'NIGHTLY')).toBeUndefined();
});

test('a cluster that may not be read names the missing permission', async () => {
  at.emulator.identities.add('nobody@acme.dev', { roles: [] });
  const other = at.emulator.identities.token('nobody@acme.dev');
  await expect(getCluster(client(other), id)).rejects.toThrow(/container\.clusters\.get/);
});

test('the number of the project, the 64-bit id of a backend service and the existence of a state are read', async () => {
  const google = new GoogleClient({ token: async () => token, env: at.emulator.env() });
  expect(await projectNumber(google, PROJECT)).toBe(NUMBER);
  expect(await getBackendService(google, PROJECT, 'hub')).toBeUndefined();
  const description = JSON.stringify({ 'kubernetes.io/service-name': 'jupyterhub-research/proxy-public' });
  const made = { name: 'hub', description, iap: { enabled: true, oauth2ClientId: 'c', oauth2ClientSecret: 's3cret' } };
  await at.call('POST', `compute/v1/projects/${PROJECT}/global/backendServices`, made);
  const found = await getBackendService(google, PROJECT, 'hub');
  expect(found).toMatchObject({ iapEnabled: true, service: 'jupyterhub-research/proxy-public' });
  expect(found?.id).toMatch(/^\d{19}$/);
  expect(
    JSON.stringify((await at.call('GET', `compute/v1/projects/${PROJECT}/global/backendServices/hub`)).body),
  ).not.toContain('s3cret');
  await expect(stateExists(google, 'acme-tfstate', 'x')).rejects.toThrow(/does not exist/);
  await at.store('POST', `storage/v1/b?project=${PROJECT}`, '{"name":"acme-tfstate"}');
  expect(await stateExists(google, 'acme-tfstate', 'x')).toBe(false);
  await at.store('POST', 'upload/storage/v1/b/acme-tfstate/o?uploadType=media&name=x%2Fdefault.tfstate', '{}');
  expect(await stateExists(google, 'acme-tfstate', 'x')).toBe(true);
});

/** gcloud, set up as the sandbox's own environment does. */
async function gcloud(...args: string[]): Promise<RunResult | undefined> {
  const endpoints = at.emulator.env();
  const bundle = join(dir, 'ca.pem');
  writeFileSync(bundle, '');
  const settings = clientSettings({
    dir,
    identity: 'operator',
    token,
    controlPlane: { endpoint: '127.0.0.1:6443', caPath: bundle },
    endpoints,
    project: PROJECT,
    hub: 'research',
    bundle,
    binDir: undefined,
  });
  const env = { ...process.env, ...settings, NO_GCE_CHECK: 'true' };
  const result = await run('gcloud', [...args, '--format=json', '--quiet'], { env, timeout: 60_000 }).catch(
    () => undefined,
  );
  return result;
}

test('gcloud lists the clusters', async () => {
  const result = await gcloud('container', 'clusters', 'list');
  if (!result) return console.log('SKIPPED gcloud container clusters list: no gcloud on PATH');
  expect([result.stderr, result.code]).toEqual([expect.any(String), 0]);
  expect(JSON.parse(result.stdout)).toMatchObject([{ name: 'research', status: 'RUNNING', location: 'us-central1' }]);
}, 90_000);

test('gcloud shows who may pass IAP of a backend service', async () => {
  const google = new GoogleClient({ token: async () => token, env: at.emulator.env() });
  const { id: backend } = (await getBackendService(google, PROJECT, 'hub')) ?? { id: '' };
  const bindings = [{ role: 'roles/iap.httpsResourceAccessor', members: ['user:ada@acme.dev'] }];
  const path = `iap/v1/projects/${PROJECT}/iap_web/compute/services/${backend}:setIamPolicy`;
  expect((await at.call('POST', path, { policy: { bindings } })).status).toBe(200);
  const result = await gcloud(
    'iap',
    'web',
    'get-iam-policy',
    '--resource-type=backend-services',
    `--service=${backend}`,
  );
  if (!result) return console.log('SKIPPED gcloud iap web get-iam-policy: no gcloud on PATH');
  expect([result.stderr, result.code]).toEqual([expect.any(String), 0]);
  expect(JSON.parse(result.stdout)).toMatchObject({ bindings });
  expect(at.emulator.violations).toEqual([]);
}, 90_000);
