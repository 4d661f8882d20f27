import { setTimeout as sleep } from 'node:timers/promises';
import { errorMessage, ToolError } from '../errors.js';
import { isObject } from '../json.js';

/** The methods in use. */
export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * What sending a call twice would do.
 * - `none`: it changes nothing.
 * - `same`: the second call leaves what the first one left, or is refused in a way that the caller understands.
 * - `twice`: it would do its work twice, so it is repeated only where the first call surely did nothing.
 */
export type Effect = 'none' | 'same' | 'twice';

/** One call of an API that speaks JSON. */
export interface HttpCall {
  readonly method: HttpMethod;
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** The default is what the method promises: a POST may do its work twice. */
  readonly effect?: Effect | undefined;
  /** Attempts after the first one. */
  readonly retries?: number | undefined;
  /** Whether a refusal passes by itself, beside those of `PASSING`. The server must have done nothing. */
  readonly isPassing?: (status: number, text: string) => boolean;
}

/** Who calls, and how the other end is named in messages. Tests give their own `fetch` and `sleep`. */
export interface HttpOptions {
  /** Asked before each attempt, because a token can expire between two of them. */
  readonly token: () => Promise<string>;
  readonly fetch?: typeof fetch;
  readonly sleep?: (milliseconds: number) => Promise<unknown>;
  /** Ends the call and its pauses. */
  readonly signal?: AbortSignal;
  /** Such as `compute.googleapis.com` or `The cluster at HOST`. */
  readonly peer: string;
  /** What the reader can check when there is no answer. */
  readonly hint: string;
}

/** An answer, read to its end. */
export interface HttpAnswer {
  readonly status: number;
  readonly ok: boolean;
  readonly text: string;
  /** True where an attempt may have been carried out although it got no good answer. */
  readonly mayBeDone: boolean;
}

/** No attempt got a whole answer. */
export class UnreachableError extends ToolError {}

/** Milliseconds for one attempt, the body of the answer included. */
export const TIME_LIMIT = 60_000;
const RETRIES = 4;
/** Milliseconds: the first pause, which doubles with each attempt, more or less by half. */
const FIRST_PAUSE = 500;
/** The most that a server may ask us to wait, in milliseconds. */
const LONGEST_PAUSE = 60_000;
/** Refusals that pass by themselves. */
const PASSING = new Set([408, 429, 500, 502, 503, 504]);
/** Failures of the connection before a request can go out on it. */
const UNSENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

/**
 * Sends a call within a time limit and repeats it with growing pauses, where repeating is safe. Returns the last answer
 * whatever its status. Throws an UnreachableError where there was none.
 */
export async function request(call: HttpCall, options: HttpOptions): Promise<HttpAnswer> {
  const { retries = RETRIES } = call;
  const effect = effectOf(call);
  let mayBeDone = false;
  for (let attempt = 0; ; attempt += 1) {
    // Outside of the attempt: missing credentials have a cause and a way out of their own.
    const token = await options.token();
    const answer = await send(call, options, token).catch((cause: unknown) => ({ cause }));
    const mayRepeat = attempt < retries && options.signal?.aborted !== true;
    if ('cause' in answer) {
      // Whoever stopped the run says so better than a connection that was cut off.
      if (options.signal?.reason instanceof ToolError) throw options.signal.reason;
      const unsent = isUnsent(answer.cause);
      mayBeDone ||= effect !== 'none' && !unsent;
      if (mayRepeat && (unsent || effect !== 'twice')) {
        await pause(options, attempt);
        continue;
      }
      throw unreachable(call, options, answer.cause, mayBeDone);
    }
    const { status, text } = answer;
    // A gateway gives up on what goes on behind it.
    mayBeDone ||= effect !== 'none' && status >= 500;
    if (mayRepeat && mayPass(call, effect, status, text)) {
      await pause(options, attempt, answer.retryAfter);
      continue;
    }
    return { status, ok: answer.ok, text, mayBeDone };
  }
}

