import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { loadUsers } from '../../../src/access/users/load.js';
import type { Diagnostic } from '../../../src/config/diagnostic.js';
import { MAX_LENGTH } from '../../../src/config/yaml/source.js';
import { loadText, SIX } from '../../support/config.js';

const config = (text: string) => loadText({ path: 'jupyterhub.yaml', text }, '/repository');
const rules = (text: string): string[] => config(text).diagnostics.map(({ rule }) => rule);

function expectValidPlaces(text: string, diagnostics: readonly Diagnostic[]): void {
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  for (const { line, column, length, message } of diagnostics) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines.length);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(length).toBeGreaterThanOrEqual(1);
    expect(column + length - 1).toBeLessThanOrEqual(Math.max(1, (lines[line - 1] ?? '').length + 1));
    expect(message).not.toBe('');
  }
}

function check(text: string): void {
  const { config: built, diagnostics, locate } = config(text);
  expect(built === undefined).toBe(diagnostics.some(({ severity }) => severity === 'error'));
  expectValidPlaces(text, diagnostics);
  expectValidPlaces(text, [{ ...locate(['profiles', 0, 'cpu']), severity: 'note', rule: 'x', message: 'x' }]);
  expectValidPlaces(text, loadUsers([{ path: 'users.yaml', text }]).diagnostics);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
}

describe('loading never throws', () => {
  test('for arbitrary text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), check), { numRuns: 100 });
  });

  test('for text made of YAML fragments', () => {
    const pieces = [
      'a',
      ': ',
      ':',
      '- ',
      '\n',
      '  ',
      '\t',
      '{',
      '}',
      '[',
      ']',
      ',',
      '&a ',
      '*a',
      '!!set ',
      '!x ',
      '|\n',
      '>-\n',
      '"',
      "'",
      '#',
      '<<',
      '? ',
      '---\n',
      '...\n',
      '%YAML 1.1\n',
      '__proto__',
      'constructor',
      'users',
      'email',
      'profiles',
      'hub',
      'values',
      '\r\n',
      '\uFEFF',
      '\u0000',
      '.nan',
      '0x1F',
      '~',
      '@',
      '`',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (parts) => check(parts.join(''))),
      { numRuns: 300 },
    );
  });

  test('for mutations of a valid file', () => {
    const good = `${SIX}profiles:\n  - {name: small, cpu: {guarantee: 1, limit: 2}}\nhub: {values: {hub: {extraEnv: {A: {secretRef: B}}}}}\n`;
    const mutation = fc.tuple(fc.nat(good.length), fc.nat(10), fc.string({ maxLength: 8 }));
    fc.assert(
      fc.property(mutation, ([at, cut, put]) => check(good.slice(0, at) + put + good.slice(at + cut))),
      { numRuns: 120 },
    );
  });

  test('for any JSON value at any key', () => {
    const keys = ['name', 'users', 'state', 'platform', 'access', 'storage', 'profiles', 'hub', 'secrets', 'extends'];
    const file = fc.dictionary(fc.constantFrom(...keys), fc.jsonValue(), { maxKeys: 6 });
    fc.assert(
      fc.property(file, (value) => check(`${SIX}${stringify(value)}`)),
      { numRuns: 60 },
    );
    fc.assert(
      fc.property(fc.jsonValue(), (value) => check(stringify({ users: value }))),
      { numRuns: 60 },
    );
  });
});

