import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareGroup, type DesiredGroup, type GroupChange } from '../../../../src/access/group/diff.js';
import { addressKey, type GroupMember } from '../../../../src/access/group/membership-api.js';
import type { Principal } from '../../../../src/access/users/load.js';
import { principal } from '../../../support/people.js';

const NOW = new Date('2026-11-24T12:00:00Z');
const GROUP = 'hub-users@acme.dev';
const ADDRESSES = ['ada@acme.dev', 'grace@acme.dev', 'alan@acme.dev', 'ed.sger@gmail.com', 'ml@acme.dev'] as const;
const SELF = 'research-sync@p.iam.gserviceaccount.com';

const wanted = (principals: readonly (Principal | string)[], more: Partial<DesiredGroup> = {}): DesiredGroup => ({
  hub: 'research',
  group: GROUP,
  principals: principals.map((one) => (typeof one === 'string' ? principal(one) : one)),
  blocked: [],
  mode: 'authoritative',
  adopted: true,
  added: [],
  self: undefined,
  ...more,
});
const member = (address: string, more: Partial<GroupMember> = {}): GroupMember => ({
  resource: `groups/g/memberships/${address.length}`,
  address,
  kind: 'person',
  manages: false,
  ...more,
});

const ends = fc.constantFrom(undefined, '2027-01-01T00:00:00Z', '2026-11-24T12:00:00Z', '2020-01-01T00:00:00Z');
const listed = fc.oneof(
  fc
    .tuple(fc.constantFrom(...ADDRESSES), fc.constantFrom('person', 'group', 'serviceAccount'), ends)
    .map(([name, kind, until]) => principal(name, { kind: kind as Principal['kind'], until })),
  fc.constantFrom(principal('acme.dev', { kind: 'domain' }), principal(GROUP, { kind: 'group' })),
);
const inGroup = fc
  .tuple(
    fc.constantFrom(...ADDRESSES, 'edsger@gmail.com', 'ADA@acme.dev', SELF, 'boss@acme.dev', '"C01abc"'),
    fc.boolean(),
  )
  .map(([address, manages]) => member(address, { manages, kind: address.includes('@') ? 'person' : 'other' }));
// A group has each address once.
const live = fc.uniqueArray(inGroup, { selector: ({ address }) => addressKey(address), maxLength: 8 });
const anyWanted = fc
  .record({
    principals: fc.array(listed, { maxLength: 8 }),
    blocked: fc.subarray([...ADDRESSES]),
    mode: fc.constantFrom('authoritative', 'additive'),
    adopted: fc.boolean(),
    added: fc.subarray([...ADDRESSES, 'boss@acme.dev']),
    self: fc.constantFrom(undefined, SELF),
  })
  .map(({ principals, ...more }) => wanted(principals, more as Partial<DesiredGroup>));

/** The group after the changes, as Google would have it. */
function applied(members: readonly GroupMember[], { changes }: GroupChange): GroupMember[] {
  const gone = new Set(changes.flatMap(({ live: one }) => (one === undefined ? [] : [one])));
  const come = changes.filter(({ action }) => action === 'add').map(({ address }) => member(address));
  return [...members.filter((one) => !gone.has(one)), ...come];
}

/** Who the files let in now, told apart from the code under test. */
function mayEnter({ principals, blocked }: DesiredGroup): Set<string> {
  const found = new Set<string>();
  // An address that is listed twice in one kind counts as it is listed first.
  const seen = new Set<string>();
  for (const { kind, name, until } of principals) {
    if (seen.has(`${kind} ${addressKey(name)}`)) continue;
    seen.add(`${kind} ${addressKey(name)}`);
    const isOver = until !== undefined && new Date(until) <= NOW;
    if (kind !== 'domain' && name !== GROUP && !isOver && !blocked.includes(name)) found.add(addressKey(name));
  }
  return found;
}

const keys = (members: readonly GroupMember[]): string[] => members.map(({ address }) => addressKey(address)).sort();

