import { type GitHubContext, isNewBranch } from '../../github/runner/context.js';
import { commitOf, type Repository } from './git-tree.js';

/** The commit that a run compares with; without one every hub counts as changed. */
export interface Base {
  readonly commit?: string;
  /** Why this one, or why none, as the end of a sentence. */
  readonly why: string;
}

/** What a workflow run compares with: what the branch was before the push, or what the pull request is to be merged into. */
export async function baseOfRun(github: GitHubContext | undefined, repository: Repository): Promise<Base> {
  if (github === undefined) return { why: 'in a terminal every hub counts, unless --base names a revision' };
  const { eventName, push, pullRequest } = github;
  if (eventName === 'pull_request') {
    // GitHub checks out the merge of the branch: its first parent is what the change is to be compared with.
    const [first, second] = await Promise.all([commitOf(repository, 'HEAD^1'), commitOf(repository, 'HEAD^2')]);
    if (first !== undefined && second !== undefined && second === pullRequest?.headSha) {
      return { commit: first, why: `compared with ${first.slice(0, 7)}, which the pull request is to be merged into` };
    }
    return SHALLOW;
  }
  if (eventName !== 'push' || push === undefined) return { why: `the event ${eventName} is about every hub` };
  if (isNewBranch(push)) return { why: 'the branch is new' };
  const before = await commitOf(repository, push.before);
  if (before === undefined) return SHALLOW;
  return { commit: before, why: `compared with ${before.slice(0, 7)}, where the branch was before the push` };
}

const SHALLOW: Base = {
  why: 'this clone does not have the commit to compare with (check out with fetch-depth: 0, and for a pull request without a ref)',
};
