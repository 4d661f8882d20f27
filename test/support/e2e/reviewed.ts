import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { RECORD_FILE } from '../../../src/change/record.js';
import type { HubEnvironment } from './hub-environment.js';

const WORKFLOW = '.github/workflows/pull-request.yml';

/** A commit id that consists of one letter. */
export const sha = (letter: string): string => letter.repeat(40);

/** What a workflow step left. */
export interface Ran {
  readonly code: number | null;
  readonly text: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** Runs a command like a workflow step. */
export async function step(
  environment: HubEnvironment,
  identity: 'plan' | 'apply',
  args: string,
  event: object,
  env: NodeJS.ProcessEnv,
): Promise<Ran> {
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
export async function review(
  environment: HubEnvironment,
  number: number,
  head: string,
  text: string,
  env: NodeJS.ProcessEnv = {},
): Promise<Ran> {
  const { github } = environment.sandbox;
  environment.write('jupyterhub.yaml', text);
  const files = [{ filename: 'jupyterhub.yaml', status: 'modified' as const }];
  github.addPull({ number, headSha: head, baseSha: sha('1'), headRef: `change-${number}`, baseRef: 'main', files });
  const ran = await step(environment, 'plan', 'plan', github.event(number), {
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_REF: `refs/pull/${number}/merge`,
    GITHUB_SHA: head,
    ...github.jobEnv({ event: 'pull_request', ref: `refs/pull/${number}/merge`, baseRef: 'main', workflow: WORKFLOW }),
    ...env,
  });
  expect([ran.code, ran.code === 0 ? '' : ran.text]).toEqual([0, '']);
  const { record_path: path = '', record_name: name = '' } = ran.outputs;
  github.runs.add({ id: number, path: WORKFLOW, event: 'pull_request', headSha: head, headBranch: `change-${number}` });
  github.runs.addArtifact(number, name, RECORD_FILE, readFileSync(path, 'utf8'));
  return ran;
}

/** Merges a pull request and applies the push like the workflow of the default branch. */
export async function merge(
  environment: HubEnvironment,
  number: number,
  head: string,
  merged: string,
  args = 'apply',
  env: NodeJS.ProcessEnv = {},
): Promise<Ran> {
  const { github } = environment.sandbox;
  const text = environment.read('jupyterhub.yaml');
  const files = [{ filename: 'jupyterhub.yaml', status: 'modified' as const }];
  github.addPull({
    ...{ number, headSha: head, baseSha: sha('1'), headRef: `change-${number}`, baseRef: 'main', files },
    merged: { at: new Date().toISOString(), sha: merged },
  });
  github.addPush({ after: merged, files: ['jupyterhub.yaml'], contents: { 'jupyterhub.yaml': text } });
  return step(environment, 'apply', args, github.event(), {
    GITHUB_EVENT_NAME: 'push',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_SHA: merged,
    ...github.jobEnv({ event: 'push', ref: 'refs/heads/main' }),
    ...env,
  });
}
