import type { Change } from '../../change/change.js';
import type { PurgeEntry } from '../../config/model.js';
import { ConfigurationError } from '../../errors.js';
import { hasEnded } from '../iap/desired.js';
import { sameAddress } from '../users/email.js';
import type { Principal } from '../users/load.js';
import type { HomeDisk } from './disks.js';
import { type HomeKind, type HubId, homeAddress, homeKey } from './names.js';
import type { HomeStatus } from './status.js';

/** What is deleted of one person. */
export interface Purge {
  readonly entry: PurgeEntry;
  readonly disks: readonly HomeDisk[];
  /** Undefined where the person has none, or it is gone already. */
  readonly bucket: { readonly key: string; readonly kind: HomeKind; readonly day: string } | undefined;
}

/** What the entries of storage.purge would delete, and sentences about those that delete nothing. */
export interface PurgePlan {
  readonly purges: readonly Purge[];
  readonly notes: readonly string[];
}

/** What is known when a purge is planned. */
export interface PurgeState {
  readonly of: HubId;
  readonly entries: readonly PurgeEntry[];
  readonly principals: readonly Principal[];
  /** All disks of the hub's people. */
  readonly disks: readonly HomeDisk[];
  readonly homeStatus: HomeStatus;
  readonly now: Date;
}

/**
 * Finds what the entries name: only homes that carry the very day of leaving that the entry says. Fails, before anything is
 * deleted, where an entry names somebody who has access.
 */
export function planPurge({ of, entries, principals, disks, homeStatus, now }: PurgeState): PurgePlan {
  const purges: Purge[] = [];
  const notes: string[] = [];
  for (const entry of entries) {
    const { email, left, where } = entry;
    const listed = wayIn(email, principals, now);
    if (listed !== undefined) {
      throw new ConfigurationError(`storage.purge names ${email}, who has access by ${listed}. Nothing was deleted`, {
        where,
        hint: 'Remove the entry of storage.purge, or first take the person out of the users files.',
      });
    }
    const own = disks.filter(({ owner }) => sameAddress(owner) === sameAddress(email));
    const key = homeKey(of, email);
    const mark = homeStatus.left[key];
    const days = new Set([...own.map((disk) => disk.left), ...(mark === undefined ? [] : [mark.day])]);
    const found = own.filter((disk) => disk.left === left);
    const bucket = mark?.day === left ? { key, kind: mark.kind, day: left } : undefined;
    if (found.length > 0 || bucket !== undefined) purges.push({ entry, disks: found, bucket });
    days.delete(left);
    for (const day of days) {
      const is = day === undefined ? 'has no day of leaving yet' : `was left on ${day}, not on ${left}`;
      notes.push(`A home of ${email} ${is}: it is kept, whatever storage.purge says (${where}).`);
    }
    if (own.length === 0 && mark === undefined) {
      notes.push(`Nothing of ${email} is here: the entry of storage.purge can go (${where}).`);
    }
  }
  return { purges, notes };
}

/** One change for each person, with what is lost. */
export function purgeChanges(of: HubId, { purges }: PurgePlan): readonly Change[] {
  return purges.map(({ entry, disks, bucket }) => ({
    scope: 'homes',
    action: 'delete',
    subject: { kind: 'home', owner: entry.email },
    holdsData: true,
    isAsked: true,
    deletes: [
      ...disks.map(({ size, created }) => ({
        kind: 'disk' as const,
        ...(size === undefined ? {} : { size }),
        ...(created === undefined ? {} : { created }),
      })),
      ...(bucket === undefined ? [] : [{ kind: bucket.kind, place: homeAddress(of, bucket) }]),
    ],
    notes: [{ code: 'purged', left: entry.left }],
  }));
}

function wayIn(email: string, principals: readonly Principal[], now: Date): string | undefined {
  const account = sameAddress(email);
  const own = principals.filter(({ kind, name }) => kind !== 'domain' && sameAddress(name) === account);
  const active = own.find(({ until }) => !hasEnded(until, now));
  if (active !== undefined) return `${active.location.file}:${active.location.line}`;
  // Whoever is listed with an end that has passed is out, whatever domain is listed.
  if (own.length > 0) return undefined;
  const domain = principals.find(({ kind, name }) => kind === 'domain' && email.endsWith(`@${name}`));
  return domain && `the domain ${domain.name}`;
}
