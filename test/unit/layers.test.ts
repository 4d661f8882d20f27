import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from '@jest/globals';

/** Rooms of src/ from top to bottom. A room imports what is below it, never a sibling in its own row. */
const LAYERS = [
  ['main'],
  ['commands'],
  ['stages'],
  ['github', 'report'],
  ['access', 'helm', 'terraform'],
  ['change', 'cloud', 'config', 'system'],
  ['errors', 'json', 'versions'],
];
const RANK = new Map(LAYERS.flatMap((rooms, rank) => rooms.map((room) => [room, rank] as const)));
const SOURCE_FOLDERS = ['src', 'sandbox/src', 'sandbox/test', 'test', 'scripts'];
/** Values, types, re-exports and imports at run time. */
const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*)'(\.[^']+)'/g;

interface Arrow {
  readonly from: string;
  readonly to: string;
}

/** Every relative import, with `to` as the file of the source that it names. */
function arrowsOf(files: ReadonlyMap<string, string>): Arrow[] {
  return [...files].flatMap(([from, text]) =>
    [...text.matchAll(IMPORT)].map(([, specifier = '']) => ({ from, to: normalize(join(dirname(from), specifier)) })),
  );
}

function layerViolations(files: ReadonlyMap<string, string>): string[] {
  const room = (path: string) => (path.split('/')[0] ?? '').replace(/\.(ts|js)$/, '');
  return arrowsOf(files)
    .filter(({ from, to }) => {
      if (to.startsWith('..')) return !to.endsWith('.json');
      if (room(from) === room(to)) return false;
      const [above, below] = [RANK.get(room(from)), RANK.get(room(to))];
      return above === undefined || below === undefined || above >= below;
    })
    .map(({ from, to }) => `${from} -> ${to}`);
}

/** Pairs of folders that import each other; a folder and its own parent are one subject and may. */
function twoWayArrows(files: ReadonlyMap<string, string>): string[] {
  const pairs = new Set(
    arrowsOf(files)
      .map(({ from, to }) => [dirname(from), dirname(to)] as const)
      .filter(
        ([from, to]) => ![from, to].includes('.') && !`${from}/`.startsWith(`${to}/`) && !to.startsWith(`${from}/`),
      )
      .map(([from, to]) => `${from} <-> ${to}`),
  );
  return [...pairs].filter((pair) => pair < reversed(pair) && pairs.has(reversed(pair)));
}

const reversed = (pair: string) => pair.split(' <-> ').reverse().join(' <-> ');

function read(folder: string): Map<string, string> {
  const paths = readdirSync(folder, { recursive: true }).map(String);
  return new Map(
    paths
      .filter((path) => /\.(ts|mjs|cjs)$/.test(path))
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );
}

const sources = read('src');

test('imports of src go one way', () => {
  expect(layerViolations(sources)).toEqual([]);
});

test('a wrong import is seen, as a value, a type, a re-export, at run time, from a root file and out of src', () => {
  const wrong = new Map([
    ['errors.ts', `import { a } from './config/a.js';`],
    ['config/a.ts', `import type { B } from '../report/b.js';`],
    ['report/b.ts', `export { c } from '../github/c.js';`],
    ['github/c.ts', `const d = await import('../commands/d.js');`],
    ['commands/d.ts', `import\n  '../../sandbox/src/main.js';`],
    ['new-room/e.ts', `import { a } from '../config/a.js';`],
  ]);
  expect(layerViolations(wrong)).toHaveLength(6);
});

test('no two rooms import each other', () => {
  expect(twoWayArrows(sources)).toEqual([]);
  const wrong = new Map([
    ['access/iap/a.ts', `import { b } from '../users/b.js';`],
    ['access/users/b.ts', `import type { A } from '../iap/a.js';`],
  ]);
  expect(twoWayArrows(wrong)).toEqual(['access/iap <-> access/users']);
});

test('one command imports no other', () => {
  const verb = (path: string) => path.split('/')[1]?.replace(/\.(ts|js)$/, '');
  const between = arrowsOf(sources).filter(
    ({ from, to }) => from.startsWith('commands/') && to.startsWith('commands/') && verb(from) !== verb(to),
  );
  expect(between).toEqual([]);
});

test('no folder of src has more than 15 files beside its folders', () => {
  const sizes = new Map<string, number>();
  for (const path of sources.keys()) sizes.set(dirname(path), (sizes.get(dirname(path)) ?? 0) + 1);
  expect([...sizes].filter(([, size]) => size > 15)).toEqual([]);
});

test('no source file has more than 300 lines', () => {
  const long = SOURCE_FOLDERS.flatMap((folder) =>
    [...read(folder)]
      .filter(([path]) => !path.includes('.generated.') && !path.startsWith('lib/'))
      .map(([path, text]) => [`${folder}/${path}`, text.split('\n').length - 1] as const)
      .filter(([, lines]) => lines > 300),
  );
  expect(long).toEqual([]);
});
