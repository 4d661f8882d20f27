import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import type { Browser as Chromium, Page as Tab } from 'puppeteer-core';
import { errorMessage } from '../../../src/errors.js';
import { bareEnvironment } from '../../../src/system/environment.js';
import type { Log } from '../log.js';
import { must, type PinnedPackage, packageFolder, Unavailable } from './packages.js';
import { openPage, type Page, type PageOptions } from './page.js';

/** A Chromium without a window, and the libraries that bare machines lack. */
const CHROMIUM: PinnedPackage = {
  name: '@sparticuz/chromium',
  version: '153.0.0',
  integrity: 'sha512-jiGWqSvPMdu4+P9TilYqAR7yEGPEHINx+lCvE/NqNO/EHYzF/x1hUiI5T6ioVIt7dEy7n88byyT0vk+dnsgQwA==',
  megabytes: 70,
  finish: unfold,
};

/** Milliseconds for Chromium to answer a call. */
const ANSWER_LIMIT = 30_000;

const FLAGS = [
  // It runs as root in containers, where it has no sandbox of its own. No page reaches a network: see page.ts.
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  '--hide-scrollbars',
  // A page that opens windows by itself is what some tests are about.
  '--disable-popup-blocking',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
];

/** A running Chromium. */
export interface Browser {
  /** Opens a page that reaches servers of this machine, gives it to `work` and closes it with its windows. */
  readonly withTab: <T>(work: (tab: Tab) => Promise<T>) => Promise<T>;
  /** Opens a page, gives it to `work` and closes it. */
  readonly withPage: <T>(options: PageOptions, work: (page: Page) => Promise<T>) => Promise<T>;
}

/**
 * Starts Chromium, fetched at first use, and ends it after `work`. Throws Unavailable where there is none for this
 * machine. `flags`: more of Chromium's own.
 */
export async function withChromium<T>(
  log: Log,
  work: (browser: Browser) => Promise<T>,
  flags: readonly string[] = [],
): Promise<T> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Unavailable(`There is no Chromium for ${process.platform} ${process.arch}`, {
      hint: 'The package that brings it is for Linux on x86-64. Use such a machine or container.',
    });
  }
  const folder = await packageFolder(CHROMIUM, log);
  const { launch } = await import('puppeteer-core');
  const browser = await launch({
    executablePath: join(folder, 'chromium'),
    pipe: true,
    args: [...FLAGS, ...flags],
    env: { ...bareEnvironment(process.env), LD_LIBRARY_PATH: join(folder, 'lib') },
    protocolTimeout: ANSWER_LIMIT,
  }).catch((cause: unknown) => {
    throw new Unavailable(`Chromium does not start here (${errorMessage(cause)})`, { where: folder, cause });
  });
  try {
    return await work({
      withPage: (options, use) => openPage(browser, options, use),
      withTab: (use) => openTab(browser, use),
    });
  } finally {
    await browser.close();
  }
}

/** A browser session of its own: no other page shares its cookies. */
async function openTab<T>(browser: Chromium, work: (tab: Tab) => Promise<T>): Promise<T> {
  const session = await browser.createBrowserContext();
  try {
    return await work(await session.newPage());
  } finally {
    await session.close();
  }
}

/** The package brings program and libraries compressed, for the space of a cloud function. */
async function unfold(folder: string): Promise<void> {
  const unpack = async (name: string): Promise<Buffer> =>
    promisify(brotliDecompress)(readFileSync(join(folder, 'bin', `${name}.br`)));
  writeFileSync(join(folder, 'chromium'), await unpack('chromium'));
  chmodSync(join(folder, 'chromium'), 0o755);
  const libraries = join(folder, 'libraries.tar');
  writeFileSync(libraries, await unpack('al2023.tar'));
  await must('tar', ['-xf', libraries, '--no-same-owner', '-C', folder]);
  rmSync(libraries);
  rmSync(join(folder, 'bin'), { recursive: true });
}
