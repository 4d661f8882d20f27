import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ToolError } from '../../../src/errors.js';
import { onPath } from '../../../src/system/tools.js';
import { inRange } from '../../../src/versions.js';
import { repoPath } from '../paths.js';
import { withLock } from './cache.js';
import { type FoundTool, type Maker, versionIn } from './programs.js';

/** Python with the packages of sandbox/python/requirements.txt. */
export interface FoundPython extends FoundTool {
  /** Folder with `python`, `jupyterhub`, `pytest` and the other programs of the packages. */
  readonly bin: string;
}

/** Versions that the pinned packages have wheels for. */
const RANGE = { from: '3.11.0', below: '3.15.0' };
/** Seconds that the packages took to download and install. */
export const PYTHON_SECONDS = 30;

/** Where the environment for these packages is or will be, and whether it is whole. Throws when there is no usable Python. */
export async function findPython(
  maker: Maker,
): Promise<FoundPython & { readonly base: string; readonly whole: boolean }> {
  const unfit: string[] = [];
  for (const name of ['python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11']) {
    const base = onPath(name, maker.env);
    if (base === undefined) continue;
    const asked = await maker.run(base, ['--version'], { env: maker.env, timeout: 20_000 }).catch(() => undefined);
    const version = asked?.code === 0 ? versionIn(asked.stdout + asked.stderr) : undefined;
    if (version === undefined || !inRange(version, RANGE)) {
      unfit.push(`${base} (${version ?? 'does not start'})`);
      continue;
    }
    const key = createHash('sha256')
      .update(`${version}\n${readFileSync(requirements())}`)
      .digest('hex')
      .slice(0, 12);
    const dir = join(maker.cache, 'python', `${version}-${key}`);
    const bin = join(dir, 'bin');
    // A venv holds its own path in every script, so it is made in place; the mark says that it is whole.
    const whole = existsSync(join(dir, 'complete'));
    return { path: join(bin, 'python'), version, origin: 'cache', bin, base, whole };
  }
  const found = unfit.length > 0 ? ` (found: ${unfit.join(', ')})` : '';
  throw new ToolError(`Python ${RANGE.from} or later is missing${found}.`, {
    hint: 'The hub is a Python program. Install Python with pip and put it into PATH as python3.',
  });
}

/** Makes the environment: a venv, or a folder beside Python where its venv lacks ensurepip (Debian without python3-venv). */
export async function makePython(found: FoundPython & { readonly base: string }, maker: Maker): Promise<FoundPython> {
  const dir = join(found.bin, '..');
  const result = { path: found.path, version: found.version, bin: found.bin };
  return withLock(`${dir}.lock`, maker.log, async () => {
    if (existsSync(join(dir, 'complete'))) return { ...result, origin: 'cache' };
    rmSync(dir, { recursive: true, force: true }); // what a killed run left; pip keeps its downloads
    mkdirSync(dir, { recursive: true });
    const begun = Date.now();
    maker.log(`python packages: installing, about ${PYTHON_SECONDS} s`);
    if (await works(found.base, ['-c', 'import venv, ensurepip'], maker)) {
      await must(found.base, ['-m', 'venv', dir], maker);
      await must(found.path, [...PIP, '-r', requirements()], maker);
    } else {
      await installBeside(found.base, dir, maker);
    }
    writeFileSync(join(dir, 'complete'), '');
    maker.log(`python packages: installed in ${Math.round((Date.now() - begun) / 1000)} s`);
    return { ...result, origin: 'build' };
  });
}

const PIP = [
  '-m',
  'pip',
  'install',
  '--quiet',
  '--disable-pip-version-check',
  '--no-input',
  '--require-hashes',
  '--only-binary=:all:',
];

function requirements(): string {
  return repoPath('sandbox', 'python', 'requirements.txt');
}

/** Packages in `site`, and small shell programs in `bin` that point Python there. Exported for its test. */
export async function installBeside(base: string, dir: string, maker: Maker): Promise<void> {
  if (!(await works(base, ['-m', 'pip', '--version'], maker))) {
    throw new ToolError(`${base} has neither ensurepip nor pip.`, {
      hint: 'Install one of them, on Debian and Ubuntu by `apt-get install python3-venv`.',
    });
  }
  const site = join(dir, 'site');
  await must(base, [...PIP, '--target', site, '-r', requirements()], maker);
  const bin = join(dir, 'bin');
  mkdirSync(bin, { recursive: true });
  const program = (name: string, line: string): void => {
    writeFileSync(join(bin, name), `#!/bin/sh\n${line}\n`);
    chmodSync(join(bin, name), 0o755);
  };
  const python = join(bin, 'python');
  program('python', `PYTHONPATH=${quote(site)}\${PYTHONPATH:+:$PYTHONPATH} exec ${quote(base)} "$@"`);
  program('python3', `exec ${quote(python)} "$@"`);
  for (const name of readdirSync(join(site, 'bin'))) {
    program(name, `exec ${quote(python)} ${quote(join(site, 'bin', name))} "$@"`);
  }
}

function quote(path: string): string {
  return `'${path.replaceAll("'", `'\\''`)}'`;
}

async function works(program: string, args: readonly string[], { env, run }: Maker): Promise<boolean> {
  return (await run(program, args, { env, timeout: 60_000 })).code === 0;
}

async function must(program: string, args: readonly string[], { env, run, signal }: Maker): Promise<void> {
  const result = await run(program, args, { env, ...(signal === undefined ? {} : { signal }) });
  if (result.code === 0) return;
  const said = result.stderr.trimEnd().split('\n').slice(-5).join('\n');
  throw new ToolError('The Python packages of the sandbox could not be installed.', {
    hint: `They come from PyPI, or the index that pip is set to use; the next run starts over.\n${said}`,
  });
}
