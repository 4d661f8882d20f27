import { formatNumber } from '../../config/text.js';
import { ConfigurationError } from '../../errors.js';
import { type Binding, memberKind } from './policy.js';

// IAM documentation, "Quotas and limits": a principal counts each time it occurs in the policy.
const MAX_PRINCIPALS = 1500;
const MAX_GROUPS = 250;

/** How much of IAM's limits a policy uses up. */
export interface PrincipalCount {
  readonly principals: number;
  readonly groups: number;
}

/** The policy would exceed IAM's limits. Nothing was written. */
export class TooManyPrincipals extends ConfigurationError {
  readonly count: PrincipalCount;

  constructor(message: string, count: PrincipalCount) {
    super(message, {
      where: 'users',
      hint: 'Use one Google group with access: {entry: {group: ADDRESS}}, a domain with access: {entry: {domain: DOMAIN}}, or a second hub. The hub enforces the users files in each case.',
    });
    this.count = count;
  }
}

/** Counts every occurrence of a principal, as IAM does. */
export function countPrincipals(bindings: readonly Binding[]): PrincipalCount {
  let principals = 0;
  let groups = 0;
  for (const { members = [] } of bindings) {
    principals += members.length;
    for (const member of members) if (memberKind(member) === 'group') groups += 1;
  }
  return { principals, groups };
}

/** Why a policy is too large for IAM; undefined if it is not. */
export function sizeFault(ours: readonly Binding[], others: readonly Binding[]): TooManyPrincipals | undefined {
  const [own, foreign] = [countPrincipals(ours), countPrincipals(others)];
  const count = { principals: own.principals + foreign.principals, groups: own.groups + foreign.groups };
  const fault = (what: keyof PrincipalCount, name: string, limit: number): TooManyPrincipals =>
    new TooManyPrincipals(
      `The IAP policy would have ${formatNumber(count[what])} ${name} (${formatNumber(own[what])} of this hub, ${formatNumber(foreign[what])} of others), but IAM allows ${formatNumber(limit)}`,
      count,
    );
  if (count.principals > MAX_PRINCIPALS) return fault('principals', 'principals', MAX_PRINCIPALS);
  return count.groups > MAX_GROUPS ? fault('groups', 'Google groups', MAX_GROUPS) : undefined;
}
