import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { REPOSITORY } from '../../sandbox/src/facts.js';
import { repoPath } from '../../sandbox/src/paths.js';
import { makeIdentities } from '../../sandbox/src/project.js';
import { type Sandbox, startSandbox } from '../../sandbox/src/sandbox.js';
import { readConfig } from '../../sandbox/src/serve.js';
import { ensureTools } from '../../sandbox/src/tools/toolbox.js';
import { PROVIDER, trustJobs } from '../../sandbox/src/trust.js';
import { run } from '../../src/system/exec.js';
import { WorkflowRepository } from '../support/e2e/workflow-repository.js';

const SLOW = 300_000;
const STAND_INS = [
  'hashicorp/setup-terraform@dfe3c3f87815947d99a8997f908cb6525fc44e9e',
  'actions/upload-artifact@330a01c490aca151604b8cf639adc76d48f6c5d4',
];
/** Of workflows that do not run here; act looks at all of them. */
const OTHER_STAND_INS = ['actions/create-github-app-token@1b10c78c7865c340bc4f6099eb2f838309f1e8c3'];

let dir: string;
let sandbox: Sandbox;
let act: string;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'jupyterhub-gke-workflows-'));
  act = (await ensureTools(['act'], { log: () => {} })).path('act');
  const config = await readConfig(repoPath('examples/several-hubs/hubs/research/jupyterhub.yaml'));
  sandbox = await startSandbox({ config, dir: join(dir, 'sandbox'), log: () => {} });
  const { emulator, github } = sandbox;
  for (const hub of ['research', 'teaching']) {
    const owns = hub === config.name;
    makeIdentities(emulator, {
      ...config,
      name: hub,
      platform: owns ? config.platform : { ...config.platform, from: '' },
    });
    trustJobs(emulator, github, (identity) => `${hub}-${identity}@${config.project}.iam.gserviceaccount.com`);
  }
}, SLOW);
afterAll(async () => {
  expect(sandbox?.github.violations).toEqual([]);
  await sandbox?.stop();
  rmSync(dir, { recursive: true, force: true });
});

function repository(example: 'quick-start' | 'several-hubs', firstPull: number): Promise<WorkflowRepository> {
  const folder = join(dir, example);
  mkdirSync(folder);
  // A workflow signs in itself, so it gets no credentials of the sandbox.
  const hidden = /^(GOOGLE_OAUTH_ACCESS_TOKEN|KUBECONFIG|CLOUDSDK_.*)$/;
  return WorkflowRepository.make({
    dir: folder,
    example,
    github: sandbox.github,
    name: REPOSITORY,
    firstPull,
    run: {
      act,
      standIns: [...STAND_INS, ...OTHER_STAND_INS],
      env: Object.fromEntries(Object.entries(sandbox.env).filter(([name]) => !hidden.test(name))),
      variables: {
        WORKLOAD_IDENTITY_PROVIDER: PROVIDER,
        ...Object.fromEntries(
          ['PLAN', 'APPLY', 'SYNC'].map((identity) => [
            `${identity}_SERVICE_ACCOUNT`,
            `research-${identity.toLowerCase()}@acme-research.iam.gserviceaccount.com`,
          ]),
        ),
      },
    },
  });
}

/** Calls of Google's APIs since a moment, to show that a run made none. */
function googleCalls(): number {
  return sandbox.emulator.journal.length;
}

const ended = ({ code, log }: { code: number | null; log: string }) => [code, code === 0 ? '' : log];
const comments = (pull: number): string[] => sandbox.github.comments(pull).map(({ body }) => body);

