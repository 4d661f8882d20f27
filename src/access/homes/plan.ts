import { locationText } from '../../config/location.js';
import { entryOf } from '../../json.js';
import { hasEnded } from '../iap/desired.js';
import { lastDay } from '../users/day.js';
import type { Principal } from '../users/load.js';
import type { LiveHomes } from './live.js';
import { type HomeKind, type HubId, homeKey, MOST_BUCKETS, serviceAccountName } from './names.js';
import type { HomeStatus } from './status.js';

/** Somebody who has a home or is to get one. */
export interface HomeOwner {
  readonly key: string;
  readonly email: string;
  /** Location of the entry, such as `users.yaml:5:3`. */
  readonly where: string;
}

/** A home to create or repair. */
export interface MakeHome extends HomeOwner {
  readonly kind: HomeKind;
  /** True if a bucket must be created, which takes two seconds. */
  readonly isNewBucket: boolean;
  /** True if the home was ready but its bucket or folder is gone: somebody has deleted the files. */
  readonly wasLost: boolean;
  /** True if the home is being purged. That must stop before anybody writes into it. */
  readonly isPurging: boolean;
}

/** A home whose owner has left: access is revoked, everything else stays. */
export interface LeaveHome {
  readonly key: string;
  readonly kind: HomeKind;
  /** Undefined if no users file lists the owner any more. */
  readonly email: string | undefined;
  /** Day of leaving, YYYY-MM-DD. */
  readonly day: string;
}

/** The homes to make and to leave. */
export interface HomesPlan {
  readonly make: readonly MakeHome[];
  readonly leave: readonly LeaveHome[];
}

/** Desired and known state of the homes. */
export interface HomesState {
  readonly hubId: HubId;
  /** Everybody whom the users files list, except blocked people. */
  readonly principals: readonly Principal[];
  /** False if storage.buckets.perUser is off. Then nobody gets a home, but people who leave still lose access. */
  readonly perUser: boolean;
  readonly homeStatus: HomeStatus;
  /** Undefined: only the home status is compared. In most runs it shows that there is nothing to do. */
  readonly live: LiveHomes | undefined;
  /** Today in the hub's time zone, YYYY-MM-DD. */
  readonly today: string;
  readonly now: Date;
}

/** Compares the desired homes with the existing ones. */
export function planHomes(state: HomesState): HomesPlan {
  const { hubId, principals, homeStatus, live, perUser } = state;
  const people = principals.filter(({ kind }) => kind === 'person');
  const owners = new Map<string, HomeOwner>();
  const days = new Map<string, { email: string; day: string }>();
  for (const { name, until, location } of people) {
    const key = homeKey(hubId, name);
    if (until !== undefined && hasEnded(until, state.now)) days.set(key, { email: name, day: lastDay(until) });
    else owners.set(key, { key, email: name, where: locationText(location) });
  }
  const desired = [...owners.values()].filter(({ key }) => perUser || key in homeStatus.ready);
  return { make: homesToMake(desired, homeStatus, live), leave: homesToLeave(state, owners, days) };
}

/** Estimated duration in seconds. Creating buckets takes longest; everything else runs in parallel. */
export function estimateSeconds({ make, leave }: HomesPlan): number {
  const buckets = make.filter(({ isNewBucket }) => isNewBucket).length;
  const others = make.length + leave.length - buckets;
  return Math.ceil(Math.max(buckets * 2, others * 0.25));
}

function homesToMake(desired: readonly HomeOwner[], homeStatus: HomeStatus, live: LiveHomes | undefined): MakeHome[] {
  let buckets = live === undefined ? countBuckets(homeStatus) : live.buckets.size;
  return desired.flatMap((owner): MakeHome[] => {
    const { key } = owner;
    const ready = entryOf(homeStatus.ready, key);
    const exists = ready !== undefined && live !== undefined && homeExists(key, ready, live);
    if (ready !== undefined && (live === undefined || (exists && live.accounts.has(serviceAccountName(key)))))
      return [];
    const kind =
      ready ??
      entryOf(homeStatus.left, key)?.kind ??
      existingKind(key, live) ??
      (buckets < MOST_BUCKETS ? 'bucket' : 'folder');
    const isNewBucket = kind === 'bucket' && (live === undefined ? !(key in homeStatus.left) : !live.buckets.has(key));
    if (isNewBucket) buckets += 1;
    return [
      {
        ...owner,
        kind,
        isNewBucket,
        wasLost: ready !== undefined && !exists,
        isPurging: entryOf(homeStatus.left, key)?.purging === true,
      },
    ];
  });
}

function homesToLeave(
  { homeStatus, live, today }: HomesState,
  owners: ReadonlyMap<string, HomeOwner>,
  days: ReadonlyMap<string, { readonly email: string; readonly day: string }>,
): LeaveHome[] {
  const out = new Map<string, HomeKind>(Object.entries(homeStatus.ready).filter(([key]) => !owners.has(key)));
  // An interrupted run may have created a home without noting it. If its owner has left, access must not stay.
  for (const [key, { isOurs, left }] of live?.buckets ?? []) {
    const isOpen = isOurs && (left === undefined || live?.accounts.has(serviceAccountName(key)));
    if (isOpen && !owners.has(key)) out.set(key, 'bucket');
  }
  for (const key of live?.folders ?? []) {
    if (!owners.has(key) && live?.accounts.has(serviceAccountName(key))) out.set(key, 'folder');
  }
  return [...out].map(([key, kind]) => ({
    key,
    kind,
    email: days.get(key)?.email,
    day: days.get(key)?.day ?? entryOf(homeStatus.left, key)?.day ?? today,
  }));
}

function countBuckets({ ready, left }: HomeStatus): number {
  const kinds = [...Object.values(ready), ...Object.values(left).map(({ kind }) => kind)];
  return kinds.filter((kind) => kind === 'bucket').length;
}

function existingKind(key: string, live: LiveHomes | undefined): HomeKind | undefined {
  if (live?.buckets.has(key)) return 'bucket';
  return live?.folders.has(key) ? 'folder' : undefined;
}

function homeExists(key: string, kind: HomeKind, live: LiveHomes): boolean {
  return kind === 'bucket' ? live.buckets.has(key) : live.folders.has(key);
}
