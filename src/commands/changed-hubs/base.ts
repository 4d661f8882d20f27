import { type GitHubContext, isNewBranch } from '../../github/runner/context.js';
import type { GitRepository } from '../../system/git.js';
import { commitOf } from './git-tree.js';

/** The base commit of a comparison. Without one every hub counts as changed. */
export interface Base {
  readonly commit?: string;
  /** Why this commit, or why none, as the end of a sentence. */
  readonly why: string;
}

/** The base commit of a workflow run: the branch before a push, or the target of a pull request. */
export async function baseOfRun(github: GitHubContext | undefined, repository: GitRepository): Promise<Base> {
  if (github === undefined) return { why: 'in a terminal every hub is listed unless --base names a revision' };
  const { eventName, push, pullRequest } = github;
  if (eventName === 'pull_request') {
    // GitHub checks out the merge commit of the pull request. Its first parent is the target branch.
    const [first, second] = await Promise.all([commitOf(repository, 'HEAD^1'), commitOf(repository, 'HEAD^2')]);
    if (first !== undefined && second !== undefined && second === pullRequest?.headSha) {
      return { commit: first, why: `compared with ${first.slice(0, 7)}, the target of the pull request` };
    }
    return SHALLOW;
  }
  if (eventName !== 'push' || push === undefined) return { why: `the event ${eventName} concerns every hub` };
  if (isNewBranch(push)) return { why: 'the branch is new' };
  const before = await commitOf(repository, push.before);
  if (before === undefined) return SHALLOW;
  return { commit: before, why: `compared with ${before.slice(0, 7)}, the branch before the push` };
}

const SHALLOW: Base = {
  why: 'this clone lacks the base commit (check out with fetch-depth: 0, and without a ref for a pull request)',
};
