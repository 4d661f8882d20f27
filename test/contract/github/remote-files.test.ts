import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type GitHub, startGitHub } from '../../../sandbox/src/github/github.js';
import { RemoteRepository } from '../../../src/github/api/remote-files.js';
import type { NamedToken } from '../../../src/github/runner/inputs.js';

const [OLD, NEW, TOPIC] = ['a', 'b', 'c'].map((letter) => letter.repeat(40)) as [string, string, string];
const MIB = 1024 * 1024;
let github: GitHub;
let people: ReturnType<GitHub['addRepository']>;
let token: NamedToken;
let waits: number[];

beforeAll(async () => {
  github = await startGitHub({ repository: 'acme/hubs', visibility: 'public', log: () => {} });
  people = github.addRepository({ name: 'acme/people' });
  people.addPush({
    after: OLD,
    files: [],
    contents: {
      'users.yaml': 'users: [ada@acme.dev]\n',
      'teams/ä b%2F?#.yaml': 'users: [grace@acme.dev]\n',
      'large.csv': 'x'.repeat(MIB + 1),
      'huge.csv': 'x'.repeat(16 * MIB + 1),
    },
  });
  people.branches.push('topic/x', TOPIC, { 'users.yaml': 'users: []\n' });
  github.addRepository({ name: 'acme/empty' });
  const value = github.addToken('ada-l', { contents: 'read' }, ['acme/people', 'acme/empty']);
  token = { value, name: 'users_token' };
});
afterAll(() => github.stop());
beforeEach(() => {
  waits = [];
  expect(github.violations).toEqual([]);
});

const open = (more: { repository?: string; ref?: string; token?: NamedToken; apiUrl?: string } = {}) =>
  RemoteRepository.open(
    {
      urls: { apiUrl: more.apiUrl ?? github.url, graphqlUrl: github.graphqlUrl },
      token: more.token ?? token,
      repository: more.repository ?? 'acme/people',
      ref: more.ref,
    },
    { sleep: async (milliseconds) => void waits.push(milliseconds) },
  );
/** Message and hint of the refusal. */
const refusal = async (work: Promise<unknown>): Promise<string[]> => {
  const error = await work.then(
    () => new Error('It was read'),
    (thrown: Error & { hint?: string }) => thrown,
  );
  return [error.message, String((error as { hint?: string }).hint)];
};

describe('a remote repository', () => {
  test('is read at the tip of its default branch, or of a ref with slashes', async () => {
    const main = await open();
    expect([main.commit, String(await main.file('users.yaml'))]).toEqual([OLD, 'users: [ada@acme.dev]\n']);
    const topic = await open({ ref: 'topic/x' });
    expect([topic.commit, String(await topic.file('users.yaml'))]).toEqual([TOPIC, 'users: []\n']);
  });

  test('stays at the commit that it was opened at', async () => {
    const opened = await open();
    people.addPush({ after: NEW, files: [], contents: { 'users.yaml': 'users: [new@acme.dev]\n' } });
    expect(String(await opened.file('users.yaml'))).toBe('users: [ada@acme.dev]\n');
    expect(String(await (await open()).file('users.yaml'))).toBe('users: [new@acme.dev]\n');
  });

  test('lists its files, and reads those with special characters or more than a megabyte', async () => {
    const opened = await open({ ref: OLD });
    expect(String(await opened.file('teams/ä b%2F?#.yaml'))).toBe('users: [grace@acme.dev]\n');
    expect(await opened.files()).toEqual(['users.yaml', 'teams/ä b%2F?#.yaml', 'large.csv', 'huge.csv']);
    expect(await opened.file('large.csv')).toHaveLength(MIB + 1);
  });

  test('reports a missing file, a folder and a file that is too large', async () => {
    const opened = await open({ ref: OLD });
    expect(await refusal(opened.file('gone.yaml'))).toEqual([
      `"gone.yaml" is not in acme/people at ${OLD}, aaaaaaa.`,
      'Correct the path: it starts at the top folder of that repository.',
    ]);
    expect((await refusal(opened.file('teams')))[0]).toContain('"teams" is a folder in acme/people');
    expect((await refusal(opened.file('huge.csv')))[0]).toContain(
      'has 16777217 bytes; the limit is 4194304 characters',
    );
  });

  test('reports an unreadable repository, an unknown ref and a weak token', async () => {
    const job: NamedToken = { value: github.token, name: 'github_token' };
    const wrong: NamedToken = { value: 'ghp_wrong', name: 'users_token' };
    const weak: NamedToken = { value: github.addToken('ada-l', {}, ['acme/people']), name: 'GH_TOKEN' };
    expect(await refusal(open({ repository: 'acme/gone' }))).toEqual([
      'GitHub has no repository acme/gone, or users_token may not read it: it answers "Not Found" in both cases.',
      expect.stringContaining('a token that may read the contents of acme/gone'),
    ]);
    expect(await refusal(open({ token: job }))).toEqual([
      expect.stringContaining('or github_token may not read it'),
      expect.stringContaining('give users_token a token'),
    ]);
    expect(await refusal(open({ token: wrong }))).toEqual([
      'GitHub does not accept users_token (Bad credentials).',
      expect.stringContaining('expired'),
    ]);
    expect(await refusal(open({ token: weak }))).toEqual([
      'GH_TOKEN may not read acme/people (Resource not accessible by personal access token).',
      expect.stringContaining('gh auth token'),
    ]);
    expect((await refusal(open({ ref: 'gone' })))[0]).toBe('acme/people has no branch, tag or commit "gone".');
    expect((await refusal(open({ repository: 'acme/empty' })))[0]).toBe('acme/empty is empty.');
  });

  test('is retried for a moment, and reports an outage, a rate limit and a new name', async () => {
    github.faults.add({ operation: 'repos/get-commit', times: 2, drop: true });
    expect((await open()).commit).toBe(NEW);
    expect(waits).toHaveLength(2);
    github.faults.add({ operation: 'repos/get-commit', times: 5, status: 502 });
    expect((await refusal(open()))[0]).toBe('GitHub cannot answer now (Server Error).');
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Date.now() / 1000 + 3000) };
    const limit = { status: 403, message: 'API rate limit exceeded', headers };
    github.faults.add({ operation: 'repos/get-commit', times: 1, ...limit });
    expect(await refusal(open())).toEqual([
      'GitHub accepts no more calls with users_token now (API rate limit exceeded).',
      expect.stringMatching(/^Run the job again after \d{4}-\d\d-\d\d \d\d:\d\d UTC\.$/),
    ]);
    const location = 'https://attacker.example/repositories/1/commits/HEAD';
    github.faults.add({ operation: 'repos/get-commit', times: 1, status: 301, headers: { location } });
    expect((await refusal(open()))[0]).toBe('acme/people has another name on GitHub now.');
    expect((await refusal(open({ apiUrl: 'http://127.0.0.1:9' })))[0]).toMatch(/^GitHub cannot be reached \(.+\)\.$/);
  });

  test('that is public can be read with the token of a job', async () => {
    github.addRepository({ name: 'acme/open', visibility: 'public' }).addPush({ after: OLD, files: [] });
    expect((await open({ repository: 'acme/open', token: { value: github.token, name: 'github_token' } })).commit).toBe(
      OLD,
    );
  });
});
