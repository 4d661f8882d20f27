import { describe, expect, test } from '@jest/globals';
import { ADDRESS, merge, resolve, secretNames, symbolic } from '../../../../src/helm/values/values.js';

const known = { address: '192.0.2.7.sslip.io', secrets: { TOKEN: 's3cret-$&-value' } };

describe('symbolic values', () => {
  test('symbolic values show a secret by its name and keep the address symbolic', () => {
    const values = { a: { secretRef: 'TOKEN' }, hosts: [ADDRESS], both: { secretRef: 'TOKEN', other: 1 } };
    expect(symbolic(values)).toEqual({
      a: `\${secret:TOKEN}`,
      hosts: [ADDRESS],
      both: { secretRef: 'TOKEN', other: 1 },
    });
    expect(secretNames(values)).toEqual(['TOKEN']);
  });

  test('an apply fills in secrets and address, and takes patterns of String.replace as text', () => {
    const values = { a: { secretRef: 'TOKEN' }, url: `https://${ADDRESS}/` };
    expect(resolve(values, known)).toEqual({ a: 's3cret-$&-value', url: 'https://192.0.2.7.sslip.io/' });
    const odd = { address: '$&$1', secrets: {} };
    expect(resolve({ a: ADDRESS }, odd)).toEqual({ a: '$&$1' });
  });

  test('braces of a secret are doubled where KubeSpawner would take them for fields', () => {
    const values = {
      singleuser: { extraEnv: { A: { secretRef: 'JSON' } } },
      hub: { extraEnv: { A: { secretRef: 'JSON' } } },
    };
    expect(resolve(values, { address: '', secrets: { JSON: '{"a": 1}' } })).toEqual({
      singleuser: { extraEnv: { A: '{{"a": 1}}' } },
      hub: { extraEnv: { A: '{"a": 1}' } },
    });
  });

  test('a text that looks like a symbolic secret stays text', () => {
    expect(resolve({ a: `\${secret:TOKEN}` }, known)).toEqual({ a: `\${secret:TOKEN}` });
  });

  test('a secret without a value is refused by its name, also one named like a method', () => {
    for (const name of ['MISSING', 'toString', '__proto__']) {
      expect(() => resolve({ a: { secretRef: name } }, known)).toThrow(`"${name}", which has no value`);
    }
  });
});

test('objects are merged key by key, lists are replaced, and null stays', () => {
  const below = { a: { x: 1, y: [1, 2] }, b: 1, c: { d: 1 } };
  expect(merge(below, { a: { y: [3] }, b: null, c: 5 })).toEqual({ a: { x: 1, y: [3] }, b: null, c: 5 });
  expect(below).toEqual({ a: { x: 1, y: [1, 2] }, b: 1, c: { d: 1 } });
});
