import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type GitHub, startGitHub } from '../../../sandbox/src/github/github.js';
import type { GitHubContext } from '../../../src/github/runner/context.js';
import { refuseStaleRun } from '../../../src/stages/review/stale-run.js';
import type { Session } from '../../../src/stages/session/session.js';
import { contextIn } from '../../support/command-context.js';

const [A, B, C] = ['a', 'b', 'c'].map((letter) => letter.repeat(40)) as [string, string, string];

const FILES = [
  'hubs/research/jupyterhub.yaml',
  'hubs/common.yaml',
  'hubs/research/people/a.csv',
  'charts/jupyterhub/x',
];

let github: GitHub;
let folder = '';
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stale-'));
  mkdirSync(join(folder, '.git'));
  for (const name of FILES) file(name);
  github = await startGitHub({ repository: 'acme/hubs', log: () => {} });
});
afterEach(async () => {
  expect(github.violations).toEqual([]);
  await github.stop();
  rmSync(folder, { recursive: true, force: true });
});

function file(name: string, text = ''): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

function link(name: string, target: string): void {
  rmSync(join(folder, name), { recursive: true, force: true });
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  symlinkSync(target, join(folder, name));
}

const RESEARCH = {
  config: 'hubs/research/jupyterhub.yaml',
  sources: FILES.slice(0, 3),
  usersPaths: ['hubs/research/people/*.csv'],
};

