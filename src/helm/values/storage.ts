import type { DiskHome, JsonObject } from '../../config/model.js';

/** Name of the StorageClass for one hub's homes. It contains the hub's name, because classes belong to the whole cluster. */
export function homeClass(hub: string): string {
  return `jupyterhub-${hub}-home`;
}

/** Values that give each person a disk of their own. The first start makes it, and the hub never deletes it. */
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
