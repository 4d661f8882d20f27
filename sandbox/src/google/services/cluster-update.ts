import { ApiError } from '../api-error.js';
import type { Json } from '../world.js';
import { mergePatch } from './compute-kinds.js';

// Where a field of ClusterUpdate goes, when that is not the cluster's field of the same name.
const PLACES: Readonly<Record<string, string>> = {
  clusterAutoscaling: 'autoscaling',
  defaultEnablePrivateNodes: 'networkConfig.defaultEnablePrivateNodes',
  datapathProvider: 'networkConfig.datapathProvider',
  defaultSnatStatus: 'networkConfig.defaultSnatStatus',
  dnsConfig: 'networkConfig.dnsConfig',
  enableCiliumClusterwideNetworkPolicy: 'networkConfig.enableCiliumClusterwideNetworkPolicy',
  gatewayApiConfig: 'networkConfig.gatewayApiConfig',
  l4ilbSubsettingConfig: 'networkConfig.enableL4ilbSubsetting',
  masterVersion: 'currentMasterVersion',
  nodeVersion: 'currentNodeVersion',
  nodePoolAutoConfigKubeletConfig: 'nodePoolAutoConfig.nodeKubeletConfig',
  nodePoolAutoConfigLinuxNodeConfig: 'nodePoolAutoConfig.linuxNodeConfig',
  nodePoolAutoConfigNetworkTags: 'nodePoolAutoConfig.networkTags',
  nodePoolAutoConfigResourceManagerTags: 'nodePoolAutoConfig.resourceManagerTags',
  nodePoolLoggingConfig: 'nodePoolDefaults.nodeConfigDefaults.loggingConfig',
  serviceExternalIpsConfig: 'networkConfig.serviceExternalIpsConfig',
};

const SAME = new Set(
  [
    'addonsConfig anonymousAuthenticationConfig binaryAuthorization controlPlaneEndpointsConfig costManagementConfig',
    'databaseEncryption enterpriseConfig fleet identityServiceConfig locations loggingConfig loggingService',
    'masterAuthorizedNetworksConfig meshCertificates monitoringConfig monitoringService nodePoolAutoConfig notificationConfig',
    'podAutoscaling rbacBindingConfig releaseChannel resourceUsageExportConfig secretManagerConfig securityPostureConfig',
    'shieldedNodes userManagedKeysConfig verticalPodAutoscaling workloadIdentityConfig',
  ].flatMap((line) => line.split(' ')),
);

/** A cluster after an update: each `desiredX` is merged into the place that it stands for. */
export function applyUpdate(cluster: Json, update: Json): Json {
  let result = cluster;
  for (const [field, value] of Object.entries(update)) {
    if (value === null || value === undefined || field === 'desiredNodePoolId') continue;
    if (field === 'desiredNodePoolAutoscaling') {
      const pools = (result.nodePools ?? []) as Json[];
      const change = (pool: Json): Json =>
        pool.name === update.desiredNodePoolId ? { ...pool, autoscaling: value } : pool;
      result = { ...result, nodePools: pools.map(change) };
      continue;
    }
    if (field === 'etag') {
      if (value !== cluster.etag)
        throw new ApiError(409, 'The etag of the cluster is stale.', { reason: 'aborted', status: 'ABORTED' });
      continue;
    }
    const plain = field.replace(/^desired/, '');
    const name = plain.charAt(0).toLowerCase() + plain.slice(1);
    const place = PLACES[name] ?? (SAME.has(name) ? name : undefined);
    if (place === undefined) throw new ApiError(400, `The emulator does not know what ${field} changes.`);
    const patch = place.split('.').reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as Json;
    result = mergePatch(result, patch);
  }
  return result;
}
