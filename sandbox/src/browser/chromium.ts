import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { bareEnvironment } from '../../../src/system/environment.js';
import type { Log } from '../log.js';
import { must, type PinnedPackage, packageFolder, Unavailable } from './packages.js';
import { openPage, type Page, type PageOptions } from './page.js';
import { Pipe } from './pipe.js';

/** A Chromium without a window, and the libraries that bare machines lack. */
const CHROMIUM: PinnedPackage = {
  name: '@sparticuz/chromium',
  version: '153.0.0',
  integrity: 'sha512-jiGWqSvPMdu4+P9TilYqAR7yEGPEHINx+lCvE/NqNO/EHYzF/x1hUiI5T6ioVIt7dEy7n88byyT0vk+dnsgQwA==',
  megabytes: 70,
  finish: unfold,
};

const FLAGS = [
  '--headless',
  '--remote-debugging-pipe',
  // It runs as root in containers, where it has no sandbox of its own. No page reaches a network: see page.ts.
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--hide-scrollbars',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--disable-background-networking',
  '--no-first-run',
];

/** A running Chromium. */
export interface Browser {
  /** Opens a page, gives it to `work` and closes it. */
  readonly withPage: <T>(options: PageOptions, work: (page: Page) => Promise<T>) => Promise<T>;
}

/** Fetches Chromium where it is not in the cache, starts it, and ends it after `work`. Throws Unavailable where there is none. */
export async function withChromium<T>(log: Log, work: (browser: Browser) => Promise<T>): Promise<T> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Unavailable(`There is no Chromium for ${process.platform} ${process.arch}`, {
      hint: 'The package that brings it is for Linux on x86-64. Use such a machine or container.',
    });
  }
  const folder = await packageFolder(CHROMIUM, log);
  const profile = mkdtempSync(join(tmpdir(), 'jupyterhub-gke-chromium-'));
  const child = spawn(join(folder, 'chromium'), [...FLAGS, `--user-data-dir=${profile}`], {
    env: { ...bareEnvironment(process.env), HOME: profile, LD_LIBRARY_PATH: join(folder, 'lib') },
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    detached: true, // a group, so that its helpers end with it
  });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const pipe = new Pipe(child.stdio[3] as Writable, child.stdio[4] as Readable);
  child.on('error', ({ message }) => pipe.close(message));
  try {
    await pipe.call('Browser.getVersion').catch((cause: Error) => {
      throw new Unavailable(`Chromium does not start here (${cause.message})`, { where: folder, cause });
    });
    return await work({ withPage: (options, use) => openPage(pipe, options, use) });
  } finally {
    if (child.pid !== undefined) endGroup(child.pid);
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

function endGroup(group: number): void {
  try {
    process.kill(-group, 'SIGKILL');
  } catch {
    // it has ended by itself
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
