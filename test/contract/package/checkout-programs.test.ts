import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { repoPath } from '../../../sandbox/src/paths.js';
import {
  PLANTED_ATTRIBUTES,
  type Planted,
  plantBareRepository,
  plantProgram,
  plantSettings,
} from '../../support/planted.js';

const PROGRAMS = ['node', 'git', 'terraform', 'tofu', 'helm', 'gcloud', 'bash', 'sh', 'find', 'rm', 'dirname', 'env'];

let folder = '';
let checkout = '';
let planted: Planted;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'checkout-test-')));
  checkout = join(folder, 'checkout');
  const mark = join(folder, 'mark');
  for (const name of ['temp', 'shims', 'home']) mkdirSync(join(folder, name));
  for (const name of PROGRAMS) planted = plantProgram(join(checkout, 'bin', name), mark);
  symlinkSync(join(checkout, 'bin'), join(folder, 'link'));
  // As version managers do: what a file of the working folder says is run.
  for (const [name, real] of [
    ['node', process.execPath],
    ['git', '/usr/bin/git'],
  ] as const) {
    const script = `#!/bin/sh\n[ -f .tool-versions ] && . ./.tool-versions\nexec ${real} "$@"\n`;
    writeFileSync(join(folder, 'shims', name), script);
    chmodSync(join(folder, 'shims', name), 0o755);
  }
  writeFileSync(join(checkout, '.tool-versions'), `echo ran >> '${mark}'\n`);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function git(...args: string[]): void {
  const who = ['-c', 'user.name=a', '-c', 'user.email=a@acme.dev', '-c', 'commit.gpgsign=false'];
  spawnSync('/usr/bin/git', [...who, ...args], { cwd: checkout, encoding: 'utf8' });
}

function environment(): NodeJS.ProcessEnv {
  const path = [join(checkout, 'bin'), 'bin', '.', '', join(folder, 'link'), join(folder, 'shims'), '/usr/bin:/bin'];
  return {
    PATH: path.join(':'),
    HOME: join(folder, 'home'),
    GITHUB_WORKSPACE: checkout,
    GITHUB_ACTION_PATH: repoPath(),
    RUNNER_TEMP: join(folder, 'temp'),
  };
}

/** Runs a script of the actions as their steps do, in the checkout. */
function script(name: string, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync('/bin/bash', [join(repoPath('actions'), name), ...args], {
    cwd: checkout,
    encoding: 'utf8',
    env: { ...environment(), ...env },
  });
  return { status, stdout, stderr };
}

describe('no program of the checkout runs', () => {
  test('for a composite action that looks for Node.js and sweeps, by PATH or by a version manager', () => {
    const run = script('run.sh', ['--version']);
    expect(run).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\S*\n$/) });
    const left = join(folder, 'temp/jupyterhub-gke-left');
    mkdirSync(left);
    expect(script('sweep.sh').status).toBe(0);
    expect(() => realpathSync(left)).toThrow();
    expect(planted.ran()).toBe(false);
  });

  test('for a composite action whose PATH has nothing else, since an empty PATH means the working folder', () => {
    for (const name of PROGRAMS) plantProgram(join(checkout, name), join(folder, 'mark'));
    script('run.sh', ['--version'], { PATH: join(checkout, 'bin') });
    script('sweep.sh', [], { PATH: '' });
    expect(planted.ran()).toBe(false);
  });

  test('for a command that asks git, in a checkout with every plant', () => {
    cpSync(repoPath('examples/several-hubs'), checkout, { recursive: true });
    git('init', '--quiet');
    git('add', '-A');
    git('commit', '-qm', 'one');
    writeFileSync(join(checkout, '.gitattributes'), PLANTED_ATTRIBUTES);
    git('add', '-A');
    git('commit', '-qm', 'two');
    for (const hub of ['hubs', '.github']) plantBareRepository(join(checkout, hub), planted.program);
    plantSettings(join(checkout, '.git/config'), planted.program);
    const { status, stdout } = script('run.sh', ['changed-hubs', '--base', 'HEAD^1', '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ changed: [] });
    expect(planted.ran()).toBe(false);
  });
});

test('a run without that script says which folders of PATH it does not use', () => {
  cpSync(repoPath('examples/quick-start'), checkout, { recursive: true });
  const args = [repoPath('dist/index.js'), 'validate', '--json'];
  const env = environment();
  env.PATH = `${join(checkout, 'node_modules/.bin')}:${env.PATH}`;
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: checkout, encoding: 'utf8', env });
  expect(status).toBe(0);
  const [first] = stderr.split('\n');
  const unused = [join(checkout, 'bin'), 'bin', '.', join(folder, 'link')];
  expect(first).toBe(`PATH is used without these folders of the checkout: ${unused.join(', ')}`);
});

test('the plants of this file work', () => {
  spawnSync('git', ['--version'], { cwd: checkout, env: { PATH: join(folder, 'shims') } });
  expect(planted.ran()).toBe(true);
  expect(dirname(planted.program)).toBe(join(checkout, 'bin'));
});
