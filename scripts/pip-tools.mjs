// Programs from PyPI that only the gates need. They are installed once, by the pip of the sandbox's Python, beside the
// sandbox's tools and apart from its environment, which stays small.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheDir } from './node.mjs';
import { root } from './setup.mjs';

/**
 * Folder with the packages of a check in sandbox/python/requirements-checks.txt, their programs in `bin`. Where there is no
 * wheel or no index, a line says so, and the answer is undefined: the gate is skipped by name. A wheel with another sum than
 * the file's is such a case too.
 */
export function installPipTools(name, python) {
  const requirements = requirementsOf(name);
  // Wheels are for one version of Python.
  const version = spawnSync(python, ['--version'], { encoding: 'utf8' }).stdout.trim();
  const key = createHash('sha256').update(`${version}\n${requirements}`).digest('hex').slice(0, 12);
  const folder = join(cacheDir(), name, key);
  if (existsSync(folder)) return folder;
  mkdirSync(dirname(folder), { recursive: true });
  const part = mkdtempSync(`${folder}.part-`);
  const file = join(part, 'requirements.txt');
  writeFileSync(file, requirements);
  const pip = [
    '-m',
    'pip',
    'install',
    '--quiet',
    '--disable-pip-version-check',
    '--no-input',
    '--no-deps',
    '--require-hashes',
  ];
  const made = spawnSync(python, [...pip, '--only-binary=:all:', '--target', part, '--requirement', file], {
    encoding: 'utf8',
    timeout: 180_000,
  });
  // Another run may have been faster.
  if (made.status === 0 && !existsSync(folder)) renameSync(part, folder);
  rmSync(part, { recursive: true, force: true });
  if (made.status === 0) return folder;
  const reason = (made.error?.message ?? made.stderr).trim().split('\n').at(-1);
  console.log(`SKIPPED ${name}: pip cannot install it here (${reason})`);
  return undefined;
}

/** The lines after the comment of a check: its packages with their sums. */
function requirementsOf(name) {
  const text = readFileSync(join(root, 'sandbox/python/requirements-checks.txt'), 'utf8');
  const found = new RegExp(`^# ${name}\\b.*\\n((?:[^#\\n].*\\n)+)`, 'm').exec(text)?.[1];
  if (found === undefined) throw new Error(`sandbox/python/requirements-checks.txt has no packages of ${name}`);
  return found;
}
