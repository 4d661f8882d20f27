import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Fault } from '../../../sandbox/src/google/faults.js';
import type { DesiredAccess } from '../../../src/access/iap/desired.js';
import { conditionTitle } from '../../../src/access/iap/ownership.js';
import { ACCESSOR_ROLE, type Binding, type Policy } from '../../../src/access/iap/policy.js';
import { type IapTarget, type SyncResult, syncPolicy } from '../../../src/access/iap/sync.js';
import { GoogleClient } from '../../../src/cloud/rest.js';
import { NUMBER, OPERATOR, PROJECT, type Rig, rig } from '../../support/google.js';
import { principal, wanted } from '../../support/people.js';

const ROUNDS = process.env.JUPYTERHUB_GKE_FULL === '1' ? 200 : 20;
const SEED = Number(process.env.JUPYTERHUB_GKE_SEED ?? 20_261_124);
const AT_ONCE = 20;
// The emulator answers in a millisecond where IAM takes a third of a second: pauses shrink alike.
const FASTER = 20;
const END = '2030-01-01T00:00:00Z';

let at: Rig;
let backend: string;

beforeEach(async () => {
  at = await rig();
  await at.enable('compute', 'iap', 'cloudresourcemanager', 'iam');
  const path = `compute/v1/projects/${PROJECT}/global/backendServices`;
  await at.call('POST', path, { name: 'hub', iap: { enabled: true } });
  backend = String((await at.call('GET', `${path}/hub`)).body.id);
});
afterEach(() => at.emulator.stop());

const pause = (milliseconds: number): Promise<void> => sleep(milliseconds / FASTER);

/** IAP as a run has it, with a client of its own; `sent` gets each policy that it writes. */
function iapTarget(sent: Policy[] = []): IapTarget {
  const spy: typeof fetch = (input, init) => {
    const { policy } = JSON.parse(String(init?.body)) as { policy?: Policy };
    if (policy !== undefined) sent.push(policy);
    return fetch(input, init);
  };
  const token = at.emulator.identities.token(OPERATOR);
  const google = new GoogleClient({ token: async () => token, env: at.emulator.env(), fetch: spy, sleep: pause });
  return { google, hub: 'research', projectNumber: NUMBER, backendId: backend };
}

const resource = (): string => `iap/v1/projects/${NUMBER}/iap_web/compute/services/${backend}`;

async function read(): Promise<Policy> {
  const options = { requestedPolicyVersion: 3 };
  return (await at.call('POST', `${resource()}:getIamPolicy`, { options })).body as Policy;
}

/** Somebody else's edit, as gcloud makes it: read, add a binding, write with the etag, until it stands. */
async function editForeign(binding: Binding): Promise<void> {
  for (;;) {
    try {
      const live = await read();
      const there = JSON.stringify(live.bindings ?? []).includes(JSON.stringify(binding.members?.[0]));
      if (there) return;
      if (live.etag !== undefined) {
        const policy = { ...live, version: 3, bindings: [...(live.bindings ?? []), binding] };
        const { status } = await at.call('POST', `${resource()}:setIamPolicy`, { policy });
        if (status === 200) return;
      }
    } catch {
      // A connection that was cut says nothing of the write: the next read does.
    }
    await sleep(Math.random() * 30);
  }
}

/** The same numbers for the same seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const FAULTS: readonly Omit<Fault, 'method'>[] = [
  { status: 409, code: 'ABORTED', reason: 'aborted', message: 'There were concurrent policy changes.' },
  { status: 429, code: 'RESOURCE_EXHAUSTED', reason: 'rateLimitExceeded' },
  { status: 503, code: 'UNAVAILABLE', reason: 'backendError' },
  { drop: 'before' },
  { drop: 'after' },
  { delayMs: 15 },
  { delayMs: 40, drop: 'after' },
];

function injectFaults(random: () => number): number {
  const count = 5 + Math.floor(random() * 15);
  for (let i = 0; i < count; i += 1) {
    const fault = FAULTS[Math.floor(random() * FAULTS.length)] ?? {};
    at.emulator.faults.add({ method: random() < 0.7 ? 'iap.setIamPolicy' : 'iap.getIamPolicy', ...fault });
  }
  return count;
}

const foreignOf = (round: number, i: number): Binding => ({
  role: i % 2 === 0 ? 'roles/iap.admin' : ACCESSOR_ROLE,
  members: [`user:r${round}f${i}@ext.dev`],
  ...(i % 2 === 0 ? {} : { condition: { title: `office ${i % 3}`, expression: `request.host == "h${i % 3}"` } }),
});

/** Each grant as one text; a grant that stands twice is twice in the list. */
const grants = ({ bindings = [] }: Policy): string[] =>
  bindings
    .flatMap(({ role, members = [], condition }) => members.map((m) => `${role} ${m} ${JSON.stringify(condition)}`))
    .sort();

/** What a round wants: the lists of its syncs, and our grants when all is quiet. */
interface Plan {
  readonly lists: readonly DesiredAccess[];
  readonly ours: readonly Binding[];
}

const STAY = 'user:stay@acme.dev';
const leavingOf = (round: number): string[] => Array.from({ length: 10 }, (_, i) => `user:gone${round}n${i}@acme.dev`);
const namesOf = (round: number, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `new${round}n${i}@acme.dev`);

