import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { getCertificate } from '../../../../src/cloud/compute/certificates.js';
import { GoogleClient } from '../../../../src/cloud/rest.js';
import { hubConfig } from '../../../../test/support/hub-config.js';
import { type Emulator, startEmulator } from '../../../src/google/emulator.js';
import { Authority } from '../../../src/kubernetes/pki.js';
import { makeProject } from '../../../src/project.js';

const PROJECT = 'acme-research';
const NAMES = ['hub.acme.dev', '*.hub.acme.dev'];

let emulator: Emulator;
let people: Awaited<ReturnType<typeof makeProject>>;
beforeAll(async () => {
  emulator = await startEmulator({
    project: PROJECT,
    projectNumber: '123456789012',
    log: () => {},
    operationTime: () => 0,
  });
  people = await makeProject(emulator, hubConfig(), () => {});
  await call('operator', 'POST', `serviceusage/v1/projects/123456789012/services/compute.googleapis.com:enable`, {});
});
afterAll(() => emulator.stop());

type Who = keyof typeof people & ('plan' | 'apply' | 'sync' | 'operator');

async function call(who: Who, method: string, path: string, body?: object): Promise<{ status: number; text: string }> {
  const answer = await fetch(`${emulator.origin}/${path}`, {
    method,
    headers: { authorization: `Bearer ${emulator.identities.token(people[who])}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, text: await answer.text() };
}

const COLLECTION = `compute/v1/projects/${PROJECT}/global/sslCertificates`;

/** The program's own look, as an identity. */
function look(who: Who, name: string) {
  const env = { GOOGLE_COMPUTE_CUSTOM_ENDPOINT: `${emulator.origin}/compute/v1/` };
  const google = new GoogleClient({ token: async () => emulator.identities.token(people[who]), env });
  return getCertificate(google, PROJECT, name);
}

test('an uploaded certificate says its names and its end to plan and apply, and its key to nobody', async () => {
  const { cert, key } = new Authority('a certificate authority').issue({ name: 'hub.acme.dev', hosts: NAMES });
  const body = { name: 'hub-acme-dev', certificate: cert, privateKey: key };
  expect((await call('operator', 'POST', COLLECTION, body)).status).toBe(200);
  for (const who of ['plan', 'apply'] as const) {
    const found = await look(who, 'hub-acme-dev');
    expect(found?.names).toEqual(NAMES);
    expect(found?.ends?.getTime()).toBeGreaterThan(Date.now());
    expect(await look(who, 'other')).toBeUndefined();
  }
  const { text } = await call('operator', 'GET', `${COLLECTION}/hub-acme-dev`);
  expect(text).not.toContain('PRIVATE KEY');
});

test('nobody but the operator uploads or deletes a certificate, and sync does not read one', async () => {
  for (const who of ['plan', 'apply', 'sync'] as const) {
    expect((await call(who, 'DELETE', `${COLLECTION}/hub-acme-dev`)).status).toBe(403);
    expect((await call(who, 'POST', COLLECTION, { name: 'mine', certificate: 'x' })).status).toBe(403);
  }
  await expect(look('sync', 'hub-acme-dev')).rejects.toThrow('compute.sslCertificates.get');
});

test('a text that is no certificate is not taken', async () => {
  const { status, text } = await call('operator', 'POST', COLLECTION, { name: 'bad', certificate: 'no certificate' });
  expect([status, text]).toEqual([400, expect.stringContaining('could not be parsed')]);
});
