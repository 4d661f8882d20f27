import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Emulator, startEmulator } from '../../../src/google/emulator.js';

const PROJECT = 'acme-lists';
// What gcloud 528 sends with every list of compute. It writes booleans as Python does.
const QUERY = 'alt=json&includeAllScopes=True&maxResults=500&returnPartialSuccess=True';
let emulator: Emulator;
let headers: Record<string, string>;

beforeAll(async () => {
  emulator = await startEmulator({ project: PROJECT, projectNumber: '42', log: () => {}, operationTime: () => 0 });
  emulator.identities.add('owner@acme.dev', { roles: ['roles/owner'] });
  headers = { authorization: `Bearer ${emulator.identities.token('owner@acme.dev')}` };
  const enable = ['compute', 'iap'].map((api) => `${api}.googleapis.com`);
  await ask('serviceusage/v1/projects/42/services:batchEnable', { serviceIds: enable });
  await ask(`compute/v1/projects/${PROJECT}/global/addresses`, { name: 'hub-ip' });
});
afterAll(() => emulator.stop());

async function ask(path: string, body?: object): Promise<Record<string, unknown>> {
  const json = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const response = await fetch(`${emulator.origin}/${path}`, {
    ...json,
    headers: { ...headers, 'content-type': 'application/json' },
  });
  expect([path, response.status]).toEqual([path, 200]);
  return (await response.json()) as Record<string, unknown>;
}

const aggregated = (collection: string) => ask(`compute/v1/projects/${PROJECT}/aggregated/${collection}?${QUERY}`);

test.each([
  'backendServices',
  'disks',
  'forwardingRules',
  'healthChecks',
  'instances',
  'networkEndpointGroups',
  'routers',
  'sslCertificates',
  'subnetworks',
  'targetHttpProxies',
  'targetHttpsProxies',
  'urlMaps',
])('gcloud lists %s of a project that has none', async (collection) => {
  expect((await aggregated(collection)).items).toEqual({});
});

test('gcloud lists a global resource beside the regional ones', async () => {
  expect((await aggregated('addresses')).items).toEqual({
    global: { addresses: [expect.objectContaining({ name: 'hub-ip', status: 'RESERVED' })] },
  });
});

test('gcloud lists the disks that the cluster has made', async () => {
  const disk = { kind: 'compute#disk', name: 'pvc-1', sizeGb: '10', status: 'READY' };
  emulator.computeLists.set('disks', async () => new Map([['zones/us-central1-a', [disk]]]));
  expect((await aggregated('disks')).items).toEqual({ 'zones/us-central1-a': { disks: [disk] } });
});

test('gcloud reads settings of IAP that nobody has set, and firewall rules that nobody has made', async () => {
  const name = `projects/${PROJECT}`;
  expect(await ask(`iap/v1/${name}:iapSettings`)).toEqual({ name });
  const rules = await ask(`compute/v1/${name}/global/firewalls?maxResults=500&returnPartialSuccess=True`);
  expect(rules.items ?? []).toEqual([]);
});

test('a parameter that no list of Google takes is refused', async () => {
  const url = `${emulator.origin}/compute/v1/projects/${PROJECT}/aggregated/disks?returnWholeSuccess=True`;
  expect((await fetch(url, { headers })).status).toBe(400);
});
