import { Refused } from '../api/answer.js';
import { type ApiOptions, GitHubApi } from '../api/client.js';
import type { Schema } from '../api/schema.js';
import type { GitHubContext } from '../runner/context.js';
import { type MergedPull, mergedPull } from './merged-pull.js';

/** An approving review that counts. */
export interface ApprovingReview {
  readonly login: string;
  readonly body: string;
  /** When it was submitted, in milliseconds. */
  readonly at: number;
}

/** The commit whose reviews are to be found. */
export interface ReviewsQuery extends ApiOptions {
  readonly context: Pick<GitHubContext, 'apiUrl' | 'graphqlUrl' | 'defaultBranch'>;
  readonly token: string;
  /** `owner/name`. */
  readonly repository: string;
  /** The applied commit. */
  readonly sha: string;
}

/** The reviews that count. `why` ends a sentence that says none can count. */
export type FoundReviews =
  | { readonly pull: number; readonly reviews: readonly ApprovingReview[] }
  | { readonly why: string };

type Review = Schema<'pull-request-review'>;

const NEEDS = {
  action: 'read the reviews of a pull request',
  permissions: '{actions: read, contents: read, id-token: write, pull-requests: read}',
  otherwise: 'Without it nothing counts as acknowledged.',
};
const MOST_PAGES = 10;
const MOST_ADDRESSES = 50;

/**
 * Finds the approving reviews of the last commit of a merged pull request. Of each person the last review counts that
 * approves or requests changes. The person must not be the author, and must have write access.
 */
export async function approvingReviews(query: ReviewsQuery): Promise<FoundReviews> {
  const { repository, sha, context } = query;
  const api = new GitHubApi(context, query.token, NEEDS, query);
  const found = await mergedPull(api, { repository, sha, defaultBranch: context.defaultBranch });
  if ('why' in found) return found;
  return approvingReviewsOf(api, repository, found.pull);
}

/** The same for a pull request that was found already. */
export async function approvingReviewsOf(api: GitHubApi, repository: string, pull: MergedPull): Promise<FoundReviews> {
  const last = await lastReviews(api, `/repos/${repository}/pulls/${pull.number}/reviews`);
  if (last === undefined) return { why: `pull request #${pull.number} has more reviews than can be looked at` };
  const reviews: ApprovingReview[] = [];
  for (const [login, review] of last) {
    if (!approves(review, pull)) continue;
    const { body, submitted_at: at } = review;
    if (await mayWrite(api, repository, login)) reviews.push({ login, body: body ?? '', at: Date.parse(at ?? '') });
  }
  return { pull: pull.number, reviews };
}

/** The last review of each person that approves or requests changes; undefined if there are more than are read. */
async function lastReviews(api: GitHubApi, path: string): Promise<ReadonlyMap<string, Review> | undefined> {
  const reviews = await api.list<Review>(path, MOST_PAGES);
  if (reviews === undefined) return undefined;
  const last = new Map<string, Review>();
  for (const review of reviews) {
    // A comment does not withdraw an approval.
    if (review.user === null || review.state === 'COMMENTED' || review.state === 'PENDING') continue;
    // A repository may allow workflows to approve. The author could run one, so bots do not count.
    if (review.user.type !== 'Bot') last.set(review.user.login, review);
  }
  return last;
}

function approves({ user, state, commit_id: commit }: Review, { user: author, head }: MergedPull): boolean {
  const isOther = author !== null && user?.login.toLowerCase() !== author.login.toLowerCase();
  return state === 'APPROVED' && commit === head.sha && isOther;
}

async function mayWrite(api: GitHubApi, repository: string, login: string): Promise<boolean> {
  const path = `/repos/${repository}/collaborators/${encodeURIComponent(login)}/permission`;
  try {
    const { permission } = await api.call<Schema<'repository-collaborator-permission'>>('GET', path);
    return permission === 'admin' || permission === 'maintain' || permission === 'write';
  } catch (error) {
    // A deleted account.
    if (error instanceof Refused && error.status === 404) return false;
    throw error;
  }
}

/**
 * Addresses that a review acknowledges, each on its own line `acknowledge: ADDRESS`. Quoted lines, code blocks and HTML
 * comments do not count, since they may be the text of somebody else.
 */
export function acknowledgedIn(body: string): readonly string[] {
  const own = body.replace(/<!--[\s\S]*?(-->|$)/g, '').replace(/^ {0,3}(```|~~~)[\s\S]*?(^ {0,3}\1|$(?![\s\S]))/gm, '');
  const found = own.split(/\r?\n/).flatMap((line) => {
    const address = /^acknowledge:[ \t]*(\S.{0,300}?)[ \t]*$/i.exec(line)?.[1] ?? '';
    const bare = /^`([^`]+)`$/.exec(address)?.[1] ?? address;
    return /^[\x21-\x7e]+$/.test(bare) ? [bare] : [];
  });
  return [...new Set(found)].slice(0, MOST_ADDRESSES);
}
