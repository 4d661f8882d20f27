import { ToolError } from '../../errors.js';
import type { GitHubContext } from '../runner/context.js';
import { type TokenNeeds, Unanswered } from './answer.js';
import { type ApiOptions, GitHubApi } from './client.js';
import type { Schema } from './schema.js';

/** What became of the comment. The reason of `skipped` is for the log. */
export type CommentOutcome =
  | { readonly done: 'created' | 'updated' | 'unchanged'; readonly url: string }
  | { readonly done: 'skipped'; readonly reason: string };

/** Where and how to comment. */
export interface CommentOptions extends ApiOptions {
  readonly context: GitHubContext | undefined;
  readonly token: string | undefined;
  /** First line of the comment. Later runs find the comment by it. */
  readonly marker: string;
  readonly body: string;
  /** Issue to comment on; default: the pull request of the run. */
  readonly issue?: number;
  /** What the token needs; default: what a comment on a pull request needs. */
  readonly needs?: TokenNeeds;
}

type Comment = Schema<'issue-comment'>;

const NEEDS: TokenNeeds = {
  action: 'comment on the pull request',
  permissions: '{contents: read, id-token: write, pull-requests: write}',
  otherwise: 'The plan is in the step summary.',
};
// GitHub allows 2,500 comments on an issue, which are 25 pages.
const PAGES = 30;
const ATTEMPTS = 5;

/**
 * Writes the one comment of a marker. It edits the comment that the identity of this token wrote, else creates it. It takes
 * at most 32 calls: 30 pages, the identity, and the comment. Our comment is mostly on the first page.
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
      // If the answer is lost the comment may exist, so the search is repeated and never the POST alone.
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
      // Anybody who may comment can write the marker, so the author decides. The identity is asked for only if needed.
      self ??= await identity(api);
      if (isSelf(comment, self)) return comment;
    }
    pages += 1;
    if (pages === PAGES) return undefined;
  }
  return undefined;
}

// REST does not tell the identity of a workflow token (GET /user is refused). GraphQL's viewer tells it for every token.
async function identity(api: GitHubApi): Promise<string> {
  const answer = await api.call<{ data?: { viewer?: { login?: string } }; errors?: { message?: string }[] }>(
    'POST',
    undefined,
    { query: 'query { viewer { login } }' },
  );
  const login = answer.data?.viewer?.login;
  if (!login) {
    // GraphQL answers errors with status 200, its rate limit too.
    const why = answer.errors?.[0]?.message;
    throw new ToolError(
      `GitHub does not tell the identity of github_token, so no comment can be edited${why ? ` (${why})` : ''}`,
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
