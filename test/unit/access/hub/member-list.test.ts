import { describe, expect, test } from '@jest/globals';
import {
  type Member,
  type MemberList,
  memberListChanges,
  memberListText,
  nextMemberList,
  parseMemberList,
} from '../../../../src/access/hub/member-list.js';
import { entry, principal } from '../../../support/people.js';

const END = '2027-01-01T00:00:00Z';
const ADA: Member = { email: 'ada@acme.dev', admin: true, until: null, groups: [] };
const GUEST: Member = { email: 'guest@acme.dev', admin: false, until: END, groups: [] };
const LISTED = [principal('guest@acme.dev', { until: END }), principal('ada@acme.dev', { admin: true })];
const list = (generation: number, people: readonly Member[], more: Partial<MemberList> = {}): MemberList => ({
  generation,
  people,
  domains: [],
  trustsIap: false,
  ...more,
});

describe('the next list', () => {
  test('is sorted, and the first has generation 1', () => {
    expect(nextMemberList(undefined, LISTED)).toEqual(list(1, [ADA, GUEST]));
  });

  test('is the live one, in whatever order the file stands, as long as nobody changed', () => {
    const live = list(7, [ADA, GUEST]);
    expect(nextMemberList(live, LISTED)).toBe(live);
    expect(nextMemberList(live, [...LISTED].reverse())).toBe(live);
    expect(nextMemberList(live, LISTED.slice(1))).toEqual(list(8, [ADA]));
  });

  test('has all kinds that a users file lists, in one order', () => {
    const robot = 'robot@acme-research.iam.gserviceaccount.com';
    const principals = [
      entry('person', 'bob@acme.dev', { admin: 'full', groups: ['vision', 'ml', 'ml'] }),
      entry('domain', 'other.dev'),
      entry('serviceAccount', robot),
      entry('domain', 'acme.dev'),
      entry('group', 'team@acme.dev'),
    ];
    const wanted = nextMemberList(undefined, principals);
    expect(wanted).toEqual(
      list(
        1,
        [
          { email: 'bob@acme.dev', admin: 'full', until: null, groups: ['ml', 'vision'] },
          { email: robot, admin: false, until: null, groups: [] },
        ],
        { domains: ['acme.dev', 'other.dev'], trustsIap: true },
      ),
    );
    expect(nextMemberList(wanted, [...principals].reverse())).toBe(wanted);
    expect(nextMemberList(wanted, principals.slice(0, 4))).toMatchObject({ generation: 2, trustsIap: false });
    expect(nextMemberList(wanted, principals.slice(1)).generation).toBe(2);
  });

  test.each([
    ['one of the hub’s own', 'jupyterhub-gke-admins'],
    ['one of the hub’s own', 'jupyterhub-gke'],
    ['not a name of a group', 'ML'],
    ['not a name of a group', 'm\u200bl'],
    ['not a name of a group', '\u0440ole'],
    ['not a name of a group', ''],
  ])('refuses a group that is %s: %j', (why, group) => {
    const one = entry('person', 'bob@acme.dev', { groups: [group] });
    const making = () => nextMemberList(undefined, [one]);
    expect(making).toThrow(why);
    expect(making).toThrow(expect.objectContaining({ where: 'users.yaml:2:3' }));
  });

  test('refuses what the hub would refuse whole: somebody twice, or with too many groups', () => {
    expect(() => nextMemberList(undefined, [principal('a@acme.dev'), principal('a@acme.dev')])).toThrow('listed twice');
    const groups = Array.from({ length: 101 }, (_, index) => `group-${index}`);
    expect(() => nextMemberList(undefined, [entry('person', 'a@acme.dev', { groups })])).toThrow('101 groups');
  });

  test('fits a ConfigMap with 1,500 people in ten groups each, and is refused where it does not', () => {
    const class_ = (groups: number, length: number) =>
      Array.from({ length: 1500 }, (_, index) =>
        entry('person', `student-${index}@students.university.example`, {
          groups: Array.from({ length: groups }, (_, group) => `${group}-`.padEnd(length, 'x')),
          until: END,
        }),
      );
    const text = memberListText(nextMemberList(undefined, class_(10, 24)));
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
    expect(text.split('\n')).toHaveLength(1503);
    expect(() => nextMemberList(undefined, class_(20, 64))).toThrow(
      /1500 people takes \d{4} KiB; a ConfigMap holds 1024/,
    );
  });
});

