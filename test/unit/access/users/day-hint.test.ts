import { expect, test } from '@jest/globals';
import { dayHint } from '../../../../src/access/users/day-hint.js';

test.each([
  ['31.12.2027', 'Write 2027-12-31.'],
  ['1/2/2027', 'Write 2027-02-01 or 2027-01-02.'],
  ['31.12.27', 'Write 2027-12-31.'],
  ['2027/6/30', 'Write 2027-06-30.'],
  ['2027.06.30', 'Write 2027-06-30.'],
  ['2027-6-30', 'Write 2027-06-30.'],
  ['20270630', 'Write 2027-06-30.'],
  ['2027-06-30T23:59:59Z', 'Write 2027-06-30.'],
  ['2027-06-30 00:00', 'Write 2027-06-30.'],
  ['30 June 2027', 'Write 2027-06-30.'],
  ['Jun 30th, 2027', 'Write 2027-06-30.'],
  ['never', 'Leave it out: access then has no end.'],
  ['9999-12-31', 'Leave it out: access then has no end.'],
  ['-', 'Leave it out: access then has no end.'],
  ['46568', `This may be a spreadsheet's number for 2027-06-30. Format the column as YYYY-MM-DD before the export.`],
  ['2027-02-30', 'Write a day as YYYY-MM-DD, from 1900 to 9998.'],
  ['room 5', 'Write the last day of access, such as 2027-06-30.'],
  ['summer', 'Write the last day of access, such as 2027-06-30.'],
])('%s', (text, hint) => {
  expect(dayHint(text)).toBe(hint);
});
