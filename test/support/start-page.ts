import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import type { Duplex } from 'node:stream';
import type { Page } from 'puppeteer-core';
import { withChromium } from '../../sandbox/src/browser/chromium.js';
import { sampleStartPage } from '../../sandbox/src/browser/start-page.js';
import { repoPath } from '../../sandbox/src/paths.js';
import { withPrograms } from './takeover.js';

export const ADA = 'ada@acme.dev';
export const BOB = 'bob@acme.dev';
/** On no list. */
export const EVE = 'eve@acme.dev';

/** The real hub with the sample's profiles, behind a stand-in for IAP. */
export interface Hub {
  readonly origin: string;
  /** Folder of the files that tell the spawner what happens in its cluster. */
  readonly folder: string;
  /** Runs `work` in a browser of this person. Notes every address that it asks for. */
  readonly as: <T>(
    person: string,
    work: (tab: Page, asked: readonly string[]) => Promise<T>,
    look?: Looks,
  ) => Promise<T>;
  readonly stop: () => Promise<void>;
}

/** How a page is looked at. */
export interface Looks {
  readonly width?: number;
  readonly scheme?: 'light' | 'dark';
  readonly script?: boolean;
  readonly isStill?: boolean;
}

/** Starts the hub, or says which program is missing here. */
export function startHub(): Promise<Hub | string> {
  return withPrograms(async (python, proxy) => {
    const env = {
      ...process.env,
      PYTHONPATH: [repoPath('helm', 'hub'), process.env.PYTHONPATH].filter(Boolean).join(':'),
      CONFIGURABLE_HTTP_PROXY: proxy,
    };
    const child = spawn(python, [repoPath('test', 'python', 'page_world.py')], {
      env,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    child.stdin.write(`${JSON.stringify(await sampleStartPage())}\n`);
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const told = JSON.parse((await lines.next()).value ?? '{}') as {
      readonly url: string;
      readonly folder: string;
      readonly assertions: Readonly<Record<string, string>>;
    };
    const iap = await startIap(told.url);
    return {
      origin: iap.origin,
      folder: told.folder,
      as: (person, work, look = {}) => {
        iap.admit(told.assertions[person] ?? '');
        return withChromium(console.log, ({ withTab }) => withTab((tab) => watched(tab, look, work)));
      },
      stop: async () => {
        child.stdin.end();
        iap.stop();
        if (child.exitCode === null) await once(child, 'exit');
      },
    };
  });
}

async function watched<T>(
  tab: Page,
  { width = 1000, scheme = 'light', script = true, isStill = false }: Looks,
  work: (tab: Page, asked: readonly string[]) => Promise<T>,
): Promise<T> {
  const asked: string[] = [];
  tab.on('request', (one) => asked.push(one.url()));
  await tab.setViewport({ width, height: 800 });
  await tab.setJavaScriptEnabled(script);
  await tab.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'prefers-reduced-motion', value: isStill ? 'reduce' : 'no-preference' },
  ]);
  return work(tab, asked);
}

interface Iap {
  readonly origin: string;
  readonly admit: (assertion: string) => void;
  readonly stop: () => void;
}

/** Adds a person's assertion to each request and WebSocket, as IAP does. */
async function startIap(url: string): Promise<Iap> {
  let assertion = '';
  const signed = (headers: IncomingHttpHeaders) => ({ ...headers, 'x-goog-iap-jwt-assertion': assertion });
  const server = createServer((incoming: IncomingMessage, outgoing: ServerResponse) => {
    const { method, headers } = incoming;
    const passed = request(url + (incoming.url ?? ''), { method, headers: signed(headers) }, (reply) => {
      outgoing.writeHead(reply.statusCode ?? 502, reply.rawHeaders);
      // Events of a slow start come one by one.
      outgoing.flushHeaders();
      reply.pipe(outgoing);
    });
    passed.on('error', () => outgoing.destroy());
    outgoing.on('close', () => passed.destroy());
    incoming.pipe(passed);
  });
  server.on('upgrade', (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
    const passed = request(url + (incoming.url ?? ''), { headers: signed(incoming.headers) });
    passed.on('upgrade', (reply, behind, first) => {
      const pairs = Array.from({ length: reply.rawHeaders.length / 2 }, (_, index) =>
        reply.rawHeaders.slice(2 * index, 2 * index + 2).join(': '),
      );
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${pairs.join('\r\n')}\r\n\r\n`);
      behind.write(head);
      socket.write(first);
      behind.pipe(socket).pipe(behind);
      behind.on('error', () => socket.destroy());
      socket.on('error', () => behind.destroy());
    });
    passed.on('response', () => socket.destroy());
    passed.on('error', () => socket.destroy());
    passed.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    admit(whose) {
      assertion = whose;
    },
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The text of a page's main part, in one line. */
export async function mainText(tab: Page): Promise<string> {
  // As it is seen, without what is hidden.
  const text = (await tab.evaluate("document.querySelector('main').innerText")) as string;
  return text.replace(/\s+/g, ' ');
}

/**
 * Runs a cell in the server whose page is open, as a notebook does: a kernel by the server's API, and messages by its
 * WebSocket. The answer is the value of the cell's last line.
 */
export function runCell(tab: Page, server: string, code: string): Promise<string> {
  return tab.evaluate(
    `(${async (base: string, cell: string) => {
      const page = globalThis as unknown as {
        readonly document: { readonly cookie: string };
        readonly location: { readonly host: string };
        readonly WebSocket: new (
          url: string,
        ) => {
          onopen: () => void;
          onmessage: (event: { readonly data: string }) => void;
          onerror: () => void;
          send(text: string): void;
          close(): void;
        };
      };
      const token = /_xsrf=([^;]+)/.exec(page.document.cookie)?.[1] ?? '';
      const headers = { 'X-XSRFToken': token, 'Content-Type': 'application/json' };
      const made = await fetch(`${base}api/kernels`, { method: 'POST', headers, body: '{"name": "small"}' });
      if (made.status !== 201) throw new Error(`${made.status} ${await made.text()}`);
      const { id } = (await made.json()) as { readonly id: string };
      return new Promise<string>((resolve, reject) => {
        const socket = new page.WebSocket(`ws://${page.location.host}${base}api/kernels/${id}/channels`);
        const header = { msg_id: 'cell', msg_type: 'execute_request', username: '', session: 's', version: '5.3' };
        const content = { code: cell, silent: false, store_history: true, user_expressions: {}, allow_stdin: false };
        socket.onerror = () => reject(new Error('the WebSocket of the kernel failed'));
        socket.onopen = () =>
          socket.send(
            JSON.stringify({ header, parent_header: {}, metadata: {}, content, channel: 'shell', buffers: [] }),
          );
        socket.onmessage = ({ data }) => {
          const message = JSON.parse(data);
          if (message.parent_header?.msg_id !== 'cell' || message.msg_type !== 'execute_result') return;
          socket.close();
          resolve(message.content.data['text/plain']);
        };
      });
    }})(${JSON.stringify(server)}, ${JSON.stringify(code)})`,
  ) as Promise<string>;
}
