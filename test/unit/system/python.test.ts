import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { compilePython } from '../../../src/system/python.js';

const env = { PATH: process.env.PATH };

async function withProgram<T>(script: string, use: (path: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'python-'));
  try {
    for (const name of ['python3', 'python']) writeFileSync(join(folder, name), script, { mode: 0o755 });
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('texts are compiled one by one, and none is executed', async () => {
  const answer = await compilePython(['import os; os._exit(7)', 'def f(:\n', 'x = 1', '\ud800 = ('], env);
  expect(answer?.version[0]).toBe(3);
  expect([...(answer?.errors.keys() ?? [])]).toEqual([1, 3]);
  expect(answer?.errors.get(1)).toMatchObject({ line: 1, column: 7 });
});

test('a text that is nested too deep for Python is no error', async () => {
  const answer = await compilePython([`x = ${'('.repeat(150)}1${')'.repeat(150)}`], env);
  expect(answer?.errors.size ?? 0).toBe(0);
});

test.each([
  ['a program that fails, like that of a version manager without a version', '#!/bin/sh\nexit 127\n'],
  ['a program that says something else', '#!/bin/sh\necho hello\n'],
  ['Python 2', `#!/bin/sh\necho '{"version": [2, 7], "found": []}'\n`],
])('no answer: %s', async (_, script) => {
  expect(await withProgram(script, (path) => compilePython(['('], { PATH: `${path}:/usr/bin:/bin` }))).toBeUndefined();
});

test('Python gets no variable of the job', async () => {
  const script = `#!/bin/sh\nenv | grep -q INPUT_TOKEN && exit 1\necho '{"version": [3, 12], "found": []}'\n`;
  const run = (path: string) => compilePython(['x'], { PATH: `${path}:/usr/bin:/bin`, INPUT_TOKEN: 'secret' });
  expect(await withProgram(script, run)).toBeDefined();
});
