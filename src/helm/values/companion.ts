import type { HubConfig, JsonObject } from '../../config/model.js';
import { ADDRESS } from './values.js';

/** Name of the chart in helm's messages. */
export const COMPANION_CHART = 'jupyterhub-gke-companion';

/** Release name of a hub's companion chart. */
export function companionRelease(hub: string): string {
  return `${hub}-companion`;
}

/** Values of the companion chart. The address is symbolic if no domain is set. */
export function companionValues(config: HubConfig): JsonObject {
  const identity = (role: string): string => `${config.name}-${role}@${config.project}.iam.gserviceaccount.com`;
  return {
    hub: config.name,
    address: config.access.domain ?? ADDRESS,
    loadBalancer: { timeoutSec: config.access.session.websocket, drainingTimeoutSec: 60 },
    home: { diskType: config.storage.home.diskType },
    rbac: {
      sync: identity('sync'),
      plan: identity('plan'),
      homes: config.storage.perUserBuckets ? identity('homes') : '',
    },
  };
}
