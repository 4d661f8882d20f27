// Checks of all Python files: node scripts/python-checks.mjs ruff|mypy PYTHON. Rules and versions: pyproject.toml and
// sandbox/python/requirements-checks.txt.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installPipTools } from './pip-tools.mjs';
import { root } from './setup.mjs';

const [check, python] = process.argv.slice(2);
if (!['ruff', 'mypy'].includes(check) || python === undefined) {
  console.error('node scripts/python-checks.mjs ruff|mypy PYTHON');
  process.exit(2);
}
const folder = installPipTools(check, python);
if (folder !== undefined) {
  const ruff = join(folder, 'bin/ruff');
  const runs = {
    ruff: [
      [ruff, 'check', '--no-cache', '.'],
      [ruff, 'format', '--no-cache', '--diff', '.'],
    ],
    // With the sandbox's Python, whose packages have the types.
    mypy: [[python, '-m', 'mypy', '--cache-dir', join(root, 'node_modules/.cache/mypy')]],
  };
  const paths = [folder, process.env.PYTHONPATH].filter((path) => path !== undefined && path !== '');
  for (const [program, ...args] of runs[check]) {
    const { status, error } = spawnSync(program, args, {
      cwd: root,
      env: { ...process.env, ...(check === 'mypy' ? { PYTHONPATH: paths.join(':') } : {}) },
      stdio: ['ignore', 'inherit', 'inherit'],
      timeout: 300_000,
    });
    if (error) console.error(error.message);
    if (status !== 0) process.exitCode = status ?? 1;
  }
}
