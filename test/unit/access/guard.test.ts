import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Guarded,
  type GuardInput,
  GuardRefusal,
  type GuardVerdict,
  guardRemovals,
} from '../../../src/access/guard.js';
import { ConfigurationError } from '../../../src/errors.js';

const NOW = new Date('2026-11-24T12:00:00Z');
const PAST = '2026-11-24T12:00:00Z';
const one = (name: string, more: Partial<Guarded> = {}): Guarded => ({ kind: 'person', name, ...more });
const people = (count: number): Guarded[] => Array.from({ length: count }, (_, i) => one(`p${i}.x@gmail.com`));
const guard = (before: readonly Guarded[], after: readonly Guarded[], more: Partial<GuardInput> = {}): GuardVerdict =>
  guardRemovals({
    before,
    after,
    limits: { maxRemovals: { percent: 25, atLeast: 5 }, requiredAdmins: 0 },
    now: NOW,
    where: 'users.yaml',
    ...more,
  });

describe('a removal', () => {
  test('is refused only above both the percentage and the number', () => {
    const refused = (before: number, removed: number): boolean =>
      guard(people(before), people(before).slice(removed)).refusal !== undefined;
    expect([refused(40, 10), refused(40, 11)]).toEqual([false, true]);
    expect([refused(8, 5), refused(8, 6)]).toEqual([false, true]);
    expect([refused(1000, 250), refused(1000, 251)]).toEqual([false, true]);
  });

  test('of too many people is refused with their number, the first twenty names, and what to do', () => {
    const { refusal, losing } = guard(people(40), people(40).slice(30));
    expect(refusal).toBeInstanceOf(ConfigurationError);
    expect(refusal).toBeInstanceOf(GuardRefusal);
    expect(refusal?.message).toMatch(
      /^30 of 40 entries would lose access, but access.guard allows 25 % or 5 in one change/,
    );
    expect(refusal?.message.match(/@gmail.com/g)).toHaveLength(20);
    expect(refusal?.message).toContain('and 10 more');
    expect(refusal).toMatchObject({ where: 'users.yaml', hint: expect.stringMatching(/reviewed first, or split/) });
    expect(losing).toHaveLength(30);
    expect(refusal?.losing).toEqual(losing);
  });

  test('of everybody is refused whatever the limits, even if all end dates have passed', () => {
    const limits = { maxRemovals: { percent: 100, atLeast: 100 }, requiredAdmins: 0 };
    for (const after of [[], people(3).map((person) => ({ ...person, until: PAST }))]) {
      expect(guard(people(3), after, { limits }).refusal?.message).toContain(
        'grant access to nobody. Would lose access: p0.x@',
      );
    }
    expect(guard([], []).refusal?.message).toBe('The users files grant access to nobody');
  });

  test('does not count if a listed domain still covers the person; gmail.com never does', () => {
    const before = Array.from({ length: 20 }, (_, i) => one(`p${i}@Acme.dev`));
    const domain = (name: string): Guarded => one(name, { kind: 'domain' });
    expect(guard(before, [domain('acme.dev')])).toEqual({ refusal: undefined, warnings: [], losing: [] });
    expect(guard(before, [domain('evil-acme.dev')]).losing).toHaveLength(20);
    expect(guard(people(20), [domain('gmail.com')]).refusal).toBeInstanceOf(GuardRefusal);
  });

  test('of a Google group or a domain is named, since it may be many people', () => {
    const before = [one('ml@acme.dev', { kind: 'group' }), one('acme.dev', { kind: 'domain' }), one('a@acme.dev')];
    const { refusal, warnings } = guard(before, [one('a@acme.dev')]);
    expect(refusal).toBeUndefined();
    expect(warnings).toEqual([
      { code: 'removes-google-group', name: 'ml@acme.dev' },
      { code: 'removes-domain', name: 'acme.dev' },
    ]);
  });
});

test('an identity that revokes its own access is warned, and only then', () => {
  const sync = one('sync@p.iam.gserviceaccount.com', { kind: 'serviceAccount' });
  const ada = one('ada@acme.dev');
  expect(guard([ada, sync], [ada], { self: 'Sync@p.iam.gserviceaccount.com' }).warnings).toEqual([
    { code: 'removes-own-identity', name: 'sync@p.iam.gserviceaccount.com' },
  ]);
  expect(guard([ada, sync], [sync], { self: 'sync@p.iam.gserviceaccount.com' }).warnings).toEqual([]);
  expect(guard([ada], [ada], { self: 'sync@p.iam.gserviceaccount.com' }).warnings).toEqual([]);
});

