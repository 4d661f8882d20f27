import { hashOf } from '../../change/canonical.js';
import type { Change } from '../../change/change.js';
import type { HomesNote } from '../../change/run-note.js';
import type { PurgeEntry } from '../../config/model.js';
import { ConfigurationError } from '../../errors.js';
import { entryOf } from '../../json.js';
import { hasEnded } from '../iap/desired.js';
import { sameAddress } from '../users/email.js';
import type { Principal } from '../users/load.js';
import { isClaimOf } from './claim-name.js';
import type { HomeClaim } from './disks.js';
import { type HomeKind, type HubId, homeAddress, homeKey } from './names.js';
import type { HomeStatus } from './status.js';

/** What is deleted for one person. */
export interface Purge {
  readonly entry: PurgeEntry;
  readonly disks: readonly HomeClaim[];
  /** Undefined if the person has none, or if it is already deleted. */
  readonly bucket: { readonly key: string; readonly kind: HomeKind; readonly day: string } | undefined;
}

/** What the entries of storage.purge delete, and notes about entries that delete nothing. */
export interface PurgePlan {
  readonly purges: readonly Purge[];
  readonly notes: readonly HomesNote[];
}

/** State that a purge is planned from. */
export interface PurgeState {
  readonly hubId: HubId;
  readonly entries: readonly PurgeEntry[];
  readonly principals: readonly Principal[];
  /** All disks of the hub's people. */
  readonly disks: readonly HomeClaim[];
  readonly homeStatus: HomeStatus;
  readonly now: Date;
}

/**
 * Finds the homes that the entries name. The day of leaving must match exactly. Throws, before anything is deleted, if an
 * entry names somebody who has access.
 */
export function planPurge({ hubId, entries, principals, disks, homeStatus, now }: PurgeState): PurgePlan {
  const purges: Purge[] = [];
  const notes: HomesNote[] = [];
  for (const entry of entries) {
    const { email, left, where } = entry;
    const access = accessSource(email, principals, now);
    if (access !== undefined) {
      throw new ConfigurationError(`storage.purge names ${email}, who has access by ${access}. Nothing was deleted`, {
        where,
        hint: 'Remove the entry of storage.purge, or first remove the person from the users files.',
      });
    }
    const said = disks.filter(({ owner }) => sameAddress(owner) === sameAddress(email));
    const own = said.filter((disk) => isClaimOf(disk, disk.place));
    // Whoever may change annotations could put a person's name on the home of another one.
    const foreign = said.length - own.length;
    if (foreign > 0) notes.push({ code: 'claim-of-another', owner: email, count: foreign, where });
    const key = homeKey(hubId, email);
    const leftHome = entryOf(homeStatus.left, key);
    const days = new Set([...own.map((disk) => disk.left), ...(leftHome === undefined ? [] : [leftHome.day])]);
    const found = own.filter((disk) => disk.left === left);
    const bucket = leftHome?.day === left ? { key, kind: leftHome.kind, day: left } : undefined;
    if (found.length > 0 || bucket !== undefined) purges.push({ entry, disks: found, bucket });
    days.delete(left);
    for (const day of days) {
      const known = day === undefined ? {} : { day };
      notes.push({ code: 'home-not-purged', owner: email, ...known, purgeDay: left, where });
    }
    if (said.length === 0 && leftHome === undefined) {
      notes.push({ code: 'purge-entry-unused', owner: email, where });
    }
  }
  return { purges, notes };
}

/** One change for each person, with everything that is deleted. */
export function purgeChanges(hubId: HubId, { purges }: PurgePlan): readonly Change[] {
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
      ...(bucket === undefined ? [] : [{ kind: bucket.kind, place: homeAddress(hubId, bucket) }]),
    ],
    notes: [{ code: 'purged', left: entry.left }],
    // Names and ids of the claims, so that exactly these are reviewed: a name contains the address.
    ...(disks.length === 0 ? {} : { hiddenDigest: hashOf(disks.map(identityOf).sort()) }),
  }));
}

/**
 * What of a purge is left to do of what was planned, by its newest state: who came back, or got another claim since,
 * keeps it. A claim that was not planned is not deleted, whatever it says.
 */
export function onlyPlanned(now: PurgePlan, planned: PurgePlan): PurgePlan {
  const known = new Map(planned.purges.map((purge) => [purge.entry.email, purge]));
  const purges = now.purges.flatMap((purge) => {
    const before = known.get(purge.entry.email);
    if (before === undefined) return [];
    const claims = new Set(before.disks.map(identityOf));
    const disks = purge.disks.filter((disk) => claims.has(identityOf(disk)));
    const bucket = before.bucket === undefined ? undefined : purge.bucket;
    return disks.length === 0 && bucket === undefined ? [] : [{ ...purge, disks, bucket }];
  });
  return { ...now, purges };
}

function identityOf({ place, uid }: HomeClaim): string {
  return `${place} ${uid}`;
}

/** What still grants a person access: the location of an entry, or a domain; undefined if nothing does. */
function accessSource(email: string, principals: readonly Principal[], now: Date): string | undefined {
  const account = sameAddress(email);
  const own = principals.filter(({ kind, name }) => kind !== 'domain' && sameAddress(name) === account);
  const active = own.find(({ until }) => !hasEnded(until, now));
  if (active !== undefined) return `${active.location.file}:${active.location.line}`;
  // A person listed with an end that has passed has no access, even if the domain is listed.
  if (own.length > 0) return undefined;
  const domain = principals.find(({ kind, name }) => kind === 'domain' && email.endsWith(`@${name}`));
  return domain && `the domain ${domain.name}`;
}
