import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { DesiredGroup } from '../../../src/access/group/diff.js';
import { readGroup } from '../../../src/access/group/membership-api.js';
import { syncGroup } from '../../../src/access/group/sync.js';
import { ACCESSOR_ROLE } from '../../../src/access/iap/policy.js';
import { GoogleClient } from '../../../src/cloud/rest.js';
import { errorOf, NUMBER, OPERATOR, PROJECT, type Rig, rig } from '../../support/google.js';
import { principal } from '../../support/people.js';

const GROUP = 'hub-users@acme.dev';
const SYNC = `research-sync@${PROJECT}.iam.gserviceaccount.com`;
const GUEST = 'boss@acme.dev';
let at: Rig;

beforeEach(async () => {
  at = await rig();
  await at.enable('compute', 'iap', 'cloudidentity');
  at.emulator.identities.add(SYNC, { roles: [] });
});
afterEach(async () => {
  expect(at.emulator.violations).toEqual([]);
  await at.emulator.stop();
});

function client(email = SYNC): GoogleClient {
  const token = at.emulator.identities.token(email);
  return new GoogleClient({ token: async () => token, env: at.emulator.env(), sleep: async () => {} });
}

const wanted = (names: readonly string[], more: Partial<DesiredGroup> = {}): DesiredGroup => ({
  hub: 'research',
  group: GROUP,
  principals: names.map((name) => {
    const kind = name.endsWith('gserviceaccount.com') ? 'serviceAccount' : name.startsWith('ml') ? 'group' : 'person';
    return principal(name, { kind });
  }),
  blocked: [],
  mode: 'authoritative',
  adopted: true,
  added: [],
  self: SYNC,
  ...more,
});
const people = (count: number): string[] => Array.from({ length: count }, (_, i) => `p${i}@acme.dev`);
const inGroup = (): readonly string[] => at.emulator.groups.addressesOf(GROUP);
const sorted = (names: readonly string[]): string[] => [...names].sort();
/** Calls by method and status since a point of the journal. */
function calls(from = 0): Record<string, number> {
  const count: Record<string, number> = {};
  for (const { method, status } of at.emulator.journal.slice(from)) {
    const key = `${method.replace('cloudidentity.groups.', '')} ${status}`;
    if (key.startsWith('serviceusage')) continue;
    count[key] = (count[key] ?? 0) + 1;
  }
  return count;
}

describe('the stand-in of Cloud Identity', () => {
  test('needs a role in the group, not on the project, and gives the same answer for a missing group', async () => {
    at.emulator.groups.add(GROUP, { owners: ['admin@acme.dev'], managers: [SYNC], members: [GUEST] });
    const lookup = (address: string, email: string) =>
      at.call(
        'GET',
        `cloudidentity/v1/groups:lookup?groupKey.id=${address}`,
        undefined,
        at.emulator.identities.token(email),
      );
    // The operator is an owner of the project.
    for (const [address, email] of [
      [GROUP, OPERATOR],
      ['nobody@acme.dev', SYNC],
    ] as const) {
      const answer = await lookup(address, email);
      expect([answer.status, errorOf(answer).message]).toEqual([
        403,
        `Error(2028): Permission denied for resource ${address} (or it may not exist).`,
      ]);
    }
    const path = `cloudidentity/v1/${String((await lookup(GROUP, GUEST)).body.name)}/memberships`;
    const add = (id: string, email: string) =>
      at.call('POST', path, { preferredMemberKey: { id } }, at.emulator.identities.token(email));
    expect((await add('ada@acme.dev', GUEST)).status).toBe(403);
    expect((await add('ada@acme.dev', SYNC)).body).toMatchObject({ done: true });
    expect(errorOf(await add('ADA@acme.dev', SYNC))).toMatchObject({ code: 409, status: 'ALREADY_EXISTS' });
    expect((await add(GROUP, SYNC)).status).toBe(400);
  });

  test('has the page size of Google, and types only in the full view', async () => {
    at.emulator.groups.add(GROUP, { managers: [SYNC], members: people(60) });
    const token = at.emulator.identities.token(SYNC);
    const name = (await at.call('GET', `cloudidentity/v1/groups:lookup?groupKey.id=${GROUP}`, undefined, token)).body
      .name;
    const list = (query: string) =>
      at.call('GET', `cloudidentity/v1/${String(name)}/memberships?${query}`, undefined, token);
    const full = (await list('view=FULL')).body as { memberships: { type?: string }[]; nextPageToken?: string };
    expect([full.memberships.length, full.nextPageToken === undefined]).toEqual([50, false]);
    expect(full.memberships[0]?.type).toBe('SERVICE_ACCOUNT');
    const basic = (await list('')).body as typeof full;
    expect([basic.memberships.length, basic.memberships[0]?.type]).toEqual([61, undefined]);
    expect((await list('view=FULL&pageSize=501')).status).toBe(400);
  });
});

