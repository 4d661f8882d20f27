import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { zonesOffering } from '../../../../src/cloud/compute/offers.js';
import { GoogleClient } from '../../../../src/cloud/rest.js';
import { hubConfig } from '../../../../test/support/hub-config.js';
import { type Emulator, startEmulator } from '../../../src/google/emulator.js';
import { makeProject } from '../../../src/project.js';

const PROJECT = 'acme-research';
let emulator: Emulator;
let people: Awaited<ReturnType<typeof makeProject>>;
beforeAll(async () => {
  const world = { project: PROJECT, projectNumber: '123456789012' };
  emulator = await startEmulator({ ...world, log: () => {}, operationTime: () => 0 });
  people = await makeProject(emulator, hubConfig(), () => {});
});
afterAll(() => emulator.stop());

/** The program's own client, as an identity; `pageSize` makes Compute's pages small. */
function client(who: 'plan' | 'apply' | 'sync', pageSize?: string): GoogleClient {
  const env = { GOOGLE_COMPUTE_CUSTOM_ENDPOINT: `${emulator.origin}/compute/v1/` };
  const token = async (): Promise<string> => emulator.identities.token(people[who]);
  if (pageSize === undefined) return new GoogleClient({ token, env });
  const small: typeof fetch = (input, init) => {
    const url = new URL(String(input));
    url.searchParams.set('maxResults', pageSize);
    return fetch(url, init);
  };
  return new GoogleClient({ token, env, fetch: small });
}

test('before the API is on, the refusal says so', async () => {
  const asked = zonesOffering(client('plan'), PROJECT, 'acceleratorTypes', ['nvidia-l4']);
  await expect(asked).rejects.toMatchObject({ status: 403, reason: 'SERVICE_DISABLED' });
  const enable = `${emulator.origin}/serviceusage/v1/projects/123456789012/services/compute.googleapis.com:enable`;
  const headers = { authorization: `Bearer ${emulator.identities.token(people.operator)}` };
  expect((await fetch(enable, { method: 'POST', headers })).status).toBe(200);
});

test('plan and apply learn the zones of accelerators and machines, and sync does not', async () => {
  for (const who of ['plan', 'apply'] as const) {
    const names = ['nvidia-tesla-a100', 'nvidia-l9', 'x" OR name ne "y'];
    const { zones, unreachable } = await zonesOffering(client(who), PROJECT, 'acceleratorTypes', names);
    expect([...zones.keys()]).toEqual(['nvidia-tesla-a100']);
    expect([...(zones.get('nvidia-tesla-a100') ?? [])]).toEqual(['europe-west4-a', 'us-central1-a', 'us-central1-f']);
    expect(unreachable.size).toBe(0);
  }
  await expect(zonesOffering(client('sync'), PROJECT, 'machineTypes', ['ct5lp-hightpu-4t'])).rejects.toMatchObject({
    status: 403,
    message: expect.stringContaining('compute.machineTypes.list'),
  });
});

test('an answer of many pages is read to its end, and no name is no request', async () => {
  const names = ['g2-standard-4', 'g2-standard-24', 'ct5lp-hightpu-4t'];
  const whole = await zonesOffering(client('plan'), PROJECT, 'machineTypes', names);
  const before = emulator.journal.length;
  const paged = await zonesOffering(client('plan', '2'), PROJECT, 'machineTypes', names);
  expect(paged).toEqual(whole);
  expect(emulator.journal.length - before).toBeGreaterThan(5);
  expect(paged.zones.get('ct5lp-hightpu-4t')).toEqual(new Set(['europe-west4-b', 'us-central1-a', 'us-west4-a']));
  const after = emulator.journal.length;
  expect((await zonesOffering(client('plan'), PROJECT, 'machineTypes', [])).zones.size).toBe(0);
  expect(emulator.journal.length).toBe(after);
});
