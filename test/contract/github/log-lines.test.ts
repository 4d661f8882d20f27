import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { repoPath } from '../../../sandbox/src/paths.js';
import { type RunResult, run } from '../../../src/system/exec.js';
import { INJECTIONS } from '../../support/report/injection.js';
import { type ReadCommand, runnerLines, runnerReads } from '../../support/runner-reads.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-lines-'));
  mkdirSync(join(folder, '.git'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const HUB =
  'apiVersion: jupyterhub-gke/v1\nname: research\nproject: acme-research\nlocation: us-central1\nstate: {bucket: acme-research-tfstate}\nusers: users.yaml\n';
const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);

/** The bundle as a step of a workflow runs it. */
function bundle(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<RunResult> {
  const own = { PATH: process.env.PATH, RUNNER_TEMP: folder, GITHUB_ACTIONS: 'true' };
  return run(process.execPath, [repoPath('dist/index.js'), ...args], { cwd: folder, env: { ...own, ...env } });
}

/** What a runner obeys of all that was printed; it reads both streams. */
function obeyed({ stdout, stderr }: RunResult): ReadCommand[] {
  return [...runnerLines(stdout), ...runnerLines(stderr)].map(runnerReads).filter((read) => read !== undefined);
}

/** A text as YAML takes it whatever is in it: in quotation marks, in ASCII. */
function quoted(text: string): string {
  const written = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(text).replace(/[^ -~]/g, written);
}

/** Texts by the dozens: no more than a hundred findings are told at once. */
function* portions(texts: readonly string[], size = 30): Generator<readonly string[]> {
  for (let from = 0; from < texts.length; from += size) yield texts.slice(from, from + size);
}

describe('the log of a workflow', () => {
  test('has no command but our annotations, whatever the files say', async () => {
    write('jupyterhub.yaml', HUB);
    for (const texts of portions(INJECTIONS.filter((text) => !/\p{Cs}/u.test(text)))) {
      // Each as a value, and as the name of a key.
      const lines = texts.flatMap((text) => [`  - ${quoted(text)}`, `  - {${quoted(`k${text}`)}: 1}`]);
      write('users.yaml', `users:\n${lines.join('\n')}\n`);
      for (const args of [['validate'], ['validate', '--json']]) {
        const result = await bundle(args);
        expect(result.code).toBe(1);
        const commands = obeyed(result);
        // Findings with the same message, such as of an entry without an address, are one with a count.
        expect(commands.length).toBeGreaterThanOrEqual(texts.length);
        expect(commands.map(({ command }) => command)).toEqual(
          commands.map(() => expect.stringMatching(/^(error|warning)$/)),
        );
        for (const { properties } of commands) {
          expect(['jupyterhub.yaml', 'users.yaml']).toContain(properties.file);
          expect(Object.keys(properties)).toEqual(['title', 'file', 'line', 'col', 'endColumn']);
        }
        if (args.includes('--json')) expect(JSON.parse(result.stdout)).toMatchObject({ ok: false });
      }
    }
  }, 60_000);

  test('has one command for a failure, whatever it names', async () => {
    const hostile = ['::add-mask::e', '\u0085::stop-commands::t', '##[error]x', 'x\r::set-output name=a::b'];
    for (const text of hostile) {
      for (const args of [
        [`x\n${text}`],
        ['validate', `--x\n${text}`],
        ['validate', '--config', `a\n${text}\n.yaml`],
      ]) {
        const result = await bundle(args);
        expect(result.code).toBeGreaterThan(0);
        const commands = obeyed(result);
        expect({ args, commands: commands.map(({ command }) => command) }).toEqual({ args, commands: ['error'] });
      }
    }
  }, 60_000);

  test('moves no cursor and turns no text', async () => {
    const result = await bundle(['\u001b[2Jx\u202e\u0007']);
    expect(result.stderr).toContain('is not a command');
    for (const unseen of ['\u001b', '\u0007', '\u202e']) expect(result.stderr).not.toContain(unseen);
  });
});

describe('a token of the job', () => {
  test.each([
    'INPUT_GITHUB_TOKEN',
    'INPUT_USERS_TOKEN',
    'GITHUB_TOKEN',
    'GH_TOKEN',
    'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
    'ACTIONS_RUNTIME_TOKEN',
    'GOOGLE_OAUTH_ACCESS_TOKEN',
  ])('in %s is not said back, also where it looks like a command', async (name) => {
    for (const token of ['canary-0123456789', '::canary::x', '##[canary]x']) {
      const { stdout, stderr, code } = await bundle([`x\n${token}`], { [name]: token });
      expect(code).toBe(2);
      expect(stdout + stderr).toContain('***');
      expect((stdout + stderr).replaceAll('\u200b', '')).not.toContain('canary');
    }
  });
});
