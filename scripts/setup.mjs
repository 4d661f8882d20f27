// Set-up that every script does for itself, so that a fresh clone needs one command only.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Installs the packages of the lock file, unless they are there already. Ends the process where that would do harm. */
export function installPackages() {
  const folder = join(root, 'node_modules');
  if (isInstalled(packagesOf(join(root, 'package-lock.json')), packagesOf(join(folder, '.package-lock.json')))) return;
  // npm ci empties the folder first, and through a link that would be the folder of another checkout.
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) {
    console.error(
      `${folder} is a symbolic link, and what it leads to is not what package-lock.json asks for. Nothing was installed: it would empty the folder that the link leads to. Remove the link ("rm node_modules") and run again.`,
    );
    process.exit(1);
  }
  console.log('Installing npm packages (about 30 s) …');
  execFileSync('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'], { cwd: root, stdio: 'inherit' });
}

/** Packages of a lock file by folder, without the project itself; undefined where there is no such file. */
function packagesOf(path) {
  if (!existsSync(path)) return undefined;
  try {
    return Object.entries(JSON.parse(readFileSync(path, 'utf8')).packages).filter(([folder]) => folder !== '');
  } catch {
    // Cut off or not npm's: npm says what is wrong with a lock file, and writes its own record anew.
    return undefined;
  }
}

/**
 * Whether npm's record of what it installed has the packages of the lock file, and no others. Optional ones may be
 * missing, for npm leaves out those for other platforms. Times say nothing: git and copies give files new ones.
 */
function isInstalled(locked, installed) {
  if (locked === undefined || installed === undefined) return false;
  const found = new Map(installed);
  const isThere = ([folder, { version, integrity, optional }]) => {
    const one = found.get(folder);
    if (one === undefined) return optional === true;
    return one.version === version && (one.integrity ?? integrity) === (integrity ?? one.integrity);
  };
  const known = new Set(locked.map(([folder]) => folder));
  return locked.every(isThere) && installed.every(([folder]) => known.has(folder));
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
