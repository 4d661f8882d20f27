import { describe, expect, test } from '@jest/globals';
import { ADDRESS, merge, resolve, secretNames, symbolic } from '../../../../src/helm/values/values.js';

const known = { address: '192.0.2.7.sslip.io', secrets: { TOKEN: 's3cret-$&-value' } };

describe('symbolic values', () => {
  test('show a secret by its name and keep the address symbolic', () => {
    const values = { a: { secretRef: 'TOKEN' }, hosts: [ADDRESS], both: { secretRef: 'TOKEN', other: 1 } };
    expect(symbolic(values)).toEqual({
      a: `\${secret:TOKEN}`,
      hosts: [ADDRESS],
      both: { secretRef: 'TOKEN', other: 1 },
    });
    expect(secretNames(values)).toEqual(['TOKEN']);
  });

  test('are put in at apply, with patterns of String.replace taken as text', () => {
    const values = { a: { secretRef: 'TOKEN' }, url: `https://${ADDRESS}/` };
    expect(resolve(values, known)).toEqual({ a: 's3cret-$&-value', url: 'https://192.0.2.7.sslip.io/' });
    const odd = { address: '$&$1', secrets: {} };
    expect(resolve({ a: ADDRESS }, odd)).toEqual({ a: '$&$1' });
  });

  test('double the braces of a secret where KubeSpawner would take them for fields', () => {
    const values = {
      singleuser: { extraEnv: { A: { secretRef: 'JSON' } } },
      hub: { extraEnv: { A: { secretRef: 'JSON' } } },
    };
    expect(resolve(values, { address: '', secrets: { JSON: '{"a": 1}' } })).toEqual({
      singleuser: { extraEnv: { A: '{{"a": 1}}' } },
      hub: { extraEnv: { A: '{"a": 1}' } },
    });
  });

  test('do not let text pose as a secret', () => {
    expect(resolve({ a: `\${secret:TOKEN}` }, known)).toEqual({ a: `\${secret:TOKEN}` });
  });

  test('name a secret that has no value, also one named like a method', () => {
    for (const name of ['MISSING', 'toString', '__proto__']) {
      expect(() => resolve({ a: { secretRef: name } }, known)).toThrow(`"${name}", which has no value`);
    }
  });
});

test('objects merge key by key, lists are replaced, null stays', () => {
  const below = { a: { x: 1, y: [1, 2] }, b: 1, c: { d: 1 } };
  expect(merge(below, { a: { y: [3] }, b: null, c: 5 })).toEqual({ a: { x: 1, y: [3] }, b: null, c: 5 });
  expect(below).toEqual({ a: { x: 1, y: [1, 2] }, b: 1, c: { d: 1 } });
});
