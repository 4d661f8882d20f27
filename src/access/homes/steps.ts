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

/** The hub, its project and the place where its data is. */
export interface HomesTarget extends HomesSource {
  readonly projectNumber: string;
  readonly namespace: string;
  /** Region of the buckets, such as `us-central1`. */
  readonly region: string;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
}

// Deleted objects can be brought back for this long (cloud.google.com/storage/docs/soft-delete), in seconds: 30 days.
const SOFT_DELETE = 30 * 24 * 3600;

/** The steps for one home each. Every one can be repeated; what is there already is left as it is. */
export class HomeSteps {
  readonly #site: HomesTarget;
  readonly #live: LiveHomes;
  #shared: Promise<void> | undefined;
  #slot: Promise<unknown> = Promise.resolve();

  constructor(site: HomesTarget, live: LiveHomes) {
    this.#site = site;
    this.#live = live;
  }

  /** Service account, bucket or folder, and the right of the one to the other; ready when it returns. */
  async make({ key, kind, isNewBucket, isPurging }: MakeHome): Promise<void> {
    const { google } = this.#site;
    if (!this.#live.accounts.has(serviceAccountName(key))) await this.#makeAccount(key);
    if (kind === 'folder') await this.#makeFolder(key);
    else if (isNewBucket) await this.#makeBucket(bucketName(this.#site, key));
    else this.#checkOwn(key);
    if (isPurging) await setDeleteRule(this.#site, { key, kind }, false);
    await setHomeRole(
      google,
      storagePath(this.#site, { key, kind }),
      iamPrincipal(this.#site, key),
      'in',
      this.#site.sleep,
    );
    if (this.#live.buckets.get(key)?.left !== undefined) await this.#label(key, null);
  }

  /** Takes the rights away first, then says when, then removes the account. Files are not touched. */
  async leave({ key, kind, day }: LeaveHome): Promise<void> {
    const { google, configMaps, sleep } = this.#site;
    const isThere = kind === 'bucket' ? this.#live.buckets.has(key) : this.#live.folders.has(key);
    // Also where the bucket has lost its label: the right would be there again with the next account of that name.
    if (isThere)
      await setHomeRole(google, storagePath(this.#site, { key, kind }), iamPrincipal(this.#site, key), 'out', sleep);
    if (this.#live.buckets.get(key)?.isOurs) await this.#label(key, day);
    const { namespace } = this.#site;
    await configMaps.kubernetes.delete({
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      namespace,
      name: serviceAccountName(key),
    });
  }

  async #makeAccount(key: string): Promise<void> {
    const { configMaps, namespace, hub } = this.#site;
    const labels = { ...ACCOUNT_LABELS, 'app.kubernetes.io/instance': hub };
    try {
      await configMaps.kubernetes.create({
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: { name: serviceAccountName(key), namespace, labels },
        // The chart says so for the pods too: a notebook has no business with the cluster's API.
        automountServiceAccountToken: false,
      });
    } catch (error) {
      if (!(error instanceof KubernetesError) || error.reason !== 'AlreadyExists') throw error;
    }
  }

  async #makeFolder(key: string): Promise<void> {
    const shared = sharedBucketName(this.#site);
    if (this.#live.shared?.isOurs === false) throw notOurs(shared);
    // Once for all who need it; a failure is everybody's, and the next run's to repeat.
    if (this.#live.shared === undefined) this.#shared ??= this.#makeBucket(shared);
    await this.#shared;
    if (this.#live.folders.has(key)) return;
    await this.#unlessThere(() =>
      this.#site.google.call({
        service: 'storage',
        method: 'POST',
        effect: 'same',
        path: `b/${shared}/managedFolders`,
        body: { name: `${key}/` },
      }),
    );
  }

  async #makeBucket(name: string): Promise<void> {
    const { google, project, hub, region } = this.#site;
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
    // Names of buckets are the whole world's: whoever has this one must be this hub.
    const there = await google
      .get<{ readonly labels?: Record<string, string>; readonly projectNumber?: string }>({
        service: 'storage',
        path: `b/${name}`,
      })
      .catch((error: unknown) => {
        if (error instanceof GoogleApiError && error.status === 403) return undefined;
        throw error;
      });
    const isOurs = there?.labels?.[BUCKET_LABELS.hub] === hub && there.projectNumber === this.#site.projectNumber;
    if (!isOurs) throw notOurs(name);
  }

  #checkOwn(key: string): void {
    if (this.#live.buckets.get(key)?.isOurs !== true) throw notOurs(bucketName(this.#site, key));
  }

  async #label(key: string, day: string | null): Promise<void> {
    await this.#site.google.call({
      service: 'storage',
      method: 'PATCH',
      path: `b/${bucketName(this.#site, key)}`,
      body: { labels: { [BUCKET_LABELS.left]: day } },
    });
  }

  /** False where the thing is there already: a run before this one made it, or a second one beside it. */
  async #unlessThere(create: () => Promise<unknown>): Promise<boolean> {
    try {
      await create();
      return true;
    } catch (error) {
      if (error instanceof GoogleApiError && error.status === 409) return false;
      throw error;
    }
  }

  /** Gives each bucket its turn, two seconds after the one before it. */
  #nextSlot(): Promise<unknown> {
    const turn = this.#slot;
    this.#slot = turn.then(() => this.#site.sleep(BUCKET_INTERVAL));
    return turn;
  }
}

function notOurs(bucket: string): ToolError {
  return new ToolError(`There is a bucket "${bucket}" that this hub did not make`, {
    where: `gs://${bucket}`,
    hint: 'Names of buckets are unique in the world. If it is yours, delete it; else give the hub another name.',
  });
}
