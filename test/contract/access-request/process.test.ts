import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { runWorkflow } from '../../../sandbox/src/github/act.js';
import { repoPath } from '../../../sandbox/src/paths.js';
import { ensureTools } from '../../../sandbox/src/tools/toolbox.js';
import { run } from '../../../src/system/exec.js';
import {
  added,
  comments,
  fixture,
  fixtureForEach,
  formBody,
  MERGED,
  releaseFolder,
} from '../../support/access-request.js';

fixtureForEach();

describe('the bundled access-request', () => {
  /** The root action's script, as the runner starts it. */
  const auto = async (
    event: string,
    payload: object,
  ): Promise<{ code: number | null; text: string; output: string }> => {
    const release = releaseFolder(join(fixture.folder, 'release'));
    const output = join(fixture.folder, 'output');
    writeFileSync(output, ''); // as the runner does
    const { PATH } = process.env;
    const { code, stdout, stderr } = await run('bash', [join(release, 'actions/run.sh'), 'auto'], {
      cwd: fixture.folder,
      env: { PATH, RUNNER_TEMP: fixture.folder, GITHUB_OUTPUT: output, ...fixture.env(event, payload) },
    });
    return { code, text: stdout + stderr, output: spawnSync('cat', [output], { encoding: 'utf8' }).stdout };
  };

  test('makes one pull request of an issue, and gives the link after the merge', async () => {
    fixture.ask({ number: 12 });
    const first = await auto('issues', fixture.github.issueEvent(12, 'opened'));
    expect([first.code, first.text]).toEqual([0, expect.stringContaining('access-request: issue #12')]);
    expect(first.output).toMatch(/pull_request<<\S+\n13\n/);
    expect(added()).toEqual(['+  - turing@acme.dev']);
    // The runner removes the line that masks the token.
    const seen = `${first.text}${first.output}`.replace(/^::add-mask::.*\n/gm, '');
    expect(seen).not.toContain(fixture.token);
    const [pull] = fixture.github.pulls();
    if (pull === undefined) throw new Error('no pull request');
    fixture.github.addPull({ ...pull, merged: MERGED });
    const merged = await auto('pull_request', fixture.github.closedEvent(13));
    expect([merged.code, comments()[1]]).toEqual([0, expect.stringContaining('You are on the list.')]);
  }, 30_000);

  test('answers an invalid request and passes, and without rights fails with the reason', async () => {
    fixture.ask({ number: 12, body: formBody('nobody') });
    expect(await auto('issues', fixture.github.issueEvent(12, 'opened'))).toMatchObject({ code: 0 });
    expect(comments()).toEqual([expect.stringContaining('is not an e-mail address')]);
    fixture.token = fixture.github.addToken('github-actions[bot]', { contents: 'read' });
    const { code, text } = await auto('issues', fixture.github.issueEvent(12, 'edited'));
    expect([code, text]).toEqual([1, expect.stringContaining('github_token may not make the pull request')]);
    expect(text).not.toContain('at async');
  }, 30_000);

  test('has nothing to do when any other pull request is closed', async () => {
    const other = { number: 7, headSha: 'a'.repeat(40), baseSha: 'b'.repeat(40), headRef: 'change', baseRef: 'main' };
    fixture.github.addPull({ ...other, merged: MERGED });
    const { code, text } = await auto('pull_request', fixture.github.closedEvent(7));
    expect([code, text.trim()]).toEqual([0, expect.stringMatching(/^Nothing to do: [^\n]+$/)]);
    expect(fixture.github.journal).toEqual([]);
  }, 30_000);
});

describe('the workflow that init writes, under act', () => {
  const path = '.github/workflows/access-request.yml';
  // act makes the checkout of another branch than the event's by the real action, which needs the network.
  const workflow = readFileSync(repoPath('examples/quick-start', path), 'utf8').replace(/^ +ref: .*\n/m, '');

  const start = async (payload: Record<string, unknown>, event: 'issues' | 'pull_request'): Promise<string> => {
    const tools = await ensureTools(['act'], { log: () => {} });
    const files = Object.fromEntries(
      ['jupyterhub.yaml', 'users.yaml'].map((name) => [name, readFileSync(join(fixture.folder, name), 'utf8')]),
    );
    const result = await runWorkflow({
      act: tools.path('act'),
      dir: join(fixture.folder, `act-${event}-${String(payload.action)}`),
      github: fixture.github,
      repository: 'acme/hubs',
      event,
      payload,
      files: { ...files, [path]: workflow },
      workflow: path,
      // No variable names a GitHub App here, so the step does not run. act fetches the action all the same.
      standIns: ['actions/create-github-app-token@1b10c78c7865c340bc4f6099eb2f838309f1e8c3'],
      token: fixture.token,
      log: () => {},
    });
    expect([result.code, result.code === 0 ? '' : result.log]).toEqual([0, '']);
    return result.log;
  };

  test('answers a request, and the merge of its pull request', async () => {
    fixture.ask({ number: 12, labels: [] });
    await start(fixture.github.issueEvent(12, 'opened'), 'issues');
    expect(added()).toEqual(['+  - turing@acme.dev']);
    expect(comments()).toEqual([expect.stringContaining('Pull request #13')]);
    const [pull] = fixture.github.pulls();
    if (pull === undefined) throw new Error('no pull request');
    fixture.github.addPull({ ...pull, merged: MERGED });
    await start(fixture.github.closedEvent(13), 'pull_request');
    expect(comments()[1]).toContain('You are on the list.');
  }, 120_000);

  test('does not start for other issues, for bots, or for unmerged pull requests', async () => {
    fixture.ask({ number: 12, title: 'A question', labels: ['bug'] });
    await start(fixture.github.issueEvent(12, 'opened'), 'issues');
    fixture.ask({ number: 12 });
    await start(fixture.github.issueEvent(12, 'edited', 'dependabot[bot]'), 'issues');
    const branch = { headRef: 'access-request/12', headSha: 'a'.repeat(40), baseSha: 'b'.repeat(40), baseRef: 'main' };
    fixture.github.addPull({ number: 13, ...branch, state: 'closed' });
    await start(fixture.github.closedEvent(13), 'pull_request');
    expect(fixture.github.journal).toEqual([]);
  }, 120_000);
});
