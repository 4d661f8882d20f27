import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import WebSocket from 'ws';

/** Final answer in a person's browser, after redirects. */
export interface Page {
  readonly status: number;
  readonly url: string;
  readonly text: string;
}

/** Parts of a request besides the cookies. */
export interface Ask {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const SCRIPT = { 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' };

/** A browser of one person: cookies, redirects, XSRF tokens and websockets, against one origin. */
export class Person {
  readonly email: string;
  readonly #origin: string;
  /** Headers that this browser adds to every request, like a forger. */
  readonly #headers: Readonly<Record<string, string>>;
  /** Local address from which it connects; undefined: the system chooses. */
  readonly #source: string | undefined;
  readonly #cookies = new Map<string, { path: string; name: string; value: string }>();

  constructor(email: string, origin: string, headers: Readonly<Record<string, string>> = {}, source?: string) {
    this.email = email;
    this.#origin = origin;
    this.#headers = headers;
    this.#source = source;
  }

  /** The same cookies at another origin, with other headers or from another address: a stolen session. */
  at(origin: string, headers: Readonly<Record<string, string>> = {}, source?: string): Person {
    const other = new Person(this.email, origin, headers, source);
    for (const [key, cookie] of this.#cookies) other.#cookies.set(key, cookie);
    return other;
  }

  /** Path of this person's notebook server, spelled as in the hub's links, because Jupyter treats `%40` as another path. */
  get server(): string {
    return `/user/${encodeURIComponent(this.email).replaceAll('%40', '@')}`;
  }

  /** Opens a page and follows redirects like a browser. */
  async open(path: string, ask: Ask = {}): Promise<Page> {
    let url = new URL(path, this.#origin);
    let now = ask;
    for (let hop = 0; hop < 20; hop += 1) {
      const body = now.body === undefined ? undefined : JSON.stringify(now.body);
      const answer = await send(url, now.method ?? 'GET', this.#source, body, {
        accept: 'text/html,application/json',
        // Browsers send these when they open a page. JupyterHub requires an XSRF token for all other requests.
        'sec-fetch-mode': 'navigate',
        'sec-fetch-dest': 'document',
        'sec-fetch-site': 'same-origin',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        cookie: this.#cookieHeader(url),
        ...this.#headers,
        ...now.headers,
      });
      this.#store(answer, url);
      const { location } = answer.headers;
      if (answer.status < 300 || answer.status >= 400 || location === undefined) {
        return { status: answer.status, url: url.href, text: answer.text };
      }
      const next = new URL(location, url);
      // The hub may use its public host name, which only IAP's listener answers here.
      url = new URL(next.pathname + next.search, this.#origin);
      now = now.headers ? { headers: now.headers } : {};
    }
    throw new Error(`${this.email}: ${path} redirects without end`);
  }

  /** Calls the hub's API like its pages, with cookies and XSRF token. */
  async api(path: string, ask: Ask = {}): Promise<Page> {
    return this.open(`/hub/api${path}`, {
      ...ask,
      headers: {
        ...SCRIPT,
        'x-xsrftoken': this.#cookie('_xsrf', '/hub/'),
        referer: `${this.#origin}/hub/home`,
        ...ask.headers,
      },
    });
  }

  /** Calls the person's notebook server like its pages. */
  async notebook(path: string, ask: Ask = {}): Promise<Page> {
    return this.open(`${this.server}${path}`, {
      ...ask,
      headers: { ...SCRIPT, 'x-xsrftoken': this.#cookie('_xsrf', `${this.server}/`), ...ask.headers },
    });
  }

  /** Starts the person's server and waits until it answers; `limit` in milliseconds. */
  async startServer(options: Readonly<Record<string, unknown>> = {}, limit = 120_000): Promise<void> {
    await this.open('/hub/home');
    const asked = await this.api(`/users/${encodeURIComponent(this.email)}/server`, { method: 'POST', body: options });
    if (asked.status >= 300)
      throw new Error(`The hub refuses a server to ${this.email}: ${asked.status} ${asked.text}`);
    const end = Date.now() + limit;
    for (;;) {
      const model = await this.api(`/users/${encodeURIComponent(this.email)}`);
      if (model.status === 200 && (JSON.parse(model.text) as { server?: string | null }).server) break;
      if (Date.now() > end) throw new Error(`The server of ${this.email} did not start: ${model.status} ${model.text}`);
      await sleep(500);
    }
    // This goes through the hub's sign-in for the server. Its API would only refuse.
    await this.open(`${this.server}/files/none.txt`);
    const page = await this.notebook('/api/status');
    if (page.status !== 200) throw new Error(`The notebook of ${this.email} answers ${page.status}: ${page.text}`);
  }

  /** Opens a websocket to the notebook server; `closed` resolves with its close code. */
  async websocket(path = '/api/events/subscribe'): Promise<{ readonly closed: Promise<number>; end(): void }> {
    const url = new URL(`${this.server}${path}`, this.#origin);
    const socket = new WebSocket(url.href.replace(/^http/, 'ws'), {
      headers: { cookie: this.#cookieHeader(url), origin: this.#origin, ...this.#headers },
    });
    const closed = new Promise<number>((resolve) => socket.on('close', (code) => resolve(code)));
    await new Promise<void>((resolve, reject) => {
      socket.on('open', () => resolve());
      socket.on('error', reject);
      socket.on('unexpected-response', (_, answer) => reject(new Error(`websocket refused: ${answer.statusCode}`)));
    });
    socket.on('error', () => {});
    return { closed, end: () => socket.terminate() };
  }

  #store(answer: Answer, url: URL): void {
    for (const line of answer.headers['set-cookie'] ?? []) {
      const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
      const name = pair.slice(0, pair.indexOf('='));
      const value = pair.slice(pair.indexOf('=') + 1);
      const given = attributes.find((attribute) => /^path=/i.test(attribute))?.slice(5);
      const path = given || url.pathname.replace(/\/[^/]*$/, '') || '/';
      const gone = attributes.some((attribute) => /^max-age=0$/i.test(attribute) || isPast(attribute));
      if (gone) this.#cookies.delete(`${path} ${name}`);
      else this.#cookies.set(`${path} ${name}`, { path, name, value });
    }
  }

  #matching(pathname: string): { path: string; name: string; value: string }[] {
    return [...this.#cookies.values()]
      .filter(({ path }) => pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`))
      .sort((a, b) => b.path.length - a.path.length);
  }

  #cookieHeader(url: URL): string {
    return this.#matching(url.pathname)
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
  }

  #cookie(name: string, pathname: string): string {
    return (
      this.#matching(pathname)
        .find((cookie) => cookie.name === name)
        ?.value.replace(/^"|"$/g, '') ?? ''
    );
  }
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** One request. Node's fetch does not work here: it overwrites `sec-fetch-mode`, which a browser sets for page loads. */
function send(
  url: URL,
  method: string,
  source: string | undefined,
  body: string | undefined,
  headers: OutgoingHttpHeaders,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers, localAddress: source, timeout: 60_000 }, (incoming) => {
      let text = '';
      incoming.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text }));
      incoming.on('error', reject);
    });
    outgoing.on('timeout', () => outgoing.destroy(new Error(`no answer to ${method} ${url.pathname}`)));
    outgoing.on('error', reject).end(body);
  });
}

function isPast(attribute: string): boolean {
  return /^expires=/i.test(attribute) && Date.parse(attribute.slice(8)) < Date.now();
}
