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

describe('the next member list', () => {
  test('is sorted, and the first has generation 1', () => {
    expect(nextMemberList(undefined, LISTED)).toEqual(list(1, [ADA, GUEST]));
  });

  test('is the live one while nobody changes, whatever the order of the file', () => {
    const live = list(7, [ADA, GUEST]);
    expect(nextMemberList(live, LISTED)).toBe(live);
    expect(nextMemberList(live, [...LISTED].reverse())).toBe(live);
    expect(nextMemberList(live, LISTED.slice(1))).toEqual(list(8, [ADA]));
  });

  test('has all kinds of principals, in one order', () => {
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
    ['reserved for the hub', 'jupyterhub-gke-admins'],
    ['reserved for the hub', 'jupyterhub-gke'],
    ['not a valid group name', 'ML'],
    ['not a valid group name', 'm\u200bl'],
    ['not a valid group name', '\u0440ole'],
    ['not a valid group name', ''],
  ])('refuses a group that is %s: %j', (why, group) => {
    const one = entry('person', 'bob@acme.dev', { groups: [group] });
    const making = () => nextMemberList(undefined, [one]);
    expect(making).toThrow(why);
    expect(making).toThrow(expect.objectContaining({ where: 'users.yaml:2:3' }));
  });

  test('may not have a person twice or with too many groups, which the hub would refuse', () => {
    expect(() => nextMemberList(undefined, [principal('a@acme.dev'), principal('a@acme.dev')])).toThrow('listed twice');
    const groups = Array.from({ length: 101 }, (_, index) => `group-${index}`);
    expect(() => nextMemberList(undefined, [entry('person', 'a@acme.dev', { groups })])).toThrow('101 groups');
  });

  test.each([
    ['o"brien@acme.dev', {}, 'has no valid e-mail address'],
    ['bob@acme.dev', { until: '0999-01-02T00:00:00Z' }, 'has an end that is not an instant of the calendar'],
    ['bob@acme.dev', { until: '2027-02-30T00:00:00Z' }, 'has an end that is not an instant of the calendar'],
  ])('is not written with an entry that the hub cannot read, and its line is named: %s %j', (name, more, problem) => {
    const location = { file: 'users.yaml', line: 14, column: 5, length: 1 };
    const making = () => nextMemberList(undefined, [...LISTED, principal(name, { ...more, location })].slice(-2));
    expect(making).toThrow(`The hub could not read the entry of ${name}: it ${problem}`);
    expect(making).toThrow(expect.objectContaining({ where: 'users.yaml:14:5' }));
  });

  test('is not written with an account in two spellings, which the hub would refuse', () => {
    const twice = [principal('a.da@gmail.com'), principal('ada@googlemail.com')];
    expect(() => nextMemberList(undefined, twice)).toThrow('it is an account that is listed twice');
    expect(() => nextMemberList(undefined, [entry('domain', 'acme')])).toThrow(
      'it has a domain that is not a host name',
    );
  });

  test.each([-5, Number.MAX_SAFE_INTEGER])(
    'starts anew after a generation that the hub could not follow: %d',
    (one) => {
      const live = parseMemberList(memberListText(list(one, [ADA])));
      expect(nextMemberList(live, LISTED)).toEqual(list(1, [ADA, GUEST]));
    },
  );

  test('fits a ConfigMap with 1,500 people in ten groups each, and is refused if it does not fit', () => {
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
      /1500 people needs \d{4} KiB, but a ConfigMap holds 1024 KiB/,
    );
  });
});

describe('a member list in the cluster', () => {
  const full = list(7, [ADA, { ...GUEST, admin: 'full', groups: ['ml'] }], { domains: ['acme.dev'], trustsIap: true });

  test.each([list(1, []), list(7, [ADA, GUEST]), full])('is read as it was written', (one) => {
    expect(parseMemberList(memberListText(one))).toEqual(one);
  });

  test('of an older version is read, and not written while nobody changes', () => {
    const people = [ADA, GUEST].map(({ email, admin, until }) => ({ email, admin, until }));
    const live = parseMemberList(JSON.stringify({ generation: 7, people }, null, 1));
    expect(live).toEqual(list(7, [ADA, GUEST]));
    expect(nextMemberList(live, LISTED)).toBe(live);
  });

  test.each([true, false])(
    'of the previous version says by trustsDoor whether the hub trusts IAP: %s',
    (trustsDoor) => {
      const text = JSON.stringify({ generation: 7, people: [ADA], domains: [], trustsDoor });
      const live = parseMemberList(text);
      expect(live).toEqual(list(7, [ADA], { trustsIap: trustsDoor }));
      const both = parseMemberList(text.replace('"trustsDoor"', `"trustsIap":${!trustsDoor},"trustsDoor"`));
      expect(both?.trustsIap).toBe(!trustsDoor);
    },
  );

  test('also has the key of the previous version: apply upgrades the hub only later', () => {
    expect(JSON.parse(memberListText(full))).toMatchObject({ trustsIap: true, trustsDoor: true });
    expect(memberListText(list(7, [ADA]))).not.toContain('trustsDoor');
  });

  test('has no keys with their default', () => {
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
  ])('is undefined if the text is not a list: %s', (text) => expect(parseMemberList(text)).toBeUndefined());

  test.each([
    ['a text instead of a list', '"ada"'],
    ['null instead of a person', '[null]'],
    ['no address', '[{"admin": false, "until": null}]'],
    ['an end that is not a time', '[{"email": "a@acme.dev", "admin": false, "until": "soon"}]'],
    ['an invalid right', '[{"email": "a@acme.dev", "admin": "yes", "until": null}]'],
    ['groups that are not a list', '[{"email": "a@acme.dev", "admin": false, "until": null, "groups": "ml"}]'],
    ['a group that is not a text', '[{"email": "a@acme.dev", "admin": false, "until": null, "groups": [1]}]'],
    ['domains that are not a list', '[], "domains": "acme.dev"'],
    ['a domain that is not a text', '[], "domains": [null]'],
    ['a trust that is not a boolean', '[], "trustsIap": 1'],
    ['a trust of the previous version that is not a boolean', '[], "trustsDoor": 1'],
  ])('with %s is written again with the next generation', (_, people) => {
    const live = parseMemberList(`{"generation": 41, "people": ${people}}`);
    const next = nextMemberList(live, LISTED);
    expect(next.generation).toBe(42);
    expect(memberListChanges(live, next, LISTED, new Date('2026-11-01T00:00:00Z')).map(({ action }) => action)).toEqual(
      ['create', 'create'],
    );
  });
});
