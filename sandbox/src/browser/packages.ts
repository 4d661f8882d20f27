import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ToolError } from '../../../src/errors.js';
import { run } from '../../../src/system/exec.js';
import type { Log } from '../log.js';
import { cacheDir, withLock } from '../tools/cache.js';

/** A package of npm that only a browser needs: kept in the cache of tools, so that `npm ci` does not bring it to everybody. */
export interface PinnedPackage {
  readonly name: string;
  readonly version: string;
  /** The registry's sum of the archive, as in a lock file. */
  readonly integrity: string;
  readonly megabytes: number;
  /** Ends what the archive does not bring ready, in the folder of the package. */
  readonly finish?: (folder: string) => Promise<void>;
}

/** There is no browser to be had here, which is no fault of what it would show. */
export class Unavailable extends ToolError {}

/** What could not be fetched in this process; a registry that is closed is not asked again. */
const missing = new Map<string, Unavailable>();

/** Milliseconds for one archive. */
const LIMIT = 300_000;

/**
 * Folder with the files of a package, fetched by npm at first use. Throws Unavailable when it is not to be had, and another
 * error when it is not what was pinned.
 */
export async function packageFolder(pinned: PinnedPackage, log: Log): Promise<string> {
  const { name, version, megabytes, finish } = pinned;
  const parent = join(cacheDir(), 'browser');
  const folder = join(parent, `${name.replace(/^@/, '').replace('/', '-')}-${version}`);
  if (existsSync(folder)) return folder;
  return withLock(`${folder}.lock`, log, async () => {
    if (existsSync(folder)) return folder;
    log(`${name} ${version}: fetching about ${megabytes} MB once, kept in ${parent}`);
    mkdirSync(parent, { recursive: true });
    const part = mkdtempSync(join(parent, '.part-'));
    try {
      const archive = await pack(pinned, part);
      const files = join(part, 'files');
      mkdirSync(files);
      await must('tar', ['-xzf', archive, '--strip-components=1', '--no-same-owner', '-C', files]);
      await finish?.(files);
      renameSync(files, folder); // whole or not there
      return folder;
    } finally {
      rmSync(part, { recursive: true, force: true });
    }
  });
}

/** Downloads the archive by npm, which knows the registry to ask, and checks its sum. */
async function pack({ name, version, integrity }: PinnedPackage, folder: string): Promise<string> {
  const known = missing.get(name);
  if (known !== undefined) throw known;
  const flags = ['--loglevel=error', '--ignore-scripts', '--fetch-retries=1', '--fetch-retry-mintimeout=1000'];
  await must('npm', ['pack', `${name}@${version}`, ...flags, '--pack-destination', folder]).catch((error) => {
    if (error instanceof Unavailable) missing.set(name, error);
    throw error;
  });
  const archive = join(folder, readdirSync(folder).find((file) => file.endsWith('.tgz')) ?? 'none.tgz');
  const actual = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (actual === integrity) return archive;
  throw new ToolError(`The archive of ${name} ${version} has the sum ${actual}, but ${integrity} is pinned`, {
    where: 'sandbox/src/browser/packages.ts',
    hint: 'The registry gave another file. Do not use it before you know why.',
  });
}

/** Runs a program that has to end well. */
export async function must(program: string, args: readonly string[]): Promise<void> {
  const { code, stderr, timedOut } = await run(program, args, { timeout: LIMIT });
  if (code === 0) return;
  const said = timedOut ? `no end after ${LIMIT / 1000} s` : (stderr.trim().split('\n')[0] ?? '');
  throw new Unavailable(`${program} ${args.slice(0, 2).join(' ')} failed: ${said}`, {
    hint: 'It needs npm, tar and the package registry that npm is set to use; run it again when they are there.',
  });
}
