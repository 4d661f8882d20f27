import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runGit } from '../../../sandbox/src/github/act.js';
import { repoPath } from '../../../sandbox/src/paths.js';
import { run } from '../../../src/system/exec.js';

/** A copy of this checkout, prepared and tagged as a maintainer does it. */
export interface ReleasedTree {
  readonly path: string;
  /** Commit of the tag. */
  readonly sha: string;
  /** Object of the tag itself, which is an annotated one. */
  readonly tagObject: string;
}

/** Makes a release of a copy of this checkout, uncommitted files included, for a repository of another owner. */
export async function releaseTree(
  folder: string,
  { version, repository }: { readonly version: string; readonly repository: string },
): Promise<ReleasedTree> {
  const path = join(folder, 'source');
  for (const file of execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: repoPath(),
    encoding: 'utf8',
  }).split('\0')) {
    if (file === '' || !existsSync(repoPath(file))) continue;
    mkdirSync(dirname(join(path, file)), { recursive: true });
    cpSync(repoPath(file), join(path, file), { verbatimSymlinks: true });
  }
  const git = (...commands: string[][]): Promise<string> => runGit(run, path, commands);
  const commit = (message: string): string[][] => [
    ['add', '--all'],
    ['commit', '--quiet', '--allow-empty', `--message=${message}`],
  ];
  await git(['init', '--quiet', '--initial-branch=main'], ...commit('The tree'));
  linkPackages(path);
  const node = (...args: string[]): string =>
    execFileSync(process.execPath, args, {
      cwd: path,
      encoding: 'utf8',
      env: { ...process.env, npm_config_loglevel: 'error' },
    });
  node('scripts/release/main.mjs', 'prepare', version, '--repository', repository);
  await git(...commit('release: prepare'));
  node('scripts/bundle.mjs');
  await git(...commit('dist: build'), ['clone', '--quiet', '--bare', '.', '../remote.git']);
  const sha = await git(
    ['remote', 'add', 'origin', '../remote.git'],
    ['tag', '--annotate', `v${version}`, `--message=v${version}`],
    ['push', '--quiet', 'origin', 'main', `v${version}`],
    ['fetch', '--quiet', 'origin'],
  );
  const tagObject = execFileSync('git', ['rev-parse', `v${version}`], { cwd: path, encoding: 'utf8' }).trim();
  return { path, sha, tagObject };
}

/** The installed packages, as links where the disk is the same: the bundler finds modules by their place below the checkout. */
function linkPackages(path: string): void {
  const copy = (flags: string): void => {
    execFileSync('cp', [flags, repoPath('node_modules'), join(path, 'node_modules')], { stdio: 'ignore' });
  };
  try {
    copy('-al');
  } catch {
    execFileSync('rm', ['-rf', join(path, 'node_modules')]);
    copy('-a');
  }
}
