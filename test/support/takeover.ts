import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer as createPlainServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import type { Page } from 'puppeteer-core';
import { withChromium } from '../../sandbox/src/browser/chromium.js';
import { Authority } from '../../sandbox/src/kubernetes/pki.js';
import { repoPath } from '../../sandbox/src/paths.js';
import { ensureTools } from '../../sandbox/src/tools/toolbox.js';
import { errorMessage, ToolError } from '../../src/errors.js';

export const ROOT = 'root@acme.dev';
export const BOSS = 'boss@acme.dev';

export interface Start {
  readonly url: string;
  readonly evil: string;
  readonly server: string;
  /** A third person's server, which a full administrator may open. */
  readonly other: string;
  readonly secret: string;
  readonly assertions: Readonly<Record<string, string>>;
}
export interface Attack {
  /** What each attack of the page got; undefined where the page did not run. */
  readonly results: Readonly<Record<string, string>> | undefined;
  readonly text: string;
  /** What the person sees of the hub after the attack. */
  readonly after: string;
}
export interface End {
  readonly files: readonly string[];
  readonly tokens: readonly string[];
}
export type Played = readonly [Start, Record<string, Attack>, End];

/** How the attacked hub is set up. */
export interface Setting {
  /** `bare`: servers without a gate. */
  readonly mode: 'gate' | 'bare';
  readonly subdomains?: true;
  /** What a person does before they follow the link. */
  readonly before?: (tab: Page, person: string, start: Start, origin: string) => Promise<void>;
}

// Chromium takes every name below localhost for this machine, and two of them for different hosts of one site.
const HUB = 'hub.localhost';

/** Runs `work` with the programs of the attack, or says which one is missing here. */
export async function withPrograms<T>(work: (python: string, proxy: string) => Promise<T>): Promise<T | string> {
  try {
    const tools = await ensureTools(['python', 'configurable-http-proxy'], { log: console.log });
    await withChromium(console.log, async () => {});
    return await work(tools.path('python'), tools.path('configurable-http-proxy'));
  } catch (error) {
    // Only a missing program is a reason to skip: what goes wrong in the attack is a failure.
    if (error instanceof ToolError) return errorMessage(error);
    throw error;
  }
}

/** Follows EVE's link as each person in a browser of their own. */
export async function play(setting: Setting, python: string, proxy: string): Promise<Played> {
  const iap = await startIap(setting.subdomains === true);
  const env = {
    ...process.env,
    PYTHONPATH: [repoPath('helm', 'hub'), process.env.PYTHONPATH].filter(Boolean).join(':'),
    CONFIGURABLE_HTTP_PROXY: proxy,
    ...(setting.subdomains ? { TEST_SUBDOMAINS: iap.origin } : {}),
  };
  const child = spawn(python, [repoPath('test', 'python', 'attack_world.py'), setting.mode], {
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async <T>(): Promise<T> => JSON.parse((await lines.next()).value ?? '{}') as T;
  try {
    const start = await next<Start>();
    const attacks: Record<string, Attack> = {};
    for (const person of [BOSS, ROOT]) {
      iap.admit(start.url, start.assertions[person] ?? '');
      attacks[person] = await follow(start, person, iap.origin, setting);
    }
    child.stdin.end();
    return [start, attacks, await next<End>()];
  } finally {
    child.stdin.destroy();
    iap.stop();
    if (child.exitCode === null) await once(child, 'exit');
  }
}

/** A person signs in to the hub and to their own server, and then follows the link. */
async function follow(start: Start, person: string, origin: string, setting: Setting): Promise<Attack> {
  const at = (path: string): string => new URL(path, origin).href;
  const hub = setting.subdomains ? origin : '';
  return await withChromium(
    console.log,
    (browser) =>
      browser.withTab(async (tab) => {
        await tab.goto(at('/hub/home'));
        await setting.before?.(tab, person, start, origin);
        // The page of a server, even this one, leaves the server's XSRF cookie.
        if (person === ROOT) {
          await tab.goto(at(`${start.server}nothing-here`));
          await tab.goto(at(`${start.other}nothing-here`));
          await Promise.all([tab.waitForNavigation(), tab.click('form [type=submit]')]);
        }
        const told = [start.server, person, start.other, hub].map(encodeURIComponent).join(';');
        await tab.goto(at(`${start.evil}evil/page#${told}`));
        const runs = (await tab.title()) === 'attack';
        if (runs) await tab.waitForFunction('window.results', { timeout: 120_000 });
        const results = runs ? await tab.evaluate<[], () => Attack['results']>('window.results' as never) : undefined;
        const text = await tab.content();
        await tab.goto(at('/hub/home'));
        return { results, text, after: await tab.content() };
      }),
    setting.subdomains ? ['--ignore-certificate-errors'] : [],
  );
}

interface Iap {
  readonly origin: string;
  /** From now on, requests go to `url` with this assertion. */
  admit(url: string, assertion: string): void;
  stop(): void;
}

/** Adds a person's assertion to each request, as IAP does; with subdomains, behind TLS as the load balancer has it. */
async function startIap(subdomains: boolean): Promise<Iap> {
  let [url, assertion] = ['', ''];
  const answer = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const proto = subdomains ? { 'x-forwarded-proto': 'https' } : {};
    const headers = { ...incoming.headers, ...proto, 'x-goog-iap-jwt-assertion': assertion };
    const passed = request(url + (incoming.url ?? ''), { method: incoming.method, headers }, (reply) => {
      outgoing.writeHead(reply.statusCode ?? 502, reply.rawHeaders);
      reply.pipe(outgoing);
    });
    passed.on('error', () => outgoing.destroy());
    incoming.pipe(passed);
  };
  const server = subdomains
    ? createServer(new Authority('test').issue({ name: HUB, hosts: [HUB, `*.${HUB}`] }), answer)
    : createPlainServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address() as AddressInfo;
  return {
    origin: subdomains ? `https://${HUB}:${port}` : `http://127.0.0.1:${port}`,
    admit(to, whose) {
      [url, assertion] = [to, whose];
    },
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Names of the attacks that got a token or the visitor's secret. */
export function stolen([{ secret }, attacks]: Played, person: string): readonly string[] {
  const results = attacks[person]?.results ?? {};
  return Object.keys(results).filter(
    (name) => /^minted: .*"token": ?"/.test(results[name] ?? '') || results[name]?.includes(secret),
  );
}
