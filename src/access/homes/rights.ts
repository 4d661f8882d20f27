import { setTimeout as sleep } from 'node:timers/promises';
import { GoogleApiError, type GoogleClient } from '../../cloud/rest.js';
import type { Binding } from '../bindings.js';

/** What a person may do with what is theirs: read, write and delete objects, and nothing with the bucket itself. */
export const HOME_ROLE = 'roles/storage.objectUser';

const ATTEMPTS = 6;

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
export async function setRights(
  google: GoogleClient,
  path: string,
  principal: string,
  wanted: 'in' | 'out',
  pause: (milliseconds: number) => Promise<unknown> = sleep,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const policy = await google.call<StoragePolicy>({
      service: 'storage',
      path: `${path}/iam`,
      query: { optionsRequestedPolicyVersion: '3' },
    });
    const before = policy.bindings ?? [];
    const bindings = wanted === 'in' ? withMember(before, principal) : withoutMember(before, principal);
    if (bindings === before) return;
    try {
      await google.call({
        service: 'storage',
        method: 'PUT',
        path: `${path}/iam`,
        body: { version: 3, ...(policy.etag === undefined ? {} : { etag: policy.etag }), bindings },
      });
      return;
    } catch (error) {
      // Storage says 412 where Google's other APIs say 409.
      const isRace = error instanceof GoogleApiError && (error.status === 412 || error.status === 409);
      if (!isRace || attempt === ATTEMPTS) throw error;
      await pause(200 * attempt * (0.5 + Math.random()));
    }
  }
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
