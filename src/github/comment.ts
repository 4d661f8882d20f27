import { setTimeout as sleep } from 'node:timers/promises';
import { errorMessage, ToolError } from '../errors.js';
import type { GitHubContext } from './context.js';

/** What became of the comment; `skipped` has a reason for people. */
export type CommentOutcome =
  | { readonly done: 'created' | 'updated' | 'unchanged'; readonly url: string }
  | { readonly done: 'skipped'; readonly reason: string };

/** Where and how to comment; `fetch` and `sleep` are for tests. */
export interface CommentOptions {
  readonly context: GitHubContext | undefined;
  readonly token: string | undefined;
  /** First line of the comment, by which it is found again. */
  readonly marker: string;
  readonly body: string;
  readonly fetch?: typeof fetch;
  readonly sleep?: (milliseconds: number) => Promise<unknown>;
}

interface Comment {
  readonly id: number;
  readonly html_url: string;
  readonly body?: string;
  readonly user: { readonly login: string; readonly type: string } | null;
}

const PAGE = 100;
// GitHub closes an issue for comments at 2,500, which is 25 pages.
const PAGES = 30;
const ATTEMPTS = 5;

/** Writes the one comment of a marker: edits the one that this token's own identity wrote, else creates it. */
export async function upsertComment(options: CommentOptions): Promise<CommentOutcome> {
  const { context, token } = options;
  const pull = context?.pullRequest;
  if (!context?.repository || !pull) return { done: 'skipped', reason: 'this run belongs to no pull request' };
  if (!token) return { done: 'skipped', reason: 'no github_token is given' };
  if (pull.fork) return { done: 'skipped', reason: 'the pull request comes from a fork, whose token may not write' };
  const api = new Api(context, token, options);
  const path = `/repos/${context.repository}/issues`;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const found = await find(api, `${path}/${pull.number}/comments`, options.marker);
      if (found && normal(found.body) === normal(options.body)) return { done: 'unchanged', url: found.html_url };
      const written = await (found
        ? api.call<Comment>('PATCH', `${path}/comments/${found.id}`, { body: options.body })
        : api.call<Comment>('POST', `${path}/${pull.number}/comments`, { body: options.body }));
      return { done: found ? 'updated' : 'created', url: written.html_url };
    } catch (error) {
      // A lost answer may hide a comment that was made, so the whole search is repeated and never the POST alone.
      if (!(error instanceof Unanswered) || attempt === ATTEMPTS) throw error;
      await api.pause(attempt);
    }
  }
}

async function find(api: Api, path: string, marker: string): Promise<Comment | undefined> {
  let self: string | undefined;
  for (let page = 1; page <= PAGES; page += 1) {
    const comments = await api.call<Comment[]>('GET', `${path}?per_page=${PAGE}&page=${page}`);
    for (const comment of comments) {
      if (normal(comment.body).split('\n', 1)[0] !== marker) continue;
      // Whoever may comment can write the marker too, so the author decides. Asked only where there is a candidate.
      self ??= await identity(api);
      if (isSelf(comment, self)) return comment;
    }
    if (comments.length < PAGE) return undefined;
  }
  return undefined;
}

// REST has no "who am I" for the token of a workflow (GET /user is refused); GraphQL's viewer knows both kinds.
async function identity(api: Api): Promise<string> {
  const answer = await api.call<{ data?: { viewer?: { login?: string } } }>('POST', undefined, {
    query: 'query { viewer { login } }',
  });
  const login = answer.data?.viewer?.login;
  if (!login) throw new ToolError('GitHub does not say whose token github_token is, so no comment can be edited');
  return login;
}

function isSelf({ user }: Comment, self: string): boolean {
  return user !== null && (user.login === self || (user.type === 'Bot' && user.login === `${self}[bot]`));
}

function normal(body: string | undefined): string {
  return (body ?? '').replace(/\r\n/g, '\n').trim();
}

/** GitHub did not answer, or said that it cannot now: the call may have had its effect. */
class Unanswered extends ToolError {}

class Api {
  readonly #context: GitHubContext;
  readonly #token: string;
  readonly #options: CommentOptions;

  constructor(context: GitHubContext, token: string, options: CommentOptions) {
    this.#context = context;
    this.#token = token;
    this.#options = options;
  }

  /** Calls the REST API, or GraphQL where no path is given. */
  async call<T>(method: 'GET' | 'POST' | 'PATCH', path: string | undefined, body?: unknown): Promise<T> {
    const url = path === undefined ? this.#context.graphqlUrl : `${this.#context.apiUrl}${path}`;
    const where = `${method} ${url.replace(/\?.*/, '')}`;
    for (let attempt = 1; ; attempt += 1) {
      const answer = await this.#send(method, url, body).catch((cause: unknown) => {
        throw new Unanswered(`GitHub cannot be reached (${errorMessage(cause)})`, {
          where,
          hint: 'Run the job again; githubstatus.com says whether GitHub has a problem.',
          cause,
        });
      });
      if (answer.ok) return (await answer.json()) as T;
      const text = await answer.text();
      const wait = rateLimitWait(answer, text);
      if (wait !== undefined && attempt < ATTEMPTS) {
        await this.pause(attempt, wait);
        continue;
      }
      throw explain(answer.status, text, where);
    }
  }

  async pause(attempt: number, seconds = 0): Promise<void> {
    const backOff = 500 * 2 ** attempt * (0.5 + Math.random());
    await (this.#options.sleep ?? sleep)(Math.max(backOff, seconds * 1000));
  }

  #send(method: string, url: string, body: unknown): Promise<Response> {
    return (this.#options.fetch ?? fetch)(url, {
      method,
      headers: {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${this.#token}`,
        'user-agent': 'jupyterhub-gke',
        'x-github-api-version': '2022-11-28',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: 'error',
      signal: AbortSignal.timeout(30_000),
    });
  }
}

/** Seconds to wait where GitHub limits the rate (403 or 429, docs.github.com/rest/using-the-rest-api/best-practices). */
function rateLimitWait(answer: Response, text: string): number | undefined {
  const limited = answer.status === 429 || (answer.status === 403 && /rate limit/i.test(text));
  if (!limited) return undefined;
  const after = Number(answer.headers.get('retry-after'));
  const reset = Number(answer.headers.get('x-ratelimit-reset')) - Date.now() / 1000;
  const seconds = after > 0 ? after : answer.headers.get('x-ratelimit-remaining') === '0' ? reset : 60;
  // A job that sleeps an hour costs more than a comment that is missing; the summary has the same text.
  return seconds <= 120 ? Math.max(1, seconds) : undefined;
}

function explain(status: number, text: string, where: string): ToolError {
  const said = messageOf(text) ?? `HTTP ${status}`;
  if (status >= 500) return new Unanswered(`GitHub cannot answer now (${said})`, { where, hint: 'Run the job again.' });
  if (status === 401) {
    return new ToolError(`GitHub does not accept github_token (${said})`, {
      where,
      hint: 'Leave the input out: the token of the run is used then.',
    });
  }
  if (status === 403) {
    return new ToolError(`github_token may not comment on the pull request (${said})`, {
      where,
      hint: 'Add "permissions: {contents: read, id-token: write, pull-requests: write}" to the job. The plan is in the step summary.',
    });
  }
  return new ToolError(`GitHub refuses the comment: ${said}`, { where });
}

function messageOf(text: string): string | undefined {
  try {
    const { message } = JSON.parse(text) as { message?: unknown };
    return typeof message === 'string' ? message.slice(0, 300) : undefined;
  } catch {
    return undefined;
  }
}
