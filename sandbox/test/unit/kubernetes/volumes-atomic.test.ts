import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { writeAtomically } from '../../../src/kubernetes/volumes-atomic.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'volume-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const files = (content: Record<string, string>, mode = 0o644) =>
  new Map(Object.entries(content).map(([path, text]) => [path, { data: Buffer.from(text), mode }]));

test('files are links through ..data, and an update swaps that link', async () => {
  expect(await writeAtomically(folder, files({ a: '1', 'sub/b': '2' }, 0o400))).toBe(true);
  expect(readFileSync(join(folder, 'sub/b'), 'utf8')).toBe('2');
  expect(statSync(join(folder, 'a')).mode & 0o777).toBe(0o400);
  expect(readlinkSync(join(folder, 'a'))).toBe('..data/a');
  const before = readlinkSync(join(folder, '..data'));
  expect(await writeAtomically(folder, files({ a: '1', 'sub/b': '2' }, 0o400))).toBe(false);
  expect(readlinkSync(join(folder, '..data'))).toBe(before);
  expect(await writeAtomically(folder, files({ c: '3' }))).toBe(true);
  expect(readdirSync(folder).filter((name) => !name.startsWith('..'))).toEqual(['c']);
  expect(
    readdirSync(folder)
      .filter((name) => name.startsWith('..'))
      .sort(),
  ).toEqual(['..data', readlinkSync(join(folder, '..data'))].sort());
});

test('a reader never sees old and new files together', async () => {
  await writeAtomically(folder, files({ a: '0', b: '0' }));
  let done = false;
  const mixed: string[] = [];
  const reader = (async () => {
    while (!done) {
      const data = readlinkSync(join(folder, '..data'));
      try {
        const pair = ['a', 'b'].map((name) => readFileSync(join(folder, data, name), 'utf8'));
        if (pair[0] !== pair[1]) mixed.push(pair.join());
      } catch {
        // the folder of the old version was removed between the two reads
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
  })();
  for (let n = 1; n < 40; n += 1) await writeAtomically(folder, files({ a: String(n), b: String(n) }));
  done = true;
  await reader;
  expect(mixed).toEqual([]);
});

test.each(['../x', '/etc/x', 'a/../../x', '..data', '..hidden', ''])('%j cannot be a file', async (path) => {
  await expect(writeAtomically(folder, files({ [path]: 'x' }))).rejects.toThrow(/leads out|cannot be a file/);
  expect(readdirSync(folder)).toEqual([]);
});
