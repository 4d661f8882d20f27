import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { errorMessage, ToolError } from '../../../src/errors.js';
import type { Run } from '../../../src/system/exec.js';
import { onPath } from '../../../src/system/tools.js';
import { inRange } from '../../../src/versions.js';
import type { Log } from '../log.js';
import { repoPath } from '../paths.js';
import { install, partOf, withLock } from './cache.js';
import type { ToolSpec } from './catalogue.js';
import { download } from './download.js';

/** Where a tool came from in this run. */
export type Origin = 'path' | 'cache' | 'download' | 'build';

/** An available tool. */
export interface FoundTool {
  readonly path: string;
  /** Such as `1.34.4`. */
  readonly version: string;
  readonly origin: Origin;
}

/** Settings for finding and building tools. */
export interface Maker {
  /** Cache folder. */
  readonly cache: string;
  readonly env: NodeJS.ProcessEnv;
  readonly log: Log;
  readonly run: Run;
  /** Whether releases may be downloaded. */
  readonly downloads: boolean;
  readonly signal?: AbortSignal;
}

/** Milliseconds between two lines about the same build. */
const PROGRESS_EVERY = 15_000;

/** A program on PATH whose version is in range; anything that does not answer with a version does not count. */
export async function findOnPath(spec: ToolSpec, { env, run }: Maker): Promise<FoundTool | undefined> {
  for (const { program, args, range } of spec.candidates) {
    const path = onPath(program, env);
    if (path === undefined) continue;
    const quiet = { ...env, CHECKPOINT_DISABLE: '1', TF_CLI_CONFIG_FILE: undefined, TF_LOG: undefined };
    const result = await run(path, args, { env: quiet, timeout: 20_000 }).catch(() => undefined);
    const version = result?.code === 0 ? versionIn(result.stdout + result.stderr) : undefined;
    if (version !== undefined && inRange(version, range)) return { path, version, origin: 'path' };
  }
  return undefined;
}

/** The first version in a program's version output. */
export function versionIn(text: string): string | undefined {
  return /\bv?(\d+\.\d+\.\d+)/.exec(text)?.[1];
}

/** A program that an earlier run put into the cache. */
export function findInCache(spec: ToolSpec, { cache }: Maker): FoundTool | undefined {
  for (const { program, version } of places(spec)) {
    const path = join(cache, program, version, program);
    if (existsSync(path)) return { path, version, origin: 'cache' };
  }
  return undefined;
}

/** Downloads or builds a program into the cache; waits when another process is doing it. */
export async function makeProgram(spec: ToolSpec, maker: Maker): Promise<FoundTool> {
  const { program } = spec.build;
  return withLock(join(maker.cache, 'locks', program), maker.log, async () => {
    const found = findInCache(spec, maker);
    if (found !== undefined) return found; // another process made it meanwhile
    return (await tryDownload(spec, maker)) ?? (await build(spec, maker));
  });
}

function places(spec: ToolSpec): readonly { readonly program: string; readonly version: string }[] {
  const [{ program }] = spec.candidates;
  return [...(spec.download === undefined ? [] : [{ program, version: spec.download.version }]), spec.build];
}

async function tryDownload(spec: ToolSpec, maker: Maker): Promise<FoundTool | undefined> {
  const { download: release } = spec;
  const [{ program }] = spec.candidates;
  if (release === undefined || !maker.downloads) return undefined;
  const path = join(maker.cache, program, release.version, program);
  try {
    await into(path, (part) => download(release, part));
    maker.log(`${program} ${release.version}: downloaded, checksum verified`);
    return { path, version: release.version, origin: 'download' };
  } catch (error) {
    maker.log(`${program} ${release.version}: no download (${errorMessage(error)}); it is built instead`);
    return undefined;
  }
}

async function build(spec: ToolSpec, maker: Maker): Promise<FoundTool> {
  const { program, version, module, package: name, variables, seconds } = spec.build;
  const { log, run, signal } = maker;
  const path = join(maker.cache, program, version, program);
  const begun = Date.now();
  const elapsed = (): number => Math.round((Date.now() - begun) / 1000);
  let compiled = 0;
  const timer = setInterval(
    () => log(`${program} ${version}: ${elapsed()} s, ${compiled} packages compiled (about ${seconds} s in all)`),
    PROGRESS_EVERY,
  );
  log(`${program} ${version}: go build, about ${seconds} s`);
  try {
    await into(path, async (part) => {
      const linker = ['-s', '-w', ...variables.map((variable) => `-X ${variable}`)].join(' ');
      const args = ['build', '-v', '-trimpath', '-buildvcs=false', '-ldflags', linker, '-o', part, name];
      const result = await run(goProgram(maker.env), args, {
        cwd: repoPath('tools', module),
        // Nothing may change the pinned modules, and the programs run on any Linux of this machine's kind.
        env: { ...maker.env, GOFLAGS: '-mod=readonly', GOWORK: 'off', CGO_ENABLED: '0' },
        onStderr: (line) => {
          if (!line.startsWith('go: ')) compiled += 1;
        },
        ...(signal === undefined ? {} : { signal }),
      });
      if (result.code !== 0) throw buildFailure(`${program} ${version}`, result.stderr, signal);
    });
  } finally {
    clearInterval(timer);
  }
  log(`${program} ${version}: built in ${elapsed()} s`);
  return { path, version, origin: 'build' };
}

/** Creates a file next to its place, and moves it there only when it is complete. */
async function into(path: string, make: (part: string) => Promise<void>): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  const part = partOf(path);
  try {
    await make(part);
    install(part, path);
  } finally {
    rmSync(part, { force: true });
  }
}

function goProgram(env: NodeJS.ProcessEnv): string {
  const go = onPath('go', env);
  if (go !== undefined) return go;
  throw new ToolError('Go is missing, and with it the tools that are built from source.', {
    hint: 'Install Go 1.26 or later from https://go.dev/dl and put it into PATH, or put the tools themselves there.',
  });
}

/** Turns the output of a failed `go build` into one message with a hint. */
export function buildFailure(what: string, output: string, signal?: AbortSignal): ToolError {
  if (signal?.aborted)
    return new ToolError(`The build of ${what} was interrupted; the next run goes on where it stopped.`);
  const said = output.trimEnd().split('\n').slice(-5).join('\n');
  if (/dial tcp|no such host|i\/o timeout|connection refused|TLS handshake|module lookup disabled/.test(output)) {
    return new ToolError(`${what} could not be built: its source could not be downloaded.`, {
      hint: `Go needs its module proxy once (the one that "go env GOPROXY" names); the next run goes on where this one stopped.\n${said}`,
    });
  }
  if (/requires go >=/.test(output)) {
    return new ToolError(`${what} could not be built: Go is too old.`, { hint: `Install Go 1.26 or later.\n${said}` });
  }
  if (/no space left on device/.test(output)) {
    return new ToolError(`${what} could not be built: the disk is full.`, { hint: 'About 6 GB are needed once.' });
  }
  return new ToolError(`${what} could not be built.`, { hint: said });
}
