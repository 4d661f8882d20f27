import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type AccessEntry,
  bindingsOf,
  type DesiredAccess,
  desiredGrants,
  iamMember,
} from '../../../../src/access/iap/desired.js';
import { mergePolicy } from '../../../../src/access/iap/merge.js';
import { ALWAYS, conditionTitle, endKey, partitionPolicy } from '../../../../src/access/iap/ownership.js';
import { ACCESSOR_ROLE, type Binding, memberKey, type Policy } from '../../../../src/access/iap/policy.js';
import { principal, wanted } from '../../../support/people.js';

const NOW = new Date('2026-11-24T12:00:00Z');
const END = '2027-01-01T00:00:00Z';
const TITLE = conditionTitle('research');
const until = (end: string): string => `request.time < timestamp("${end}")`;

const email = fc.constantFrom('ada@acme.dev', 'grace@acme.dev', 'alan@acme.dev', 'ed.sger@gmail.com');
const ends = fc.constantFrom(undefined, END, '2028-02-29T00:00:00Z', '2026-11-24T12:00:00Z', '2020-01-01T00:00:00Z');
const principals = fc.array(
  fc.oneof(
    fc.tuple(email, ends).map(([name, end]) => principal(name, { until: end })),
    fc.tuple(fc.constantFrom('ml@acme.dev', 'ada@acme.dev'), ends).map(([name, end]) => {
      return principal(name, { kind: 'group', until: end });
    }),
    fc.constantFrom(principal('acme.dev', { kind: 'domain' }), principal('allusers', { kind: 'domain' })),
    fc.constant(principal('bot@p.iam.gserviceaccount.com', { kind: 'serviceAccount' })),
  ),
  { maxLength: 8 },
);
const member = fc.oneof(
  fc.tuple(email, fc.boolean()).map(([text, upper]) => `user:${upper ? text.toUpperCase() : text}`),
  fc.constantFrom(
    'user:edsger@gmail.com',
    'group:all@acme.dev',
    'allUsers',
    'allAuthenticatedUsers',
    'domain:acme.dev',
    'deleted:user:old@acme.dev?uid=1',
    'principal://iam.googleapis.com/locations/global/workforcePools/p/subject/S',
  ),
);
const condition = fc.constantFrom(
  { title: TITLE, expression: until(END) },
  { title: TITLE, expression: "request.time<timestamp('2027-01-01T01:00:00.000+01:00')" },
  { title: TITLE, expression: 'true' },
  { title: TITLE, expression: '' },
  // Some clients write null for none.
  null as unknown as { title: string; expression: string },
  { title: conditionTitle('other'), expression: until(END) },
  { title: `${TITLE} `, expression: until(END), description: 'almost ours', location: 'x' },
  { expression: 'false' },
);
const binding: fc.Arbitrary<Binding> = fc.record(
  {
    role: fc.constantFrom(ACCESSOR_ROLE, 'roles/iap.admin', `${ACCESSOR_ROLE}_withcond_0123456789abcdef0123`),
    members: fc.array(member, { maxLength: 4 }),
    condition,
    bindingId: fc.string(),
  },
  { requiredKeys: ['role'] },
);
const policy: fc.Arbitrary<Policy> = fc.record(
  {
    version: fc.constantFrom(1, 3),
    etag: fc.constant('BwX'),
    bindings: fc.array(binding, { maxLength: 6 }),
    auditConfigs: fc.constant([{ service: 'iap.googleapis.com' }]),
  },
  { requiredKeys: [] },
);
const entry: fc.Arbitrary<AccessEntry> = fc.constantFrom(
  { kind: 'direct' },
  { kind: 'group', group: 'Research@acme.dev' },
  { kind: 'domain', domain: 'acme.dev' },
);
const anyWanted: fc.Arbitrary<DesiredAccess> = fc
  .record({
    principals,
    entry,
    mode: fc.constantFrom('authoritative', 'additive'),
    adopted: fc.boolean(),
    previous: fc.array(member, { maxLength: 5 }),
  })
  .map(({ principals: listed, ...more }) => wanted(listed, more));

/** Comparable member and end of all grants. */
const grantsOf = (bindings: readonly Binding[]): string[] => [
  ...new Set(
    bindings.flatMap(({ members = [], condition: some }) =>
      members.map((one) => `${memberKey(one)} ${some ? endKey(some.expression) : ALWAYS}`),
    ),
  ),
];
const sorted = (texts: readonly string[]): string[] => [...texts].sort();