test('the required number of administrators must be left; each counts once, and only before its end', () => {
  const limits = { maxRemovals: { percent: 25, atLeast: 5 }, requiredAdmins: 2 };
  const admin = (name: string, more: Partial<Guarded> = {}): Guarded => one(name, { admin: true, ...more });
  const check = (...after: Guarded[]): string | undefined => guard(after, after, { limits }).refusal?.message;
  expect(check(admin('a@acme.dev'), admin('b@acme.dev', { admin: 'full' }))).toBeUndefined();
  expect(check(one('a@acme.dev'), admin('A@acme.dev'), admin('b@acme.dev'))).toBeUndefined();
  expect(check(admin('A@acme.dev'), one('a@acme.dev'), admin('b@acme.dev'))).toBeUndefined();
  expect(check(admin('a.b@gmail.com'), admin('AB@googlemail.com'))).toContain('1 administrator would be left');
  expect(check(admin('a@acme.dev'), admin('b@acme.dev', { until: PAST }))).toContain('1 administrator would be left');
});

describe('whatever the spelling,', () => {
  const index = fc.integer({ min: 0, max: 29 });
  const before = people(30);
  const limits = { maxRemovals: { percent: 10, atLeast: 3 }, requiredAdmins: 0 };
  /** The same account, spelt otherwise. */
  const respelt = fc
    .tuple(fc.boolean(), fc.integer({ min: 1, max: 3 }), fc.boolean())
    .map(([upper, at, longer]) => (some: Guarded): Guarded => {
      const [local = '', domain = ''] = some.name.replace('.', '').split('@');
      const name = `${local.slice(0, at)}.${local.slice(at)}@${longer ? 'googlemail.com' : domain}`.replace('.@', '@');
      return { ...some, name: upper ? name.toUpperCase() : name };
    });

  test('order, case, dots and duplicates neither hide a removal nor make one', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(index, { minLength: 1 }),
        fc.array(respelt, { minLength: 1 }),
        fc.array(index),
        (stay, spell, again) => {
          const kept = stay.map((i) => before[i] as Guarded);
          const after = [...kept, ...again.filter((i) => stay.includes(i)).map((i) => before[i] as Guarded)].map(
            (some, i) => (spell[i % spell.length] as (some: Guarded) => Guarded)(some),
          );
          const padded = [...before, ...again.map((i) => before[i] as Guarded)].reverse();
          const plain = guard(before, kept, { limits });
          const result = guard(padded, after, { limits });
          expect(result.losing.map((name) => name.replace('.', ''))).toEqual(
            plain.losing.map((name) => name.replace('.', '')),
          );
          expect(result.refusal === undefined).toBe(plain.refusal === undefined);
          expect(plain.refusal === undefined).toBe(30 - stay.length <= 3);
        },
      ),
    );
  });

  test('look-alike addresses are different people, even if lower-casing makes them equal', () => {
    const twins: Readonly<Record<string, string>> = { p: '\u0440', k: '\u212A', i: '\u0130', x: '\uFF58', a: '\u0430' };
    const listed = Array.from({ length: 20 }, (_, i) => one(`kapix${i}@acme.dev`));
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(twins)), (letter) => {
        const fakes = listed.map(({ name }) => one(name.replace(letter, twins[letter] ?? '')));
        expect(guard(listed, fakes).losing).toHaveLength(20);
        expect(guard(listed, fakes).refusal).toBeInstanceOf(GuardRefusal);
      }),
    );
    const doubled = people(20).map(({ name }) => one(`${name}@evil.dev`));
    expect(guard(people(20), doubled).losing).toHaveLength(20);
  });

  test('entries that grant nothing do not make a removal look small', () => {
    const ended = Array.from({ length: 500 }, (_, i) => one(`old${i}@acme.dev`, { until: PAST }));
    expect(guard([...people(10), ...ended], people(10).slice(6)).refusal?.message).toContain('6 of 10 entries');
    const added = Array.from({ length: 500 }, (_, i) => one(`new${i}@acme.dev`));
    expect(guard(people(10), [...people(10).slice(6), ...added]).refusal?.message).toContain('6 of 10 entries');
  });
});

describe('limits from before the change', () => {
  const effective = { place: 'jupyterhub.yaml:12:5', isRead: true };
  const many = people(40);

  test('are named as such, with the location of the looser limits and what to do', () => {
    const { refusal } = guard(many, many.slice(11), { effective });
    expect(refusal?.message).toContain(
      'but access.guard allowed 25 % or 5 in one change before this change: a looser guard applies from the next change on (jupyterhub.yaml:12:5)',
    );
    expect(refusal).toMatchObject({
      where: 'jupyterhub.yaml:12:5',
      hint: expect.stringMatching(/First merge the change of access.guard alone.*workflow_dispatch/),
    });
  });

  test('also apply to administrators', () => {
    const limits = { maxRemovals: { percent: 100, atLeast: 100 }, requiredAdmins: 2 };
    const { refusal } = guard(many, many, { effective, limits });
    expect(refusal?.message).toContain('access.guard.requiredAdmins was 2 before this change');
    expect(refusal).toMatchObject({ where: 'jupyterhub.yaml:12:5' });
  });

  test('are the defaults if the earlier file cannot be read, and the refusal says so', () => {
    const { refusal } = guard(many, many.slice(11), { effective: { ...effective, isRead: false } });
    expect(refusal?.message).toContain(
      'allowed 25 % or 5 in one change by default: the file from before this change cannot be read',
    );
  });
});
