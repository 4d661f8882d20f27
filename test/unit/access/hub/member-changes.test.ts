import { describe, expect, test } from '@jest/globals';
import {
  describe as describeMember,
  type Listed,
  type Member,
  type MemberList,
  memberListChanges,
  nextMemberList,
} from '../../../../src/access/hub/member-list.js';
import { entry, person } from '../../../support/people.js';

const END = '2027-01-01T00:00:00Z';
const ADA: Member = { email: 'ada@acme.dev', admin: true, until: null, groups: [] };
const GUEST: Member = { email: 'guest@acme.dev', admin: false, until: END, groups: [] };
const LISTED = [person('guest@acme.dev', { until: END }), person('ada@acme.dev', { admin: true })];
const live = (people: readonly Member[], more: Partial<MemberList> = {}): MemberList => ({
  generation: 1,
  people,
  domains: [],
  trustsIap: false,
  ...more,
});
const changes = (before: MemberList | undefined, listed: readonly Listed[] = LISTED) =>
  memberListChanges(before, nextMemberList(before, listed), listed);

describe('changes of the list', () => {
  test('are none where the list stays', () => {
    expect(changes(live([ADA, GUEST]))).toEqual([]);
  });

  test('say who comes, with what and from where', () => {
    expect(changes(undefined)).toMatchObject([
      {
        engine: 'members',
        action: 'create',
        address: 'ada@acme.dev',
        kind: 'person',
        attributes: [{ name: 'access', after: 'admin' }],
        note: 'listed at users.yaml:2',
      },
      { action: 'create', address: 'guest@acme.dev', attributes: [{ after: 'user, until 2026-12-31' }] },
    ]);
  });

  test('say who goes, and that the home stays', () => {
    const [change, ...more] = changes(live([ADA, GUEST]), LISTED.slice(1));
    expect(more).toEqual([]);
    expect(change).toMatchObject({
      action: 'delete',
      address: 'guest@acme.dev',
      attributes: [{ before: 'user, until 2026-12-31' }],
    });
    expect(change?.note).toContain('the home is kept');
  });

  test('say of somebody who still enters another way that this is so', () => {
    const note = (listed: readonly Listed[]) =>
      changes(live([GUEST]), listed).find(({ action }) => action === 'delete')?.note;
    expect(note([entry('domain', 'acme.dev')])).toContain('still enters as an account of acme.dev');
    expect(note([entry('group', 'team@acme.dev')])).toContain('still enters if a Google group');
    expect(note([entry('domain', 'other.dev')])).toContain('servers are stopped');
  });

  test('say whose rights, groups or end differ', () => {
    const before = live([
      { ...ADA, admin: false, groups: ['ml'] },
      { ...GUEST, until: null },
    ]);
    const listed = [entry('person', 'ada@acme.dev', { admin: true, until: END }), LISTED[0] as Listed];
    expect(
      changes(before, listed).map(({ action, attributes }) => [action, attributes[0]?.before, attributes[0]?.after]),
    ).toEqual([
      ['update', 'user, group ml', 'admin, until 2026-12-31'],
      ['update', 'user', 'user, until 2026-12-31'],
    ]);
  });

  test('say which rights grow, and nothing of rights that stay or shrink', () => {
    const gains = (before: readonly Member[], ...listed: Listed[]) =>
      changes(live(before), listed).map((change) => change.gains);
    const ada = (admin: boolean | 'full', ...groups: string[]) => entry('person', 'ada@acme.dev', { admin, groups });
    const was = (admin: boolean | 'full', ...groups: string[]): Member => ({ ...ADA, admin, groups });
    expect(gains([], ada('full', 'ml'))).toEqual([{ admin: 'full admin', groups: ['ml'] }]);
    expect(gains([was(true, 'ml')], ada('full', 'ml', 'gpu'))).toEqual([{ admin: 'full admin', groups: ['gpu'] }]);
    expect(gains([was(false)], ada(true))).toEqual([{ admin: 'admin' }]);
    expect(gains([was('full', 'ml')], ada(true))).toEqual([undefined]);
    expect(gains([was(true)], ada(false))).toEqual([undefined]);
    expect(gains([], ada(false))).toEqual([undefined]);
    expect(gains([was('full', 'ml')])).toEqual([undefined]);
  });

  test('name domains, service accounts and Google groups as what they are', () => {
    const robot = 'robot@acme-research.iam.gserviceaccount.com';
    const listed = [entry('serviceAccount', robot), entry('domain', 'acme.dev'), entry('group', 'team@acme.dev')];
    expect(changes(undefined, listed).map(({ action, address, kind, note }) => [action, address, kind, note])).toEqual([
      ['create', robot, 'service account', 'listed at users.yaml:2'],
      ['create', 'acme.dev', 'domain', 'listed at users.yaml:2'],
      ['create', 'Google groups', 'group', 'listed at users.yaml:2'],
    ]);
    const before = live([], { domains: ['acme.dev'], trustsIap: true });
    expect(changes(before, [entry('person', 'a@acme.dev')]).map(({ action, kind }) => [action, kind])).toEqual([
      ['create', 'person'],
      ['delete', 'domain'],
      ['delete', 'group'],
    ]);
  });
});

test.each([
  [{}, 'user'],
  [{ groups: ['ml', 'vision'] }, 'user, groups ml vision'],
  [{ admin: true, groups: ['ml'], until: END }, 'admin, group ml, until 2026-12-31'],
  [{ admin: 'full' }, 'full admin'],
] as const)('a member %j is described as %s', (more, text) => {
  expect(describeMember({ ...GUEST, until: null, ...more })).toBe(text);
});
