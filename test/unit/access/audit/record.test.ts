import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import {
  type AuditInput,
  auditObject,
  auditRecord,
  recordAccess,
  writeAudit,
} from '../../../../src/access/audit/record.js';
import type { Access, Change } from '../../../../src/change/change.js';
import { GoogleClient } from '../../../../src/cloud/rest.js';
import { type Answer, refusedConnection, stub } from '../../../support/answers.js';
import { manifest } from '../../../support/report/changes.js';

const change = (action: Change['action'], name: string, before?: Access, after?: Access): Change => ({
  scope: 'access',
  action,
  subject: { kind: 'person', name },
  access: { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) },
});
const USER: Access = { role: 'user' };
const ADMIN: Access = { role: 'admin' };
const GUEST: Access = { role: 'user', groups: ['ml'], until: '2027-07-01T00:00:00Z' };
const input = (more: Partial<AuditInput> = {}): AuditInput => ({
  command: 'sync-users',
  hub: 'research',
  project: 'acme-research',
  generation: 7,
  changes: [
    change('create', 'grace@acme.dev', undefined, GUEST),
    change('create', 'ada@acme.dev', undefined, ADMIN),
    change('delete', 'old@acme.dev', USER),
    change('update', 'bo@acme.dev', USER, ADMIN),
  ],
  principals: [
    { name: 'ada@acme.dev', location: { file: 'users.yaml', line: 3, column: 5, length: 12 } },
    { name: 'bo@acme.dev', location: { file: 'team/b.yaml', line: 9, column: 5, length: 11 } },
  ],
  usersFiles: new Map([
    ['users.yaml', 'users: [ada@acme.dev]\n'],
    ['team/b.yaml', ''],
  ]),
  origins: new Map(),
  actor: { login: 'octocat', run: 'https://github.com/acme/hubs/actions/runs/42', identity: 'sync@acme.dev' },
  commit: { sha: 'a'.repeat(40), ref: 'refs/heads/main' },
  now: new Date('2026-11-24T01:02:03.004Z'),
  ...more,
});

describe('the audit record', () => {
  test('has granted, revoked and changed access, with line, commit and files', () => {
    const person = { kind: 'person', scope: 'access' };
    expect(auditRecord(input())).toEqual({
      schema: 'jupyterhub-gke/access-audit/v2',
      time: '2026-11-24T01:02:03.004Z',
      command: 'sync-users',
      hub: 'research',
      project: 'acme-research',
      generation: 7,
      actor: { login: 'octocat', run: 'https://github.com/acme/hubs/actions/runs/42', identity: 'sync@acme.dev' },
      commit: { sha: 'a'.repeat(40), ref: 'refs/heads/main' },
      in: [
        { name: 'ada@acme.dev', ...person, before: null, after: ADMIN, source: 'users.yaml:3' },
        { name: 'grace@acme.dev', ...person, before: null, after: GUEST, source: null },
      ],
      out: [{ name: 'old@acme.dev', ...person, before: USER, after: null, source: null }],
      changed: [{ name: 'bo@acme.dev', ...person, before: USER, after: ADMIN, source: 'team/b.yaml:9' }],
      usersFiles: [
        { path: 'team/b.yaml', sha256: createHash('sha256').update('').digest('hex') },
        { path: 'users.yaml', sha256: createHash('sha256').update('users: [ada@acme.dev]\n').digest('hex') },
      ],
    });
  });

  test('has whom a run by hand removed or gave access back, even if nothing else changed', () => {
    const immediate = { remove: ['bo@acme.dev'], restore: ['ada@acme.dev'] };
    expect(auditRecord(input({ immediate, changes: [] }))).toMatchObject({ immediate, in: [], out: [], changed: [] });
    expect(auditRecord(input({ immediate: { remove: [], restore: [] } }))).not.toHaveProperty('immediate');
  });

  test('has the commit of remote users files', () => {
    const usersFiles = new Map([['acme/people:users.yaml', 'users: []\n']]);
    const origin = { repository: 'acme/people', commit: 'b'.repeat(40) };
    expect(
      auditRecord(input({ usersFiles, origins: new Map([['acme/people:users.yaml', origin]]) }))?.usersFiles,
    ).toEqual([
      {
        path: 'acme/people:users.yaml',
        sha256: createHash('sha256').update('users: []\n').digest('hex'),
        ...origin,
      },
    ]);
  });

  test('exists only if access changed', () => {
    expect(auditRecord(input({ changes: [] }))).toBeUndefined();
    expect(auditRecord(input({ changes: [manifest('update', 'Deployment/hub')] }))).toBeUndefined();
  });

  test('has a name that sorts by time and belongs to one run', () => {
    const record = { hub: 'research', time: '2026-11-24T01:02:03.004Z', generation: 7 };
    const start = 'jupyterhub-gke/research/2026/11/20261124T010203.004Z-7-';
    expect(auditObject(record, '42-1')).toBe(`${start}42-1.json`);
    expect(auditObject(record, undefined)).toMatch(new RegExp(`^${start}[0-9a-f]{12}\\.json$`));
    expect(auditObject(record, '../42')).toMatch(new RegExp(`^${start}[0-9a-f]{12}\\.json$`));
  });
});