describe('a list in the cluster', () => {
  const full = list(7, [ADA, { ...GUEST, admin: 'full', groups: ['ml'] }], { domains: ['acme.dev'], trustsIap: true });

  test.each([list(1, []), list(7, [ADA, GUEST]), full])('comes back as it was written', (one) => {
    expect(parseMemberList(memberListText(one))).toEqual(one);
  });

  test('of an older version is read, and left alone while nobody changed', () => {
    const people = [ADA, GUEST].map(({ email, admin, until }) => ({ email, admin, until }));
    const live = parseMemberList(JSON.stringify({ generation: 7, people }, null, 1));
    expect(live).toEqual(list(7, [ADA, GUEST]));
    expect(nextMemberList(live, LISTED)).toBe(live);
  });

  test.each([true, false])(
    'of the version before says by trustsDoor whether the hub trusts IAP alone: %s',
    (trustsDoor) => {
      const text = JSON.stringify({ generation: 7, people: [ADA], domains: [], trustsDoor });
      const live = parseMemberList(text);
      expect(live).toEqual(list(7, [ADA], { trustsIap: trustsDoor }));
      const both = parseMemberList(text.replace('"trustsDoor"', `"trustsIap":${!trustsDoor},"trustsDoor"`));
      expect(both?.trustsIap).toBe(!trustsDoor);
    },
  );

  test('tells a hub of the version before, which an apply upgrades only later, that IAP alone is trusted', () => {
    expect(JSON.parse(memberListText(full))).toMatchObject({ trustsIap: true, trustsDoor: true });
    expect(memberListText(list(7, [ADA]))).not.toContain('trustsDoor');
  });

  test('says nothing of what the hub takes for granted', () => {
    const [, ada, guest] = memberListText(full).split('\n');
    expect(ada).toBe('{"email":"ada@acme.dev","admin":true,"until":null},');
    expect(guest).toContain('"admin":"full"');
    expect(guest).toContain('"groups":["ml"]');
  });

  test.each([
    undefined,
    '',
    '{',
    'null',
    '[]',
    '5',
    '{"people": []}',
    '{"generation": 1.5, "people": []}',
    '{"generation": "1"}',
    '{"generation": NaN, "people": []}',
    '{"generation": 1e400, "people": []}',
    '{"generation": 9007199254740992, "people": []}',
  ])('that is none counts as none: %s', (text) => expect(parseMemberList(text)).toBeUndefined());

  test.each([
    ['no list', '"ada"'],
    ['nobody', '[null]'],
    ['no address', '[{"admin": false, "until": null}]'],
    ['an end that is no time', '[{"email": "a@acme.dev", "admin": false, "until": "soon"}]'],
    ['a right that is none', '[{"email": "a@acme.dev", "admin": "yes", "until": null}]'],
    ['groups that are none', '[{"email": "a@acme.dev", "admin": false, "until": null, "groups": "ml"}]'],
    ['a group that is none', '[{"email": "a@acme.dev", "admin": false, "until": null, "groups": [1]}]'],
    ['domains that are none', '[], "domains": "acme.dev"'],
    ['a domain that is none', '[], "domains": [null]'],
    ['a trust that is none', '[], "trustsIap": 1'],
    ['a trust of the version before that is none', '[], "trustsDoor": 1'],
  ])('with %s in it is written anew, under a generation that only grows', (_, people) => {
    const live = parseMemberList(`{"generation": 41, "people": ${people}}`);
    const next = nextMemberList(live, LISTED);
    expect(next.generation).toBe(42);
    expect(memberListChanges(live, next, LISTED).map(({ action }) => action)).toEqual(['create', 'create']);
  });
});
