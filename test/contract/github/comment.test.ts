import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type GitHub, startGitHub } from '../../../sandbox/src/github/github.js';
import { type CommentOutcome, upsertComment } from '../../../src/github/api/comment.js';
import { readContext } from '../../../src/github/runner/context.js';

const SHA = 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678';
const MARKER = '<!-- jupyterhub-gke:plan:vision -->';
const body = (text: string): string => `${MARKER}\n${text}`;
const pull = { number: 7, headSha: SHA, baseSha: SHA, headRef: 'change', baseRef: 'main' };

let github: GitHub;
let waits: number[];
beforeEach(async () => {
  github = await startGitHub({ repository: 'acme/hubs', log: () => {} });
  github.addPull(pull);
  waits = [];
});
afterEach(async () => {
  await github.stop();
  expect(github.violations).toEqual([]);
});

function comment(
  text: string,
  more: { token?: string | undefined; number?: number; fetch?: typeof fetch } = {},
): Promise<CommentOutcome> {
  const env = {
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: 'event.json',
    GITHUB_REPOSITORY: 'acme/hubs',
    GITHUB_API_URL: github.url,
    GITHUB_GRAPHQL_URL: github.graphqlUrl,
  };
  return upsertComment({
    context: readContext(env, () => JSON.stringify(github.event(more.number ?? 7))),
    token: 'token' in more ? more.token : github.token,
    marker: MARKER,
    body: body(text),
    sleep: async (milliseconds) => void waits.push(milliseconds),
    ...(more.fetch === undefined ? {} : { fetch: more.fetch }),
  });
}
const bodies = (): string[] => github.comments(7).map((entry) => entry.body);
const calls = (): string[] => github.journal.map(({ operation }) => operation);

describe('the comment of a pull request', () => {
  test('is created once and edited afterwards', async () => {
    expect(await comment('one')).toMatchObject({ done: 'created' });
    expect(await comment('two')).toMatchObject({ done: 'updated' });
    expect(bodies()).toEqual([body('two')]);
  });

  test('is left alone if its text is the same, whatever line ends GitHub stores', async () => {
    github.addComment(7, 'github-actions[bot]', `${body('one').replace('\n', '\r\n')}\n`);
    expect(await comment('one')).toMatchObject({ done: 'unchanged' });
    expect(calls()).toEqual(['issues/list-comments', 'graphql']);
  });

  test('is never edited if somebody else wrote it with the same marker', async () => {
    github.addComment(7, 'mallory', body('looks harmless'));
    github.addComment(7, 'github-actions', body('a person with that name'));
    github.addComment(7, 'other-app[bot]', body('another app'));
    expect(await comment('one')).toMatchObject({ done: 'created' });
    expect(await comment('two')).toMatchObject({ done: 'updated' });
    expect(bodies()).toEqual([
      body('looks harmless'),
      body('a person with that name'),
      body('another app'),
      body('two'),
    ]);
  });

  test('is not mistaken for that of another hub which quotes the marker', async () => {
    const quoting = `<!-- jupyterhub-gke:plan:other -->\nerror text with ${MARKER} inside`;
    github.addComment(7, 'github-actions[bot]', quoting);
    expect(await comment('one')).toMatchObject({ done: 'created' });
    expect(bodies()).toEqual([quoting, body('one')]);
  });

  test('is found on a later page, and the identity is asked for only if needed', async () => {
    for (let index = 0; index < 250; index += 1) github.addComment(7, 'octocat', `remark ${index}`);
    expect(await comment('one')).toMatchObject({ done: 'created' });
    expect(calls()).toEqual([
      'issues/list-comments',
      'issues/list-comments',
      'issues/list-comments',
      'issues/create-comment',
    ]);
    expect(await comment('two')).toMatchObject({ done: 'updated' });
    expect(bodies().filter((text) => text.startsWith(MARKER))).toEqual([body('two')]);
  });

  test('takes a limited number of calls among as many comments as GitHub allows', async () => {
    const spent = async (text: string): Promise<Record<string, number>> => {
      const before = github.journal.length;
      await comment(text);
      const counts: Record<string, number> = {};
      for (const name of calls().slice(before)) counts[name] = (counts[name] ?? 0) + 1;
      return counts;
    };
    // GitHub takes 2,500 on an issue or pull request; the last one is ours.
    for (let index = 0; index < 2499; index += 1) github.addComment(7, 'octocat', `remark ${index}`);
    expect(await spent('one')).toEqual({ 'issues/list-comments': 25, 'issues/create-comment': 1 });
    expect(await spent('two')).toEqual({ 'issues/list-comments': 25, graphql: 1, 'issues/update-comment': 1 });
    expect(await spent('two')).toEqual({ 'issues/list-comments': 25, graphql: 1 });
    // Whatever it may allow one day, and even if everybody wrote our marker.
    for (let index = 0; index < 1500; index += 1) github.addComment(7, 'mallory', body('not ours'));
    expect(await spent('three')).toEqual({ 'issues/list-comments': 25, graphql: 1, 'issues/update-comment': 1 });
    github.addPull({ ...pull, number: 9 });
    for (let index = 0; index < 4000; index += 1) github.addComment(9, 'mallory', body('not ours'));
    const before = github.journal.length;
    await comment('one', { number: 9 });
    expect(github.journal.length - before).toBe(32);
  });

  test('takes three calls if it is the first of many', async () => {
    await comment('one');
    for (let index = 0; index < 2400; index += 1) github.addComment(7, 'octocat', `remark ${index}`);
    const before = github.journal.length;
    expect(await comment('two')).toMatchObject({ done: 'updated' });
    expect(calls().slice(before)).toEqual(['issues/list-comments', 'graphql', 'issues/update-comment']);
  });

  test('is also found if a person wrote it with their own token', async () => {
    const token = github.addToken('operator', { pull_requests: 'write' });
    expect(await comment('one', { token })).toMatchObject({ done: 'created' });
    expect(await comment('two', { token })).toMatchObject({ done: 'updated' });
    expect(github.comments(7)).toHaveLength(1);
  });
});