describe('whatever the group and the files,', () => {
  test('the changes leave the listed members, the administrators of the group, and nobody else', () => {
    fc.assert(
      fc.property(live, anyWanted, (members, some) => {
        const want: DesiredGroup = { ...some, mode: 'authoritative' };
        const after = applied(members, compareGroup(want, members, NOW));
        const stay = members.filter(({ manages, address }) => manages || address === want.self);
        expect(keys(after)).toEqual([...new Set([...mayEnter(want), ...keys(stay)])].sort());
      }),
    );
  });

  test('additive mode removes only members that this hub added', () => {
    fc.assert(
      fc.property(live, anyWanted, (members, some) => {
        const want: DesiredGroup = { ...some, mode: 'additive' };
        const after = applied(members, compareGroup(want, members, NOW));
        const ours = new Set(want.added.map(addressKey));
        const stay = members.filter(({ manages, address }) => {
          return manages || address === want.self || !ours.has(addressKey(address));
        });
        expect(keys(after)).toEqual([...new Set([...mayEnter(want), ...keys(stay)])].sort());
      }),
    );
  });

  test('owners, managers and the identity that runs are never removed', () => {
    fc.assert(
      fc.property(live, anyWanted, (members, want) => {
        for (const { live: one } of compareGroup(want, members, NOW).changes) {
          expect([one?.manages ?? false, one?.address === want.self && want.self !== undefined]).toEqual([
            false,
            false,
          ]);
        }
      }),
    );
  });

  test('a second comparison has nothing to do', () => {
    fc.assert(
      fc.property(live, anyWanted, (members, want) => {
        const after = applied(members, compareGroup(want, members, NOW));
        expect(compareGroup(want, after, NOW)).toMatchObject({ changes: [], refusal: undefined });
      }),
    );
  });

  test('before adoption, removing an unlisted member is refused, and no other removal', () => {
    fc.assert(
      fc.property(live, anyWanted, (members, some) => {
        const want: DesiredGroup = { ...some, mode: 'authoritative', adopted: false };
        const { changes, refusal } = compareGroup(want, members, NOW);
        const named = new Set(want.principals.map(({ name }) => addressKey(name)));
        const lost = changes.filter(({ live: one }) => {
          return one !== undefined && !named.has(addressKey(one.address));
        });
        expect(refusal?.members ?? []).toEqual(lost.map(({ member: text }) => text));
      }),
    );
  });
});

describe('a change of a group', () => {
  test('names the entry, the group and the reason', () => {
    const at = { file: 'users.yaml', line: 2 };
    const over = principal('grace@acme.dev', { until: '2026-11-01T00:00:00Z' });
    const members = ['alan@acme.dev', 'boss@acme.dev', 'grace@acme.dev', 'Old@acme.dev'].map((one) => {
      return member(one, { manages: one.startsWith('boss') });
    });
    const files = ['ada@acme.dev', over, 'alan@acme.dev', principal('ml@acme.dev', { kind: 'group' })];
    const { changes, administrators } = compareGroup(wanted(files, { blocked: ['alan@acme.dev'] }), members, NOW);
    expect(changes.map(({ action, member: text, reason }) => [action, text, reason])).toEqual([
      ['remove', 'user:old@acme.dev', { code: 'group-member-unlisted', group: GROUP }],
      ['remove', 'user:alan@acme.dev', { code: 'group-member-revoked', ...at, group: GROUP }],
      [
        'remove',
        'user:grace@acme.dev',
        { code: 'group-member-ended', ...at, group: GROUP, until: '2026-11-01T00:00:00Z' },
      ],
      ['add', 'user:ada@acme.dev', { code: 'not-in-group', ...at, group: GROUP }],
      ['add', 'group:ml@acme.dev', { code: 'not-in-group', ...at, group: GROUP }],
    ]);
    expect(administrators).toEqual(['boss@acme.dev']);
  });

  test('that is refused says how to remove a member that no users file can list', () => {
    const everybody = member('"C0123"', { kind: 'other' });
    const { refusal } = compareGroup(wanted(['ada@acme.dev'], { adopted: false }), [everybody], NOW);
    expect(refusal?.members).toEqual(['"C0123"']);
    expect(refusal?.hint).toMatch(
      /^No users file can list "C0123": remove it from hub-users@acme\.dev in the Admin console/,
    );
  });

  test('that is refused names the group, the members and what to do', () => {
    const { refusal } = compareGroup(wanted(['ada@acme.dev'], { adopted: false }), [member('alan@acme.dev')], NOW);
    expect(refusal?.message).toBe(
      `The Google group ${GROUP} already has 1 member whom the users files do not list: user:alan@acme.dev. Nothing was written`,
    );
    expect([refusal?.where, refusal?.hint]).toEqual([
      'jupyterhub.yaml: access.entry.group',
      expect.stringMatching(/--adopt.*additive/),
    ]);
  });
});
