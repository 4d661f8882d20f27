import type { AccessNote } from '../change/run-note.js';
import { firstOf, formatNumber, plural } from '../config/text.js';
import { ConfigurationError } from '../errors.js';
import { hasEnded } from './iap/desired.js';
import { compareText } from './iap/policy.js';
import { sameAddress } from './users/email.js';
import type { EntryKind } from './users/entries.js';

/** `access.guard`: how much access one change may revoke. */
export interface GuardLimits {
  /** A change is refused if it exceeds both the percentage and the number. */
  readonly maxRemovals: { readonly percent: number; readonly atLeast: number };
  readonly requiredAdmins: number;
}

/** What the guard compares of an entry; a `Principal` has all of it. */
export interface Guarded {
  readonly kind: EntryKind;
  readonly name: string;
  readonly admin?: boolean | 'full';
  /** First instant after the access has ended; undefined: no end. */
  readonly until?: string | undefined;
}

/** Two lists to compare. */
export interface GuardInput {
  /** The list that was enforced last. */
  readonly before: readonly Guarded[];
  /** The list after the change. */
  readonly after: readonly Guarded[];
  readonly limits: GuardLimits;
  /** E-mail of the identity that runs; undefined if unknown. */
  readonly self?: string | undefined;
  readonly now: Date;
  /** File to name in a refusal, such as `users.yaml`. */
  readonly where: string;
  /** Set if the file has looser limits that do not apply yet. Then `limits` are those from before the change. */
  readonly effective?: EffectiveLimits;
}

/** Why the effective limits differ from those of the file. */
export interface EffectiveLimits {
  /** Location of `access.guard` in the file, such as `jupyterhub.yaml:12:5`. */
  readonly place: string;
  /** False if the file from before the change cannot be read; then the defaults apply. */
  readonly isRead: boolean;
}

/** What the guard found. */
export interface GuardVerdict {
  /** Undefined: the change is allowed. */
  readonly refusal: GuardRefusal | undefined;
  /** For the reader of an allowed change. */
  readonly warnings: readonly AccessNote[];
  /** Names of those who would lose access, sorted. */
  readonly losing: readonly string[];
}

/** What a refused change would leave: nobody at all, too few entries, or too few administrators. */
export type GuardReason = 'nobody' | 'removals' | 'admins';

/** One change would revoke more access than `access.guard` allows. Nothing was changed. */
export class GuardRefusal extends ConfigurationError {
  readonly reason: GuardReason;
  /** Names of those who would lose access, all of them. */
  readonly losing: readonly string[];
  /** Limits that would let the change pass; undefined where none would. */
  readonly allows: Partial<GuardLimits> | undefined;

  constructor(
    message: string,
    details: {
      where: string;
      hint: string;
      reason: GuardReason;
      losing: readonly string[];
      allows?: Partial<GuardLimits>;
    },
  ) {
    super(message, { where: details.where, hint: details.hint });
    this.reason = details.reason;
    this.losing = details.losing;
    this.allows = details.allows;
  }
}

const SHOWN = 20;

/** Compares two lists. Refuses a change that revokes the access of too many, of everybody, or of too many administrators. */
export function guardRemovals(input: GuardInput): GuardVerdict {
  const { limits, self, now } = input;
  const before = active(input.before, now);
  const after = active(input.after, now);
  const domains = new Set([...after.values()].filter(({ kind }) => kind === 'domain').map(({ name }) => ascii(name)));
  const lost = [...before].filter(([key, one]) => !after.has(key) && !isCovered(one, domains)).map(([, one]) => one);
  const losing = lost.map(({ name }) => name).sort(compareText);
  const refusal =
    refuseEmpty(input, after.size, losing) ??
    refuseMany(input, before.size, losing) ??
    refuseAdmins(input, [...after.values()].filter(isAdmin).length, limits.requiredAdmins, losing);
  return { refusal, warnings: refusal === undefined ? warningsOf(lost, self) : [], losing };
}

/**
 * Everybody whose access has not ended, once each. An ended entry does not count. Otherwise dates in the past could
 * empty a file, and entries that grant nothing could inflate the number of people.
 */
function active(list: readonly Guarded[], now: Date): Map<string, Guarded> {
  const found = new Map<string, Guarded>();
  for (const entry of list) {
    const key = `${entry.kind}:${identity(entry)}`;
    const first = found.get(key);
    if (hasEnded(entry.until, now) || (first !== undefined && isAdmin(first))) continue;
    found.set(key, entry);
  }
  return found;
}

