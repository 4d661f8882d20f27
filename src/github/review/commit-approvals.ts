import type { Approval } from '../../access/audit/report-model.js';
import { errorMessage } from '../../errors.js';
import { type ApiOptions, GitHubApi } from '../api/client.js';
import type { Schema } from '../api/schema.js';
import type { GitHubContext } from '../runner/context.js';

/** Pull requests by the commits that they merged, and notes about those that are missing. */
export interface Approvals {
  readonly byCommit: ReadonlyMap<string, Approval>;
  readonly notes: readonly string[];
}

/** The repository and the commits to ask about. */
export interface ApprovalsQuery extends ApiOptions {
  readonly context: Pick<GitHubContext, 'apiUrl' | 'graphqlUrl'>;
  readonly token: string;
  /** `owner/name`. */
  readonly repository: string;
  /** Full SHAs, the most important first. */
  readonly commits: readonly string[];
  /** Most commits that are asked about. Each costs a call, and each pull request another. */
  readonly limit?: number;
}

type Pull = Schema<'pull-request-simple'>;

/** What the token needs. */
const NEEDS = {
  action: 'read pull requests and their reviews',
  permissions: '{contents: read, id-token: write, pull-requests: read}',
  otherwise: 'Without it the report leaves them out.',
};
const LIMIT = 50;
const PAGE = 100;

/** Asks GitHub which pull request merged each commit and who approved it. Never fails: what stays unknown becomes a note. */
export async function findApprovals(query: ApprovalsQuery): Promise<Approvals> {
  const { repository, limit = LIMIT } = query;
  const api = new GitHubApi(query.context, query.token, NEEDS, query);
  const commits = [...new Set(query.commits)];
  const byCommit = new Map<string, Approval>();
  const reviewed = new Map<number, Promise<readonly string[]>>();
  const notes: string[] = [];
  try {
    for (const sha of commits.slice(0, limit)) {
      const pull = await pullOf(api, repository, sha);
      if (pull === undefined) continue;
      const asked = reviewed.get(pull.number) ?? approversOf(api, repository, pull.number, notes);
      reviewed.set(pull.number, asked);
      byCommit.set(sha, { pull: pull.number, author: pull.user?.login, approvers: await asked });
    }
  } catch (error) {
    notes.push(`Some or all pull requests and approvals are not known: ${errorMessage(error)}`);
    return { byCommit, notes };
  }
  if (commits.length > limit) {
    notes.push(
      `GitHub was asked about ${limit} of ${commits.length} commits; the pull requests of the others are left out.`,
    );
  }
  return { byCommit, notes };
}

/** The pull request that merged a commit. An open one has granted nobody access. */
async function pullOf(api: GitHubApi, repository: string, sha: string): Promise<Pull | undefined> {
  const pulls = await api.call<Pull[]>('GET', `/repos/${repository}/commits/${sha}/pulls?per_page=${PAGE}`);
  const merged = pulls.filter(({ merged_at: at }) => at !== null);
  return merged.find(({ merge_commit_sha: by }) => by === sha) ?? merged[0];
}

async function approversOf(
  api: GitHubApi,
  repository: string,
  pull: number,
  notes: string[],
): Promise<readonly string[]> {
  const reviews = await api.call<Schema<'pull-request-review'>[]>(
    'GET',
    `/repos/${repository}/pulls/${pull}/reviews?per_page=${PAGE}`,
  );
  if (reviews.length === PAGE) notes.push(`Pull request ${pull} has many reviews; the first ${PAGE} were read.`);
  const last = new Map<string, string>();
  for (const { user, state } of reviews) {
    // A comment does not withdraw an approval.
    if (user !== null && state !== 'COMMENTED' && state !== 'PENDING') last.set(user.login, state);
  }
  return [...last].filter(([, state]) => state === 'APPROVED').map(([login]) => login);
}
