import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { repoPath } from './paths.js';
import { alive, entryOf, listSandboxes, pidOf, removeEmptyRegistry } from './running.js';

const HELP = `npm run sandbox                                the whole lifecycle of a hub, step by step
npm run sandbox -- up --env FILE [--config FILE]   start every part, write its settings to FILE, and return
npm run sandbox -- down [--env FILE | --all]       stop it; FILE may be left out where only one runs
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
      all: { type: 'boolean' },
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
  if (word === 'down') return down(flags.env, values.all === true);
  if (word === 'serve') return (await import('./serve.js')).serve(flags, values.dir ?? '');
  console.error(`"${word}" is not a command of the sandbox.\n${HELP}`);
  return 2;
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
  writeFileSync(join(dir, 'env-file'), env);
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

async function down(env: string | undefined, isAll: boolean): Promise<number> {
  const known = listSandboxes();
  const wanted = env === undefined ? known : known.filter(({ dir }) => dir === entryOf(env));
  if (wanted.length === 0) console.log('No sandbox runs here.');
  // Another sandbox may be somebody's work of a day.
  if (env === undefined && wanted.length > 1 && !isAll) {
    const lines = wanted.map(({ envFile }) => `  npm run sandbox -- down --env ${envFile}`);
    console.error(`${wanted.length} sandboxes run. Name one, or stop them with --all:\n${lines.join('\n')}`);
    return 1;
  }
  for (const { dir } of wanted) {
    const pid = pidOf(dir);
    if (alive(pid)) process.kill(pid, 'SIGTERM');
    const end = Date.now() + 60_000;
    while (alive(pid) && Date.now() < end) await sleep(200);
    if (alive(pid)) process.kill(pid, 'SIGKILL');
    rmSync(dir, { recursive: true, force: true });
    console.log('The sandbox is stopped. It left nothing behind.');
  }
  removeEmptyRegistry();
  return 0;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
