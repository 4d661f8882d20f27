import { setTimeout as sleep } from 'node:timers/promises';
import { errorMessage, ToolError } from '../../errors.js';
import { readBody } from '../../system/body.js';
import type { GitHubContext } from '../runner/context.js';
import { type Answer, explain, Refused, type TokenNeeds, Unanswered, unreachable } from './answer.js';

const ATTEMPTS = 5;
/** Longest wait in seconds that GitHub may ask for. A job that sleeps an hour costs more than a missing comment. */
const LONGEST = 120;
/** Seconds that all waits of one client may take together. */
const PATIENCE = 300;
/** Entries of a page; GitHub gives no more. */
const PAGE = 100;
const MAX_DOWNLOAD = 16 * 1024 * 1024;

/** What tests give instead of the network and the clock. */
export interface ApiOptions {
  readonly fetch?: typeof fetch;
  readonly sleep?: (milliseconds: number) => Promise<unknown>;
}

/** Octokit of @actions/github. It has the proxy of the environment, types of the API, and pagination. */
type Octokit = InstanceType<typeof import('@actions/github/lib/utils')['GitHub']>;

/**
 * GitHub's REST and GraphQL API by octokit. It waits out rate limits. A call that changes nothing is also repeated if
 * GitHub does not answer. A call makes at most five attempts. All calls of a client together wait at most five minutes.
 */
export class GitHubApi {
  readonly #context: Pick<GitHubContext, 'apiUrl' | 'graphqlUrl'>;
  readonly #token: string;
  readonly #needs: TokenNeeds;
  readonly #options: ApiOptions;
  #octokit: Promise<Octokit> | undefined;
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
   * Calls the REST API, or GraphQL if no path is given. A call that writes and gets no answer is not repeated, since it may
   * have had its effect. The caller has to look first.
   */
  async call<T>(method: 'GET' | 'POST' | 'PATCH', path: string | undefined, body?: unknown): Promise<T> {
    const octokit = await this.#open();
    const url = path === undefined ? this.#context.graphqlUrl : path;
    const { data } = await octokit.request({ method, url, ...(body === undefined ? {} : { data: body }) });
    return data as T;
  }

  /** Pages of a list, in order, each with at most 100 entries. */
  async *pages<T>(path: string): AsyncGenerator<readonly T[]> {
    const octokit = await this.#open();
    const url = `${path}${path.includes('?') ? '&' : '?'}per_page=${PAGE}`;
    for await (const { data } of octokit.paginate.iterator({ method: 'GET', url })) yield data as readonly T[];
  }

  /** All entries of a list; undefined if it may have more pages than are read. */
  async list<T>(path: string, mostPages: number): Promise<readonly T[] | undefined> {
    const found: T[] = [];
    let pages = 0;
    for await (const page of this.pages<T>(path)) {
      found.push(...page);
      pages += 1;
      if (pages === mostPages && page.length === PAGE) return undefined;
    }
    return found;
  }

