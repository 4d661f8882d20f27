import type { GrantReason } from '../../change/change-note.js';
import { AdoptionNeeded } from '../iap/adoption.js';
import { desiredGrants, hasEnded } from '../iap/desired.js';
import type { MemberChange } from '../iap/merge.js';
import { compareText, IAM_PREFIXES, type MemberKind } from '../iap/policy.js';
import { placeOf } from '../iap/reasons.js';
import type { Principal } from '../users/load.js';
import { addressKey, type GroupMember } from './membership-api.js';

/** What a managed group should hold, by the files and the configuration. */
export interface DesiredGroup {
  readonly hub: string;
  /** Lower-case address. */
  readonly group: string;
  readonly principals: readonly Principal[];
  /** Who is kept out although a file lists them. */
  readonly blocked: readonly string[];
  /** `additive` removes only whom this hub has brought in. */
  readonly mode: 'authoritative' | 'additive';
  /** True once this hub has taken over the group: from then on whom no file lists is removed. */
  readonly adopted: boolean;
  /** Addresses that lists of this hub have brought in; only `additive` needs them. */
  readonly added: readonly string[];
  /** E-mail of the identity that runs, which is never removed; undefined where it is not known. */
  readonly self: string | undefined;
}

/** One member to add or to remove. */
export interface GroupMemberChange extends MemberChange {
  readonly action: 'add' | 'remove';
  /** Address as it is written to the group, or as the group has it. */
  readonly address: string;
  /** The membership to remove; undefined for one to add. */
  readonly live: GroupMember | undefined;
}

/** What would change in a group. */
export interface GroupChange {
  /** Who goes comes first. */
  readonly changes: readonly GroupMemberChange[];
  /** Addresses of owners and managers whom no file lets in: they are never touched, and pass IAP. */
  readonly administrators: readonly string[];
  /** Addresses of other members whom no file lists and that stay. */
  readonly kept: readonly string[];
  /** Why the group must not be written; the changes say what it would do. */
  readonly refusal: AdoptionNeeded | undefined;
}

/** Compares who is in a group with who should be. Owners and managers of the group are never removed. */
export function compareGroup(wanted: DesiredGroup, live: readonly GroupMember[], now: Date): GroupChange {
  const desired = desiredMembers(wanted, now);
  const listed = new Map<string, Principal>();
  for (const one of wanted.principals) if (!listed.has(addressKey(one.name))) listed.set(addressKey(one.name), one);
  const added = new Set(wanted.added.map(addressKey));
  const self = wanted.self === undefined ? undefined : addressKey(wanted.self);
  const removals: GroupMemberChange[] = [];
  const administrators: string[] = [];
  const kept: string[] = [];
  for (const member of [...live].sort((a, b) => compareText(a.address, b.address))) {
    const key = addressKey(member.address);
    if (desired.has(key)) continue;
    if (member.manages) administrators.push(member.address);
    else if (key === self || (wanted.mode === 'additive' && !added.has(key))) kept.push(member.address);
    else removals.push(removal(wanted, member, listed.get(key), now));
  }
  const there = new Set(live.map(({ address }) => addressKey(address)));
  const additions = [...desired.values()].filter(({ name }) => !there.has(addressKey(name)));
  return {
    changes: [
      ...removals,
      ...additions.map((one) => addition(wanted, one)).sort((a, b) => compareText(a.address, b.address)),
    ],
    administrators,
    kept,
    refusal: adoption(wanted, removals),
  };
}

/** Who should be in the group, by comparable address: no domain can be, and no group is in itself. */
function desiredMembers({ principals, blocked, group }: DesiredGroup, now: Date): Map<string, Principal> {
  const out = new Set([group, ...blocked].map(addressKey));
  const desired = new Map<string, Principal>();
  for (const { principal } of desiredGrants({ principals, entry: { kind: 'direct' } }, now).values()) {
    if (principal === undefined || principal.kind === 'domain') continue;
    const key = addressKey(principal.name);
    if (!out.has(key) && !desired.has(key)) desired.set(key, principal);
  }
  return desired;
}

function addition({ group }: DesiredGroup, principal: Principal): GroupMemberChange {
  const { kind, name } = principal;
  return {
    address: name,
    member: memberText(kind, name),
    kind,
    action: 'add',
    reason: { code: 'not-in-group', ...placeOf(principal), group },
    principal,
    live: undefined,
  };
}

function removal(
  wanted: DesiredGroup,
  live: GroupMember,
  principal: Principal | undefined,
  now: Date,
): GroupMemberChange {
  const { address, kind } = live;
  const reason = reasonToLeave(wanted, principal, now);
  return { address, member: memberText(kind, address), kind, action: 'remove', reason, principal, live };
}

function reasonToLeave({ group }: DesiredGroup, principal: Principal | undefined, now: Date): GrantReason {
  if (principal === undefined) return { code: 'group-member-unlisted', group };
  const { until } = principal;
  if (until === undefined || !hasEnded(until, now))
    return { code: 'group-member-revoked', ...placeOf(principal), group };
  return { code: 'group-member-ended', ...placeOf(principal), group, until };
}

/** A member as IAM writes it, which is what the plan, the record and a patch of a users file are made from. */
function memberText(kind: MemberKind, address: string): string {
  return kind in IAM_PREFIXES ? `${IAM_PREFIXES[kind as keyof typeof IAM_PREFIXES]}:${address.toLowerCase()}` : address;
}

/** On the first run over a group that others filled, removing whom the files do not name is refused. */
function adoption(wanted: DesiredGroup, removals: readonly GroupMemberChange[]): AdoptionNeeded | undefined {
  if (wanted.mode !== 'authoritative' || wanted.adopted) return undefined;
  const lost = removals.filter(({ principal }) => principal === undefined);
  if (lost.length === 0) return undefined;
  return new AdoptionNeeded(
    wanted.hub,
    lost.map(({ member }) => member),
    wanted.group,
  );
}
