import { KubernetesError } from '../../cloud/kubernetes.js';
import { GoogleApiError } from '../../cloud/rest.js';
import { ToolError } from '../../errors.js';
import { setHomeRole } from './home-role.js';
import { setDeleteRule } from './lifecycle-rule.js';
import { ACCOUNT_LABELS, BUCKET_LABELS, type HomesSource, type LiveHomes } from './live.js';
import {
  BUCKET_INTERVAL,
  bucketName,
  iamPrincipal,
  serviceAccountName,
  sharedBucketName,
  storagePath,
} from './names.js';
import type { LeaveHome, MakeHome } from './plan.js';

/** The hub whose homes are made, with its project, namespace and region. */
export interface HomesTarget extends HomesSource {
  readonly projectNumber: string;
  readonly namespace: string;
  /** Region of the buckets, such as `us-central1`. */
  readonly region: string;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
}

// Deleted objects can be restored for this many seconds, 30 days (cloud.google.com/storage/docs/soft-delete).
const SOFT_DELETE = 30 * 24 * 3600;

/** The steps for one home. Each can be repeated; existing resources stay as they are. */
export class HomeSteps {
  readonly #target: HomesTarget;
  readonly #live: LiveHomes;
  #shared: Promise<void> | undefined;
  #slot: Promise<unknown> = Promise.resolve();

  constructor(target: HomesTarget, live: LiveHomes) {
    this.#target = target;
    this.#live = live;
  }

  /** Creates the service account and the bucket or folder, and grants access. The home is ready when it returns. */
  async make({ key, kind, isNewBucket, isPurging }: MakeHome): Promise<void> {
    const { google } = this.#target;
    if (!this.#live.accounts.has(serviceAccountName(key))) await this.#makeAccount(key);
    if (kind === 'folder') await this.#makeFolder(key);
    else if (isNewBucket) await this.#makeBucket(bucketName(this.#target, key));
    else this.#checkOwn(key);
    if (isPurging) await setDeleteRule(this.#target, { key, kind }, false);
    await setHomeRole(
      google,
      storagePath(this.#target, { key, kind }),
      iamPrincipal(this.#target, key),
      'grant',
      this.#target.sleep,
    );
    if (this.#live.buckets.get(key)?.left !== undefined) await this.#label(key, null);
  }

  /** Revokes access, labels the bucket with the day, and deletes the service account. Files are not touched. */
  async leave({ key, kind, day }: LeaveHome): Promise<void> {
    const { google, configMaps, sleep } = this.#target;
    const isThere = kind === 'bucket' ? this.#live.buckets.has(key) : this.#live.folders.has(key);
    // Also without our label on the bucket: a new account of that name would have access again.
    if (isThere)
      await setHomeRole(
        google,
        storagePath(this.#target, { key, kind }),
        iamPrincipal(this.#target, key),
        'revoke',
        sleep,
      );
    if (this.#live.buckets.get(key)?.isOurs) await this.#label(key, day);
    const { namespace } = this.#target;
    await configMaps.kubernetes.delete({
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      namespace,
      name: serviceAccountName(key),
    });
  }

  async #makeAccount(key: string): Promise<void> {
    const { configMaps, namespace, hub } = this.#target;
    const labels = { ...ACCOUNT_LABELS, 'app.kubernetes.io/instance': hub };
    try {
      await configMaps.kubernetes.create({
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: { name: serviceAccountName(key), namespace, labels },
        // As in the chart's pods: a notebook server does not use the cluster's API.
        automountServiceAccountToken: false,
      });
    } catch (error) {
      if (!(error instanceof KubernetesError) || error.reason !== 'AlreadyExists') throw error;
    }
  }

  async #makeFolder(key: string): Promise<void> {
    const shared = sharedBucketName(this.#target);
    if (this.#live.shared?.isOurs === false) throw notOurs(shared);
    // Created once for everybody who needs it. A failure fails all of them, and the next run repeats it.
    if (this.#live.shared === undefined) this.#shared ??= this.#makeBucket(shared);
    await this.#shared;
    if (this.#live.folders.has(key)) return;
    await this.#unlessThere(() =>
      this.#target.google.call({
        service: 'storage',
        method: 'POST',
        effect: 'same',
        path: `b/${shared}/managedFolders`,
        body: { name: `${key}/` },
      }),
    );
  }

  async #makeBucket(name: string): Promise<void> {
    const { google, project, hub, region } = this.#target;
    await this.#nextSlot();
    const isNew = await this.#unlessThere(() =>
      google.call({
        service: 'storage',
        method: 'POST',
        effect: 'same',
        path: 'b',
        query: { project },
        body: {
          name,
          location: region.toUpperCase(),
          iamConfiguration: { uniformBucketLevelAccess: { enabled: true }, publicAccessPrevention: 'enforced' },
          softDeletePolicy: { retentionDurationSeconds: String(SOFT_DELETE) },
          labels: { [BUCKET_LABELS.managedBy]: 'jupyterhub-gke', [BUCKET_LABELS.hub]: hub },
        },
      }),
    );
    if (isNew) return;
    // Bucket names are globally unique, so the existing bucket must belong to this hub.
    const there = await google
      .get<{ readonly labels?: Record<string, string>; readonly projectNumber?: string }>({
        service: 'storage',
        path: `b/${name}`,
      })
      .catch((error: unknown) => {
        if (error instanceof GoogleApiError && error.status === 403) return undefined;
        throw error;
      });
    const isOurs = there?.labels?.[BUCKET_LABELS.hub] === hub && there.projectNumber === this.#target.projectNumber;
    if (!isOurs) throw notOurs(name);
  }

  #checkOwn(key: string): void {
    if (this.#live.buckets.get(key)?.isOurs !== true) throw notOurs(bucketName(this.#target, key));
  }

  async #label(key: string, day: string | null): Promise<void> {
    await this.#target.google.call({
      service: 'storage',
      method: 'PATCH',
      path: `b/${bucketName(this.#target, key)}`,
      body: { labels: { [BUCKET_LABELS.left]: day } },
    });
  }

  /** False if the resource already exists: an earlier or concurrent run created it. */
  async #unlessThere(create: () => Promise<unknown>): Promise<boolean> {
    try {
      await create();
      return true;
    } catch (error) {
      if (error instanceof GoogleApiError && error.status === 409) return false;
      throw error;
    }
  }

  /** Waits for the turn of the next bucket, two seconds after the previous one. */
  #nextSlot(): Promise<unknown> {
    const turn = this.#slot;
    this.#slot = turn.then(() => this.#target.sleep(BUCKET_INTERVAL));
    return turn;
  }
}

function notOurs(bucket: string): ToolError {
  return new ToolError(`The bucket "${bucket}" exists, but this hub did not create it`, {
    where: `gs://${bucket}`,
    hint: 'Bucket names are globally unique. If the bucket is yours, delete it; else choose another name for the hub.',
  });
}
