import { mkdir, realpath } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { ToolError } from '../../errors.js';
import { type Git, type GitRepository, openRepository } from '../../system/git.js';
import type { IdOf } from './desired-state.js';

/** Finds the repository of a folder; undefined if there is none, or no git. */
export async function repositoryOfFolder(options: Git, folder: string): Promise<GitRepository | undefined> {
  const found = await openRepository(options, folder);
  return found === undefined || 'failure' in found ? undefined : found;
}

/** Full id of the commit that a revision names; undefined if this clone lacks it. */
export async function commitOf(repository: GitRepository, revision: string): Promise<string | undefined> {
  const found = await ask(repository, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
  return found?.trim();
}

/** Git object ids of files and folders of a commit, by their path from the top folder. */
export function idsOf(repository: GitRepository, commit: string): IdOf {
  return async (path) => {
    const inside = path.split(/[\\/]/).filter((part) => part !== '' && part !== '.');
    // Git knows nothing outside the repository.
    if (inside.includes('..')) return undefined;
    const found = await ask(repository, ['rev-parse', '--verify', '--quiet', `${commit}:${inside.join('/')}`]);
    return found?.trim();
  };
}

/**
 * Writes the files of a commit into a folder, as a checkout would. The repository is not changed.
 * @param into a folder that the caller removes; its `index` and `tree` are written
 * @returns the folder with the files
 */
export async function writeFilesOf({ git, root }: GitRepository, commit: string, into: string): Promise<string> {
  const index = { GIT_INDEX_FILE: join(into, 'index') };
  const tree = join(into, 'tree');
  // Marks the top of a repository, so that file reads stay inside the tree.
  await mkdir(join(tree, '.git'), { recursive: true });
  for (const args of [
    ['read-tree', commit],
    ['checkout-index', '--all', `--prefix=${tree}/`],
  ]) {
    const done = await git(args, index);
    if ('text' in done) continue;
    throw new ToolError(`The files of commit ${commit.slice(0, 7)} cannot be read: ${done.failure}`, {
      where: root,
      hint: 'Check the repository with "git fsck". In a workflow, check out with fetch-depth: 0 and without a filter.',
    });
  }
  return tree;
}

/** The path of a folder of the working tree in another tree of the same repository. */
export async function sameFolder(repository: GitRepository, folder: string, tree: string): Promise<string> {
  return join(tree, relative(repository.root, await realpath(folder)));
}

async function ask({ git }: GitRepository, args: readonly string[]): Promise<string | undefined> {
  const answer = await git(args);
  return 'text' in answer && answer.text.trim() !== '' ? answer.text : undefined;
}
