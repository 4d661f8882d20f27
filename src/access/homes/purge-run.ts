import type { KubeObject } from '../../cloud/kube-objects.js';
import type { Kubernetes } from '../../cloud/kubernetes.js';
import { GoogleApiError } from '../../cloud/rest.js';
import type { HubConfigMaps } from '../hub/config-map.js';
import { type LifecycleTarget, setDeleteRule } from './lifecycle-rule.js';
import { type HomeId, storagePath } from './names.js';
import type { Purge } from './purge-plan.js';
import { type HomeStatus, updateHomeStatus } from './status.js';

interface BoundClaim extends KubeObject {
  readonly spec?: { readonly volumeName?: string };
}

interface Volume extends KubeObject {
  readonly spec?: { readonly claimRef?: { readonly uid?: string } };
}

/**
 * Deletes disks with everything on them. The volume of a home has the reclaim policy Retain, so that is changed first.
 * When the claim is deleted, the CSI driver deletes the disk. A claim that is not the planned one any more is kept.
 */
export async function purgeDisks(kubernetes: Kubernetes, namespace: string, { disks }: Purge): Promise<void> {
  for (const { place: name, uid } of disks) {
    const ref = { apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace, name };
    const claim = await kubernetes.get<BoundClaim>(ref);
    if (claim === undefined || claim.metadata.uid !== uid) continue;
    const volumeName = claim.spec?.volumeName;
    const volumeRef = { apiVersion: 'v1', kind: 'PersistentVolume', name: volumeName ?? '' };
    const volume = volumeName === undefined ? undefined : await kubernetes.get<Volume>(volumeRef);
    // A claim names its volume; only the volume says to which claim it belongs.
    if (volume?.spec?.claimRef?.uid === uid) {
      await kubernetes.patch(volumeRef, { spec: { persistentVolumeReclaimPolicy: 'Delete' } });
    }
    await kubernetes.delete(ref, { uid });
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
