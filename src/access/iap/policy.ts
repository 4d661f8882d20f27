import { sameAddress } from '../users/email.js';

/** An IAM allow policy, version 3, as the IAP API reads and writes it. Fields not named here pass through unchanged. */
export interface Policy {
  readonly version?: number;
  readonly etag?: string;
  readonly bindings?: readonly Binding[];
}

/** Grants of one role under at most one condition. */
export interface Binding {
  readonly role: string;
  readonly members?: readonly string[];
  readonly condition?: { readonly title?: string; readonly description?: string; readonly expression: string };
}

/** Kind of a binding's member; `other` for kinds that a users file cannot list, such as `principal://…`. */
export type MemberKind = 'person' | 'group' | 'serviceAccount' | 'domain' | 'public' | 'deleted' | 'other';

/** The role that this product grants: access to one backend service through Identity-Aware Proxy. */
export const ACCESSOR_ROLE = 'roles/iap.httpsResourceAccessor';

/** IAM's prefix of each kind. */
export const IAM_PREFIXES = {
  person: 'user',
  group: 'group',
  serviceAccount: 'serviceAccount',
  domain: 'domain',
} as const;

const KINDS: ReadonlyMap<string, MemberKind> = new Map([
  ['user', 'person'],
  ['group', 'group'],
  ['serviceaccount', 'serviceAccount'],
  ['domain', 'domain'],
  ['deleted', 'deleted'],
]);
const PUBLIC = /^all(authenticated)?users$/i;
// toLowerCase turns some look-alikes into plain letters, such as the Kelvin sign.
const ASCII = /^[\x20-\x7e]*$/;

/** Kind of an IAM member. */
export function memberKind(member: string): MemberKind {
  if (PUBLIC.test(member)) return 'public';
  return KINDS.get(member.slice(0, Math.max(0, member.indexOf(':'))).toLowerCase()) ?? 'other';
}

/** A member without its prefix: an address or a domain. A member without a prefix stays whole. */
export function memberName(member: string): string {
  return KINDS.has(member.slice(0, Math.max(0, member.indexOf(':'))).toLowerCase())
    ? member.slice(member.indexOf(':') + 1)
    : member;
}

/**
 * Comparable form of a member. IAM may return an address in another case, and a Gmail address without its dots. The
 * identities of workload pools (`principal://…`) are case-sensitive and stay as they are.
 */
export function memberKey(member: string): string {
  const kind = memberKind(member);
  if (!ASCII.test(member)) return member;
  if (kind === 'person') return `user:${sameAddress(memberName(member))}`;
  return kind === 'other' ? member : member.toLowerCase();
}

/** Orders texts by code units, so the order does not depend on the language of the machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
