import { describe, expect, test } from '@jest/globals';
import { accessReport } from '../../../../src/access/audit/report.js';
import type { AccessReport, ReportInput } from '../../../../src/access/audit/report-model.js';
import type { Member, MemberList } from '../../../../src/access/hub/member-list.js';
import { reconcilerKey } from '../../../../src/access/hub/reconciler-status.js';
import { grantsOf, type LiveGrants } from '../../../../src/access/iap/grants.js';
import { ACCESSOR_ROLE, type Binding } from '../../../../src/access/iap/policy.js';
import { loadUsers } from '../../../../src/access/users/load.js';

const NOW = new Date('2026-11-24T12:00:00Z');
const USERS = `users:
  - {email: ada@acme.dev, admin: true, groups: [ml, ops]}
  - {email: guest@partner.example, until: 2027-06-30}
  - {email: gone@acme.dev, until: 2026-11-01}
googleGroups: [team@acme.dev]
serviceAccounts: [bot@acme-research.iam.gserviceaccount.com]
domains: [uni.example]
`;
const grant = (members: readonly string[], title?: string, expression = 'request.host == "x"'): Binding => ({
  role: ACCESSOR_ROLE,
  members,
  ...(title === undefined ? {} : { condition: { title, expression } }),
});
const OURS = 'jupyterhub-gke:research';
const ending = (end: string): string => `request.time < timestamp("${end}")`;

function live(iap: readonly Binding[], above: Partial<LiveGrants> = {}): LiveGrants {
  return {
    iapPolicyRead: true,
    complete: true,
    grants: grantsOf('research', 'iap', { bindings: iap }),
    notes: [],
    ...above,
  };
}

function report(more: Partial<ReportInput> = {}): AccessReport {
  return accessReport({
    hub: 'research',
    project: 'acme-research',
    now: NOW,
    principals: loadUsers([{ path: 'users.yaml', text: USERS }], NOW).principals,
    entry: { kind: 'direct' },
    live: live([]),
    list: undefined,
    reconciler: undefined,
    blocked: [],
    roles: { applied: [], wanted: [] },
    history: { entries: new Map(), notes: [], repository: undefined },
    approvals: new Map(),
    homes: [],
    leftBuckets: [],
    notes: [],
    ...more,
  });
}
const listOf = (generation: number, ...people: (Partial<Member> & { email: string })[]): MemberList => ({
  generation,
  people: people.map((one) => ({ admin: false, until: null, groups: [], ...one })),
  domains: [],
  trustsIap: false,
});
const row = (of: AccessReport, name: string) => of.listed.find((one) => one.name === name);
const iap = (of: AccessReport): Record<string, string> =>
  Object.fromEntries(of.listed.map(({ name, iap }) => [name, iap.state]));

test('accounts of budgets have the name of their owner, as far as the files or the list of the hub know it', () => {
  const account = { budget: '10 GPU hours in 7 days', each: 'person', used: 8.5, left: 1.5, back: undefined } as const;
  const budgets = [
    { ...account, who: reconcilerKey('ada@acme.dev') },
    { ...account, who: reconcilerKey('listed@acme.dev') },
    { ...account, who: reconcilerKey('nobody@knows.example') },
    { ...account, each: 'group', who: 'ml' } as const,
  ];
  const reconciler = { generation: 1, at: '', people: {}, budgets };
  const { budgets: rows } = report({ reconciler, list: listOf(1, { email: 'listed@acme.dev' }) });
  expect(rows.map(({ who }) => who)).toEqual(['ada@acme.dev', 'listed@acme.dev', undefined, 'ml']);
  expect(report().budgets).toEqual([]);
});