/** The document of a good answer. A proxy or the sign-in page of a network can answer in the place of the API. */
export function jsonOf<T>(call: HttpCall, { peer }: Pick<HttpOptions, 'peer'>, text: string): T {
  const spoiled = (what: string, cause?: unknown): ToolError =>
    new ToolError(`${peer} sent an answer that is ${what}`, {
      where: placeOf(call),
      hint: `A proxy or the sign-in page of a network may answer in its place. Check the network of this machine, then run again. ${doneText(effectOf(call) !== 'none')}`,
      cause,
    });
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (cause) {
    throw spoiled('not JSON', cause);
  }
  // No call asks for anything but an object. Whoever reads `null` as one fails far from here.
  if (!isObject(document)) throw spoiled('no JSON object');
  return document as T;
}

/** Where a call went, without its query. */
export function placeOf({ method, url }: Pick<HttpCall, 'method' | 'url'>): string {
  return `${method} ${url.origin}${url.pathname}`;
}

/** What a failed call may have left, as a sentence for a hint. */
export function doneText(mayBeDone: boolean): string {
  return mayBeDone
    ? 'What this call asked for may be done all the same, because an answer can get lost: the next run reads what is there and goes on from it.'
    : 'Nothing was changed by this call.';
}

function effectOf({ method, effect }: HttpCall): Effect {
  if (effect !== undefined) return effect;
  return method === 'GET' ? 'none' : method === 'POST' ? 'twice' : 'same';
}

/** Whether the same call may go well a moment later, and may be sent. */
function mayPass(call: HttpCall, effect: Effect, status: number, text: string): boolean {
  // A server that answers 429 did nothing. After a 5xx nobody knows.
  if (status === 429 || call.isPassing?.(status, text) === true) return true;
  return effect !== 'twice' && PASSING.has(status);
}

interface Attempt extends Pick<HttpAnswer, 'status' | 'ok' | 'text'> {
  /** Seconds that the server asks us to wait; NaN where it names a date. */
  readonly retryAfter: number;
}

/** One attempt. It reads the whole answer, because one that breaks off is lost like one that never came. */
async function send({ method, url, headers, body }: HttpCall, options: HttpOptions, token: string): Promise<Attempt> {
  const limit = AbortSignal.timeout(TIME_LIMIT);
  const response = await (options.fetch ?? fetch)(url, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    // A token never follows a redirect to another host.
    redirect: 'error',
    signal: options.signal === undefined ? limit : AbortSignal.any([limit, options.signal]),
  });
  const text = await response.text();
  return { status: response.status, ok: response.ok, text, retryAfter: Number(response.headers.get('retry-after')) };
}

async function pause(options: HttpOptions, attempt: number, retryAfter = 0): Promise<void> {
  const backOff = FIRST_PAUSE * 2 ** attempt * (0.5 + Math.random());
  const time = Math.max(backOff, Math.min((retryAfter || 0) * 1000, LONGEST_PAUSE));
  if (options.sleep !== undefined) await options.sleep(time);
  // An interrupted run has one attempt more, which ends at once and says why.
  else await sleep(time, undefined, options.signal ? { signal: options.signal } : {}).catch(() => {});
}

function isUnsent(cause: unknown): boolean {
  const { code } = innermost(cause) as { code?: unknown };
  return typeof code === 'string' && UNSENT.has(code);
}

/** Why a call failed, in one clause. `fetch` itself says no more than `fetch failed`. */
export function failureText(error: unknown): string {
  const inner = innermost(error) as { name?: unknown; message?: unknown; code?: unknown };
  if (inner.name === 'TimeoutError') return `no whole answer within ${TIME_LIMIT / 1000} s`;
  // Where a name has several addresses, the error has a code and no message.
  return String(inner.message || inner.code || errorMessage(error));
}

function innermost(error: unknown): object {
  if (typeof error !== 'object' || error === null) return new Error(String(error));
  const { cause } = error as { cause?: unknown };
  return cause === undefined ? error : innermost(cause);
}

/** @param mayBeDone true where an attempt to write may have been carried out, and only its answer was lost */
function unreachable(call: HttpCall, options: HttpOptions, cause: unknown, mayBeDone: boolean): UnreachableError {
  return new UnreachableError(`${options.peer} cannot be reached (${failureText(cause)})`, {
    where: placeOf(call),
    hint: `${options.hint} ${doneText(mayBeDone)}`,
    cause,
  });
}
