import { lastDay } from '../users/day.js';
import type { Principal } from '../users/load.js';
import { type DesiredAccess, type Grant, hasEnded } from './desired.js';
import { ALWAYS, endInstant } from './ownership.js';
import type { MemberKind } from './policy.js';

/** What the reason of a change is told from. */
export interface Reasoned {
  readonly kind: MemberKind;
  readonly action: 'add' | 'remove' | 'reschedule' | 'keep';
  /** What the member should have; undefined: nothing. */
  readonly grant: Grant | undefined;
  /** The entry in the users files, also where it lets nobody in. */
  readonly listed: Principal | undefined;
  /** Additive mode leaves the live grant alone. */
  readonly isKept: boolean;
  /** Known not to come from a list of this hub. */
  readonly isConsole: boolean;
  /** Ends in the live policy. */
  readonly ends: ReadonlySet<string> | undefined;
}

/** Why a member gets, keeps or loses its grant, in the words of the plan. */
export function reasonOf(wanted: DesiredAccess, now: Date, facts: Reasoned): string {
  const { grant, isKept } = facts;
  const day = (until: string): string => lastDay(until, wanted.timeZone);
  if (isKept) {
    if (grant?.until === undefined) return 'granted in the console, kept: additive';
    return `${placeOf(grant.principal)}, until ${day(grant.until)}; granted in the console without an end, kept: additive`;
  }
  if (grant === undefined) return removal(wanted, now, facts, day);
  if (grant.principal === undefined) return `access.entry names this ${wanted.entry.kind}`;
  const place = placeOf(grant.principal);
  if (grant.until !== undefined) return `${place}, until ${day(grant.until)}`;
  return facts.action === 'reschedule' ? `${place}, without an end` : place;
}

function removal(wanted: DesiredAccess, now: Date, facts: Reasoned, day: (until: string) => string): string {
  const { listed, kind, isConsole, ends } = facts;
  if (kind === 'public') return 'open to everybody, which no users file can say';
  if (listed !== undefined) {
    const { until } = listed;
    if (until !== undefined && hasEnded(until, now)) return `${placeOf(listed)}, until ${day(until)}, which has passed`;
    if (wanted.entry.kind !== 'direct')
      return `${placeOf(listed)}, and access.entry lets in a ${wanted.entry.kind} instead`;
    return `${placeOf(listed)}, and IAM does not know it`;
  }
  const instants = [...(ends ?? [])].map(endInstant);
  const hasPassed = !ends?.has(ALWAYS) && instants.every((one) => one !== undefined && one <= now.getTime());
  if (hasPassed) return 'no longer listed, and its end has passed';
  if (isConsole) return 'granted in the console, not listed';
  return wanted.adopted ? 'no longer listed' : 'not listed';
}

function placeOf(principal: Principal | undefined): string {
  if (principal === undefined) return 'listed';
  const { file, line } = principal.location;
  return `listed at ${file}:${line}`;
}
