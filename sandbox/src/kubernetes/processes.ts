import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { ToolError } from '../../../src/errors.js';

/** A program to keep running as long as this process lives. */
export interface ProcessOptions {
  /** Name in messages. */
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  /** Whole environment of the program; the parent's when absent. */
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** File for its output, appended. Its folder is created. */
  readonly logFile: string;
  /** Called once if it ended without being stopped. */
  readonly onExit?: (code: number | null) => void;
}

/** A running program. */
export interface Process {
  readonly name: string;
  /** Process id of the guard, which is also the id of the process group that everything it started is in. */
  readonly pid: number;
  /** Exit code once it has ended; null when a signal ended it. */
  readonly exited: Promise<number | null>;
  readonly running: boolean;
  /** The last lines of its log, for a message. */
  tail(lines?: number): string;
  /** SIGTERM, and SIGKILL after `grace` milliseconds (default 5000); resolves when it has ended. */
  stop(grace?: number): Promise<void>;
}

// A shell between this process and the program holds the reading end of a pipe. When the pipe closes, whether
// this process stopped it or was killed with -9, the shell ends the whole group. Node has no other way to do this.
// The waiting half ignores SIGTERM only after the program has started, since ignored signals are inherited.
/** Shell program that runs its arguments as a program until its standard input closes. Exported for its test. */
export const GUARD = `exec 3<&0 </dev/null
"$@" 3<&- &
child=$!
( trap '' TERM HUP INT
  read -r _ <&3
  kill -TERM 0
  n=0
  while [ $n -lt 50 ] && kill -0 $child 2>/dev/null; do sleep 0.1; n=$((n+1)); done
  kill -KILL 0 ) &
watcher=$!
exec 3<&-
trap '' TERM HUP INT
wait $child
code=$?
kill -KILL $watcher 2>/dev/null
kill -TERM 0
exit $code`;

/** Starts a program that ends with this process, however this process ends. Its own group leaves Ctrl-C to us. */
export function startProcess(options: ProcessOptions): Process {
  mkdirSync(dirname(options.logFile), { recursive: true });
  const log = openSync(options.logFile, 'a', 0o600);
  let child: ChildProcess;
  try {
    child = spawn('/bin/sh', ['-c', GUARD, 'guard', options.program, ...options.args], {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['pipe', log, log],
      detached: true,
    });
  } finally {
    closeSync(log);
  }
  let running = true;
  let stopping = false;
  child.stdin?.on('error', () => {}); // it may be gone before we close the pipe
  const exited = new Promise<number | null>((resolve) => {
    const end = (code: number | null): void => {
      if (!running) return;
      running = false;
      resolve(code);
      if (!stopping) options.onExit?.(code);
    };
    child.on('exit', end).on('error', () => end(null));
  });
  return {
    name: options.name,
    pid: child.pid ?? 0,
    exited,
    get running() {
      return running;
    },
    tail: (lines = 12) => lastLines(options.logFile, lines),
    async stop(grace = 5_000) {
      stopping = true;
      child.stdin?.end();
      const kill = setTimeout(() => killGroup(child.pid), grace);
      await exited;
      clearTimeout(kill);
    },
  };
}

/** Waits until `check` is true, polling every `every` ms. Throws with the end of the log if the process ends or time is up. */
export async function waitFor(
  process: Process,
  check: () => Promise<boolean>,
  limit: number,
  every = 50,
): Promise<void> {
  const until = Date.now() + limit;
  for (;;) {
    if (await check().catch(() => false)) return;
    const what = !process.running
      ? 'ended at its start'
      : Date.now() > until
        ? `was not ready after ${limit / 1000} s`
        : '';
    if (what !== '') throw new ToolError(`${process.name} ${what}`, { hint: `Its last words:\n${process.tail()}` });
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}

/** Ports of the loopback address that nothing listens on, below the range from which the kernel takes ports for clients. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const ports = new Set<number>();
  for (let tries = 0; ports.size < count; tries++) {
    if (tries > 200) throw new ToolError('No free port was found on 127.0.0.1 between 20000 and 32000.');
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    if (await isFree(port)) ports.add(port);
  }
  return [...ports];
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.on('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // already gone
  }
}

function lastLines(file: string, count: number): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
}
