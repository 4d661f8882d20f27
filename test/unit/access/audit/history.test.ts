import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { followPresence, parseBlame } from '../../../../src/access/audit/git-output.js';
import { type EntryHistory, type History, readHistory } from '../../../../src/access/audit/history.js';
import { loadUsers } from '../../../../src/access/users/load.js';
import { type Run, run } from '../../../../src/system/exec.js';

let folder = '';
let repository = '';
let temp = '';
let day = 0;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'history-'));
  repository = join(folder, 'repository');
  day = 0;
  temp = join(folder, 'temp');
  for (const one of [repository, temp]) mkdirSync(one);
  git('init', '--quiet', '--initial-branch=main');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function git(...args: string[]): string {
  const identity = ['-c', 'user.name=Ada <b>|Lovelace', '-c', 'user.email=ada@acme.dev', '-c', 'commit.gpgsign=false'];
  const date = `2026-01-${String(day).padStart(2, '0')}T12:00:00+02:00`;
  const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  return execFileSync('git', [...identity, ...args], { cwd: repository, env, encoding: 'utf8' }).trim();
}

/** Writes a file and commits it, one day after the last commit; gives the commit's SHA. */
function commit(files: Readonly<Record<string, string>>, subject = 'people: change'): string {
  day += 1;
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(repository, name, '..'), { recursive: true });
    writeFileSync(join(repository, name), text);
  }
  git('add', '--all');
  git('commit', '--quiet', '--message', subject);
  return git('rev-parse', 'HEAD');
}

async function history(files: Readonly<Record<string, string>>, more: { cwd?: string; run?: Run } = {}) {
  const { principals } = loadUsers(Object.entries(files).map(([path, text]) => ({ path, text })));
  const ours = { run, env: process.env, tempDir: temp };
  return readHistory({ ...ours, cwd: repository, configPath: 'jupyterhub.yaml', principals, ...more });
}
const of = (found: History, name: string): EntryHistory | undefined => found.entries.get(`person:${name}`);

const ADA = 'users:\n  - {email: ada@acme.dev, admin: true}\n';

describe('the history of a users file', () => {
  test('says who last changed a line, and since when somebody is listed without interruption', async () => {
    const first = commit({ 'users.yaml': `${ADA}  - Bo@acme.dev\n  - cy@acme.dev\n` });
    commit({ 'users.yaml': `${ADA}  - cy@acme.dev\n` }, 'bo leaves');
    const back = commit({ 'users.yaml': `${ADA}  - bo@acme.dev\n  - cy@acme.dev\n` }, 'bo is back');
    const now = `${ADA}  - bo@acme.dev\n  - {email: cy@acme.dev, until: 2028-01-01}\n`;
    const until = commit({ 'users.yaml': now }, 'cy\u0007: "until" | <b> @octocat');
    const found = await history({ 'users.yaml': now });
    expect(found.notes).toEqual([]);
    expect(of(found, 'ada@acme.dev')).toEqual({
      commit: { sha: first, date: '2026-01-01T10:00:00Z', author: 'Ada b|Lovelace', subject: 'people: change' },
      since: '2026-01-01T10:00:00Z',
      note: undefined,
    });
    expect(of(found, 'bo@acme.dev')).toMatchObject({ commit: { sha: back }, since: '2026-01-03T10:00:00Z' });
    expect(of(found, 'cy@acme.dev')).toMatchObject({ commit: { sha: until }, since: '2026-01-01T10:00:00Z' });
    expect(of(found, 'cy@acme.dev')?.commit?.subject).toContain('"until" | <b> @octocat');
  });

  test('follows a renamed file', async () => {
    const rest = '# a file with some lines\n# so that git knows it again\n# and again\n';
    const first = commit({ 'people.yaml': `${ADA}${rest}` });
    mkdirSync(join(repository, 'team'));
    renameSync(join(repository, 'people.yaml'), join(repository, 'team/users.yaml'));
    const now = `${ADA}  - bo@acme.dev\n${rest}`;
    const moved = commit({ 'team/users.yaml': now }, 'move');
    const found = await history({ 'team/users.yaml': now });
    expect(of(found, 'ada@acme.dev')).toMatchObject({ commit: { sha: first }, since: '2026-01-01T10:00:00Z' });
    expect(of(found, 'bo@acme.dev')).toMatchObject({ commit: { sha: moved }, since: '2026-01-02T10:00:00Z' });
  });

  test('takes unusual file names literally, and marks uncommitted lines', async () => {
    const name = ':(top)*.yaml';
    commit({ [name]: ADA, 'other.yaml': 'users: [bo@acme.dev]\n' });
    const now = `${ADA}  - bo@acme.dev\n`;
    writeFileSync(join(repository, name), now);
    const found = await history({ [name]: now });
    expect(of(found, 'ada@acme.dev')?.commit?.subject).toBe('people: change');
    expect(of(found, 'bo@acme.dev')).toEqual({ commit: undefined, since: undefined, note: { code: 'not-committed' } });
  });

  test('distinguishes people on one line, and ignores comments', async () => {
    commit({ 'users.yaml': 'users: [ada@acme.dev] # soon: bo@acme.dev\n' });
    const now = 'users: [ada@acme.dev, bo@acme.dev]\n';
    commit({ 'users.yaml': now });
    const found = await history({ 'users.yaml': now });
    expect(of(found, 'ada@acme.dev')?.since).toBe('2026-01-01T10:00:00Z');
    expect(of(found, 'bo@acme.dev')?.since).toBe('2026-01-02T10:00:00Z');
  });

  test('says what is older than a shallow clone', async () => {
    const now = `${ADA}  - bo@acme.dev\n  - {email: cy@acme.dev, until: 2028-01-01}\n`;
    commit({ 'users.yaml': `${ADA}  - cy@acme.dev\n` });
    commit({ 'users.yaml': `${ADA}  - bo@acme.dev\n  - cy@acme.dev\n` });
    const last = commit({ 'users.yaml': now });
    const clone = join(folder, 'clone');
    git('clone', '--quiet', '--depth=2', `file://${repository}`, clone);
    const found = await history({ 'users.yaml': now }, { cwd: clone });
    for (const name of ['ada@acme.dev', 'bo@acme.dev']) {
      expect(of(found, name)).toEqual({ commit: undefined, since: undefined, note: { code: 'older-than-clone' } });
    }
    expect(of(found, 'cy@acme.dev')).toMatchObject({ commit: { sha: last }, since: undefined });
    expect(found.notes).toEqual([expect.stringContaining('fetch-depth: 0')]);
    expect(found.repository).toBeUndefined();
  });

  test('names the repository at github.com, and no other host', async () => {
    commit({ 'users.yaml': ADA });
    const named = async (url: string): Promise<string | undefined> => {
      git('config', 'remote.origin.url', url);
      return (await history({ 'users.yaml': ADA })).repository;
    };
    expect(await named('git@github.com:acme/hubs.git')).toBe('acme/hubs');
    expect(await named('https://x-access-token:t@github.com/acme/hubs.x')).toBe('acme/hubs.x');
    expect(await named('https://github.com.evil.example/acme/hubs')).toBeUndefined();
    expect(await named('https://evil.example/github.com/acme/hubs')).toBeUndefined();
  });
});

