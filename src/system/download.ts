import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { errorMessage, ToolError } from '../errors.js';
import type { DOWNLOADS, Release } from '../versions.js';
import { fileOfArchive } from './archive.js';
import { hideRunnerCommands } from './runner-commands.js';

/** Writes what is at an address to a new file. */
export type Download = (url: string, file: string) => Promise<unknown>;

/** What a download needs from outside; tests give their own `download`. */
interface DownloadOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly say: (line: string) => void;
  readonly tempDir: string;
  readonly signal?: AbortSignal | undefined;
  readonly download?: Download;
}

/** A program that PATH lacks. */
interface Wanted {
  readonly name: keyof typeof DOWNLOADS;
  readonly release: Release;
  /** Folder that keeps the archive between runs. */
  readonly cache: string;
  /** Where the program is put: a folder that only this run writes to. */
  readonly path: string;
}

/** Where a publisher has a release. */
interface Source {
  readonly base: string;
  readonly archive: string;
  readonly sums: string;
  /** Path of the program in the archive, or its end. */
  readonly file: string;
}

/** Bytes of a download, and of what it unpacks to: several times the size of terraform (90 MB) or helm (60 MB). */
const MAX_BYTES = 512 * 1024 * 1024;

/**
 * Puts a program at a path, from the cache or from its publisher. The cache keeps the archive, because the sums of archives
 * are known. It is hashed before each use and unpacked into a folder of this run. So it does not matter who else can write
 * to the cache: an earlier job of the machine, or a pull request whose workflow saves caches.
 *
 * @actions/tool-cache downloads, with its retries and proxies. Three things it cannot do: it checks no sum; it unpacks with
 * the tar and unzip of the machine, which know no limit; and its cache empties a folder before it fills it, under the hands
 * of another run.
 */
export async function obtainProgram(wanted: Wanted, options: DownloadOptions): Promise<'cache' | 'download'> {
  const { name, release, cache, path } = wanted;
  if (process.platform === 'win32') throw new ToolError('there is no download for Windows');
  const platform = `${process.platform === 'darwin' ? 'darwin' : 'linux'}_${process.arch === 'arm64' ? 'arm64' : 'amd64'}`;
  const source = sourceOf(name, release.version, platform);
  const folder = mkdtempSync(join(options.tempDir, 'download-'));
  try {
    const get = (file: string): Promise<Buffer> => download(source.base + file, join(folder, file), options);
    // A sum of our own is the stronger check: the publisher's list comes from where the archive comes from.
    const expected = release.sha256[platform] ?? sumIn((await get(source.sums)).toString('utf8'), source.archive);
    const kept = join(cache, source.archive);
    const unpack = (archive: Buffer): void => place(fileOfArchive(archive, source.file, MAX_BYTES), path, 0o755);
    if (existsSync(kept)) {
      const archive = readFileSync(kept);
      if (sumOf(archive) === expected) {
        unpack(archive);
        return 'cache';
      }
      options.say(`${kept} is not what its publisher made (checksum ${sumOf(archive)}); it is downloaded again`);
    }
    options.say(`${name} ${release.version} is downloaded from ${source.base}`);
    const archive = await get(source.archive);
    if (sumOf(archive) !== expected) {
      throw new ToolError(
        `${source.archive} has the checksum ${sumOf(archive)} instead of ${expected ?? 'a published one'}`,
      );
    }
    keep(archive, kept, options);
    unpack(archive);
    return 'download';
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A cache that cannot be written costs the next run time, and this run nothing. */
function keep(archive: Buffer, path: string, { say }: DownloadOptions): void {
  try {
    place(archive, path, 0o644);
  } catch (error) {
    say(`${path} cannot be kept: ${errorMessage(error)}`);
  }
}

function sumOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

function sourceOf(name: keyof typeof DOWNLOADS, version: string, platform: string): Source {
  if (name === 'terraform') {
    return {
      base: `https://releases.hashicorp.com/terraform/${version}/`,
      archive: `terraform_${version}_${platform}.zip`,
      sums: `terraform_${version}_SHA256SUMS`,
      file: 'terraform',
    };
  }
  const archive = `helm-v${version}-${platform.replace('_', '-')}.tar.gz`;
  return { base: 'https://get.helm.sh/', archive, sums: `${archive}.sha256sum`, file: 'helm' };
}

async function download(url: string, file: string, options: DownloadOptions): Promise<Buffer> {
  await orAborted(options.download?.(url, file) ?? fetchFile(url, file, options.env), options.signal);
  if (statSync(file).size > MAX_BYTES) throw new ToolError(`${url} is larger than ${MAX_BYTES / 2 ** 20} MiB`);
  return readFileSync(file);
}

/** Waits for a download no longer than the run lasts. The library knows no signal, and pauses for up to 20 s itself. */
async function orAborted(download: Promise<unknown>, signal: AbortSignal | undefined): Promise<void> {
  if (signal === undefined) return void (await download);
  let stop = (): void => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
  });
  try {
    await Promise.race([download, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** Downloads by @actions/tool-cache. It tells a runner about each step, which in a terminal would be noise. */
async function fetchFile(url: string, file: string, env: NodeJS.ProcessEnv): Promise<unknown> {
  const { downloadTool } = await import('@actions/tool-cache');
  if (env.GITHUB_ACTIONS !== 'true') hideRunnerCommands();
  return downloadTool(url, file);
}

/** Writes a file beside its path and renames it: an interrupted or parallel run never leaves half of one. */
function place(content: Buffer, path: string, mode: number): void {
  mkdirSync(dirname(path), { recursive: true });
  const part = `${path}.${process.pid}`;
  try {
    writeFileSync(part, content, { mode });
    renameSync(part, path);
  } finally {
    rmSync(part, { force: true });
  }
}

/** The sum of a file in a list of `SUM  NAME` lines; undefined when it is not listed. */
function sumIn(list: string, file: string): string | undefined {
  for (const line of list.split('\n')) {
    const [sum, name] = line.trim().split(/\s+\*?/);
    if (name === file && sum !== undefined && /^[0-9a-f]{64}$/.test(sum)) return sum;
  }
  return undefined;
}
