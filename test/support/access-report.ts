import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from '@jest/globals';
import { type GitHub, startGitHub } from '../../sandbox/src/github/github.js';
import { reconcilerKey } from '../../src/access/hub/reconciler-status.js';
import { ACCESSOR_ROLE } from '../../src/access/iap/policy.js';
import { command } from '../../src/commands/access-report/command.js';
import type { CommandResult } from '../../src/stages/command.js';
import { contextIn } from './command-context.js';
import { NUMBER, type Rig, rig } from './google.js';
import { CONFIG, HUB, type HubCloud, INGRESS, makeHubCloud, NAMESPACE } from './hub-cloud.js';
import { type KubeApi, startKubeApi } from './kube-api.js';

/** A hub with two people, policies on and above it, and its repository. */
export interface ReportFixture {
  readonly at: Rig;
  readonly cloud: HubCloud;
  readonly kube: KubeApi;
  readonly github: GitHub;
  /** Folder of the run, with `repository` in it. */
  readonly folder: string;
  readonly repository: string;
}

/** Result and output of a run of `access report`. */
export interface Ran {
  readonly result: CommandResult;
  readonly said: string;
}

/** The fixture of the running test. */
export let fixture: ReportFixture;

/** Gives each test of a file a fixture. Tests must not write anything or make calls that Google does not describe. */
export function fixtureForEach(): void {
  beforeEach(async () => {
    const [at, kube] = [await rig(), await startKubeApi()];
    const github = await startGitHub({ repository: 'acme/hubs', log: () => {} });
    const folder = mkdtempSync(join(tmpdir(), 'access-report-'));
    const repository = join(folder, 'repository');
    mkdirSync(repository);
    fixture = { at, kube, github, folder, repository, cloud: await makeHubCloud(at) };
    await writePolicies();
    Object.assign(kube.objects, hubObjects());
    makeRepository();
  });
  afterEach(async () => {
    const { at, kube, github, folder } = fixture;
    await Promise.all([at.emulator.stop(), kube.stop(), github.stop()]);
    rmSync(folder, { recursive: true, force: true });
    const writes = kube.calls.filter((call) => !call.startsWith('GET '));
    expect([...at.emulator.violations, ...github.violations, ...writes]).toEqual([]);
  });
}

/** Runs `access report`, as the plan identity unless another one is named. */
export async function report(
  flags: Record<string, string> = {},
  env: Record<string, string> = {},
  identity = fixture.cloud.people.plan,
): Promise<Ran> {
  const { at, github, folder, repository } = fixture;
  const context = contextIn(repository, {
    env: {
      PATH: process.env.PATH,
      RUNNER_TEMP: folder,
      ...at.emulator.env(),
      GOOGLE_OAUTH_ACCESS_TOKEN: at.emulator.identities.token(identity),
      GITHUB_API_URL: github.url,
      GITHUB_REPOSITORY: 'acme/hubs',
      ...env,
    },
    flags,
  });
  const result = await command.run(context);
  return { result, said: context.said.join('\n') };
}

/** Runs git in the repository, always at the same time and as the same person. */
export function git(...args: string[]): string {
  const date = '2026-01-02T03:04:05Z';
  const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@acme.dev', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...identity, ...args], { cwd: fixture.repository, env, encoding: 'utf8' }).trim();
}

async function writePolicies(): Promise<void> {
  const { at, cloud } = fixture;
  const policy = (path: string, bindings: readonly object[]) =>
    at.call('POST', `iap/v1/projects/${NUMBER}/iap_web${path}:setIamPolicy`, { policy: { version: 3, bindings } });
  await policy(`/compute/services/${cloud.backend}`, [
    { role: ACCESSOR_ROLE, members: ['user:ada@acme.dev', 'user:boss@uni.example'] },
    {
      role: ACCESSOR_ROLE,
      members: ['user:night@acme.dev'],
      condition: { title: 'night shift', expression: 'request.time.getHours() > 20' },
    },
  ]);
  await policy('', [{ role: ACCESSOR_ROLE, members: ['domain:acme.dev'] }]);
}

function makeRepository(): void {
  const { github, repository } = fixture;
  const more = 'access: {domain: hub.acme.dev}\nacknowledge: [{rule: public-people, reason: everybody may know}]\n';
  writeFileSync(join(repository, 'jupyterhub.yaml'), CONFIG + more);
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

/** What a cluster has of a hub, by the paths of its API: two people on the list, one seen, and four disks. */
function hubObjects(): Record<string, object | number> {
  const maps = `/api/v1/namespaces/${NAMESPACE}/configmaps/${HUB}`;
  const map = (data: Record<string, unknown>): object => ({
    data: Object.fromEntries(Object.entries(data).map(([name, value]) => [name, JSON.stringify(value)])),
  });
  const seen = { [reconcilerKey('ada@acme.dev')]: { lastActivity: '2026-11-20T08:00:00Z' } };
  return {
    [INGRESS.path]: INGRESS.object,
    [`${maps}-members`]: map({
      'members.json': {
        generation: 4,
        people: [{ email: 'ada@acme.dev', admin: true, until: null, groups: ['ml'] }],
        domains: ['uni.example'],
      },
    }),
    [`/api/v1/namespaces/${NAMESPACE}/persistentvolumeclaims`]: {
      items: [
        { metadata: { name: 'hub-db-dir' } },
        homeOf('ada@acme.dev', 'claim-ada'),
        homeOf('x@uni.example', 'claim-x'),
        homeOf('lin@acme.dev', 'claim-lin'),
      ],
    },
    [`${maps}-reconciler`]: map({ 'status.json': { generation: 4, at: '2026-11-24T11:00:00Z', people: seen } }),
  };
}

function homeOf(owner: string, name: string): object {
  const metadata = {
    name,
    annotations: { 'hub.jupyter.org/username': owner },
    creationTimestamp: '2026-02-03T04:05:06Z',
  };
  return {
    metadata,
    spec: { resources: { requests: { storage: '10Gi' } } },
    status: { capacity: { storage: '12Gi' } },
  };
}
