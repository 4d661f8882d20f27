import type { Principal } from '../users/load.js';
import { ALWAYS, conditionTitle, endKey, untilExpression } from './ownership.js';
import { ACCESSOR_ROLE, type Binding, compareText, IAM_PREFIXES, memberKey } from './policy.js';

/** Whom the IAP policy grants access: each principal, one Google group, or a domain. The hub enforces the users files in all three. */
export type AccessEntry =
  | { readonly kind: 'direct' }
  | { readonly kind: 'group'; readonly group: string }
  | { readonly kind: 'domain'; readonly domain: string };

/** Desired state of a hub's IAP policy. */
export interface DesiredAccess {
  readonly hub: string;
  readonly principals: readonly Principal[];
  readonly entry: AccessEntry;
  /** `additive` never revokes a grant made in the console. */
  readonly mode: 'authoritative' | 'additive';
  /** True once this hub has adopted the policy. From then on, grants of unlisted members are revoked. */
  readonly adopted: boolean;
  /** Members of this hub's last list, such as `user:ada@acme.dev`; only `additive` needs them. */
  readonly previous: readonly string[];
}

/** A member that should be in the policy. */
export interface Grant {
  /** As written to IAM. */
  readonly member: string;
  /** Comparable end, see `endKey`. */
  readonly end: string;
  /** Exclusive end as written; undefined: none. */
  readonly until: string | undefined;
  /** Undefined for the grant of `access.entry`. */
  readonly principal: Principal | undefined;
}

/** A principal as IAM writes it. It always has a prefix, so no name can become `allUsers`. */
export function iamMember({ kind, name }: Pick<Principal, 'kind' | 'name'>): string {
  return `${IAM_PREFIXES[kind]}:${name}`;
}

/** Grants by comparable member. Of duplicate entries the first counts. An entry whose end has passed gets no grant. */
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

/** Whether the access has ended. An invalid date counts as ended, so a mistake grants nobody access. */
export function hasEnded(until: string | undefined, now: Date): boolean {
  return until !== undefined && !(Date.parse(until) > now.getTime());
}

/** Bindings for grants: one without condition, and one for each end, in a stable order. */
export function bindingsOf(hub: string, grants: Iterable<Pick<Grant, 'member' | 'end' | 'until'>>): Binding[] {
  const byEnd = new Map<string, { readonly until: string | undefined; readonly members: Set<string> }>();
  for (const { member, end, until } of grants) {
    const binding = byEnd.get(end) ?? { until, members: new Set<string>() };
    binding.members.add(member);
    byEnd.set(end, binding);
  }
  return [...byEnd.values()]
    .map(({ until, members }) => ({
      role: ACCESSOR_ROLE,
      members: [...members].sort(compareText),
      ...(until === undefined ? {} : { condition: { title: conditionTitle(hub), expression: untilExpression(until) } }),
    }))
    .sort((a, b) => compareText(a.condition?.expression ?? '', b.condition?.expression ?? ''));
}