describe('the sync of a managed group', () => {
  test('needs one call per changed member of 1,200 people, reads page by page, and then has nothing to do', async () => {
    at.emulator.groups.add(GROUP, { managers: [SYNC] });
    const lines: string[] = [];
    const names = [...people(1200), 'grader@other.iam.gserviceaccount.com'];
    const first = await syncGroup(client(), wanted(names), { say: (line) => lines.push(line) });
    expect([first.changes.length, first.failures]).toEqual([1201, []]);
    expect(inGroup()).toEqual(sorted([...names, SYNC]));
    expect(lines).toHaveLength(12);
    expect(lines[0]).toMatch(
      /^ {2}100 of 1,201 members of the group written, (about \d+ minutes|a minute at most) to go$/,
    );
    const from = at.emulator.journal.length;
    const second = await syncGroup(client(), wanted(names));
    expect([second.changes, calls(from)]).toEqual([[], { 'lookup 200': 1, 'memberships.list 200': 3 }]);
    const third = await syncGroup(client(), wanted(names.slice(2)));
    expect(third.changes.map(({ action, address }) => [action, address])).toEqual([
      ['remove', 'p0@acme.dev'],
      ['remove', 'p1@acme.dev'],
    ]);
    expect(inGroup()).toEqual(sorted([...names.slice(2), SYNC]));
  });

  test('grants access through the group, also for members of a listed group, and revokes it when they leave', async () => {
    at.emulator.groups.add(GROUP, { managers: [SYNC] });
    at.emulator.groups.add('ml@acme.dev', { members: ['lin@acme.dev'] });
    const path = `compute/v1/projects/${PROJECT}/global/backendServices`;
    await at.call('POST', path, { name: 'hub', iap: { enabled: true } });
    const backend = String((await at.call('GET', `${path}/hub`)).body.id);
    const policy = { bindings: [{ role: ACCESSOR_ROLE, members: [`group:${GROUP}`] }] };
    await at.call('POST', `iap/v1/projects/${NUMBER}/iap_web/compute/services/${backend}:setIamPolicy`, { policy });
    const passes = (): boolean[] =>
      ['ada@acme.dev', 'grace@acme.dev', 'lin@acme.dev'].map((email) =>
        at.emulator.iapAllows(backend, email, new Date()),
      );
    expect(passes()).toEqual([false, false, false]);
    await syncGroup(client(), wanted(['ada@acme.dev', 'grace@acme.dev', 'ml@acme.dev']));
    expect(passes()).toEqual([true, true, true]);
    const left = await syncGroup(client(), wanted(['ada@acme.dev']));
    expect(left.changes.map(({ member }) => member)).toEqual(['user:grace@acme.dev', 'group:ml@acme.dev']);
    expect(passes()).toEqual([true, false, false]);
  });

  test('survives temporary refusals, conflicts and lost answers', async () => {
    at.emulator.groups.add(GROUP, { managers: [SYNC], members: ['old0@acme.dev', 'old1@acme.dev', 'old2@acme.dev'] });
    const [create, remove] = ['cloudidentity.groups.memberships.create', 'cloudidentity.groups.memberships.delete'];
    for (const fault of [
      { method: 'cloudidentity.groups.lookup', status: 503 },
      { method: 'cloudidentity.groups.memberships.list', status: 429 },
      { method: remove, status: 503 },
      { method: remove, drop: 'after' as const },
      { method: remove, status: 409, code: 'ABORTED' },
      { method: create, status: 429 },
      { method: create, drop: 'after' as const },
      { method: create, status: 409, code: 'ABORTED' },
      { method: create, drop: 'before' as const },
    ]) {
      at.emulator.faults.add(fault);
    }
    const result = await syncGroup(client(), wanted(people(10)));
    expect(result.failures).toEqual([]);
    expect(inGroup()).toEqual(sorted([...people(10), SYNC]));
    // Who asks again after a lost answer is told that it is so already.
    expect(result.changes).toHaveLength(13);
    expect(calls()).toMatchObject({ 'memberships.create 409': 2, 'memberships.delete 404': 1 });
  });

  test('names an account that Google does not know, writes the rest, and tries it again in the next run', async () => {
    at.emulator.groups.add(GROUP, { managers: [SYNC], members: ['old@acme.dev'] });
    const gone = `gone@${PROJECT}.iam.gserviceaccount.com`;
    const { changes, failures } = await syncGroup(client(), wanted(['ada@acme.dev', gone]));
    expect(changes.map(({ address }) => address)).toEqual(['old@acme.dev', 'ada@acme.dev']);
    expect(failures.map(({ change, message }) => [change.address, message])).toEqual([
      [gone, expect.stringMatching(/^A permission is missing: Error\(2028\)/)],
    ]);
    expect(inGroup()).toEqual(sorted(['ada@acme.dev', SYNC]));
    at.emulator.identities.add(gone, { roles: [] });
    expect((await syncGroup(client(), wanted(['ada@acme.dev', gone]))).failures).toEqual([]);
    expect(inGroup()).toContain(gone);
  });

  test('stops after fifty failures, and names the members that it did not try', async () => {
    at.emulator.groups.add(GROUP, { owners: [GUEST], members: [SYNC] });
    const { changes, failures } = await syncGroup(client(), wanted(people(200)));
    expect([changes.length, failures.length]).toEqual([0, 200]);
    expect(calls()['memberships.create 403']).toBeLessThan(60);
    const untried = failures.filter(({ message }) => message === 'not tried after 50 failures');
    expect(untried.length).toBeGreaterThan(140);
    expect(inGroup()).toEqual(sorted([GUEST, SYNC]));
  });

  test('stops between two members when interrupted, and the next run does the rest', async () => {
    at.emulator.groups.add(GROUP, { managers: [SYNC] });
    const abort = new AbortController();
    at.emulator.faults.add({ method: 'cloudidentity.groups.memberships.create', delayMs: 50, times: 8 });
    setTimeout(() => abort.abort(), 20);
    await expect(syncGroup(client(), wanted(people(40)), { signal: abort.signal })).rejects.toThrow('abort');
    expect(inGroup().length).toBeLessThan(20);
    expect((await syncGroup(client(), wanted(people(40)))).failures).toEqual([]);
    expect(inGroup()).toHaveLength(41);
  });

  test.each([
    ['of the same list', people(40), people(40)],
    ['of which one adds and one keeps', people(40), people(20)],
  ])('and a second one at the same time, %s, are no failure for each other', async (_, one, two) => {
    at.emulator.groups.add(GROUP, { managers: [SYNC], members: ['old0@acme.dev', 'old1@acme.dev'] });
    const mode = 'additive' as const;
    const added = ['old0@acme.dev', 'old1@acme.dev'];
    const results = await Promise.all([one, two].map((names) => syncGroup(client(), wanted(names, { mode, added }))));
    expect(results.map(({ failures }) => failures)).toEqual([[], []]);
    expect(inGroup()).toEqual(sorted([...people(40), SYNC]));
  });

  test('does not count a failure that another run has fixed meanwhile', async () => {
    at.emulator.groups.add(GROUP, { managers: [SYNC] });
    const create = 'cloudidentity.groups.memberships.create';
    // Slow and refused in the end, while the other run goes through.
    at.emulator.faults.add({ method: create, delayMs: 100, status: 403, code: 'PERMISSION_DENIED' });
    const slow = syncGroup(client(), wanted(['ada@acme.dev']));
    await new Promise((resolve) => setTimeout(resolve, 50));
    await syncGroup(client(), wanted(['ada@acme.dev']));
    expect(await slow).toMatchObject({ failures: [], changes: [] });
  });

  test('writes nothing if the group has unlisted members, and names them', async () => {
    at.emulator.groups.add(GROUP, { managers: [SYNC], owners: [GUEST], members: ['old@acme.dev'] });
    await expect(syncGroup(client(), wanted(['ada@acme.dev'], { adopted: false }))).rejects.toThrow(
      'already has 1 member whom the users files do not list: user:old@acme.dev. Nothing was written',
    );
    expect(calls()).toEqual({ 'lookup 200': 1, 'memberships.list 200': 1 });
  });
});

describe('a Google group that cannot be read', () => {
  test('is reported with its address, the answer of Google and what to do', async () => {
    const error: unknown = await readGroup(client(), 'typo@acme.dev').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      message: expect.stringMatching(/^The Google group typo@acme\.dev does not exist, or .*Error\(2028\)/),
      where: 'jupyterhub.yaml: access.entry.group',
      hint: expect.stringMatching(/manager of the group/),
    });
  });

  test('is reported as such if the API is disabled', async () => {
    await at.call('POST', `serviceusage/v1/projects/${PROJECT}/services/cloudidentity.googleapis.com:disable`, {});
    await expect(readGroup(client(), GROUP)).rejects.toMatchObject({
      reason: 'SERVICE_DISABLED',
      hint: expect.stringContaining('gcloud services enable cloudidentity.googleapis.com'),
    });
  });
});
