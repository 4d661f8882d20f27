import { setTimeout as sleep } from 'node:timers/promises';
import { errorMessage, ToolError } from '../../errors.js';
import { readBody } from '../../system/body.js';
import type { GitHubContext } from '../runner/context.js';

const ATTEMPTS = 5;
/** Longest wait in seconds that GitHub may ask for: a job that sleeps an hour costs more than a comment that is missing. */
const LONGEST = 120;
/** Seconds that all waits of one client may take together, however many calls it makes. */
const PATIENCE = 300;
const MAX_DOWNLOAD = 16 * 1024 * 1024;

/** GitHub did not answer, or said that it cannot now. */
export class Unanswered extends ToolError {
  /** True where the call would write: it may have had its effect, and was not repeated. */
  mayBeDone = false;
}

/** GitHub answered that it does not do what was asked. */
export class Refused extends ToolError {
  readonly status: number;
  /** What GitHub said, in its own words. */
  readonly said: string;
  /** Seconds after which it may be asked again; undefined where that would change nothing. */
  readonly after: number | undefined;

  constructor(
    { status, said, after }: { readonly status: number; readonly said: string; readonly after?: number },
    ...rest: ConstructorParameters<typeof ToolError>
  ) {
    super(...rest);
    this.status = status;
    this.said = said;
    this.after = after;
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

/**
 * GitHub's REST and GraphQL API over fetch. It waits out limits of the rate, and where nothing is written also a GitHub
 * that does not answer: at most five attempts for a call and five minutes in all. What is refused is said in plain words.
 */
export class GitHubApi {
  readonly #context: Pick<GitHubContext, 'apiUrl' | 'graphqlUrl'>;
  readonly #token: string;
  readonly #needs: TokenNeeds;
  readonly #options: ApiOptions;
  #waited = 0;

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

  /**
   * Calls the REST API, or asks a question of GraphQL where no path is given. A call that writes and gets no answer is not
   * repeated, since it may have had its effect: the caller looks first.
   */
  call<T>(method: 'GET' | 'POST' | 'PATCH', path: string | undefined, body?: unknown): Promise<T> {
    const url = path === undefined ? this.#context.graphqlUrl : `${this.#context.apiUrl}${path}`;
    const where = `${method} ${url.replace(/\?.*/, '')}`;
    return this.#patiently(method === 'GET' || path === undefined, async () => {
      const unanswered = (cause: unknown): never => {
        throw new Unanswered(`GitHub cannot be reached (${errorMessage(cause)})`, {
          where,
          hint: 'Run the job again; githubstatus.com says whether GitHub has a problem.',
          cause,
        });
      };
      const answer = await this.#send(method, url, body).catch(unanswered);
      if (answer.ok) return (await answer.json().catch(unanswered)) as T;
      throw explain(answer, await answer.text().catch(unanswered), where, this.#needs);
    });
  }

  /**
   * Downloads a file that GitHub hands out by a redirect to its storage, such as an artifact. The token stays with GitHub:
   * the address that it names is asked without. Files over 16 MiB are refused.
   */
  download(path: string): Promise<Buffer> {
    const url = `${this.#context.apiUrl}${path}`;
    const where = `GET ${url}`;
    const failed = (why: string, cause?: unknown): never => {
      throw new Unanswered(`GitHub did not hand out a file (${why})`, { where, hint: 'Run the job again.', cause });
    };
    const lost = (cause: unknown): never => failed(errorMessage(cause), cause);
    return this.#patiently(true, async () => {
      const answer = await this.#send('GET', url, undefined).catch(lost);
      const location = answer.headers.get('location');
      if (answer.status !== 302 || location === null || !URL.canParse(location)) {
        throw explain(answer, await answer.text().catch(() => ''), where, this.#needs);
      }
      const file = await (this.#options.fetch ?? fetch)(location, {
        redirect: 'error',
        signal: AbortSignal.timeout(60_000),
      }).catch(lost);
      if (!file.ok) return failed(`HTTP ${file.status}`);
      return readBody(file, MAX_DOWNLOAD).catch((cause: unknown) => {
        if (!(cause instanceof ToolError)) return lost(cause);
        throw new ToolError(`GitHub did not hand out a file (${cause.message})`, { where, cause });
      });
    });
  }

  /** Waits before another attempt, longer each time. */
  async pause(attempt: number, seconds = 0): Promise<void> {
    const backOff = 500 * 2 ** attempt * (0.5 + Math.random());
    const milliseconds = Math.max(backOff, seconds * 1000);
    this.#waited += milliseconds / 1000;
    await (this.#options.sleep ?? sleep)(milliseconds);
  }

  /** @param reads whether the call may be repeated although it may have been carried out */
  async #patiently<T>(reads: boolean, once: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await once();
      } catch (error) {
        const wait = error instanceof Refused ? error.after : reads && error instanceof Unanswered ? 0 : undefined;
        const isPatient = wait !== undefined && wait <= LONGEST && this.#waited + wait <= PATIENCE;
        if (error instanceof Unanswered) error.mayBeDone = !reads;
        if (!isPatient || attempt === ATTEMPTS) throw error;
        await this.pause(attempt, wait);
      }
    }
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

/** Seconds to wait where GitHub limits the rate (docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api). */
function limitWait({ headers }: Response): number {
  const after = Number(headers.get('retry-after'));
  const reset = Number(headers.get('x-ratelimit-reset')) - Date.now() / 1000;
  const wait = after > 0 ? after : headers.get('x-ratelimit-remaining') === '0' ? Math.max(1, reset) : 60;
  // Headers may say anything; a day is more than GitHub's longest limit.
  return Number.isNaN(wait) ? 60 : Math.min(Math.ceil(wait), 86_400);
}

function isLimit(status: number, said: string): boolean {
  return status === 429 || (status === 403 && /rate limit/i.test(said));
}

function explain(answer: Response, text: string, where: string, needs: TokenNeeds): ToolError {
  const { status } = answer;
  const said = messageOf(text) ?? `HTTP ${status}`;
  if (status >= 500) return new Unanswered(`GitHub cannot answer now (${said})`, { where, hint: 'Run the job again.' });
  if (isLimit(status, said)) {
    const after = limitWait(answer);
    const time = new Date(Date.now() + after * 1000).toISOString().slice(0, 16).replace('T', ' ');
    return new Refused({ status, said, after }, `GitHub takes no more calls of this token now (${said})`, {
      where,
      hint: `Run the job again after ${time} UTC.`,
    });
  }
  if (status >= 300 && status < 400) {
    return new Refused({ status, said }, `GitHub has this repository under another name now (${said})`, {
      where,
      hint: 'Use its new name.',
    });
  }
  if (status === 401) {
    return new Refused({ status, said }, `GitHub does not accept github_token (${said})`, {
      where,
      hint: 'Leave the input out: the token of the run is used then.',
    });
  }
  if (status === 403) {
    return new Refused({ status, said }, `github_token may not ${needs.action} (${said})`, {
      where,
      hint: `Add "permissions: ${needs.permissions}" to the job. ${needs.otherwise}`,
    });
  }
  return new Refused({ status, said }, `GitHub refuses to ${needs.action}: ${said}`, { where });
}

function messageOf(text: string): string | undefined {
  try {
    const { message } = JSON.parse(text) as { message?: unknown };
    return typeof message === 'string' ? message.slice(0, 300) : undefined;
  } catch {
    return undefined;
  }
}
