import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { repoPath } from '../../sandbox/src/paths.js';
import { makeProject } from '../../sandbox/src/project.js';
import { command as accessReport } from '../../src/commands/access.js';
import type { Command, CommandResult } from '../../src/commands/command.js';
import { command as syncUsers } from '../../src/commands/sync-users.js';
import { hubConfig } from '../unit/helm/config.js';
import { NUMBER, PROJECT, type Rig, rig } from './google-support.js';

const HUB = 'research';
const GROUP = 'hub-users@acme.dev';
const MAPS = `/api/v1/namespaces/jupyterhub-${HUB}/configmaps`;
const config = (more = ''): string => `apiVersion: jupyterhub-gke/v1
name: ${HUB}
project: ${PROJECT}
location: us-central1
state: {bucket: acme-research-tfstate}
users: users.yaml
access: {domain: hub.acme.dev, entry: {group: ${GROUP}, manage: true}${more}}
`;
const listing = (...names: string[]): string =>
  `users:\n  - {email: ada@acme.dev, admin: true}\n${names.map((name) => `  - ${name}@acme.dev\n`).join('')}`;
const realFetch = globalThis.fetch;
const realProgram = process.argv[1];
let at: Rig;
let folder = '';
let who: Awaited<ReturnType<typeof makeProject>>;
let backend = '';
let objects: Map<string, Record<string, unknown>>;
/** Who was in the group each time that the hub's list was written. */
let groupAtList: (readonly string[])[];

