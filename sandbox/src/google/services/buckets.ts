import { ApiError } from '../api-error.js';
import { etag } from '../ids.js';
import type { Policy } from '../policies.js';
import { type Call, checkProject, type Handlers, type Json, projectPolicy, type World } from '../world.js';
import { mergePatch } from './compute-kinds.js';
import { page, tested } from './project.js';

const MULTI_REGIONS = new Set(['US', 'EU', 'ASIA']);
const WEEK_SECONDS = '604800';

/** The buckets of the project; defaults are those of the recordings storagebucketbasic and storagebucketsoftdelete. */
export class Buckets {
  readonly #buckets = new Map<string, Json>();
  readonly #world: World;
  /** Says whether a bucket holds objects. */
  readonly #holds: (bucket: string) => boolean;

  constructor(world: World, holds: (bucket: string) => boolean) {
    this.#world = world;
    this.#holds = holds;
  }

  /** The bucket, or the 404 that storage answers for every call below a missing one. */
  get(name: string | undefined): Json {
    const found = this.#buckets.get(name ?? '');
    if (found) return found;
    throw new ApiError(404, 'The specified bucket does not exist.', { status: undefined });
  }

  handlers(): Handlers {
    const policy = (name: string): string => `buckets/${name}`;
    const shown = (name: string, found: Policy): Json => ({
      kind: 'storage#policy',
      resourceId: `projects/_/buckets/${name}`,
      ...found,
    });
    return {
      'storage.buckets.insert': (call) => this.#insert(call),
      'storage.buckets.get': ({ values }) => this.get(values.bucket),
      'storage.buckets.list': ({ query }) => {
        checkProject(this.#world, query.get('project') ?? undefined);
        const all = [...this.#buckets.values()].filter(({ name }) =>
          String(name).startsWith(query.get('prefix') ?? ''),
        );
        return { kind: 'storage#buckets', ...page(all, query, 'items', 'maxResults', 1000) };
      },
      'storage.buckets.patch': (call) => this.#change(call, mergePatch(this.get(call.values.bucket), call.body)),
      'storage.buckets.update': (call) => this.#change(call, { ...this.get(call.values.bucket), ...call.body }),
      'storage.buckets.delete': ({ values }) => {
        this.get(values.bucket);
        if (this.#holds(values.bucket ?? '')) {
          throw new ApiError(409, 'The bucket you tried to delete is not empty.', {
            reason: 'conflict',
            status: undefined,
          });
        }
        this.#buckets.delete(values.bucket ?? '');
        this.#world.policies.delete(policy(values.bucket ?? ''));
        return undefined;
      },
      'storage.buckets.getStorageLayout': ({ values }) => {
        const { name, location, locationType } = this.get(values.bucket);
        return { kind: 'storage#storageLayout', bucket: name, location, locationType };
      },
      'storage.anywhereCaches.list': ({ values }) => {
        this.get(values.bucket);
        return { kind: 'storage#anywhereCaches' };
      },
      'storage.buckets.getIamPolicy': ({ values, query }) => {
        const name = String(this.get(values.bucket).name);
        return shown(
          name,
          this.#world.policies.get(policy(name), Number(query.get('optionsRequestedPolicyVersion') ?? 1)),
        );
      },
      'storage.buckets.setIamPolicy': ({ values, body }) => {
        const name = String(this.get(values.bucket).name);
        return shown(name, this.#world.policies.set(policy(name), body as Policy));
      },
      'storage.buckets.testIamPermissions': ({ values, query, identity }) => {
        const name = String(this.get(values.bucket).name);
        const asked = { permissions: query.getAll('permissions') };
        const resources = [policy(name), projectPolicy(this.#world)];
        return { kind: 'storage#testIamPermissionsResponse', ...tested(this.#world, identity, asked, resources) };
      },
    };
  }

  #insert({ body, query }: Call): Json {
    checkProject(this.#world, query.get('project') ?? undefined);
    const name = String(body.name ?? '');
    if (!/^[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]$/.test(name) || name.startsWith('goog')) {
      throw new ApiError(400, `Invalid bucket name: '${name}'`, { reason: 'invalid', status: undefined });
    }
    if (this.#buckets.has(name)) {
      throw new ApiError(409, 'Your previous request to create the named bucket succeeded and you already own it.', {
        reason: 'conflict',
        status: undefined,
      });
    }
    const now = this.#world.now().toISOString();
    const location = String(body.location ?? 'US').toUpperCase();
    const bucket = this.#complete({
      storageClass: 'STANDARD',
      softDeletePolicy: { retentionDurationSeconds: WEEK_SECONDS },
      ...body,
      kind: 'storage#bucket',
      id: name,
      selfLink: `https://www.googleapis.com/storage/v1/b/${name}`,
      projectNumber: this.#world.projectNumber,
      location,
      locationType: MULTI_REGIONS.has(location) ? 'multi-region' : 'region',
      ...(MULTI_REGIONS.has(location) ? { rpo: 'DEFAULT' } : {}),
      generation: String(BigInt(this.#world.now().getTime()) * 1000n),
      metageneration: '1',
      etag: etag(),
      timeCreated: now,
      updated: now,
    });
    this.#buckets.set(name, bucket);
    return bucket;
  }

  #change({ values, query }: Call, changed: Json): Json {
    const before = this.get(values.bucket);
    const wanted = query.get('ifMetagenerationMatch');
    if (wanted !== null && wanted !== before.metageneration) {
      throw new ApiError(412, 'At least one of the pre-conditions you specified did not hold.', { status: undefined });
    }
    const own = Object.fromEntries(
      ['id', 'name', 'kind', 'location', 'timeCreated', 'generation'].map((key) => [key, before[key]]),
    );
    const after = this.#complete({
      ...changed,
      ...own,
      metageneration: String(Number(before.metageneration) + 1),
      etag: etag(),
      updated: this.#world.now().toISOString(),
    });
    this.#buckets.set(String(before.name), after);
    return after;
  }

  #complete(bucket: Json): Json {
    const iam = (bucket.iamConfiguration ?? {}) as Json;
    const uniform = (iam.uniformBucketLevelAccess ?? { enabled: false }) as Json;
    const soft = (bucket.softDeletePolicy ?? {}) as Json;
    const { effectiveTime: _unset, ...retention } = soft;
    const { lifecycle, ...rest } = bucket;
    const rules = ((lifecycle as Json | undefined)?.rule ?? []) as unknown[];
    return {
      ...rest,
      ...(rules.length > 0 ? { lifecycle } : {}),
      iamConfiguration: {
        publicAccessPrevention: 'inherited',
        ...iam,
        bucketPolicyOnly: { enabled: uniform.enabled === true },
        uniformBucketLevelAccess: uniform,
      },
      softDeletePolicy:
        String(soft.retentionDurationSeconds) === '0'
          ? retention
          : { effectiveTime: soft.effectiveTime ?? this.#world.now().toISOString(), ...retention },
    };
  }
}
