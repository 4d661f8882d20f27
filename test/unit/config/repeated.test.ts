import { describe, expect, test } from '@jest/globals';
import { type Diagnostic, orderFindings } from '../../../src/config/diagnostic.js';

const finding = (line: number, more: Partial<Diagnostic> = {}): Diagnostic => ({
  file: 'class.csv',
  line,
  column: 1,
  length: 5,
  severity: 'warning',
  rule: 'expired',
  message: 'The last day of access has passed.',
  ...more,
});
const lines = (...numbers: number[]) => numbers.map((line) => finding(line));

describe('findings that repeat', () => {
  test('are one with a count and the lines', () => {
    expect(orderFindings(lines(5, 2, 3, 4, 9, 12))).toEqual([
      finding(2, { message: 'The last day of access has passed. This is found 6 times, on lines 2 to 5, 9 and 12.' }),
    ]);
    const [all] = orderFindings(Array.from({ length: 2000 }, (_, index) => finding(index + 2)));
    expect(all?.message).toContain('This is found 2,000 times, on lines 2 to 2001.');
    const [apart] = orderFindings(lines(2, 4, 6, 8, 10, 12, 14));
    expect(apart?.message).toContain('on lines 2, 4, 6, 8, 10 and more.');
  });

  test('stay apart in different files, with different words, and if they are few', () => {
    expect(orderFindings(lines(2, 3, 4))).toHaveLength(3);
    const files = ['a.csv', 'b.csv', 'c.csv', 'd.csv'].map((file) => finding(2, { file }));
    expect(orderFindings(files)).toHaveLength(4);
    const words = [2, 3, 4, 5].map((line) =>
      finding(line, { rule: 'group-name', message: `"G${line}" is not valid.` }),
    );
    expect(orderFindings(words)).toHaveLength(4);
  });

  test('are joined for different people where the rule says the same of each', () => {
    const wrong = Array.from({ length: 11 }, (_, index) =>
      finding(index + 2, { severity: 'error', rule: 'person-format', message: `"p${index}" is not an address.` }),
    );
    expect(orderFindings(wrong.slice(1))).toHaveLength(10);
    expect(orderFindings(wrong).map(({ message }) => message)).toEqual([
      '"p0" is not an address. This is found 11 times, on lines 2 to 12.',
    ]);
  });

  test('leave the other findings of the file in sight, and a second time changes nothing', () => {
    const all = [...lines(...Array.from({ length: 300 }, (_, index) => index + 2)), finding(7, { rule: 'other' })];
    const once = orderFindings(all);
    expect(once.map(({ rule }) => rule)).toEqual(['expired', 'other']);
    expect(orderFindings(once)).toEqual(once);
  });

  test('the note on a shortened list has no hint and no reason of another finding', () => {
    const many = Array.from({ length: 101 }, (_, index) =>
      finding(index + 1, { message: `Finding ${index}`, hint: 'Acknowledged: Test.', acknowledged: 'Test.' }),
    );
    expect(orderFindings(many).at(-1)).toEqual({
      file: 'class.csv',
      line: 1,
      column: 1,
      length: 1,
      severity: 'note',
      rule: 'more-findings',
      message: 'Only the first 100 findings are shown, errors first.',
      absent: true,
    });
  });
});
