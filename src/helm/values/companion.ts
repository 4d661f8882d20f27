import { identityPrefix } from '../../config/identity-prefix.js';
import type { HubConfig, JsonObject } from '../../config/model.js';
import { warmCompanionValues } from './hours/warm.js';
import { computeClasses } from './servers/compute-classes.js';
import { ADDRESS } from './values.js';

/** Name of the chart in helm's messages. */
export const COMPANION_CHART = 'jupyterhub-gke-companion';

/** Release name of a hub's companion chart. */
export function companionRelease(hub: string): string {
  return `${hub}-companion`;
}

/** Name of the Secret with a hub's own OAuth client. */
export function oauthClientObject(hub: string): string {
  return `${hub}-oauth-client`;
}

/** Parameters and zones of the StorageClass of homes. */
function homeClassValues({ storage, platform }: HubConfig): JsonObject {
  const { diskType } = storage.home;
  return { diskType, ...(platform.zones && { zones: platform.zones }) };
}

/** The most GPUs, and machines that profiles take in an order; nothing where the file says nothing of them. */
function quotaValues({ name, limits, profiles, platform }: HubConfig): JsonObject {
  const classes = computeClasses(profiles, name, platform.zones);
  return {
    ...(limits.gpus === undefined ? {} : { gpuQuota: limits.gpus }),
    ...(classes.length === 0 ? {} : { computeClasses: classes }),
  };
}

/**
 * Values of the companion chart. The address is symbolic if no domain is set.
 * @param secrets names of the secrets that are variables of pods
 */
export function companionValues(config: HubConfig, secrets: readonly string[] = []): JsonObject {
  const account = (id: string): string => `${id}@${config.project}.iam.gserviceaccount.com`;
  const identity = (role: string): string => account(`${identityPrefix(config.name)}-${role}`);
  const references = secrets.map((name) => [name, { secretRef: name }] as const);
  return {
    hub: config.name,
    address: config.access.domain ?? ADDRESS,
    managedCertificate: config.access.subdomains === undefined,
    loadBalancer: { timeoutSec: config.access.session.websocket, drainingTimeoutSec: 60 },
    ...(config.access.oauthClient === undefined ? {} : { oauthClient: { secretRef: config.access.oauthClient } }),
    home: homeClassValues(config),
    admission: true,
    ...warmCompanionValues(config),
    ...quotaValues(config),
    rbac: {
      sync: identity('sync'),
      plan: identity('plan'),
      homes: config.storage.perUserBuckets ? identity('homes') : '',
    },
    ...(config.pullSecrets.length === 0 ? {} : { pullSecrets: config.pullSecrets.map((secretRef) => ({ secretRef })) }),
    ...(secrets.length === 0 ? {} : { secrets: Object.fromEntries(references) }),
  };
}
