import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type GitHub, startGitHub } from '../../../sandbox/src/github/github.js';
import { type Approvals, findApprovals } from '../../../src/github/review/commit-approvals.js';

const sha = (digit: string): string => digit.repeat(40);
let github: GitHub;
beforeEach(async () => {
  github = await startGitHub({ repository: 'acme/hubs', log: () => {} });
  const refs = { baseSha: sha('0'), headRef: 'change', baseRef: 'main' };
  github.addPull({
    ...refs,
    number: 41,
    headSha: sha('1'),
    login: 'grace',
    merged: { at: '2026-01-02T00:00:00Z', sha: sha('a'), commits: [sha('1'), sha('2')] },
    reviews: [
      { login: 'ada', state: 'CHANGES_REQUESTED' },
      { login: 'ada', state: 'APPROVED' },
      { login: 'ada', state: 'COMMENTED' },
      { login: 'bo', state: 'APPROVED' },
      { login: 'bo', state: 'DISMISSED' },
      { login: 'cy', state: 'COMMENTED' },
    ],
  });
  github.addPull({ ...refs, number: 42, headSha: sha('b') });
});
afterEach(async () => {
  await github.stop();
  expect(github.violations).toEqual([]);
});

function ask(
  commits: readonly string[],
  more: { token?: string; limit?: number; repository?: string } = {},
): Promise<Approvals> {
  const { token = github.token, limit, repository = 'acme/hubs' } = more;
  return findApprovals({
    context: { apiUrl: github.url, graphqlUrl: github.graphqlUrl },
    token,
    sleep: async () => {},
    repository,
    commits,
    ...(limit === undefined ? {} : { limit }),
  });
}
const calls = (): string[] => github.journal.map(({ operation }) => operation);

test('a commit has the pull request that merged it, and the people whose last review approves it', async () => {
  const { byCommit, notes } = await ask([sha('a'), sha('1'), sha('2'), sha('1')]);
  const approval = { pull: 41, author: 'grace', approvers: ['ada'] };
  expect([...byCommit]).toEqual([
    [sha('a'), approval],
    [sha('1'), approval],
    [sha('2'), approval],
  ]);
  expect(notes).toEqual([]);
  expect(calls().filter((operation) => operation === 'pulls/list-reviews')).toHaveLength(1);
  expect(calls()).toHaveLength(4);
});

test('an open pull request does not count, and a commit may have none', async () => {
  expect(await ask([sha('b'), sha('c')])).toEqual({ byCommit: new Map(), notes: [] });
});

test('the number of calls is limited, and a note counts the commits that were left out', async () => {
  const { byCommit, notes } = await ask([sha('c'), sha('d'), sha('a')], { limit: 2 });
  expect(byCommit.size).toBe(0);
  expect(notes).toEqual([expect.stringMatching(/^GitHub was asked about 2 of 3 commits/)]);
  expect(calls()).toHaveLength(2);
});

test.each([
  [
    'without the permission',
    () => ({ token: github.addToken('github-actions[bot]', { contents: 'read' }) }),
    'may not read pull requests and their reviews',
  ],
  ['with a wrong token', () => ({ token: 'ghs_no' }), 'does not accept github_token'],
  [
    'for another repository',
    () => ({ repository: 'acme/other' }),
    'refuses to read pull requests and their reviews: Not Found',
  ],
])('a run %s gets a note and does not fail', async (_, more, text) => {
  const { byCommit, notes } = await ask([sha('a'), sha('1')], more());
  expect(byCommit.size).toBe(0);
  expect(notes).toEqual([expect.stringContaining(text)]);
  expect(calls()).toHaveLength(1);
});

test('a failure of GitHub keeps the approvals found so far and adds a note', async () => {
  github.faults.add({ operation: 'pulls/list-reviews', times: 9, status: 502 });
  const { byCommit, notes } = await ask([sha('c'), sha('a')]);
  expect(byCommit.size).toBe(0);
  expect(notes).toEqual([expect.stringContaining('GitHub cannot answer now')]);
});
