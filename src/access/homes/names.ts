import { createHash } from 'node:crypto';
import { sameAddress } from '../users/email.js';

/** The hub whose people have buckets; both names go into every hash, so that no two hubs share a name. */
export interface HubId {
  readonly project: string;
  readonly hub: string;
}

/** What a home is made of: a bucket of its own, or a managed folder in the one bucket of the hub. */
export type HomeKind = 'bucket' | 'folder';

/**
 * Up to this many people have buckets of their own; who comes later gets a managed folder, which takes no name of the whole
 * world and no two seconds. Whoever has one keeps it.
 */
export const MOST_BUCKETS = 200;

/** Google lets a project make about one bucket in this many milliseconds (cloud.google.com/storage/quotas#buckets). */
export const BUCKET_INTERVAL = 2000;

const DIGITS = 12;

/**
 * The stable name of a person: 12 hexadecimal digits, the same for all spellings of one account. It does not tell the
 * address; who knows an address can compute it. helm/hub/home_bucket.py computes it too, with the same examples in its tests.
 */
export function homeKey({ project, hub }: HubId, email: string): string {
  return createHash('sha256')
    .update(`${project}/${hub}/${sameAddress(email)}`)
    .digest('hex')
    .slice(0, DIGITS);
}

/** Bucket of one person, by their key. */
export function bucketName({ project, hub }: HubId, key: string): string {
  return `${project}-${hub}-${key}`;
}

/** The key in the name of a bucket; undefined where it is not one of a person of this hub. */
export function keyOfBucket({ project, hub }: HubId, bucket: string): string | undefined {
  const prefix = `${project}-${hub}-`;
  const key = bucket.startsWith(prefix) ? bucket.slice(prefix.length) : '';
  return new RegExp(`^[0-9a-f]{${DIGITS}}$`).test(key) ? key : undefined;
}

/** The bucket in which managed folders lie, `<key>/` each. */
export function sharedBucketName({ project, hub }: HubId): string {
  return `${project}-${hub}-homes`;
}

/** One home: of whom, and what it is made of. */
export interface HomeId {
  readonly key: string;
  readonly kind: HomeKind;
}

/** The bucket in which a home is: its own, or that of all folders. */
export function homeBucket(of: HubId, { key, kind }: HomeId): string {
  return kind === 'bucket' ? bucketName(of, key) : sharedBucketName(of);
}

/** Path of a home below the storage API. */
export function storagePath(of: HubId, home: HomeId): string {
  const path = `b/${homeBucket(of, home)}`;
  return home.kind === 'bucket' ? path : `${path}/managedFolders/${home.key}%2F`;
}

/** `gs://BUCKET`, or `gs://BUCKET/FOLDER/` of a managed folder. */
export function homeAddress(of: HubId, home: HomeId): string {
  const place = `gs://${homeBucket(of, home)}`;
  return home.kind === 'bucket' ? place : `${place}/${home.key}/`;
}

/** Kubernetes service account as which the servers of one person run. */
export function serviceAccountName(key: string): string {
  return `home-${key}`;
}

/**
 * How IAM calls a service account of the hub's namespace
 * (cloud.google.com/kubernetes-engine/docs/concepts/workload-identity#principal-id-examples). The pool is one for the whole project.
 */
export function iamPrincipal(
  of: HubId & { readonly projectNumber: string; readonly namespace: string },
  key: string,
): string {
  const pool = `projects/${of.projectNumber}/locations/global/workloadIdentityPools/${of.project}.svc.id.goog`;
  return `principal://iam.googleapis.com/${pool}/subject/ns/${of.namespace}/sa/${serviceAccountName(key)}`;
}
