import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type GitHub, startGitHub } from '../../../sandbox/src/github/github.js';
import type { GitHubContext } from '../../../src/github/runner/context.js';
import { refuseStaleRun } from '../../../src/stages/review/stale-run.js';
import type { Session } from '../../../src/stages/session/session.js';
import { contextIn } from '../../support/command-context.js';

const [A, B] = ['a', 'b'].map((letter) => letter.repeat(40)) as [string, string];

let github: GitHub;
beforeEach(async () => {
  github = await startGitHub({ repository: 'acme/hubs', log: () => {} });
});
afterEach(async () => {
  expect(github.violations).toEqual([]);
  await github.stop();
});

/** A run of commit A for hubs/research, after which the files were changed by B. */
async function run(files: readonly string[], forced = false): Promise<readonly string[]> {
  github.addPush({ after: A, files: [] });
  github.addPush({ before: A, after: B, files: [...files], forced });
  const said: string[] = [];
  const ofRun = {
    repository: 'acme/hubs',
    sha: A,
    onDefaultBranch: true,
    defaultBranch: 'main',
    apiUrl: github.url,
    graphqlUrl: github.graphqlUrl,
  };
  const context = contextIn('/repository', {
    github: ofRun as GitHubContext,
    env: { INPUT_GITHUB_TOKEN: github.token, GITHUB_WORKSPACE: '/repository' },
    say: (line: string) => said.push(line),
  });
  const session = {
    context,
    config: { hub: { chart: { path: '/repository/charts/jupyterhub' } } },
    input: {
      sources: new Map([
        ['hubs/research/jupyterhub.yaml', ''],
        ['hubs/common.yaml', ''],
        ['hubs/research/people/a.csv', ''],
      ]),
      usersPaths: ['hubs/research/people/*.csv'],
    },
    step: () => {},
  };
  await refuseStaleRun(session as unknown as Session);
  return said;
}

test.each([
  ['its configuration', 'hubs/research/jupyterhub.yaml'],
  ['what it extends', 'hubs/common.yaml'],
  ['a users file', 'hubs/research/people/a.csv'],
  ['a users file that is new', 'hubs/research/people/b.csv'],
  ['its chart', 'charts/jupyterhub/values.yaml'],
  ['a workflow', '.github/workflows/push.yml'],
])('a run that a newer commit has overtaken by %s changes nothing', async (_, file) => {
  await expect(run(['README.md', file])).rejects.toMatchObject({
    message: 'This run is of commit aaaaaaa, and main is at bbbbbbb',
    hint: expect.stringContaining('The run of the newer commit makes all changes'),
  });
});

test('a run continues, and says so, if newer commits concern other hubs only', async () => {
  const said = await run(['hubs/teaching/jupyterhub.yaml', 'hubs/research/notes.md', 'charts/jupyterhub-2/x']);
  expect(said).toEqual(['  main is at bbbbbbb now; the newer commits do not change this hub']);
});

test('a run of a branch that was rewritten changes nothing', async () => {
  await expect(run(['README.md'], true)).rejects.toThrow('This run is of commit aaaaaaa');
});
