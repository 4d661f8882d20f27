import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { loadUsers } from '../../../src/access/users/load.js';
import { SECTIONS } from '../../../src/config/chart/z2jh-keys.js';
import type { Diagnostic } from '../../../src/config/diagnostic.js';
import { NOT_SUPPORTED_YET, RULES } from '../../../src/config/facts.generated.js';
import { HANDLERS } from '../../../src/config/schema/check.js';
import { readInput } from '../../../src/stages/input/read.js';
import { DEFAULT_CHART_VERSION } from '../../../src/versions.js';
import { contextIn } from '../../support/command-context.js';
import { loadText, SIX } from '../../support/config.js';

interface Schema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

const ROOT = process.cwd();
const readSchema = (name: string): Schema => JSON.parse(readFileSync(join(ROOT, 'schemas', name), 'utf8')) as Schema;
const SCHEMAS = { jupyterhub: readSchema('jupyterhub.schema.json'), users: readSchema('users.schema.json') };

/** Every key of a schema by its path, references followed. */
function nodes(root: Schema, node = root, path = ''): [string, Schema][] {
  const { $ref, ...own } = node;
  const schema = $ref === undefined ? node : { ...root.$defs?.[$ref.replace('#/$defs/', '')], ...own };
  const free = typeof schema.additionalProperties === 'object' ? { '*': schema.additionalProperties } : {};
  const children = { ...schema.properties, ...free, ...(schema.items ? { '[]': schema.items } : {}) };
  const below = Object.entries(children).flatMap(([name, child]) => nodes(root, child, `${path}.${name}`));
  return [[path, schema], ...below];
}

/** Keywords that say something about values, not how they are described or where a schema is. */
const SILENT = [
  '$schema',
  '$id',
  '$ref',
  '$defs',
  'title',
  'description',
  'default',
  'examples',
  'patternErrorMessage',
];
const STRUCTURE = ['properties', 'items'];

test.each(Object.entries(SCHEMAS))('each keyword of the schema of %s has a message', (_, schema) => {
  const used = new Set(nodes(schema).flatMap(([, node]) => Object.keys(node)));
  const missing = [...used].filter((keyword) => ![...SILENT, ...STRUCTURE, ...Object.keys(HANDLERS)].includes(keyword));
  expect(missing).toEqual([]);
});

test('the files generated from the schemas are up to date', () => {
  expect(() =>
    execFileSync(process.execPath, ['scripts/generate.mjs', '--check'], { cwd: ROOT, stdio: 'pipe' }),
  ).not.toThrow();
});

test('the generated validator imports no module', () => {
  const code = readFileSync(join(ROOT, 'src/config/schema/validators.generated.ts'), 'utf8');
  expect(code).not.toMatch(/\brequire\(|\bimport\b/);
});

describe.each(Object.entries(SCHEMAS))('the schema of %s', (_name, schema) => {
  test('describes each key, closes each mapping, and accepts its own examples', () => {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
    ajv.addVocabulary(['patternErrorMessage']);
    for (const [path, node] of nodes(schema)) {
      expect([path, (node.description ?? '').length > 10]).toEqual([path, true]);
      if (node.properties) expect([path, node.additionalProperties]).toEqual([path, false]);
      const samples = [...(node.examples ?? []), ...(node.default === undefined ? [] : [node.default])];
      const { $id: _id, ...named } = node as Schema & { readonly $id?: string };
      const anonymous = { ...named, $defs: schema.$defs };
      for (const sample of samples)
        expect([path, sample, ajv.validate(anonymous, sample)]).toEqual([path, sample, true]);
    }
  });
});

test('the defaults of the schema match those of the program', () => {
  const defaults = Object.fromEntries(nodes(SCHEMAS.jupyterhub).map(([path, node]) => [path, node.default]));
  const text = readFileSync(join(ROOT, 'examples/quick-start/jupyterhub.yaml'), 'utf8');
  const { config } = loadText({ path: 'jupyterhub.yaml', text }, '/');
  expect(defaults['.platform.deletionProtection']).toBe(config?.platform.deletionProtection);
  expect(defaults['.storage.home']).toEqual(config?.storage.home);
  expect(defaults['.storage.home.diskType']).toBe(config?.storage.home.diskType);
  expect(defaults['.storage.home.size']).toBe(config?.storage.home.size);
  expect(defaults['.hub.chart.version']).toBe(DEFAULT_CHART_VERSION);
  const words = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value), (_key, inner) => (typeof inner === 'number' ? String(inner) : inner));
  expect(words(defaults['.profiles.[].cpu'])).toEqual(config?.profiles[0]?.cpu);
  expect(config?.profiles[0]?.memory).toEqual({
    guarantee: defaults['.profiles.[].memory'],
    limit: defaults['.profiles.[].memory'],
  });
});

test('every key that plan and apply do not support yet gets a note at its location, but its harmless values do not', () => {
  const line = (path: string, value: string): string => {
    const [first = '', ...rest] = path.split('.');
    const wrap = (text: string, step: string): string =>
      step !== '*' ? `{${step}: ${text}}` : /secrets|nodePools/.test(path) ? `{A: ${text}}` : `[${text}]`;
    return `${first}: ${rest.reduceRight<string>(wrap, value)}`;
  };
  const noted = (text: string) =>
    loadText({ path: 'jupyterhub.yaml', text }, '/').diagnostics.filter(({ rule }) => rule === 'not-supported-yet');
  const six = SIX.replace('users: users.yaml\n', '');
  for (const [path, harmless] of Object.entries(NOT_SUPPORTED_YET.jupyterhub)) {
    const key = path.split('.').at(-1) ?? '';
    const written = line(path, '{x: 1}');
    const places = noted(`${six}${written}\n`).map((one) => [one.line, one.column, one.length]);
    expect([path, places]).toEqual([path, [[6, written.lastIndexOf(`${key}: {x`) + 1, key.length]]]);
    for (const value of harmless) {
      expect([path, value, noted(`${six}${line(path, JSON.stringify(value))}\n`)]).toEqual([path, value, []]);
    }
  }
});

