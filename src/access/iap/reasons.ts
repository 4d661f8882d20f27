import type { GrantReason, Listed } from '../../change/change-note.js';
import type { Principal } from '../users/load.js';
import { type DesiredAccess, type Grant, hasEnded } from './desired.js';
import { ALWAYS, endInstant } from './ownership.js';
import type { MemberKind } from './policy.js';

/** The facts that decide the reason of a change. */
export interface ReasonFacts {
  readonly kind: MemberKind;
  readonly action: 'add' | 'remove' | 'reschedule' | 'keep';
  /** The grant that the member should have; undefined: none. */
  readonly grant: Grant | undefined;
  /** The entry in the users files, even if it grants nothing. */
  readonly listed: Principal | undefined;
  /** Additive mode keeps the live grant. */
  readonly isRetained: boolean;
  /** Known not to be from a list of this hub. */
  readonly isFromConsole: boolean;
  /** Ends in the live policy. */
  readonly ends: ReadonlySet<string> | undefined;
}

/** Why a member gets, keeps or loses its grant. */
export function reasonOf(desired: DesiredAccess, now: Date, facts: ReasonFacts): GrantReason {
  const { grant, isRetained } = facts;
  if (isRetained) {
    if (grant?.principal === undefined || grant.until === undefined) return { code: 'kept-additive' };
    return { code: 'kept-additive', ...entryLocation(grant.principal), until: grant.until };
  }
  if (grant === undefined) return removalReason(desired, now, facts);
  if (grant.principal === undefined) return { code: 'access-entry', entry: entryKind(desired) };
  const listed = { code: 'listed', ...entryLocation(grant.principal) } as const;
  if (grant.until !== undefined) return { ...listed, until: grant.until };
  return facts.action === 'reschedule' ? { ...listed, until: null } : listed;
}

function removalReason(desired: DesiredAccess, now: Date, facts: ReasonFacts): GrantReason {
  const { listed, kind, isFromConsole, ends } = facts;
  if (kind === 'public') return { code: 'public-grant' };
  if (listed !== undefined) {
    const { until } = listed;
    if (until !== undefined && hasEnded(until, now)) return { code: 'access-ended', ...entryLocation(listed), until };
    if (desired.entry.kind !== 'direct')
      return { code: 'entry-instead', ...entryLocation(listed), entry: desired.entry.kind };
    return { code: 'unknown-to-iam', ...entryLocation(listed) };
  }
  const instants = [...(ends ?? [])].map(endInstant);
  const hasPassed = !ends?.has(ALWAYS) && instants.every((one) => one !== undefined && one <= now.getTime());
  if (hasPassed) return { code: 'ended-and-unlisted' };
  if (isFromConsole) return { code: 'granted-in-console' };
  return { code: desired.adopted ? 'no-longer-listed' : 'not-listed' };
}

/** Without `access.entry` every grant has its own principal. */
function entryKind({ entry }: DesiredAccess): 'group' | 'domain' {
  return entry.kind === 'domain' ? 'domain' : 'group';
}

/** The entry of a principal in the users files. */
export function entryLocation({ location }: Principal): Listed {
  return { file: location.file, line: location.line };
}
