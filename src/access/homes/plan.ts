import { locationText } from '../../config/location.js';
import { hasEnded } from '../iap/desired.js';
import { lastDay } from '../users/day.js';
import type { Principal } from '../users/load.js';
import type { LiveHomes } from './live.js';
import { type HomeKind, type HubId, homeKey, MOST_BUCKETS, serviceAccountName } from './names.js';
import type { HomeStatus } from './status.js';

/** Somebody who has, or shall have, a home. */
export interface HomeOwner {
  readonly key: string;
  readonly email: string;
  /** Place of the entry, as `users.yaml:5:3`. */
  readonly where: string;
}

/** A home to make, or to make whole again. */
export interface MakeHome extends HomeOwner {
  readonly kind: HomeKind;
  /** True where a bucket has to be made, which takes two seconds. */
  readonly isNewBucket: boolean;
  /** True where it was marked ready and its bucket or folder is gone: somebody has deleted the files. */
  readonly wasLost: boolean;
  /** True where it is being emptied: that has to stop before anybody writes into it. */
  readonly isPurging: boolean;
}

/** A home whose owner is out: rights go, everything else stays. */
export interface LeaveHome {
  readonly key: string;
  readonly kind: HomeKind;
  /** Undefined where no users file says any more whose it is. */
  readonly email: string | undefined;
  /** Day of leaving, YYYY-MM-DD. */
  readonly day: string;
}

/** What has to be done. */
export interface HomesPlan {
  readonly make: readonly MakeHome[];
  readonly leave: readonly LeaveHome[];
}

/** What the homes should be and what is known of them. */
export interface HomesState {
  readonly of: HubId;
  /** Everybody whom the users files list and nothing keeps out. */
  readonly principals: readonly Principal[];
  /** False where storage.buckets.perUser is off: then nobody gets a home, and who leaves still loses the rights. */
  readonly perUser: boolean;
  readonly homeStatus: HomeStatus;
  /** Undefined: only the homeStatus are looked at, by which most runs know that there is nothing to do. */
  readonly live: LiveHomes | undefined;
  /** Today in the hub's time zone, YYYY-MM-DD. */
  readonly today: string;
  readonly now: Date;
}

/** Compares who should have a home with the homes there are. */
export function planHomes(state: HomesState): HomesPlan {
  const { of, principals, homeStatus, live, perUser } = state;
  const people = principals.filter(({ kind }) => kind === 'person');
  const owners = new Map<string, HomeOwner>();
  const days = new Map<string, { email: string; day: string }>();
  for (const { name, until, location } of people) {
    const key = homeKey(of, name);
    if (until !== undefined && hasEnded(until, state.now)) days.set(key, { email: name, day: lastDay(until) });
    else owners.set(key, { key, email: name, where: locationText(location) });
  }
  const wanted = [...owners.values()].filter(({ key }) => perUser || key in homeStatus.ready);
  return { make: makes(wanted, homeStatus, live), leave: leaves(state, owners, days) };
}

/** About how long the making takes, in seconds: buckets set the pace, all else goes on beside them. */
export function estimateSeconds({ make, leave }: HomesPlan): number {
  const buckets = make.filter(({ isNewBucket }) => isNewBucket).length;
  const others = make.length + leave.length - buckets;
  return Math.ceil(Math.max(buckets * 2, others * 0.25));
}

function makes(wanted: readonly HomeOwner[], homeStatus: HomeStatus, live: LiveHomes | undefined): MakeHome[] {
  let buckets = live === undefined ? countBuckets(homeStatus) : live.buckets.size;
  return wanted.flatMap((owner): MakeHome[] => {
    const { key } = owner;
    const ready = homeStatus.ready[key];
    const exists = ready !== undefined && live !== undefined && isThere(key, ready, live);
    if (ready !== undefined && (live === undefined || (exists && live.accounts.has(serviceAccountName(key)))))
      return [];
    const kind =
      ready ?? homeStatus.left[key]?.kind ?? found(key, live) ?? (buckets < MOST_BUCKETS ? 'bucket' : 'folder');
    const isNewBucket = kind === 'bucket' && (live === undefined ? !(key in homeStatus.left) : !live.buckets.has(key));
    if (isNewBucket) buckets += 1;
    return [
      {
        ...owner,
        kind,
        isNewBucket,
        wasLost: ready !== undefined && !exists,
        isPurging: homeStatus.left[key]?.purging === true,
      },
    ];
  });
}

function leaves(
  { homeStatus, live, today }: HomesState,
  owners: ReadonlyMap<string, HomeOwner>,
  days: ReadonlyMap<string, { readonly email: string; readonly day: string }>,
): LeaveHome[] {
  const out = new Map<string, HomeKind>(Object.entries(homeStatus.ready).filter(([key]) => !owners.has(key)));
  // What a run that was cut off has made and not marked yet: its owner is out again, and its rights must not stay.
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
    day: days.get(key)?.day ?? homeStatus.left[key]?.day ?? today,
  }));
}

function countBuckets({ ready, left }: HomeStatus): number {
  const kinds = [...Object.values(ready), ...Object.values(left).map(({ kind }) => kind)];
  return kinds.filter((kind) => kind === 'bucket').length;
}

function found(key: string, live: LiveHomes | undefined): HomeKind | undefined {
  if (live?.buckets.has(key)) return 'bucket';
  return live?.folders.has(key) ? 'folder' : undefined;
}

function isThere(key: string, kind: HomeKind, live: LiveHomes): boolean {
  return kind === 'bucket' ? live.buckets.has(key) : live.folders.has(key);
}
