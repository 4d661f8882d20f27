import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { run } from '../../../src/system/exec.js';
import { type GitRepository, openRepository } from '../../../src/system/git.js';
import {
  PLANTED_ATTRIBUTES,
  type Planted,
  plantBareRepository,
  plantProgram,
  plantSettings,
} from '../../support/planted.js';

let folder = '';
let repository = '';
let planted: Planted;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'git-test-')));
  repository = join(folder, 'repository');
  for (const name of ['repository', 'temp', 'home', 'elsewhere']) mkdirSync(join(folder, name));
  planted = plantProgram(join(folder, 'planted/program'), join(folder, 'mark'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function git(...args: string[]): string {
  const who = ['-c', 'user.name=a', '-c', 'user.email=a@acme.dev', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...who, ...args], { cwd: repository, encoding: 'utf8' }).trim();
}

/** A repository of two commits; the second gives all files the planted attributes. */
function commits(...init: string[]): void {
  git('init', '--quiet', '--initial-branch=main', ...init);
  writeFileSync(join(repository, 'users.yaml'), 'users: [ada@acme.dev]\n');
  git('add', '-A');
  git('commit', '-qm', 'one');
  writeFileSync(join(repository, 'users.yaml'), 'users: [ada@acme.dev, bo@acme.dev]\n');
  writeFileSync(join(repository, '.gitattributes'), PLANTED_ATTRIBUTES);
  mkdirSync(join(repository, 'hubs/a'), { recursive: true });
  writeFileSync(join(repository, 'hubs/a/keep'), '');
  git('add', '-A');
  git('commit', '-qm', 'two');
}

async function open(env: NodeJS.ProcessEnv = process.env, where = repository): Promise<GitRepository> {
  const found = await openRepository({ run, env, tempDir: join(folder, 'temp') }, where);
  if (found === undefined || 'failure' in found) throw new Error(`cannot be opened: ${JSON.stringify(found)}`);
  return found;
}

/** Runs each kind of call that the commands make, and more. @returns what failed */
async function everything(found: GitRepository): Promise<readonly string[]> {
  const index = { GIT_INDEX_FILE: join(folder, 'temp/index') };
  const tree = join(folder, 'temp/tree');
  mkdirSync(tree);
  const calls: readonly (readonly string[])[] = [
    ['rev-parse', '--verify', 'HEAD^1'],
    ['rev-parse', '--verify', `${'1'.repeat(40)}^{commit}`],
    ['blame', '--porcelain', '--root', '--no-textconv', '--', 'users.yaml'],
    ['blame', '--porcelain', '--root', '--', 'users.yaml'],
    ['log', '--follow', '--patch', '--', 'users.yaml'],
    ['diff', 'HEAD'],
    ['status'],
    ['read-tree', 'HEAD'],
    ['checkout-index', '--all', `--prefix=${tree}/`],
  ];
  const failed: string[] = [];
  for (const args of calls) if ('failure' in (await found.git(args, index))) failed.push(args.join(' '));
  return failed;
}
const UNKNOWN_COMMIT = [`rev-parse --verify ${'1'.repeat(40)}^{commit}`];

describe('no program of the checkout runs', () => {
  test('when a folder of it is shaped like a bare repository with filters, monitor, hooks and differences', async () => {
    commits();
    plantBareRepository(join(repository, 'hubs/a'), planted.program);
    writeFileSync(join(repository, 'hubs/a/users.yaml'), 'users: []\n');
    const found = await open(process.env, join(repository, 'hubs/a'));
    expect(found.root).toBe(repository);
    expect(await everything(found)).toEqual(UNKNOWN_COMMIT);
    expect(planted.ran()).toBe(false);
    // The plant works: git by itself takes the folder for a repository and runs the program.
    spawnSync('git', ['status'], { cwd: join(repository, 'hubs/a'), env: { PATH: process.env.PATH } });
    expect(planted.ran()).toBe(true);
  });

  test('when such a folder is the whole checkout, without a repository around it', async () => {
    plantBareRepository(join(folder, 'elsewhere'), planted.program);
    const options = { run, env: process.env, tempDir: join(folder, 'temp') };
    expect(await openRepository(options, join(folder, 'elsewhere'))).toBeUndefined();
    expect(planted.ran()).toBe(false);
  });

  test.each(['local', 'global', 'XDG', 'environment'])('when it is named in the %s configuration', async (where) => {
    commits();
    const [home, xdg] = [join(folder, 'home'), join(folder, 'home/xdg')];
    const env: NodeJS.ProcessEnv = { PATH: process.env.PATH, HOME: home, XDG_CONFIG_HOME: xdg };
    const files: Record<string, string> = {
      local: join(repository, '.git/config'),
      global: join(home, '.gitconfig'),
      XDG: join(xdg, 'git/config'),
      environment: join(home, 'own'),
    };
    plantSettings(files[where] ?? '', planted.program);
    if (where === 'environment') {
      Object.assign(env, {
        GIT_CONFIG_GLOBAL: files[where],
        GIT_EXTERNAL_DIFF: planted.program,
        GIT_PAGER: planted.program,
      });
      Object.assign(env, { GIT_SSH_COMMAND: planted.program, GIT_ASKPASS: planted.program });
    }
    const hooks = join(repository, '.git/hooks');
    for (const name of ['post-index-change', 'post-checkout', 'reference-transaction']) {
      plantProgram(join(hooks, name), join(folder, 'mark'));
    }
    expect(await everything(await open(env))).toEqual(UNKNOWN_COMMIT);
    expect(planted.ran()).toBe(false);
    // The plant works: git by itself runs it.
    spawnSync('git', ['status'], { cwd: repository, env });
    expect(planted.ran()).toBe(true);
  });

  test('when an object is missing that a remote could be asked for', async () => {
    commits();
    const id = git('rev-parse', 'HEAD:users.yaml');
    plantSettings(join(repository, '.git/config'), planted.program);
    rmSync(join(repository, '.git/objects', id.slice(0, 2), id.slice(2)));
    const found = await open();
    expect(await found.git(['cat-file', '-p', id])).toHaveProperty('failure');
    expect(planted.ran()).toBe(false);
  });

  test('when a link leads into it', async () => {
    commits();
    plantBareRepository(join(folder, 'elsewhere'), planted.program);
    symlinkSync(join(repository, 'hubs'), join(folder, 'elsewhere/hubs'));
    const found = await open(process.env, join(folder, 'elsewhere/hubs/a'));
    expect(found.root).toBe(repository);
    expect(await everything(found)).toEqual(UNKNOWN_COMMIT);
    expect(planted.ran()).toBe(false);
  });
});

describe('a repository is read as git itself reads it', () => {
  test('git starts in a folder of ours', async () => {
    commits();
    const folders: (string | undefined)[] = [];
    const options = { env: process.env, tempDir: join(folder, 'temp') };
    const found = await openRepository(
      { ...options, run: (...args) => run(...args).finally(() => folders.push(args[2]?.cwd)) },
      repository,
    );
    if (found === undefined || 'failure' in found) throw new Error('cannot be opened');
    await everything(found);
    expect([...new Set(folders)]).toEqual([join(folder, 'temp')]);
  });

  test('with packed objects and references, SHA-256, a second working tree and a detached HEAD', async () => {
    commits('--object-format=sha256');
    git('tag', 'v1');
    git('gc', '-q');
    git('pack-refs', '--all', '--prune');
    git('worktree', 'add', '-q', '--detach', join(folder, 'second'), 'HEAD^1');
    for (const [where, name] of [
      [repository, 'HEAD'],
      [repository, 'v1'],
      [join(folder, 'second'), 'HEAD'],
      [join(folder, 'second'), 'main'],
    ] as const) {
      const found = await open(process.env, where);
      const text = execFileSync('git', ['rev-parse', name], { cwd: where, encoding: 'utf8' });
      expect(text).toMatch(/^[0-9a-f]{64}\n$/);
      expect(await found.git(['rev-parse', name])).toEqual({ text });
    }
    const second = await open(process.env, join(folder, 'second'));
    expect(second.root).toBe(join(folder, 'second'));
    expect(await second.git(['blame', '-s', '--', 'users.yaml'])).toHaveProperty('text');
  });

  test('in a submodule, and past a folder .git that is no repository', async () => {
    commits();
    cpSync(repository, join(folder, 'elsewhere'), { recursive: true });
    git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', join(folder, 'elsewhere'), 'sub');
    const sub = await open(process.env, join(repository, 'sub'));
    expect(sub.root).toBe(join(repository, 'sub'));
    expect(await sub.git(['log', '--format=%s', '-1'])).toEqual({ text: 'two\n' });
    mkdirSync(join(repository, 'hubs/a/.git'));
    expect((await open(process.env, join(repository, 'hubs/a'))).root).toBe(repository);
  });
});
