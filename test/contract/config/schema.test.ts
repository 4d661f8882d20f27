import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { loadUsers } from '../../../src/access/users.js';
import type { Diagnostic } from '../../../src/config/diagnostics.js';
import { NOT_SUPPORTED_YET, RULES } from '../../../src/config/facts.generated.js';
import { loadConfig } from '../../../src/config/load.js';
import { SECTIONS } from '../../../src/config/z2jh-sections.js';
import { DEFAULT_CHART_VERSION } from '../../../src/versions.js';

interface Schema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

const ROOT = process.cwd();
const readSchema = (name: string): Schema => JSON.parse(readFileSync(join(ROOT, 'schemas', name), 'utf8')) as Schema;
const SCHEMAS = { jupyterhub: readSchema('jupyterhub.schema.json'), users: readSchema('users.schema.json') };

function nodes(schema: Schema, path = ''): [string, Schema][] {
  const free = typeof schema.additionalProperties === 'object' ? { '*': schema.additionalProperties } : {};
  const children = { ...schema.properties, ...free, ...(schema.items ? { '[]': schema.items } : {}) };
  return [[path, schema], ...Object.entries(children).flatMap(([name, child]) => nodes(child, `${path}.${name}`))];
}

test('what is generated from the schemas is fresh', () => {
  expect(() =>
    execFileSync(process.execPath, ['scripts/generate.mjs', '--check'], { cwd: ROOT, stdio: 'pipe' }),
  ).not.toThrow();
});

test('the generated validator needs no module', () => {
  const code = readFileSync(join(ROOT, 'src/config/validators.generated.ts'), 'utf8');
  expect(code).not.toMatch(/\brequire\(|\bimport\b/);
});

describe.each(Object.entries(SCHEMAS))('the schema of %s', (_name, schema) => {
  test('describes each key, closes each mapping, and gives examples that it takes itself', () => {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
    ajv.addVocabulary(['patternErrorMessage']);
    for (const [path, node] of nodes(schema)) {
      expect([path, (node.description ?? '').length > 10]).toEqual([path, true]);
      if (node.properties) expect([path, node.additionalProperties]).toEqual([path, false]);
      const samples = [...(node.examples ?? []), ...(node.default === undefined ? [] : [node.default])];
      const { $id: _id, ...anonymous } = node as Schema & { readonly $id?: string };
      for (const sample of samples)
        expect([path, sample, ajv.validate(anonymous, sample)]).toEqual([path, sample, true]);
    }
  });
});

test('defaults of the schema are those of the program', () => {
  const defaults = Object.fromEntries(nodes(SCHEMAS.jupyterhub).map(([path, node]) => [path, node.default]));
  const text = readFileSync(join(ROOT, 'examples/quick-start/jupyterhub.yaml'), 'utf8');
  const { config } = loadConfig({ path: 'jupyterhub.yaml', text }, '/');
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

test('every key that is not supported yet is refused as such, at its place', () => {
  const six =
    'apiVersion: jupyterhub-gke/v1\nname: research\nproject: acme-research\nlocation: us-central1\nstate: {bucket: acme-research-tfstate}\nusers: users.yaml\n';
  for (const path of NOT_SUPPORTED_YET.jupyterhub.keys) {
    const [first = '', ...rest] = path.split('.');
    const inner = rest.reduceRight<string>(
      (text, step) => (step === '*' ? (first === 'secrets' ? `{A: ${text}}` : `[${text}]`) : `{${step}: ${text}}`),
      '{}',
    );
    const text = `${six}${first}: ${inner}\n`;
    const found = loadConfig({ path: 'jupyterhub.yaml', text }, '/').diagnostics.filter(
      ({ rule }) => rule === 'not-supported-yet',
    );
    const key = path.split('.').at(-1) ?? '';
    expect([path, found.map(({ line, column, length }) => [line, column, length])]).toEqual([
      path,
      [[7, (text.split('\n')[6] ?? '').lastIndexOf(key) + 1, key.length]],
    ]);
  }
});

test('every rule is hit by a fixture or named here with the test that hits it', () => {
  const elsewhere = ['control-character', 'file-missing', 'not-utf8', 'more-findings'];
  const folder = (name: string): string => join(ROOT, 'test/fixtures/config', name);
  const found = ['invalid', 'valid'].flatMap((name) =>
    readdirSync(folder(name))
      .filter((file) => file.endsWith('.json'))
      .flatMap((file) => {
        const json = JSON.parse(readFileSync(join(folder(name), file), 'utf8')) as
          | Diagnostic[]
          | { diagnostics: Diagnostic[] };
        return Array.isArray(json) ? json : json.diagnostics;
      }),
  );
  const hit = new Set<string>([...found.map(({ rule }) => rule), ...elsewhere]);
  expect(Object.keys(RULES).filter((rule) => !hit.has(rule))).toEqual([]);
});

test('the quick start has no errors', () => {
  const read = (path: string) => ({ path, text: readFileSync(join(ROOT, 'examples/quick-start', path), 'utf8') });
  const { config, diagnostics } = loadConfig(read('jupyterhub.yaml'), join(ROOT, 'examples/quick-start'));
  expect(diagnostics.map(({ rule }) => rule)).toEqual(['trial-domain']);
  const { people, diagnostics: ofUsers } = loadUsers((config?.users ?? []).map(read));
  expect(ofUsers).toEqual([]);
  expect(people.map(({ admin }) => admin)).toEqual([true, false, false]);
});

test('the table of the chart is that of its own schema', () => {
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
