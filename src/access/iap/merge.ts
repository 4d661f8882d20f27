import type { GrantReason } from '../../change/change-note.js';
import type { Principal } from '../users/load.js';
import { AdoptionNeeded } from './adoption.js';
import { bindingsOf, type DesiredAccess, desiredGrants, type Grant, hasEnded, iamMember } from './desired.js';
import { countPrincipals, type PrincipalCount, sizeFault, type TooManyPrincipals } from './limits.js';
import { ALWAYS, endKey, type ForeignGrant, foreignGrants, isUnconditional, partitionPolicy } from './ownership.js';
import { type Binding, compareText, type MemberKind, memberKey, memberKind, type Policy } from './policy.js';
import { type ReasonFacts, reasonOf } from './reasons.js';
import { type PolicyWarning, policyWarnings } from './warnings.js';

// The list for the hub shares this one word with the policy.

/** What happens to the grant of one member, and why. */
export interface MemberChange {
  /** As IAM has it, or gets it. */
  readonly member: string;
  readonly kind: MemberKind;
  readonly action: 'add' | 'remove' | 'reschedule' | 'keep';
  readonly reason: GrantReason;
  /** The entry of a users file; undefined where none lets the member in. */
  readonly principal: Principal | undefined;
  /** True where a users file goes on listing a removed member, whom access.entry now lets pass in another way if at all. */
  readonly isStillListed?: boolean;
}

/** What a merge would do: the policy to write, and the difference in members. */
export interface PolicyChange {
  /** Policy to write, with the etag and all foreign parts of the one that was read. */
  readonly policy: Policy;
  readonly changed: boolean;
  /** Every member of ours, before or after, in a steady order. */
  readonly members: readonly MemberChange[];
  /** Lower-case members, such as `user:alice@acme.dev`, whose grant is added, removed or gets another end. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly rescheduled: readonly string[];
  /** Grants of others: kept, reported. */
  readonly foreign: readonly ForeignGrant[];
  readonly warnings: readonly PolicyWarning[];
  /** Of the policy to write. */
  readonly count: PrincipalCount;
  /** Why the policy must not be written; the difference says what it would do. */
  readonly refusal: AdoptionNeeded | TooManyPrincipals | undefined;
}

/** A member of ours in the live policy. */
interface Live {
  /** Its first spelling. */
  readonly member: string;
  readonly ends: Set<string>;
}

/**
 * Merges what is wanted into a live policy: our part becomes the desired one, all else stays as it is.
 * @param without comparable members (see `memberKey`) that IAM does not take
 */
export function mergePolicy(
  wanted: DesiredAccess,
  live: Policy,
  now: Date,
  without: ReadonlySet<string> = new Set(),
): PolicyChange {
  const { ours, others } = partitionPolicy(wanted.hub, live);
  const { before, deleted } = liveGrants(ours);
  const desired = desiredGrants(wanted, now);
  for (const key of without) desired.delete(key);
  const kept = keptGrants(wanted, before, desired);
  const next = bindingsOf(wanted.hub, [...kept.values(), ...desired.values()]);
  const members = compare(wanted, now, before, desired, kept);
  const of = (action: MemberChange['action']): string[] =>
    members.filter((one) => one.action === action).map(({ member }) => member.toLowerCase());
  const changed = deleted.length > 0 || members.some(({ action }) => action !== 'keep');
  const policy = { ...live, version: 3, bindings: [...others, ...next] };
  return {
    policy,
    changed,
    members,
    added: of('add'),
    removed: of('remove'),
    rescheduled: of('reschedule'),
    foreign: foreignGrants(others),
    warnings: policyWarnings({ ours, others, deleted, mode: wanted.mode, kept: new Set(kept.keys()) }),
    count: countPrincipals(policy.bindings),
    refusal: changed ? (adoption(wanted, members, before) ?? sizeFault(next, others)) : undefined,
  };
}

