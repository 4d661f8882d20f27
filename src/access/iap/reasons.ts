import type { GrantReason, Listed } from '../../change/change-note.js';
import type { Principal } from '../users/load.js';
import { type DesiredAccess, type Grant, hasEnded } from './desired.js';
import { ALWAYS, endInstant } from './ownership.js';
import type { MemberKind } from './policy.js';

/** What the reason of a change is told from. */
export interface ReasonFacts {
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

/** Why a member gets, keeps or loses its grant. */
export function reasonOf(wanted: DesiredAccess, now: Date, facts: ReasonFacts): GrantReason {
  const { grant, isKept } = facts;
  if (isKept) {
    if (grant?.principal === undefined || grant.until === undefined) return { code: 'kept-additive' };
    return { code: 'kept-additive', ...placeOf(grant.principal), until: grant.until };
  }
  if (grant === undefined) return removal(wanted, now, facts);
  if (grant.principal === undefined) return { code: 'access-entry', entry: entryOf(wanted) };
  const listed = { code: 'listed', ...placeOf(grant.principal) } as const;
  if (grant.until !== undefined) return { ...listed, until: grant.until };
  return facts.action === 'reschedule' ? { ...listed, until: null } : listed;
}

function removal(wanted: DesiredAccess, now: Date, facts: ReasonFacts): GrantReason {
  const { listed, kind, isConsole, ends } = facts;
  if (kind === 'public') return { code: 'public-grant' };
  if (listed !== undefined) {
    const { until } = listed;
    if (until !== undefined && hasEnded(until, now)) return { code: 'access-ended', ...placeOf(listed), until };
    if (wanted.entry.kind !== 'direct') return { code: 'entry-instead', ...placeOf(listed), entry: wanted.entry.kind };
    return { code: 'unknown-to-iam', ...placeOf(listed) };
  }
  const instants = [...(ends ?? [])].map(endInstant);
  const hasPassed = !ends?.has(ALWAYS) && instants.every((one) => one !== undefined && one <= now.getTime());
  if (hasPassed) return { code: 'ended-and-unlisted' };
  if (isConsole) return { code: 'granted-in-console' };
  return { code: wanted.adopted ? 'no-longer-listed' : 'not-listed' };
}

/** Without `access.entry` every grant has its own principal. */
function entryOf({ entry }: DesiredAccess): 'group' | 'domain' {
  return entry.kind === 'domain' ? 'domain' : 'group';
}

/** The entry of a principal in the users files. */
export function placeOf({ location }: Principal): Listed {
  return { file: location.file, line: location.line };
}
