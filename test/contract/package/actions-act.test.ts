import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runWorkflow, type WorkflowResult } from '../../../sandbox/src/github/act.js';
import { type GitHub, startGitHub } from '../../../sandbox/src/github/github.js';
import { repoPath } from '../../../sandbox/src/paths.js';
import { ensureTools } from '../../../sandbox/src/tools/toolbox.js';
import { ACTION } from '../../../src/versions.js';

// Replaces the bundle: reports how it was called, leaves the folder of a killed run behind, and sets outputs.
const RECORDER = `
const { appendFileSync, mkdirSync, readFileSync } = require('node:fs');
const { env } = process;
const event = JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, 'utf8'));
console.log('RECORD ' + JSON.stringify({
  argv: process.argv.slice(2), event: env.GITHUB_EVENT_NAME, ref: env.GITHUB_REF, pull: event.pull_request?.number ?? null,
  config: env.INPUT_CONFIG, provider: env.INPUT_WORKLOAD_IDENTITY_PROVIDER, account: env.INPUT_SERVICE_ACCOUNT,
  token: Boolean(env.INPUT_GITHUB_TOKEN), identity: Boolean(env.ACTIONS_ID_TOKEN_REQUEST_TOKEN), api: env.GITHUB_API_URL,
  odd: env.ODD,
}));
mkdirSync(env.RUNNER_TEMP + '/jupyterhub-gke-left');
appendFileSync(env.GITHUB_OUTPUT, 'changed<<X1\\ntrue\\nX1\\n');
process.exit(Number(env.EXIT ?? 0));
`;
const SETUP = 'hashicorp/setup-terraform@dfe3c3f87815947d99a8997f908cb6525fc44e9e';
const UPLOAD = 'actions/upload-artifact@330a01c490aca151604b8cf639adc76d48f6c5d4';

let act: string;
let folder: string;
let github: GitHub;
beforeAll(async () => {
  act = (await ensureTools(['act'], { log: () => {} })).path('act');
  folder = mkdtempSync(join(tmpdir(), 'act-test-'));
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'dist/index.js'), RECORDER);
  github = await startGitHub({ repository: 'acme/hubs', log: () => {} });
  github.addPull({ number: 7, headSha: 'a'.repeat(40), baseSha: 'b'.repeat(40), headRef: 'change', baseRef: 'main' });
}, 300_000);
afterAll(async () => {
  await github.stop();
  rmSync(folder, { recursive: true, force: true });
});

let runs = 0;
async function run(
  event: 'push' | 'pull_request' | 'schedule',
  workflow: string,
  env: Record<string, string> = {},
): Promise<WorkflowResult & { records: Record<string, unknown>[] }> {
  runs += 1;
  const result = await runWorkflow({
    act,
    dir: join(folder, `run-${runs}`),
    github,
    repository: 'acme/hubs',
    event,
    ...(event === 'pull_request' ? { pull: 7 } : {}),
    files: { '.github/workflows/hub.yml': workflow },
    workflow: '.github/workflows/hub.yml',
    dist: join(folder, 'dist'),
    standIns: [SETUP, UPLOAD],
    env,
    variables: {
      WORKLOAD_IDENTITY_PROVIDER: 'projects/1/locations/global/workloadIdentityPools/github/providers/github',
      PLAN_SERVICE_ACCOUNT: 'plan@acme.dev',
      APPLY_SERVICE_ACCOUNT: 'apply@acme.dev',
      SYNC_SERVICE_ACCOUNT: 'sync@acme.dev',
    },
    token: github.token,
    identity: {},
    log: () => {},
  });
  const records = [...result.log.matchAll(/RECORD (\{.*\})/g)].map((match) => JSON.parse(String(match[1])));
  return { ...result, records };
}

describe('the workflows that init writes, under act', () => {
  const example = (name: string): string =>
    readFileSync(repoPath('examples/quick-start/.github/workflows', name), 'utf8');

  test('plan on a pull request, as the plan identity', async () => {
    const { code, log, records } = await run('pull_request', example('pull-request.yml'), { ODD: 'a $HOME "b" # c' });
    expect(log).toContain(`stand-in for ${SETUP}`);
    expect(records).toEqual([
      {
        argv: ['auto'],
        event: 'pull_request',
        ref: 'refs/pull/7/merge',
        pull: 7,
        config: 'jupyterhub.yaml',
        provider: 'projects/1/locations/global/workloadIdentityPools/github/providers/github',
        account: 'plan@acme.dev',
        token: true,
        identity: true,
        api: github.url,
        odd: 'a $HOME "b" # c',
      },
    ]);
    expect(code).toBe(0);
  }, 60_000);

  test('apply on a push to main, as the apply identity', async () => {
    const { code, records } = await run('push', example('push.yml'));
    expect(records).toMatchObject([
      { argv: ['auto'], event: 'push', ref: 'refs/heads/main', pull: null, account: 'apply@acme.dev' },
    ]);
    expect(code).toBe(0);
  }, 60_000);

  test('sync people once a day, as the sync identity and without terraform', async () => {
    const { code, log, records } = await run('schedule', example('schedule.yml'));
    expect(records).toMatchObject([
      { argv: ['sync-users'], event: 'schedule', ref: 'refs/heads/main', account: 'sync@acme.dev', identity: true },
    ]);
    expect(log).not.toContain('setup-terraform');
    expect(code).toBe(0);
  }, 60_000);
});

describe('a composite, under act', () => {
  const actionOf = (name: string): string => ACTION.replace('@', `/actions/${name}@`);
  const jobs = (steps: string): string => `on: push\njobs:\n  hub:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`;

  test('passes its outputs to later steps and removes what a run left behind', async () => {
    const { code, log, records } = await run(
      'push',
      jobs(`
      - id: sync
        uses: ${actionOf('sync-users')}
        with: {config: hubs/research.yaml}
      - run: echo "changed is $CHANGED"; ls "$RUNNER_TEMP"; echo end of list
        env: {CHANGED: '\${{ steps.sync.outputs.changed }}'}
`),
    );
    expect(records).toMatchObject([{ argv: ['sync-users'], config: 'hubs/research.yaml', token: true }]);
    expect(log).toContain('changed is true');
    expect(log).not.toContain('jupyterhub-gke-left');
    expect(code).toBe(0);
  }, 60_000);

  test('fails when its command fails, and still sweeps', async () => {
    const { code, log } = await run(
      'push',
      jobs(`
      - uses: ${actionOf('destroy')}
        with: {target: hub}
      - if: always()
        run: ls "$RUNNER_TEMP"; echo end of list
`),
      { EXIT: '1' },
    );
    expect(code).not.toBe(0);
    expect(log).toContain('end of list');
    expect(log).not.toContain('jupyterhub-gke-left');
  }, 60_000);
});
