import { endpointOf, type GoogleService } from './endpoints.js';
import { explainRefusal, GoogleApiError, isAborted } from './google-error.js';
import {
  type Effect,
  type HttpAnswer,
  type HttpCall,
  type HttpMethod,
  type HttpOptions,
  jsonOf,
  request,
} from './http.js';

export { GoogleApiError } from './google-error.js';

/** One call: path after the service's base, query and JSON body. */
export interface GoogleRequest {
  readonly service: GoogleService;
  readonly method?: HttpMethod;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** True for a media upload of storage: the body, as JSON, becomes the content of the object. */
  readonly upload?: boolean;
  /** What sending the call twice would do. To be given for a POST that may be repeated. */
  readonly effect?: Effect;
  /** Attempts after the first one. Off for calls whose conflict the caller handles itself. */
  readonly retries?: number;
  /** True where a call that met another writer (409 ABORTED) may be sent again as it is. */
  readonly retryAborted?: boolean;
}

/** What the client needs from outside; tests give their own. */
export interface GoogleClientOptions extends Pick<HttpOptions, 'token' | 'fetch' | 'sleep'> {
  readonly env: NodeJS.ProcessEnv;
}

const HINT = 'Check the network of this machine (proxy, firewall, DNS), then run again.';

/** Calls Google's REST APIs with a bearer token, and explains refusals by cause and way out. */
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

  /** The content of an object of Cloud Storage as it is; undefined where the object does not exist. */
  async content(bucket: string, object: string): Promise<string | undefined> {
    const path = `b/${bucket}/o/${encodeURIComponent(object)}`;
    const url = this.#urlOf({ service: 'storage', path, query: { alt: 'media' } });
    try {
      return (await this.send('storage', { method: 'GET', url })).text;
    } catch (error) {
      if (error instanceof GoogleApiError && error.status === 404) return undefined;
      throw error;
    }
  }

  /** Sends a request and returns the decoded body; throws a GoogleApiError on any refusal. */
  async call<T>(request: GoogleRequest): Promise<T> {
    const { service, method = 'GET', body, effect, retries } = request;
    const call: HttpCall = {
      method,
      url: this.#urlOf(request),
      body,
      effect,
      retries,
      ...(request.retryAborted ? { isPassing: isAborted } : {}),
    };
    const { status, text } = await this.send(service, call);
    // A deletion answers without a body.
    return status === 204 ? (undefined as T) : jsonOf<T>(call, { peer: call.url.host }, text);
  }

  /** Sends a call to a service and returns its good answer; throws a GoogleApiError on any refusal. */
  async send(service: GoogleService, call: HttpCall): Promise<Pick<HttpAnswer, 'status' | 'text'>> {
    const { token, fetch, sleep } = this.#options;
    const answer = await request(call, {
      token,
      peer: call.url.host,
      hint: HINT,
      ...(fetch === undefined ? {} : { fetch }),
      ...(sleep === undefined ? {} : { sleep }),
    });
    if (answer.ok) return answer;
    const where = `${call.method} ${call.url.host}${call.url.pathname}`;
    throw explainRefusal({ service, where, ...answer });
  }

  #urlOf({ service, upload, path, query = {} }: GoogleRequest): URL {
    const base = endpointOf(service, this.#options.env);
    // The one path that does not lie below the API's own (cloud.google.com/storage/docs/json_api/v1/objects/insert).
    const url = new URL((upload ? base.replace(/storage\/v1\/$/, 'upload/storage/v1/') : base) + path);
    for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value);
    return url;
  }
}
