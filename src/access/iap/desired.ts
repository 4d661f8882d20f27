import type { Principal } from '../users/load.js';
import { ALWAYS, conditionTitle, endKey, untilExpression } from './ownership.js';
import { ACCESSOR_ROLE, type Binding, compareText, IAM_PREFIXES, memberKey } from './policy.js';

/** What stands at IAP: each principal, one Google group, or a whole domain. The hub enforces the files in all three. */
export type Entry =
  | { readonly kind: 'direct' }
  | { readonly kind: 'group'; readonly group: string }
  | { readonly kind: 'domain'; readonly domain: string };

/** What IAP of a hub should say, by its files and its configuration. */
export interface DesiredAccess {
  readonly hub: string;
  readonly principals: readonly Principal[];
  readonly entry: Entry;
  /** `additive` never takes away what the console granted. */
  readonly mode: 'authoritative' | 'additive';
  /** True once this hub has taken over the policy: from then on what the files do not list is removed. */
  readonly adopted: boolean;
  /** Members that the last list of this hub was granted, such as `user:ada@acme.dev`; only `additive` needs them. */
  readonly previous: readonly string[];
}

/** A member that should be in the policy. */
export interface Grant {
  /** As it is written to IAM. */
  readonly member: string;
  /** Comparable end, see `endKey`. */
  readonly end: string;
  /** Exclusive end as it is written; undefined: none. */
  readonly until: string | undefined;
  /** Undefined for the one of `access.entry`. */
  readonly principal: Principal | undefined;
}

/** How IAM writes a principal. The prefix is always there, so that no name can become `allUsers`. */
export function iamMember({ kind, name }: Pick<Principal, 'kind' | 'name'>): string {
  return `${IAM_PREFIXES[kind]}:${name}`;
}

/** Grants by comparable member. Who is listed twice gets the first entry; whose end has passed gets none. */
export function desiredGrants(
  { principals, entry }: Pick<DesiredAccess, 'principals' | 'entry'>,
  now: Date,
): Map<string, Grant> {
  const grants = new Map<string, Grant>();
  if (entry.kind !== 'direct') {
    const name = (entry.kind === 'group' ? entry.group : entry.domain).toLowerCase();
    const member = iamMember({ kind: entry.kind, name });
    return grants.set(memberKey(member), { member, end: ALWAYS, until: undefined, principal: undefined });
  }
  const listed = new Set<string>();
  for (const principal of principals) {
    const member = iamMember(principal);
    const key = memberKey(member);
    if (listed.has(key)) continue;
    listed.add(key);
    const { until } = principal;
    if (hasEnded(until, now)) continue;
    grants.set(key, { member, end: until === undefined ? ALWAYS : endKey(untilExpression(until)), until, principal });
  }
  return grants;
}

/** True from the first instant at which the access has ended. An end that is no date has, so that a fault lets nobody in. */
export function hasEnded(until: string | undefined, now: Date): boolean {
  return until !== undefined && !(Date.parse(until) > now.getTime());
}

/** Our bindings for grants: one without condition, and one for each end, in a steady order. */
export function bindingsOf(hub: string, grants: Iterable<Pick<Grant, 'member' | 'end' | 'until'>>): Binding[] {
  const byEnd = new Map<string, { readonly until: string | undefined; readonly members: Set<string> }>();
  for (const { member, end, until } of grants) {
    const one = byEnd.get(end) ?? { until, members: new Set<string>() };
    one.members.add(member);
    byEnd.set(end, one);
  }
  return [...byEnd.values()]
    .map(({ until, members }) => ({
      role: ACCESSOR_ROLE,
      members: [...members].sort(compareText),
      ...(until === undefined ? {} : { condition: { title: conditionTitle(hub), expression: untilExpression(until) } }),
    }))
    .sort((a, b) => compareText(a.condition?.expression ?? '', b.condition?.expression ?? ''));
}
