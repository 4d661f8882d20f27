import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { hostname, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { clearLockNote, earlierLockNote, isLeftOver, noteLock } from '../../../src/terraform/lock.js';

const DEAD = 2 ** 22 - 1; // above the process ids of any usual machine
const lock = {
  id: '1',
  path: 'gs://b/p/default.tflock',
  who: `${userInfo().username}@${hostname()}`,
  created: '2026-11-24 08:00:05 UTC',
  operation: 'apply',
};
const mark = { pid: DEAD, at: '2026-11-24T08:00:00.000Z', workDir: '/nowhere/terraform-platform-x' };

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'lock-test-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('a lock that a killed run left over', () => {
  test('is one that this user on this host made in a marked, dead run', () => {
    if (process.platform !== 'linux') return console.log('SKIPPED left-over lock: processes are listed by /proc');
    expect(isLeftOver(lock, mark)).toBe(true);
  });

  test.each([
    ['somebody else', { ...lock, who: 'runner@elsewhere' }, mark],
    ['no mark', lock, undefined],
    ['a mark that is younger than the lock', { ...lock, created: '2026-11-24 07:59:00 UTC' }, mark],
    ['no readable time', { ...lock, created: 'yesterday' }, mark],
    ['a run that is alive', lock, { ...mark, pid: process.ppid }],
  ])('is not one with %s', (_name, given, givenMark) => {
    expect(isLeftOver(given, givenMark)).toBe(false);
  });

  test('is not one while its terraform still works', async () => {
    const child = spawn('sleep', ['30'], { cwd: dir, stdio: 'ignore' });
    try {
      await new Promise((resolve) => child.once('spawn', resolve));
      expect(isLeftOver(lock, { ...mark, workDir: dir })).toBe(false);
    } finally {
      child.kill('SIGKILL');
    }
  });

  test('is told by a mark that a run removes when it ends, and that a refused run puts back', () => {
    noteLock(dir, 'gs://b/p', '/work-dir');
    const own = earlierLockNote(dir, 'gs://b/p');
    expect(own).toMatchObject({ pid: process.pid, workDir: '/work-dir' });
    expect(earlierLockNote(dir, 'gs://b/other')).toBeUndefined();
    clearLockNote(dir, 'gs://b/p', mark);
    expect(earlierLockNote(dir, 'gs://b/p')).toEqual(mark);
    clearLockNote(dir, 'gs://b/p');
    expect(earlierLockNote(dir, 'gs://b/p')).toBeUndefined();
  });
});
