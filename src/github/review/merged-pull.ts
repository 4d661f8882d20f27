import type { GitHubApi } from '../api/client.js';
import type { Schema } from '../api/schema.js';

/** A pull request as GitHub lists it for a commit. */
export type MergedPull = Schema<'pull-request-simple'>;

/** The merge to find. */
export interface MergeQuery {
  /** `owner/name`. */
  readonly repository: string;
  /** The applied commit. */
  readonly sha: string;
  readonly defaultBranch: string | undefined;
}

const PAGE = 100;

/** The pull request whose merge into the default branch is the commit. `why` ends a sentence that says there is none. */
export async function mergedPull(
  api: GitHubApi,
  { repository, sha, defaultBranch }: MergeQuery,
): Promise<{ readonly pull: MergedPull } | { readonly why: string }> {
  const pulls = await api.call<MergedPull[]>('GET', `/repos/${repository}/commits/${sha}/pulls?per_page=${PAGE}`);
  const merged = pulls.filter(({ merged_at: when, base }) => when !== null && base.ref === defaultBranch);
  const pull = merged.find(({ merge_commit_sha: by }) => by === sha);
  if (pull !== undefined) return { pull };
  const other = merged[0] && ` (it is a commit of #${merged[0].number}, not its merge)`;
  return { why: `no pull request's merge is commit ${sha.slice(0, 7)}${other ?? ''}` };
}
