import { ApiError } from '../api-error.js';
import type { Call, Json } from '../world.js';

/** An object and its bytes. */
export interface StoredObject {
  readonly facts: Json;
  readonly content: Buffer;
}

/** A bucket and its content. */
export interface Bucket {
  facts: Json;
  readonly objects: Map<string, StoredObject>;
  /** Managed folders by their names, which end with a slash. */
  readonly folders: Map<string, Json>;
  /** When its lifecycle rules were last changed, in milliseconds since 1970. */
  ruledAt?: number;
}

const SOFT_DELETE_SECONDS = 604_800;

/** How long Google takes at most until a new lifecycle rule acts, in milliseconds (cloud.google.com/storage/docs/lifecycle); here with a clock of its own. */
export const LIFECYCLE_DELAY = 24 * 3600_000;

/** Deletes what rules of age 0 name, once they are old enough; other rules do nothing here. */
export function carryOutRules(bucket: Bucket, now: Date): void {
  if (bucket.ruledAt === undefined || now.getTime() - bucket.ruledAt < LIFECYCLE_DELAY) return;
  const rules = ((bucket.facts.lifecycle as Json | undefined)?.rule ?? []) as readonly Json[];
  for (const { action, condition } of rules) {
    const { age, matchesPrefix = [''] } = (condition ?? {}) as { age?: number; matchesPrefix?: readonly string[] };
    if ((action as Json).type !== 'Delete' || age !== 0) continue;
    for (const name of bucket.objects.keys()) {
      if (matchesPrefix.some((prefix) => name.startsWith(prefix))) bucket.objects.delete(name);
    }
  }
}

/** A refusal in the format of the storage API, which has no gRPC status. */
export function storageError(code: number, message: string, reason: string): ApiError {
  return new ApiError(code, message, { reason, status: undefined });
}

/** Throws 412 where a condition of a call on generations does not hold; `live` is undefined where there is no object. */
export function precondition({ query }: Call, live: Json | undefined): void {
  const generation = live === undefined ? '0' : String(live.generation);
  const wanted = query.get('ifGenerationMatch');
  const unwanted = query.get('ifGenerationNotMatch');
  const meta = query.get('ifMetagenerationMatch');
  const fails =
    (wanted !== null && wanted !== generation) ||
    (unwanted !== null && unwanted === generation) ||
    (meta !== null && meta !== String(live?.metageneration ?? ''));
  if (fails) {
    throw storageError(412, 'At least one of the pre-conditions you specified did not hold.', 'conditionNotMet');
  }
}

/** A bucket's soft delete policy: a week by default, with its start. */
export function withEffect(given: Json | undefined, now: string): Json {
  const seconds = String(given?.retentionDurationSeconds ?? SOFT_DELETE_SECONDS);
  return {
    retentionDurationSeconds: seconds,
    ...(seconds === '0' ? {} : { effectiveTime: given?.effectiveTime ?? now }),
  };
}

/** A bucket's access settings, with the older name of uniform access beside the newer one. */
export function withUniformAccess(given: Json | undefined): Json {
  const off = { enabled: false };
  const uniform = given?.uniformBucketLevelAccess ?? off;
  return {
    publicAccessPrevention: 'inherited',
    ...given,
    uniformBucketLevelAccess: uniform,
    bucketPolicyOnly: uniform,
  };
}
