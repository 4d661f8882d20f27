import { existsSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { ToolError } from '../../../src/errors.js';
import { type Run, run as runProgram } from '../../../src/system/exec.js';
import type { Log } from '../log.js';
import { repoPath } from '../paths.js';
import { cacheDir } from './cache.js';
import { PROGRAMS, type ProgramName, specOf, type ToolName, type ToolPaths } from './catalogue.js';
import { type FoundTool, findInCache, findOnPath, type Maker, makeProgram, type Origin } from './programs.js';
import { findPython, makePython, PYTHON_SECONDS } from './python.js';

export type { ToolName } from './catalogue.js';
export type { Origin } from './programs.js';

/** The tools that were asked for. Every question about another one throws. */
export interface Toolbox extends ToolPaths {
  /** Where it came from: `cache` when an earlier run made it. */
  origin(name: ToolName): Origin;
  /** Such as `1.34.4`. */
  version(name: ToolName): string;
  /** Folder with Python's programs, such as jupyterhub and pytest; empty when Python was not asked for. */
  readonly venvBin: string;
}

/** Settings of `ensureTools`; all but the log are for tests. */
export interface EnsureOptions {
  readonly log: Log;
  readonly env?: NodeJS.ProcessEnv;
  readonly run?: Run;
  /** Whether releases may be downloaded (default true); what cannot be downloaded is built. */
  readonly downloads?: boolean;
  /** Ends a build. The next run continues it. */
  readonly signal?: AbortSignal;
}

/**
 * Provides tools: from PATH if the version is in range, else from the cache, else by a verified
 * download, else built. Says first how long that may take. Throws a ToolError that names what is missing on the machine.
 */
export async function ensureTools(names: readonly ToolName[], options: EnsureOptions): Promise<Toolbox> {
  const env = options.env ?? process.env;
  const { signal } = options;
  const maker: Maker = {
    cache: cacheDir(env),
    env,
    log: options.log,
    run: options.run ?? runProgram,
    downloads: options.downloads ?? true,
    ...(signal === undefined ? {} : { signal }),
  };
  const wanted = new Set(names);
  const found = new Map<ToolName, FoundTool>();
  if (wanted.has('configurable-http-proxy')) found.set('configurable-http-proxy', fromNpm('configurable-http-proxy'));
  const programs = (Object.keys(PROGRAMS) as ProgramName[]).filter((name) => wanted.has(name));
  const [python] = await Promise.all([
    wanted.has('python') ? findPython(maker) : undefined,
    ...programs.map(async (name) => {
      const spec = specOf(name, env);
      const tool = (await findOnPath(spec, maker)) ?? findInCache(spec, maker);
      if (tool !== undefined) found.set(name, tool);
    }),
  ]);
  const missing = programs.filter((name) => !found.has(name));
  announce(missing, python !== undefined && !python.whole, maker);
  if (python !== undefined) found.set('python', python.whole ? python : await makePython(python, maker));
  for (const name of missing) found.set(name, await makeProgram(specOf(name, env), maker)); // one build uses all cores
  return toolbox(found, python?.bin ?? '');
}

/** One line before anything is made: what, where, and how long it takes when all of it has to be built. */
function announce(missing: readonly ProgramName[], python: boolean, { cache, log }: Maker): void {
  if (missing.length === 0 && !python) return;
  const seconds =
    missing.reduce((sum, name) => sum + PROGRAMS[name].build.seconds, 0) * (cpus().length > 2 ? 2 / cpus().length : 1) +
    (python ? PYTHON_SECONDS : 0);
  const what = [...missing.map((name) => `${PROGRAMS[name].build.program} ${PROGRAMS[name].build.version}`)];
  if (python) what.push('python packages');
  const time = seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;
  log(`tools to fetch or build once: ${what.join(', ')}; up to ${time}, kept in ${cache}; safe to interrupt`);
}

function fromNpm(name: string): FoundTool {
  const path = repoPath('node_modules', name, 'bin', name);
  const description = repoPath('node_modules', name, 'package.json');
  if (!existsSync(path))
    throw new ToolError(`${name} is not installed.`, { hint: 'Run `npm ci` in the checkout first.' });
  const { version } = JSON.parse(readFileSync(description, 'utf8')) as { version: string };
  return { path, version, origin: 'path' };
}

function toolbox(found: ReadonlyMap<ToolName, FoundTool>, venvBin: string): Toolbox {
  const tool = (name: ToolName): FoundTool => {
    const one = found.get(name);
    if (one === undefined) throw new Error(`${name} was not asked for`);
    return one;
  };
  return {
    path: (name) => tool(name).path,
    origin: (name) => tool(name).origin,
    version: (name) => tool(name).version,
    venvBin,
  };
}
