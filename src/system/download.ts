import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ToolError } from '../errors.js';
import { DOWNLOADS } from '../versions.js';
import { fileOfArchive } from './archive.js';
import { hideRunnerCommands } from './runner-commands.js';

/** Writes what is at an address to a new file. */
export type Download = (url: string, file: string) => Promise<unknown>;

/** What a download needs from outside; tests give their own `download`. */
interface DownloadOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly say: (line: string) => void;
  readonly download?: Download;
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
 * Downloads a program, checks it, and puts it at a path. @actions/tool-cache downloads, with its retries and proxies. Three
 * things it cannot do: it checks no sum; it unpacks with the tar and unzip of the machine, which know no limit; and its
 * cache empties a folder before it fills it, under the hands of another run.
 */
export async function downloadProgram(
  name: keyof typeof DOWNLOADS,
  path: string,
  options: DownloadOptions,
): Promise<void> {
  const { version, sha256 } = DOWNLOADS[name];
  if (process.platform === 'win32') throw new ToolError('there is no download for Windows');
  const os = process.platform === 'darwin' ? 'darwin' : 'linux';
  const arch = process.arch === 'arm64' ? 'arm64' : 'amd64';
  const source = sourceOf(name, version, `${os}_${arch}`);
  options.say(`${name} ${version} is downloaded from ${source.base}`);
  const folder = mkdtempSync(join(options.env.RUNNER_TEMP || tmpdir(), 'jupyterhub-gke-download-'));
  try {
    const get = (file: string): Promise<Buffer> => download(source.base + file, join(folder, file), options);
    // A sum of our own is the stronger check: the publisher's list comes from where the archive comes from.
    const expected = sha256[`${os}_${arch}`] ?? sumIn((await get(source.sums)).toString('utf8'), source.archive);
    const archive = await get(source.archive);
    const actual = createHash('sha256').update(archive).digest('hex');
    if (actual !== expected) {
      throw new ToolError(`${source.archive} has the checksum ${actual} instead of ${expected ?? 'a published one'}`);
    }
    place(fileOfArchive(archive, source.file, MAX_BYTES), path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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
  await (options.download?.(url, file) ?? fetchFile(url, file, options.env));
  if (statSync(file).size > MAX_BYTES) throw new ToolError(`${url} is larger than ${MAX_BYTES / 2 ** 20} MiB`);
  return readFileSync(file);
}

/** Downloads by @actions/tool-cache. It tells a runner about each step, which in a terminal would be noise. */
async function fetchFile(url: string, file: string, env: NodeJS.ProcessEnv): Promise<unknown> {
  const { downloadTool } = await import('@actions/tool-cache');
  if (env.GITHUB_ACTIONS !== 'true') hideRunnerCommands();
  return downloadTool(url, file);
}

/** Writes a program beside its path and renames it: an interrupted or parallel run never leaves half of one. */
function place(program: Buffer, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const part = `${path}.${process.pid}`;
  try {
    writeFileSync(part, program, { mode: 0o755 });
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
