import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, isAbsolute, join } from 'node:path';
import { errorMessage, ToolError } from '../errors.js';
import { DOWNLOADS, inRange, SUPPORTED } from '../versions.js';
import { fileOfArchive } from './archive.js';
import { readBody } from './body.js';
import { bareEnvironment } from './environment.js';
import type { Run } from './exec.js';

/** A program that was found and whose version is in range. */
export interface Tool {
  readonly name: 'terraform' | 'tofu' | 'helm';
  /** Absolute path. */
  readonly path: string;
  /** Such as `1.11.4`, without a leading v. */
  readonly version: string;
  readonly origin: 'path' | 'cache' | 'download';
}

/** What finding a tool needs from outside. */
export interface ToolOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly run: Run;
  readonly say: (line: string) => void;
  readonly fetch?: typeof fetch;
}

/** Terraform or, where PATH has no usable one, OpenTofu; else a verified download of terraform. Throws when none is to be had. */
export async function findTerraform(options: ToolOptions): Promise<Tool> {
  return findTool(['terraform', 'tofu'], options);
}

/** Starts to ask the terraform of PATH for its version, so that `findTerraform` need not wait for it later. */
export function askTerraform(options: Pick<ToolOptions, 'env' | 'run'>): void {
  const path = onPath('terraform', options.env);
  if (path !== undefined) void versionOf('terraform', path, options);
}

/** Helm from PATH in range, else a verified download. Throws when none is to be had. */
export async function findHelm(options: ToolOptions): Promise<Tool> {
  return findTool(['helm'], options);
}

/** Folder for what may be kept between runs: JUPYTERHUB_GKE_CACHE, the runner's tool cache, or the user's cache folder. */
export function cacheFolder(env: NodeJS.ProcessEnv): string {
  if (env.JUPYTERHUB_GKE_CACHE) return env.JUPYTERHUB_GKE_CACHE;
  if (env.RUNNER_TOOL_CACHE) return join(env.RUNNER_TOOL_CACHE, 'jupyterhub-gke');
  return join(env.XDG_CACHE_HOME || join(env.HOME || homedir(), '.cache'), 'jupyterhub-gke');
}

/** First executable of that name in the environment's PATH. */
export function onPath(name: string, env: NodeJS.ProcessEnv): string | undefined {
  for (const folder of (env.PATH ?? '').split(delimiter)) {
    // A relative entry would let the checked-out repository choose the program.
    if (!isAbsolute(folder)) continue;
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // not in this folder
    }
  }
  return undefined;
}

async function findTool(
  names: readonly [keyof typeof DOWNLOADS, ...Tool['name'][]],
  options: ToolOptions,
): Promise<Tool> {
  const unfit: string[] = [];
  for (const name of names) {
    const path = onPath(name, options.env);
    if (path === undefined) continue;
    const version = await versionOf(name, path, options);
    if (version !== undefined && inRange(version, SUPPORTED[name])) return { name, path, version, origin: 'path' };
    unfit.push(`${path} is ${version === undefined ? 'of an unknown version' : `version ${version}`}`);
  }
  const [name] = names;
  const { version } = DOWNLOADS[name];
  const path = join(cacheFolder(options.env), name, version, name);
  if (existsSync(path)) return { name, path, version, origin: 'cache' };
  for (const reason of unfit) options.say(`${reason}, which is not supported; ${name} ${version} is used instead`);
  try {
    await download(name, path, options);
  } catch (cause) {
    const { from, below } = SUPPORTED[name];
    throw new ToolError(
      `${names.join(' or ')} is missing, and ${name} ${version} could not be downloaded (${errorMessage(cause)})`,
      {
        ...(unfit[0] === undefined ? {} : { where: unfit.join('; ') }),
        hint: `Put ${names.join(' or ')} of version ${from} or later, below ${below}, into PATH.`,
        cause,
      },
    );
  }
  return { name, path, version, origin: 'download' };
}

const versions = new Map<string, Promise<string | undefined>>();

/** Version of a program, asked for once: it does not change while we run. */
function versionOf(name: Tool['name'], path: string, options: Pick<ToolOptions, 'env' | 'run'>) {
  const known = versions.get(path) ?? askVersion(name, path, options);
  versions.set(path, known);
  return known;
}

async function askVersion(
  name: Tool['name'],
  path: string,
  { env, run }: Pick<ToolOptions, 'env' | 'run'>,
): Promise<string | undefined> {
  const args = name === 'helm' ? ['version', '--template={{.Version}}'] : ['version', '-json'];
  // Called before the files are read, so it is not known yet which variables hold secrets of the hub.
  const own = { ...bareEnvironment(env), ...chosenBy(env), CHECKPOINT_DISABLE: '1' };
  const result = await run(path, args, { env: own, timeout: 30_000 }).catch(() => undefined);
  if (result?.code !== 0) return undefined;
  const text = name === 'helm' ? result.stdout : (/"terraform_version":\s*"([^"]+)"/.exec(result.stdout)?.[1] ?? '');
  return /^v?(\d+\.\d+\.\d+\S*)/.exec(text.trim())?.[1];
}

/** What tfenv, tenv, asdf and mise choose the version by that stands behind a name on PATH. */
function chosenBy(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => /^(TFENV|TOFUENV|TENV|ASDF|MISE)_/.test(name)));
}

/** Bytes of a download, and of what it unpacks to: several times the size of terraform (90 MB) or helm (60 MB). */
const MAX_DOWNLOAD = 512 * 1024 * 1024;

async function download(name: keyof typeof DOWNLOADS, path: string, options: ToolOptions): Promise<void> {
  const { version, sha256 } = DOWNLOADS[name];
  const os = process.platform === 'darwin' ? 'darwin' : 'linux';
  const arch = process.arch === 'arm64' ? 'arm64' : 'amd64';
  if (process.platform === 'win32') throw new ToolError('there is no download for Windows');
  const source =
    name === 'terraform'
      ? {
          base: `https://releases.hashicorp.com/terraform/${version}/`,
          archive: `terraform_${version}_${os}_${arch}.zip`,
          sums: `terraform_${version}_SHA256SUMS`,
          file: 'terraform',
        }
      : {
          base: 'https://get.helm.sh/',
          archive: `helm-v${version}-${os}-${arch}.tar.gz`,
          sums: `helm-v${version}-${os}-${arch}.tar.gz.sha256sum`,
          file: 'helm',
        };
  options.say(`${name} ${version} is downloaded from ${source.base}`);
  const get = async (file: string): Promise<Buffer> => {
    const answer = await (options.fetch ?? fetch)(source.base + file, { signal: AbortSignal.timeout(300_000) });
    if (!answer.ok) throw new ToolError(`${source.base}${file} answers ${answer.status}`);
    return readBody(answer, MAX_DOWNLOAD);
  };
  // A sum of our own is the stronger check: the publisher's list comes from where the archive comes from.
  const expected = sha256[`${os}_${arch}`] ?? sumIn((await get(source.sums)).toString('utf8'), source.archive);
  const archive = await get(source.archive);
  const actual = createHash('sha256').update(archive).digest('hex');
  if (actual !== expected) {
    throw new ToolError(`${source.archive} has the checksum ${actual} instead of ${expected ?? 'a published one'}`);
  }
  const program = fileOfArchive(archive, source.file, MAX_DOWNLOAD);
  mkdirSync(dirname(path), { recursive: true });
  // Written beside and renamed, so that an interrupted or parallel run never leaves half a program.
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
