import { describe, expect, test } from '@jest/globals';
import {
  type Member,
  type MemberList,
  memberListChanges,
  nextMemberList,
} from '../../../../src/access/hub/member-list.js';
import type { Principal } from '../../../../src/access/users/load.js';
import { entry, principal } from '../../../support/people.js';

const NOW = new Date('2026-11-01T00:00:00Z');
const PAST = '2026-10-01T00:00:00Z';
const END = '2027-01-01T00:00:00Z';
const ADA: Member = { email: 'ada@acme.dev', admin: true, until: null, groups: [] };
const GUEST: Member = { email: 'guest@acme.dev', admin: false, until: END, groups: [] };
const LISTED = [principal('guest@acme.dev', { until: END }), principal('ada@acme.dev', { admin: true })];
const live = (people: readonly Member[], more: Partial<MemberList> = {}): MemberList => ({
  generation: 1,
  people,
  domains: [],
  trustsIap: false,
  ...more,
});
const changes = (before: MemberList | undefined, listed: readonly Principal[] = LISTED) =>
  memberListChanges(before, nextMemberList(before, listed), listed, NOW);

describe('changes of the member list', () => {
  test('are empty if the list stays the same', () => {
    expect(changes(live([ADA, GUEST]))).toEqual([]);
  });

  test('say who gains access, with which rights and from which entry', () => {
    expect(changes(undefined)).toMatchObject([
      {
        scope: 'access',
        action: 'create',
        subject: { kind: 'person', name: 'ada@acme.dev' },
        access: { after: { role: 'admin' } },
        notes: [{ code: 'listed', file: 'users.yaml', line: 2 }],
      },
      { action: 'create', subject: { name: 'guest@acme.dev' }, access: { after: { role: 'user', until: END } } },
    ]);
  });

  test('say who loses access, and that the home stays', () => {
    const [change, ...more] = changes(live([ADA, GUEST]), LISTED.slice(1));
    expect(more).toEqual([]);
    expect(change).toMatchObject({
      action: 'delete',
      subject: { kind: 'person', name: 'guest@acme.dev' },
      access: { before: { role: 'user', until: END } },
      notes: [{ code: 'servers-stop' }],
    });
  });

  test('say nothing of an entry whose end has passed, since it gives nobody access', () => {
    const ended = [principal('guest@acme.dev', { until: PAST }), principal('ada@acme.dev', { admin: true })];
    expect(changes(live([ADA]), ended)).toEqual([]);
    expect(changes(live([ADA, { ...GUEST, until: PAST }]), ended.slice(1))).toEqual([]);
    expect(changes(live([ADA, { ...GUEST, until: PAST }]))).toMatchObject([
      { action: 'create', subject: { name: 'guest@acme.dev' } },
    ]);
  });

  test('say that an end in the past takes access away at once', () => {
    const ended = [principal('guest@acme.dev', { until: PAST }), principal('ada@acme.dev', { admin: true })];
    expect(changes(live([ADA, GUEST]), ended)).toMatchObject([
      {
        action: 'delete',
        subject: { name: 'guest@acme.dev' },
        notes: [{ code: 'access-ended', until: PAST }, { code: 'servers-stop' }],
      },
    ]);
  });

  test('say if somebody still has access another way', () => {
    const notes = (listed: readonly Principal[]) =>
      changes(live([GUEST]), listed).find(({ action }) => action === 'delete')?.notes;
    expect(notes([entry('domain', 'acme.dev')])).toEqual([{ code: 'still-admitted-by-domain', domain: 'acme.dev' }]);
    expect(notes([entry('group', 'team@acme.dev')])).toEqual([{ code: 'still-admitted-by-google-group' }]);
    expect(notes([entry('domain', 'other.dev')])).toEqual([{ code: 'servers-stop' }]);
  });

  test('say whose rights, groups or end differ', () => {
    const before = live([
      { ...ADA, admin: false, groups: ['ml'] },
      { ...GUEST, until: null },
    ]);
    const listed = [entry('person', 'ada@acme.dev', { admin: true, until: END }), LISTED[0] as Principal];
    expect(changes(before, listed).map(({ action, access }) => [action, access?.before, access?.after])).toEqual([
      ['update', { role: 'user', groups: ['ml'] }, { role: 'admin', until: END }],
      ['update', { role: 'user' }, { role: 'user', until: END }],
    ]);
  });

  test('say which rights grow, and nothing about rights that stay or shrink', () => {
    const gains = (before: readonly Member[], ...listed: Principal[]) =>
      changes(live(before), listed).map((change) => change.gains);
    const ada = (admin: boolean | 'full', ...groups: string[]) => entry('person', 'ada@acme.dev', { admin, groups });
    const was = (admin: boolean | 'full', ...groups: string[]): Member => ({ ...ADA, admin, groups });
    expect(gains([], ada('full', 'ml'))).toEqual([{ admin: 'full-admin', groups: ['ml'] }]);
    expect(gains([was(true, 'ml')], ada('full', 'ml', 'gpu'))).toEqual([{ admin: 'full-admin', groups: ['gpu'] }]);
    expect(gains([was(false)], ada(true))).toEqual([{ admin: 'admin' }]);
    expect(gains([was('full', 'ml')], ada(true))).toEqual([undefined]);
    expect(gains([was(true)], ada(false))).toEqual([undefined]);
    expect(gains([], ada(false))).toEqual([undefined]);
    expect(gains([was('full', 'ml')])).toEqual([undefined]);
  });

  test('name domains, service accounts and Google groups by their kind', () => {
    const robot = 'robot@acme-research.iam.gserviceaccount.com';
    const listed = [entry('serviceAccount', robot), entry('domain', 'acme.dev'), entry('group', 'team@acme.dev')];
    const note = { code: 'listed', file: 'users.yaml', line: 2 };
    expect(changes(undefined, listed).map(({ action, subject, notes }) => [action, subject, notes])).toEqual([
      ['create', { kind: 'service-account', name: robot }, [note]],
      ['create', { kind: 'domain', name: 'acme.dev' }, [note]],
      ['create', { kind: 'iap-trust' }, [note]],
    ]);
    const before = live([], { domains: ['acme.dev'], trustsIap: true });
    expect(
      changes(before, [entry('person', 'a@acme.dev')]).map(({ action, subject }) => [action, subject.kind]),
    ).toEqual([
      ['create', 'person'],
      ['delete', 'domain'],
      ['delete', 'iap-trust'],
    ]);
  });
});
