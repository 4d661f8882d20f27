import type { DiskHome, JsonObject } from '../../config/model.js';

/** Name of the StorageClass that the companion chart makes for the homes of one hub; classes belong to the whole cluster. */
export function homeClass(hub: string): string {
  return `jupyterhub-${hub}-home`;
}

/** Values that give each person a disk of their own, made at the first start and never deleted by the hub. */
export function storageValues(hub: string, home: DiskHome): JsonObject {
  return {
    singleuser: {
      storage: {
        type: 'dynamic',
        capacity: home.size,
        dynamic: { storageClass: homeClass(hub), storageAccessModes: ['ReadWriteOnce'] },
      },
    },
  };
}
