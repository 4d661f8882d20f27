import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from '@jest/globals';
import { type GitHub, type Issue, startGitHub } from '../../sandbox/src/github/github.js';
import { repoPath } from '../../sandbox/src/paths.js';
import { runRequest } from '../../src/commands/access-request/command.js';
import { FIELDS } from '../../src/commands/access-request/issue-form.js';
import { isPublic, readContext } from '../../src/github/runner/context.js';
import { writer } from '../../src/report/writer.js';
import type { CommandResult } from '../../src/stages/command.js';
import { contextIn } from './command-context.js';

/** How the stand-in merges. */
export const MERGED = { at: '2026-11-27T12:00:00Z', sha: 'e'.repeat(40) };

/** Issue body that GitHub creates from the access form. */
export function formBody(email: string, more: { why?: string; until?: string } = {}): string {
  const answers = [email, more.why ?? 'To train a model.', more.until ?? '_No response_'];
  return FIELDS.map((label, index) => `### ${label}\n\n${answers[index]}`).join('\n\n');
}

/** A repository with the files of examples/quick-start on the GitHub stand-in, and a checkout of it. */
export interface RequestFixture {
  readonly github: GitHub;
  readonly folder: string;
  /** Lines that the last run printed. */
  readonly said: readonly string[];
  /** Token of the job, as the workflow of `init` has it. */
  token: string;
  /** Changes files of the default branch and of the checkout. */
  write(files: Readonly<Record<string, string>>): void;
  ask(issue: Partial<Issue> & { number: number }): void;
  /** Runs the command on the event of an issue. */
  run(number: number, action?: string, more?: { sender?: string; file?: string }): Promise<CommandResult>;
  /** Runs the command on the end of a pull request. */
  close(number: number, state: 'closed' | 'merged'): Promise<CommandResult>;
  /** Environment of a whole process for an event. */
  env(event: string, payload: object): NodeJS.ProcessEnv;
  stop(): Promise<void>;
}

/** The fixture of the running test. */
export let fixture: RequestFixture;

/** Gives each test of a file a fixture. Tests must not make calls that GitHub does not describe. */
export function fixtureForEach(): void {
  beforeEach(async () => {
    fixture = await startFixture('private');
  });
  afterEach(async () => {
    await fixture.stop();
    expect(fixture.github.violations).toEqual([]);
  });
}

/** Puts a public repository in place of the private one that a test has. */
export async function makePublic(): Promise<void> {
  await fixture.stop();
  fixture = await startFixture('public');
}

/** Comments of an issue, oldest first. */
export function comments(issue = 12): string[] {
  return fixture.github.comments(issue).map(({ body }) => body);
}

/** Branch of the request in issue 12. */
export const BRANCH = 'access-request/12';

/** Lines by which a file of a branch differs from that of the default branch. */
export function added(branch = BRANCH, path = 'users.yaml'): string[] {
  const { branches } = fixture.github;
  return difference(branches.file('main', path), branches.file(branch, path));
}

/** How often an operation of GitHub was called. */
export function calls(operation: string): number {
  return fixture.github.journal.filter((call) => call.operation === operation).length;
}

async function startFixture(visibility: 'private' | 'public'): Promise<RequestFixture> {
  const folder = mkdtempSync(join(tmpdir(), 'access-request-'));
  const github = await startGitHub({ repository: 'acme/hubs', visibility, log: () => {} });
  const rights = { contents: 'write', issues: 'write', pull_requests: 'write' } as const;
  const said: string[] = [];
  let commits = 0;
  const made: RequestFixture = {
    github,
    folder,
    said,
    token: github.addToken('github-actions[bot]', rights),
    write(files) {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(join(folder, path, '..'), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
      commits += 1;
      github.addPush({ after: String(commits).padStart(40, 'c'), files: Object.keys(files), contents: files });
    },
    ask(issue) {
      const form = { title: 'Access to research', body: formBody('turing@acme.dev'), login: 'alan', userId: 42 };
      github.addIssue({ ...form, labels: ['access-request'], ...issue });
    },
    run: (number, action = 'opened', { sender, file } = {}) =>
      command(made.env('issues', github.issueEvent(number, action, sender)), file),
    close(number, state) {
      const pull = github.pulls().find((one) => one.number === number);
      if (pull === undefined) throw new Error(`There is no pull request ${number}`);
      github.addPull({ ...pull, ...(state === 'merged' ? { merged: MERGED } : { state }) });
      return command(made.env('pull_request', github.closedEvent(number)));
    },
    env(event, payload) {
      const eventPath = join(folder, 'event.json');
      writeFileSync(eventPath, JSON.stringify(payload));
      return {
        GITHUB_ACTIONS: 'true',
        GITHUB_EVENT_NAME: event,
        GITHUB_EVENT_PATH: eventPath,
        GITHUB_REPOSITORY: 'acme/hubs',
        GITHUB_API_URL: github.url,
        GITHUB_GRAPHQL_URL: github.graphqlUrl,
        GITHUB_REF: 'refs/heads/main',
        INPUT_GITHUB_TOKEN: made.token,
      };
    },
    async stop() {
      await github.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  const command = (env: NodeJS.ProcessEnv, file?: string): Promise<CommandResult> => {
    said.length = 0;
    const context = contextIn(folder, {
      env,
      flags: file === undefined ? {} : { file },
      say: (line) => said.push(line),
      now: new Date('2026-11-27T12:00:00Z'),
      write: writer(isPublic(readContext(env)), (text) => text.replaceAll('hunter2', '***')),
    });
    return runRequest(context, { sleep: async () => {} });
  };
  mkdirSync(join(folder, '.git'));
  for (const name of ['jupyterhub.yaml', 'users.yaml'])
    made.write({ [name]: readFileSync(repoPath('examples/quick-start', name), 'utf8') });
  return made;
}

/** Lines that a text has more, and lines that it has less, than another. */
function difference(before = '', after = ''): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'difference-'));
  try {
    writeFileSync(join(folder, 'a'), before);
    writeFileSync(join(folder, 'b'), after);
    execFileSync('git', ['diff', '--no-index', '--unified=0', 'a', 'b'], { cwd: folder, stdio: 'pipe' });
    return [];
  } catch (error) {
    const text = String((error as { stdout?: Buffer }).stdout);
    return text.split('\n').filter((line) => /^[+-](?![+-]{2} )/.test(line));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A folder with this checkout's bundle and the composites, as a release of the action has them. */
export function releaseFolder(folder: string): string {
  for (const part of ['action.yml', 'actions', 'dist', 'schemas', 'templates']) {
    if (existsSync(repoPath(part))) cpSync(repoPath(part), join(folder, part), { recursive: true });
  }
  return folder;
}
