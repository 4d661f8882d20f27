import { sameAddress } from '../users/email.js';

/** An IAM allow policy, version 3, as the IAP API gives and takes it. Fields that are not named here pass through. */
export interface Policy {
  readonly version?: number;
  readonly etag?: string;
  readonly bindings?: readonly Binding[];
}

/** Grants of one role, under one condition or none. */
export interface Binding {
  readonly role: string;
  readonly members?: readonly string[];
  readonly condition?: { readonly title?: string; readonly description?: string; readonly expression: string };
}

/** What a member of a binding is; `other` for kinds that a users file cannot hold, such as `principal://…`. */
export type MemberKind = 'person' | 'group' | 'serviceAccount' | 'domain' | 'public' | 'deleted' | 'other';

/** The one role that this product grants: to pass the Identity-Aware Proxy of one backend service. */
export const ACCESSOR_ROLE = 'roles/iap.httpsResourceAccessor';

/** The prefix that IAM writes before the name of each kind. */
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
// toLowerCase makes plain letters of some that only look like them, such as the Kelvin sign.
const ASCII = /^[\x20-\x7e]*$/;

/** Kind of a member as IAM writes it. */
export function memberKind(member: string): MemberKind {
  if (PUBLIC.test(member)) return 'public';
  return KINDS.get(member.slice(0, Math.max(0, member.indexOf(':'))).toLowerCase()) ?? 'other';
}

/** A member without its prefix: an address, a domain, or all of it where there is none. */
export function memberName(member: string): string {
  return KINDS.has(member.slice(0, Math.max(0, member.indexOf(':'))).toLowerCase())
    ? member.slice(member.indexOf(':') + 1)
    : member;
}

/**
 * What two spellings of one member have in common: IAM may give an address back in another case, and at Gmail without
 * its dots. Identities of pools (`principal://…`) are compared as they are, for there case means something.
 */
export function memberKey(member: string): string {
  const kind = memberKind(member);
  if (!ASCII.test(member)) return member;
  if (kind === 'person') return `user:${sameAddress(memberName(member))}`;
  return kind === 'other' ? member : member.toLowerCase();
}

/** Orders texts by their code units: the same on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
