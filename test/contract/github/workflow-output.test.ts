import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { repoPath } from '../../../sandbox/src/paths.js';
import { type RunResult, run } from '../../../src/system/exec.js';
import { runnerLines, runnerReads } from '../../support/runner-reads.js';

const HUB =
  'apiVersion: jupyterhub-gke/v1\nname: research\nproject: acme-research\nlocation: us-central1\nstate: {bucket: acme-research-tfstate}\nusers: users.yaml\n';
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'workflow-output-'));
  mkdirSync(join(folder, '.git'));
  write('jupyterhub.yaml', HUB);
  write('users.yaml', 'users: [ada@acme.dev]\n');
  write('trace.cjs', TRACE);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

/** Writes the names of the chunks that a run of the bundle has loaded. */
const TRACE = `process.on('exit', () => require('node:fs').writeFileSync('chunks.json', JSON.stringify(Object.keys(require.cache).filter((path) => path.includes('/dist/')))));`;

/** The bundle as a step of a workflow runs it, or as a terminal does. */
function bundle(args: readonly string[], env: NodeJS.ProcessEnv | undefined): Promise<RunResult> {
  for (const name of ['output', 'summary']) write(name, '');
  const ofStep = {
    GITHUB_ACTIONS: 'true',
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary'),
  };
  return run(process.execPath, ['--require', join(folder, 'trace.cjs'), repoPath('dist/index.js'), ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, RUNNER_TEMP: folder, ...(env === undefined ? {} : { ...ofStep, ...env }) },
  });
}

/** Whether a run loaded the library that speaks to runners. */
function loadedCore(): boolean {
  const chunks = JSON.parse(read('chunks.json')) as string[];
  return chunks.some((path) => readFileSync(path, 'utf8').includes('ghadelimiter_'));
}

describe('a step of a workflow', () => {
  test('masks every token of its environment before it says anything, whether it uses the token or not', async () => {
    const tokens = {
      INPUT_GITHUB_TOKEN: 'ghs_canary_1',
      INPUT_USERS_TOKEN: 'github_pat_canary_2',
      GH_TOKEN: 'gho_canary_3',
      ACTIONS_RUNTIME_TOKEN: 'canary-line-1\ncanary-line-2',
    };
    const { stdout, code } = await bundle(['validate'], tokens);
    expect(code).toBe(0);
    const lines = runnerLines(stdout).map((line) => runnerReads(line));
    const first = lines.findIndex((read) => read?.command !== 'add-mask');
    expect(lines.slice(0, first).map((read) => read?.data)).toEqual([
      'ghs_canary_1',
      'github_pat_canary_2',
      'gho_canary_3',
      'canary-line-1\ncanary-line-2',
      'canary-line-1',
      'canary-line-2',
    ]);
    expect(lines.slice(first).filter((read) => read?.command === 'add-mask')).toEqual([]);
  });

  test('with --json prints one document to standard output, and its commands to standard error', async () => {
    write('users.yaml', 'users: [ada at acme.dev]\n');
    const { stdout, stderr } = await bundle(['validate', '--json'], { INPUT_GITHUB_TOKEN: 'ghs_canary_1' });
    expect(JSON.parse(stdout)).toMatchObject({ ok: false });
    const commands = runnerLines(stderr).flatMap((line) => runnerReads(line)?.command ?? []);
    expect(commands).toEqual(expect.arrayContaining(['add-mask', 'error']));
    expect(runnerLines(stdout).flatMap((line) => runnerReads(line) ?? [])).toEqual([]);
  });

  test('has its summary, and the path of a file with all of it as an output', async () => {
    await bundle(['validate'], {});
    const [, path = ''] = /^summary_path<<(\S+)\n(.+)\n\1\n$/s.exec(read('output'))?.slice(1) ?? [];
    expect(readFileSync(path, 'utf8').trim()).toBe(read('summary').trim());
    expect(read('summary')).toContain('research');
  });

  test('gets a summary that is no longer than GitHub accepts', async () => {
    const lines = Array.from(
      { length: 6000 },
      (_, index) => `  - {email: p${index}@acme.dev, note: ${'x'.repeat(180)}, z: 1}`,
    );
    write('users.yaml', `users:\n${lines.join('\n')}\n`);
    await bundle(['validate'], {});
    expect(Buffer.byteLength(read('summary'))).toBeLessThanOrEqual(1_048_576);
  });
});

test('a terminal does not load @actions/core, and a workflow does', async () => {
  await bundle(['validate'], undefined);
  expect(loadedCore()).toBe(false);
  await bundle(['validate'], {});
  expect(loadedCore()).toBe(true);
});
