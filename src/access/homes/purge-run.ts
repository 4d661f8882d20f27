import type { KubeObject } from '../../cloud/kube-objects.js';
import type { Kubernetes } from '../../cloud/kubernetes.js';
import { GoogleApiError } from '../../cloud/rest.js';
import type { HubConfigMaps } from '../hub/config-map.js';
import { type LifecycleTarget, setDeleteRule } from './lifecycle-rule.js';
import { type HomeId, storagePath } from './names.js';
import type { Purge } from './purge-plan.js';
import { type HomeStatus, updateHomeStatus } from './status.js';

/**
 * Deletes disks with everything on them. The volume of a home has the reclaim policy Retain, so that is changed first.
 * When the claim is deleted, the CSI driver deletes the disk.
 */
export async function purgeDisks(kubernetes: Kubernetes, namespace: string, { disks }: Purge): Promise<void> {
  for (const { place: name } of disks) {
    const ref = { apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace, name };
    const claim = await kubernetes.get<KubeObject & { readonly spec?: { readonly volumeName?: string } }>(ref);
    const volume = claim?.spec?.volumeName;
    if (volume !== undefined) {
      const change = { spec: { persistentVolumeReclaimPolicy: 'Delete' } };
      await kubernetes.patch({ apiVersion: 'v1', kind: 'PersistentVolume', name: volume }, change);
    }
    await kubernetes.delete(ref);
  }
}

/** The hub whose homes are deleted. */
export interface PurgeTarget extends LifecycleTarget {
  readonly configMaps: HubConfigMaps;
}

/**
 * Deletes a bucket or managed folder, which must be empty. The first run adds a lifecycle delete rule. A later run
 * deletes the empty bucket.
 * @returns whether it is deleted
 */
export async function purgeBucket(target: PurgeTarget, bucket: NonNullable<Purge['bucket']>): Promise<boolean> {
  const { configMaps, sleep } = target;
  const { key, kind, day } = bucket;
  if (await isDeleted(target, bucket)) {
    if (kind === 'folder') await setDeleteRule(target, bucket, false);
    await updateHomeStatus(configMaps, [{ key, gone: true }], sleep);
    return true;
  }
  // Noted first, so that a run for a returning owner, or without the purge entry, knows to stop the deletion.
  await updateHomeStatus(configMaps, [{ key, left: { kind, day, purging: true } }], sleep);
  await setDeleteRule(target, bucket, true);
  return false;
}

/**
 * Removes the lifecycle delete rule of homes that storage.purge no longer names. Objects that Google has deleted stay
 * deleted.
 * @param named keys of the homes that storage.purge names
 * @returns how many purges were stopped
 */
export async function stopPurges(
  target: PurgeTarget,
  { left }: HomeStatus,
  named: ReadonlySet<string>,
): Promise<number> {
  const stopped = Object.entries(left).filter(([key, { purging }]) => purging === true && !named.has(key));
  for (const [key, { kind, day }] of stopped) {
    await setDeleteRule(target, { key, kind }, false);
    await updateHomeStatus(target.configMaps, [{ key, left: { kind, day } }], target.sleep);
  }
  return stopped.length;
}

async function isDeleted(target: PurgeTarget, home: HomeId): Promise<boolean> {
  try {
    await target.google.call({ service: 'storage', method: 'DELETE', path: storagePath(target, home) });
    return true;
  } catch (error) {
    if (!(error instanceof GoogleApiError)) throw error;
    if (error.status === 404) return true;
    // The bucket is not empty.
    if (error.status === 409) return false;
    throw error;
  }
}