/** Comparable form of an account. Letters that only look alike stay different. */
function identity({ kind, name }: Guarded): string {
  if (kind === 'domain' || !/^[\x21-\x3f\x41-\x7e]+@[\x21-\x3f\x41-\x7e]+$/.test(name)) return ascii(name);
  return sameAddress(name);
}

/** Lower case of A to Z only: toLowerCase turns the Kelvin sign into a plain k. */
function ascii(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function isAdmin({ kind, admin }: Guarded): boolean {
  return kind === 'person' && (admin === true || admin === 'full');
}

/** Whether a person keeps access through a listed domain. Gmail is not a domain that IAM or the hub can grant access to. */
function isCovered({ kind, name }: Guarded, domains: ReadonlySet<string>): boolean {
  const domain = ascii(name.slice(name.lastIndexOf('@') + 1));
  return kind === 'person' && !/^(gmail|googlemail)\.com$/.test(domain) && domains.has(domain);
}

function refuseEmpty({ where }: GuardInput, after: number, losing: readonly string[]): GuardRefusal | undefined {
  if (after > 0) return undefined;
  return new GuardRefusal(`The users files grant access to nobody${losingText(losing)}`, {
    where,
    hint: 'Nothing was changed. Look for a file that was emptied or moved, or for dates that have passed. To close a hub, use destroy.',
    reason: 'nobody',
    losing,
  });
}

function refuseMany(
  { limits, where, effective }: GuardInput,
  before: number,
  losing: readonly string[],
): GuardRefusal | undefined {
  const { percent, atLeast } = limits.maxRemovals;
  if (losing.length * 100 <= percent * before || losing.length <= atLeast) return undefined;
  const allows = { maxRemovals: { percent, atLeast: losing.length } };
  const limit = `${formatNumber(percent)} % or ${formatNumber(atLeast)} in one change`;
  const rule =
    effective === undefined
      ? `access.guard allows ${limit}`
      : `access.guard ${effectiveText(effective, `allowed ${limit}`)}`;
  return new GuardRefusal(
    `${formatNumber(losing.length)} of ${formatNumber(before)} entries would lose access, but ${rule}${losingText(losing)}`,
    effective === undefined
      ? {
          where,
          hint: 'Nothing was changed. If the removal is intended, raise access.guard.maxRemovals in a separate change that is reviewed first, or split the removal.',
          reason: 'removals',
          losing,
          allows,
        }
      : { where: effective.place, hint: EFFECTIVE_HINT, reason: 'removals', losing, allows },
  );
}

const EFFECTIVE_HINT =
  'Nothing was changed. First merge the change of access.guard alone. Or start a manual run (workflow_dispatch), which uses the limits of the file.';

function effectiveText({ place, isRead }: EffectiveLimits, limit: string): string {
  return isRead
    ? `${limit} before this change: a looser guard applies from the next change on (${place})`
    : `${limit} by default: the file from before this change cannot be read (${place})`;
}

function refuseAdmins(
  { where, effective }: GuardInput,
  remaining: number,
  required: number,
  losing: readonly string[],
): GuardRefusal | undefined {
  if (remaining >= required) return undefined;
  const allows = { requiredAdmins: remaining };
  const left = `${plural(remaining, 'administrator')} would be left`;
  const rule = `access.guard.requiredAdmins ${effective === undefined ? `is ${formatNumber(required)}` : effectiveText(effective, `was ${formatNumber(required)}`)}`;
  return new GuardRefusal(
    `${left}, but ${rule}${losingText(losing)}`,
    effective === undefined
      ? { where, hint: 'Nothing was changed. Give more people admin: true.', reason: 'admins', losing, allows }
      : { where: effective.place, hint: EFFECTIVE_HINT, reason: 'admins', losing, allows },
  );
}

function losingText(losing: readonly string[]): string {
  return losing.length === 0 ? '' : `. Would lose access: ${firstOf(losing, SHOWN)}`;
}

function warningsOf(lost: readonly Guarded[], self: string | undefined): AccessNote[] {
  const own = self === undefined ? undefined : identity({ kind: 'person', name: self });
  const isOwn = (one: Guarded): boolean => one.kind !== 'group' && one.kind !== 'domain' && identity(one) === own;
  return lost.flatMap((entry): AccessNote[] => {
    const { name } = entry;
    if (isOwn(entry)) return [{ code: 'removes-own-identity', name }];
    if (entry.kind === 'group') return [{ code: 'removes-google-group', name }];
    return entry.kind === 'domain' ? [{ code: 'removes-domain', name }] : [];
  });
}
