import { setTimeout as sleep } from 'node:timers/promises';
import { errorMessage, ToolError } from '../errors.js';
import { endpointOf, type GoogleService } from './endpoints.js';

/** A refusal or failure of a Google API, with what is needed to explain it. */
export class GoogleApiError extends ToolError {
  readonly status: number;
  /** Google's machine-readable reason, such as `SERVICE_DISABLED` or `notFound`. */
  readonly reason: string | undefined;

  constructor(message: string, details: { status: number; reason?: string | undefined; where: string; hint?: string }) {
    super(message, { where: details.where, ...(details.hint === undefined ? {} : { hint: details.hint }) });
    this.status = details.status;
    this.reason = details.reason;
  }
}

/** One call: path after the service's base, query and JSON body. */
export interface GoogleRequest {
  readonly service: GoogleService;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** True for a media upload of storage: the body, as JSON, becomes the content of the object. */
  readonly upload?: boolean;
  /** Off for calls whose conflict the caller handles itself. */
  readonly retries?: number;
  /** True where a call that met another writer (409 ABORTED) may be sent again as it is. */
  readonly retryAborted?: boolean;
}

/** What the client needs from outside; tests give their own. */
export interface GoogleClientOptions {
  readonly token: () => Promise<string>;
  readonly env: NodeJS.ProcessEnv;
  readonly fetch?: typeof fetch;
  readonly sleep?: (milliseconds: number) => Promise<unknown>;
}

/** An answer of HTTP, read to its end. */
interface Answer extends Pick<Response, 'status' | 'ok' | 'headers'> {
  readonly text: string;
}

const RETRY_STATUS = new Set([408, 429, 500, 502, 503, 504]);

/** Calls Google's REST APIs with a bearer token, bounded retries and errors that name cause and way out. */
export class GoogleClient {
  readonly #options: GoogleClientOptions;

  constructor(options: GoogleClientOptions) {
    this.#options = options;
  }

  /** Sends a request and returns the decoded body; undefined on 404 when the caller says that absence is an answer. */
  async get<T>(request: GoogleRequest): Promise<T | undefined> {
    try {
      return await this.call<T>(request);
    } catch (error) {
      if (error instanceof GoogleApiError && error.status === 404) return undefined;
      throw error;
    }
  }

  /** Sends a request and returns the decoded body; throws a GoogleApiError on any refusal. */
  async call<T>(request: GoogleRequest): Promise<T> {
    const { env } = this.#options;
    const base = endpointOf(request.service, env);
    // The one path that does not lie below the API's own (cloud.google.com/storage/docs/json_api/v1/objects/insert).
    const url = new URL((request.upload ? base.replace(/storage\/v1\/$/, 'upload/storage/v1/') : base) + request.path);
    for (const [key, value] of Object.entries(request.query ?? {})) url.searchParams.set(key, value);
    const retries = request.retries ?? 4;
    let mayBeDone = false;
    for (let attempt = 0; ; attempt += 1) {
      const answer = await this.#send(request, url).catch((cause: unknown) => ({ cause }));
      if ('cause' in answer) {
        // Without credentials nothing was sent: that has a cause and a way out of its own.
        if (answer.cause instanceof ToolError) throw answer.cause;
        mayBeDone ||= isWrite(request) && !isUnsent(answer.cause);
        if (attempt < retries) {
          await this.#wait(attempt);
          continue;
        }
        throw unreachable(request, url, answer.cause, mayBeDone);
      }
      const { text } = answer;
      // A deletion answers without a body.
      if (answer.status === 204) return undefined as T;
      if (answer.ok) return decoded<T>(request, url, text);
      // A gateway gives up on what goes on behind it.
      mayBeDone ||= isWrite(request) && answer.status >= 500;
      if (isPassing(request, answer.status, text) && attempt < retries) {
        await this.#wait(attempt, Number(answer.headers.get('retry-after')));
        continue;
      }
      throw explain(request, url, answer.status, text);
    }
  }

  /** Reads the whole answer too: one that breaks off is lost like one that never came. */
  async #send(request: GoogleRequest, url: URL): Promise<Answer> {
    const token = await this.#options.token();
    const response = await (this.#options.fetch ?? fetch)(url, {
      method: request.method ?? 'GET',
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'application/json',
        ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      redirect: 'error',
      signal: AbortSignal.timeout(60_000),
    });
    const { status, ok, headers } = response;
    return { status, ok, headers, text: await response.text() };
  }

  async #wait(attempt: number, retryAfterSeconds = 0): Promise<void> {
    const backOff = 500 * 2 ** attempt * (0.5 + Math.random());
    await (this.#options.sleep ?? sleep)(Math.max(backOff, Math.min(retryAfterSeconds || 0, 60) * 1000));
  }
}

