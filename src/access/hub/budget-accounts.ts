import { isObject } from '../../json.js';

/** What one account of a budget has used, as the access reconciler reports it. */
export interface BudgetAccount {
  /** The budget in words. */
  readonly budget: string;
  readonly each: 'person' | 'group';
  /** Key of the person (`reconcilerKey`), or name of the group. */
  readonly who: string;
  /** Hours, in the unit of the budget. */
  readonly used: number;
  readonly left: number;
  /** Instant at which hours come back; undefined where there are some left. */
  readonly back: string | undefined;
}

// The reconciler writes 500 at most.
const MOST = 500;
const LONGEST = 200;

/** The accounts of a report. What is not as the reconciler writes it is left out: anything may stand in a ConfigMap. */
export function budgetAccountsOf(value: unknown): readonly BudgetAccount[] {
  if (!Array.isArray(value)) return [];
  const found = value.flatMap((budget: unknown) =>
    isObject(budget) && Array.isArray(budget.accounts)
      ? budget.accounts.flatMap((account: unknown) => accountOf(budget.label, account))
      : [],
  );
  return found.slice(0, MOST);
}

function accountOf(label: unknown, account: unknown): BudgetAccount[] {
  if (!isObject(account) || !isText(label) || !isText(account.who)) return [];
  const { who, each, used, left, back } = account;
  if (!Number.isFinite(used) || !Number.isFinite(left) || (each !== 'person' && each !== 'group')) return [];
  const isInstant = isText(back) && !Number.isNaN(Date.parse(back));
  return [{ budget: label, each, who, used: Number(used), left: Number(left), back: isInstant ? back : undefined }];
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= LONGEST;
}
