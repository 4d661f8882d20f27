import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiObject } from './mapping.js';

/** Endpoint variables of the google provider, by API. */
const VARIABLES = {
  cloudresourcemanager: 'GOOGLE_RESOURCE_MANAGER_CUSTOM_ENDPOINT',
  compute: 'GOOGLE_COMPUTE_CUSTOM_ENDPOINT',
  container: 'GOOGLE_CONTAINER_CUSTOM_ENDPOINT',
  iam: 'GOOGLE_IAM_BETA_CUSTOM_ENDPOINT',
  serviceusage: 'GOOGLE_SERVICE_USAGE_CUSTOM_ENDPOINT',
} as const;

/** APIs that the stand-in speaks. */
export type ApiName = keyof typeof VARIABLES;

/** A refusal of Google, with the google provider's text. */
export class ApiRefusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const RETRIED = new Set([429, 500, 502, 503]);
const ATTEMPTS = 5;

/** Calls Google's APIs by the endpoint overrides of an environment. */
export class Api {
  readonly #env: NodeJS.ProcessEnv;
  /** Milliseconds between two polls of an operation. */
  readonly #pollInterval: number;
  #stopped = false;

  constructor(env: NodeJS.ProcessEnv, pollInterval: number) {
    this.#env = env;
    this.#pollInterval = pollInterval;
  }

  /** Stops waiting at the next poll. The operation continues at Google. */
  stop(): void {
    this.#stopped = true;
  }

  /** The object, or undefined on 404. */
  async find(api: ApiName, path: string): Promise<ApiObject | undefined> {
    try {
      return await this.call(api, 'GET', path);
    } catch (error) {
      if (error instanceof ApiRefusal && error.status === 404) return undefined;
      throw error;
    }
  }

  /** Sends a request and returns the decoded answer. */
  async call(api: ApiName, method: string, path: string, body?: unknown): Promise<ApiObject> {
    const url = this.#base(api) + path;
    for (let attempt = 1; ; attempt += 1) {
      const answer = await this.#send(method, url, body);
      const text = await answer.text();
      if (answer.ok) return (text === '' ? {} : JSON.parse(text)) as ApiObject;
      if (!RETRIED.has(answer.status) || attempt === ATTEMPTS || this.#stopped)
        throw new ApiRefusal(answer.status, refusal(answer.status, text));
      await sleep(250 * 2 ** attempt);
    }
  }

  /** True after a stop: long operations are left to Google. */
  get stopped(): boolean {
    return this.#stopped;
  }

  /** Polls until it is finished; `look` returns undefined until then. Returns undefined after a stop. */
  async until<T>(look: () => Promise<T | undefined>): Promise<T | undefined> {
    for (;;) {
      const found = await look();
      if (found !== undefined) return found;
      if (this.#stopped) return undefined;
      await sleep(this.#pollInterval);
    }
  }

  #base(api: ApiName): string {
    const base = this.#env[VARIABLES[api]];
    // Never call Google itself: a forgotten override is an error, as with a universe that does not exist.
    if (!base) throw new Error(`dial tcp: lookup ${api}.emulator.invalid: no such host (${VARIABLES[api]} is not set)`);
    return base.endsWith('/') ? base : `${base}/`;
  }

  async #send(method: string, url: string, body: unknown): Promise<Response> {
    try {
      return await fetch(url, {
        method,
        headers: {
          authorization: `Bearer ${this.#env.GOOGLE_OAUTH_ACCESS_TOKEN ?? ''}`,
          'user-agent': 'jupyterhub-gke-provider-stand-in',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(120_000),
      });
    } catch (error) {
      const { host } = new URL(url);
      const cause = error instanceof Error ? (error.cause as { code?: string } | undefined) : undefined;
      const why =
        cause?.code === 'ECONNREFUSED' ? 'connect: connection refused' : String(cause?.code ?? cause ?? error);
      throw new Error(`${title(method)} "${url}": dial tcp ${host}: ${why}`);
    }
  }
}

function title(method: string): string {
  return method[0] + method.slice(1).toLowerCase();
}

interface ErrorBody {
  error?: { message?: string; details?: unknown[]; errors?: { message?: string; reason?: string }[] };
}

/** Google's error as google-api-go-client prints it (googleapi.Error). */
function refusal(status: number, text: string): string {
  let error: ErrorBody['error'];
  try {
    error = (JSON.parse(text) as ErrorBody).error;
  } catch {
    error = undefined;
  }
  if (!error?.message) return `googleapi: got HTTP response code ${status} with body: ${text}`;
  const details = error.details?.length ? `\nDetails:\n${JSON.stringify(error.details, null, 2)}\n` : '';
  const said = `googleapi: Error ${status}: ${error.message}${details}`;
  const [first, ...rest] = error.errors ?? [];
  if (first === undefined) return said.trim();
  if (rest.length === 0 && first.message === error.message) return `${said}, ${first.reason ?? ''}`;
  const more = [first, ...rest].map((one) => `Reason: ${one.reason ?? ''}, Message: ${one.message ?? ''}\n`);
  return `${said}\nMore details:\n${more.join('')}`;
}
