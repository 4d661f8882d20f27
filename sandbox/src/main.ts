import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { repoPath } from './paths.js';

const HELP = `npm run sandbox                                the whole lifecycle of a hub, step by step
npm run sandbox -- up --env FILE [--config FILE]   start every part, write its settings to FILE, and return
npm run sandbox -- down [--env FILE]               stop it (without FILE: all that run on this machine)
flags: --provider real|stand-in (default: the real google provider if terraform can install it)
       --keep (the lifecycle keeps its logs, disks and journal)`;

interface Flags {
  readonly env: string | undefined;
  readonly config: string;
  readonly provider: 'real' | 'stand-in' | undefined;
  readonly keep: boolean;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: {
      env: { type: 'string' },
      config: { type: 'string' },
      provider: { type: 'string' },
      dir: { type: 'string' },
      keep: { type: 'boolean' },
      help: { type: 'boolean' },
    },
    allowPositionals: true,
  });
  const { provider } = values;
  if (provider !== undefined && provider !== 'real' && provider !== 'stand-in') throw new Error(HELP);
  const flags: Flags = {
    env: values.env === undefined ? undefined : resolve(values.env),
    config: resolve(values.config ?? repoPath('examples/quick-start/jupyterhub.yaml')),
    provider,
    keep: values.keep === true,
  };
  const [word = 'lifecycle', ...rest] = positionals;
  if (values.help || rest.length > 0) {
    console.log(HELP);
    return values.help ? 0 : 2;
  }
  if (word === 'lifecycle') return (await import('./lifecycle/lifecycle.js')).runLifecycle(flags);
  if (word === 'up') return up(flags);
  if (word === 'down') return down(flags.env);
  if (word === 'serve') return (await import('./serve.js')).serve(flags, values.dir ?? '');
  console.error(`"${word}" is not a command of the sandbox.\n${HELP}`);
  return 2;
}

/** Folder with one entry per running sandbox of this user, named after its env file. */
function registry(): string {
  const folder = join(tmpdir(), `jupyterhub-gke-sandbox-${userInfo().uid}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

function entryOf(envFile: string): string {
  return join(registry(), createHash('sha256').update(envFile).digest('hex').slice(0, 12));
}

async function up({ env, config, provider }: Flags): Promise<number> {
  if (env === undefined) {
    console.error(`up needs --env FILE, the file to write the settings to.\n${HELP}`);
    return 2;
  }
  const dir = entryOf(env);
  if (existsSync(dir)) {
    if (alive(pidOf(dir))) {
      console.error(`A sandbox for ${env} is already running. Stop it with: npm run sandbox -- down --env ${env}`);
      return 1;
    }
    rmSync(dir, { recursive: true, force: true });
  }
  mkdirSync(dir, { mode: 0o700 });
  const log = openSync(join(dir, 'log'), 'a');
  const args = [fileURLToPath(import.meta.url), 'serve', '--dir', dir, '--env', env, '--config', config];
  const child = spawn(process.execPath, [...args, ...(provider ? ['--provider', provider] : [])], {
    detached: true,
    stdio: ['ignore', log, log],
  });
  writeFileSync(join(dir, 'pid'), String(child.pid));
  const ready = await follow(child, dir);
  child.unref();
  return ready ? 0 : 1;
}

/** Prints what the background process logs until it is ready or has ended. */
async function follow(child: ChildProcess, dir: string): Promise<boolean> {
  let shown = 0;
  const show = (): void => {
    const text = readFileSync(join(dir, 'log'), 'utf8');
    process.stdout.write(text.slice(shown));
    shown = text.length;
  };
  while (child.exitCode === null && child.signalCode === null) {
    await sleep(200);
    show();
    if (existsSync(join(dir, 'ready'))) return true;
  }
  show();
  rmSync(dir, { recursive: true, force: true });
  return false;
}

async function down(env: string | undefined): Promise<number> {
  const dirs = env === undefined ? readdirSync(registry()).map((name) => join(registry(), name)) : [entryOf(env)];
  const running = dirs.filter((dir) => existsSync(dir));
  if (running.length === 0) console.log('No sandbox runs here.');
  for (const dir of running) {
    const pid = pidOf(dir);
    if (alive(pid)) process.kill(pid, 'SIGTERM');
    const end = Date.now() + 60_000;
    while (alive(pid) && Date.now() < end) await sleep(200);
    if (alive(pid)) process.kill(pid, 'SIGKILL');
    rmSync(dir, { recursive: true, force: true });
    console.log('The sandbox is stopped. It left nothing behind.');
  }
  // The last one also removes the shared folder.
  if (readdirSync(registry()).length === 0) rmSync(registry(), { recursive: true, force: true });
  return 0;
}

function pidOf(dir: string): number {
  return existsSync(join(dir, 'pid')) ? Number(readFileSync(join(dir, 'pid'), 'utf8')) : 0;
}

function alive(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