describe.each([
  {
    example: 'several-hubs',
    firstPull: 101,
    hubs: ['research', 'teaching'],
    config: 'hubs/common.yaml',
    users: 'hubs/teaching/users.yaml',
    of: 'teaching',
  },
  {
    example: 'quick-start',
    firstPull: 201,
    hubs: ['research'],
    config: 'jupyterhub.yaml',
    users: 'users.yaml',
    of: 'research',
  },
] as const)('the workflows of examples/$example, under act', ({ example, firstPull, hubs, config, users, of }) => {
  let repo: WorkflowRepository;
  beforeAll(async () => {
    repo = await repository(example, firstPull);
  }, SLOW);

  test(
    'a pull request gets a comment for each hub, and its merge applies what was reviewed',
    async () => {
      const text = repo.read(config).replace(/^culling:.*\n/m, '');
      const change = { [config]: `${text}culling: {idle: 3h}\n` };
      const planned = await repo.propose(change);
      expect(ended(planned)).toEqual([0, '']);
      for (const name of STAND_INS) expect(planned.log).toContain(`stand-in for ${name}`);
      const named = comments(planned.pull).map((body) => /JupyterHub `(\w+)` · plan/.exec(body)?.[1]);
      expect(named.sort()).toEqual(hubs);
      expect(Object.keys(planned.artifacts).sort()).toEqual(hubs.map((hub) => `jupyterhub-plan-${hub}`));
      const applied = await repo.merge(planned.pull, change, example === 'several-hubs' ? 'merge' : 'squash');
      expect(ended(applied)).toEqual([0, '']);
      const reviewed = `this is what was reviewed in pull request #${planned.pull}`;
      expect(applied.log.split(reviewed)).toHaveLength(1 + hubs.length);
      expect([...applied.log.matchAll(/Applied\. The hub is at/g)]).toHaveLength(hubs.length);
    },
    SLOW,
  );

  test(
    'a merge of only a users file grants access to that hub and no other',
    async () => {
      const change = { [users]: `${repo.read(users)}  - new@acme.dev\n` };
      const planned = await repo.propose(change);
      expect(ended(planned)).toEqual([0, '']);
      expect(comments(planned.pull)).toEqual([expect.stringContaining(`JupyterHub \`${of}\` · plan`)]);
      expect(comments(planned.pull)[0]).toContain('1 person gains access');
      const applied = await repo.merge(planned.pull, change);
      expect(ended(applied)).toEqual([0, '']);
      expect([...applied.log.matchAll(/Only users files changed/g)]).toHaveLength(1);
      expect(applied.log).toMatch(/1 to grant/);
    },
    SLOW,
  );

  test(
    'a pull request from a fork gets its files checked, and no credentials',
    async () => {
      const calls = googleCalls();
      const change = { [users]: `${repo.read(users)}  - mallory@acme.dev\n` };
      const checked = await repo.propose(change, 'mallory/hubs');
      expect(ended(checked)).toEqual([0, '']);
      expect(checked.log).toContain('jupyterhub-gke validate: the pull request comes from a fork');
      expect(checked.artifacts).toEqual({});
      expect(comments(checked.pull)).toEqual([]);
      expect([checked.calls, googleCalls()]).toEqual([[], calls]);
      const [, variables = ''] = /variables: (\w.*)/.exec(checked.log) ?? [];
      expect(variables).toContain('GITHUB_EVENT_PATH');
      // Addresses of the sandbox are no credentials. The token of the run, which act sets, may read and nothing else.
      const held = variables.split(' ').filter((name) => !/_CUSTOM_ENDPOINT$|^GITHUB_TOKEN$/.test(name));
      expect(
        held.filter((name) => /TOKEN|CREDENTIAL|ACCOUNT|KUBECONFIG|CLOUDSDK|SECRET|PASSWORD|KEY$/.test(name)),
      ).toEqual([]);
    },
    SLOW,
  );

  test(
    'a change that affects no hub applies nothing',
    async () => {
      const pushed = await repo.push({ 'README.md': 'Our hubs.\n' });
      expect(ended(pushed)).toEqual([0, '']);
      if (example === 'several-hubs') expect(pushed.log).toContain('0 of 2 hubs to look at');
      else expect(pushed.log).toContain('Nothing to do. The hub is at');
      expect(pushed.log).not.toContain('Applied.');
    },
    SLOW,
  );

  test(
    'a push without a pull request is refused, and applied in a manual run with its fingerprint',
    async () => {
      const file = example === 'several-hubs' ? 'hubs/teaching/jupyterhub.yaml' : config;
      const text = repo.read(file).replace(/^profiles:[\s\S]*/m, '');
      const refused = await repo.push({ [file]: `${text}profiles:\n  - {name: large, cpu: 2, memory: 6Gi}\n` });
      expect(refused.code).not.toBe(0);
      expect(refused.log).toContain("no pull request's merge is commit");
      const [, fingerprint = ''] = /with its fingerprint: ([0-9a-f]{64})/.exec(refused.log) ?? [];
      const released = await repo.start('workflow_dispatch', 'push.yml', {
        fingerprint,
        ...(example === 'several-hubs' ? { hub: 'teaching' } : {}),
      });
      expect(ended(released)).toEqual([0, '']);
      expect(released.log).toContain('approved in this manual run');
      expect([...released.log.matchAll(/Applied\. The hub is at/g)]).toHaveLength(1);
    },
    SLOW,
  );

  test(
    'the daily run reconciles the IAP policy of each hub with its files',
    async () => {
      const synced = await repo.start('schedule', 'schedule.yml');
      expect(ended(synced)).toEqual([0, '']);
      expect([...synced.log.matchAll(/People: nothing to do/g)]).toHaveLength(hubs.length);
    },
    SLOW,
  );

  const byHand = (workflow: string, inputs: Record<string, string>) =>
    repo.start('workflow_dispatch', workflow, { ...(example === 'several-hubs' ? { hub: of } : {}), ...inputs });

  test(
    'destroy by hand removes nothing under another name, and nothing that is protected',
    async () => {
      const start = (confirm: string) => byHand('destroy.yml', { target: 'hub', confirm, address: '', break_lock: '' });
      const wrong = await start('lab');
      expect([wrong.code === 0, wrong.log]).toEqual([false, expect.stringContaining(`is ${of}, not "lab"`)]);
      const guarded = await start(of);
      expect([guarded.code === 0, guarded.log]).toEqual([
        false,
        expect.stringContaining('The hub is protected against deletion: the last apply left it so'),
      ]);
    },
    SLOW,
  );
});

