import type { KubeObject } from '../../cloud/kube-objects.js';
import type { GoogleClient } from '../../cloud/rest.js';
import type { HubConfigMaps } from '../hub/config-map.js';
import { type HubId, keyOfBucket, sharedBucketName } from './names.js';

/** Labels of a bucket that this product created (cloud.google.com/storage/docs/tags-and-labels). */
export const BUCKET_LABELS = {
  managedBy: 'managed-by',
  hub: 'jupyterhub-gke-hub',
  left: 'jupyterhub-gke-left',
} as const;

/** The live bucket of a person. */
export interface LiveBucket {
  /** False if something else created a bucket of that name in this project. It is never touched. */
  readonly isOurs: boolean;
  /** Day on which its owner left, YYYY-MM-DD. */
  readonly left: string | undefined;
}

/** The live homes of a hub. */
export interface LiveHomes {
  /** By key. */
  readonly buckets: ReadonlyMap<string, LiveBucket>;
  /** The bucket of the managed folders; undefined while there is none. */
  readonly shared: LiveBucket | undefined;
  /** Keys of the managed folders. */
  readonly folders: ReadonlySet<string>;
  /** Names of the Kubernetes service accounts for people. */
  readonly accounts: ReadonlySet<string>;
}

/** Where homes are read from. */
export interface HomesSource extends HubId {
  readonly google: GoogleClient;
  readonly configMaps: HubConfigMaps;
}

/** Labels of the Kubernetes service accounts for people. */
export const ACCOUNT_LABELS = {
  'app.kubernetes.io/managed-by': 'jupyterhub-gke',
  'app.kubernetes.io/component': 'home',
} as const;

interface BucketFacts {
  readonly name: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/** Reads all homes, with one call per thousand. */
export async function readLiveHomes(place: HomesSource): Promise<LiveHomes> {
  const [found, accounts] = await Promise.all([readBuckets(place), readAccounts(place.configMaps)]);
  const shared = found.find(({ name }) => name === sharedBucketName(place));
  const buckets = found.flatMap((bucket) => {
    const key = keyOfBucket(place, bucket.name);
    return key === undefined ? [] : [[key, liveBucket(place, bucket)] as const];
  });
  const folders = shared === undefined ? [] : await readFolders(place);
  return {
    buckets: new Map(buckets),
    shared: shared && liveBucket(place, shared),
    folders: new Set(folders),
    accounts,
  };
}

function liveBucket({ hub }: HubId, { labels }: BucketFacts): LiveBucket {
  return { isOurs: labels?.[BUCKET_LABELS.hub] === hub, left: labels?.[BUCKET_LABELS.left] };
}

function readBuckets({ google, project, hub }: HomesSource): Promise<BucketFacts[]> {
  return pages<BucketFacts>(google, 'b', {
    project,
    prefix: `${project}-${hub}-`,
    fields: 'items(name,labels),nextPageToken',
  });
}

async function readFolders(place: HomesSource): Promise<string[]> {
  const path = `b/${sharedBucketName(place)}/managedFolders`;
  const found = await pages<{ readonly name: string }>(place.google, path, { fields: 'items(name),nextPageToken' });
  return found.map(({ name }) => name.replace(/\/$/, ''));
}

async function pages<T>(google: GoogleClient, path: string, query: Record<string, string>): Promise<T[]> {
  const all: T[] = [];
  for (let pageToken = ''; ; ) {
    const page = await google.call<{ items?: readonly T[]; nextPageToken?: string }>({
      service: 'storage',
      path,
      query: { ...query, ...(pageToken === '' ? {} : { pageToken }) },
    });
    all.push(...(page.items ?? []));
    pageToken = page.nextPageToken ?? '';
    if (pageToken === '') return all;
  }
}

async function readAccounts({ kubernetes, namespace }: HubConfigMaps): Promise<Set<string>> {
  const labelSelector = Object.entries(ACCOUNT_LABELS)
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
  const found = await kubernetes.list<KubeObject>(
    { apiVersion: 'v1', kind: 'ServiceAccount', namespace },
    { labelSelector },
  );
  return new Set(found.map(({ metadata }) => metadata.name));
}
