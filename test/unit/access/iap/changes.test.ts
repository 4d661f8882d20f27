import { expect, test } from '@jest/globals';
import { memberChanges } from '../../../../src/access/iap/changes.js';
import type { DesiredAccess } from '../../../../src/access/iap/desired.js';
import { mergePolicy } from '../../../../src/access/iap/merge.js';
import { ACCESSOR_ROLE, type Binding } from '../../../../src/access/iap/policy.js';
import { addressOf, type Change } from '../../../../src/change/change.js';
import { principal, wanted } from '../../../support/people.js';

const ours = (...members: string[]): Binding => ({ role: ACCESSOR_ROLE, members });
const changes = (want: DesiredAccess, ...bindings: Binding[]): Change[] =>
  memberChanges(mergePolicy(want, { etag: 'v1', bindings }, new Date('2026-11-24T12:00:00Z')).members);

test('a change of IAP has the member, the access and the reason as data', () => {
  const listed = [
    principal('ada@acme.dev', { admin: true }),
    principal('guest@acme.dev', { until: '2027-01-01T00:00:00Z' }),
  ];
  expect(changes(wanted(listed), ours('user:guest@acme.dev', 'group:x@acme.dev', 'user:old@acme.dev'))).toEqual([
    {
      scope: 'access',
      action: 'create',
      subject: { kind: 'person', name: 'ada@acme.dev' },
      access: { after: { role: 'admin' } },
      notes: [{ code: 'listed', file: 'users.yaml', line: 2 }],
    },
    {
      scope: 'access',
      action: 'update',
      subject: { kind: 'person', name: 'guest@acme.dev' },
      access: { after: { role: 'user', until: '2027-01-01T00:00:00Z' } },
      notes: [{ code: 'listed', file: 'users.yaml', line: 2, until: '2027-01-01T00:00:00Z' }],
    },
    {
      scope: 'iap',
      action: 'delete',
      subject: { kind: 'google-group', name: 'x@acme.dev' },
      notes: [{ code: 'no-longer-listed' }],
    },
    {
      scope: 'access',
      action: 'delete',
      subject: { kind: 'person', name: 'old@acme.dev' },
      notes: [{ code: 'no-longer-listed' }, { code: 'servers-stop' }],
    },
  ]);
});

test('a person who is still listed loses the IAP grant by name, but no server', () => {
  const listed = [principal('ada@acme.dev'), principal('gone@acme.dev', { until: '2026-01-01T00:00:00Z' })];
  const entry = { kind: 'group', group: 'hub@acme.dev' } as const;
  const live = ours('user:ada@acme.dev', 'user:gone@acme.dev', 'user:old@acme.dev');
  const found = changes(wanted(listed, { entry }), live);
  expect(
    found.map((change) => [change.scope, change.action, addressOf(change), change.notes?.map(({ code }) => code)]),
  ).toEqual([
    ['iap', 'create', 'hub@acme.dev', ['access-entry']],
    ['iap', 'delete', 'ada@acme.dev', ['entry-instead']],
    ['access', 'delete', 'gone@acme.dev', ['access-ended', 'servers-stop']],
    ['access', 'delete', 'old@acme.dev', ['no-longer-listed', 'servers-stop']],
  ]);
});
