import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type GitHub, startGitHub } from '../../../src/github/github.js';
import { OPERATIONS } from '../../../src/github/operation-table.js';
import { matchOperation, violationsOf } from '../../../src/github/operations.js';
import { repoPath } from '../../../src/paths.js';

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

  test('accepts what GitHub describes', () => {
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

describe('each operation of the table is one that GitHub describes', () => {
  const types = readFileSync(repoPath('node_modules/@octokit/openapi-types/types.d.ts'), 'utf8');
  // Those that are written otherwise than by their name: an enumeration, and lists.
  const TYPES: Record<string, RegExp> = {
    state: /open/,
    tree: /^(\{|string)/,
    parents: /^string\[\]/,
    make_latest: /^"true"/,
  };
  const block = (start: string, indent: string): string => {
    const from = types.indexOf(`\n${indent}${start}: {\n`);
    return from === -1 ? '' : types.slice(from, types.indexOf(`\n${indent}};\n`, from));
  };

  test.each(OPERATIONS.map((operation) => [operation.id, operation] as const))(
    '%s',
    (id, { method, path, query, body, takesFile }) => {
      expect(block(`"${path}"`, '  ')).toContain(`\n    ${method.toLowerCase()}: operations["${id}"];`);
      const described = block(`"${id}"`, '  ');
      const parameters = /\n {6}query\??: \{\n(.*?)\n {6}\};/s.exec(described)?.[1] ?? '';
      const names = [...parameters.matchAll(/^ {8}"?([a-z_]+)"?\??:/gm)].map((match) => match[1]);
      expect(names).toEqual(expect.arrayContaining(Object.keys(query)));
      const sent =
        /"application\/json": (?:\{\n(.*?)\n {8}\})/s.exec(
          /\n {4}requestBody\??: \{.*?\n {4}\};/s.exec(described)?.[0] ?? '',
        )?.[1] ?? '';
      const properties = new Map([...sent.matchAll(/^ {10}(\w+)(\??): (.*)$/gm)].map((match) => [match[1], match]));
      for (const [name, type] of Object.entries(body ?? {})) {
        const [, , optional, described] = properties.get(name) ?? [];
        expect([name, optional === '?']).toEqual([name, type.endsWith('?')]);
        expect(described).toMatch(TYPES[name] ?? new RegExp(`^${type.replace('?', '')};`));
      }
      expect(described.includes('"application/octet-stream": string')).toBe(takesFile === true);
      const required = [...properties].filter(([, match]) => match[2] === '').map(([name]) => name);
      expect(Object.keys(body ?? {})).toEqual(expect.arrayContaining(required));
    },
  );
});

describe('branches and pull requests of the stand-in', () => {
  const TIP = 'c'.repeat(40);
  const repo = '/repos/acme/hubs';
  const branch = 'access-request/12';
  let token = '';
  beforeAll(() => {
    token = github.addToken('github-actions[bot]', { contents: 'write', pull_requests: 'write', issues: 'write' });
    github.addPush({
      after: TIP,
      files: ['users.yaml'],
      contents: { 'users.yaml': 'users: []\n', 'big.yaml': '#'.repeat(2 ** 21) },
    });
    github.addIssue({ number: 12, title: 'x', body: 'y', login: 'octocat', userId: 583231 });
  });

  test('accept a branch, one file on it and one pull request, as GitHub does', async () => {
    expect((await call('GET', `${repo}/git/ref/heads/${branch}`, token)).status).toBe(404);
    const made = await call('POST', `${repo}/git/refs`, token, { ref: `refs/heads/${branch}`, sha: TIP });
    expect(made).toMatchObject({ status: 201, body: { object: { sha: TIP } } });
    expect(await call('POST', `${repo}/git/refs`, token, { ref: `refs/heads/${branch}`, sha: TIP })).toMatchObject({
      status: 422,
      body: { message: 'Reference already exists' },
    });
    const draft = { title: 'Let x in', head: branch, base: 'main', body: 'Closes #12' };
    expect((await call('POST', `${repo}/pulls`, token, draft)).status).toBe(422);
    const file = (await call('GET', `${repo}/contents/users.yaml?ref=${branch}`, token)).body;
    expect(Buffer.from(String(file.content), 'base64').toString()).toBe('users: []\n');
    const { commit } = (await call('GET', `${repo}/branches/main`, token)).body as {
      commit: { commit: { tree: object } };
    };
    const entry = { path: 'users.yaml', mode: '100644', type: 'blob', content: 'users: [a@b.c]\n' };
    const changed = { base_tree: (commit.commit.tree as { sha: string }).sha, tree: [entry] };
    const tree = (await call('POST', `${repo}/git/trees`, token, changed)).body.sha;
    const next = await call('POST', `${repo}/git/commits`, token, { message: 'm', tree, parents: [TIP] });
    expect([next.status, github.branches.file(branch, 'users.yaml')]).toEqual([201, 'users: []\n']);
    const move = { sha: next.body.sha };
    expect((await call('PATCH', `${repo}/git/refs/heads/main`, token, move)).status).toBe(422);
    expect((await call('PATCH', `${repo}/git/refs/heads/${branch}`, token, move)).status).toBe(200);
    expect(github.branches.file(branch, 'users.yaml')).toBe('users: [a@b.c]\n');
    expect(github.branches.file(branch, 'big.yaml')).toHaveLength(2 ** 21);
    expect(github.branches.file('main', 'users.yaml')).toBe('users: []\n');
    expect(await call('POST', `${repo}/pulls`, token, draft)).toMatchObject({ status: 201, body: { number: 13 } });
    expect((await call('POST', `${repo}/pulls`, token, draft)).status).toBe(422);
    expect((await call('PATCH', `${repo}/pulls/13`, token, { title: 'y' })).body).toMatchObject({ title: 'y' });
    const list = await call('GET', `${repo}/pulls?state=open&head=acme:${branch}`, token);
    expect(list.body).toMatchObject([{ number: 13, body: 'Closes #12', head: { ref: branch } }]);
    expect((await call('PATCH', `${repo}/git/refs/heads/${branch}`, token, { sha: TIP })).status).toBe(422);
    expect((await call('PATCH', `${repo}/git/refs/heads/${branch}`, token, { sha: TIP, force: true })).status).toBe(
      200,
    );
  });

  test('return large files without their content', async () => {
    expect((await call('GET', `${repo}/contents/big.yaml`, token)).body).toMatchObject({
      encoding: 'none',
      content: '',
    });
  });

  test('let a token comment on issues with the issues permission only', async () => {
    const pulls = github.addToken('github-actions[bot]', { pull_requests: 'write', contents: 'read' });
    const comment = { body: 'x' };
    expect((await call('POST', `${repo}/issues/12/comments`, pulls, comment)).status).toBe(403);
    expect((await call('POST', `${repo}/issues/7/comments`, pulls, comment)).status).toBe(201);
    expect((await call('POST', `${repo}/issues/12/comments`, token, comment)).status).toBe(201);
    expect((await call('GET', `${repo}/issues/12`, token)).body).toMatchObject({ user: { id: 583231 } });
    expect((await call('POST', `${repo}/git/refs`, pulls, { ref: 'refs/heads/x', sha: TIP })).status).toBe(403);
    expect(github.issueEvent(12, 'opened')).toMatchObject({
      action: 'opened',
      sender: { login: 'octocat', type: 'User' },
    });
  });
});

describe('another repository of the stand-in', () => {
  const TIP = 'd'.repeat(40);
  const people = '/repos/acme/people';
  beforeAll(() => {
    const other = github.addRepository({ name: 'acme/people' });
    other.addPush({ after: TIP, files: [], contents: { 'users.yaml': 'users: []\n', 'teams/ml.yaml': 'x' } });
    github.addRepository({ name: 'acme/open', visibility: 'public' });
  });

  test('is visible to its own tokens only, and readable by all if it is public', async () => {
    const reader = github.addToken('ada-l', { contents: 'read' }, ['acme/people']);
    expect((await call('GET', `${people}/commits/HEAD`, github.token)).status).toBe(404);
    expect((await call('GET', '/repos/acme/hubs/branches/main', reader)).status).toBe(404);
    expect((await call('GET', '/repos/Acme/People/commits/main', reader)).body).toMatchObject({ sha: TIP });
    expect(
      (await call('POST', '/repos/acme/open/git/refs', github.token, { ref: 'refs/heads/x', sha: TIP })).status,
    ).toBe(404);
    expect((await call('GET', '/repos/acme/open', github.token)).status).toBe(200);
    const weak = github.addToken('ada-l', {}, ['acme/people']);
    expect(await call('GET', `${people}/commits/HEAD`, weak)).toMatchObject({
      status: 403,
      body: { message: 'Resource not accessible by personal access token' },
    });
  });

  test('returns commits, trees, blobs and folders, as GitHub does', async () => {
    const reader = github.addToken('ada-l', { contents: 'read' }, ['acme/people', 'acme/open']);
    expect(await call('GET', `${people}/commits/gone`, reader)).toMatchObject({
      status: 422,
      body: { message: 'No commit found for SHA: gone' },
    });
    expect((await call('GET', '/repos/acme/open/commits/HEAD', reader)).status).toBe(409);
    const { tree } = (await call('GET', `${people}/git/trees/${TIP}?recursive=1`, reader)).body as {
      tree: { path: string; sha: string }[];
    };
    expect(tree.map(({ path }) => path)).toEqual(['users.yaml', 'teams/ml.yaml']);
    const { content } = (await call('GET', `${people}/git/blobs/${tree[0]?.sha}`, reader)).body;
    expect(Buffer.from(String(content), 'base64').toString()).toBe('users: []\n');
    expect((await call('GET', `${people}/contents/teams?ref=${TIP}`, reader)).body).toMatchObject([
      { type: 'file', path: 'teams/ml.yaml' },
    ]);
  });
});

describe('the stand-in of GitHub', () => {
  test('allows a token its permissions and refuses everything else', async () => {
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

  test('records every call that GitHub does not describe', async () => {
    const before = github.violations.length;
    await call('DELETE', '/repos/acme/hubs/issues/comments/1', github.token);
    await call('POST', '/graphql', github.token, { query: 'mutation { x }' });
    expect(github.violations.slice(before)).toEqual([
      'DELETE /repos/acme/hubs/issues/comments/1: no operation that is known here',
      'POST /graphql: an unknown GraphQL query',
    ]);
  });
});
