import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type GitHub, startGitHub } from '../../sandbox/src/github/github.js';
import { makeProject } from '../../sandbox/src/project.js';
import { command } from '../../src/commands/access.js';
import type { CommandResult } from '../../src/commands/command.js';
import type { HubConfig } from '../../src/config/model.js';
import { hubObjects } from './access-report-support.js';
import { NUMBER, PROJECT, type Rig, rig } from './google-support.js';

const ROLE = 'roles/iap.httpsResourceAccessor';
const HUB = 'research';
const NAMESPACE = `jupyterhub-${HUB}`;
const CONFIG = `apiVersion: jupyterhub-gke/v1
name: ${HUB}
project: ${PROJECT}
location: us-central1
state: {bucket: acme-research-tfstate}
users: users.yaml
access: {domain: hub.acme.dev}
acknowledge: [{rule: public-people, reason: everybody may know}]
`;
const realFetch = globalThis.fetch;
let at: Rig;
let github: GitHub;
let folder = '';
let repository = '';
let plan = '';
/** Objects of the cluster by path; a number is a refusal with that status. */
let objects: Record<string, object | number>;
let writes: string[];

beforeEach(async () => {
  at = await rig();
  github = await startGitHub({ repository: 'acme/hubs', log: () => {} });
  folder = mkdtempSync(join(tmpdir(), 'access-report-'));
  repository = join(folder, 'repository');
  mkdirSync(repository);
  writes = [];
  await makeCloud();
  makeRepository();
  globalThis.fetch = async (input, init) => {
    const url = new URL(String(input));
    return url.host === 'kube.test' ? cluster(url, init) : realFetch(input, init);
  };
});
afterEach(async () => {
  globalThis.fetch = realFetch;
  expect([...at.emulator.violations, ...github.violations, ...writes]).toEqual([]);
  await Promise.all([at.emulator.stop(), github.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

/** The API server as far as the report asks it: reads alone. */
function cluster({ pathname }: URL, init: RequestInit = {}): Response {
  if (init.method !== 'GET') writes.push(`${init.method} ${pathname}`);
  const found = objects[pathname];
  const status = found === undefined ? 404 : typeof found === 'number' ? found : 200;
  const body = status === 200 ? found : { kind: 'Status', status: 'Failure', message: 'no', code: status };
  return new Response(JSON.stringify(body), { status });
}

async function makeCloud(): Promise<void> {
  const config = { name: HUB, project: PROJECT, location: 'us-central1', state: { bucket: 'acme-research-tfstate' } };
  plan = (await makeProject(at.emulator, config as HubConfig, () => {})).plan;
  await at.enable('compute', 'container', 'iap');
  at.emulator.setClusterEndpoint('kube.test', 'PEM');
  const compute = `compute/v1/projects/${PROJECT}`;
  const network = `projects/${PROJECT}/global/networks/${HUB}`;
  await at.call('POST', `${compute}/global/networks`, { name: HUB, autoCreateSubnetworks: false });
  await at.call('POST', `${compute}/regions/us-central1/subnetworks`, {
    name: HUB,
    network,
    ipCidrRange: '10.0.0.0/20',
  });
  await at.call('POST', `container/v1/projects/${PROJECT}/locations/us-central1/clusters`, {
    cluster: { name: HUB, network, autopilot: { enabled: true } },
  });
  await at.call('POST', `${compute}/global/backendServices`, { name: 'k8s1-hub', iap: { enabled: true } });
  const { body } = await at.call('GET', `${compute}/global/backendServices/k8s1-hub`);
  const policy = (path: string, bindings: readonly object[]) =>
    at.call('POST', `iap/v1/projects/${NUMBER}/iap_web${path}:setIamPolicy`, { policy: { version: 3, bindings } });
  await policy(`/compute/services/${String(body.id)}`, [
    { role: ROLE, members: ['user:ada@acme.dev', 'user:boss@uni.example'] },
    {
      role: ROLE,
      members: ['user:night@acme.dev'],
      condition: { title: 'night shift', expression: 'request.time.getHours() > 20' },
    },
  ]);
  await policy('', [{ role: ROLE, members: ['domain:acme.dev'] }]);
  objects = hubObjects(HUB, NAMESPACE);
}

function git(...args: string[]): string {
  const date = '2026-01-02T03:04:05Z';
  const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@acme.dev', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...identity, ...args], { cwd: repository, env, encoding: 'utf8' }).trim();
}

function makeRepository(): void {
  writeFileSync(join(repository, 'jupyterhub.yaml'), CONFIG);
  writeFileSync(
    join(repository, 'users.yaml'),
    'users:\n  - {email: ada@acme.dev, admin: true, groups: [ml]}\n  - {email: bo@acme.dev, until: 2099-12-31}\ndomains: [uni.example]\n',
  );
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'people: =cmd() | @octocat');
  const sha = git('rev-parse', 'HEAD');
  github.addPull({
    number: 41,
    headSha: 'b'.repeat(40),
    baseSha: 'c'.repeat(40),
    headRef: 'x',
    baseRef: 'main',
    login: 'bo',
    merged: { at: '2026-01-02T04:00:00Z', sha },
    reviews: [{ login: 'ada-l', state: 'APPROVED' }],
  });
}

interface Ran {
  readonly result: CommandResult;
  readonly said: string;
}

async function report(
  flags: Record<string, string> = {},
  env: Record<string, string> = {},
  identity = plan,
): Promise<Ran> {
  const said: string[] = [];
  const result = await command.run({
    configPath: 'jupyterhub.yaml',
    cwd: repository,
    env: {
      PATH: process.env.PATH,
      RUNNER_TEMP: folder,
      ...at.emulator.env(),
      GOOGLE_OAUTH_ACCESS_TOKEN: at.emulator.identities.token(identity),
      GITHUB_API_URL: github.url,
      GITHUB_REPOSITORY: 'acme/hubs',
      ...env,
    },
    json: false,
    flags,
    say: (line) => said.push(line),
    mask: () => {},
    annotate: () => {},
    redact: (text) => text,
    signal: new AbortController().signal,
  });
  return { result, said: said.join('\n') };
}
interface Document {
  readonly complete: boolean;
  readonly listed: readonly Record<string, unknown>[];
  readonly others: readonly Record<string, unknown>[];
  readonly homes: readonly Record<string, unknown>[];
  readonly notes: readonly string[];
}
const documentOf = ({ result }: Ran): Document => result.document as unknown as Document;

describe('access report', () => {
  test('says who can enter, why, since when, last seen, and what else lets people in, as the plan identity', async () => {
    const ran = await report({ format: 'json' }, { GITHUB_TOKEN: github.token });
    const { complete, listed, others, homes, notes } = documentOf(ran);
    expect(complete).toBe(true);
    const why = {
      file: 'users.yaml',
      commit: {
        sha: git('rev-parse', 'HEAD'),
        date: '2026-01-02T03:04:05Z',
        author: 'Ada',
        subject: 'people: =cmd() | @octocat',
      },
      note: null,
      pullRequest: 41,
      proposedBy: 'bo',
      approvedBy: ['ada-l'],
    };
    expect(listed).toEqual([
      expect.objectContaining({
        name: 'ada@acme.dev',
        role: 'admin',
        why: { ...why, line: 2 },
        since: '2026-01-02T03:04:05Z',
        lastSeen: '2026-11-20T08:00:00Z',
        door: { state: 'granted', also: ['domain:acme.dev on iap_web'] },
        hub: { state: 'listed', enforced: true },
      }),
      expect.objectContaining({
        name: 'bo@acme.dev',
        until: '2100-01-01T00:00:00Z',
        why: { ...why, line: 3 },
        lastSeen: null,
        door: { state: 'missing', also: ['domain:acme.dev on iap_web'] },
        hub: { state: 'not listed', enforced: true },
      }),
      expect.objectContaining({
        kind: 'domain',
        name: 'uni.example',
        why: { ...why, line: 4 },
        door: { state: 'missing', also: [] },
        hub: { state: 'listed', enforced: true },
      }),
    ]);
    expect(others.map(({ name, why: reason, place }) => [name, reason, place])).toEqual([
      ['boss@uni.example', 'granted in the console or by another program', 'door'],
      ['night@acme.dev', 'condition of somebody else: night shift', 'door'],
      ['acme.dev', 'inherited from iap_web', 'iap_web'],
    ]);
    expect(homes).toEqual([
      {
        kind: 'disk',
        owner: 'lin@acme.dev',
        place: 'claim-lin',
        size: '12Gi',
        created: '2026-02-03T04:05:06Z',
        left: null,
        lastSeen: null,
      },
    ]);
    expect(notes).toEqual([expect.stringMatching(/^Google takes/), expect.stringMatching(/^Grants on folders/)]);
    expect(JSON.parse(String(ran.result.text))).toEqual(ran.result.document);
    expect(github.journal.map(({ operation }) => operation)).toEqual([
      'repos/list-pull-requests-associated-with-commit',
      'pulls/list-reviews',
    ]);
    expect(at.emulator.journal.filter(({ write, identity }) => write && identity === plan)).toEqual([]);
  });

  test('leaves out what it has no token, no right and no cluster for, and says so', async () => {
    const stranger = `reader@${PROJECT}.iam.gserviceaccount.com`;
    at.emulator.identities.add(stranger, {
      roles: ['roles/compute.viewer', 'roles/container.viewer', 'roles/serviceusage.serviceUsageViewer'],
    });
    objects[`/api/v1/namespaces/${NAMESPACE}/configmaps/${HUB}-members`] = 403;
    objects[`/api/v1/namespaces/${NAMESPACE}/persistentvolumeclaims`] = 403;
    delete objects[`/api/v1/namespaces/${NAMESPACE}/configmaps/${HUB}-keeper`];
    const { complete, listed, notes } = documentOf(await report({}, {}, stranger));
    expect(complete).toBe(false);
    expect(listed.map(({ door, hub }) => [door, hub])).toEqual(
      Array(3).fill([
        { state: 'not known', also: [] },
        { state: 'not known', enforced: null },
      ]),
    );
    const text = notes.join('\n');
    expect(text).toMatch(/^The hub's list of people may not be read/m);
    expect(text).toMatch(/^The homes of people may not be read/m);
    expect(text).toMatch(/^The keeper in the hub has reported nothing yet/m);
    expect(text).toMatch(/^Pull requests and approvals are not known: there is no token/m);
    expect(text).toMatch(/^The policy of the door itself could not be read/m);
    expect(text.match(/^A policy above the door could not be read/gm)).toHaveLength(3);

    await at.call('DELETE', `container/v1/projects/${PROJECT}/locations/us-central1/clusters/${HUB}`);
    const gone = documentOf(await report());
    expect(gone.notes).toContain(
      'The hub has no cluster that answers: neither its list of people nor its door is known.',
    );
    expect(gone.others.map(({ name }) => name)).toEqual(['acme.dev']);
  });

  test('prints Markdown in a terminal, or writes the file that is asked for, readable by its owner only', async () => {
    const printed = await report();
    expect(printed.result.text).toContain('| `bo@acme.dev` | user, until 2099-12-31 |');
    expect(printed.said).toContain('Access: 3 entries in the users files. 3 grants are not explained by them.');
    const written = await report({ format: 'csv', output: 'who.csv' });
    expect(written.result.text).toBeUndefined();
    expect(written.said).toContain('The report is in who.csv');
    const csv = readFileSync(join(repository, 'who.csv'), 'utf8');
    expect(csv).toContain('"ada@acme.dev","person","yes","admin"');
    expect(csv).toContain('"people: =cmd() |');
    expect(statSync(join(repository, 'who.csv')).mode & 0o777).toBe(0o600);
    await expect(report({ output: 'gone/who.csv' })).rejects.toThrow('The report could not be written');
  });

  test('gives a workflow a summary and a file, with short addresses where the public can read', async () => {
    const event = join(folder, 'event.json');
    const env = { GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'schedule', GITHUB_EVENT_PATH: event };
    for (const [visibility, shown] of [
      ['private', 'ada@acme.dev'],
      ['public', 'a…a@acme.dev'],
    ] as const) {
      writeFileSync(event, JSON.stringify({ repository: { visibility, private: visibility === 'private' } }));
      const { result } = await report({ format: 'csv' }, { ...env, INPUT_GITHUB_TOKEN: github.token });
      expect(result.text).toBeUndefined();
      const file = readFileSync(String(result.outputs.report_path), 'utf8');
      for (const text of [result.summary?.replaceAll('\u200b', ''), file, JSON.stringify(result.document)]) {
        expect(text).toContain(shown);
        if (visibility === 'public') expect(text).not.toMatch(/ada@|bo@|boss@/);
      }
    }
  });

  test('refuses an unknown format before anything is asked', async () => {
    const before = at.emulator.journal.length;
    await expect(report({ format: 'pdf' })).rejects.toMatchObject({
      name: 'UsageError',
      hint: 'Formats: markdown, csv, json.',
    });
    expect(at.emulator.journal).toHaveLength(before);
  });
});
