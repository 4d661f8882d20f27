import { expect, test } from '@jest/globals';
import { identityPrefix } from '../../../src/config/identity-prefix.js';

test('the prefix of the identities is the name of the hub where that is short enough', () => {
  for (const name of ['a', 'research', 'abcdefghijklmnopqrstuvwx']) expect(identityPrefix(name)).toBe(name);
});

test('no two hubs share their identities, however alike their names are', () => {
  const names = [...'0123456789abcdefghijklmnopqrstuvwxyz'].map((letter) => `abcdefghijklmnopqrstuvwx${letter}`);
  const prefixes = ['abcdefghijklmnopqrstuvwx', 'abcdefghijklmn-----------z', ...names].map(identityPrefix);
  expect(new Set(prefixes).size).toBe(prefixes.length);
  for (const prefix of prefixes) expect(prefix).toMatch(/^(?=.{1,24}$)[a-z]([-a-z0-9]*[a-z0-9])?$/);
});
