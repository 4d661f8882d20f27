import { describe, expect, test } from '@jest/globals';
import { AdoptionNeeded } from '../../../../src/access/iap/adoption.js';
import type { DesiredAccess } from '../../../../src/access/iap/desired.js';
import { TooManyPrincipals } from '../../../../src/access/iap/limits.js';
import { mergePolicy, type PolicyChange } from '../../../../src/access/iap/merge.js';
import { conditionTitle, endKey } from '../../../../src/access/iap/ownership.js';
import { ACCESSOR_ROLE, type Binding, memberKey, memberKind, memberName } from '../../../../src/access/iap/policy.js';
import { lastDay } from '../../../../src/access/users/day.js';
import { loadUsers } from '../../../../src/access/users/load.js';
import { principal, wanted } from '../../../support/people.js';

const NOW = new Date('2026-11-24T12:00:00Z');
const END = '2027-01-01T00:00:00Z';
const TITLE = conditionTitle('research');
const ours = (...members: string[]): Binding => ({ role: ACCESSOR_ROLE, members });
const timed = (end: string, ...members: string[]): Binding => ({
  ...ours(...members),
  condition: { title: TITLE, expression: `request.time < timestamp("${end}")` },
});
const merge = (want: DesiredAccess, ...bindings: Binding[]): PolicyChange =>
  mergePolicy(want, { etag: 'v1', bindings }, NOW);
const reasons = ({ members }: PolicyChange): unknown[] =>
  members.map(({ action, member, reason: { code, ...data } }) => [action, member, code, data]);
const many = (count: number, domain = 'acme.dev'): string[] =>
  Array.from({ length: count }, (_, i) => `p${i}@${domain}`);