describe('writing the audit record', () => {
  const record = auditRecord(input());
  if (record === undefined) throw new Error('no record');
  const object = 'jupyterhub-gke/research/2026/11/20261124T010203.004Z-7-42.json';
  const server = (...answers: Answer[]) => {
    const at = stub(...answers);
    return {
      ...at,
      google: new GoogleClient({ token: async () => 't', env: {}, fetch: at.fetch, sleep: at.sleep }),
    };
  };

  test('creates an object that must not exist yet', async () => {
    const { google, seen } = server({ status: 200 });
    expect(await writeAudit(google, 'acme-audit', record, '42')).toBe(`gs://acme-audit/${object}`);
    expect(seen).toEqual([
      expect.objectContaining({
        method: 'POST',
        url: `https://storage.googleapis.com/upload/storage/v1/b/acme-audit/o?uploadType=media&name=${encodeURIComponent(object)}&ifGenerationMatch=0`,
        body: record,
      }),
    ]);
  });

  const hash = (of: unknown): string => createHash('md5').update(JSON.stringify(of)).digest('base64');

  test('succeeds if an answer was lost and the second attempt finds its own object', async () => {
    const { google } = server(refusedConnection(), { status: 412 }, { status: 200, body: { md5Hash: hash(record) } });
    expect(await writeAudit(google, 'acme-audit', record, '42')).toBe(`gs://acme-audit/${object}`);
    const blind = server({ status: 503 }, { status: 412 }, { status: 403 });
    expect(await writeAudit(blind.google, 'acme-audit', record, '42')).toBe(`gs://acme-audit/${object}`);
  });

  test('fails if another object has the name', async () => {
    const { google } = server({ status: 412 }, { status: 200, body: { md5Hash: hash('other') } });
    await expect(writeAudit(google, 'acme-audit', record, '42')).rejects.toThrow('Another object');
  });

  test('never ends the run, but warns that access was changed without a record', async () => {
    const { google } = server({ status: 404, body: { error: { message: 'The specified bucket does not exist.' } } });
    const outcome = await recordAccess({ google, bucket: 'acme-audit', record, run: '42' });
    expect(outcome.written).toBeUndefined();
    expect(outcome.warning).toEqual({
      code: 'audit-record-missing',
      bucket: 'acme-audit',
      generation: 7,
      time: record.time,
      error: expect.stringMatching(/does not exist$/),
    });
  });

  test('is skipped without a bucket or a change', async () => {
    const { google, seen } = server({ status: 500 });
    const nothing = { written: undefined, warning: undefined };
    expect(await recordAccess({ google, bucket: undefined, record })).toEqual(nothing);
    expect(await recordAccess({ google, bucket: 'b', record: undefined })).toEqual(nothing);
    expect(seen).toEqual([]);
  });
});