const FIXTURES = join(ROOT, 'test/fixtures/config');
const fixtures = (ending: string): string[] =>
  readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending) && !name.endsWith('event.json'))
    .map((name) => join(FIXTURES, name));

test('the editor schema accepts every valid configuration', () => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
  ajv.addVocabulary(['patternErrorMessage']);
  const validate = ajv.compile(SCHEMAS.jupyterhub);
  for (const file of fixtures('.yaml').filter((one) => /\/valid\/hub-|\/valid\/.*\/jupyterhub\.yaml$/.test(one))) {
    const value = parse(readFileSync(file, 'utf8')) as { readonly extends?: string; readonly name?: string };
    // A file that extends another one is whole only together with it.
    if (value.extends !== undefined || value.name === undefined) continue;
    expect([file, validate(value), validate.errors]).toEqual([file, true, null]);
  }
});

test('every rule is covered by a fixture or by a test listed here', () => {
  const elsewhere = [
    'control-character', // unit/config/hostile
    'file-missing', // contract/validate
    'not-utf8', // contract/validate
    'more-findings', // unit/config/hostile
    'too-many-groups', // unit/access/users/join
    'zones-not-asked', // unit/stages/zones/findings
    'zone-offer', // unit/stages/zones/findings
    'cluster-version', // unit/stages/zones/findings
    'chart-schema', // unit/commands/chart-findings, contract/helm/schema
    'code-unchecked', // unit/stages/input/code-syntax
  ];
  const found = fixtures('.json').flatMap((file) => {
    const json = JSON.parse(readFileSync(file, 'utf8')) as Diagnostic[] | { diagnostics: Diagnostic[] };
    return Array.isArray(json) ? json : json.diagnostics;
  });
  const hit = new Set<string>([...found.map(({ rule }) => rule), ...elsewhere]);
  expect(Object.keys(RULES).filter((rule) => !hit.has(rule))).toEqual([]);
  expect(fixtures('.json').filter((file) => file.includes('/invalid/')).length).toBeGreaterThanOrEqual(80);
});

test.each(Object.entries(SCHEMAS))('every key of %s is in a valid fixture', (name, schema) => {
  const written = new Set<string>();
  const visit = (value: unknown, at: Schema, path: string): void => {
    written.add(path);
    if (typeof value !== 'object' || value === null) return;
    const node = at.$ref === undefined ? at : { ...schema.$defs?.[at.$ref.replace('#/$defs/', '')], ...at };
    for (const [key, child] of Object.entries(value)) {
      const free = typeof node.additionalProperties === 'object' ? node.additionalProperties : undefined;
      const next = Array.isArray(value) ? node.items : (node.properties?.[key] ?? free);
      if (next === undefined) continue;
      visit(child, next, `${path}.${Array.isArray(value) ? '[]' : node.properties?.[key] ? key : '*'}`);
    }
  };
  for (const file of fixtures('.yaml').filter((one) => one.includes('/valid/'))) {
    const isUsers = /(^|\/)(people-|users|people\/|teams\/)/.test(file.slice(FIXTURES.length + '/valid/'.length));
    if (isUsers === (name === 'users')) visit(parse(readFileSync(file, 'utf8')), schema, '');
  }
  expect(nodes(schema).flatMap(([path]) => (written.has(path) ? [] : [path]))).toEqual([]);
});

const EXAMPLES = readdirSync(join(ROOT, 'examples'), { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('jupyterhub.yaml'),
);

test.each(EXAMPLES)('the example %s has no errors and uses no key that plan does not support', async (configPath) => {
  expect((await readInput(contextIn(join(ROOT, 'examples'), { configPath }))).principals.length).toBeGreaterThan(0);
});

test('the quick start has no errors', () => {
  const read = (path: string) => ({ path, text: readFileSync(join(ROOT, 'examples/quick-start', path), 'utf8') });
  const { config, diagnostics } = loadText(read('jupyterhub.yaml'), join(ROOT, 'examples/quick-start'));
  expect(config).toBeDefined();
  expect(diagnostics.map(({ rule }) => rule).sort()).toEqual(['no-snapshots', 'trial-domain']);
  const { principals, diagnostics: ofUsers } = loadUsers([read('users.yaml')]);
  expect(ofUsers).toEqual([]);
  expect(principals.map(({ admin }) => admin)).toEqual([true, false, false]);
});

test('the table of chart values matches the schema of the chart', () => {
  const file = join(ROOT, '../shared/data/z2jh-4.4.0/values.schema.yaml');
  if (!existsSync(file)) {
    console.log('SKIPPED the table of the chart is that of its own schema: the shared data folder is absent');
    return;
  }
  const names: Record<string, string> = {};
  const visit = (schema: Schema, path: string): void => {
    if (!schema.properties) return;
    if (schema.additionalProperties === false && !schema.patternProperties)
      names[path] = Object.keys(schema.properties).sort().join(' ');
    for (const [name, child] of Object.entries(schema.properties)) visit(child, path === '' ? name : `${path}.${name}`);
  };
  visit(parse(readFileSync(file, 'utf8')) as Schema, '');
  expect(SECTIONS).toEqual(names);
});
