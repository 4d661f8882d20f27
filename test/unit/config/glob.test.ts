import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { globFault } from '../../../src/config/users-sources.js';
import { pathMatcher } from '../../../src/stages/input/globs.js';
import { matchingFiles } from '../../../src/stages/input/users-files.js';

test.each([
  '*a*a*a*a*a*a*a*b.yaml',
  '**/*a*a*a*b.yaml',
  '**/**/**/**/**/**/**/x.yaml',
  '*(a|aa)*(a|aa)b.yaml',
  '{a.yaml',
  '[a.yaml',
  '[[a-z/*.yaml',
  'teams/a}.yaml',
  '!*.yaml',
  'teams/!a*.yaml',
  `${'x'.repeat(300)}*.yaml`,
])('a glob that could hang or crash a run is refused: %s', async (pattern) => {
  expect(globFault(pattern)).toMatchObject({ why: expect.any(String), hint: expect.any(String) });
  const folder = mkdtempSync(join(tmpdir(), 'glob-'));
  try {
    writeFileSync(join(folder, `${'a'.repeat(200)}c.yaml`), '');
    expect(await matchingFiles(folder, pattern)).toEqual([]);
    expect((await pathMatcher([pattern]))(pattern, `${'a'.repeat(200)}c.yaml`)).toBe(false);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test.each(['*.yaml', 'teams/**/*.yaml', '{staff,guests}.yaml', 'class-[0-9].csv', '*-*.yaml', 'users.yaml'])(
  'a glob as people write it is not: %s',
  (pattern) => {
    expect(globFault(pattern)).toBeUndefined();
  },
);

test('the most stars that are allowed take no time on the longest names', async () => {
  const matches = await pathMatcher(['**/*a*/**/*a*b.yaml']);
  expect(matches('**/*a*/**/*a*b.yaml', Array.from({ length: 15 }, () => 'a'.repeat(255)).join('/'))).toBe(false);
});

test('a glob finds the files that it also recognises by name', async () => {
  const files = [
    'users.yaml',
    'a b.yaml',
    'teams/ml.yaml',
    'teams/eu/ml.yaml',
    'teams/ml.csv',
    'teams/.x.yaml',
    'x/y/z.csv',
  ];
  const folder = mkdtempSync(join(tmpdir(), 'glob-'));
  try {
    for (const file of files) {
      mkdirSync(join(folder, file, '..'), { recursive: true });
      writeFileSync(join(folder, file), '');
    }
    const patterns =
      '*.yaml|**/*.yaml|teams/*|teams/**/*.yaml|./teams/*.yaml|{users,none}.yaml|teams/{ml,eu/ml}.yaml|x/**|[ua]*|teams/m?.csv|none/*';
    for (const pattern of patterns.split('|')) {
      const matches = await pathMatcher([pattern]);
      expect([pattern, ...(await matchingFiles(folder, pattern))]).toEqual([
        pattern,
        ...files.filter((file) => matches(pattern, file)).sort(),
      ]);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
