import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { repoPath } from '../paths.js';

/** What to run as a container. */
export interface ProcessSpec {
  /** Program and arguments on this machine. */
  readonly argv: readonly string[];
  /** Whole environment. */
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** File that takes the output, appended. */
  readonly logFile: string;
  /** Python that runs the shim between this process and the program. */
  readonly python: string;
}

/** A container's running process. */
export interface PodProcess {
  /** Exit code as a shell has it: 128 + signal where one ended it; 137 also for `kill`. */
  readonly exited: Promise<number>;
  /** Asks the program to end (SIGTERM). */
  terminate(): void;
  /** Ends the program and everything it started, at once. */
  kill(): void;
  /** What the program left for whoever asks why it ended. */
  readonly endMessage?: () => Promise<string>;
}

/** Starts a container. It ends with this process, also when this process is killed with SIGKILL. */
export function startPodProcess(spec: ProcessSpec): PodProcess {
  mkdirSync(dirname(spec.logFile), { recursive: true });
  const log = openSync(spec.logFile, 'a', 0o600);
  let child: ChildProcess;
  try {
    // -I and -S keep the shim itself free of the pod's hooks and packages.
    child = spawn(spec.python, ['-I', '-S', repoPath('sandbox', 'hooks', 'container.py'), ...spec.argv], {
      cwd: spec.cwd,
      env: spec.env,
      stdio: ['pipe', log, log],
      detached: true, // Ctrl-C in a terminal is for the sandbox to handle
    });
  } finally {
    closeSync(log);
  }
  child.stdin?.on('error', () => {}); // the shim may end first
  return {
    exited: new Promise((resolve) => {
      child.on('error', () => resolve(126));
      child.on('exit', (code) => resolve(code ?? 137));
    }),
    terminate: () => child.kill('SIGTERM'),
    kill: () => child.stdin?.end(),
  };
}
