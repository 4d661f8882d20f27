import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, isAbsolute, join } from 'node:path';
import { errorMessage, ToolError } from '../errors.js';
import { DOWNLOADS, inRange, SUPPORTED } from '../versions.js';
import type { Download } from './download.js';
import { bareEnvironment } from './environment.js';
import { ask } from './exec.js';

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
  readonly say: (line: string) => void;
  /** Private folder of this run, for a program that comes from the cache or from its publisher. */
  readonly tempDir: string;
  /** Ends a download. */
  readonly signal?: AbortSignal | undefined;
  readonly download?: Download;
  /** What is downloaded; tests give their own. */
  readonly releases?: typeof DOWNLOADS;
}

/** Terraform from PATH, else OpenTofu from PATH, else a verified download of terraform. Throws where all three fail. */
export async function findTerraform(options: ToolOptions): Promise<Tool> {
  return findTool(['terraform', 'tofu'], options);
}

/** Asks the terraform of PATH for its version ahead of time, so that `findTerraform` need not wait for the answer. */
export function askTerraform(env: NodeJS.ProcessEnv): void {
  const path = onPath('terraform', env);
  if (path !== undefined) void versionOf('terraform', path, env);
}

/** Helm from PATH, else a verified download. Throws where both fail. */
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
    const version = await versionOf(name, path, options.env);
    if (version !== undefined && inRange(version, SUPPORTED[name])) return { name, path, version, origin: 'path' };
    unfit.push(`${path} is ${version === undefined ? 'of an unknown version' : `version ${version}`}`);
  }
  const [name] = names;
  const release = (options.releases ?? DOWNLOADS)[name];
  const { version } = release;
  const path = join(options.tempDir, `tool-${name}`, name);
  for (const reason of unfit) options.say(`${reason}, which is not supported; ${name} ${version} is used instead`);
  try {
    const { obtainProgram } = await import('./download.js');
    const cache = join(cacheFolder(options.env), name, version);
    return { name, path, version, origin: await obtainProgram({ name, release, cache, path }, options) };
  } catch (cause) {
    // Whoever stopped the run says so better than a download that was cut off.
    options.signal?.throwIfAborted();
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
}

const versions = new Map<string, Promise<string | undefined>>();

/** Version of a program, asked for once: it does not change while we run. */
function versionOf(name: Tool['name'], path: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const known = versions.get(path) ?? askVersion(name, path, env);
  versions.set(path, known);
  return known;
}

async function askVersion(name: Tool['name'], path: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const args = name === 'helm' ? ['version', '--template={{.Version}}'] : ['version', '-json'];
  // Called before the files are read, so it is not known yet which variables hold secrets of the hub.
  const own = { ...bareEnvironment(env), ...chosenBy(env), CHECKPOINT_DISABLE: '1' };
  const output = await ask(path, args, own);
  if (output === undefined) return undefined;
  const text = name === 'helm' ? output : (/"terraform_version":\s*"([^"]+)"/.exec(output)?.[1] ?? '');
  return /^v?(\d+\.\d+\.\d+\S*)/.exec(text.trim())?.[1];
}

/** Variables by which tfenv, tenv, asdf and mise choose the version behind a name on PATH. */
function chosenBy(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => /^(TFENV|TOFUENV|TENV|ASDF|MISE)_/.test(name)));
}