describe('a history that cannot be read', () => {
  test('is empty without a repository, with a note', async () => {
    rmSync(join(repository, '.git'), { recursive: true });
    writeFileSync(join(repository, 'users.yaml'), ADA);
    expect(await history({ 'users.yaml': ADA })).toEqual({
      entries: new Map(),
      notes: ['The files are not in a git repository, so commits, dates and pull requests are not known.'],
      repository: undefined,
    });
  });

  test('is empty without git, and if git prints too much or takes too long', async () => {
    const none: Run = async () => Promise.reject(new Error('spawn git ENOENT'));
    expect((await history({ 'users.yaml': ADA }, { run: none })).notes).toEqual([
      expect.stringMatching(/^git could not be started, so/),
    ]);
    commit({ 'users.yaml': ADA });
    const endless: Run = async (program, args, options) => {
      const result = await run(program, args, options);
      if (args.includes('blame')) return { ...result, code: null, tooLong: true };
      return args.includes('log') ? { ...result, code: null, timedOut: true } : result;
    };
    expect((await history({ 'users.yaml': ADA }, { run: endless })).notes).toEqual([
      'users.yaml: git printed more than 64 MiB, so its commits are not known.',
    ]);
  });

  test('names a file that git does not know', async () => {
    commit({ 'other.yaml': ADA });
    writeFileSync(join(repository, 'users.yaml'), ADA);
    const found = await history({ 'users.yaml': ADA });
    expect(found.notes).toEqual([expect.stringMatching(/^users\.yaml: no such path 'users\.yaml' in HEAD, so/)]);
  });
});

test('the text of a file never counts as a header of git output', () => {
  const sha = 'a'.repeat(40);
  const blame = `${sha} 1 1 2\nauthor A\nauthor-time 1767261600\nsummary s\nfilename u\n\t${'b'.repeat(40)} 9 9 1\n${sha} 2 2\n\tauthor Mallory\n`;
  expect(parseBlame(blame)).toEqual(
    new Map(
      [1, 2].map((line) => [
        line,
        { sha, date: '2026-01-01T10:00:00Z', author: 'A', subject: 's', uncommitted: false },
      ]),
    ),
  );
  const log = `MARK ${sha} 2026-01-01T12:00:00+02:00\n\ndiff --git a/u b/u\n--- a/u\n+++ b/u\n@@ -0,0 +1,3 @@\n+++ ada@acme.dev\n+@@ -1 +1 @@\n+bo@acme.dev\n\\ No newline\n`;
  const found = followPresence(log, 'MARK', new Set(['ada@acme.dev', 'bo@acme.dev', 'cy@acme.dev']), false);
  expect([...found.keys()]).toEqual(['ada@acme.dev', 'bo@acme.dev']);
});
