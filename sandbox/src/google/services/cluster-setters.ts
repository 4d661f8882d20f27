import { ApiError } from '../api-error.js';
import type { Json } from '../world.js';
import { acceptPolicy } from './cluster-maintenance.js';
import { applyUpdate } from './cluster-update.js';

/** A method that changes one part of a cluster: type of its operation, and the change. */
export interface Setter {
  readonly type: string;
  readonly change: (cluster: Json, body: Json) => Json;
}

/** The setters of GKE, by method. */
export const SETTERS: Readonly<Record<string, Setter>> = {
  update: { type: 'UPDATE_CLUSTER', change: (cluster, body) => applyUpdate(cluster, (body.update ?? {}) as Json) },
  updateMaster: {
    type: 'UPGRADE_MASTER',
    change: (cluster, body) => applyUpdate(cluster, { desiredMasterVersion: body.masterVersion }),
  },
  setResourceLabels: {
    type: 'SET_LABELS',
    change(cluster, body) {
      if (body.labelFingerprint !== cluster.labelFingerprint) {
        throw new ApiError(412, 'Labels could not be set due to fingerprint mismatch.');
      }
      return { ...cluster, resourceLabels: body.resourceLabels ?? {} };
    },
  },
  setMaintenancePolicy: {
    type: 'SET_MAINTENANCE_POLICY',
    change: (cluster, body) => ({
      ...cluster,
      maintenancePolicy: acceptPolicy(body.maintenancePolicy as Json | undefined, cluster),
    }),
  },
  setAddons: {
    type: 'UPDATE_CLUSTER',
    change: (cluster, body) => applyUpdate(cluster, { desiredAddonsConfig: body.addonsConfig }),
  },
  setLegacyAbac: {
    type: 'UPDATE_CLUSTER',
    change: (cluster, body) => ({ ...cluster, legacyAbac: body.enabled === true ? { enabled: true } : {} }),
  },
  setLocations: { type: 'UPDATE_CLUSTER', change: (cluster, body) => ({ ...cluster, locations: body.locations }) },
  setLogging: {
    type: 'UPDATE_CLUSTER',
    change: (cluster, body) => ({ ...cluster, loggingService: body.loggingService }),
  },
  setMonitoring: {
    type: 'UPDATE_CLUSTER',
    change: (cluster, body) => ({ ...cluster, monitoringService: body.monitoringService }),
  },
  setNetworkPolicy: {
    type: 'SET_NETWORK_POLICY',
    change: (cluster, body) => ({ ...cluster, networkPolicy: body.networkPolicy }),
  },
};
