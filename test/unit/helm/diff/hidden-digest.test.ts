import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Json, JsonObject } from '../../../../src/config/model.js';
import { hideValues, parseManifests, readManifests, writeManifests } from '../../../../src/helm/diff/manifests.js';
import { parseDeploymentRecord } from '../../../../src/helm/release/record.js';
import { hubValues } from '../../../../src/helm/values/layers.js';
import { symbolic } from '../../../../src/helm/values/values.js';
import { hubConfig, SOURCES } from '../../../support/hub-config.js';

/** The kept part of a user's values, as text. */
const kept = (user: JsonObject): string =>
  JSON.stringify(hideValues(symbolic(hubValues(hubConfig(user), SOURCES, {}))));

describe('hub.values', () => {
  test.each<[string, JsonObject]>([
    ['under a key that looks secret', { hub: { db: { password: 'hunter2' } } }],
    ['below a key that looks secret', { hub: { config: { Mine: { passwords: { ada: 'hunter2' } } } } }],
    ['in a list below such a key', { hub: { config: { CryptKeeper: { keys: ['hunter2'] } } } }],
    ['as a variable whose name looks secret', { singleuser: { extraEnv: { API_TOKEN: 'hunter2' } } }],
    ['as a variable with a value object', { hub: { extraEnv: { DB_PASSWORD: { value: 'hunter2' } } } }],
    ['as a variable in a list', { hub: { extraEnv: [{ name: 'DB_PASSWORD', value: 'hunter2' }] } }],
    [
      'as a variable of another container',
      { singleuser: { extraContainers: [{ name: 'x', env: [{ name: 'MY_SECRET', value: 'hunter2' }] }] } },
    ],
  ])('a literal secret is not kept %s', (_, user) => expect(kept(user)).not.toContain('hunter2'));

  test('code whose name looks secret is not kept, but a change of it is seen', () => {
    const code = (text: string): string => kept({ hub: { extraConfig: { 'my-tokens': text } } });
    expect(code('c.X.y = "hunter2"')).not.toContain('hunter2');
    expect(code('c.X.y = 1')).not.toBe(code('c.X.y = 2'));
    expect(kept({ hub: { extraConfig: { tokens: { secretRef: 'CODE' } } } })).toContain(`"\${secret:CODE}"`);
    const below = (text: string): string => kept({ hub: { passwords: { extraConfig: { mine: text } } } });
    expect(below('hunter2')).toBe(below('hunter3'));
  });

  test('symbols, plain values and names are kept', () => {
    const text = kept({
      hub: { db: { password: { secretRef: 'DB' } }, extraEnv: { LEVEL: 'debug' } },
      cull: { timeout: 5 },
    });
    for (const shown of [`\${secret:DB}`, 'debug', '"timeout":5']) expect(text).toContain(shown);
  });
});

describe('kept objects', () => {
  test('kept objects mean the same when they are read, written and read again', () => {
    const key = fc.constantFrom('name', 'value', 'data', 'keys', 'on', '__proto__', '007', 'a b');
    const { json } = fc.letrec<{ json: Json }>((tie) => ({
      json: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom<Json>(
          'yes',
          '1e3',
          '0777',
          '~',
          '- x',
          'a: b',
          '2026-11-24',
          '# no',
          '',
          '\n',
          null,
          true,
          1.5,
        ),
        fc.string(),
        fc.array(tie('json'), { maxLength: 3 }),
        fc.dictionary(key, tie('json'), { maxKeys: 4 }),
      ),
    }));
    const kind = fc.constantFrom('Secret', 'ConfigMap', 'Deployment');
    fc.assert(
      fc.property(kind, json, json, (one, data, spec) => {
        const object = { apiVersion: 'v1', kind: one, metadata: { name: 'x' }, data, spec };
        const first = parseManifests(JSON.stringify(object));
        for (const read of [parseManifests, readManifests]) expect(read(writeManifests(first))).toEqual(first);
      }),
    );
  });

  test('a hostile record neither pollutes prototypes nor fills the memory', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefghi'.split('').map((name, index) => {
        const before = `*${'abcdefgh'[index]}`;
        return `${name}: &${name} [${Array(9).fill(before).join()}]`;
      }),
    ].join('\n');
    const record = (fields: Record<string, string>) =>
      parseDeploymentRecord({
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'research-deployed' },
        data: { chart: '{}', state: 'deployed', 'values.json': '{}', 'manifests.yaml': '', ...fields },
      });
    expect(record({ 'manifests.yaml': bomb })).toBeUndefined();
    expect(record({ 'values.json': '['.repeat(100_000) })).toBeUndefined();
    expect(record({ 'values.json': '{"__proto__": {"polluted": 1}}' })).toBeDefined();
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    for (const values of ['null', '[]', '5']) expect(record({ 'values.json': values })).toBeUndefined();
  });
});
