// actionlint over the workflows of this repository and of each example: node scripts/actionlint.mjs PROGRAM. An example is a
// repository of its own, in which `./.github/workflows/…` means its own files, so each is looked at as one.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './setup.mjs';

const [program] = process.argv.slice(2);
if (program === undefined) {
  console.error('node scripts/actionlint.mjs PROGRAM');
  process.exit(2);
}
const tracked = execFileSync('git', ['ls-files', '*.github/workflows/*.yml'], { cwd: root, encoding: 'utf8' });
const workflows = tracked.split('\n').filter((path) => path !== '');
const folder = mkdtempSync(join(tmpdir(), 'actionlint-'));
try {
  for (const repository of new Set(workflows.map((path) => path.slice(0, path.indexOf('.github/'))))) {
    const here = join(folder, repository || 'this', 'repository');
    // The mark by which actionlint finds the top of a repository.
    mkdirSync(join(here, '.git'), { recursive: true });
    const own = workflows.filter((path) => dirname(path) === join(repository, '.github/workflows'));
    for (const path of own) cpSync(join(root, path), join(here, path.slice(repository.length)));
    const files = own.map((path) => path.slice(repository.length));
    console.log(`${repository || 'this repository'}: ${files.length} workflows`);
    const { status, error } = spawnSync(program, ['-no-color', ...files], {
      cwd: here,
      stdio: 'inherit',
      timeout: 120_000,
    });
    if (error) console.error(error.message);
    if (status !== 0) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
