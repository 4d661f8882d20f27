import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { commandForEvent } from '../../../../src/github/event-command.js';
import { type GitHubContext, isPublic, readContext } from '../../../../src/github/runner/context.js';

const SHA = 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678';
const ENV = {
  GITHUB_ACTIONS: 'true',
  GITHUB_EVENT_NAME: 'pull_request',
  GITHUB_EVENT_PATH: '/event.json',
  GITHUB_REPOSITORY: 'acme/hubs',
  GITHUB_SHA: 'f'.repeat(40),
  GITHUB_REF: 'refs/pull/7/merge',
  GITHUB_RUN_ID: '42',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_API_URL: 'https://api.github.com',
  GITHUB_ACTOR: 'octocat',
};
const pull = (head: unknown): unknown => ({
  repository: { private: true, default_branch: 'main' },
  pull_request: { number: 7, head, base: { sha: SHA } },
});
const read = (event: unknown, env: NodeJS.ProcessEnv = {}): GitHubContext => {
  const context = readContext({ ...ENV, ...env }, () => (typeof event === 'string' ? event : JSON.stringify(event)));
  if (!context) throw new Error('no context');
  return context;
};
const OURS = { sha: SHA, repo: { full_name: 'acme/hubs' } };

describe('the facts of a run', () => {
  test('are undefined outside of a workflow', () => {
    expect(readContext({})).toBeUndefined();
    expect(isPublic(undefined)).toBe(false);
  });

  test('come from the event of a pull request', () => {
    expect(read(pull(OURS))).toMatchObject({
      eventName: 'pull_request',
      repository: 'acme/hubs',
      visibility: 'private',
      sha: SHA,
      pullRequest: { number: 7, headSha: SHA, baseSha: SHA, fork: false },
      graphqlUrl: 'https://api.github.com/graphql',
      runUrl: 'https://github.com/acme/hubs/actions/runs/42',
    });
  });

  test.each([
    ['another repository', { sha: SHA, repo: { full_name: 'mallory/hubs' } }],
    ['a repository that is gone', { sha: SHA, repo: null }],
    ['nothing', undefined],
    ['a name that is no text', { repo: { full_name: ['acme/hubs'] } }],
  ])('take a pull request from %s for one of a fork', (_, head) => {
    expect(read(pull(head)).pullRequest?.fork).toBe(true);
  });

  test('leave out an invalid pull request number', () => {
    for (const number of ['7', 7.5, -1, 0, 2 ** 60, '../../x', null]) {
      expect(read({ pull_request: { number, head: OURS } }).pullRequest).toBeUndefined();
    }
  });

  test('leave out a repository name that is not owner/name', () => {
    for (const name of ['acme/..', 'acme/.', 'acme', '../x', 'a/b/c', 'a/b?c', 'acme/hubs\n']) {
      expect(read({}, { GITHUB_REPOSITORY: name }).repository).toBeUndefined();
    }
    expect(read({}, { GITHUB_REPOSITORY: 'jo_acme/.github' }).repository).toBe('jo_acme/.github');
  });

  test('treat a repository of unknown visibility as public', () => {
    expect(isPublic(read({}))).toBe(true);
    expect(isPublic(read({ repository: { visibility: 'public' } }))).toBe(true);
    expect(isPublic(read({ repository: { visibility: 'internal', private: true } }))).toBe(false);
    expect(isPublic(read({ repository: { private: false } }))).toBe(true);
  });

  test('say whether a person or a bot caused the event, and on which issue', () => {
    const of = (sender: unknown, number: unknown = 12) => read({ action: 'opened', issue: { number }, sender });
    expect(of({ login: 'octocat', type: 'User' })).toMatchObject({ byBot: false, issue: 12, action: 'opened' });
    expect(of({ login: 'octocat', type: 'Bot' }).byBot).toBe(true);
    expect(of({ login: 'dependabot[bot]' }).byBot).toBe(true);
    expect(of(undefined, '12').issue).toBeUndefined();
  });

  test('say on which branch a push was', () => {
    const event = { repository: { default_branch: 'main' } };
    expect(read(event, { GITHUB_REF: 'refs/heads/main' }).onDefaultBranch).toBe(true);
    expect(read(event, { GITHUB_REF: 'refs/heads/x/main' }).onDefaultBranch).toBe(false);
    expect(read({ repository: { default_branch: '' } }, { GITHUB_REF: 'refs/heads/' }).onDefaultBranch).toBe(false);
  });

  test('have only values of the right type, whatever the payload', () => {
    const hostile = fc.oneof(
      fc.json(),
      fc.string(),
      fc.constantFrom(
        '',
        '[]',
        'null',
        '{"__proto__":{"number":1}}',
        '{"pull_request":{"number":1,"head":{"sha":"$(id)","repo":{"full_name":"acme/hubs"}}}}',
      ),
    );
    fc.assert(
      fc.property(hostile, fc.string(), fc.string(), (event, repository, url) => {
        const context = read(event, { GITHUB_REPOSITORY: repository, GITHUB_API_URL: url, GITHUB_RUN_ID: repository });
        expect(context.sha ?? SHA).toMatch(/^[0-9a-f]{40}$/);
        expect(context.apiUrl).toMatch(/^https?:\/\//);
        expect(context.repository ?? 'a/b').toMatch(/^[\w-]+\/[\w.-]+$/);
      }),
    );
  });

  test('are fewer if the event is unreadable', () => {
    const context = readContext(ENV, () => {
      throw new Error('gone');
    });
    expect(context).toMatchObject({ repository: 'acme/hubs', pullRequest: undefined, visibility: 'unknown' });
  });
});

describe('the command of an event', () => {
  const main = { repository: { default_branch: 'main' } };
  const REQUEST = { ...OURS, ref: 'access-request/12' };
  const closed = (more: object): object => ({
    action: 'closed',
    pull_request: { number: 13, merged: true, head: REQUEST, ...more },
  });

  test.each([
    ['plan', pull(OURS), {}],
    ['validate', pull({ ...OURS, repo: { full_name: 'mallory/hubs' } }), {}],
    ['validate', pull(OURS), { GITHUB_ACTOR: 'dependabot[bot]' }],
    ['validate', {}, {}],
    ['apply', main, { GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/main' }],
    ['apply', main, { GITHUB_EVENT_NAME: 'workflow_dispatch', GITHUB_REF: 'refs/heads/main' }],
    ['validate', main, { GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/feature' }],
    ['validate', main, { GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/tags/main' }],
    ['validate', main, { GITHUB_EVENT_NAME: 'merge_group', GITHUB_REF: 'refs/heads/main' }],
    ['sync-users', {}, { GITHUB_EVENT_NAME: 'schedule', GITHUB_REF: 'refs/heads/main' }],
    ['access-request', { issue: { number: 12 } }, { GITHUB_EVENT_NAME: 'issues' }],
    ['access-request', closed({}), {}],
    [undefined, closed({ merged: false }), {}],
    [undefined, closed({ head: { ...OURS, ref: 'access-request/12x' } }), {}],
    [undefined, closed({ head: { ...OURS, ref: 'change' } }), {}],
    [undefined, closed({ head: { ...REQUEST, repo: { full_name: 'mallory/hubs' } } }), {}],
    [undefined, { action: 'closed' }, {}],
  ])('is %s (event %j, environment %j)', (command, event, env) => {
    expect(commandForEvent(read(event, env)).command).toBe(command);
  });

  test.each(['pull_request_target', 'issue_comment', 'workflow_run', 'a b\nc'])('is refused for %j', (name) => {
    expect(() => commandForEvent(read(pull(OURS), { GITHUB_EVENT_NAME: name }))).toThrow('starts no command');
  });

  test('needs an event', () => {
    expect(() => commandForEvent(undefined)).toThrow('has no GitHub event');
  });
});
