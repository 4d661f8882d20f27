import { describe, expect, test } from '@jest/globals';
import { type MemberList, memberListChanges, nextMemberList, parseMemberList } from '../../../src/access/members.js';
import { person } from './people.js';

const END = '2027-01-01T00:00:00Z';
const ADA = { email: 'ada@acme.dev', admin: true, until: null };
const GUEST = { email: 'guest@acme.dev', admin: false, until: END };
const LISTED = [person('guest@acme.dev', { until: END }), person('ada@acme.dev', { admin: true })];

describe('the next list', () => {
  test('is sorted, and the first has generation 1', () => {
    expect(nextMemberList(undefined, LISTED)).toEqual({ generation: 1, people: [ADA, GUEST] });
  });

  test('is the live one, in whatever order the file stands, as long as nobody changed', () => {
    const live: MemberList = { generation: 7, people: [ADA, GUEST] };
    expect(nextMemberList(live, LISTED)).toBe(live);
    expect(nextMemberList(live, [...LISTED].reverse())).toBe(live);
    expect(nextMemberList(live, LISTED.slice(1))).toEqual({ generation: 8, people: [ADA] });
  });
});

describe('a list in the cluster', () => {
  test('comes back as it was written', () => {
    const list: MemberList = { generation: 7, people: [ADA, GUEST] };
    expect(parseMemberList(JSON.stringify(list))).toEqual(list);
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
  ])('that is none counts as none: %s', (text) => expect(parseMemberList(text)).toBeUndefined());

  test.each([
    ['no list', '"ada"'],
    ['nobody', '[null]'],
    ['no address', '[{"admin": false, "until": null}]'],
    ['an end that is no time', '[{"email": "a@acme.dev", "admin": false, "until": "soon"}]'],
    ['a right that is none', '[{"email": "a@acme.dev", "admin": "yes", "until": null}]'],
  ])('with %s in it is written anew, under a generation that only grows', (_, people) => {
    const live = parseMemberList(`{"generation": 41, "people": ${people}}`);
    const next = nextMemberList(live, LISTED);
    expect(next.generation).toBe(42);
    expect(memberListChanges(live, next, LISTED).map(({ action }) => action)).toEqual(['create', 'create']);
  });
});

describe('changes of a list', () => {
  const changes = (live: MemberList | undefined, listed = LISTED) =>
    memberListChanges(live, nextMemberList(live, listed), listed);

  test('are none where the list stays', () => {
    expect(changes({ generation: 1, people: [ADA, GUEST] })).toEqual([]);
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
    const [change, ...more] = changes({ generation: 1, people: [ADA, GUEST] }, LISTED.slice(1));
    expect(more).toEqual([]);
    expect(change).toMatchObject({
      action: 'delete',
      address: 'guest@acme.dev',
      attributes: [{ before: 'user, until 2026-12-31' }],
    });
    expect(change?.note).toContain('the home is kept');
  });

  test('say whose rights or end differ', () => {
    const live = {
      generation: 1,
      people: [
        { ...ADA, admin: false },
        { ...GUEST, until: null },
      ],
    };
    expect(
      changes(live).map(({ action, attributes }) => [action, attributes[0]?.before, attributes[0]?.after]),
    ).toEqual([
      ['update', 'user', 'admin'],
      ['update', 'user', 'user, until 2026-12-31'],
    ]);
  });
});