describe('hostile files are checked to their end', () => {
  const cases: Readonly<Record<string, () => string>> = {
    'deep flow': () => `a: ${'['.repeat(30_000)}`,
    'deep compact lists': () => `a:\n  ${'- '.repeat(20_000)}x`,
    'deep complex keys': () => '? '.repeat(20_000),
    'deep blocks': () => Array.from({ length: 1500 }, (_, index) => `${' '.repeat(index)}a:`).join('\n'),
    'many keys': () =>
      `${SIX}hub:\n  values:\n    custom:\n${Array.from({ length: 15_000 }, (_, i) => `      k${i}: 1`).join('\n')}`,
    'many unknown keys': () => SIX + Array.from({ length: 10_000 }, (_, i) => `key${i}: 1`).join('\n'),
    'many profiles': () => `${SIX}profiles:\n${'  - {name: A, cpu: x}\n'.repeat(5_000)}`,
    'long word': () => `${SIX}access: {domain: ${'a-'.repeat(200_000)}}`,
    'long dotted word': () => `${SIX}access: {domain: ${'a.'.repeat(200_000)}}`,
    'long image': () => `${SIX}profiles: [{name: a, image: ${'a/'.repeat(300_000)}}]`,
    'long key': () => `${SIX}${'k'.repeat(900)}: 1`,
    'alias bomb': () =>
      `a: &a [x]\n${Array.from({ length: 40 }, (_, i) => `b${i}: &b${i} [*${i === 0 ? 'a' : `b${i - 1}`}, *${i === 0 ? 'a' : `b${i - 1}`}]`).join('\n')}`,
    'alias chain': () =>
      `b0: &b0 [x]\n${Array.from({ length: 5000 }, (_, i) => `b${i + 1}: &b${i + 1} [*b${i}]`).join('\n')}`,
    'many anchors': () =>
      Array.from({ length: 10_000 }, (_, i) => `k${i}: &a${i} {x: *a${Math.max(0, i - 1)}}`).join('\n'),
    'too large': () => ' '.repeat(MAX_LENGTH + 1),
    'unclosed quotes': () => `a: "${'\\x41'.repeat(200_000)}`,
    'many colons': () => `a: ${'b: '.repeat(5_000)}`,
    'many documents': () => '---\na\n'.repeat(5_000),
    'many tabs': () => '\t\n'.repeat(20_000),
  };
  for (const [name, make] of Object.entries(cases)) {
    test(name, () => {
      const text = make();
      const { diagnostics } = config(text);
      const people = loadUsers([{ path: 'users.yaml', text }]);
      expect(diagnostics.length).toBeGreaterThan(0);
      expect(diagnostics.length).toBeLessThanOrEqual(101);
      expect(people.diagnostics.length).toBeLessThanOrEqual(101);
    });
  }
});

describe('YAML traps', () => {
  test('Windows line ends and a byte order mark do not move findings', () => {
    const text = `${SIX}acces: {domain: hub.acme.dev}\nplatform: {deletionProtection: no}\n`;
    const plain = config(text).diagnostics;
    expect(plain.map(({ rule }) => rule)).toEqual(['no-snapshots', 'trial-domain', 'unknown-key', 'wrong-type']);
    expect(config(`\uFEFF${text.replaceAll('\n', '\r\n')}`).diagnostics).toEqual(plain);
  });

  test('the length of a finding excludes the line end', () => {
    const [finding] = config('- a\r\n- b\r\n').diagnostics;
    expect(finding).toMatchObject({ line: 1, column: 1, length: 1 });
  });

  test('control characters are rejected', () => {
    for (const character of ['\u0000', '\u0007', '\u001B', '\u007F']) {
      expect(rules(`${SIX}# ${character}\n`)).toEqual(['control-character']);
    }
  });

  test('a version read as a number is an error, and the names no and on stay text', () => {
    expect(rules(`${SIX}hub: {chart: {version: 4.10}}\n`)).toContain('wrong-type');
    expect(config(`${SIX}hub: {chart: {version: '4.4.0'}}\n`).config?.hub.chart.version).toBe('4.4.0');
    expect(config(`${SIX}profiles: [{name: no}, {name: on}]\n`).config?.profiles.map(({ name }) => name)).toEqual([
      'no',
      'on',
    ]);
  });

  test('a second document is rejected, but an end marker is accepted', () => {
    expect(rules(`${SIX}---\na: 1\n`)).toEqual(['no-snapshots', 'trial-domain', 'several-documents']);
    expect(config(`---\n${SIX}...\n`).config?.name).toBe('research');
  });

  test('no prototype is polluted', () => {
    const text = `${SIX}hub: {values: {__proto__: {polluted: 1}, hub: {constructor: {prototype: {polluted: 1}}}}}\n`;
    expect(rules(text)).toContain('unsafe-key');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(rules(`${SIX}secrets: {toString: {env: A}, valueOf: {env: B}}\n`)).not.toContain('wrong-type');
  });
});

test.each([
  'platform: {zones: [{}, us-central1-b], nodePools: {a: {machineType: e2-standard-4, zones: [us-central1-a]}}}',
  'platform: {cluster: {mode: standard}, nodePools: {a: {machineType: e2-standard-4, zones: [[], us-central1-a]}}}',
  'hub: {values: {singleuser: {networkPolicy: {egress: [{to: [{podSelector: {matchLabels: {a: {b: 1}}}}]}]}}}}',
  'hub: {values: {hub: {networkPolicy: {ingress: [{from: [{namespaceSelector: {matchExpressions: [{key: a, operator: In, values: [{}]}]}}]}]}}}}',
  'extends: x.yaml\nacknowledge: [{rule: {}, reason: []}]',
])('a value of a wrong type is not written out as an object: %s', (text) => {
  const { diagnostics } = config(`${SIX}${text}\n`);
  expect(diagnostics.length).toBeGreaterThan(0);
  expect(JSON.stringify(diagnostics)).not.toMatch(/\[object|undefined|NaN/);
});
