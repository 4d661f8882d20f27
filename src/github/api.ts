import { setTimeout as sleep } from 'node:timers/promises';
import { errorMessage, ToolError } from '../errors.js';
import type { GitHubContext } from './context.js';

const ATTEMPTS = 5;
const MAX_DOWNLOAD = 16 * 1024 * 1024;

/** GitHub did not answer, or said that it cannot now: the call may have had its effect. */
export class Unanswered extends ToolError {}

/** GitHub answered that it does not do what was asked. */
export class Refused extends ToolError {
  readonly status: number;
  /** What GitHub said, in its own words. */
  readonly said: string;

  constructor(status: number, said: string, ...rest: ConstructorParameters<typeof ToolError>) {
    super(...rest);
    this.status = status;
    this.said = said;
  }

  /** Whether GitHub refuses for the number of calls, and not for what was asked. */
  get limited(): boolean {
    return isLimit(this.status, this.said);
  }
}

/** For what a token is used, in words for the message that it may not. */
export interface TokenNeeds {
  /** As in "github_token may not …". */
  readonly action: string;
  /** `permissions:` of the job. */
  readonly permissions: string;
  readonly otherwise: string;
}

/** What tests give instead of the network and the clock. */
export interface ApiOptions {
  readonly fetch?: typeof fetch;
  readonly sleep?: (milliseconds: number) => Promise<unknown>;
}

/** GitHub's REST and GraphQL API over fetch: waits out rate limits, and says in plain words what is refused. */
export class GitHubApi {
  readonly #context: Pick<GitHubContext, 'apiUrl' | 'graphqlUrl'>;
  readonly #token: string;
  readonly #needs: TokenNeeds;
  readonly #options: ApiOptions;

  constructor(
    context: Pick<GitHubContext, 'apiUrl' | 'graphqlUrl'>,
    token: string,
    needs: TokenNeeds,
    options: ApiOptions = {},
  ) {
    this.#context = context;
    this.#token = token;
    this.#needs = needs;
    this.#options = options;
  }

  /** Calls the REST API, or GraphQL where no path is given. */
  async call<T>(method: 'GET' | 'POST' | 'PATCH', path: string | undefined, body?: unknown): Promise<T> {
    const url = path === undefined ? this.#context.graphqlUrl : `${this.#context.apiUrl}${path}`;
    const where = `${method} ${url.replace(/\?.*/, '')}`;
    for (let attempt = 1; ; attempt += 1) {
      const unanswered = (cause: unknown): never => {
        throw new Unanswered(`GitHub cannot be reached (${errorMessage(cause)})`, {
          where,
          hint: 'Run the job again; githubstatus.com says whether GitHub has a problem.',
          cause,
        });
      };
      const answer = await this.#send(method, url, body).catch(unanswered);
      if (answer.ok) return (await answer.json().catch(unanswered)) as T;
      const text = await answer.text().catch(unanswered);
      const wait = rateLimitWait(answer, text);
      if (wait !== undefined && attempt < ATTEMPTS) {
        await this.pause(attempt, wait);
        continue;
      }
      throw explain(answer.status, text, where, this.#needs);
    }
  }

  /**
   * Downloads a file that GitHub hands out by a redirect to its storage, such as an artifact. The token stays with GitHub:
   * the address that it names is asked without. Files over 16 MiB are refused.
   */
  async download(path: string): Promise<Buffer> {
    const url = `${this.#context.apiUrl}${path}`;
    const where = `GET ${url}`;
    const failed = (why: string, cause?: unknown): never => {
      throw new Unanswered(`GitHub did not hand out a file (${why})`, { where, hint: 'Run the job again.', cause });
    };
    const answer = await this.#send('GET', url, undefined).catch((cause: unknown) =>
      failed(errorMessage(cause), cause),
    );
    const location = answer.headers.get('location');
    if (answer.status !== 302 || location === null || !URL.canParse(location)) {
      throw explain(answer.status, await answer.text().catch(() => ''), where, this.#needs);
    }
    const file = await (this.#options.fetch ?? fetch)(location, {
      redirect: 'error',
      signal: AbortSignal.timeout(60_000),
    }).catch((cause: unknown) => failed(errorMessage(cause), cause));
    if (!file.ok) return failed(`HTTP ${file.status}`);
    const content = Buffer.from(await file.arrayBuffer().catch((cause: unknown) => failed(errorMessage(cause), cause)));
    return content.length > MAX_DOWNLOAD ? failed('it is too large') : content;
  }

  /** Waits before another attempt, longer each time. */
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
      // Not followed: a token goes to no other address, and a repository that moved is to be named anew.
      redirect: 'manual',
      signal: AbortSignal.timeout(30_000),
    });
  }
}

/** Seconds to wait where GitHub limits the rate (403 or 429, docs.github.com/rest/using-the-rest-api/best-practices). */
function rateLimitWait(answer: Response, text: string): number | undefined {
  if (!isLimit(answer.status, text)) return undefined;
  const after = Number(answer.headers.get('retry-after'));
  const reset = Number(answer.headers.get('x-ratelimit-reset')) - Date.now() / 1000;
  const seconds = after > 0 ? after : answer.headers.get('x-ratelimit-remaining') === '0' ? reset : 60;
  // A job that sleeps an hour costs more than a comment that is missing; the summary has the same text.
  return seconds <= 120 ? Math.max(1, seconds) : undefined;
}

function isLimit(status: number, said: string): boolean {
  return status === 429 || (status === 403 && /rate limit/i.test(said));
}

function explain(status: number, text: string, where: string, needs: TokenNeeds): ToolError {
  const said = messageOf(text) ?? `HTTP ${status}`;
  if (status >= 500) return new Unanswered(`GitHub cannot answer now (${said})`, { where, hint: 'Run the job again.' });
  if (status >= 300 && status < 400) {
    return new Refused(status, said, `GitHub has this repository under another name now (${said})`, {
      where,
      hint: 'Use its new name.',
    });
  }
  if (status === 401) {
    return new Refused(status, said, `GitHub does not accept github_token (${said})`, {
      where,
      hint: 'Leave the input out: the token of the run is used then.',
    });
  }
  if (status === 403) {
    return new Refused(status, said, `github_token may not ${needs.action} (${said})`, {
      where,
      hint: `Add "permissions: ${needs.permissions}" to the job. ${needs.otherwise}`,
    });
  }
  return new Refused(status, said, `GitHub refuses to ${needs.action}: ${said}`, { where });
}

function messageOf(text: string): string | undefined {
  try {
    const { message } = JSON.parse(text) as { message?: unknown };
    return typeof message === 'string' ? message.slice(0, 300) : undefined;
  } catch {
    return undefined;
  }
}