describe('whatever the policy and the files,', () => {
  test('foreign bindings are written back equal and in order, unknown fields included', () => {
    fc.assert(
      fc.property(policy, anyWanted, (live, want) => {
        const copy = structuredClone(live);
        const { others } = partitionPolicy('research', copy);
        const { policy: next, foreign } = mergePolicy(want, live, NOW);
        expect(live).toEqual(copy);
        expect(next.bindings?.slice(0, others.length)).toEqual(others);
        expect({ ...next, version: 3, bindings: [] }).toEqual({ ...copy, version: 3, bindings: [] });
        expect(foreign).toHaveLength(others.flatMap(({ members = [] }) => members).length);
      }),
    );
  });

  test('authoritative mode grants the desired access and nothing else', () => {
    fc.assert(
      fc.property(policy, anyWanted, (live, some) => {
        const want: DesiredAccess = { ...some, mode: 'authoritative' };
        const { ours } = partitionPolicy('research', mergePolicy(want, live, NOW).policy);
        const wantedBindings = bindingsOf('research', desiredGrants(want, NOW).values());
        expect(sorted(grantsOf(ours))).toEqual(sorted(grantsOf(wantedBindings)));
        expect(ours.flatMap(({ members = [] }) => members)).not.toEqual(
          expect.arrayContaining([expect.stringMatching(/^(all|deleted:)/i)]),
        );
      }),
    );
  });

  test('additive mode grants the desired access, and removes only grants of our lists or with our title', () => {
    fc.assert(
      fc.property(policy, anyWanted, (live, some) => {
        const want: DesiredAccess = { ...some, mode: 'additive' };
        const { policy: next } = mergePolicy(want, live, NOW);
        const after = grantsOf(partitionPolicy('research', next).ours);
        const desired = grantsOf(bindingsOf('research', desiredGrants(want, NOW).values()));
        const previous = new Set(want.previous.map(memberKey));
        const kept = grantsOf(partitionPolicy('research', live).ours.filter(({ condition: c }) => !c)).filter(
          (grant) => !grant.startsWith('deleted:') && !previous.has(grant.slice(0, grant.lastIndexOf(' '))),
        );
        expect(sorted(after)).toEqual(sorted([...new Set([...desired, ...kept])]));
      }),
    );
  });

  test('the reported difference turns the old grants into the new ones', () => {
    fc.assert(
      fc.property(policy, anyWanted, (live, want) => {
        const change = mergePolicy(want, live, NOW);
        const keys = (some: Policy): Set<string> =>
          new Set(
            partitionPolicy('research', some)
              .ours.flatMap(({ members = [] }) => members)
              .map(memberKey),
          );
        const expected = keys(live);
        for (const one of [...expected]) if (one.startsWith('deleted:')) expected.delete(one);
        for (const { member: one, action } of change.members) {
          if (action === 'add') expected.add(memberKey(one));
          if (action === 'remove') expected.delete(memberKey(one));
        }
        expect(sorted([...keys(change.policy)])).toEqual(sorted([...expected]));
      }),
    );
  });

  test('a second merge has nothing to do, in whatever spelling Google returns names and ends', () => {
    fc.assert(
      fc.property(policy, anyWanted, fc.boolean(), (live, want, respelt) => {
        const { policy: next } = mergePolicy(want, live, NOW);
        const bindings = respelt ? (next.bindings ?? []).map(respell) : (next.bindings ?? []);
        const again = mergePolicy(want, { ...next, bindings }, NOW);
        expect(again).toMatchObject({ changed: false, added: [], removed: [], rescheduled: [], refusal: undefined });
      }),
    );
  });

  test('nobody has access longer than listed, and nobody after the end', () => {
    fc.assert(
      fc.property(principals, (listed) => {
        for (const { member: one, until: end } of desiredGrants(wanted(listed), NOW).values()) {
          const first = listed.find((some) => iamMember(some) === one);
          expect([first === undefined, first?.until]).toEqual([false, end]);
          if (end !== undefined) expect(Date.parse(end)).toBeGreaterThan(NOW.getTime());
        }
      }),
    );
  });
});

/** As another client might write the same: names in capitals, Gmail without dots, ends at another offset. */
function respell({ role, members, condition: some, ...rest }: Binding): Binding {
  if (role !== ACCESSOR_ROLE) return { role, ...rest, ...(members && { members }), ...(some && { condition: some }) };
  const isEnd = some?.title === TITLE && endKey(some.expression).startsWith('until ');
  const expression = some?.expression.replace(/T00:00:00Z/, 'T02:00:00.000000000+02:00') ?? '';
  return {
    role,
    ...rest,
    ...(members && {
      members: members.map((one) =>
        one.startsWith('user:') ? one.replace('ed.sger', 'edsger').toUpperCase().replace('USER:', 'user:') : one,
      ),
    }),
    ...(some && { condition: isEnd ? { ...some, expression } : some }),
  };
}