/** The body of a good answer; a proxy or portal in between answers with pages of its own. */
function decoded<T>(request: GoogleRequest, url: URL, text: string): T {
  try {
    return JSON.parse(text) as T;
  } catch (cause) {
    throw new ToolError(`${url.host} answers with something that is no JSON, as no API of Google does`, {
      where: `${request.method ?? 'GET'} ${url.origin}${url.pathname}`,
      hint: `Check the network of this machine (proxy, sign-in page of the network), then run again. ${doneText(isWrite(request))}`,
      cause,
    });
  }
}

/** Whether the same call may go well a moment later. */
function isPassing({ retryAborted }: GoogleRequest, status: number, text: string): boolean {
  return (
    RETRY_STATUS.has(status) || (retryAborted === true && status === 409 && parseError(text)?.status === 'ABORTED')
  );
}

function isWrite({ method = 'GET' }: GoogleRequest): boolean {
  return method !== 'GET';
}

/** Failures of the connection before a request can go out on it. */
const UNSENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

function isUnsent(cause: unknown): boolean {
  const { code } = innermost(cause) as { code?: unknown };
  return typeof code === 'string' && UNSENT.has(code);
}

/** What `fetch failed` stands for. */
function innermost(cause: unknown): object {
  const inner = cause instanceof Error && cause.cause !== undefined ? cause.cause : cause;
  return typeof inner === 'object' && inner !== null ? inner : new Error(String(inner));
}

function doneText(mayBeDone: boolean): string {
  return mayBeDone
    ? 'What this call asked for may be done all the same, since an answer can get lost: the next run looks at what is there and goes on from it.'
    : 'Nothing was changed by this call.';
}

/** @param mayBeDone true where an attempt to write may have been carried out, and only its answer was lost */
function unreachable(request: GoogleRequest, url: URL, cause: unknown, mayBeDone: boolean): ToolError {
  return new ToolError(`${url.host} cannot be reached (${errorMessage(innermost(cause))})`, {
    where: `${request.method ?? 'GET'} ${url.origin}${url.pathname}`,
    hint: `Check the network of this machine (proxy, firewall, DNS), then run again. ${doneText(mayBeDone)}`,
    cause,
  });
}

interface ErrorBody {
  error?: {
    message?: string;
    status?: string;
    errors?: { reason?: string }[];
    details?: { '@type'?: string; reason?: string; metadata?: Record<string, string> }[];
  };
}

/** Turns Google's error body into one plain sentence with cause and way out. */
function explain(request: GoogleRequest, url: URL, status: number, text: string): GoogleApiError {
  const error = parseError(text);
  const info = error?.details?.find((detail) => detail['@type']?.endsWith('ErrorInfo'));
  const reason = info?.reason ?? error?.errors?.[0]?.reason ?? error?.status;
  const said = error?.message ?? `HTTP ${status}`;
  const where = `${request.method ?? 'GET'} ${url.host}${url.pathname}`;
  if (reason === 'SERVICE_DISABLED' || reason === 'accessNotConfigured') {
    const api = info?.metadata?.service ?? `${request.service}.googleapis.com`;
    return new GoogleApiError(`The API ${api} is not enabled in this project`, {
      status,
      reason: 'SERVICE_DISABLED',
      where,
      hint: `Run "gcloud services enable ${api}" once, or let "apply" enable it, and wait a minute.`,
    });
  }
  if (status === 401) {
    return new GoogleApiError(`Google does not accept the credentials (${said})`, {
      status,
      reason,
      where,
      hint: 'Sign in again: the token has expired, or workload_identity_provider and service_account do not fit this workflow.',
    });
  }
  if (status === 403) {
    return new GoogleApiError(`A permission is missing: ${said}`, {
      status,
      reason,
      where,
      hint: 'Grant the role that SETUP.md lists for this identity, then run again; a new grant takes a minute or two.',
    });
  }
  return new GoogleApiError(said, { status, reason, where });
}

function parseError(text: string): ErrorBody['error'] | undefined {
  try {
    const body = JSON.parse(text) as ErrorBody | ErrorBody[];
    return (Array.isArray(body) ? body[0] : body)?.error;
  } catch {
    return undefined;
  }
}
