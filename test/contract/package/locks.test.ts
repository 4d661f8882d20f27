import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { repoPath } from '../../../sandbox/src/paths.js';

const read = (path: string): string => readFileSync(repoPath(path), 'utf8');

describe('nothing is installed without a checksum', () => {
  test('of the packages of npm, on no platform', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { integrity?: string; resolved?: string; link?: boolean }>;
    };
    const entries = Object.entries(packages).filter(([path]) => path !== '');
    expect(entries.length).toBeGreaterThan(500);
    expect(entries.filter(([, { integrity }]) => !/^sha512-/.test(integrity ?? '')).map(([path]) => path)).toEqual([]);
    // A package of another origin than the registry would have no integrity that anybody checks.
    expect(entries.filter(([, { resolved, link }]) => resolved !== undefined || link).map(([path]) => path)).toEqual(
      [],
    );
  });

  test.each(['requirements.txt', 'requirements-checks.txt'])('of the Python packages of %s', (name) => {
    const text = read(`sandbox/python/${name}`)
      .replace(/^#.*\n/gm, '')
      .replaceAll('\\\n', ' ');
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    expect(lines.length).toBeGreaterThan(5);
    const wrong = lines.filter((line) => !/^[A-Za-z0-9_.-]+==[^ ]+( +--hash=sha256:[0-9a-f]{64})+ *$/.test(line));
    expect(wrong).toEqual([]);
  });

  test('because pip refuses a package without one', () => {
    for (const path of ['sandbox/src/tools/python.ts', 'scripts/pip-tools.mjs'])
      expect([path, read(path)]).toEqual([path, expect.stringContaining("'--require-hashes'")]);
  });
});
