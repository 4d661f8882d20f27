import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { repoPath } from '../../../sandbox/src/paths.js';
import { NATURES, natureOf } from '../../../src/config/chart/value-natures.js';
import { SECTIONS } from '../../../src/config/chart/z2jh-keys.js';

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
}

/** Dotted paths of all sections without sections of their own. */
function leaves({ properties }: Schema, path = ''): readonly string[] {
  if (properties === undefined) return path === '' ? [] : [path];
  return Object.entries(properties).flatMap(([name, inner]) => leaves(inner, path === '' ? name : `${path}.${name}`));
}

/** The same from the table of names in this repository, which a contract test compares with the chart's schema. */
const known = Object.entries(SECTIONS).flatMap(([section, names]) =>
  names
    .split(' ')
    .map((name) => (section === '' ? name : `${section}.${name}`))
    .filter((path) => !Object.hasOwn(SECTIONS, path)),
);
const RELEASED = repoPath('..', 'shared', 'data', 'z2jh-4.4.0', 'values.schema.yaml');

/** Sections that the table names neither by themselves nor with what is below them. */
function unnamed(paths: readonly string[]): readonly string[] {
  return paths.filter((path) => {
    const steps = path.split('.');
    // Sections with names of the user's choice are in the table with a `*`.
    return (
      natureOf(steps).depth === 0 && natureOf([...steps, 'x']).depth === 0 && natureOf([...steps, 'x', 'x']).depth === 0
    );
  });
}

test('every section of the chart has a nature', () => {
  expect(known.length).toBeGreaterThan(200);
  expect(unnamed(known)).toEqual([]);
});

test('every section of the released chart has a nature', () => {
  if (!existsSync(RELEASED)) return console.log('SKIPPED natures of the released chart: its schema is absent');
  const released = leaves(parse(readFileSync(RELEASED, 'utf8')) as Schema);
  expect(released.length).toBeGreaterThan(200);
  expect(unnamed(released)).toEqual([]);
});

test('a section that the table lacks is missed, and counts as code', () => {
  expect(unnamed([...known, 'hub.newest', 'singleuser.newest.thing', 'newest'])).toEqual([
    'hub.newest',
    'singleuser.newest.thing',
    'newest',
  ]);
  expect(natureOf(['hub', 'newest'])).toEqual({ natures: ['code'], depth: 0 });
});

test('a section that is neither is named by itself, so that a new key below it is missed', () => {
  const parents = new Set(Object.keys(SECTIONS));
  const whole = [...NATURES].filter(([pattern, natures]) => natures.includes('neither') && parents.has(pattern));
  expect(whole).toEqual([]);
});

test('the table names no section that the chart does not have', () => {
  const all = [...known, ...Object.keys(SECTIONS)];
  const OPEN =
    /^(hub\.(config|services|loadRoles|extra\w+|lifecycle)|singleuser\.(extra\w+|lifecycleHooks)|custom|prePuller\.extraImages)\./;
  expect([...NATURES.keys()].filter((pattern) => !all.includes(pattern) && !OPEN.test(pattern))).toEqual([]);
});
