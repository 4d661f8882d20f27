import type { GrantReason } from '../../change/change-note.js';
import { AdoptionNeeded } from '../iap/adoption.js';
import { desiredGrants, hasEnded } from '../iap/desired.js';
import type { MemberChange } from '../iap/merge.js';
import { compareText, IAM_PREFIXES, type MemberKind } from '../iap/policy.js';
import { entryLocation } from '../iap/reasons.js';
import type { Principal } from '../users/load.js';
import { addressKey, type GroupMember } from './membership-api.js';

/** Desired state of a managed Google group. */
export interface DesiredGroup {
  readonly hub: string;
  /** Lower-case address. */
  readonly group: string;
  readonly principals: readonly Principal[];
  /** People who have no access although a users file lists them. */
  readonly blocked: readonly string[];
  /** `additive` only removes members that this hub has added. */
  readonly mode: 'authoritative' | 'additive';
  /** True once this hub has adopted the group. From then on, unlisted members are removed. */
  readonly adopted: boolean;
  /** Addresses that lists of this hub have added; only `additive` needs them. */
  readonly added: readonly string[];
  /** E-mail of the identity that runs, which is never removed; undefined if unknown. */
  readonly self: string | undefined;
}

/** One member to add or to remove. */
export interface GroupMemberChange extends MemberChange {
  readonly action: 'add' | 'remove';
  /** Address as written to the group, or as the group has it. */
  readonly address: string;
  /** The membership to remove; undefined for one to add. */
  readonly live: GroupMember | undefined;
}

/** The difference between a group and its desired state. */
export interface GroupChange {
  /** Removals come first. */
  readonly changes: readonly GroupMemberChange[];
  /** Addresses of unlisted owners and managers. They are never removed, and they pass IAP. */
  readonly administrators: readonly string[];
  /** Addresses of other unlisted members that stay. */
  readonly kept: readonly string[];
  /** Why the group must not be written. The changes still say what a write would do. */
  readonly refusal: AdoptionNeeded | undefined;
}

/** Compares the members of a group with its desired state. Owners and managers of the group are never removed. */
export function compareGroup(desired: DesiredGroup, live: readonly GroupMember[], now: Date): GroupChange {
  const expected = desiredMembers(desired, now);
  const listed = new Map<string, Principal>();
  for (const one of desired.principals) if (!listed.has(addressKey(one.name))) listed.set(addressKey(one.name), one);
  const added = new Set(desired.added.map(addressKey));
  const self = desired.self === undefined ? undefined : addressKey(desired.self);
  const removals: GroupMemberChange[] = [];
  const administrators: string[] = [];
  const kept: string[] = [];
  for (const member of [...live].sort((a, b) => compareText(a.address, b.address))) {
    const key = addressKey(member.address);
    if (expected.has(key)) continue;
    if (member.manages) administrators.push(member.address);
    else if (key === self || (desired.mode === 'additive' && !added.has(key))) kept.push(member.address);
    else removals.push(removal(desired, member, listed.get(key), now));
  }
  const there = new Set(live.map(({ address }) => addressKey(address)));
  const additions = [...expected.values()].filter(({ name }) => !there.has(addressKey(name)));
  return {
    changes: [
      ...removals,
      ...additions.map((one) => addition(desired, one)).sort((a, b) => compareText(a.address, b.address)),
    ],
    administrators,
    kept,
    refusal: adoptionRefusal(desired, removals),
  };
}

/** Desired members by comparable address. A domain cannot be a member, and the group is not a member of itself. */
function desiredMembers({ principals, blocked, group }: DesiredGroup, now: Date): Map<string, Principal> {
  const out = new Set([group, ...blocked].map(addressKey));
  const expected = new Map<string, Principal>();
  for (const { principal } of desiredGrants({ principals, entry: { kind: 'direct' } }, now).values()) {
    if (principal === undefined || principal.kind === 'domain') continue;
    const key = addressKey(principal.name);
    if (!out.has(key) && !expected.has(key)) expected.set(key, principal);
  }
  return expected;
}

function addition({ group }: DesiredGroup, principal: Principal): GroupMemberChange {
  const { kind, name } = principal;
  return {
    address: name,
    member: iamMemberOf(kind, name),
    kind,
    action: 'add',
    reason: { code: 'not-in-group', ...entryLocation(principal), group },
    principal,
    live: undefined,
  };
}

function removal(
  desired: DesiredGroup,
  live: GroupMember,
  principal: Principal | undefined,
  now: Date,
): GroupMemberChange {
  const { address, kind } = live;
  const reason = removalReason(desired, principal, now);
  return { address, member: iamMemberOf(kind, address), kind, action: 'remove', reason, principal, live };
}

function removalReason({ group }: DesiredGroup, principal: Principal | undefined, now: Date): GrantReason {
  if (principal === undefined) return { code: 'group-member-unlisted', group };
  const { until } = principal;
  if (until === undefined || !hasEnded(until, now))
    return { code: 'group-member-revoked', ...entryLocation(principal), group };
  return { code: 'group-member-ended', ...entryLocation(principal), group, until };
}

/** A member as IAM writes it: the form that the plan, the record and an adoption patch use. */
function iamMemberOf(kind: MemberKind, address: string): string {
  return kind in IAM_PREFIXES ? `${IAM_PREFIXES[kind as keyof typeof IAM_PREFIXES]}:${address.toLowerCase()}` : address;
}

/** On the first run over an existing group, removing members whom the users files do not list is refused. */
function adoptionRefusal(desired: DesiredGroup, removals: readonly GroupMemberChange[]): AdoptionNeeded | undefined {
  if (desired.mode !== 'authoritative' || desired.adopted) return undefined;
  const lost = removals.filter(({ principal }) => principal === undefined);
  if (lost.length === 0) return undefined;
  return new AdoptionNeeded(
    desired.hub,
    lost.map(({ member }) => member),
    desired.group,
  );
}
