import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hashOf } from '../../../src/change/canonical.js';
import { canonical } from '../../../src/helm/values/values.js';
import type { Json } from '../../../src/json.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
/** The digest of the inputs of a release, as clusters store it. */
const inputsOf = (value: unknown): string => sha256(canonical(value as Json));

/** JSON with nested lists and odd keys; with undefined members and entries where they are asked for. */
function jsonValues(options: { readonly undefinedToo: boolean }): fc.Arbitrary<unknown> {
  const leaf = fc.oneof(
    fc.constantFrom<unknown>(null, true, -0, 1e21, '', 'é', '"', '\u2028', '\ud800'),
    fc.string(),
    fc.double(),
    ...(options.undefinedToo ? [fc.constant(undefined)] : []),
  );
  const key = fc.oneof(fc.string(), fc.constantFrom('__proto__', '10', '9', 'a', 'B', 'é'));
  return fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      leaf,
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(key, tie('value'), { maxKeys: 4 }),
    ),
  })).value;
}

const hasUndefinedMember = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).some((inner) => (inner === undefined && !Array.isArray(value)) || hasUndefinedMember(inner));

test('for JSON the hash of a plan and the stored digest of a release are made of the same text', () => {
  fc.assert(
    fc.property(jsonValues({ undefinedToo: false }), (value) => {
      expect(hashOf(value)).toBe(inputsOf(value));
    }),
  );
});

test('the hash of a plan and the stored digest of a release differ for an undefined member, and for nothing else', () => {
  fc.assert(
    fc.property(jsonValues({ undefinedToo: true }), (value) => {
      expect(hashOf(value) === inputsOf(value)).toBe(!hasUndefinedMember(value));
    }),
  );
  expect([hashOf({ a: undefined }), inputsOf({ a: undefined })]).toEqual([sha256('{}'), sha256('{"a":null}')]);
});