test(
  'a hub on a shared platform cannot destroy the platform, and its own protection is removed in its own file',
  async () => {
    const dirOf = join(dir, 'several-hubs/repository');
    const command = async (...args: string[]) => {
      const env = { ...process.env, ...sandbox.env };
      const all = [repoPath('dist/index.js'), ...args, '--config', 'hubs/teaching/jupyterhub.yaml'];
      return run(process.execPath, all, { cwd: dirOf, env });
    };
    const destroy = (target: string) => command('destroy', '--target', target, '--yes');
    const platform = await destroy('platform');
    expect([platform.code, platform.stderr]).toEqual([
      1,
      expect.stringContaining('hubs/teaching/jupyterhub.yaml:6:18'),
    ]);
    expect(platform.stderr).toContain('Destroy the platform with the file that owns it: ../research/jupyterhub.yaml.');
    const guarded = await destroy('hub');
    expect(guarded.stderr).toContain('The hub is protected against deletion: the last apply left it so');
    const file = join(dirOf, 'hubs/teaching/jupyterhub.yaml');
    const text = readFileSync(file, 'utf8').replace('jupyterhub.yaml}', 'jupyterhub.yaml, deletionProtection: false}');
    writeFileSync(file, text);
    const unapplied = await destroy('hub');
    expect(unapplied.stderr).toContain('The file says deletionProtection: false, but that is not applied');
    const planned = await command('plan');
    expect(planned.stdout).toMatch(/deletion ?protection/i);
    const applied = await command('apply');
    expect(ended({ code: applied.code, log: applied.stdout + applied.stderr })).toEqual([0, '']);
    const gone = await destroy('hub');
    expect([gone.code, gone.stderr]).toEqual([0, '']);
    expect(gone.stdout).toContain('The hub is destroyed.');
    const left = await sandbox.controlPlane.client.list('/apis/apps/v1/deployments');
    expect(left.map(({ metadata }) => metadata.namespace)).toEqual(expect.arrayContaining(['jupyterhub-research']));
    expect(left.filter(({ metadata }) => metadata.namespace === 'jupyterhub-teaching')).toEqual([]);
  },
  SLOW,
);
