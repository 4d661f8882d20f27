import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { LiveBucket, LiveHomes } from '../../../../src/access/homes/live.js';
import { homeKey, MOST_BUCKETS, serviceAccountName } from '../../../../src/access/homes/names.js';
import { estimateSeconds, type HomesPlan, type HomesState, planHomes } from '../../../../src/access/homes/plan.js';
import { type HomeStatus, type HomeStatusChange, updatedStatus } from '../../../../src/access/homes/status.js';
import { entry, principal } from '../../../support/people.js';

const OF = { project: 'acme-research', hub: 'research' };
const NOW = new Date('2026-11-27T12:00:00Z');
const EMPTY: HomeStatus = { ready: {}, left: {} };
const key = (email: string): string => homeKey(OF, email);
const ADA = key('ada@acme.dev');
const GRACE = key('grace@acme.dev');

function state(emails: readonly string[], more: Partial<HomesState> = {}): HomesState {
  const principals = emails.map((email) => principal(email));
  return {
    hubId: OF,
    principals,
    perUser: true,
    homeStatus: EMPTY,
    live: undefined,
    today: '2026-11-27',
    now: NOW,
    ...more,
  };
}

function live(more: {
  buckets?: Record<string, Partial<LiveBucket>>;
  folders?: string[];
  accounts?: string[];
}): LiveHomes {
  const buckets = Object.entries(more.buckets ?? {}).map(
    ([name, one]) => [name, { isOurs: true, left: undefined, ...one }] as const,
  );
  const accounts = (more.accounts ?? []).map(serviceAccountName);
  return { buckets: new Map(buckets), shared: undefined, folders: new Set(more.folders), accounts: new Set(accounts) };
}

describe('the plan of homes', () => {
  test('makes a home for listed people, and for nobody else', () => {
    const principals = [
      principal('ada@acme.dev'),
      entry('serviceAccount', 'bot@acme-research.iam.gserviceaccount.com'),
      entry('group', 'team@acme.dev'),
      entry('domain', 'acme.dev'),
    ];
    expect(planHomes(state([], { principals })).make.map(({ email }) => email)).toEqual(['ada@acme.dev']);
  });

  test('treats an expired person as leaving on the last day', () => {
    const homeStatus = { ready: { [ADA]: 'bucket' as const }, left: {} };
    const principals = [principal('ada@acme.dev', { until: '2026-11-01T00:00:00Z' })];
    expect(planHomes(state([], { principals, homeStatus }))).toEqual({
      make: [],
      leave: [{ key: ADA, kind: 'bucket', email: 'ada@acme.dev', day: '2026-10-31' }],
    });
  });

  test('makes no home if buckets are off, but still revokes access of people who leave', () => {
    const homeStatus = { ready: { [ADA]: 'bucket' as const }, left: {} };
    expect(planHomes(state(['ada@acme.dev', 'grace@acme.dev'], { homeStatus, perUser: false }))).toEqual({
      make: [],
      leave: [],
    });
    expect(planHomes(state(['grace@acme.dev'], { homeStatus, perUser: false })).leave.map((one) => one.key)).toEqual([
      ADA,
    ]);
  });

  test('uses managed folders after two hundred buckets; an existing bucket stays', () => {
    const emails = Array.from({ length: MOST_BUCKETS + 3 }, (_, index) => `p${index}@acme.dev`);
    const kinds = planHomes(state(emails)).make.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'bucket')).toHaveLength(MOST_BUCKETS);
    expect(kinds.slice(-3)).toEqual(['folder', 'folder', 'folder']);
    const ready = Object.fromEntries(emails.slice(0, MOST_BUCKETS).map((email) => [key(email), 'bucket' as const]));
    const left = { [ADA]: { kind: 'bucket' as const, day: '2026-01-01' } };
    const plan = planHomes(state([...emails, 'ada@acme.dev'], { homeStatus: { ready, left } }));
    expect(plan.make.map(({ kind, isNewBucket }) => [kind, isNewBucket])).toEqual([
      ['folder', false],
      ['folder', false],
      ['folder', false],
      ['bucket', false],
    ]);
  });
});

