// zizmor over everything that GitHub runs: node scripts/zizmor.mjs PYTHON.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { installPipTools } from './pip-tools.mjs';
import { projectOf } from './project-names.mjs';
import { root } from './setup.mjs';

const FILES = [
  'action.yml',
  'actions/*/action.yml',
  '*.github/workflows/*.yml',
  'templates/github/workflows/*.yml',
  '.github/dependabot.yml',
];
// What init puts into the templates; a test compares the example with what it writes.
const { repository, ref } = projectOf(root);
const ANSWERS = { actionRepository: repository, actionRef: ref, hubName: 'research' };

/** The tracked files in a folder of their own, templates as the files that they become. */
function collect(folder) {
  const tracked = execFileSync('git', ['ls-files', ...FILES], { cwd: root, encoding: 'utf8' });
  return tracked.split('\n').flatMap((path) => {
    if (path === '') return [];
    const to = path.replace(/^templates\/github\//, 'templates/.github/');
    mkdirSync(dirname(join(folder, to)), { recursive: true });
    if (to === path) cpSync(join(root, path), join(folder, to));
    else writeFileSync(join(folder, to), fill(readFileSync(join(root, path), 'utf8'), path));
    return [to];
  });
}

function fill(text, path) {
  return text.replace(/\{\{(\w+)\|text\}\}/g, (_, key) => {
    if (!Object.hasOwn(ANSWERS, key)) throw new Error(`${path}: ${basename(import.meta.url)} has no answer for ${key}`);
    return ANSWERS[key];
  });
}

const [python] = process.argv.slice(2);
if (python === undefined) {
  console.error('node scripts/zizmor.mjs PYTHON');
  process.exit(2);
}
const installed = installPipTools('zizmor', python);
if (installed !== undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'zizmor-'));
  try {
    const files = collect(folder);
    const config = join(root, '.github/zizmor.yml');
    const flags = ['--offline', '--persona=auditor', '--strict-collection', '--no-progress', '--color=never'];
    const { status, error } = spawnSync(join(installed, 'bin/zizmor'), [...flags, '--config', config, ...files], {
      cwd: folder,
      stdio: ['ignore', 'inherit', 'inherit'],
      timeout: 120_000,
    });
    if (error) console.error(error.message);
    process.exitCode = status ?? 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
