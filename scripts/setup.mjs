// Set-up that every script does for itself, so that a fresh clone needs one command only.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Installs the packages of the lock file, unless they are there already. */
export function installPackages() {
  const marker = join(root, 'node_modules/.package-lock.json');
  if (existsSync(marker) && statSync(marker).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs) return;
  console.log('Installing npm packages (about 30 s) …');
  execFileSync('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'], { cwd: root, stdio: 'inherit' });
}

/** Compiles src/ or sandbox/src/ unless the output is newer than every source. */
export function compile(target) {
  const sources = target === 'src' ? ['src'] : ['src', 'sandbox/src'];
  const marker = join(root, target === 'src' ? 'lib/src/main.js' : 'sandbox/lib/package.json');
  const newest = Math.max(
    ...sources.map((folder) => newestIn(join(root, folder))),
    statSync(join(root, 'tsconfig.json')).mtimeMs,
  );
  if (existsSync(marker) && statSync(marker).mtimeMs >= newest) return;
  execFileSync(process.execPath, [join(root, 'scripts/compile.mjs'), target], { cwd: root, stdio: 'inherit' });
}

function newestIn(folder) {
  return Math.max(
    statSync(folder).mtimeMs,
    ...readdirSync(folder, { withFileTypes: true, recursive: true }).map(
      (entry) => statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs,
    ),
  );
}

/** Runs a program to its end with our terminal; signals reach it, its exit code is the result. */
export function pass(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', ...options });
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
    child.on('error', (error) => {
      console.error(`${program} could not be started: ${error.message}`);
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}
