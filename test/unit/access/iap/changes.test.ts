import { expect, test } from '@jest/globals';
import { memberChanges } from '../../../../src/access/iap/changes.js';
import type { DesiredAccess } from '../../../../src/access/iap/desired.js';
import { mergePolicy } from '../../../../src/access/iap/merge.js';
import { ACCESSOR_ROLE, type Binding } from '../../../../src/access/iap/policy.js';
import type { Change } from '../../../../src/change/change.js';
import { principal, wanted } from '../../../support/people.js';

const ours = (...members: string[]): Binding => ({ role: ACCESSOR_ROLE, members });
const changes = (want: DesiredAccess, ...bindings: Binding[]): Change[] =>
  memberChanges(mergePolicy(want, { etag: 'v1', bindings }, new Date('2026-11-24T12:00:00Z')).members);

test('changes of members are in the words of the plan', () => {
  const listed = [
    principal('ada@acme.dev', { admin: true }),
    principal('guest@acme.dev', { until: '2027-01-01T00:00:00Z' }),
  ];
  expect(changes(wanted(listed), ours('user:guest@acme.dev', 'group:x@acme.dev', 'user:old@acme.dev'))).toEqual([
    expect.objectContaining({
      action: 'create',
      address: 'ada@acme.dev',
      attributes: [{ name: 'access', after: 'admin' }],
      note: 'listed at users.yaml:2',
    }),
    expect.objectContaining({
      action: 'update',
      address: 'guest@acme.dev',
      attributes: [{ name: 'access', after: 'user until 2026-12-31' }],
    }),
    expect.objectContaining({
      action: 'delete',
      address: 'x@acme.dev',
      kind: 'Google group in IAP',
      attributes: [],
      note: 'no longer listed',
    }),
    expect.objectContaining({
      action: 'delete',
      address: 'old@acme.dev',
      kind: 'person',
      note: expect.stringContaining('home is kept'),
    }),
  ]);
});

test('who goes on being listed loses IAP by name, and no server', () => {
  const listed = [principal('ada@acme.dev'), principal('gone@acme.dev', { until: '2026-01-01T00:00:00Z' })];
  const entry = { kind: 'group', group: 'hub@acme.dev' } as const;
  const live = ours('user:ada@acme.dev', 'user:gone@acme.dev', 'user:old@acme.dev');
  const found = changes(wanted(listed, { entry }), live);
  expect(found.map(({ action, address, kind, note }) => [action, address, kind, note?.includes('is stopped')])).toEqual(
    [
      ['create', 'hub@acme.dev', 'Google group in IAP', false],
      ['delete', 'ada@acme.dev', 'person in IAP', false],
      ['delete', 'gone@acme.dev', 'person', true],
      ['delete', 'old@acme.dev', 'person', true],
    ],
  );
});
