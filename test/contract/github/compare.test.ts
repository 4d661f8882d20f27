import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type GitHub, startGitHub } from '../../../sandbox/src/github/github.js';
import { branchTip, pushedFiles } from '../../../src/github/api/compare.js';
import { readContext } from '../../../src/github/runner/context.js';

const [A, B, C, D] = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(40)) as [string, string, string, string];
const NONE = '0'.repeat(40);
let github: GitHub;

beforeAll(async () => {
  github = await startGitHub({
    repository: 'acme/hubs',
    repositoryId: '1',
    ownerId: '2',
    visibility: 'private',
    log: () => {},
  });
  github.addPush({ before: A, after: B, files: ['users.yaml'] });
  github.addPush({ before: B, after: C, files: ['users.yaml', 'jupyterhub.yaml'] });
});
afterAll(() => github.stop());
beforeEach(() => expect(github.violations).toEqual([]));

function context(event: Record<string, unknown>, sha = C) {
  const env = {
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_EVENT_PATH: 'event.json',
    GITHUB_REPOSITORY: 'acme/hubs',
    GITHUB_SHA: sha,
    GITHUB_REF: 'refs/heads/main',
    GITHUB_API_URL: github.url,
  };
  return readContext(env, () => JSON.stringify({ repository: { default_branch: 'main' }, ...event }));
}

describe('the tip of the default branch', () => {
  test('is asked of GitHub', async () => {
    expect(await branchTip(context({}), github.token)).toBe(C);
  });

  test('is not known without a token, a workflow or a name of the branch', async () => {
    expect(await branchTip(context({}), undefined)).toBeUndefined();
    expect(await branchTip(undefined, github.token)).toBeUndefined();
    expect(await branchTip(context({ repository: {} }), github.token)).toBeUndefined();
  });

  test('is refused to a token that may not read', async () => {
    const weak = github.addToken('github-actions[bot]', {});
    await expect(branchTip(context({}), weak)).rejects.toThrow('github_token may not read the repository');
  });
});

describe('the files of a push', () => {
  const files = (before: string, sha: string, more = {}) =>
    pushedFiles(context({ before, forced: false, ...more }, sha), github.token);

  test('are those between the commits before and after it', async () => {
    expect(await files(A, B)).toEqual(['users.yaml']);
    expect(await files(B, C)).toEqual(['users.yaml', 'jupyterhub.yaml']);
  });

  test('are not known for a new branch, after a force push, and for events that are no push', async () => {
    expect(await files(NONE, C)).toBeUndefined();
    expect(await files(A, B, { forced: true })).toBeUndefined();
    expect(await files(A, B, { forced: undefined })).toBeUndefined();
    expect(await pushedFiles(context({}), github.token)).toBeUndefined();
    expect(await pushedFiles(context({ before: A, forced: false }), undefined)).toBeUndefined();
  });

  test('are not known where history went another way', async () => {
    github.addPush({ before: C, after: D, files: ['users.yaml'], forced: true });
    expect(await files(C, D)).toBeUndefined();
  });
});
