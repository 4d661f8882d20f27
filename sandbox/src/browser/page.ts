import type { CDPSession, Browser as Chromium, HTTPRequest, Page as Tab } from 'puppeteer-core';
import type { Files } from './fonts.js';

/** What a page is, and how it is looked at. */
export interface PageOptions {
  readonly html: string;
  /** What the page may load besides, by path. Everything else is refused and noted: nothing reaches a network. */
  readonly files?: Files;
  /** Content-Security-Policy that the page comes with. */
  readonly policy?: string;
  /** Width in CSS pixels. */
  readonly width: number;
  /** Height in CSS pixels, 800 unless it is given. */
  readonly height?: number;
  readonly scheme?: 'light' | 'dark';
}

/** What a page did that a page of mere text does not. */
export interface Deeds {
  /** Addresses that it asked for, besides its own files. */
  readonly requests: string[];
  /** Scripts that were compiled, by address and first line. */
  readonly scripts: string[];
  readonly dialogs: string[];
  /** What its policy refused, in Chromium's words. */
  readonly refused: string[];
}

/** An open page. */
export interface Page {
  readonly deeds: Deeds;
  /** Value of an expression in the page. */
  readonly evaluate: <T>(expression: string) => Promise<T>;
  /** PNG of the first element that a selector finds, at two pixels for each of CSS. */
  readonly picture: (selector: string) => Promise<Buffer>;
}

// Reserved by RFC 2606. The page comes from us, whatever its address.
const HOME = 'https://page.example/';

/** Opens a page that cannot load anything but what is given, gives it to `work` and closes it. */
export async function openPage<T>(
  browser: Chromium,
  options: PageOptions,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const tab = await browser.newPage();
  try {
    const session = await tab.createCDPSession();
    const deeds = await watch(tab, session, options);
    await tab.setViewport({ width: options.width, height: options.height ?? 800, deviceScaleFactor: 2 });
    await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: options.scheme ?? 'light' }]);
    await tab.goto(HOME, { waitUntil: 'load' });
    const page: Page = {
      deeds,
      evaluate: async <V>(expression: string) => (await evaluate(session, expression)) as V,
      picture: (selector) => picture(tab, selector),
    };
    await page.evaluate('document.fonts.ready.then(() => true)');
    return await work(page);
  } finally {
    await tab.close({ runBeforeUnload: false });
  }
}

/** Answers the page's requests from `options` alone, and notes what else the page does. */
async function watch(tab: Tab, session: CDPSession, options: PageOptions): Promise<Deeds> {
  const deeds: Deeds = { requests: [], scripts: [], dialogs: [], refused: [] };
  session.on('Debugger.scriptParsed', ({ url, hasSourceURL, startLine, executionContextAuxData }) => {
    // puppeteer's own scripts run in a world of their own; what `evaluate` compiles has no address.
    const isOfPage = (executionContextAuxData as { type?: string } | undefined)?.type === 'default';
    if (isOfPage && (url !== '' || hasSourceURL === true)) deeds.scripts.push(`${url}:${startLine}`);
  });
  session.on('Log.entryAdded', ({ entry }) => {
    if (entry.source === 'security') deeds.refused.push(entry.text);
  });
  for (const domain of ['Log.enable', 'Debugger.enable'] as const) await session.send(domain);
  tab.on('dialog', (dialog) => {
    deeds.dialogs.push(dialog.message());
    // A page that goes away meanwhile needs no answer.
    void dialog.dismiss().catch(() => undefined);
  });
  tab.on('request', (request) => void answer(request, options, deeds).catch(() => undefined));
  await tab.setRequestInterception(true);
  return deeds;
}

async function answer(request: HTTPRequest, { html, files, policy }: PageOptions, deeds: Deeds): Promise<void> {
  const url = request.url();
  if (url === HOME) {
    const headers = policy === undefined ? {} : { 'content-security-policy': policy };
    return request.respond({ status: 200, headers, contentType: 'text/html; charset=utf-8', body: html });
  }
  const file = url.startsWith(HOME) ? files?.get(new URL(url).pathname) : undefined;
  if (file !== undefined) return request.respond({ status: 200, contentType: 'font/woff2', body: file() });
  deeds.requests.push(url);
  return request.abort('blockedbyclient');
}

/** Evaluates without a source address, unlike puppeteer's own `evaluate`, so that no foreign script can hide behind ours. */
async function evaluate(session: CDPSession, expression: string): Promise<unknown> {
  const { exceptionDetails, result } = await session.send('Runtime.evaluate', {
    expression,
    returnByValue: true,
    awaitPromise: true,
  });
  if (exceptionDetails === undefined) return result.value;
  throw new Error(`In the page: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
}

async function picture(tab: Tab, selector: string): Promise<Buffer> {
  const element = await tab.$(selector);
  if (element === null) throw new Error(`Nothing in the page is ${selector}`);
  // Around rounded corners the picture is clear and shows what it stands on.
  return Buffer.from(await element.screenshot({ type: 'png', omitBackground: true }));
}
