import type { GrantReason } from '../../change/change-note.js';
import type { Principal } from '../users/load.js';
import { AdoptionNeeded } from './adoption.js';
import { bindingsOf, type DesiredAccess, desiredGrants, type Grant, hasEnded, iamMember } from './desired.js';
import { countPrincipals, type PrincipalCount, sizeFault, type TooManyPrincipals } from './limits.js';
import { ALWAYS, endKey, type ForeignGrant, foreignGrants, isUnconditional, partitionPolicy } from './ownership.js';
import { type Binding, compareText, type MemberKind, memberKey, memberKind, type Policy } from './policy.js';
import { type ReasonFacts, reasonOf } from './reasons.js';
import { type PolicyWarning, policyWarnings } from './warnings.js';

/** What happens to the grant of one member, and why. */
export interface MemberChange {
  /** As IAM has it, or will have it. */
  readonly member: string;
  readonly kind: MemberKind;
  readonly action: 'add' | 'remove' | 'reschedule' | 'keep';
  readonly reason: GrantReason;
  /** The entry of a users file; undefined if there is none. */
  readonly principal: Principal | undefined;
  /** True if a users file still lists a removed member. Then access.entry decides whether the member passes IAP. */
  readonly isStillListed?: boolean;
}

/** Result of a merge: the policy to write, and the difference in members. */
export interface PolicyChange {
  /** The policy to write, with the etag and all foreign parts of the live policy. */
  readonly policy: Policy;
  readonly changed: boolean;
  /** Every member of our bindings, before or after, in a stable order. */
  readonly members: readonly MemberChange[];
  /** Lower-case members, such as `user:alice@acme.dev`, whose grant is added, removed, or gets another end. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly rescheduled: readonly string[];
  /** Grants that are not ours. They are kept and reported. */
  readonly foreign: readonly ForeignGrant[];
  readonly warnings: readonly PolicyWarning[];
  /** Of the policy to write. */
  readonly count: PrincipalCount;
  /** Why the policy must not be written. The difference still says what a write would do. */
  readonly refusal: AdoptionNeeded | TooManyPrincipals | undefined;
}

/** A member of our bindings in the live policy. */
interface LiveMember {
  /** Its first spelling. */
  readonly member: string;
  readonly ends: Set<string>;
}

/**
 * Merges the desired access into a live policy. Our bindings are replaced; everything else stays as it is.
 * @param without comparable members (see `memberKey`) that IAM refuses
 */
export function mergePolicy(
  desired: DesiredAccess,
  live: Policy,
  now: Date,
  without: ReadonlySet<string> = new Set(),
): PolicyChange {
  const { ours, others } = partitionPolicy(desired.hub, live);
  const { before, deleted } = liveGrants(ours);
  const grants = spelledAsLive(desiredGrants(desired, now), [...ours, ...others]);
  for (const key of without) grants.delete(key);
  const retained = retainedGrants(desired, before, grants);
  const next = bindingsOf(desired.hub, [...retained.values(), ...grants.values()]);
  const members = compareMembers(desired, now, before, grants, retained);
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
    warnings: policyWarnings({ ours, others, deleted, mode: desired.mode, retained: new Set(retained.keys()) }),
    count: countPrincipals(policy.bindings),
    refusal: changed ? (adoptionRefusal(desired, members, before) ?? sizeFault(next, others)) : undefined,
  };
}

/**
 * The grants with each member as the live policy spells it. IAM may know an account by capitals, and refuses the whole
 * policy for a member in another spelling.
 */
function spelledAsLive(grants: ReadonlyMap<string, Grant>, live: readonly Binding[]): Map<string, Grant> {
  const spellings = new Map<string, string>();
  for (const member of live.flatMap(({ members = [] }) => members)) {
    const key = memberKey(member);
    if (!spellings.has(key)) spellings.set(key, member);
  }
  return new Map(
    [...grants].map(([key, grant]) => [key, { ...grant, member: spellings.get(key) ?? grant.member }] as const),
  );
}

/** The live members of our bindings by comparable name. Deleted accounts are separate: IAM would refuse them. */
function liveGrants(ours: readonly Binding[]): { before: Map<string, LiveMember>; deleted: string[] } {
  const before = new Map<string, LiveMember>();
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

/** In additive mode, unconditional grants that no list of this hub made. They stay. */
function retainedGrants(
  desired: DesiredAccess,
  before: ReadonlyMap<string, LiveMember>,
  grants: ReadonlyMap<string, Grant>,
): Map<string, Grant> {
  const retained = new Map<string, Grant>();
  if (desired.mode === 'authoritative') return retained;
  const previous = new Set(desired.previous.map(memberKey));
  for (const [key, { member, ends }] of before) {
    if (!ends.has(ALWAYS) || previous.has(key) || grants.get(key)?.end === ALWAYS) continue;
    retained.set(key, { member, end: ALWAYS, until: undefined, principal: undefined });
  }
  return retained;
}

function compareMembers(
  desired: DesiredAccess,
  now: Date,
  before: ReadonlyMap<string, LiveMember>,
  grants: ReadonlyMap<string, Grant>,
  retained: ReadonlyMap<string, Grant>,
): MemberChange[] {
  const listed = new Map<string, Principal>();
  for (const principal of desired.principals) {
    const key = memberKey(iamMember(principal));
    if (!listed.has(key)) listed.set(key, principal);
  }
  const previous = new Set(desired.previous.map(memberKey));
  return [...new Set([...before.keys(), ...grants.keys()])].sort(compareText).map((key) => {
    const was = before.get(key);
    const grant = grants.get(key);
    const ends = new Set([...(retained.has(key) ? [ALWAYS] : []), ...(grant === undefined ? [] : [grant.end])]);
    const member = grant?.member ?? was?.member ?? key;
    const action = actionOf(was?.ends, ends);
    const facts: ReasonFacts = {
      kind: memberKind(member),
      action,
      grant,
      listed: listed.get(key),
      isRetained: retained.has(key),
      isFromConsole: previous.size > 0 && !previous.has(key),
      ends: was?.ends,
    };
    const isStillListed =
      action === 'remove' &&
      desired.entry.kind !== 'direct' &&
      facts.listed !== undefined &&
      !hasEnded(facts.listed.until, now);
    const reason = reasonOf(desired, now, facts);
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

/** On the first run over an existing policy, removing members whom the users files do not list is refused. */
function adoptionRefusal(
  { hub, mode, adopted }: DesiredAccess,
  members: readonly MemberChange[],
  before: ReadonlyMap<string, LiveMember>,
): AdoptionNeeded | undefined {
  if (mode !== 'authoritative' || adopted) return undefined;
  const lost = members.filter(
    ({ member, kind, action, principal }) =>
      action === 'remove' &&
      principal === undefined &&
      // A grant to everybody cannot be adopted.
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
