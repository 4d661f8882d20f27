import { spawn } from 'node:child_process';
import { parse } from 'node:path';
import { ToolError } from '../errors.js';

/** How to run a program. Arguments are a list, never a shell line; secrets go by `env`, `input` or files. */
export interface RunOptions {
  /** The root folder when absent, and never the checkout: see `AWAY`. */
  readonly cwd?: string;
  /** Whole environment of the child; the parent's when absent. */
  readonly env?: NodeJS.ProcessEnv;
  readonly input?: string;
  /** Milliseconds after which the child gets SIGTERM (SIGKILL 10 s later, to its whole group). No limit when absent. */
  readonly timeout?: number;
  /** Characters of standard output after which the child is ended and the rest dropped. No limit when absent. */
  readonly maxOutput?: number;
  /** SIGINT is sent when it aborts, so that terraform can release its lock; SIGKILL when `grace` is over. */
  readonly signal?: AbortSignal;
  /** Milliseconds from that SIGINT to SIGKILL, asked when it is sent; a minute when absent. */
  readonly grace?: () => number;
  /** Called with each whole line of standard output (or error) while the program runs. */
  readonly onStdout?: (line: string) => void;
  readonly onStderr?: (line: string) => void;
}

/** Result of a finished program. `code` is null when a signal ended it. */
export interface RunResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly timedOut: boolean;
  /** True when `maxOutput` was passed. */
  readonly tooLong?: boolean;
}

/** Runs programs; injected into everything that needs one, so that tests can give their own. */
export type Run = (program: string, args: readonly string[], options?: RunOptions) => Promise<RunResult>;

/**
 * Version managers (asdf, mise and others) read files of the working folder and of those above it, and may run what these
 * say. So no program is started in the checkout.
 */
const AWAY = parse(process.execPath).root;

/**
 * Output of a short program that ends by itself, such as one that tells its version; undefined where it fails.
 * By @actions/exec. Everything else goes by `run`: @actions/exec cannot interrupt a program, put it into a process group
 * of its own, or bound its time and its output.
 */
export async function ask(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  const { getExecOutput } = await import('@actions/exec');
  const set = Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  try {
    // The shell gives the program no input. @actions/exec itself leaves a pipe open, which a program may wait for, or writes
    // to it, which ends this process where the program has ended already. Arguments are not parsed by the shell.
    const { exitCode, stdout } = await getExecOutput('/bin/sh', ['-c', 'exec "$0" "$@" </dev/null', program, ...args], {
      ...{ silent: true, ignoreReturnCode: true },
      cwd: AWAY,
      env: Object.fromEntries(set),
    });
    return exitCode === 0 ? stdout : undefined;
  } catch {
    return undefined;
  }
}

/** Runs a program to its end and returns its output whatever its exit code; throws only when it cannot be started. */
export const run: Run = (program, args, options = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: options.cwd ?? AWAY,
      env: options.env ?? process.env,
      stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      // A group of its own: Ctrl-C would reach the child twice, by the terminal and by us, and terraform takes the
      // second for an order to leave without releasing its lock.
      detached: true,
    });
    const out = lines(options.onStdout);
    const err = lines(options.onStderr);
    let timedOut = false;
    let killTimer: NodeJS.Timeout | undefined;
    const stop = (signal: NodeJS.Signals, grace: number): void => {
      child.kill(signal);
      killTimer ??= setTimeout(() => killGroup(child.pid), grace);
    };
    const limit =
      options.timeout === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            stop('SIGTERM', 10_000);
          }, options.timeout);
    const onAbort = (): void => stop('SIGINT', options.grace?.() ?? 60_000);
    if (options.signal?.aborted) onAbort();
    options.signal?.addEventListener('abort', onAbort, { once: true });

    let room = options.maxOutput ?? Number.POSITIVE_INFINITY;
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      if (room < 0) return;
      room -= chunk.length;
      if (room < 0) stop('SIGTERM', 10_000);
      else out.push(chunk);
    });
    child.stderr?.setEncoding('utf8').on('data', err.push);
    child.stdin?.on('error', () => {}); // the program may end before it has read everything
    child.stdin?.end(options.input);
    child.on('error', (cause) => reject(new ToolError(`${program} could not be started`, { cause })));
    child.on('close', (code) => {
      clearTimeout(limit);
      clearTimeout(killTimer);
      options.signal?.removeEventListener('abort', onAbort);
      const tooLong = room < 0 ? { tooLong: true } : {};
      resolve({ code, stdout: out.end(), stderr: err.end(), timedOut, ...tooLong });
    });
  });

/** Ends a child and all that it started: a grandchild that holds a pipe open would keep us waiting for ever. */
function killGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody of the group is left.
  }
}

function lines(onLine?: (line: string) => void): { push: (chunk: string) => void; end: () => string } {
  let whole = '';
  let rest = '';
  return {
    push(chunk) {
      whole += chunk;
      if (!onLine) return;
      const parts = (rest + chunk).split('\n');
      rest = parts.pop() ?? '';
      for (const part of parts) onLine(part);
    },
    end() {
      if (onLine && rest !== '') onLine(rest);
      return whole;
    },
  };
}
