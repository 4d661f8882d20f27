import type { KubeObject } from '../../cloud/kube-objects.js';
import type { Kubernetes } from '../../cloud/kubernetes.js';
import { hasEnded } from '../iap/desired.js';
import { lastDay } from '../users/day.js';
import { sameAddress } from '../users/email.js';
import type { Principal } from '../users/load.js';

/** The disk of a person, as a claim in the hub's namespace. */
export interface HomeDisk {
  readonly kind: 'disk';
  /** Name of the hub user who owns the home. */
  readonly owner: string;
  /** Name of the claim. */
  readonly place: string;
  /** Capacity of the claim, or its request while it has none; a Kubernetes quantity. */
  readonly size: string | undefined;
  readonly created: string | undefined;
  /** Day on which its owner left, YYYY-MM-DD, from the claim's label. */
  readonly left: string | undefined;
}

/** The same with what tells the claim from any other one, also from a later one of its name. */
export interface HomeClaim extends HomeDisk {
  readonly uid: string;
  /** Name of the owner's named server whose home it is; empty for the usual one. */
  readonly server: string;
}

interface Claim extends KubeObject {
  readonly metadata: KubeObject['metadata'] & { readonly creationTimestamp?: string };
  readonly spec?: { readonly resources?: { readonly requests?: { readonly storage?: string } } };
  readonly status?: { readonly capacity?: { readonly storage?: string } };
}

// KubeSpawner annotates every home with these.
const OWNER = 'hub.jupyter.org/username';
const SERVER = 'hub.jupyter.org/servername';
/** Label of the claim of somebody who left: the day of leaving, YYYY-MM-DD. */
const LEFT = 'jupyterhub-gke/left';

/** Reads all home disks of a hub with one call. */
export async function readHomeDisks(kubernetes: Kubernetes, namespace: string): Promise<readonly HomeClaim[]> {
  const claims = await kubernetes.list<Claim>({ apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace });
  return claims.flatMap(({ metadata, spec, status }) => {
    const owner = metadata.annotations?.[OWNER];
    if (owner === undefined) return [];
    const size = status?.capacity?.storage ?? spec?.resources?.requests?.storage;
    const { name: place, uid = '', creationTimestamp: created, labels, annotations = {} } = metadata;
    return [
      { kind: 'disk', owner, server: annotations[SERVER] ?? '', place, uid, size, created, left: labels?.[LEFT] },
    ];
  });
}

/** Disks whose owner has no access by name or domain, oldest first. Membership of Google groups is not known here. */
export function leftHomeDisks(
  homes: readonly HomeDisk[],
  principals: readonly Principal[],
  now: Date,
): readonly HomeDisk[] {
  const active = principals.filter(({ until }) => !hasEnded(until, now));
  const names = new Set(principals.filter(({ kind }) => kind !== 'domain').map(({ name }) => sameAddress(name)));
  const present = new Set(active.map(({ name }) => sameAddress(name)));
  const domains = active.filter(({ kind }) => kind === 'domain').map(({ name }) => `@${name}`);
  const hasAccess = ({ owner }: HomeDisk): boolean => {
    const key = sameAddress(owner);
    // A person listed with an end that has passed has no access, even if the domain is listed.
    if (names.has(key)) return present.has(key);
    return domains.some((domain) => owner.toLowerCase().endsWith(domain));
  };
  return homes.filter((home) => !hasAccess(home)).sort((a, b) => ((a.created ?? '') < (b.created ?? '') ? -1 : 1));
}

/** Who has access when homes are labelled. */
export interface Present {
  readonly principals: readonly Principal[];
  readonly now: Date;
  /** Today in the hub's time zone, YYYY-MM-DD. */
  readonly today: string;
}

/**
 * Labels each home whose owner has left with the day of leaving, and removes the label if the owner has returned. Reads
 * all homes with one call and writes only differences. If a Google group is listed, an unlisted owner may be a member,
 * so the label of that home stays as it is.
 * @returns how many homes got the label
 */
export async function labelLeftHomeDisks(
  { kubernetes, namespace }: { readonly kubernetes: Kubernetes; readonly namespace: string },
  { principals, now, today }: Present,
): Promise<number> {
  const homes = await readHomeDisks(kubernetes, namespace);
  const gone = new Set(leftHomeDisks(homes, principals, now));
  const mayBeInGroup = principals.some(({ kind }) => kind === 'group');
  const ends = new Map(principals.flatMap(({ name, until }) => (until ? [[sameAddress(name), until] as const] : [])));
  let labelled = 0;
  for (const home of homes) {
    const until = ends.get(sameAddress(home.owner));
    const isOut = gone.has(home) && (!mayBeInGroup || until !== undefined);
    const isUnknown = gone.has(home) && !isOut;
    if (isUnknown || isOut === (home.left !== undefined)) continue;
    const day = isOut ? (until === undefined ? today : lastDay(until)) : null;
    const ref = { apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace, name: home.place };
    await kubernetes.patch(ref, { metadata: { labels: { [LEFT]: day } } });
    if (isOut) labelled += 1;
  }
  return labelled;
}
