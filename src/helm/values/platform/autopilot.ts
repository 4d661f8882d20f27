import type { JsonObject } from '../../../config/model.js';

/**
 * Values that follow from GKE Autopilot with Dataplane V2.
 *
 * - The chart's scheduler and image pullers are off. Autopilot makes nodes for pods that exist, so neither has work. The
 *   scheduler is of release 1.30 and lags behind the cluster.
 * - The privileged init container that blocks the metadata server is off, because Autopilot refuses privileged pods. The
 *   network policy closes the whole link-local range instead (../network.ts).
 */
export function autopilotValues(): JsonObject {
  return {
    hub: { resources: { requests: { cpu: '500m', memory: '1Gi' }, limits: { memory: '1Gi' } } },
    proxy: { chp: { resources: { requests: { cpu: '250m', memory: '512Mi' }, limits: { memory: '512Mi' } } } },
    scheduling: {
      userScheduler: { enabled: false },
      userPlaceholder: { enabled: false },
      corePods: { tolerations: [], nodeAffinity: { matchNodePurpose: 'ignore' } },
      userPods: { tolerations: [], nodeAffinity: { matchNodePurpose: 'ignore' } },
    },
    prePuller: { hook: { enabled: false }, continuous: { enabled: false } },
    singleuser: {
      cloudMetadata: { blockWithIptables: false },
    },
  };
}
