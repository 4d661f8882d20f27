// A sandbox for a benchmark, which stops with it, whatever ends it.
import { spawnSync } from 'node:child_process';

const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };

/** Starts a sandbox by its program `main`. Returns what stops it; a signal does so too. */
export function startSandbox({ main, envFile, config }) {
  const stop = () => {
    for (const [signal, listener] of listeners) process.off(signal, listener);
    spawnSync(process.execPath, [main, 'down', '--env', envFile], { stdio: 'ignore' });
  };
  const listeners = Object.entries(SIGNALS).map(([signal, code]) => [
    signal,
    () => {
      stop();
      process.exit(code);
    },
  ]);
  for (const [signal, listener] of listeners) process.on(signal, listener);
  const up = spawnSync(process.execPath, [main, 'up', '--env', envFile, '--config', config], { encoding: 'utf8' });
  if (up.status !== 0) {
    stop();
    throw new Error(up.stdout + up.stderr);
  }
  return stop;
}