/** Our live members by comparable name. Those of deleted accounts are apart: IAM does not take them again. */
function liveGrants(ours: readonly Binding[]): { before: Map<string, Live>; deleted: string[] } {
  const before = new Map<string, Live>();
  const deleted: string[] = [];
  for (const { members = [], condition } of ours) {
    const end = isUnconditional(condition) ? ALWAYS : endKey(condition?.expression ?? '');
    for (const member of members) {
      if (memberKind(member) === 'deleted') {
        deleted.push(member);
        continue;
      }
      const key = memberKey(member);
      const known = before.get(key) ?? { member, ends: new Set<string>() };
      known.ends.add(end);
      before.set(key, known);
    }
  }
  return { before, deleted };
}

/** In additive mode, unconditional members that no list of this hub brought in; they stay. */
function keptGrants(
  wanted: DesiredAccess,
  before: ReadonlyMap<string, Live>,
  desired: ReadonlyMap<string, Grant>,
): Map<string, Grant> {
  const kept = new Map<string, Grant>();
  if (wanted.mode === 'authoritative') return kept;
  const previous = new Set(wanted.previous.map(memberKey));
  for (const [key, { member, ends }] of before) {
    if (!ends.has(ALWAYS) || previous.has(key) || desired.get(key)?.end === ALWAYS) continue;
    kept.set(key, { member, end: ALWAYS, until: undefined, principal: undefined });
  }
  return kept;
}

function compare(
  wanted: DesiredAccess,
  now: Date,
  before: ReadonlyMap<string, Live>,
  desired: ReadonlyMap<string, Grant>,
  kept: ReadonlyMap<string, Grant>,
): MemberChange[] {
  const listed = new Map<string, Principal>();
  for (const one of wanted.principals) {
    const key = memberKey(iamMember(one));
    if (!listed.has(key)) listed.set(key, one);
  }
  const previous = new Set(wanted.previous.map(memberKey));
  return [...new Set([...before.keys(), ...desired.keys()])].sort(compareText).map((key) => {
    const was = before.get(key);
    const grant = desired.get(key);
    const ends = new Set([...(kept.has(key) ? [ALWAYS] : []), ...(grant === undefined ? [] : [grant.end])]);
    const member = grant?.member ?? was?.member ?? key;
    const action = actionOf(was?.ends, ends);
    const facts: ReasonFacts = {
      kind: memberKind(member),
      action,
      grant,
      listed: listed.get(key),
      isKept: kept.has(key),
      isConsole: previous.size > 0 && !previous.has(key),
      ends: was?.ends,
    };
    const isStillListed =
      action === 'remove' &&
      wanted.entry.kind !== 'direct' &&
      facts.listed !== undefined &&
      !hasEnded(facts.listed.until, now);
    const reason = reasonOf(wanted, now, facts);
    return {
      member,
      kind: facts.kind,
      action,
      reason,
      principal: facts.listed,
      ...(isStillListed && { isStillListed }),
    };
  });
}

function actionOf(before: ReadonlySet<string> | undefined, after: ReadonlySet<string>): MemberChange['action'] {
  if (before === undefined) return 'add';
  if (after.size === 0) return 'remove';
  return before.size === after.size && [...before].every((end) => after.has(end)) ? 'keep' : 'reschedule';
}

/** On the first run over a policy that others filled, removing whom the files do not name is refused. */
function adoption(
  { hub, mode, adopted }: DesiredAccess,
  members: readonly MemberChange[],
  before: ReadonlyMap<string, Live>,
): AdoptionNeeded | undefined {
  if (mode !== 'authoritative' || adopted) return undefined;
  const lost = members.filter(
    ({ member, kind, action, principal }) =>
      action === 'remove' &&
      principal === undefined &&
      // Nobody adopts the whole world.
      kind !== 'public' &&
      before.get(memberKey(member))?.ends.has(ALWAYS) === true,
  );
  return lost.length === 0
    ? undefined
    : new AdoptionNeeded(
        hub,
        lost.map(({ member }) => member),
      );
}
