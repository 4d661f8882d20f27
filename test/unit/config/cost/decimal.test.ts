import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decimal, exactly, gib, money, plus, times } from '../../../../src/config/cost/decimal.js';

describe('a decimal number', () => {
  test('has the digits that were written', () => {
    const numbers = [0, 0.1, 0.71, 1e-7, 1.5e-9, 123456.789, 1e21, 1.25e22, -0.5];
    expect(numbers.map((value) => exactly(decimal(value)))).toEqual([
      '0',
      '0.1',
      '0.71',
      '0.0000001',
      '0.0000000015',
      '123456.789',
      '1000000000000000000000',
      '12500000000000000000000',
      '-0.5',
    ]);
  });

  test('is multiplied and added without the surprises of binary fractions', () => {
    expect(exactly(times(decimal(0.1), decimal(3)))).toBe('0.3');
    expect(exactly(plus(decimal(0.1), decimal(0.2)))).toBe('0.3');
    expect(exactly(plus(decimal(1e-7), decimal(1e21)))).toBe('1000000000000000000000.0000001');
    expect(0.1 * 3).not.toBe(0.3);
  });

  test('of bytes is exact in GiB', () => {
    expect([2 ** 30, 1.5 * 2 ** 30, 512 * 2 ** 20, 1].map((bytes) => exactly(gib(bytes)))).toEqual([
      '1',
      '1.5',
      '0.5',
      '0.000000000931322574615478515625',
    ]);
  });

  test.each([
    [1.005, '1.01'],
    [1.0049999, '1.00'],
    [0.005, '0.01'],
    [0.0049, '0.00'],
    [2.675, '2.68'],
    [0, '0.00'],
    [7, '7.00'],
    [1e21, '1000000000000000000000.00'],
    [-1.005, '-1.01'],
    [-0.001, '0.00'],
  ])('%d is %s of money', (value, text) => {
    expect(money(decimal(value))).toBe(text);
  });

  test('is what whole cents say, whatever the price and the number of things', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 8 }), fc.integer({ min: 0, max: 10 ** 6 }), (cents, count) => {
        const price = Number(`${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`);
        const whole = String(BigInt(cents) * BigInt(count)).padStart(3, '0');
        expect(money(times(decimal(count), decimal(price)))).toBe(`${whole.slice(0, -2)}.${whole.slice(-2)}`);
      }),
    );
  });

  test('comes back as the number that it was', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (value) => {
        expect(Number(exactly(decimal(value)))).toBe(value);
      }),
    );
  });
});
