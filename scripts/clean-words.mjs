// Fails where a tracked file holds a path of some machine or the host of a package registry or mirror.
import { execFileSync } from 'node:child_process';
import { root } from './setup.mjs';

const PATTERNS = [
  '(^|[^A-Za-z0-9_.-])/(work|farm|root)/',
  'registry\\.npmjs\\.org',
  'proxy\\.golang\\.org',
  'pypi\\.org/simple',
];
// Licence texts and the bundle hold what their authors wrote; this file holds the patterns.
const EXCEPT = [':!dist', ':!scripts/clean-words.mjs'];
let found = '';
for (const pattern of PATTERNS) {
  try {
    found += execFileSync('git', ['grep', '-nE', pattern, '--', '.', ...EXCEPT], { cwd: root, encoding: 'utf8' });
  } catch (error) {
    if (error.status !== 1) throw error; // 1 means that nothing was found
  }
}
if (found !== '') {
  console.error(found);
  process.exitCode = 1;
}
