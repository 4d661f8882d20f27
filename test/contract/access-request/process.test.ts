import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { runWorkflow } from '../../../sandbox/src/github/act.js';
import { repoPath } from '../../../sandbox/src/paths.js';
import { ensureTools } from '../../../sandbox/src/tools/toolbox.js';
import { run } from '../../../src/system/exec.js';
import { added, comments, formBody, MERGED, releaseFolder, scene, sceneForEach } from '../../support/access-request.js';

sceneForEach();

describe('the built program', () => {
  /** The root action's script, as the runner starts it. */
  const auto = async (
    event: string,
    payload: object,
  ): Promise<{ code: number | null; text: string; output: string }> => {
    const release = releaseFolder(join(scene.folder, 'release'));
    const output = join(scene.folder, 'output');
    const { PATH } = process.env;
    const { code, stdout, stderr } = await run('bash', [join(release, 'actions/run.sh'), 'auto'], {
      cwd: scene.folder,
      env: { PATH, RUNNER_TEMP: scene.folder, GITHUB_OUTPUT: output, ...scene.env(event, payload) },
    });
    return { code, text: stdout + stderr, output: spawnSync('cat', [output], { encoding: 'utf8' }).stdout };
  };

  test('makes one pull request of an issue, and gives the link after the merge', async () => {
    scene.ask({ number: 12 });
    const first = await auto('issues', scene.github.issueEvent(12, 'opened'));
    expect([first.code, first.text]).toEqual([0, expect.stringContaining('access-request: issue #12')]);
    expect(first.output).toMatch(/pull_request<<\S+\n13\n/);
    expect(added()).toEqual(['+  - turing@acme.dev']);
    expect(`${first.text}${first.output}`).not.toContain(scene.token);
    const [pull] = scene.github.pulls();
    if (pull === undefined) throw new Error('no pull request');
    scene.github.addPull({ ...pull, merged: MERGED });
    const merged = await auto('pull_request', scene.github.closedEvent(13));
    expect([merged.code, comments()[1]]).toEqual([0, expect.stringContaining('You are on the list.')]);
  }, 30_000);

  test('says why not, and passes; without rights it fails in plain words', async () => {
    scene.ask({ number: 12, body: formBody('nobody') });
    expect(await auto('issues', scene.github.issueEvent(12, 'opened'))).toMatchObject({ code: 0 });
    expect(comments()).toEqual([expect.stringContaining('is not an e-mail address')]);
    scene.token = scene.github.addToken('github-actions[bot]', { contents: 'read' });
    const { code, text } = await auto('issues', scene.github.issueEvent(12, 'edited'));
    expect([code, text]).toEqual([1, expect.stringContaining('github_token may not make the pull request')]);
    expect(text).not.toContain('at async');
  }, 30_000);

  test('has nothing to do when any other pull request is closed', async () => {
    const other = { number: 7, headSha: 'a'.repeat(40), baseSha: 'b'.repeat(40), headRef: 'change', baseRef: 'main' };
    scene.github.addPull({ ...other, merged: MERGED });
    const { code, text } = await auto('pull_request', scene.github.closedEvent(7));
    expect([code, text.trim()]).toEqual([0, expect.stringMatching(/^Nothing to do: [^\n]+$/)]);
    expect(scene.github.journal).toEqual([]);
  }, 30_000);
});

describe('the workflow that init writes, under act', () => {
  const path = '.github/workflows/access-request.yml';
  // act makes the checkout of another branch than the event's by the real action, which needs the network.
  const workflow = readFileSync(repoPath('examples/quick-start', path), 'utf8').replace(/^ +ref: .*\n/m, '');

  const start = async (payload: Record<string, unknown>, event: 'issues' | 'pull_request'): Promise<string> => {
    const tools = await ensureTools(['act'], { log: () => {} });
    const files = Object.fromEntries(
      ['jupyterhub.yaml', 'users.yaml'].map((name) => [name, readFileSync(join(scene.folder, name), 'utf8')]),
    );
    const result = await runWorkflow({
      act: tools.path('act'),
      dir: join(scene.folder, `act-${event}-${String(payload.action)}`),
      github: scene.github,
      repository: 'acme/hubs',
      event,
      payload,
      files: { ...files, [path]: workflow },
      workflow: path,
      token: scene.token,
      log: () => {},
    });
    expect([result.code, result.code === 0 ? '' : result.log]).toEqual([0, '']);
    return result.log;
  };

  test('answers a request, and its merge', async () => {
    scene.ask({ number: 12, labels: [] });
    await start(scene.github.issueEvent(12, 'opened'), 'issues');
    expect(added()).toEqual(['+  - turing@acme.dev']);
    expect(comments()).toEqual([expect.stringContaining('Pull request #13')]);
    const [pull] = scene.github.pulls();
    if (pull === undefined) throw new Error('no pull request');
    scene.github.addPull({ ...pull, merged: MERGED });
    await start(scene.github.closedEvent(13), 'pull_request');
    expect(comments()[1]).toContain('You are on the list.');
  }, 120_000);

  test('does not start for other issues, for bots, and for pull requests that are not merged', async () => {
    scene.ask({ number: 12, title: 'A question', labels: ['bug'] });
    await start(scene.github.issueEvent(12, 'opened'), 'issues');
    scene.ask({ number: 12 });
    await start(scene.github.issueEvent(12, 'edited', 'dependabot[bot]'), 'issues');
    const branch = { headRef: 'access-request/12', headSha: 'a'.repeat(40), baseSha: 'b'.repeat(40), baseRef: 'main' };
    scene.github.addPull({ number: 13, ...branch, state: 'closed' });
    await start(scene.github.closedEvent(13), 'pull_request');
    expect(scene.github.journal).toEqual([]);
  }, 120_000);
});