describe('a comment that may not be written', () => {
  test('is skipped on the pull request of a fork, without any call', async () => {
    github.addPull({ ...pull, number: 8, headRepository: 'mallory/hubs' });
    expect(await comment('one', { number: 8 })).toEqual({ done: 'skipped', reason: expect.stringContaining('fork') });
    expect(await comment('one', { token: undefined })).toEqual({ done: 'skipped', reason: 'no github_token is given' });
    expect(github.journal).toEqual([]);
  });

  test('names the permission that the job lacks', async () => {
    const token = github.addToken('github-actions[bot]', { contents: 'read', pull_requests: 'read' });
    await expect(comment('one', { token })).rejects.toMatchObject({
      message: 'github_token may not comment on the pull request (Resource not accessible by integration)',
      hint: expect.stringContaining('pull-requests: write'),
    });
    expect(github.comments(7)).toEqual([]);
  });

  test('reports that the token is not accepted', async () => {
    await expect(comment('one', { token: 'ghs_unknown' })).rejects.toThrow(
      'GitHub does not accept github_token (Bad credentials)',
    );
  });

  test('reports what GitHub says about its text', async () => {
    await expect(comment('x'.repeat(70_000))).rejects.toThrow(
      'GitHub refuses to comment on the pull request: Validation Failed',
    );
  });
});

