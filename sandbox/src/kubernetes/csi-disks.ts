import { join } from 'node:path';
import type { KubeObject } from './client.js';

/** Driver and provisioner of Compute Engine's disks. */
export const DISK_DRIVER = 'pd.csi.storage.gke.io';

/** A persistent volume, as far as the sandbox reads it. */
export interface PersistentVolume extends KubeObject {
  readonly spec: {
    readonly csi?: { readonly driver: string; readonly volumeHandle: string };
    readonly capacity?: { readonly storage?: string };
    readonly claimRef?: { readonly namespace?: string; readonly name?: string; readonly uid?: string };
    readonly persistentVolumeReclaimPolicy?: string;
    readonly storageClassName?: string;
  } & Readonly<Record<string, unknown>>;
}

/** Name of a disk from a volume handle `projects/P/zones/Z/disks/NAME` (or `regions/R`); undefined for anything else. */
export function diskName(volumeHandle: string): string | undefined {
  return /^projects\/[^/]+\/(?:zones|regions)\/[^/]+\/disks\/([a-z0-9](?:[-a-z0-9]*[a-z0-9])?)$/.exec(
    volumeHandle,
  )?.[1];
}

/** Folder on this machine that represents the disk of a volume; undefined if it is not a disk. */
export function diskFolder(dir: string, volume: PersistentVolume): string | undefined {
  const { csi } = volume.spec;
  if (csi?.driver !== DISK_DRIVER) return undefined;
  const name = diskName(csi.volumeHandle);
  return name === undefined ? undefined : join(dir, 'disks', name);
}