describe('live homes win over the home status:', () => {
  const homeStatus = { ready: { [ADA]: 'bucket' as const }, left: {} };

  test('a ready bucket that somebody deleted is created again and reported', () => {
    const [home] = planHomes(state(['ada@acme.dev'], { homeStatus, live: live({ accounts: [ADA] }) })).make;
    expect(home).toMatchObject({ isNewBucket: true, wasLost: true });
  });

  test('a service account that somebody deleted is created again, and the bucket stays as it is', () => {
    const [home] = planHomes(state(['ada@acme.dev'], { homeStatus, live: live({ buckets: { [ADA]: {} } }) })).make;
    expect(home).toMatchObject({ isNewBucket: false, wasLost: false });
  });

  test('access to an unnoted home of an interrupted run is revoked when its owner leaves', () => {
    const there = live({
      buckets: { [ADA]: {}, [GRACE]: { left: '2026-01-01' } },
      folders: ['aaaaaaaaaaaa'],
      accounts: ['aaaaaaaaaaaa'],
    });
    expect(planHomes(state([], { live: there })).leave).toEqual([
      { key: ADA, kind: 'bucket', email: undefined, day: '2026-11-27' },
      { key: 'aaaaaaaaaaaa', kind: 'folder', email: undefined, day: '2026-11-27' },
    ]);
  });

  test('a bucket that is not ours is not touched', () => {
    expect(planHomes(state([], { live: live({ buckets: { [ADA]: { isOurs: false } } }) })).leave).toEqual([]);
  });
});

test('the estimate is two seconds for each bucket, and little for the rest', () => {
  const emails = Array.from({ length: 250 }, (_, index) => `p${index}@acme.dev`);
  expect(estimateSeconds(planHomes(state(emails)))).toBe(400);
  expect(estimateSeconds(planHomes(state(['ada@acme.dev'])))).toBe(2);
  expect(estimateSeconds({ make: [], leave: [] })).toBe(0);
});

/** The world after a plan, as the steps leave it. */
function carriedOut(
  homeStatus: HomeStatus,
  there: LiveHomes,
  plan: HomesPlan,
): { homeStatus: HomeStatus; live: LiveHomes } {
  const changes: HomeStatusChange[] = [
    ...plan.leave.map(({ key, kind, day }) => ({ key, left: { kind, day } })),
    ...plan.make.map(({ key, kind }) => ({ key, ready: kind })),
  ];
  const buckets = new Map(there.buckets);
  const folders = new Set(there.folders);
  const accounts = new Set(there.accounts);
  for (const { key, kind } of plan.make) {
    accounts.add(serviceAccountName(key));
    if (kind === 'bucket') buckets.set(key, { isOurs: true, left: undefined });
    else folders.add(key);
  }
  for (const { key, kind, day } of plan.leave) {
    accounts.delete(serviceAccountName(key));
    if (kind === 'bucket' && buckets.has(key)) buckets.set(key, { isOurs: true, left: day });
  }
  return { homeStatus: updatedStatus(homeStatus, changes), live: { ...there, buckets, folders, accounts } };
}

test('after any plan exactly the listed people have a home, nothing is deleted, and a second plan is empty', () => {
  const people = fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { maxLength: 8 });
  fc.assert(
    fc.property(
      fc.array(people, { minLength: 1, maxLength: 6 }),
      fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
      (rounds, seen) => {
        let world = { homeStatus: EMPTY, live: live({}) };
        const ever = new Set<string>();
        for (const [index, numbers] of rounds.entries()) {
          const emails = numbers.map((one) => `p${one}@acme.dev`);
          const given = { homeStatus: world.homeStatus, ...(seen[index] ? { live: world.live } : {}) };
          world = carriedOut(world.homeStatus, world.live, planHomes(state(emails, given)));
          for (const email of emails) ever.add(key(email));
          const keys = emails.map(key).sort();
          expect(Object.keys(world.homeStatus.ready)).toEqual(keys);
          expect([...world.live.accounts].sort()).toEqual(keys.map(serviceAccountName));
          expect(new Set([...world.live.buckets.keys(), ...world.live.folders])).toEqual(ever);
          for (const again of [{ homeStatus: world.homeStatus }, world]) {
            expect(planHomes(state(emails, again))).toEqual({ make: [], leave: [] });
          }
        }
      },
    ),
  );
});
