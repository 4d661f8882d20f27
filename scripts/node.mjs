// Finds a Node.js that the project supports; must itself run with older ones. The running one is used where it is new
// enough. Otherwise npm fetches one into the tool cache, once a version, and checks it against the lock file in tools/.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { root } from './setup.mjs';

/** Oldest major version that the product runs with; `engines` in package.json says the same. */
export const OLDEST = 22;

/** Major version that is tested beside the one that runs this. */
export const OTHER = Number.parseInt(process.versions.node, 10) === 24 ? OLDEST : 24;

/** Where tools are kept between runs; the same folder as cacheDir() of the sandbox. */
export function cacheDir(env = process.env) {
  if (env.JUPYTERHUB_GKE_CACHE) return env.JUPYTERHUB_GKE_CACHE;
  return join(env.XDG_CACHE_HOME || join(env.HOME || homedir(), '.cache'), 'jupyterhub-gke');
}

/** Path of a Node.js. With a major version it is one of exactly that; without, any that is supported. */
export function nodeProgram(major) {
  const running = Number.parseInt(process.versions.node, 10);
  if (major === undefined ? running >= OLDEST : running === major) return process.execPath;
  return fetchedNode(major ?? OLDEST);
}

/** Path of the Node.js in the tool cache that tools/node-MAJOR/ pins; npm installs it where it is missing. */
function fetchedNode(major) {
  const pin = join(root, `tools/node-${major}`);
  const name = `node-${process.platform}-${process.arch}`;
  const version = JSON.parse(readFileSync(join(pin, 'package.json'), 'utf8')).optionalDependencies[name];
  if (version === undefined) {
    throw new Error(
      `This needs Node.js ${major}, and ${process.execPath} is ${process.version}. npm has no package of it for ${process.platform} on ${process.arch}: install it and put it first on PATH.`,
    );
  }
  const folder = join(cacheDir(), 'node', version);
  const program = join(folder, 'node_modules', name, 'bin/node');
  if (!existsSync(program)) install({ pin, folder, program, version });
  return program;
}

/** Installs in a folder of this process and moves it in place, so that nobody finds half of it. */
function install({ pin, folder, program, version }) {
  console.error(`Fetching Node.js ${version} from npm, once, into ${folder} …`);
  const part = `${folder}.${process.pid}.part`;
  mkdirSync(part, { recursive: true });
  try {
    for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(pin, file), join(part, file));
    const flags = ['--ignore-scripts', '--no-fund', '--no-audit', '--loglevel=error', '--include=optional'];
    const { status } = spawnSync('npm', ['ci', ...flags], { cwd: part, stdio: ['ignore', 2, 2] });
    if (status !== 0 || !existsSync(join(part, program.slice(folder.length + 1)))) {
      throw new Error(
        `npm could not install Node.js ${version}, which ${pin} pins. Run again, or install it and put it first on PATH.`,
      );
    }
    // Another process may have been faster, and its program may be running.
    if (existsSync(program)) return;
    rmSync(folder, { recursive: true, force: true });
    renameSync(part, folder);
  } finally {
    rmSync(part, { recursive: true, force: true });
    dropLeftovers(dirname(folder));
  }
}

/** Removes what killed processes began. */
function dropLeftovers(folder) {
  for (const name of readdirSync(folder)) {
    const maker = /\.(\d+)\.part$/.exec(name)?.[1];
    if (maker !== undefined && !isAlive(Number(maker))) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Environment in which `node` is that program, for whatever is started from there. */
export function withNode(program, env = process.env) {
  return { ...env, PATH: [dirname(program), env.PATH].filter(Boolean).join(delimiter) };
}
