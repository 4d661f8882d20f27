import { ApiError } from '../api-error.js';
import type { Policy } from '../policies.js';
import type { Call, Json, World } from '../world.js';
import { storageError } from './storage-shapes.js';

/** Sets the policy of a bucket or managed folder. A stale etag gets 412 here, but 409 in Google's other APIs. */
export function setPolicy(world: World, name: string, body: Json): Policy {
  const { kind: _, resourceId: __, ...policy } = body;
  try {
    return world.policies.set(name, policy as Policy);
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 409) throw error;
    throw storageError(412, 'At least one of the pre-conditions you specified did not hold.', 'conditionNotMet');
  }
}

/** A policy as the storage API shows it. */
export function shownPolicy({ values }: Call, policy: Policy): Json {
  const folder = values.managedFolder === undefined ? '' : `/managedFolders/${values.managedFolder}`;
  return { kind: 'storage#policy', resourceId: `projects/_/buckets/${values.bucket}${folder}`, ...policy };
}

/** The project's basic roles, as every new bucket has them (cloud.google.com/storage/docs/access-control/iam-roles). */
export function grantBasicRoles({ policies, project }: World, bucket: string): void {
  for (const [role, owner] of [
    ['roles/storage.legacyBucketOwner', `projectEditor:${project}`],
    ['roles/storage.legacyBucketOwner', `projectOwner:${project}`],
    ['roles/storage.legacyBucketReader', `projectViewer:${project}`],
  ] as const) {
    policies.grant(`buckets/${bucket}`, role, owner);
  }
}