describe('an entry of the users files', () => {
  test('has its kind, role, groups, end and place', () => {
    const { listed } = report();
    expect(listed.map(({ kind, name, role, line }) => [kind, name, role, line])).toEqual([
      ['person', 'ada@acme.dev', 'admin', 2],
      ['person', 'guest@partner.example', 'user', 3],
      ['person', 'gone@acme.dev', 'user', 4],
      ['group', 'team@acme.dev', 'user', 5],
      ['serviceAccount', 'bot@acme-research.iam.gserviceaccount.com', 'user', 6],
      ['domain', 'uni.example', 'user', 7],
    ]);
    expect(listed[0]?.groups).toEqual(['ml', 'ops']);
    expect(listed[1]?.until).toBe('2027-07-01T00:00:00Z');
  });

  test('is granted where IAP has exactly its grant, whatever the case of the address', () => {
    const bindings = [
      grant(['user:Ada@Acme.dev', 'group:team@acme.dev', 'domain:uni.example']),
      grant(['user:guest@partner.example'], OURS, ending('2027-07-01T00:00:00.000Z')),
    ];
    expect(iap(report({ live: live(bindings) }))).toEqual({
      'ada@acme.dev': 'granted',
      'guest@partner.example': 'granted',
      'gone@acme.dev': 'ended',
      'team@acme.dev': 'granted',
      'bot@acme-research.iam.gserviceaccount.com': 'missing',
      'uni.example': 'granted',
    });
  });

  test('has another end where IAP lets in for longer, shorter, or past the last day', () => {
    const bindings = [
      grant(['user:guest@partner.example', 'user:gone@acme.dev']),
      grant(['user:ada@acme.dev'], OURS, ending('2027-07-01T00:00:00Z')),
    ];
    expect(iap(report({ live: live(bindings) }))).toMatchObject({
      'ada@acme.dev': 'other-end',
      'guest@partner.example': 'other-end',
      'gone@acme.dev': 'other-end',
    });
    const over = [grant(['user:gone@acme.dev'], OURS, ending('2026-11-02T00:00:00Z'))];
    expect(iap(report({ live: live(over) }))['gone@acme.dev']).toBe('ended');
    const both = [grant(['user:ada@acme.dev']), grant(['user:ada@acme.dev'], OURS, ending('2027-07-01T00:00:00Z'))];
    expect(iap(report({ live: live(both) }))['ada@acme.dev']).toBe('other-end');
    const unclear = [grant(['user:ada@acme.dev'], OURS, 'request.time < timestamp("soon")')];
    expect(iap(report({ live: live(unclear) }))['ada@acme.dev']).toBe('other-end');
  });

  test('names the other ways in', () => {
    const grants = [
      ...grantsOf('research', 'iap', { bindings: [grant(['user:ada@acme.dev'], 'night shift')] }),
      ...grantsOf('research', 'project', { bindings: [grant(['domain:acme.dev', 'domain:evilacme.dev'])] }),
      ...grantsOf('research', 'iap_web', { bindings: [grant(['allUsers'])] }),
    ];
    const found = row(report({ live: live([], { grants }) }), 'ada@acme.dev');
    expect(found?.iap).toEqual({
      state: 'missing',
      also: [
        { member: 'user:ada@acme.dev', place: 'iap', condition: 'night shift' },
        { member: 'domain:acme.dev', place: 'project' },
        { member: 'allUsers', place: 'iap_web' },
      ],
    });
  });

  test('is let in by the one domain or group of access.entry, where that stands in IAP', () => {
    const bindings = [grant(['domain:acme.dev', 'group:all@acme.dev', 'user:ada@acme.dev'])];
    const domain = report({ live: live(bindings), entry: { kind: 'domain', domain: 'acme.dev' } });
    expect(iap(domain)).toEqual({
      'ada@acme.dev': 'granted',
      'guest@partner.example': 'missing',
      'gone@acme.dev': 'ended',
      'team@acme.dev': 'unknown',
      'bot@acme-research.iam.gserviceaccount.com': 'missing',
      'uni.example': 'missing',
    });
    expect(row(domain, 'ada@acme.dev')?.iap.also).toContainEqual({ member: 'user:ada@acme.dev', place: 'iap' });
    expect(domain.others.map(({ name }) => name)).toEqual(['all@acme.dev', 'ada@acme.dev']);
    const group = report({ live: live(bindings), entry: { kind: 'group', group: 'All@acme.dev' } });
    expect(iap(group)['ada@acme.dev']).toBe('via-group');
    expect(group.others.map(({ name }) => name)).toEqual(['acme.dev', 'ada@acme.dev']);
    const entry = { kind: 'group', group: 'All@acme.dev' } as const;
    const managed = report({ live: live(bindings), entry, inGroup: new Set(['ada@acme.dev', 'gone@acme.dev']) });
    expect(iap(managed)).toMatchObject({
      'ada@acme.dev': 'granted',
      'guest@partner.example': 'missing',
      'gone@acme.dev': 'ended',
    });
    expect(iap(report({ entry: { kind: 'group', group: 'all@acme.dev' } }))['ada@acme.dev']).toBe('missing');
  });

  test('whose access was revoked at once is called so', () => {
    const list = listOf(2);
    const found = report({ list, blocked: ['Ada@acme.dev'] });
    expect(row(found, 'ada@acme.dev')?.hub.state).toBe('revoked');
    expect(row(found, 'guest@partner.example')?.hub.state).toBe('not-listed');
  });

  test('ends on a day of the time zone of the hub', () => {
    const { principals } = loadUsers(
      [{ path: 'users.yaml', text: 'users: [{email: a@acme.dev, admin: true, until: 2027-06-30}]\n' }],
      NOW,
      'America/New_York',
    );
    const bindings = [grant(['user:a@acme.dev'], OURS, ending('2027-07-01T04:00:00Z'))];
    const people = [{ email: 'a@acme.dev', admin: true, until: '2027-07-01T04:00:00Z' }];
    const found = report({ principals, live: live(bindings), list: listOf(1, ...people) });
    expect(iap(found)).toEqual({ 'a@acme.dev': 'granted' });
    expect(row(found, 'a@acme.dev')?.hub.state).toBe('listed');
  });

  test('is never called missing where IAP is not known', () => {
    const unknown = report({ live: { iapPolicyRead: false, complete: false, grants: [], notes: ['no iap'] } });
    expect(new Set(Object.values(iap(unknown)))).toEqual(new Set(['unknown']));
    expect(unknown.complete).toBe(false);
    expect(unknown.notes).toContain('no iap');
  });

  test('says what the hub does, and when it was last seen', () => {
    const people = [{ email: 'ada@acme.dev', admin: true, groups: ['ops', 'ml'] }, { email: 'guest@partner.example' }];
    const status = { stoppedServers: 0, deletedTokens: 0, lastActivity: '2026-11-20T08:00:00Z', error: null };
    const reconciler = {
      generation: 6,
      at: '2026-11-24T11:00:00Z',
      people: { [reconcilerKey('ada@acme.dev')]: status },
    };
    const found = report({ list: { ...listOf(7, ...people), domains: ['uni.example'], trustsIap: true }, reconciler });
    expect(found.generation).toEqual({ listed: 7, enforced: 6 });
    expect(found.listed.map(({ hub }) => hub.state)).toEqual([
      'listed',
      'listed-otherwise',
      'not-listed',
      'trusts-iap',
      'not-listed',
      'listed',
    ]);
    expect(row(found, 'ada@acme.dev')).toMatchObject({ lastSeen: '2026-11-20T08:00:00Z', hub: { enforced: false } });
    expect(row(found, 'guest@partner.example')?.lastSeen).toBeUndefined();
    const enforced = report({ list: listOf(7, ...people), reconciler: { ...reconciler, generation: 7 } });
    expect(enforced.complete).toBe(true);
    expect(row(enforced, 'ada@acme.dev')?.hub.enforced).toBe(true);
  });
});