beforeEach(async () => {
  at = await rig();
  groupAtList = [];
  folder = mkdtempSync(join(tmpdir(), 'sync-group-'));
  process.argv[1] = repoPath('dist/index.js');
  await makeCloud();
  writeFileSync(join(folder, 'jupyterhub.yaml'), config());
  globalThis.fetch = async (input, init) => {
    const url = new URL(String(input));
    return url.host === 'kube.test' ? cluster(url, init) : realFetch(input, init);
  };
});
afterEach(async () => {
  globalThis.fetch = realFetch;
  process.argv[1] = realProgram ?? '';
  expect(at.emulator.violations).toEqual([]);
  await at.emulator.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The API server as far as a sync asks it: objects with versions. The keeper in it enforces every list at once. */
function cluster({ pathname }: URL, { method, body }: RequestInit = {}): Response {
  const answer = (status: number, found: object): Response => new Response(JSON.stringify(found), { status });
  const live = objects.get(pathname);
  if (method === 'GET') return live === undefined ? answer(404, { kind: 'Status', code: 404 }) : answer(200, live);
  const given = JSON.parse(String(body)) as { metadata: Record<string, unknown>; data: Record<string, string> };
  const path = method === 'POST' ? `${pathname}/${String(given.metadata.name)}` : pathname;
  const version = (live?.metadata as { resourceVersion?: string } | undefined)?.resourceVersion;
  if (method === 'PUT' && given.metadata.resourceVersion !== version) return answer(409, { kind: 'Status', code: 409 });
  if (path.endsWith('-members')) groupAtList.push(inGroup());
  const made = { ...given, metadata: { ...given.metadata, resourceVersion: String(objects.size + Math.random()) } };
  objects.set(path, made);
  return answer(200, made);
}

async function makeCloud(): Promise<void> {
  who = await makeProject(at.emulator, hubConfig(), () => {});
  await at.enable('compute', 'container', 'iap', 'cloudidentity');
  at.emulator.setClusterEndpoint('kube.test', 'PEM');
  const compute = `compute/v1/projects/${PROJECT}`;
  const network = `projects/${PROJECT}/global/networks/${HUB}`;
  await at.call('POST', `${compute}/global/networks`, { name: HUB, autoCreateSubnetworks: false });
  const range = { name: HUB, network, ipCidrRange: '10.0.0.0/20' };
  await at.call('POST', `${compute}/regions/us-central1/subnetworks`, range);
  await at.call('POST', `container/v1/projects/${PROJECT}/locations/us-central1/clusters`, {
    cluster: { name: HUB, network, autopilot: { enabled: true } },
  });
  await at.call('POST', `${compute}/global/backendServices`, { name: 'k8s1-hub', iap: { enabled: true } });
  backend = String((await at.call('GET', `${compute}/global/backendServices/k8s1-hub`)).body.id);
  const keeper = { 'status.json': JSON.stringify({ generation: 1000, at: '2026-11-24T11:00:00Z', people: {} }) };
  objects = new Map<string, Record<string, unknown>>([
    [
      `/apis/networking.k8s.io/v1/namespaces/jupyterhub-${HUB}/ingresses/jupyterhub`,
      { metadata: { annotations: { 'ingress.kubernetes.io/backends': '{"k8s1-hub": "HEALTHY"}' } } },
    ],
    [`${MAPS}/${HUB}-deployed`, { data: { state: 'deployed' } }],
    [`${MAPS}/${HUB}-keeper`, { data: keeper }],
    [`/api/v1/namespaces/jupyterhub-${HUB}/persistentvolumeclaims`, { items: [] }],
  ]);
}

async function run(
  command: Command,
  flags: Record<string, string | boolean> = {},
  identity = who.sync,
): Promise<CommandResult & { readonly said: string }> {
  const said: string[] = [];
  const result = await command.run({
    configPath: 'jupyterhub.yaml',
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      RUNNER_TEMP: folder,
      ...at.emulator.env(),
      GOOGLE_OAUTH_ACCESS_TOKEN: at.emulator.identities.token(identity),
    },
    json: false,
    flags,
    say: (line) => said.push(line),
    mask: () => {},
    annotate: () => {},
    redact: (text) => text,
    signal: new AbortController().signal,
  });
  return { ...result, said: said.join('\n') };
}

function sync(users: string, flags: Record<string, string | boolean> = {}): ReturnType<typeof run> {
  writeFileSync(join(folder, 'users.yaml'), users);
  return run(syncUsers, flags);
}

const inGroup = (): readonly string[] => at.emulator.groups.addressesOf(GROUP).filter((one) => one !== who.sync);
const passes = (name: string): boolean => at.emulator.iapAllows(backend, `${name}@acme.dev`, new Date());
const data = (): Record<string, string> =>
  (objects.get(`${MAPS}/${HUB}-members`)?.data as Record<string, string> | undefined) ?? {};

describe('sync-users with a managed group', () => {
  test('lets people pass the door through the group and out again; the hub has its list first', async () => {
    at.emulator.groups.add(GROUP, { managers: [who.sync] });
    const first = await sync(listing('grace'));
    expect([first.exitCode, inGroup()]).toEqual([0, ['ada@acme.dev', 'grace@acme.dev']]);
    expect([passes('ada'), passes('grace'), passes('alan')]).toEqual([true, true, false]);
    expect(first.said).toContain(`the group ${GROUP} is written: 2 in, 0 out`);
    const policy = `iap/v1/projects/${NUMBER}/iap_web/compute/services/${backend}:getIamPolicy`;
    expect((await at.call('POST', policy, {})).body.bindings).toEqual([
      { role: 'roles/iap.httpsResourceAccessor', members: [`group:${GROUP}`] },
    ]);
    const writes = at.emulator.journal.filter(({ identity, write }) => write && identity === who.sync);
    expect(writes.map(({ method }) => method)).toEqual([
      'iap.setIamPolicy',
      'cloudidentity.groups.memberships.create',
      'cloudidentity.groups.memberships.create',
    ]);
    const again = await sync(listing('grace'));
    expect([again.exitCode, again.outputs.changed]).toEqual([0, 'false']);
    await sync(listing());
    expect([inGroup(), passes('grace')]).toEqual([['ada@acme.dev'], false]);
    expect(groupAtList).toEqual([[], ['ada@acme.dev', 'grace@acme.dev']]);
  });

  test('puts somebody out of the group at once, and keeps them out', async () => {
    at.emulator.groups.add(GROUP, { managers: [who.sync] });
    await sync(listing('grace'));
    await sync(listing('grace'), { remove: 'grace@acme.dev' });
    await sync(listing('grace'));
    expect([inGroup(), passes('grace')]).toEqual([['ada@acme.dev'], false]);
  });

  test('refuses to empty a group of others before it writes anything, and shows them as a patch', async () => {
    at.emulator.groups.add(GROUP, { managers: [who.sync], owners: ['boss@acme.dev'], members: ['lin@acme.dev'] });
    await expect(sync(listing('grace'))).rejects.toThrow(/already has 1 member .* user:lin@acme\.dev\. Nothing was/);
    const writes = at.emulator.journal.filter(({ identity, write }) => write && identity === who.sync);
    expect([writes, data()]).toEqual([[], {}]);
    const { said } = await sync(listing('grace'), { adopt: true });
    expect(said).toContain('+  - lin@acme.dev');
    expect(said).not.toContain('boss@acme.dev');
    const taken = await sync(listing('grace', 'lin'));
    expect(taken.exitCode).toBe(0);
    expect(taken.said).toContain(`Owners and managers of ${GROUP} pass Google's door`);
    // From now on the group is ours.
    await sync(listing('grace'));
    expect(inGroup()).toEqual(['ada@acme.dev', 'boss@acme.dev', 'grace@acme.dev']);
  });

  test('does not take over a group that it could not look into, so that the refusal comes with the next run', async () => {
    at.emulator.groups.add(GROUP, { managers: [who.sync], members: ['lin@acme.dev'] });
    const api = `serviceusage/v1/projects/${PROJECT}/services/cloudidentity.googleapis.com`;
    await at.call('POST', `${api}:disable`, {});
    await expect(sync(listing('grace'))).rejects.toThrow('cloudidentity.googleapis.com is not enabled');
    await at.enable('cloudidentity');
    at.emulator.faults.add({ method: 'cloudidentity.groups.memberships.list', status: 403 });
    await expect(sync(listing('grace'))).rejects.toThrow('may not see who is in it');
    expect(data()).toEqual({});
    await expect(sync(listing('grace'))).rejects.toThrow('already has 1 member');
  });

  test('a hub that had its list before takes the group over no less carefully', async () => {
    at.emulator.groups.add(GROUP, { managers: [who.sync], members: ['lin@acme.dev'] });
    writeFileSync(join(folder, 'jupyterhub.yaml'), config().replace(', manage: true', ''));
    await sync(listing('grace'));
    expect([inGroup(), Object.keys(data())]).toEqual([['lin@acme.dev'], ['members.json']]);
    writeFileSync(join(folder, 'jupyterhub.yaml'), config());
    await expect(sync(listing('grace'))).rejects.toThrow('already has 1 member');
    expect(inGroup()).toEqual(['lin@acme.dev']);
  });

  test('ends with exit code 1 where a member could not be written, names it, and does the rest', async () => {
    at.emulator.groups.add(GROUP, { managers: [who.sync] });
    const gone = `gone@${PROJECT}.iam.gserviceaccount.com`;
    const done = await sync(`${listing('grace')}serviceAccounts: [${gone}]\n`);
    expect([done.exitCode, inGroup()]).toEqual([1, ['ada@acme.dev', 'grace@acme.dev']]);
    expect(done.said).toContain(`${GROUP} is NOT as the users files say: 1 of its members could not be written`);
    expect(done.said).toContain(`${gone} could not be added to ${GROUP}: A permission is missing`);
    expect(done.summary).toContain('is NOT as the users files say');
  });

  test('gives the hub its list also where the group is out of reach, and says so with exit code 1', async () => {
    at.emulator.groups.add(GROUP, { managers: [who.sync] });
    await sync(listing('grace'));
    at.emulator.faults.add({ method: 'cloudidentity.groups.lookup', status: 403, code: 'PERMISSION_DENIED' });
    const done = await sync(listing());
    expect(done.exitCode).toBe(1);
    expect(done.said).toMatch(/hub-users@acme\.dev were NOT synced .*does not exist, or this identity may not see/);
    expect([JSON.parse(data()['members.json'] ?? '').people.length, passes('grace')]).toEqual([1, true]);
    expect([(await sync(listing())).exitCode, passes('grace')]).toEqual([0, false]);
  });

  test('the guard speaks before the group is touched', async () => {
    at.emulator.groups.add(GROUP, { managers: [who.sync] });
    const many = Array.from({ length: 12 }, (_, i) => `p${i}`);
    await sync(listing(...many));
    await expect(sync(listing())).rejects.toThrow('12 of 13 entries would lose access');
    expect(inGroup()).toHaveLength(13);
  });
});

describe('additive', () => {
  test('removes only whom the files brought in, also when a removal failed before', async () => {
    writeFileSync(join(folder, 'jupyterhub.yaml'), config(', mode: additive'));
    at.emulator.groups.add(GROUP, { managers: [who.sync], members: ['lin@acme.dev'] });
    await sync(listing('grace'));
    expect(inGroup()).toEqual(['ada@acme.dev', 'grace@acme.dev', 'lin@acme.dev']);
    at.emulator.faults.add({ method: 'cloudidentity.groups.memberships.delete', status: 403 });
    expect((await sync(listing())).exitCode).toBe(1);
    expect((await sync(listing())).exitCode).toBe(0);
    expect(inGroup()).toEqual(['ada@acme.dev', 'lin@acme.dev']);
    expect(JSON.parse(data()['group.json'] ?? '')).toEqual({ group: GROUP, added: ['ada@acme.dev'] });
    // Whom the console lets in after that is not ours any more.
    const token = at.emulator.identities.token(who.sync);
    const lookup = `cloudidentity/v1/groups:lookup?groupKey.id=${GROUP}`;
    const { name } = (await at.call('GET', lookup, undefined, token)).body;
    await at.call(
      'POST',
      `cloudidentity/v1/${String(name)}/memberships`,
      { preferredMemberKey: { id: 'grace@acme.dev' } },
      token,
    );
    await sync(listing());
    expect(inGroup()).toEqual(['ada@acme.dev', 'grace@acme.dev', 'lin@acme.dev']);
  });
});

describe('the report', () => {
  test('says who of the files is in the group, and who is in it besides', async () => {
    at.emulator.groups.add(GROUP, { managers: [who.sync], owners: ['boss@acme.dev'] });
    await sync(listing('grace'));
    writeFileSync(join(folder, 'users.yaml'), listing('grace', 'alan'));
    const { text = '' } = await run(accessReport, { format: 'json' });
    const { listed, notes } = JSON.parse(text) as {
      listed: { name: string; door: { state: string } }[];
      notes: string[];
    };
    expect(listed.map(({ name, door }) => [name, door.state])).toEqual([
      ['ada@acme.dev', 'granted'],
      ['grace@acme.dev', 'granted'],
      ['alan@acme.dev', 'missing'],
    ]);
    expect(notes.join('\n')).toContain(`Entry is by the Google group ${GROUP}`);
    expect(notes.join('\n')).toContain('boss@acme.dev (owner or manager)');
  });

  test('of an identity that may not see the group says so', async () => {
    at.emulator.groups.add(GROUP, { managers: [who.sync] });
    await sync(listing());
    const { text = '' } = await run(accessReport, { format: 'json' }, who.plan);
    expect(text).toContain('they may not be read here');
    expect(text).toContain('left to the group');
  });
});
