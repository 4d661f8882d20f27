import { describe, expect, test } from '@jest/globals';
import { added, calls, comments, fixture, fixtureForEach } from '../../support/access-request.js';

fixtureForEach();

describe('a run of access-request', () => {
  test('without rights names the permissions, and the setting that allows pull requests', async () => {
    fixture.ask({ number: 12 });
    fixture.token = fixture.github.addToken('github-actions[bot]', {
      contents: 'read',
      issues: 'read',
      pull_requests: 'read',
    });
    await expect(fixture.run(12)).rejects.toMatchObject({
      message:
        'github_token may not make the pull request and comment on the issue (Resource not accessible by integration)',
      hint: expect.stringContaining('permissions: {contents: write, issues: write, pull-requests: write}'),
    });
    fixture.token = fixture.github.addToken('github-actions[bot]', {
      contents: 'write',
      issues: 'write',
      pull_requests: 'write',
    });
    fixture.github.people.workflowsOpenPulls = false;
    await expect(fixture.run(12)).rejects.toMatchObject({
      message: expect.stringContaining('GitHub Actions is not permitted to create or approve pull requests.'),
      hint: expect.stringContaining('Allow GitHub Actions to create and approve pull requests'),
    });
    fixture.github.people.workflowsOpenPulls = true;
    expect(await fixture.run(12)).toMatchObject({ outputs: { pull_request: '13' } });
  });

  test('needs no setting that lets workflows approve pull requests, with the token of a GitHub App', async () => {
    fixture.ask({ number: 12 });
    fixture.github.people.workflowsOpenPulls = false;
    const rights = { contents: 'write', issues: 'write', pull_requests: 'write' } as const;
    fixture.token = fixture.github.addToken('hub-access[bot]', rights);
    expect(await fixture.run(12)).toMatchObject({ outputs: { pull_request: '13' } });
    expect(fixture.github.pulls()).toMatchObject([{ login: 'hub-access[bot]', headRef: 'access-request/12' }]);
    expect(comments()).toEqual([expect.stringContaining('Pull request #13')]);
  });

  test.each(['git/create-tree', 'git/create-commit', 'git/create-ref', 'pulls/create', 'issues/create-comment'])(
    'makes nothing twice when the answer of %s is lost',
    async (operation) => {
      fixture.ask({ number: 12 });
      fixture.github.faults.add({ operation, times: 1, drop: true });
      expect(await fixture.run(12)).toMatchObject({ outputs: { pull_request: '13' } });
      expect(fixture.github.pulls()).toHaveLength(1);
      expect(comments()).toEqual([expect.stringContaining('Pull request #13')]);
      expect(added()).toEqual(['+  - turing@acme.dev']);
    },
  );

  test('fails after five attempts if GitHub does not answer', async () => {
    fixture.ask({ number: 12 });
    fixture.github.faults.add({ operation: 'issues/get', times: 99, status: 503, message: 'Service Unavailable' });
    await expect(fixture.run(12)).rejects.toThrow('GitHub cannot answer now (Service Unavailable)');
    expect(calls('issues/get')).toBe(5);
  });

  test('takes at most 14 calls of GitHub', async () => {
    fixture.ask({ number: 12 });
    await fixture.run(12);
    expect(fixture.github.journal.length).toBeLessThanOrEqual(14);
  });
});
