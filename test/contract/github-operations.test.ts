import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type GitHub, startGitHub } from '../../sandbox/src/github/github.js';
import { matchOperation, violationsOf } from '../../sandbox/src/github/operations.js';

let github: GitHub;
beforeAll(async () => {
  github = await startGitHub({ repository: 'acme/hubs', log: () => {} });
  github.addPull({
    number: 7,
    headSha: 'a'.repeat(40),
    baseSha: 'b'.repeat(40),
    headRef: 'change',
    baseRef: 'main',
    files: [{ filename: 'users.yaml', status: 'modified' }],
  });
});
afterAll(() => github.stop());

const call = async (
  method: string,
  path: string,
  token: string,
  body?: unknown,
): Promise<{ status: number; body: Record<string, unknown> }> => {
  const answer = await fetch(`${github.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'user-agent': 'test' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};

describe('the table of operations', () => {
  const check = (method: string, path: string, query = '', body?: unknown): string[] => {
    const match = matchOperation(method, path);
    return match ? violationsOf(match, new URLSearchParams(query), body) : ['unknown'];
  };

  test('lets pass what GitHub describes', () => {
    expect(check('GET', '/repos/a/b/issues/7/comments', 'per_page=100&page=2')).toEqual([]);
    expect(check('POST', '/repos/a/b/issues/7/comments', '', { body: 'x' })).toEqual([]);
  });

  test.each([
    ['POST', '/repos/a/b/issues/x/comments', '', { body: 'x' }, 'issue_number is "x", not a number'],
    ['POST', '/repos/a/b/issues/7/comments', '', { body: 'x', title: 'y' }, 'unknown property title'],
    ['POST', '/repos/a/b/issues/7/comments', '', {}, 'body is missing'],
    ['POST', '/repos/a/b/issues/7/comments', '', { body: 7 }, 'body is not a string'],
    ['POST', '/repos/a/b/issues/7/comments', '', undefined, 'the body is no JSON object'],
    ['GET', '/repos/a/b/issues/7/comments', 'limit=3', undefined, 'unknown query parameter limit'],
    ['GET', '/repos/a/b/pulls/7', '', {}, 'a body is sent where none is taken'],
    ['DELETE', '/repos/a/b/issues/comments/7', '', undefined, 'unknown'],
  ])('names what is wrong with %s %s %s %j', (method, path, query, body, sentence) => {
    expect(check(method, path, query, body)).toContain(sentence);
  });
});

describe('the stand-in of GitHub', () => {
  test('gives a token what it may do and refuses the rest', async () => {
    const reader = github.addToken('github-actions[bot]', { pull_requests: 'read' });
    expect((await call('GET', '/repos/acme/hubs/pulls/7', reader)).body).toMatchObject({
      number: 7,
      head: { repo: { full_name: 'acme/hubs' } },
    });
    expect((await call('GET', '/repos/acme/hubs/pulls/7/files', reader)).body).toMatchObject([
      { filename: 'users.yaml' },
    ]);
    expect((await call('GET', '/repos/acme/hubs', reader)).body).toMatchObject({
      full_name: 'acme/hubs',
      default_branch: 'main',
    });
    expect(await call('POST', '/repos/acme/hubs/issues/7/comments', reader, { body: 'x' })).toMatchObject({
      status: 403,
      body: { message: 'Resource not accessible by integration' },
    });
    expect((await call('GET', '/user', reader)).status).toBe(403);
    expect((await call('GET', '/user', github.addToken('octocat', {}))).body).toMatchObject({ login: 'octocat' });
    expect((await call('GET', '/repos/acme/other', reader)).status).toBe(404);
    expect((await call('GET', '/repos/acme/hubs/pulls/9', reader)).status).toBe(404);
    expect((await call('GET', '/repos/acme/hubs', 'wrong')).status).toBe(401);
  });

  test('notes every call that GitHub does not describe', async () => {
    const before = github.violations.length;
    await call('DELETE', '/repos/acme/hubs/issues/comments/1', github.token);
    await call('POST', '/graphql', github.token, { query: 'mutation { x }' });
    expect(github.violations.slice(before)).toEqual([
      'DELETE /repos/acme/hubs/issues/comments/1: no operation that is known here',
      'POST /graphql: an unknown GraphQL query',
    ]);
  });
});