  /**
   * Downloads a file that GitHub serves by a redirect to its storage, such as an artifact. The storage gets no token. Files
   * over 16 MiB are refused.
   */
  async download(path: string): Promise<Buffer> {
    const where = `GET ${this.#context.apiUrl}${path}`;
    const failed = (why: string, cause?: unknown): never => {
      throw new Unanswered(`GitHub did not deliver the file (${why})`, { where, hint: 'Run the job again.', cause });
    };
    const lost = (cause: unknown): never => failed(errorMessage(cause), cause);
    const octokit = await this.#open();
    // A link to the storage is valid for a minute, so each attempt asks for a new one.
    return this.#patiently(true, async () => {
      const { headers } = await octokit.request({ method: 'GET', url: path, request: { isDownload: true } });
      const file = await (this.#options.fetch ?? fetch)(String(headers.location), {
        redirect: 'error',
        signal: AbortSignal.timeout(60_000),
      }).catch(lost);
      if (!file.ok) return failed(`HTTP ${file.status}`);
      return readBody(file, MAX_DOWNLOAD).catch((cause: unknown) => {
        if (!(cause instanceof ToolError)) return lost(cause);
        throw new ToolError(`GitHub did not deliver the file (${cause.message})`, { where, cause });
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

  #open(): Promise<Octokit> {
    this.#octokit ??= this.#build();
    return this.#octokit;
  }

  async #build(): Promise<Octokit> {
    const GitHub = await loadOctokit();
    const { fetch } = this.#options;
    const octokit = new GitHub({
      auth: this.#token,
      baseUrl: this.#context.apiUrl,
      userAgent: 'jupyterhub-gke',
      // A deprecation notice is text from outside, and is not logged.
      log: { debug: silent, info: silent, warn: silent, error: silent },
      // Redirects are not followed. The token goes to no other address, and a renamed repository needs its new name.
      request: { redirect: 'manual', ...(fetch === undefined ? {} : { fetch }) },
    });
    octokit.hook.wrap('request', (send, options) => {
      const { isDownload } = options.request as { isDownload?: boolean };
      const where = `${options.method} ${this.#placeOf(options)}`;
      const once = async () => {
        const headers = { ...options.headers, 'x-github-api-version': '2022-11-28' };
        const request = { ...options.request, signal: AbortSignal.timeout(30_000) };
        // Octokit throws refusals, and returns redirects.
        const answer = await Promise.resolve(send({ ...options, headers, request })).catch((cause: unknown) => {
          const { response, message } = cause as { response?: Answer; message?: string };
          if (response === undefined) throw unreachable(message ?? String(cause), where, cause);
          return response as Awaited<ReturnType<typeof send>>;
        });
        const { status, data } = answer;
        if (isDownload && status === 302 && URL.canParse(String(answer.headers.location))) return answer;
        if (status >= 300) throw explain(answer, where, this.#needs);
        // Octokit returns a body that is incomplete or not JSON as a string.
        if (typeof data !== 'object' || data === null)
          throw unreachable('the answer is incomplete or not JSON', where, undefined);
        return answer;
      };
      // A download has its own loop, which asks for a new link.
      return isDownload ? once() : this.#patiently(this.#changesNothing(options), once);
    });
    return octokit;
  }

  /** The address of a call without its query. Throws for any host but GitHub's, which must not get the token. */
  #placeOf({ baseUrl, url }: { readonly baseUrl: string; readonly url: string }): string {
    const { origin, pathname } = new URL(/^https?:/.test(url) ? url : `${baseUrl}${url}`);
    const { apiUrl, graphqlUrl } = this.#context;
    if ([apiUrl, graphqlUrl].some((own) => new URL(own).origin === origin)) return `${origin}${pathname}`;
    throw new ToolError('GitHub named an address on another host, which must not get the token', { where: origin });
  }

  /** All our GraphQL calls are queries: sent by POST, and changing nothing. */
  #changesNothing({ method, url }: { readonly method: string; readonly url: string }): boolean {
    return method === 'GET' || url === this.#context.graphqlUrl;
  }

  /** @param reads whether the call may be repeated although it may have been carried out */
  async #patiently<T>(reads: boolean, once: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await once();
      } catch (error) {
        const wait = error instanceof Refused ? error.retryAfter : reads && error instanceof Unanswered ? 0 : undefined;
        const isPatient = wait !== undefined && wait <= LONGEST && this.#waited + wait <= PATIENCE;
        if (error instanceof Unanswered) error.mayBeDone = !reads;
        if (!isPatient || attempt === ATTEMPTS) throw error;
        await this.pause(attempt, wait);
      }
    }
  }
}

const silent = (): void => {};

/**
 * Loads @actions/github without its context. That context reads the event on import: it fails on a payload that is not
 * JSON, and writes to standard output if there is none. We have read and checked the event before.
 */
async function loadOctokit(): Promise<typeof import('@actions/github/lib/utils')['GitHub']> {
  const { GITHUB_EVENT_PATH: path } = process.env;
  delete process.env.GITHUB_EVENT_PATH;
  try {
    return (await import('@actions/github/lib/utils')).GitHub;
  } finally {
    if (path !== undefined) process.env.GITHUB_EVENT_PATH = path;
  }
}
