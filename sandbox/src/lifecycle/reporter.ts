import { type RunResult, run } from '../../../src/system/exec.js';
import type { Log } from '../log.js';
import { repoPath } from '../paths.js';

/** A finished program together with its command line, for messages. */
export interface Ran extends RunResult {
  readonly line: string;
}

/** Reports the lifecycle step by step, and fails at the first check that does not pass. */
export class Reporter {
  readonly #log: Log;
  readonly #start = Date.now();
  #steps = 0;
  #checks = 0;

  constructor(log: Log) {
    this.#log = log;
  }

  /** Number of steps and checks so far. */
  get counts(): { readonly steps: number; readonly checks: number } {
    return { steps: this.#steps, checks: this.#checks };
  }

  /** Runs a step and reports it with its duration. */
  async step<T>(title: string, work: () => Promise<T>): Promise<T> {
    this.#steps += 1;
    const from = Date.now();
    this.#log(`\n${String(this.#steps).padStart(2)}  ${title}`);
    const result = await work();
    this.#log(`    ${seconds(from)} (${seconds(this.#start)} in total)`);
    return result;
  }

  /** Reports an observation. */
  say(line: string): void {
    this.#log(`    ${line}`);
  }

  /** Reports a skipped check and its reason. `npm test` counts it. */
  skip(what: string, reason: string): void {
    this.#log(`    SKIPPED ${what}: ${reason}`);
  }

  /** Fails unless `isSo`; `seen` is what was observed instead. */
  check(what: string, isSo: boolean, seen: unknown = ''): void {
    this.#checks += 1;
    if (!isSo) {
      const text = typeof seen === 'string' ? seen : JSON.stringify(seen, null, 1);
      throw new Error(`Failed: ${what}${text === '' ? '' : `\nSeen:\n${text.slice(-6000)}`}`);
    }
    this.#log(`    ✓ ${what}`);
  }
}

/** Runs a command of the bundle like a person in a terminal. */
export async function jupyterhubGke(
  args: readonly string[],
  options: { readonly env: NodeJS.ProcessEnv; readonly cwd: string; readonly onLine?: (line: string) => void },
): Promise<Ran> {
  const result = await run(process.execPath, [repoPath('dist/index.js'), ...args], {
    env: options.env,
    cwd: options.cwd,
    ...(options.onLine ? { onStdout: options.onLine, onStderr: options.onLine } : {}),
  });
  return { ...result, line: `jupyterhub-gke ${args.join(' ')}` };
}

/** Runs a program and returns its standard output. A failure is an error. */
export async function output(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const result = await run(program, args, { env, timeout: 120_000 });
  if (result.code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${result.code}:\n${result.stderr}`);
  return result.stdout;
}

function seconds(from: number): string {
  return `${((Date.now() - from) / 1000).toFixed(1)} s`;
}
