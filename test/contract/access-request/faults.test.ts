import { describe, expect, test } from '@jest/globals';
import { added, calls, comments, scene, sceneForEach } from '../../support/access-request.js';

sceneForEach();

describe('a token or a GitHub that does not do it', () => {
  test('is told in plain words: rights, and the switch for pull requests', async () => {
    scene.ask({ number: 12 });
    scene.token = scene.github.addToken('github-actions[bot]', {
      contents: 'read',
      issues: 'read',
      pull_requests: 'read',
    });
    await expect(scene.run(12)).rejects.toMatchObject({
      message:
        'github_token may not make the pull request and comment on the issue (Resource not accessible by integration)',
      hint: expect.stringContaining('permissions: {contents: write, issues: write, pull-requests: write}'),
    });
    scene.token = scene.github.addToken('github-actions[bot]', {
      contents: 'write',
      issues: 'write',
      pull_requests: 'write',
    });
    const message = 'GitHub Actions is not permitted to create or approve pull requests.';
    scene.github.faults.add({ operation: 'pulls/create', times: 1, status: 403, message });
    await expect(scene.run(12)).rejects.toMatchObject({
      message: expect.stringContaining(message),
      hint: expect.stringContaining('Allow GitHub Actions to create and approve pull requests'),
    });
    expect(await scene.run(12)).toMatchObject({ outputs: { pull_request: '13' } });
  });

  test.each(['git/create-tree', 'git/create-commit', 'git/create-ref', 'pulls/create', 'issues/create-comment'])(
    'makes nothing twice when the answer of %s is lost',
    async (operation) => {
      scene.ask({ number: 12 });
      scene.github.faults.add({ operation, times: 1, drop: true });
      expect(await scene.run(12)).toMatchObject({ outputs: { pull_request: '13' } });
      expect(scene.github.pulls()).toHaveLength(1);
      expect(comments()).toEqual([expect.stringContaining('Pull request #13')]);
      expect(added()).toEqual(['+  - turing@acme.dev']);
    },
  );

  test('is given up after some attempts', async () => {
    scene.ask({ number: 12 });
    scene.github.faults.add({ operation: 'issues/get', times: 99, status: 503, message: 'Service Unavailable' });
    await expect(scene.run(12)).rejects.toThrow('GitHub cannot answer now (Service Unavailable)');
    expect(calls('issues/get')).toBe(5);
  });

  test('is called a bounded number of times', async () => {
    scene.ask({ number: 12 });
    await scene.run(12);
    expect(scene.github.journal.length).toBeLessThanOrEqual(14);
  });
});
