import { describe, expect, test } from '@jest/globals';
import { firstOf, formatNumber } from '../../../src/config/text.js';

describe('the first names of a list', () => {
  test.each([
    [[], ''],
    [['ada'], 'ada'],
    [['ada', 'bob'], 'ada and bob'],
    [['ada', 'bob', 'carol'], 'ada, bob and carol'],
  ])('are all of %j, since there are at most three', (names, text) => {
    expect(firstOf(names, 3)).toBe(text);
  });

  test('are followed by the number of the others', () => {
    expect(firstOf(['ada', 'bob', 'carol', 'dan'], 3)).toBe('ada, bob, carol and 1 more');
    expect(firstOf(['ada', 'bob', 'carol', 'dan', 'eve'], 3)).toBe('ada, bob, carol and 2 more');
  });

  test('are followed by a number with separators where it is large', () => {
    const names = Array.from({ length: 1203 }, (_, index) => `n${index}`);
    expect(firstOf(names, 3)).toBe('n0, n1, n2 and 1,200 more');
  });
});

test.each([
  [0, '0'],
  [-3, '-3'],
  [999, '999'],
  [1000, '1,000'],
  [-12_345, '-12,345'],
  [1.5, '1.5'],
  [0.12345, '0.123'],
  [20_000, '20,000'],
])('the number %d is written %s', (value, text) => {
  expect(formatNumber(value)).toBe(text);
});
