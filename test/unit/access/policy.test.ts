import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  ACCESSOR_ROLE,
  type Binding,
  conditionTitle,
  desiredBindings,
  lastDay,
  memberChanges,
  mergePolicy,
  type Policy,
} from '../../../src/access/policy.js';
import { person } from './people.js';

const NOW = new Date('2026-11-24T12:00:00Z');
const END = '2027-01-01T00:00:00Z';
const TITLE = conditionTitle('research');
const expression = `request.time < timestamp("${END}")`;
const ours = (...members: string[]): Binding => ({ role: ACCESSOR_ROLE, members });
const foreign: Binding = {
  role: ACCESSOR_ROLE,
  members: ['group:auditors@acme.dev'],
  condition: { title: 'office hours', expression: 'request.time.getHours() < 18' },
};
const otherRole: Binding = { role: 'roles/iap.admin', members: ['user:ada@acme.dev'] };

const email = fc.constantFrom('ada@acme.dev', 'grace@acme.dev', 'alan@acme.dev', 'edsger@acme.dev', 'barbara@acme.dev');
const people = fc.uniqueArray(
  fc.record({
    email,
    admin: fc.boolean(),
    until: fc.constantFrom(undefined, END, '2028-02-29T00:00:00Z', '2026-11-24T12:00:00Z', '2020-01-01T00:00:00Z'),
    source: fc.constant('users.yaml:2'),
  }),
  { selector: (one) => one.email },
);
const anyCase = fc.tuple(email, fc.boolean()).map(([text, upper]) => `user:${upper ? text.toUpperCase() : text}`);
const binding: fc.Arbitrary<Binding> = fc.record(
  {
    role: fc.constantFrom(ACCESSOR_ROLE, 'roles/iap.admin', 'roles/owner'),
    members: fc.array(fc.oneof(anyCase, fc.constantFrom('group:all@acme.dev', 'allUsers', 'domain:acme.dev')), {
      maxLength: 4,
    }),
    condition: fc.constantFrom(
      { title: TITLE, expression },
      { title: TITLE, expression: 'true' },
      { title: conditionTitle('other'), expression },
      { expression: 'false' },
    ),
  },
  { requiredKeys: ['role'] },
);
const policy: fc.Arbitrary<Policy> = fc.record(
  { version: fc.constant(3), etag: fc.constant('BwX'), bindings: fc.array(binding, { maxLength: 6 }) },
  { requiredKeys: [] },
);
const isOurs = ({ role, condition }: Binding): boolean =>
  role === ACCESSOR_ROLE && (condition === undefined || condition.title === TITLE);

describe('whatever the policy and the people', () => {
  test('bindings of others stay as they are, and ours are exactly the listed people', () => {
    fc.assert(
      fc.property(policy, people, (live, listed) => {
        const { policy: next, foreign: kept } = mergePolicy('research', live, listed, NOW);
        const others = (live.bindings ?? []).filter((one) => !isOurs(one));
        const result = next.bindings ?? [];
        expect(result.slice(0, others.length)).toEqual(others);
        expect(result.slice(others.length)).toEqual(desiredBindings('research', listed, NOW));
        expect(next.etag).toBe(live.etag);
        expect(next.version).toBe(3);
        expect(kept).toHaveLength(
          others.filter(({ role }) => role === ACCESSOR_ROLE).flatMap(({ members = [] }) => members).length,
        );
      }),
    );
  });

  test('a second merge finds nothing to do, in whatever case Google gives the addresses back', () => {
    fc.assert(
      fc.property(policy, people, fc.boolean(), (live, listed, upper) => {
        const { policy: next } = mergePolicy('research', live, listed, NOW);
        const bindings = (next.bindings ?? []).map((one) => ({
          ...one,
          ...(one.members && upper
            ? { members: one.members.map((m) => m.toUpperCase().replace(/^USER:/, 'user:')) }
            : {}),
        }));
        const again = mergePolicy('research', { ...next, bindings }, listed, NOW);
        expect(again).toMatchObject({ changed: false, added: [], removed: [], rescheduled: [] });
      }),
    );
  });

  test('nobody is let in for ever or longer than listed, and nobody whose end has passed at all', () => {
    fc.assert(
      fc.property(people, (listed) => {
        for (const { members = [], condition } of desiredBindings('research', listed, NOW)) {
          for (const member of members) {
            const { until } = listed.find((one) => `user:${one.email}` === member) ?? {};
            if (until !== undefined) expect(Date.parse(until)).toBeGreaterThan(NOW.getTime());
            expect(condition?.expression).toBe(until && `request.time < timestamp("${until}")`);
          }
        }
      }),
    );
  });
});

