import { number } from '../config/text.js';
import { ConfigurationError } from '../errors.js';
import { hasEnded } from './iap/desired.js';
import { compareText } from './iap/policy.js';
import { sameAddress } from './users/email.js';
import type { EntryKind } from './users/entries.js';

/** `access.guard`: how much one change may take away. */
export interface GuardLimits {
  /** Refused is what exceeds both: the percentage of those who are in, and the floor. */
  readonly maxRemovals: { readonly percent: number; readonly atLeast: number };
  readonly requiredAdmins: number;
}

/** What the guard looks at of a list's entry; a `Principal` has it all. */
export interface Guarded {
  readonly kind: EntryKind;
  readonly name: string;
  readonly admin?: boolean | 'full';
  /** First instant at which the access has ended; undefined: no end. */
  readonly until?: string | undefined;
}

/** Two lists to compare. */
export interface GuardInput {
  /** Who is in now, by the list that was enforced last. */
  readonly before: readonly Guarded[];
  /** Who will be. */
  readonly after: readonly Guarded[];
  readonly limits: GuardLimits;
  /** E-mail of the identity that runs; undefined where it is not known. */
  readonly self?: string | undefined;
  readonly now: Date;
  /** Place to name in a refusal, such as `users.yaml`. */
  readonly where: string;
  /** Set where the limits are those of before the change, and the file has looser ones that do not count yet. */
  readonly held?: EffectiveLimits;
}

/** Why limits count that are not those of the file. */
export interface EffectiveLimits {
  /** Place of `access.guard` in the file, such as `jupyterhub.yaml:12:5`. */
  readonly place: string;
  /** False where what stood before cannot be read, so that the limits are those by default. */
  readonly isRead: boolean;
}

/** What the guard found. */
export interface GuardVerdict {
  /** Undefined: the change may go on. */
  readonly refusal: GuardRefusal | undefined;
  /** Sentences for the reader of a change that may go on. */
  readonly warnings: readonly string[];
  /** Names of those who would lose access, sorted. */
  readonly losing: readonly string[];
}

/** One change would take away more than `access.guard` allows: nothing was changed. */
export class GuardRefusal extends ConfigurationError {
  /** Names of those who would lose access, all of them. */
  readonly losing: readonly string[];

  constructor(message: string, details: { where: string; hint: string; losing: readonly string[] }) {
    super(message, { where: details.where, hint: details.hint });
    this.losing = details.losing;
  }
}

const SHOWN = 20;

/** Compares who is in with who will be, and refuses a change that shuts out too many, everybody, or the administrators. */
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
 * Everybody whose access has not ended, once each. An ended entry counts as none: else a file could be emptied by dates
 * in the past, or the number of people padded by entries that let nobody in.
 */
function active(list: readonly Guarded[], now: Date): Map<string, Guarded> {
  const found = new Map<string, Guarded>();
  for (const one of list) {
    const key = `${one.kind}:${identity(one)}`;
    const first = found.get(key);
    if (hasEnded(one.until, now) || (first !== undefined && isAdmin(first))) continue;
    found.set(key, one);
  }
  return found;
}

/** What spellings of one account have in common. Letters that look alike, or that lower-casing would make alike, are others. */
function identity({ kind, name }: Guarded): string {
  if (kind === 'domain' || !/^[\x21-\x3f\x41-\x7e]+@[\x21-\x3f\x41-\x7e]+$/.test(name)) return ascii(name);
  return sameAddress(name);
}

/** Lower case of A to Z alone: toLowerCase makes the Kelvin sign a plain k. */
function ascii(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function isAdmin({ kind, admin }: Guarded): boolean {
  return kind === 'person' && (admin === true || admin === 'full');
}

/** Whether a person stays in by a listed domain. Gmail is no domain that IAM or the hub could let in. */
function isCovered({ kind, name }: Guarded, domains: ReadonlySet<string>): boolean {
  const domain = ascii(name.slice(name.lastIndexOf('@') + 1));
  return kind === 'person' && !/^(gmail|googlemail)\.com$/.test(domain) && domains.has(domain);
}

function refuseEmpty({ where }: GuardInput, after: number, losing: readonly string[]): GuardRefusal | undefined {
  if (after > 0) return undefined;
  return new GuardRefusal(`The users files let nobody in${told(losing)}`, {
    where,
    hint: 'Nothing was changed. Look for a file that was emptied or moved, or for dates that have passed; to close a hub, use destroy.',
    losing,
  });
}

function refuseMany(
  { limits, where, held }: GuardInput,
  before: number,
  losing: readonly string[],
): GuardRefusal | undefined {
  const { percent, atLeast } = limits.maxRemovals;
  if (losing.length * 100 <= percent * before || losing.length <= atLeast) return undefined;
  const limit = `${number(percent)} % or ${number(atLeast)} in one change`;
  const rule =
    held === undefined ? `access.guard allows ${limit}` : `access.guard ${heldWords(held, `allowed ${limit}`)}`;
  return new GuardRefusal(
    `${number(losing.length)} of ${number(before)} entries would lose access, and ${rule}${told(losing)}`,
    held === undefined
      ? {
          where,
          hint: 'Nothing was changed. If it is meant, raise access.guard.maxRemovals in a change of its own that is reviewed first, or split the removal.',
          losing,
        }
      : { where: held.place, hint: HELD_HINT, losing },
  );
}

const HELD_HINT =
  'Nothing was changed. Merge the change of access.guard alone first. Or start the workflow by hand (workflow_dispatch): then the file counts as it is.';

function heldWords({ place, isRead }: EffectiveLimits, words: string): string {
  return isRead
    ? `${words} before this change: a looser guard counts from the next change on (${place})`
    : `${words} by default, which counts where the file of before cannot be read (${place})`;
}

function refuseAdmins(
  { where, held }: GuardInput,
  there: number,
  wanted: number,
  losing: readonly string[],
): GuardRefusal | undefined {
  if (there >= wanted) return undefined;
  const left = `${number(there)} ${there === 1 ? 'administrator' : 'administrators'} would be left`;
  const rule = `access.guard.requiredAdmins ${held === undefined ? `is ${number(wanted)}` : heldWords(held, `was ${number(wanted)}`)}`;
  return new GuardRefusal(
    `${left}, and ${rule}${told(losing)}`,
    held === undefined
      ? { where, hint: 'Nothing was changed. Give more people admin: true.', losing }
      : { where: held.place, hint: HELD_HINT, losing },
  );
}

function told(losing: readonly string[]): string {
  if (losing.length === 0) return '';
  const more = losing.length > SHOWN ? `, … (${number(losing.length - SHOWN)} more)` : '';
  return `. Would lose access: ${losing.slice(0, SHOWN).join(', ')}${more}`;
}

function warningsOf(lost: readonly Guarded[], self: string | undefined): string[] {
  const own = self === undefined ? undefined : identity({ kind: 'person', name: self });
  const isOwn = (one: Guarded): boolean => one.kind !== 'group' && one.kind !== 'domain' && identity(one) === own;
  return lost.flatMap((one) => {
    if (isOwn(one)) return [`This change takes away the access of ${one.name}, the identity that runs it.`];
    if (one.kind === 'group')
      return [`The Google group ${one.name} is no longer let in; how many people that shuts out is not known.`];
    if (one.kind === 'domain')
      return [`The domain ${one.name} is no longer let in; how many people that shuts out is not known.`];
    return [];
  });
}