describe('a merge of the IAP policy', () => {
  test('grants access to all listed principals if the policy is empty', () => {
    const change = merge(
      wanted([
        'grace@acme.dev',
        principal('guest@acme.dev', { until: END }),
        principal('ml@acme.dev', { kind: 'group' }),
        principal('partner.example', { kind: 'domain' }),
        principal('bot@p.iam.gserviceaccount.com', { kind: 'serviceAccount' }),
      ]),
    );
    expect(change.policy).toEqual({
      version: 3,
      etag: 'v1',
      bindings: [
        ours(
          'domain:partner.example',
          'group:ml@acme.dev',
          'serviceAccount:bot@p.iam.gserviceaccount.com',
          'user:grace@acme.dev',
        ),
        timed(END, 'user:guest@acme.dev'),
      ],
    });
    expect(change).toMatchObject({
      changed: true,
      removed: [],
      count: { principals: 5, groups: 1 },
      refusal: undefined,
    });
  });

  test.each([
    [
      { kind: 'group', group: 'Research@Acme.dev' } as const,
      'group:research@acme.dev',
      { code: 'access-entry', entry: 'group' },
    ],
    [{ kind: 'domain', domain: 'acme.dev' } as const, 'domain:acme.dev', { code: 'access-entry', entry: 'domain' }],
  ])('with access.entry %j binds IAP to it alone', (entry, member, reason) => {
    const change = merge(wanted(['ada@acme.dev'], { entry }), ours('user:ada@acme.dev'));
    expect(change.policy.bindings).toEqual([ours(member)]);
    expect(change.members.find((one) => one.member === member)?.reason).toEqual(reason);
    expect(change.removed).toEqual(['user:ada@acme.dev']);
  });

  test('keeps foreign grants with their kind, and removes nothing twice', () => {
    const foreign: Binding = {
      ...ours('group:auditors@acme.dev'),
      condition: { title: 'office hours', expression: 'request.time.getHours() < 18' },
    };
    const otherHub = { ...timed(END, 'user:x@acme.dev'), condition: { title: 'jupyterhub-gke:b', expression: 'true' } };
    const otherRole: Binding = { role: 'roles/iap.admin', members: ['serviceAccount:ci@p.iam.gserviceaccount.com'] };
    const change = merge(wanted(['ada@acme.dev']), foreign, otherRole, otherHub);
    expect(change.policy.bindings).toEqual([foreign, otherRole, otherHub, ours('user:ada@acme.dev')]);
    expect(change.foreign).toEqual([
      {
        member: 'serviceAccount:ci@p.iam.gserviceaccount.com',
        kind: 'serviceAccount',
        role: 'roles/iap.admin',
        condition: undefined,
      },
      { member: 'user:x@acme.dev', kind: 'person', role: ACCESSOR_ROLE, condition: 'jupyterhub-gke:b' },
      { member: 'group:auditors@acme.dev', kind: 'group', role: ACCESSOR_ROLE, condition: 'office hours' },
    ]);
  });

  test('sets an end, removes it, and repairs a duplicate grant', () => {
    const guest = wanted([principal('ada@acme.dev', { until: END })]);
    expect(merge(guest, ours('user:ada@acme.dev')).rescheduled).toEqual(['user:ada@acme.dev']);
    expect(merge(wanted(['ada@acme.dev']), timed(END, 'user:ada@acme.dev')).rescheduled).toHaveLength(1);
    const twice = merge(guest, ours('user:ada@acme.dev'), timed(END, 'user:ada@acme.dev'));
    expect(twice.policy.bindings).toEqual([timed(END, 'user:ada@acme.dev')]);
    expect(twice.rescheduled).toHaveLength(1);
  });

  test('removes and names public grants, which no mode ever writes', () => {
    const live = [ours('allUsers', 'user:ada@acme.dev'), { ...ours('allAuthenticatedUsers'), role: 'roles/iap.admin' }];
    const change = merge(wanted(['ada@acme.dev'], { adopted: false }), ...live);
    expect(change.removed).toEqual(['allusers']);
    expect(change.refusal).toBeUndefined();
    expect(change.warnings.map(({ code, member }) => [code, member])).toEqual([
      ['public-access', 'allUsers'],
      ['public-access', 'allAuthenticatedUsers'],
    ]);
    expect(change.warnings).toMatchObject([
      { audience: 'everybody', outcome: 'removed' },
      { audience: 'google-accounts', outcome: 'kept-foreign', role: 'roles/iap.admin' },
    ]);
    const additive = merge(wanted(['ada@acme.dev'], { mode: 'additive' }), ...live);
    expect(additive.changed).toBe(false);
    expect(additive.warnings[0]).toMatchObject({ outcome: 'kept-additive' });
  });

  test('drops grants of deleted accounts, which IAM would refuse, and does not count them as members', () => {
    const change = merge(wanted(['ada@acme.dev']), ours('deleted:user:bo@acme.dev?uid=7', 'user:ada@acme.dev'));
    expect(change).toMatchObject({ changed: true, removed: [], added: [] });
    expect(change.policy.bindings).toEqual([ours('user:ada@acme.dev')]);
    expect(change.warnings).toMatchObject([{ code: 'deleted-account', member: 'deleted:user:bo@acme.dev?uid=7' }]);
  });
});

