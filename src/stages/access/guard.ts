import {
  type EffectiveLimits,
  type Guarded,
  type GuardLimits,
  GuardRefusal,
  guardRemovals,
} from '../../access/guard.js';
import { type ImmediateChange, nextBlocked, withoutBlocked } from '../../access/hub/blocked.js';
import type { LivePeople } from '../../access/hub/config-maps.js';
import type { MemberList } from '../../access/hub/member-list.js';
import { hasEnded } from '../../access/iap/desired.js';
import { isServiceAccount, sameAddress } from '../../access/users/email.js';
import type { AccessNote } from '../../change/run-note.js';
import { locationText } from '../../config/location.js';
import { firstOf } from '../../config/text.js';
import { UsageError } from '../../errors.js';
import { acknowledgedAddresses } from '../review/acknowledgements.js';
import { readBasePolicy } from '../review/base-policy.js';
import type { Session } from '../session/session.js';

/** `access.guard` as it stood before the change. */
export interface EffectiveGuard extends EffectiveLimits {
  readonly limits: GuardLimits;
}

/** The guard of before the change of this run; undefined where the file counts as it is. */
export async function guardBefore(session: Session): Promise<EffectiveGuard | undefined> {
  const base = await readBasePolicy(session);
  if (base === undefined) return undefined;
  const place = locationText(session.input.locate(['access', 'guard'], 'key'));
  return { limits: base.guard, place, isRead: base.isRead };
}

/**
 * Refuses a change that takes away more than access.guard allows, as the file has it and as it stood before; notes
 * about one that may go on.
 * @param stated principals without those who are kept out although a users file lists them
 * @param guardOfBefore asked only where the change takes something away
 */
export async function guardPeople(
  { config, principals }: Pick<Session, 'config' | 'principals'>,
  live: MemberList | undefined,
  now: Date,
  guardOfBefore?: () => Promise<EffectiveGuard | undefined>,
): Promise<readonly AccessNote[]> {
  if (live === undefined) return [];
  const before = entriesOf(live);
  const judge = (limits: GuardLimits, effective?: EffectiveLimits) =>
    guardRemovals({
      ...{ before, after: principals, limits, now, where: 'the users files' },
      ...(effective === undefined ? {} : { effective }),
    });
  const admins = activeAdmins(before, now);
  // Only a change that takes an administrator away is refused: one of others must not wait for new administrators.
  const { requiredAdmins } = config.access.guard;
  const { refusal, warnings } = judge({
    ...config.access.guard,
    requiredAdmins: activeAdmins(principals, now) < admins ? requiredAdmins : 0,
  });
  if (refusal !== undefined) throw refusal;
  const takes = judge({ maxRemovals: { percent: 0, atLeast: 0 }, requiredAdmins: admins }).refusal !== undefined;
  const effective = takes ? await guardOfBefore?.() : undefined;
  const refusalBefore = effective && judge(effective.limits, effective).refusal;
  if (refusalBefore !== undefined) throw refusalBefore;
  return warnings;
}

/**
 * Judges people whose access a run by hand revokes at once. Everybody counts who is kept out in this way, so several small
 * runs are no way round the limits. The last administrator needs the words as well, since nobody could act in the hub then.
 */
export function guardImmediateRemoval(
  { config, principals, context }: Pick<Session, 'config' | 'principals' | 'context'>,
  live: LivePeople,
  immediate: ImmediateChange,
): void {
  if (immediate.remove.length === 0) return;
  const { now } = context;
  const names = principals.map(({ name }) => name);
  const after = withoutBlocked(principals, nextBlocked(live.blocked, immediate, names));
  const allowed = withoutBlocked(principals, nextBlocked(live.blocked, { ...immediate, remove: [] }, names));
  const { guard } = config.access;
  const losesAdmin = activeAdmins(after, now) < activeAdmins(allowed, now);
  const { refusal } = guardRemovals({
    before: [...principals, ...entriesOf(live.members)],
    after,
    limits: { ...guard, requiredAdmins: losesAdmin ? Math.max(guard.requiredAdmins, 1) : 0 },
    now,
    where: 'remove',
  });
  if (refusal === undefined) return;
  const { reason, losing, message } = refusal;
  if (reason === 'nobody') {
    throw new GuardRefusal('The removal would leave nobody with access', {
      ...{ where: 'remove', reason, losing },
      hint: 'Nothing was changed. To close a hub, use destroy.',
    });
  }
  const words = new Set(acknowledgedAddresses(context).map(sameAddress));
  if (!immediate.remove.every((name) => words.has(sameAddress(name)))) {
    throw new GuardRefusal(message, {
      ...{ where: 'remove', reason, losing },
      hint: 'Nothing was changed. Those who were removed before count too, until the users files no longer list them. If all of this is intended, start the run again and give the addresses of remove in acknowledge as well.',
    });
  }
  context.say(`  acknowledged in this manual run: ${message}`);
}

/** A misspelled address must not look like access that was given back. */
export function refuseUnknownRestoration({ blocked }: LivePeople, { restore }: ImmediateChange): void {
  const known = new Set(blocked.map(sameAddress));
  const name = restore.find((one) => !known.has(sameAddress(one)));
  if (name === undefined) return;
  throw new UsageError(`"${name}" is not removed`, {
    hint:
      blocked.length === 0
        ? 'Nobody is kept out against the users files.'
        : `Kept out against the users files: ${firstOf(blocked, 20)}.`,
  });
}

function entriesOf(live: MemberList | undefined): readonly Guarded[] {
  return [
    ...(live?.people ?? []).map(({ email, admin, until }) => ({
      kind: isServiceAccount(email) ? ('serviceAccount' as const) : ('person' as const),
      name: email,
      admin,
      until: until ?? undefined,
    })),
    ...(live?.domains ?? []).map((name) => ({ kind: 'domain' as const, name })),
  ];
}

function activeAdmins(entries: readonly Guarded[], now: Date): number {
  const admins = entries.filter(
    ({ kind, admin = false, until }) => kind === 'person' && admin !== false && !hasEnded(until, now),
  );
  return new Set(admins.map(({ name }) => sameAddress(name))).size;
}
