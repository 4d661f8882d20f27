import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { memberListText } from '../../../../src/access/hub/member-list.js';
import { unreadableList } from '../../../../src/access/hub/readable.js';
import { dayAfter, lastDay } from '../../../../src/access/users/day.js';
import { addressFault } from '../../../../src/access/users/email.js';
import { isAddress, isDomain, isGroupName, isInstant } from '../../../../src/access/users/grammar.js';

interface Cases {
  readonly valid: readonly string[];
  readonly invalid: readonly string[];
}

/** The hub's reader is tested with the same table: test/python/test_members_grammar.py. */
const TABLE = JSON.parse(readFileSync('test/fixtures/people-grammar.json', 'utf8')) as {
  readonly addresses: Cases;
  readonly domains: Cases;
  readonly groups: Cases;
  readonly instants: Cases;
  readonly days: {
    readonly valid: readonly { readonly day: string; readonly timezone: string; readonly until: string }[];
    readonly invalid: readonly string[];
  };
};

const kindOf = (address: string) => (address.endsWith('.gserviceaccount.com') ? 'serviceAccount' : 'person');

/** What the writer's copy of the hub's rules says about a list of one person. */
const readAs = (person: object) =>
  unreadableList(JSON.stringify({ generation: 1, people: [{ email: 'ada@acme.dev', ...person }] }));

describe('the grammar that the users files share with the hub', () => {
  test.each(TABLE.addresses.valid)('takes the address %j', (email) => {
    expect([isAddress(email), addressFault(kindOf(email), email), readAs({ email })]).toEqual([
      true,
      undefined,
      undefined,
    ]);
  });

  test.each(TABLE.addresses.invalid)('refuses the address %j', (email) => {
    expect(isAddress(email)).toBe(false);
    expect(addressFault('person', email)?.message).toContain('"');
    expect(readAs({ email })).toEqual({ problem: 'has no valid e-mail address', entry: 0 });
  });

  test('takes and refuses domains and groups by the table', () => {
    expect(TABLE.domains.valid.filter((one) => !isDomain(one) || addressFault('domain', one))).toEqual([]);
    expect(TABLE.domains.invalid.filter((one) => isDomain(one) || !addressFault('domain', one))).toEqual([]);
    expect(TABLE.groups.valid.filter((one) => !isGroupName(one) || readAs({ groups: [one] }))).toEqual([]);
    expect(TABLE.groups.invalid.filter((one) => isGroupName(one) || !readAs({ groups: [one] }))).toEqual([]);
  });

  test.each(TABLE.days.valid)('ends the day $day in $timezone at $until', ({ day, timezone, until }) => {
    expect(dayAfter(day, timezone)).toBe(until);
    expect(lastDay(until)).toBe(day);
    expect(readAs({ until })).toBeUndefined();
  });

  test('has no end for a text that is not a day of the calendar from 1900 to 9998', () => {
    expect(TABLE.days.invalid.filter((day) => dayAfter(day) !== undefined)).toEqual([]);
  });

  test('takes and refuses instants by the table', () => {
    expect(TABLE.instants.valid.filter((until) => !isInstant(until) || readAs({ until }))).toEqual([]);
    expect(TABLE.instants.invalid.filter((until) => isInstant(until) || !readAs({ until }))).toEqual([]);
  });
});

describe("the writer's copy of the hub's rules", () => {
  const list = { generation: 7, people: [], domains: [], trustsIap: false };

  test.each([
    ['is larger than a ConfigMap', ' '.repeat(1024 * 1024 + 1)],
    ['has no people', ''],
    ['has no people', 'null'],
    ['has no people', '{"generation":1}'],
    ['has no generation', memberListText({ ...list, generation: -1 })],
    ['has no generation', memberListText({ ...list, generation: 2 ** 53 })],
    ['has a domain that is not a host name', memberListText({ ...list, domains: ['acme'] })],
    ['has a trustsIap that is neither true nor false', memberListText({ ...list, trustsIap: 1 as never })],
  ])('say that a list %s', (problem, text) => {
    expect(unreadableList(text)).toEqual({ problem });
  });

  test.each([
    ['is an account that is listed twice', [{ email: 'a.da@gmail.com' }, { email: 'ada@googlemail.com' }]],
    ['has more than 100 groups', [{ email: 'a@acme.dev' }, { email: 'b@acme.dev', groups: Array(101).fill('g') }]],
    ['has an admin that is neither', [{ email: 'a@acme.dev' }, { email: 'b@acme.dev', admin: 'no' }]],
    ['has no valid e-mail address', [{ email: 'a@acme.dev' }, null]],
  ])('name the entry that %s', (problem, people) => {
    const fault = unreadableList(JSON.stringify({ generation: 1, people }));
    expect(fault).toEqual({ problem: expect.stringContaining(problem), entry: 1 });
  });
});
