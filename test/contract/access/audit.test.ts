import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { auditObject, auditRecord, recordAccess, writeAudit } from '../../../src/access/audit/record.js';
import { GoogleClient } from '../../../src/cloud/rest.js';
import { PROJECT, type Rig, rig } from '../../support/google.js';

const WRITER = `research-sync@${PROJECT}.iam.gserviceaccount.com`;
const BUCKET = 'acme-audit';
let at: Rig;
let google: GoogleClient;

beforeEach(async () => {
  at = await rig();
  await at.enable('storage', 'iam');
  await at.store('POST', `storage/v1/b?project=${PROJECT}`, JSON.stringify({ name: BUCKET }), {
    'content-type': 'application/json',
  });
  at.emulator.identities.add(WRITER, { roles: ['roles/storage.objectCreator'] });
  google = new GoogleClient({
    token: async () => at.emulator.identities.token(WRITER),
    env: at.emulator.env(),
    sleep: async () => {},
  });
});
afterEach(async () => {
  expect(at.emulator.violations).toEqual([]);
  await at.emulator.stop();
});

const record = auditRecord({
  command: 'sync-users',
  hub: 'research',
  project: PROJECT,
  generation: 3,
  changes: [{ scope: 'access', action: 'create', subject: { kind: 'person', name: 'ada@acme.dev' } }],
  principals: [],
  usersFiles: new Map(),
  origins: new Map(),
  actor: { login: null, run: null, identity: WRITER },
  commit: { sha: null, ref: null },
  now: new Date('2026-11-24T01:02:03Z'),
});
if (record === undefined) throw new Error('no record');
const name = auditObject(record, '42');
const read = async (): Promise<unknown> =>
  (await at.store('GET', `storage/v1/b/${BUCKET}/o/${encodeURIComponent(name)}?alt=media`)).json();

test('an identity that may only create objects writes the audit record, and nobody overwrites it', async () => {
  expect(await writeAudit(google, BUCKET, record, '42')).toBe(`gs://${BUCKET}/${name}`);
  expect(await read()).toEqual(record);
  // The same name again: the object stays as it is, and the writer, who may not read it, takes it for its own.
  await writeAudit(google, BUCKET, { ...record, generation: 3, command: 'apply' }, '42');
  expect(await read()).toEqual(record);
});

test('a temporary failure of storage is retried and leaves one audit record', async () => {
  at.emulator.faults.add({ method: 'storage.objects.insert', status: 503, times: 2 });
  await writeAudit(google, BUCKET, record, '42');
  expect(await read()).toEqual(record);
});

test('a missing audit bucket gives a warning that access was changed', async () => {
  const { warning } = await recordAccess({ google, bucket: 'acme-gone', record, run: '42' });
  expect(warning).toMatchObject({ code: 'audit-record-missing', bucket: 'acme-gone', generation: 3 });
});
