import { ToolError } from '../../errors.js';
import type { GitHubContext } from '../runner/context.js';
import { type TokenNeeds, Unanswered } from './answer.js';
import { type ApiOptions, GitHubApi } from './client.js';
import type { Schema } from './schema.js';

/** What became of the comment; `skipped` has a reason for people. */
export type CommentOutcome =
  | { readonly done: 'created' | 'updated' | 'unchanged'; readonly url: string }
  | { readonly done: 'skipped'; readonly reason: string };

/** Where and how to comment. */
export interface CommentOptions extends ApiOptions {
  readonly context: GitHubContext | undefined;
  readonly token: string | undefined;
  /** First line of the comment, by which it is found again. */
  readonly marker: string;
  readonly body: string;
  /** Issue to comment on; default: the pull request of the run. */
  readonly issue?: number;
  /** What the token must be allowed to, for the message that it is not; default: what a pull request takes. */
  readonly needs?: TokenNeeds;
}

type Comment = Schema<'issue-comment'>;

const NEEDS: TokenNeeds = {
  action: 'comment on the pull request',
  permissions: '{contents: read, id-token: write, pull-requests: write}',
  otherwise: 'The plan is in the step summary.',
};
// GitHub closes an issue for comments at 2,500, which is 25 pages.
const PAGES = 30;
const ATTEMPTS = 5;

/**
 * Writes the one comment of a marker: edits the one that this token's own identity wrote, else creates it. However many
 * comments there are, it takes at most 32 calls: 30 pages, who we are, and the comment. Ours is mostly on the first page.
 */
export async function upsertComment(options: CommentOptions): Promise<CommentOutcome> {
  const { context, token } = options;
  const pull = context?.pullRequest;
  const number = options.issue ?? pull?.number;
  if (!context?.repository || number === undefined)
    return { done: 'skipped', reason: 'this run belongs to no pull request' };
  if (!token) return { done: 'skipped', reason: 'no github_token is given' };
  if (pull?.fork) return { done: 'skipped', reason: 'the pull request comes from a fork, whose token may not write' };
  const api = new GitHubApi(context, token, options.needs ?? NEEDS, options);
  const path = `/repos/${context.repository}/issues`;
  for (let attempt = 1; ; attempt += 1) {
    const found = await find(api, `${path}/${number}/comments`, options.marker);
    if (found && normal(found.body) === normal(options.body)) return { done: 'unchanged', url: found.html_url };
    try {
      const written = await (found
        ? api.call<Comment>('PATCH', `${path}/comments/${found.id}`, { body: options.body })
        : api.call<Comment>('POST', `${path}/${number}/comments`, { body: options.body }));
      return { done: found ? 'updated' : 'created', url: written.html_url };
    } catch (error) {
      // A lost answer may hide a comment that was made, so the whole search is repeated and never the POST alone.
      if (!(error instanceof Unanswered) || attempt === ATTEMPTS) throw error;
      await api.pause(attempt);
    }
  }
}

async function find(api: GitHubApi, path: string, marker: string): Promise<Comment | undefined> {
  let self: string | undefined;
  let pages = 0;
  for await (const comments of api.pages<Comment>(path)) {
    for (const comment of comments) {
      if (normal(comment.body).split('\n', 1)[0] !== marker) continue;
      // Whoever may comment can write the marker too, so the author decides. Asked only where there is a candidate.
      self ??= await identity(api);
      if (isSelf(comment, self)) return comment;
    }
    pages += 1;
    if (pages === PAGES) return undefined;
  }
  return undefined;
}

// REST has no "who am I" for the token of a workflow (GET /user is refused); GraphQL's viewer knows both kinds.
async function identity(api: GitHubApi): Promise<string> {
  const answer = await api.call<{ data?: { viewer?: { login?: string } }; errors?: { message?: string }[] }>(
    'POST',
    undefined,
    { query: 'query { viewer { login } }' },
  );
  const login = answer.data?.viewer?.login;
  if (!login) {
    // GraphQL says so with status 200, its own limit of calls too.
    const why = answer.errors?.[0]?.message;
    throw new ToolError(
      `GitHub does not say whose token github_token is, so no comment can be edited${why ? ` (${why})` : ''}`,
      { hint: 'Run the job again.' },
    );
  }
  return login;
}

function isSelf({ user }: Comment, self: string): boolean {
  return user !== null && (user.login === self || (user.type === 'Bot' && user.login === `${self}[bot]`));
}

function normal(body: string | undefined): string {
  return (body ?? '').replace(/\r\n/g, '\n').trim();
}
