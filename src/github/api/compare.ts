import { type GitHubContext, isNewBranch } from '../runner/context.js';
import { type ApiOptions, GitHubApi } from './client.js';
import type { Schema } from './schema.js';

const NEEDS = {
  action: 'read the repository',
  permissions: '{contents: read, id-token: write}',
  otherwise: 'Without it a run cannot tell whether it is stale.',
};
const SHA = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
/** Most files that GitHub lists for a comparison. */
const MAX_FILES = 300;

/** Commit at the tip of the default branch; undefined without a token or a workflow. */
export async function branchTip(
  context: GitHubContext | undefined,
  token: string | undefined,
  options: ApiOptions = {},
): Promise<string | undefined> {
  const { repository, defaultBranch } = context ?? {};
  if (context === undefined || repository === undefined || defaultBranch === undefined || !token) return undefined;
  const api = new GitHubApi(context, token, NEEDS, options);
  const path = `/repos/${repository}/branches/${encodeURIComponent(defaultBranch)}`;
  const { commit } = await api.call<Partial<Schema<'branch-with-protection'>>>('GET', path);
  return typeof commit?.sha === 'string' && SHA.test(commit.sha) ? commit.sha : undefined;
}

/**
 * Files that a push changed, with the old names of renamed ones. Undefined if that is not certain: for a new or
 * force-pushed branch, for more files than GitHub lists, and without a token.
 */
export async function pushedFiles(
  context: GitHubContext | undefined,
  token: string | undefined,
  options: ApiOptions = {},
): Promise<readonly string[] | undefined> {
  const { push, sha } = context ?? {};
  if (push === undefined || sha === undefined || push.forced || isNewBranch(push)) return undefined;
  return filesBetween(context, token, push.before, sha, options);
}

/**
 * Files that changed between two commits, with the old names of renamed ones. Undefined if that is not certain: if `to` does
 * not descend from `from`, for more files than GitHub lists, and without a token.
 */
export async function filesBetween(
  context: GitHubContext | undefined,
  token: string | undefined,
  from: string,
  to: string,
  options: ApiOptions = {},
): Promise<readonly string[] | undefined> {
  const { repository } = context ?? {};
  if (context === undefined || repository === undefined || !token) return undefined;
  const api = new GitHubApi(context, token, NEEDS, options);
  const answer = await api.call<Schema<'commit-comparison'>>('GET', `/repos/${repository}/compare/${from}...${to}`);
  if (answer.status !== 'ahead' || !Array.isArray(answer.files) || answer.files.length >= MAX_FILES) return undefined;
  return answer.files.flatMap(({ filename, previous_filename: old }) => [
    filename,
    ...(old === undefined ? [] : [old]),
  ]);
}
