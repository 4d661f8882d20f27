import { type RaceOptions, retryRaces } from '../../cloud/races.js';
import { GoogleApiError, type GoogleClient } from '../../cloud/rest.js';
import type { Binding } from '../iap/policy.js';

/** Role of a person in their home: read, write and delete objects, and nothing on the bucket itself. */
export const HOME_ROLE = 'roles/storage.objectUser';

interface StoragePolicy {
  readonly version?: number;
  readonly etag?: string;
  readonly bindings?: readonly Binding[];
}

/**
 * Grants a principal the home role on a bucket or managed folder, or revokes all its roles there. Writes only a
 * difference. After a concurrent change it reads the policy again and keeps that change.
 * @param path of the bucket or folder below the storage API, such as `b/NAME`
 */
export async function setHomeRole(
  google: GoogleClient,
  path: string,
  principal: string,
  action: 'grant' | 'revoke',
  pause?: RaceOptions['pause'],
): Promise<void> {
  await retryStorageRaces(pause, async () => {
    const policy = await google.call<StoragePolicy>({
      service: 'storage',
      path: `${path}/iam`,
      query: { optionsRequestedPolicyVersion: '3' },
    });
    const before = policy.bindings ?? [];
    const bindings = action === 'grant' ? withMember(before, principal) : withoutMember(before, principal);
    if (bindings === before) return;
    await google.call({
      service: 'storage',
      method: 'PUT',
      path: `${path}/iam`,
      body: { version: 3, ...(policy.etag === undefined ? {} : { etag: policy.etag }), bindings },
    });
  });
}

/** Repeats a read and write of a bucket or its policy after conflicts. */
export async function retryStorageRaces(pause: RaceOptions['pause'], write: () => Promise<void>): Promise<void> {
  // Storage answers 412 where Google's other APIs answer 409.
  const isRace = (error: unknown): boolean =>
    error instanceof GoogleApiError && (error.status === 412 || error.status === 409);
  await retryRaces(write, { isRace, attempts: 6, step: 200, pause });
}

function withMember(bindings: readonly Binding[], principal: string): readonly Binding[] {
  const plain = bindings.find(({ role, condition }) => role === HOME_ROLE && condition === undefined);
  if (plain?.members?.includes(principal)) return bindings;
  if (plain === undefined) return [...bindings, { role: HOME_ROLE, members: [principal] }];
  return bindings.map((binding) =>
    binding === plain ? { ...binding, members: [...(binding.members ?? []), principal] } : binding,
  );
}

function withoutMember(bindings: readonly Binding[], principal: string): readonly Binding[] {
  if (!bindings.some(({ members }) => members?.includes(principal))) return bindings;
  return bindings
    .map((binding) => ({ ...binding, members: (binding.members ?? []).filter((member) => member !== principal) }))
    .filter(({ members }) => members.length > 0);
}