/** A run of commit A for hubs/research, after which the files were changed by B. */
async function run(
  files: readonly string[],
  { forced = false, cwd = '', hub = RESEARCH, isNext = false, env = {} } = {},
): Promise<readonly string[]> {
  if (!isNext) {
    github.addPush({ after: A, files: [] });
    github.addPush({ before: A, after: B, files: [...files], forced });
  } else github.addPush({ before: B, after: C, files: [...files] });
  const said: string[] = [];
  const ofRun = {
    repository: 'acme/hubs',
    sha: A,
    onDefaultBranch: true,
    defaultBranch: 'main',
    apiUrl: github.url,
    graphqlUrl: github.graphqlUrl,
  };
  const shown = (path: string): string => relative(cwd, path);
  const context = {
    ...contextIn(join(folder, cwd), {
      github: ofRun as GitHubContext,
      env: { INPUT_GITHUB_TOKEN: github.token, GITHUB_WORKSPACE: folder, ...env },
      say: (line: string) => said.push(line),
    }),
    configPath: shown(hub.config),
  };
  const remote = 'acme/people/users.yaml@main';
  const session = {
    context,
    config: { hub: { chart: { path: join(folder, 'charts/jupyterhub') } } },
    input: {
      sources: new Map([...hub.sources.map(shown), remote].map((path) => [path, ''])),
      usersPaths: hub.usersPaths.map(shown),
      origins: new Map([[remote, {}]]),
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
  ['the checksums of its provider', 'hubs/research/terraform.lock.hcl'],
  ['a workflow', '.github/workflows/push.yml'],
])('a run that a newer commit has overtaken by %s changes nothing', async (_, file) => {
  await expect(run(['README.md', file])).rejects.toMatchObject({
    message: 'This run is of commit aaaaaaa, and main is at bbbbbbb',
    hint: expect.stringContaining('The run of the newer commit makes all changes'),
  });
});

test('a run continues, and says so, if newer commits concern other hubs only', async () => {
  const said = await run([
    'hubs/teaching/jupyterhub.yaml',
    'hubs/research/notes.md',
    'hubs/teaching/terraform.lock.hcl',
    'charts/jupyterhub-2/x',
  ]);
  expect(said).toEqual(['  main is at bbbbbbb now; the newer commits do not change this hub']);
});

test('a run of a branch that was rewritten changes nothing', async () => {
  await expect(run(['README.md'], { forced: true })).rejects.toThrow('This run is of commit aaaaaaa');
});

describe('an old run does not let back in who was removed since', () => {
  test.each([
    ['the users file is a link', () => link('hubs/research/people/a.csv', '../../../team/all.csv'), 'team/all.csv'],
    ['the folder of the users files is a link', () => link('hubs/research/people', '../../team'), 'team/all.csv'],
    ['that folder is a link, and the file is new', () => link('hubs/research/people', '../../team'), 'team/new.csv'],
    ['the folder of the hub is a link', () => link('hubs/research', '../team/hub'), 'team/hub/people/a.csv'],
    ['a link in the middle of a chain is set anew', () => link('hubs/research/people', '../middle'), 'hubs/middle'],
    ['the link itself is set anew', () => link('hubs/research/people', '../../team'), 'hubs/research/people'],
    ['a folder becomes a link', () => {}, 'hubs/research/people'],
    ['a link leads through another link', () => link('hubs/research/people', '../middle/people'), 'team/people/a.csv'],
    ['a link is absolute', () => link('hubs/research/people', join(folder, 'team')), 'team/all.csv'],
    ['the users files are in a submodule', () => file('team/.git', 'gitdir: x'), 'team', 'team/all.csv'],
    ['a link leads into a submodule', () => link('hubs/research/people', '../../modules/team'), 'modules/team'],
    ['the chart is a link', () => link('charts/jupyterhub', '../team'), 'team/all.csv'],
    ['what is extended is a link', () => link('hubs/common.yaml', '../team/all.csv'), 'team/all.csv'],
  ])('where %s', async (_, change: () => void, newer: string, users = 'hubs/research/people/a.csv') => {
    for (const name of ['all.csv', 'a.csv', 'people/a.csv', 'hub/jupyterhub.yaml', 'hub/people/a.csv'])
      file(`team/${name}`);
    file('modules/team/.git', 'gitdir: x');
    file('modules/team/a.csv');
    link('hubs/middle', '../team');
    change();
    const sources = [...RESEARCH.sources.slice(0, 2), users];
    const usersPaths = users === 'team/all.csv' ? [users] : RESEARCH.usersPaths;
    // Of an own hub beside the linked ones nothing has changed.
    const hub = { ...RESEARCH, sources, usersPaths };
    expect(await run(['README.md', 'team.md', 'hubs/research/notes.md'], { hub })).toHaveLength(1);
    await expect(run([newer], { hub, isNext: true })).rejects.toThrow('This run is of commit aaaaaaa');
  });

  test.each([
    ['out of the repository', () => link('hubs/research/people/a.csv', '/etc/hostname')],
    ['above it', () => link('hubs/research/people', '../../../elsewhere')],
    ['nowhere', () => link('hubs/research/people/a.csv', 'missing.csv')],
    ['in a circle', () => link('hubs/research/people/a.csv', 'a.csv')],
    ['into another checkout', () => mkdirSync(join(folder, 'hubs/research/people/.git'))],
  ])('where a name leads %s, whatever the newer commits change', async (_, change) => {
    change();
    await expect(run(['README.md'])).rejects.toThrow('This run is of commit aaaaaaa');
  });

  test('where it is started again without a token, while a first run goes on', async () => {
    const env = { INPUT_GITHUB_TOKEN: '', GITHUB_RUN_ATTEMPT: '2' };
    await expect(run(['README.md'], { env })).rejects.toThrow('This run was started again, and without a github_token');
    const first = { ...env, GITHUB_RUN_ATTEMPT: '1' };
    expect(await run(['README.md'], { env: first })).toEqual([expect.stringContaining('not checked whether')]);
  });

  test('where the repository is checked out into a folder of the workspace, or the run starts below its top', async () => {
    await expect(run(['hubs/research/people/a.csv'], { cwd: 'hubs/research' })).rejects.toThrow('aaaaaaa');
    rmSync(join(folder, '.git'), { recursive: true });
    const inside = (path: string): string => join('checkout', path);
    for (const name of [...FILES, '.git/HEAD']) file(inside(name));
    const hub = {
      config: inside(RESEARCH.config),
      sources: RESEARCH.sources.map(inside),
      usersPaths: RESEARCH.usersPaths.map(inside),
    };
    await expect(run(['hubs/research/people/b.csv'], { hub })).rejects.toThrow('This run is of commit aaaaaaa');
  });
});
