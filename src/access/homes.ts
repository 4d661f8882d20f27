import type { KubeObject } from '../cloud/kube-objects.js';
import type { Kubernetes } from '../cloud/kubernetes.js';
import { hasEnded } from './desired.js';
import { sameAddress } from './email.js';
import type { Principal } from './users.js';

/** The disk of a person in the hub's namespace. */
export interface Home {
  /** Name of the hub's user whose home it is. */
  readonly owner: string;
  /** Name of the claim. */
  readonly claim: string;
  /** What the claim has, or asks for while it has nothing; a Kubernetes quantity. */
  readonly size: string | undefined;
  readonly created: string | undefined;
}

interface Claim extends KubeObject {
  readonly metadata: KubeObject['metadata'] & { readonly creationTimestamp?: string };
  readonly spec?: { readonly resources?: { readonly requests?: { readonly storage?: string } } };
  readonly status?: { readonly capacity?: { readonly storage?: string } };
}

// KubeSpawner writes it on every home.
const OWNER = 'hub.jupyter.org/username';

/** All homes of a hub, in one call. */
export async function readHomes(kubernetes: Kubernetes, namespace: string): Promise<readonly Home[]> {
  const claims = await kubernetes.list<Claim>({ apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace });
  return claims.flatMap(({ metadata, spec, status }) => {
    const owner = metadata.annotations?.[OWNER];
    if (owner === undefined) return [];
    const size = status?.capacity?.storage ?? spec?.resources?.requests?.storage;
    return [{ owner, claim: metadata.name, size, created: metadata.creationTimestamp }];
  });
}

/** Those whose owner no users file lists any more, by name or by domain; the oldest first. Who is in a Google group is not known. */
export function leftHomes(homes: readonly Home[], principals: readonly Principal[], now: Date): readonly Home[] {
  const active = principals.filter(({ until }) => !hasEnded(until, now));
  const names = new Set(principals.filter(({ kind }) => kind !== 'domain').map(({ name }) => sameAddress(name)));
  const present = new Set(active.map(({ name }) => sameAddress(name)));
  const domains = active.filter(({ kind }) => kind === 'domain').map(({ name }) => `@${name}`);
  const hasAccess = ({ owner }: Home): boolean => {
    const key = sameAddress(owner);
    // Whoever is listed with an end that has passed is out, whatever domain is listed.
    if (names.has(key)) return present.has(key);
    return domains.some((domain) => owner.toLowerCase().endsWith(domain));
  };
  return homes.filter((home) => !hasAccess(home)).sort((a, b) => ((a.created ?? '') < (b.created ?? '') ? -1 : 1));
}
