import { request } from 'node:http';

/** Final answer, after redirects. */
export interface HostPage {
  readonly status: number;
  readonly url: string;
  readonly text: string;
}

interface Cookie {
  readonly host: string;
  readonly below: boolean;
  readonly path: string;
  readonly name: string;
  readonly value: string;
}

/**
 * A browser of one person that knows several hosts. All of them lead to IAP's listener, as wildcard DNS and the end of TLS
 * at the load balancer do. Unlike a browser it goes by IAP's sign-in once for all hosts.
 */
export class HostBrowser {
  readonly #listener: string;
  #cookies: readonly Cookie[] = [];
  #iap = '';

  /** @param listener address of the stand-in of IAP */
  constructor(listener: string) {
    this.#listener = listener;
  }

  async signIn(signInUrl: string): Promise<this> {
    const { headers } = await fetch(signInUrl, { redirect: 'manual' });
    this.#iap = headers.getSetCookie()[0]?.split(';')[0] ?? '';
    return this;
  }

  /** Opens a page, or calls an API like a page's script where `xsrf` names the path of the token's cookie. */
  async open(address: string, ask: { method?: string; xsrf?: string } = {}): Promise<HostPage> {
    let [url, method] = [new URL(address), ask.method ?? 'GET'];
    for (let hop = 0; hop < 20; hop += 1) {
      const token = this.#matching(url).find(({ name, path }) => name === '_xsrf' && path === ask.xsrf)?.value ?? '';
      const mode = ask.xsrf === undefined ? 'navigate' : 'cors';
      const answer = await this.#send(url, method, {
        accept: ask.xsrf === undefined ? 'text/html' : 'application/json',
        'sec-fetch-mode': mode,
        'sec-fetch-dest': mode === 'cors' ? 'empty' : 'document',
        'sec-fetch-site': 'same-origin',
        referer: `${url.origin}/hub/home`,
        ...(ask.xsrf === undefined ? {} : { 'x-xsrftoken': token.replace(/^"|"$/g, '') }),
      });
      const { location } = answer.headers;
      if (answer.status < 300 || answer.status >= 400 || location === undefined) return { ...answer, url: url.href };
      [url, method] = [new URL(location, url), 'GET'];
    }
    throw new Error(`${address} redirects without end`);
  }

  #matching(url: URL): readonly Cookie[] {
    return this.#cookies.filter(
      ({ host, below, path }) =>
        (url.hostname === host || (below && url.hostname.endsWith(`.${host}`))) && url.pathname.startsWith(path),
    );
  }

  #send(url: URL, method: string, more: Readonly<Record<string, string>>) {
    const own = this.#matching(url).map(({ name, value }) => `${name}=${value}`);
    const headers = { host: url.host, cookie: [this.#iap, ...own].join('; '), ...more };
    return new Promise<{ status: number; headers: { location?: string | undefined }; text: string }>(
      (resolve, reject) => {
        const to = new URL(url.pathname + url.search, this.#listener);
        const outgoing = request(to, { method, headers, timeout: 60_000 }, (incoming) => {
          let text = '';
          for (const line of incoming.headers['set-cookie'] ?? []) this.#store(line, url.hostname);
          incoming.setEncoding('utf8').on('data', (chunk: string) => {
            text += chunk;
          });
          incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text }));
        });
        outgoing.on('timeout', () => outgoing.destroy(new Error(`no answer to ${method} ${url.href}`)));
        outgoing.on('error', reject).end(method === 'POST' ? '{}' : undefined);
      },
    );
  }

  #store(line: string, from: string): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const given = (what: string): string | undefined =>
      attributes.find((one) => one.toLowerCase().startsWith(`${what}=`))?.slice(what.length + 1);
    const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    const domain = given('domain')?.replace(/^\./, '');
    // A browser refuses these.
    if (name.startsWith('__Host-') && (domain !== undefined || given('path') !== '/')) return;
    const made = { host: domain ?? from, below: domain !== undefined, path: given('path') ?? '/', name, value };
    const others = this.#cookies.filter((one) => one.host !== made.host || one.path !== made.path || one.name !== name);
    this.#cookies = value === '' || value === '""' ? others : [made, ...others];
  }
}
