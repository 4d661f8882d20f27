import type { Approval } from '../../access/audit/report-model.js';
import { errorMessage } from '../../errors.js';
import { type ApiOptions, GitHubApi } from '../api/client.js';
import type { Schema } from '../api/schema.js';
import type { GitHubContext } from '../runner/context.js';

/** Pull requests by the commits that they brought, and what is worth saying about those that are missing. */
export interface Approvals {
  readonly byCommit: ReadonlyMap<string, Approval>;
  readonly notes: readonly string[];
}

/** Whom to ask about which commits. */
export interface ApprovalsQuery extends ApiOptions {
  readonly context: Pick<GitHubContext, 'apiUrl' | 'graphqlUrl'>;
  readonly token: string;
  /** `owner/name`. */
  readonly repository: string;
  /** Full SHAs, the most wanted first. */
  readonly commits: readonly string[];
  /** Commits that are asked about; each costs a call, and each pull request one more. */
  readonly limit?: number;
}

type Pull = Schema<'pull-request-simple'>;

/** What the token must be allowed to, for the message that it is not. */
const NEEDS = {
  action: 'read pull requests and their reviews',
  permissions: '{contents: read, id-token: write, pull-requests: read}',
  otherwise: 'The report is there without them.',
};
const LIMIT = 50;
const PAGE = 100;

/** Asks GitHub which pull request brought each commit and who approved it. Never fails: what is not known is a note. */
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
    notes.push(`Pull requests and approvals are not known, or not all of them: ${errorMessage(error)}`);
    return { byCommit, notes };
  }
  if (commits.length > limit) {
    notes.push(
      `GitHub was asked about ${limit} of ${commits.length} commits; the pull requests of the others are left out.`,
    );
  }
  return { byCommit, notes };
}

/** The pull request whose merge brought a commit; one that is open still has let nobody in. */
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
    // A comment takes no approval back.
    if (user !== null && state !== 'COMMENTED' && state !== 'PENDING') last.set(user.login, state);
  }
  return [...last].filter(([, state]) => state === 'APPROVED').map(([login]) => login);
}
