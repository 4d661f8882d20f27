import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MAX_LENGTH } from '../../../src/config/yaml/source.js';
import { SIX } from '../../support/config.js';

// What a small runner has to spare; without bounds some of these files took three gigabytes.
const HEAP = 768;
const full = (piece: string, before = ''): string =>
  before + piece.repeat(Math.floor((MAX_LENGTH - before.length) / piece.length));

/** Files as large as they may be, or with as many values as they may have, each made to cost much. */
const FILES: Readonly<Record<string, string>> = {
  'entries of a flow list': full('a,', 'a: ['),
  'empty mappings': full('{},', 'a: ['),
  'keys without a value': full('a:\n'),
  'lists in lists': full('- - - - - - - -\n'),
  anchors: full('&a ', 'a: '),
  tags: full('!a ', 'a: '),
  'closing brackets': full('} '),
  'quoted texts without a comma': full("- 'x' 'x'\n"),
  comments: full('#\n'),
  'one long text': full('\\"', 'a: "'),
  'as many values as there may be': `a: [${'a,'.repeat(390_000)}]`,
  'as many pairs as there may be': 'a: 1 #x\n'.repeat(190_000),
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jupyterhub-gke-memory-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function validate(): { readonly code: number | null; readonly findings: number } {
  const { status, stdout } = spawnSync(
    process.execPath,
    [`--max-old-space-size=${HEAP}`, join(process.cwd(), 'dist/index.js'), 'validate', '--json'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 2 ** 20 },
  );
  return { code: status, findings: (JSON.parse(stdout) as { findings: unknown[] }).findings.length };
}

describe('validate needs little memory', () => {
  test.each(Object.entries(FILES))('for a configuration of %s', (_name, text) => {
    writeFileSync(join(folder, 'jupyterhub.yaml'), text);
    const { code, findings } = validate();
    expect(code).toBe(1);
    expect(findings).toBeGreaterThan(0);
    expect(findings).toBeLessThanOrEqual(102);
  });

  test.each([
    ['cells', full(',', 'email\n')],
    ['rows', full('a\n', 'email\n')],
    ['columns', full(',')],
    ['quotation marks', full('"', 'email\n')],
  ])('for a CSV of %s', (_name, text) => {
    writeFileSync(join(folder, 'jupyterhub.yaml'), SIX.replace('users.yaml', 'users.csv'));
    writeFileSync(join(folder, 'users.csv'), text);
    expect(validate()).toMatchObject({ code: 1 });
  });
});
