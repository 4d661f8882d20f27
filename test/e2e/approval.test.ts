import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { RECORD_FILE } from '../../src/change/record.js';
import { type HubEnvironment, startHubEnvironment } from '../support/e2e/hub-environment.js';

const SLOW = 180_000;
const WORKFLOW = '.github/workflows/pull-request.yml';
const sha = (letter: string): string => letter.repeat(40);

let environment: HubEnvironment;
let config: string;
beforeAll(async () => {
  environment = await startHubEnvironment();
  config = environment.read('jupyterhub.yaml');
  const applied = await environment.gke('apply', 'apply');
  expect([applied.code, applied.code === 0 ? '' : applied.text]).toEqual([0, '']);
  environment.sandbox.github.addPush({ after: sha('1'), files: [], contents: { 'jupyterhub.yaml': config } });
}, 400_000);
afterAll(() => environment?.stop());

interface Ran {
  readonly code: number | null;
  readonly text: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** Runs a command like a workflow step. */
async function step(identity: 'plan' | 'apply', args: string, event: object, env: NodeJS.ProcessEnv): Promise<Ran> {
  const { github } = environment.sandbox;
  const folder = join(environment.sandbox.dir, 'step');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const [payload = '', output = '', summary = ''] = ['event.json', 'output', 'summary'].map((name) =>
    join(folder, name),
  );
  writeFileSync(payload, JSON.stringify(event));
  for (const file of [output, summary]) writeFileSync(file, '');
  const token = github.addToken('github-actions[bot]', { actions: 'read', contents: 'read', pull_requests: 'write' });
  const { code, text } = await environment.gke(identity, args, {
    env: {
      GITHUB_ACTIONS: 'true',
      GITHUB_REPOSITORY: 'acme/hubs',
      GITHUB_API_URL: github.url,
      GITHUB_GRAPHQL_URL: github.graphqlUrl,
      GITHUB_WORKSPACE: environment.repository,
      GITHUB_EVENT_PATH: payload,
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      INPUT_GITHUB_TOKEN: token,
      ...env,
    },
  });
  const entries = [...readFileSync(output, 'utf8').matchAll(/^(\w+)<<(\S+)\n(.*?)\n\2$/gms)];
  const outputs = Object.fromEntries(entries.map(([, name, , value]) => [name, value]));
  return { code, text, outputs, summary: readFileSync(summary, 'utf8') };
}

/** Plans a pull request and stores its plan record like the upload step of the workflow. */
async function review(number: number, head: string, change: string): Promise<Ran> {
  const { github } = environment.sandbox;
  environment.write('jupyterhub.yaml', `${config}${change}`);
  const files = [{ filename: 'jupyterhub.yaml', status: 'modified' as const }];
  github.addPull({ number, headSha: head, baseSha: sha('1'), headRef: `change-${number}`, baseRef: 'main', files });
  const ran = await step('plan', 'plan', github.event(number), {
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_REF: `refs/pull/${number}/merge`,
    GITHUB_SHA: head,
    ...github.jobEnv({ event: 'pull_request', ref: `refs/pull/${number}/merge`, baseRef: 'main', workflow: WORKFLOW }),
  });
  expect([ran.code, ran.code === 0 ? '' : ran.text]).toEqual([0, '']);
  const { record_path: path = '', record_name: name = '' } = ran.outputs;
  github.runs.add({ id: number, path: WORKFLOW, event: 'pull_request', headSha: head, headBranch: `change-${number}` });
  github.runs.addArtifact(number, name, RECORD_FILE, readFileSync(path, 'utf8'));
  return ran;
}

/** Merges a pull request and applies the push like the workflow of the default branch. */
async function merge(number: number, head: string, merged: string, args = 'apply'): Promise<Ran> {
  const { github } = environment.sandbox;
  const text = environment.read('jupyterhub.yaml');
  const files = [{ filename: 'jupyterhub.yaml', status: 'modified' as const }];
  github.addPull({
    ...{ number, headSha: head, baseSha: sha('1'), headRef: `change-${number}`, baseRef: 'main', files },
    merged: { at: new Date().toISOString(), sha: merged },
  });
  github.addPush({ after: merged, files: ['jupyterhub.yaml'], contents: { 'jupyterhub.yaml': text } });
  return step('apply', args, github.event(), {
    GITHUB_EVENT_NAME: 'push',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_SHA: merged,
    ...github.jobEnv({ event: 'push', ref: 'refs/heads/main' }),
  });
}

/** The log with its groups folded. */
function unfolded(log: string): string {
  return log.replace(/^::group::.*\n[\s\S]*?^::endgroup::$/gm, '');
}

test(
  'exactly what was reviewed is applied; what differs is shown and waits for its fingerprint',
  async () => {
    const planned = await review(7, sha('a'), 'culling: {idle: 2h}\n');
    const applied = await merge(7, sha('a'), sha('c'));
    expect([applied.code, applied.code === 0 ? '' : applied.text]).toEqual([0, '']);
    expect(applied.text).toContain('this is what was reviewed in pull request #7');
    expect(applied.outputs).toMatchObject({ approval: 'given', changed: 'true' });
    expect(planned.outputs.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    // The step-by-step output of programs is folded; what a reader looks for is not.
    expect(applied.text).toContain('::group::install the hub');
    expect(unfolded(applied.text)).toMatch(/Plan: .* to change/);
    expect(unfolded(applied.text)).toContain('Applied. The hub is at');
    expect(unfolded(applied.text)).toContain('this is what was reviewed in pull request #7');
    expect(applied.text).toContain('reserved address');
    expect(unfolded(applied.text)).not.toContain('reserved address');

    await review(8, sha('b'), 'culling: {idle: 3h}\n');
    // Somebody applies something else manually in between.
    environment.write('jupyterhub.yaml', `${config}culling: {idle: 5h}\n`);
    expect((await environment.gke('apply', 'apply')).code).toBe(0);
    environment.write('jupyterhub.yaml', `${config}culling: {idle: 3h}\n`);
    const journal = environment.sandbox.emulator.journal.length;
    const refused = await merge(8, sha('b'), sha('d'));
    expect([refused.code, refused.outputs.approval]).toEqual([1, 'needed']);
    expect(refused.text).toContain('The plan is not what was reviewed in pull request #8. Nothing was changed.');
    expect(refused.summary).toContain('What differs:');
    const changed = environment.sandbox.emulator.journal.slice(journal).filter(({ write }) => write);
    // Only the state lock is written and removed.
    expect(changed.filter(({ method }) => !method.startsWith('storage.objects.'))).toEqual([]);

    const { fingerprint = '' } = refused.outputs;
    const released = await merge(8, sha('b'), sha('e'), `apply --fingerprint ${fingerprint}`);
    expect([released.code, released.code === 0 ? '' : released.text]).toEqual([0, '']);
    expect(released.text).toContain('approved in this manual run');
    expect(environment.sandbox.github.violations).toEqual([]);
  },
  SLOW,
);
