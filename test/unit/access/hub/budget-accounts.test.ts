import { expect, test } from '@jest/globals';
import { budgetAccountsOf } from '../../../../src/access/hub/budget-accounts.js';

const account = { who: 'b1ff3fe970fad46c', each: 'person', used: 8.5, left: 1.5, back: null };
const budget = (...accounts: unknown[]): unknown => ({
  label: '10 GPU hours in 7 days',
  of: 'gpu',
  hours: 10,
  accounts,
});

test('the accounts of all budgets are one list', () => {
  const back = '2026-12-07T10:00:00+01:00';
  const found = budgetAccountsOf([budget(account), budget({ ...account, each: 'group', who: 'ml', back })]);
  expect(found).toEqual([
    { budget: '10 GPU hours in 7 days', each: 'person', who: account.who, used: 8.5, left: 1.5, back: undefined },
    { budget: '10 GPU hours in 7 days', each: 'group', who: 'ml', used: 8.5, left: 1.5, back },
  ]);
});

test.each([
  [undefined],
  [null],
  ['x'],
  [{}],
  [[null, 'x', {}, { label: 'x' }, { label: 'x', accounts: {} }]],
  [[budget(null, 'x', {})]],
  [[budget({ ...account, who: '' })]],
  [[budget({ ...account, who: 'x'.repeat(201) })]],
  [[budget({ ...account, each: 'hub' })]],
  [[budget({ ...account, used: '8' })]],
  [[budget({ ...account, left: null })]],
  [[{ label: 7, accounts: [account] }]],
])('what is not as the reconciler writes it is left out: %j', (value) => {
  expect(budgetAccountsOf(value)).toEqual([]);
});

test('a broken instant is none, and a huge list is cut', () => {
  expect(budgetAccountsOf([budget({ ...account, back: 'tomorrow' })])[0]?.back).toBeUndefined();
  expect(budgetAccountsOf([budget(...Array(2000).fill(account))])).toHaveLength(500);
});
