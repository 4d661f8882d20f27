import type { JsonObject } from '../../../config/model.js';

/**
 * Values that follow from a standard cluster with node pools, Dataplane V2 and the autoscaling profile OPTIMIZE_UTILIZATION.
 *
 * - The hub and its proxy run on the pool `core` and servers on the others, never elsewhere: the pools carry the chart's
 *   labels, and those of people its taint, which the chart's pods tolerate by default.
 * - The chart's scheduler is off. With this autoscaling profile GKE's own scheduler fills up nodes already (GKE documentation,
 *   "About GKE cluster autoscaling", read 2026-11), and the chart's is of release 1.30 and lags behind the cluster.
 * - Image pullers are off: a node that a server waits for pulls its image anyway, and hub.values can switch them on.
 * - The privileged init container that blocks the metadata server is off, because the hub's namespace refuses privileged
 *   pods. The network policy closes the whole link-local range instead (../network.ts).
 */
export function standardValues(): JsonObject {
  return {
    hub: { resources: { requests: { cpu: '500m', memory: '1Gi' }, limits: { memory: '1Gi' } } },
    proxy: { chp: { resources: { requests: { cpu: '250m', memory: '512Mi' }, limits: { memory: '512Mi' } } } },
    scheduling: {
      userScheduler: { enabled: false },
      userPlaceholder: { enabled: false },
      corePods: { nodeAffinity: { matchNodePurpose: 'require' } },
      userPods: { nodeAffinity: { matchNodePurpose: 'require' } },
    },
    prePuller: { hook: { enabled: false }, continuous: { enabled: false } },
    singleuser: {
      cloudMetadata: { blockWithIptables: false },
    },
  };
}