describe('an outage or a limit of GitHub', () => {
  test('does not lead to a second comment if an answer is lost', async () => {
    github.faults.add({ operation: 'issues/create-comment', times: 1, drop: true });
    expect(await comment('one')).toMatchObject({ done: 'unchanged' });
    expect(bodies()).toEqual([body('one')]);
  });

  test('is waited out', async () => {
    github.faults.add({ operation: 'issues/list-comments', times: 2, status: 502 });
    expect(await comment('one')).toMatchObject({ done: 'created' });
    expect(waits).toHaveLength(2);
  });

  test('fails the comment after five attempts', async () => {
    github.faults.add({ operation: 'issues/list-comments', times: 99, status: 503, message: 'Service Unavailable' });
    await expect(comment('one')).rejects.toThrow('GitHub cannot answer now (Service Unavailable)');
    expect(waits).toHaveLength(4);
  });

  test('is waited out for as long as GitHub says', async () => {
    github.faults.add({
      operation: 'issues/create-comment',
      times: 1,
      status: 403,
      message: 'You have exceeded a secondary rate limit',
      headers: { 'retry-after': '7' },
    });
    expect(await comment('one')).toMatchObject({ done: 'created' });
    expect(waits).toEqual([7000]);
  });

  test('of an hour is not waited out', async () => {
    const reset = String(Math.floor(Date.now() / 1000) + 3600);
    github.faults.add({
      operation: 'issues/create-comment',
      times: 1,
      status: 403,
      message: 'API rate limit exceeded',
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset },
    });
    await expect(comment('one')).rejects.toMatchObject({
      message: 'GitHub accepts no more calls with this token now (API rate limit exceeded)',
      hint: `Run the job again after ${new Date(Number(reset) * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC.`,
    });
    expect(waits).toEqual([]);
  });

  test('of an hour that is nearly over is waited out', async () => {
    const reset = Math.floor(Date.now() / 1000) + 40;
    github.faults.add({
      operation: 'issues/list-comments',
      times: 1,
      status: 429,
      message: 'API rate limit exceeded',
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset) },
    });
    expect(await comment('one')).toMatchObject({ done: 'created' });
    expect(waits).toHaveLength(1);
    expect(waits[0]).toBeGreaterThan(35_000);
    expect(waits[0]).toBeLessThanOrEqual(41_000);
  });

  test('without a time is waited out for a minute', async () => {
    const message = 'You have exceeded a secondary rate limit';
    github.faults.add({ operation: 'issues/list-comments', times: 1, status: 403, message });
    expect(await comment('one')).toMatchObject({ done: 'created' });
    expect(waits).toEqual([60_000]);
  });

  test.each([
    ['NaN', 'never'],
    ['-5', '1e400'],
    ['', '9'.repeat(30)],
  ])('with invalid headers (%j, %j) is reported as a limit', async (after, reset) => {
    const headers = { 'retry-after': after, 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset };
    github.faults.add({ operation: 'issues/list-comments', times: 9, status: 429, message: 'Slow down', headers });
    await expect(comment('one')).rejects.toThrow('GitHub accepts no more calls with this token now (Slow down)');
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThanOrEqual(300_000);
  });

  test('is waited out for five minutes in all', async () => {
    for (let index = 0; index < 950; index += 1) github.addComment(7, 'octocat', `remark ${index}`);
    // Each page is limited again, and comes at the second attempt.
    let turn = 0;
    const fetchLimited: typeof fetch = async (...request) => {
      turn += 1;
      const headers = { 'retry-after': '100' };
      return turn % 2 === 1 ? new Response('{"message":"rate limit"}', { status: 403, headers }) : fetch(...request);
    };
    await expect(comment('one', { fetch: fetchLimited })).rejects.toThrow(
      'GitHub accepts no more calls with this token',
    );
    expect(waits).toEqual([100_000, 100_000, 100_000]);
  });

  test('that drops the connection of a read leads to another attempt', async () => {
    github.addComment(7, 'github-actions[bot]', body('one'));
    github.faults.add({ operation: 'issues/list-comments', times: 2, drop: true });
    github.faults.add({ operation: 'graphql', times: 1, drop: true });
    expect(await comment('two')).toMatchObject({ done: 'updated' });
    expect(waits).toHaveLength(3);
  });

  test('that answers no write leads to five attempts', async () => {
    github.faults.add({ operation: 'issues/create-comment', times: 99, status: 502 });
    await expect(comment('one')).rejects.toThrow('GitHub cannot answer now');
    expect(calls().filter((name) => name === 'issues/create-comment')).toHaveLength(5);
    expect(github.journal).toHaveLength(10);
  });

  test('without any answer is reported with the address', async () => {
    await github.stop();
    await expect(comment('one')).rejects.toMatchObject({
      message: expect.stringContaining('GitHub cannot be reached'),
      where: expect.stringContaining('GET http://127.0.0.1'),
    });
  });
});