/** All runs bring the same list, as runs of one commit do: ten come, three of them for a time, and ten go. */
function sameList(round: number): Plan {
  const names = namesOf(round, 10);
  const people = names.map((name, i) => principal(name, i < 3 ? { until: END } : {}));
  const condition = { title: conditionTitle('research'), expression: `request.time < timestamp("${END}")` };
  return {
    lists: Array.from({ length: AT_ONCE }, () => wanted(['stay@acme.dev', ...people])),
    ours: [
      { role: ACCESSOR_ROLE, members: [STAY, ...names.slice(3).map((name) => `user:${name}`)] },
      { role: ACCESSOR_ROLE, members: names.slice(0, 3).map((name) => `user:${name}`), condition },
    ],
  };
}

/** Each run brings somebody of its own in additive mode: what any of them wrote must survive all others. */
function ownLists(round: number): Plan {
  const names = namesOf(round, AT_ONCE);
  const members = [STAY, ...leavingOf(round), ...names.map((name) => `user:${name}`)];
  return {
    lists: names.map((name) => wanted([name], { mode: 'additive' })),
    ours: [{ role: ACCESSOR_ROLE, members }],
  };
}

/** Writes without an etag until that counts, whatever faults are left. */
async function reset(bindings: readonly Binding[]): Promise<void> {
  for (let status = 0; status !== 200; ) {
    status = await at.call('POST', `${resource()}:setIamPolicy`, { policy: { version: 3, bindings } }).then(
      (answer) => answer.status,
      () => 0,
    );
  }
}

/** The policy when nobody is at work; faults that met nobody until then do not count. */
async function settled(): Promise<Policy> {
  for (;;) {
    const policy = await read().catch((): Policy => ({}));
    if (policy.etag !== undefined) return policy;
  }
}

/** One round: a policy with people to keep, to remove and to add, and everybody at it at once. */
async function playRound(round: number, random: () => number): Promise<{ results: SyncResult[]; faults: number }> {
  const { lists, ours } = round % 2 === 0 ? sameList(round) : ownLists(round);
  const start = { role: 'roles/iap.settingsAdmin', members: ['group:ops@ext.dev'] };
  await reset([start, { role: ACCESSOR_ROLE, members: [STAY, ...leavingOf(round)] }]);
  const faults = injectFaults(random);
  const sent: Policy[] = [];
  const foreign = Array.from({ length: AT_ONCE }, (_, i) => foreignOf(round, i));
  const edits = foreign.map(editForeign);
  const results = await Promise.all(lists.map((want) => syncPolicy(iapTarget(sent), want, { pause })));
  await Promise.all(edits);
  expect(grants(await settled())).toEqual(grants({ bindings: [start, ...foreign, ...ours] }));
  for (const policy of sent) expect(new Set(grants(policy)).size).toBe(grants(policy).length);
  return { results, faults };
}

describe('concurrent writers of one IAP policy', () => {
  test(
    `${AT_ONCE} syncs and ${AT_ONCE} foreign edits at once, ${ROUNDS} rounds with refusals, resets and slow answers: nothing is lost or doubled`,
    async () => {
      const random = numbers(SEED);
      const all: SyncResult[] = [];
      let faults = 0;
      for (let round = 0; round < ROUNDS; round += 1) {
        const played = await playRound(round, random);
        all.push(...played.results);
        faults += played.faults;
      }
      const writes = all.map((one) => one.writes).sort((a, b) => a - b);
      const sum = writes.reduce((total, one) => total + one, 0);
      const figures = {
        seed: SEED,
        rounds: ROUNDS,
        faults,
        syncs: all.length,
        writes: sum,
        median: writes[writes.length >> 1],
        most: writes.at(-1),
      };
      if (process.env.JUPYTERHUB_GKE_FULL === '1') process.stdout.write(`races: ${JSON.stringify(figures)}\n`);
      expect(all.every(({ unknown }) => unknown.length === 0)).toBe(true);
      expect(at.emulator.violations).toEqual([]);
    },
    ROUNDS * 10_000,
  );
});

describe('the calls of a sync', () => {
  test.each([1, 100, 1400])(
    'of %d changed members has the same two calls, and of none only the read',
    async (count) => {
      const people = Array.from({ length: count }, (_, i) => `p${i}@acme.dev`);
      const calls = async (names: readonly string[]): Promise<string[]> => {
        const before = at.emulator.journal.length;
        await syncPolicy(iapTarget(), wanted(['stay@acme.dev', ...names]));
        return at.emulator.journal.slice(before).map(({ method, status }) => `${method} ${status}`);
      };
      const two = ['iap.getIamPolicy 200', 'iap.setIamPolicy 200'];
      expect(await calls(people)).toEqual(two);
      expect(await calls(people)).toEqual(two.slice(0, 1));
      expect(await calls([])).toEqual(two);
      expect(grants(await read())).toHaveLength(1);
    },
  );
});

test('a missing service account is named, and everybody else gets access', async () => {
  const gone = principal(`gone@${PROJECT}.iam.gserviceaccount.com`, { kind: 'serviceAccount' });
  const result = await syncPolicy(iapTarget(), wanted(['ada@acme.dev', gone]));
  expect(result).toMatchObject({ reads: 1, writes: 2, unknown: [`serviceAccount:${gone.name}`], changed: true });
  expect((await read()).bindings).toEqual([{ role: ACCESSOR_ROLE, members: ['user:ada@acme.dev'] }]);
  expect(at.emulator.violations).toEqual([]);
});

test('a write whose answer is lost counts once and is reported', async () => {
  at.emulator.faults.add({ method: 'iap.setIamPolicy', drop: 'after' });
  const result = await syncPolicy(iapTarget(), wanted(['ada@acme.dev']), { pause });
  expect(result).toMatchObject({ changed: true, added: ['user:ada@acme.dev'], reads: 2, writes: 1 });
  const methods = at.emulator.journal.filter(({ service }) => service === 'iap').map(({ status }) => status);
  expect(methods).toEqual([200, 0, 409, 200]);
});
