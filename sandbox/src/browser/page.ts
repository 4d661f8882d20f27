import type { Files } from './fonts.js';
import type { Json, Pipe } from './pipe.js';

/** What a page is, and how it is looked at. */
export interface PageOptions {
  readonly html: string;
  /** What the page may load besides, by path. Everything else is refused and noted: nothing reaches a network. */
  readonly files?: Files;
  /** Content-Security-Policy that the page comes with. */
  readonly policy?: string;
  /** Width in CSS pixels. */
  readonly width: number;
  readonly scheme?: 'light' | 'dark';
}

/** What a page did that a page of mere text does not. */
export interface Deeds {
  /** Addresses that it asked for, besides its own files. */
  readonly requests: string[];
  /** Scripts that were compiled, by their first characters. */
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
export async function openPage<T>(pipe: Pipe, options: PageOptions, work: (page: Page) => Promise<T>): Promise<T> {
  const { targetId } = await pipe.call('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await pipe.call('Target.attachToTarget', { targetId, flatten: true });
  const call = (method: string, params?: Json): Promise<Json> => pipe.call(method, params, String(sessionId));
  const deeds: Deeds = { requests: [], scripts: [], dialogs: [], refused: [] };
  const loaded = new Promise<void>((resolve) => {
    pipe.listen(String(sessionId), (method, params) => {
      if (method === 'Page.loadEventFired') return resolve();
      // A page that goes away while it is answered has no need of the answer.
      void hear(method, params, { options, deeds, call }).catch(() => undefined);
    });
  });
  try {
    for (const domain of ['Page', 'Runtime', 'Log', 'Debugger']) await call(`${domain}.enable`);
    await call('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
    await call('Emulation.setDeviceMetricsOverride', {
      width: options.width,
      height: 800,
      deviceScaleFactor: 2,
      mobile: false,
    });
    const scheme = { name: 'prefers-color-scheme', value: options.scheme ?? 'light' };
    await call('Emulation.setEmulatedMedia', { features: [scheme] });
    await call('Page.navigate', { url: HOME });
    await loaded;
    const page: Page = {
      deeds,
      evaluate: async <V>(expression: string) => (await evaluate(call, expression)) as V,
      picture: (selector) => picture(call, selector),
    };
    await page.evaluate('document.fonts.ready.then(() => true)');
    return await work(page);
  } finally {
    await pipe.call('Target.closeTarget', { targetId }).catch(() => undefined);
  }
}

interface Hearing {
  readonly options: PageOptions;
  readonly deeds: Deeds;
  readonly call: (method: string, params?: Json) => Promise<Json>;
}

async function hear(method: string, params: Json, { options, deeds, call }: Hearing): Promise<void> {
  if (method === 'Fetch.requestPaused') {
    const { url } = params.request as { url: string };
    const { requestId } = params;
    const answer = answerOf(url, options);
    if (answer !== undefined) return void (await call('Fetch.fulfillRequest', { requestId, ...answer }));
    deeds.requests.push(url);
    await call('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
  } else if (method === 'Page.javascriptDialogOpening') {
    deeds.dialogs.push(String(params.message));
    await call('Page.handleJavaScriptDialog', { accept: false });
  } else if (method === 'Debugger.scriptParsed') {
    // Ours have no address: `evaluate` gives them none.
    if (params.url !== '' || params.hasSourceURL === true) deeds.scripts.push(`${params.url}:${params.startLine}`);
  } else if (method === 'Log.entryAdded') {
    const { source, text } = params.entry as { source: string; text: string };
    if (source === 'security') deeds.refused.push(text);
  }
}

function answerOf(url: string, { html, files, policy }: PageOptions): Json | undefined {
  const headers = (type: string): Json[] => [{ name: 'content-type', value: type }];
  if (url === HOME) {
    const own = policy === undefined ? [] : [{ name: 'content-security-policy', value: policy }];
    const responseHeaders = [...headers('text/html; charset=utf-8'), ...own];
    return { responseCode: 200, responseHeaders, body: Buffer.from(html).toString('base64') };
  }
  const file = url.startsWith(HOME) ? files?.get(new URL(url).pathname) : undefined;
  if (file === undefined) return undefined;
  return { responseCode: 200, responseHeaders: headers('font/woff2'), body: file().toString('base64') };
}

async function evaluate(call: Hearing['call'], expression: string): Promise<unknown> {
  const answer = await call('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true });
  const { exceptionDetails, result } = answer as {
    exceptionDetails?: { text: string; exception?: { description?: string } };
    result: { value?: unknown };
  };
  if (exceptionDetails === undefined) return result.value;
  throw new Error(`In the page: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
}

async function picture(call: Hearing['call'], selector: string): Promise<Buffer> {
  const box = `(({ x, y, width, height }) => ({ x, y, width, height }))(document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect())`;
  const clip = (await evaluate(call, box)) as { x: number; y: number; width: number; height: number };
  // What is around rounded corners shows the page that the picture stands in.
  await call('Emulation.setDefaultBackgroundColorOverride', { color: { r: 0, g: 0, b: 0, a: 0 } });
  const shot = await call('Page.captureScreenshot', {
    format: 'png',
    captureBeyondViewport: true,
    clip: { ...clip, scale: 1 },
  });
  return Buffer.from(String(shot.data), 'base64');
}