describe('what the users files do not explain', () => {
  const why = (of: AccessReport): unknown[] => of.others.map((one) => [one.kind, one.name, one.why]);

  test('is a row of its own with the reason', () => {
    const grants = [
      ...grantsOf('research', 'iap', {
        bindings: [
          grant(['user:Boss@uni.org', 'group:all@acme.dev']),
          grant(['user:left@acme.dev'], OURS, ending('2027-01-01T00:00:00Z')),
          grant(['user:ada@acme.dev'], 'night shift'),
          grant(['principal://iam.googleapis.com/locations/global/workforcePools/p/subject/x']),
          { role: 'roles/iap.admin', members: ['user:admin@acme.dev'] },
          { role: 'roles/owner', members: ['user:owner@acme.dev'] },
        ],
      }),
      ...grantsOf('research', 'iap_web/compute', { bindings: [grant(['allAuthenticatedUsers'])] }),
      ...grantsOf('research', 'iap_web', { bindings: [grant(['user:ada@acme.dev'], OURS)] }),
      ...grantsOf('research', 'project', { bindings: [grant(['domain:acme.dev'])] }),
    ];
    expect(why(report({ live: live([], { grants }) }))).toEqual([
      ['person', 'boss@uni.org', { code: 'granted-outside' }],
      ['group', 'all@acme.dev', { code: 'granted-outside' }],
      ['person', 'left@acme.dev', { code: 'sync-pending' }],
      [
        'other',
        'principal://iam.googleapis.com/locations/global/workforcePools/p/subject/x',
        { code: 'granted-outside' },
      ],
      ['person', 'ada@acme.dev', { code: 'foreign-condition', condition: 'night shift' }],
      ['public', 'allAuthenticatedUsers', { code: 'inherited', place: 'iap_web/compute', audience: 'google-accounts' }],
      ['person', 'ada@acme.dev', { code: 'inherited', place: 'iap_web', condition: 'jupyterhub-gke:research' }],
      ['domain', 'acme.dev', { code: 'inherited', place: 'project' }],
    ]);
  });

  test('tells a sync that is pending from a grant of the console, by the list of the hub', () => {
    const people = ['left@acme.dev', 'only@acme.dev', 'ada@acme.dev'].map((email) => ({ email }));
    const list = { ...listOf(3, ...people), domains: ['uni.example', 'old.example'], trustsIap: true };
    const found = report({
      live: live([grant(['user:left@acme.dev', 'user:boss@uni.org', 'user:cy@old.example'])]),
      list,
    });
    expect(found.others.map(({ name, why: reason, place, hub }) => [name, reason, place, hub.state])).toEqual([
      ['left@acme.dev', { code: 'sync-pending' }, 'iap', 'listed'],
      // A Google group is listed, so that the hub lets in whom IAP lets in.
      ['boss@uni.org', { code: 'granted-outside' }, 'iap', 'trusts-iap'],
      ['cy@old.example', { code: 'granted-outside' }, 'iap', 'via-domain'],
      ['only@acme.dev', { code: 'hub-list-only' }, 'hub', 'listed'],
      ['old.example', { code: 'hub-list-only' }, 'hub', 'listed'],
    ]);
  });
});