describe('a merge', () => {
  test('of an empty policy lets everybody in who is listed', () => {
    const listed = [person('grace@acme.dev'), person('ada@acme.dev'), person('guest@acme.dev', { until: END })];
    const { policy: next, ...rest } = mergePolicy('research', { etag: 'BwX' }, listed, NOW);
    expect(next).toEqual({
      version: 3,
      etag: 'BwX',
      bindings: [
        ours('user:ada@acme.dev', 'user:grace@acme.dev'),
        { role: ACCESSOR_ROLE, members: ['user:guest@acme.dev'], condition: { title: TITLE, expression } },
      ],
    });
    expect(rest).toMatchObject({ changed: true, removed: [], rescheduled: [], foreign: [] });
    expect(rest.added).toHaveLength(3);
  });

  test('takes out who is not listed, public grants first of all', () => {
    const live = { bindings: [ours('user:old@acme.dev', 'allUsers', 'allAuthenticatedUsers', 'user:Ada@acme.dev')] };
    const { removed, added } = mergePolicy('research', live, [person('ada@acme.dev')], NOW);
    expect({ removed, added }).toEqual({
      removed: ['allauthenticatedusers', 'allusers', 'user:old@acme.dev'],
      added: [],
    });
  });

  test('keeps and reports grants with the conditions of others, and other roles silently', () => {
    const result = mergePolicy('research', { bindings: [foreign, otherRole] }, [person('ada@acme.dev')], NOW);
    expect(result.policy.bindings).toEqual([foreign, otherRole, ours('user:ada@acme.dev')]);
    expect(result.foreign).toEqual(['group:auditors@acme.dev']);
  });

  test('gives an end, takes it away, and mends a grant that stands twice', () => {
    const until = [person('ada@acme.dev', { until: END })];
    expect(mergePolicy('research', { bindings: [ours('user:ada@acme.dev')] }, until, NOW).rescheduled).toHaveLength(1);
    const timed = { ...ours('user:ada@acme.dev'), condition: { title: TITLE, expression } };
    const always = [person('ada@acme.dev')];
    expect(mergePolicy('research', { bindings: [timed] }, always, NOW).rescheduled).toEqual(['user:ada@acme.dev']);
    const twice = mergePolicy('research', { bindings: [ours('user:ada@acme.dev'), timed] }, until, NOW);
    expect(twice).toMatchObject({ changed: true, rescheduled: ['user:ada@acme.dev'] });
    expect(twice.policy.bindings).toEqual([timed]);
  });
});

test('changes of people are in the words of the plan', () => {
  const listed = [person('ada@acme.dev', { admin: true }), person('guest@acme.dev', { until: END })];
  const difference = {
    added: ['user:ada@acme.dev'],
    rescheduled: ['user:guest@acme.dev'],
    removed: ['group:x@acme.dev'],
  };
  expect(memberChanges(difference, listed)).toMatchObject([
    { action: 'create', address: 'ada@acme.dev', attributes: [{ after: 'admin' }], note: 'listed at users.yaml:2' },
    { action: 'update', address: 'guest@acme.dev', attributes: [{ after: 'user until 2026-12-31' }] },
    { action: 'delete', address: 'x@acme.dev', attributes: [] },
  ]);
});

test('the last day is the one before the exclusive end', () => {
  expect(lastDay('2027-01-01T00:00:00Z')).toBe('2026-12-31');
  expect(lastDay('2028-03-01T00:00:00Z')).toBe('2028-02-29');
});