test('each member of a merge has its action and reason', () => {
  const at = (line: number) => ({ location: { file: 'users.yaml', line, column: 1, length: 1 } });
  const listed = [
    principal('ada@acme.dev', at(5)),
    principal('guest@acme.dev', { ...at(6), until: END }),
    principal('late@acme.dev', { ...at(7), until: '2026-11-01T00:00:00Z' }),
    principal('back@acme.dev', at(8)),
  ];
  const live = [
    ours('user:ada@acme.dev', 'user:left@acme.dev', 'user:late@acme.dev', 'user:Console@acme.dev'),
    timed(END, 'user:back@acme.dev'),
    timed('2026-01-01T00:00:00Z', 'user:over@acme.dev'),
  ];
  const previous = ['user:left@acme.dev', 'user:late@acme.dev', 'user:over@acme.dev'];
  expect(reasons(merge(wanted(listed, { previous }), ...live))).toEqual([
    ['keep', 'user:ada@acme.dev', 'listed', { file: 'users.yaml', line: 5 }],
    ['reschedule', 'user:back@acme.dev', 'listed', { file: 'users.yaml', line: 8, until: null }],
    ['remove', 'user:Console@acme.dev', 'granted-in-console', {}],
    ['add', 'user:guest@acme.dev', 'listed', { file: 'users.yaml', line: 6, until: END }],
    ['remove', 'user:late@acme.dev', 'access-ended', { file: 'users.yaml', line: 7, until: '2026-11-01T00:00:00Z' }],
    ['remove', 'user:left@acme.dev', 'no-longer-listed', {}],
    ['remove', 'user:over@acme.dev', 'ended-and-unlisted', {}],
  ]);
  const additive = merge(wanted(listed, { previous, mode: 'additive' }), ...live, ours('user:guest@acme.dev'));
  expect(
    reasons({ ...additive, members: additive.members.filter(({ reason }) => reason.code === 'kept-additive') }),
  ).toEqual([
    ['keep', 'user:Console@acme.dev', 'kept-additive', {}],
    ['reschedule', 'user:guest@acme.dev', 'kept-additive', { file: 'users.yaml', line: 6, until: END }],
  ]);
  expect(additive.removed).toEqual(['user:late@acme.dev', 'user:left@acme.dev', 'user:over@acme.dev']);
});

describe('the first run over an existing policy', () => {
  const live = ours(
    'user:ada@acme.dev',
    'user:old@acme.dev',
    'group:all@acme.dev',
    'principal://pool/subject/x',
    'allUsers',
  );
  const first = (more: Partial<DesiredAccess> = {}) =>
    merge(wanted(['ada@acme.dev'], { adopted: false, ...more }), live);

  test('is refused with the members that would lose access, and still has the difference', () => {
    const { refusal, removed } = first();
    expect(refusal).toBeInstanceOf(AdoptionNeeded);
    expect(refusal).toMatchObject({
      members: ['group:all@acme.dev', 'principal://pool/subject/x', 'user:old@acme.dev'],
      hint: expect.stringContaining('--adopt'),
    });
    expect(removed).toContain('user:old@acme.dev');
  });

  test('is refused while a member cannot be listed, and says what to do', () => {
    const pool = 'principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/ci/*';
    const run = (adopted: boolean, ...more: string[]) =>
      merge(wanted(['ada@acme.dev'], { adopted }), ours('user:ada@acme.dev', ...more));
    // `--adopt` has brought everybody else into the files.
    const { refusal } = run(false, pool);
    expect(refusal?.message).toContain(`already has 1 member whom the users files do not list: ${pool}. Nothing`);
    expect(refusal?.hint).toMatch(
      /^No users file can list principalSet:.*\/\*: remove its role "IAP-secured Web App User" in the Google Cloud console.* Then run again\. To keep .*additive/,
    );
    expect(refusal?.hint).not.toContain('--adopt');
    // Removed manually, as the hint says.
    expect(run(false).refusal).toBeUndefined();
    const mixed = run(false, pool, 'user:old@acme.dev', 'user:a b@acme.dev').refusal;
    expect(mixed?.hint).toMatch(
      /^No users file can list .*ci\/\* and user:a b@acme\.dev: .*adds all others to a users/,
    );
  });

  test('is allowed after adoption, in additive mode, and if the files list everybody', () => {
    expect(first({ adopted: true }).refusal).toBeUndefined();
    expect(first({ mode: 'additive' }).refusal).toBeUndefined();
    const all = wanted(['ada@acme.dev', principal('old@acme.dev', { until: '2020-01-01T00:00:00Z' })], {
      adopted: false,
    });
    expect(merge(all, ours('user:Ada@acme.dev', 'user:old@acme.dev')).refusal).toBeUndefined();
  });
});

