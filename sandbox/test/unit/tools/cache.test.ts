import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { cacheDir, install, partOf, withLock } from '../../../src/tools/cache.js';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tools-cache-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** Process id of a program that has ended. */
function deadPid(): number {
  return spawnSync('/bin/true').pid;
}

describe('the cache folder', () => {
  test('is our variable, else the desktop standard, else in the home folder', () => {
    expect(cacheDir({ JUPYTERHUB_GKE_CACHE: '/a', XDG_CACHE_HOME: '/b', HOME: '/c' })).toBe('/a');
    expect(cacheDir({ XDG_CACHE_HOME: '/b', HOME: '/c' })).toBe('/b/jupyterhub-gke');
    expect(cacheDir({ HOME: '/c' })).toBe('/c/.cache/jupyterhub-gke');
    expect(cacheDir({ JUPYTERHUB_GKE_CACHE: '', XDG_CACHE_HOME: '', HOME: '/c' })).toBe('/c/.cache/jupyterhub-gke');
  });
});

describe('installing', () => {
  test('installs an executable and removes what dead processes left, but not the work of running ones', () => {
    const path = join(dir, 'tool');
    const left = join(dir, `.tool.${deadPid()}.part`);
    const made = join(dir, `.tool.${process.ppid}.part`);
    for (const file of [left, made]) writeFileSync(file, 'half');
    writeFileSync(partOf(path), 'whole');
    install(partOf(path), path);
    expect(readFileSync(path, 'utf8')).toBe('whole');
    expect(statSync(path).mode & 0o111).toBe(0o111);
    expect(readdirSync(dir).sort()).toEqual([`.tool.${process.ppid}.part`, 'tool']);
  });
});

describe('the lock', () => {
  test('admits one process at a time, and is gone afterwards', async () => {
    const lock = join(dir, 'locks', 'tool');
    let inside = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 10));
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 5 }, () => withLock(lock, () => {}, work)));
    expect(most).toBe(1);
    expect(readdirSync(join(dir, 'locks'))).toEqual([]);
  });

  test('is released when the work fails', async () => {
    const lock = join(dir, 'tool');
    const failing = withLock(
      lock,
      () => {},
      async () => Promise.reject(new Error('no')),
    );
    await expect(failing).rejects.toThrow('no');
    expect(existsSync(lock)).toBe(false);
  });

  test.each([
    ['of a killed process', () => `${deadPid()} 1\n`],
    ['of a process whose number another one has now', () => `${process.ppid} 1\n`],
    ['without content', () => ''],
    ['with rubbish', () => 'x y z'],
  ])('%s is taken over', async (_name, content) => {
    const lock = join(dir, 'tool');
    writeFileSync(lock, content());
    const said: string[] = [];
    expect(
      await withLock(
        lock,
        (line) => said.push(line),
        async () => 'done',
      ),
    ).toBe('done');
    expect(said).toEqual([]);
    expect(readdirSync(dir)).toEqual([]);
  });

  test('of a running process is waited for, with one line that says so', async () => {
    const lock = join(dir, 'tool');
    mkdirSync(dir, { recursive: true });
    const script = 'read -r stat < /proc/$$/stat; set -- $stat; shift 21; echo "$$ $1" > "$LOCK"; sleep 0.7';
    const other = spawn('/bin/sh', ['-c', script], { env: { ...process.env, LOCK: lock }, stdio: 'ignore' });
    if (!existsSync(`/proc/${process.pid}/stat`)) return console.log('SKIPPED living lock: no /proc here');
    while (!existsSync(lock) || readFileSync(lock, 'utf8') === '')
      await new Promise((resolve) => setTimeout(resolve, 5));
    const said: string[] = [];
    await withLock(
      lock,
      (line) => said.push(line),
      async () => {},
    );
    expect(said).toEqual([`waiting for process ${other.pid}, which holds ${lock}`]);
    expect(other.exitCode).toBe(0);
  });
});
