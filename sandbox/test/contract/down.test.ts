import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { repoPath } from '../../src/paths.js';

let folder: string;
const registry = () => join(folder, `jupyterhub-gke-sandbox-${userInfo().uid}`);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jupyterhub-gke-down-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** An entry such as `up` leaves behind when its process is killed. */
function entry(name: string): string {
  const dir = join(registry(), name);
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, 'pid'), '0');
  writeFileSync(join(dir, 'env-file'), `/somewhere/${name}.env`);
  return dir;
}

function down(...args: readonly string[]): { readonly code: number | null; readonly text: string } {
  const main = repoPath('sandbox/lib/sandbox/src/main.js');
  const env = { ...process.env, TMPDIR: folder };
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'down', ...args], { encoding: 'utf8', env });
  return { code: status, text: stdout + stderr };
}

test('down without a file stops the only sandbox', () => {
  entry('mine');
  expect(down()).toEqual({ code: 0, text: 'The sandbox is stopped. It left nothing behind.\n' });
  expect(existsSync(registry())).toBe(false);
});

test('down without a file never stops the sandboxes of others', () => {
  const dirs = [entry('mine'), entry('yours')];
  const { code, text } = down();
  expect(code).toBe(1);
  expect(text.split('\n').slice(0, 3)).toEqual([
    '2 sandboxes run. Name one, or stop them with --all:',
    '  npm run sandbox -- down --env /somewhere/mine.env',
    '  npm run sandbox -- down --env /somewhere/yours.env',
  ]);
  expect(dirs.every((dir) => existsSync(dir))).toBe(true);
  expect(down('--all').code).toBe(0);
  expect(existsSync(registry())).toBe(false);
});