describe('limits of IAM', () => {
  test('count every occurrence, also in foreign bindings', () => {
    const people = wanted(many(1400));
    const foreign = { ...ours(...many(100, 'x.dev').map((one) => `user:${one}`)), role: 'roles/iap.admin' };
    expect(merge(people, foreign).refusal).toBeUndefined();
    const { refusal } = merge(people, foreign, { role: 'roles/iap.settingsAdmin', members: ['user:p0@acme.dev'] });
    expect(refusal).toBeInstanceOf(TooManyPrincipals);
    expect(refusal?.message).toContain('1,501 principals (1,400 of this hub, 101 of others)');
    expect(refusal?.hint).toContain('entry: {group: ADDRESS}');
  });

  test('allow 250 groups and no more', () => {
    const groups = (count: number) => wanted(many(count).map((name) => principal(name, { kind: 'group' })));
    expect(merge(groups(250)).refusal).toBeUndefined();
    expect(merge(groups(251)).refusal?.message).toContain('251 Google groups');
  });
});

test('ends of grants are compared as instants, to the nanosecond', () => {
  const key = (end: string): string => endKey(`request.time < timestamp("${end}")`);
  const same = [
    '2027-01-01T00:00:00Z',
    '2027-01-01T00:00:00.000000000Z',
    '2027-01-01T05:30:00.0+05:30',
    '2027-01-01t00:00:00z',
  ];
  expect(new Set(same.map(key)).size).toBe(1);
  expect(new Set([...same, '2027-01-01T00:00:00.000000001Z', '2027-01-01T00:00:01Z'].map(key)).size).toBe(3);
  for (const other of [
    'true',
    'request.time <= timestamp("2027-01-01T00:00:00Z")',
    'request.time < timestamp("soon")',
    '',
  ]) {
    expect(endKey(other)).toBe(`other ${other}`);
  }
});

test('look-alike letters make different members', () => {
  const kelvin = 'user:\u212Aelvin@acme.dev';
  expect(memberKey(kelvin)).not.toBe(memberKey('user:kelvin@acme.dev'));
  const { removed, added } = merge(wanted(['kelvin@acme.dev']), ours(kelvin));
  expect([added, removed.length]).toEqual([['user:kelvin@acme.dev'], 1]);
});

test('a member has a kind and a name', () => {
  expect(
    ['user:a@b.c', 'serviceAccount:a@b.c', 'ALLUSERS', 'deleted:user:x', 'principalSet://x', 'projectOwner:p'].map(
      memberKind,
    ),
  ).toEqual(['person', 'serviceAccount', 'public', 'deleted', 'other', 'other']);
  expect(['domain:acme.dev', 'principal://a:b', 'allUsers'].map(memberName)).toEqual([
    'acme.dev',
    'principal://a:b',
    'allUsers',
  ]);
});

test('the last day is the one before the exclusive end, in the zone in which the end is written', () => {
  expect(lastDay('2027-01-01T00:00:00Z')).toBe('2026-12-31');
  expect(lastDay('2028-03-01T00:00:00Z')).toBe('2028-02-29');
  expect(lastDay('2027-01-01T00:00:00-05:00')).toBe('2026-12-31');
  expect(lastDay('2027-01-01T00:00:00+01:00')).toBe('2026-12-31');
});

test('a hostile note never leaves the users file, and a hostile foreign member stays text', () => {
  const note = `=HYPERLINK("http://evil") |@all@| <img src=x onerror=alert(1)> \`$(rm -rf)\``;
  const yaml = { path: 'users.yaml', text: `users: [{email: ada@acme.dev, note: ${JSON.stringify(note)}}]\n` };
  const csv = {
    path: 'b.csv',
    text: `email,note\nbo@acme.dev,"${note.replaceAll('"', '""')}"\n=cmd|' /C calc'!A0,x\n`,
  };
  const { principals, diagnostics } = loadUsers([yaml, csv]);
  expect(diagnostics.map(({ rule }) => rule)).toContain('person-format');
  const hostile = 'user:<b>|`x`|@evil.dev';
  const change = merge(wanted(principals), ours(hostile));
  expect(change.policy.bindings).toEqual([ours('user:ada@acme.dev', 'user:bo@acme.dev')]);
  expect(JSON.stringify(change)).not.toContain('HYPERLINK');
  expect(change.members.find(({ action }) => action === 'remove')?.member).toBe(hostile);
});
