import { createHash } from 'node:crypto';
import { sameAddress } from '../users/email.js';

/** Identity of a hub. Both names go into every hash, so no two hubs share a home name. */
export interface HubId {
  readonly project: string;
  readonly hub: string;
}

/** Storage of a home: its own bucket, or a managed folder in the hub's shared bucket. */
export type HomeKind = 'bucket' | 'folder';

/**
 * This many people get their own bucket. Later ones get a managed folder, which needs no globally unique name and no
 * two seconds. A home keeps its kind.
 */
export const MOST_BUCKETS = 200;

/** A project can create about one bucket per this many milliseconds (cloud.google.com/storage/quotas#buckets). */
export const BUCKET_INTERVAL = 2000;

const DIGITS = 12;

/**
 * The stable key of a person: 12 hexadecimal digits, the same for all spellings of one account. It does not reveal the
 * address, but anybody who knows an address can compute it. helm/hub/home_bucket.py computes the same key; its tests
 * share the examples.
 */
export function homeKey({ project, hub }: HubId, email: string): string {
  return createHash('sha256')
    .update(`${project}/${hub}/${sameAddress(email)}`)
    .digest('hex')
    .slice(0, DIGITS);
}

/** Name of a person's own bucket. */
export function bucketName({ project, hub }: HubId, key: string): string {
  return `${project}-${hub}-${key}`;
}

/** The key in the name of a bucket; undefined if it is not a person's bucket of this hub. */
export function keyOfBucket({ project, hub }: HubId, bucket: string): string | undefined {
  const prefix = `${project}-${hub}-`;
  const key = bucket.startsWith(prefix) ? bucket.slice(prefix.length) : '';
  return new RegExp(`^[0-9a-f]{${DIGITS}}$`).test(key) ? key : undefined;
}

/** Name of the shared bucket, in which each managed folder is called `<key>/`. */
export function sharedBucketName({ project, hub }: HubId): string {
  return `${project}-${hub}-homes`;
}

/** One home: its owner's key, and its storage. */
export interface HomeId {
  readonly key: string;
  readonly kind: HomeKind;
}

/** Name of the bucket that contains a home. */
export function homeBucket(hubId: HubId, { key, kind }: HomeId): string {
  return kind === 'bucket' ? bucketName(hubId, key) : sharedBucketName(hubId);
}

/** Path of a home below the storage API. */
export function storagePath(hubId: HubId, home: HomeId): string {
  const path = `b/${homeBucket(hubId, home)}`;
  return home.kind === 'bucket' ? path : `${path}/managedFolders/${home.key}%2F`;
}

/** `gs://BUCKET`, or `gs://BUCKET/FOLDER/` of a managed folder. */
export function homeAddress(hubId: HubId, home: HomeId): string {
  const place = `gs://${homeBucket(hubId, home)}`;
  return home.kind === 'bucket' ? place : `${place}/${home.key}/`;
}

/** Name of the Kubernetes service account of one person's servers. */
export function serviceAccountName(key: string): string {
  return `home-${key}`;
}

/**
 * The IAM principal of a service account in the hub's namespace
 * (cloud.google.com/kubernetes-engine/docs/concepts/workload-identity#principal-id-examples). A project has one pool.
 */
export function iamPrincipal(
  hubId: HubId & { readonly projectNumber: string; readonly namespace: string },
  key: string,
): string {
  const pool = `projects/${hubId.projectNumber}/locations/global/workloadIdentityPools/${hubId.project}.svc.id.goog`;
  return `principal://iam.googleapis.com/${pool}/subject/ns/${hubId.namespace}/sa/${serviceAccountName(key)}`;
}
