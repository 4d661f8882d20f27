import type { KubeObject } from '../../cloud/kube-objects.js';
import type { Kubernetes } from '../../cloud/kubernetes.js';
import { GoogleApiError } from '../../cloud/rest.js';
import type { HubConfigMaps } from '../hub/config-maps.js';
import { type LifecycleTarget, setDeleteRule } from './lifecycle-rule.js';
import { type HomeId, storagePath } from './names.js';
import type { Purge } from './purge-plan.js';
import { type HomeStatus, updateHomeStatus } from './status.js';

/**
 * Deletes disks with everything on them. A home's volume is made to outlive its claim, so that this is taken back first;
 * then the claim goes, and the cluster's driver deletes the disk.
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

/** Where buckets are deleted. */
export interface PurgeTarget extends LifecycleTarget {
  readonly configMaps: HubConfigMaps;
}

/**
 * Deletes a bucket or managed folder. It has to be empty for that, so that the first run has it emptied, and one that comes
 * when it is empty deletes it.
 * @returns whether it is gone
 */
export async function purgeBucket(site: PurgeTarget, bucket: NonNullable<Purge['bucket']>): Promise<boolean> {
  const { configMaps, sleep } = site;
  const { key, kind, day } = bucket;
  if (await isDeleted(site, bucket)) {
    if (kind === 'folder') await setDeleteRule(site, bucket, false);
    await updateHomeStatus(configMaps, [{ key, gone: true }], sleep);
    return true;
  }
  // Marked first: whoever comes back, or is taken out of storage.purge again, must find that it is being emptied.
  await updateHomeStatus(configMaps, [{ key, left: { kind, day, purging: true } }], sleep);
  await setDeleteRule(site, bucket, true);
  return false;
}

/** Stops the emptying of what storage.purge names no more; gives how many that were. What Google has deleted already is gone. */
export async function stopPurges(
  site: PurgeTarget,
  { left }: HomeStatus,
  wanted: ReadonlySet<string>,
): Promise<number> {
  const stopped = Object.entries(left).filter(([key, { purging }]) => purging === true && !wanted.has(key));
  for (const [key, { kind, day }] of stopped) {
    await setDeleteRule(site, { key, kind }, false);
    await updateHomeStatus(site.configMaps, [{ key, left: { kind, day } }], site.sleep);
  }
  return stopped.length;
}

async function isDeleted(site: PurgeTarget, home: HomeId): Promise<boolean> {
  try {
    await site.google.call({ service: 'storage', method: 'DELETE', path: storagePath(site, home) });
    return true;
  } catch (error) {
    if (!(error instanceof GoogleApiError)) throw error;
    if (error.status === 404) return true;
    // It is not empty.
    if (error.status === 409) return false;
    throw error;
  }
}
