import { number } from '../../config/text.js';
import { ConfigurationError } from '../../errors.js';
import { type Binding, memberKind } from './policy.js';

// IAM documentation, "Quotas and limits": a principal counts each time that it occurs in the policy.
const MAX_PRINCIPALS = 1500;
const MAX_GROUPS = 250;

/** How much of IAM's limits a policy uses. */
export interface PrincipalCount {
  readonly principals: number;
  readonly groups: number;
}

/** The policy would be larger than IAM takes: nothing was written. */
export class TooManyPrincipals extends ConfigurationError {
  readonly count: PrincipalCount;

  constructor(message: string, count: PrincipalCount) {
    super(message, {
      where: 'users',
      hint: 'Ways out: access: {entry: {group: ADDRESS}} with one Google group, access: {entry: {domain: DOMAIN}}, or a second hub. The hub enforces the users files in all of them.',
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

/** What is wrong with the size of a policy; undefined: IAM takes it. */
export function sizeFault(ours: readonly Binding[], others: readonly Binding[]): TooManyPrincipals | undefined {
  const [own, foreign] = [countPrincipals(ours), countPrincipals(others)];
  const count = { principals: own.principals + foreign.principals, groups: own.groups + foreign.groups };
  const said = (what: keyof PrincipalCount, name: string, limit: number): TooManyPrincipals =>
    new TooManyPrincipals(
      `IAP's policy would hold ${number(count[what])} ${name} (${number(own[what])} of this hub, ${number(foreign[what])} of others), and IAM takes ${number(limit)}`,
      count,
    );
  if (count.principals > MAX_PRINCIPALS) return said('principals', 'principals', MAX_PRINCIPALS);
  return count.groups > MAX_GROUPS ? said('groups', 'Google groups', MAX_GROUPS) : undefined;
}
