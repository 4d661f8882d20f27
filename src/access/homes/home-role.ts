import { type RaceOptions, retryRaces } from '../../cloud/races.js';
import { GoogleApiError, type GoogleClient } from '../../cloud/rest.js';
import type { Binding } from '../iap/policy.js';

/** What a person may do with what is theirs: read, write and delete objects, and nothing with the bucket itself. */
export const HOME_ROLE = 'roles/storage.objectUser';

interface StoragePolicy {
  readonly version?: number;
  readonly etag?: string;
  readonly bindings?: readonly Binding[];
}

/**
 * Lets a principal use a bucket or managed folder, or takes away all that it may do there. What is as it should be is
 * not written; somebody else's change in the same moment is read again and kept.
 * @param path of the bucket or folder below the storage API, such as `b/NAME`
 */
export async function setHomeRole(
  google: GoogleClient,
  path: string,
  principal: string,
  wanted: 'in' | 'out',
  pause?: RaceOptions['pause'],
): Promise<void> {
  await retryStorageRaces(pause, async () => {
    const policy = await google.call<StoragePolicy>({
      service: 'storage',
      path: `${path}/iam`,
      query: { optionsRequestedPolicyVersion: '3' },
    });
    const before = policy.bindings ?? [];
    const bindings = wanted === 'in' ? withMember(before, principal) : withoutMember(before, principal);
    if (bindings === before) return;
    await google.call({
      service: 'storage',
      method: 'PUT',
      path: `${path}/iam`,
      body: { version: 3, ...(policy.etag === undefined ? {} : { etag: policy.etag }), bindings },
    });
  });
}

/** Reads and writes a bucket or its policy anew while others write it. */
export async function retryStorageRaces(pause: RaceOptions['pause'], write: () => Promise<void>): Promise<void> {
  // Storage says 412 where Google's other APIs say 409.
  const isRace = (error: unknown): boolean =>
    error instanceof GoogleApiError && (error.status === 412 || error.status === 409);
  await retryRaces(write, { isRace, attempts: 6, step: 200, pause });
}

function withMember(bindings: readonly Binding[], principal: string): readonly Binding[] {
  const plain = bindings.find(({ role, condition }) => role === HOME_ROLE && condition === undefined);
  if (plain?.members?.includes(principal)) return bindings;
  if (plain === undefined) return [...bindings, { role: HOME_ROLE, members: [principal] }];
  return bindings.map((one) => (one === plain ? { ...one, members: [...(one.members ?? []), principal] } : one));
}

function withoutMember(bindings: readonly Binding[], principal: string): readonly Binding[] {
  if (!bindings.some(({ members }) => members?.includes(principal))) return bindings;
  return bindings
    .map((one) => ({ ...one, members: (one.members ?? []).filter((member) => member !== principal) }))
    .filter(({ members }) => members.length > 0);
}
