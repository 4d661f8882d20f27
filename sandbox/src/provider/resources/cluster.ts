import type { Api } from '../api.js';
import { type Driver, PartlyDone } from '../driver.js';
import { type ApiObject, fromApi, take, toApi } from '../mapping.js';
import { changedNames } from '../plan.js';
import { isObject, text, type Value, type Values } from '../values.js';
import { cluster } from './cluster-table.js';
import { clusterPath, finish, resting, settled, wait } from './container-work.js';
import { policyFromApi, policyToApi } from './maintenance.js';

/** google_container_cluster, as far as the platform's clusters need it. */
export const clusterDriver: Driver = {
  resource: cluster,
  async create(api, planned) {
    const parent = `projects/${text(planned, 'project')}/locations/${text(planned, 'location')}`;
    const maintenance = { maintenancePolicy: policyToApi(planned, undefined) };
    const body = { cluster: { ...toApi(cluster, planned), ...maintenance, legacyAbac: { enabled: false } } };
    const operation = await api.call('container', 'POST', `${parent}/clusters`, body);
    const begun: Values = { ...settled(planned), id: clusterPath(planned) };
    try {
      // Stopped while Google goes on: the operation is kept in the state and waited for by the next read.
      if (!(await wait(api, planned, operation, 'creating GKE cluster'))) {
        return { ...begun, operation: String(operation.name) };
      }
    } catch (error) {
      if (!(await api.find('container', clusterPath(planned)))) throw error;
      throw new PartlyDone(error instanceof Error ? error.message : String(error), begun);
    }
    if (planned.remove_default_node_pool === true) {
      await finish(
        api,
        planned,
        'DELETE',
        `${clusterPath(planned)}/nodePools/default-pool`,
        undefined,
        'removing default node pool',
      );
    }
    return (await read(api, planned)) ?? begun;
  },
  read,
  async update(api, prior, planned) {
    const changed = changedNames(prior, planned);
    const path = clusterPath(prior);
    if (changed.has('resource_labels')) {
      const { labelFingerprint } = await api.call('container', 'GET', path);
      const labels = { resourceLabels: planned.resource_labels ?? {}, labelFingerprint };
      await finish(api, planned, 'POST', `${path}:setResourceLabels`, labels, 'updating GKE labels');
    }
    const wanted = toApi(cluster, planned);
    const network = wanted.networkConfig as ApiObject | undefined;
    const updates: Record<string, ApiObject> = {
      release_channel: { desiredReleaseChannel: wanted.releaseChannel },
      control_plane_endpoints_config: { desiredControlPlaneEndpointsConfig: wanted.controlPlaneEndpointsConfig },
      private_cluster_config: { desiredDefaultEnablePrivateNodes: network?.defaultEnablePrivateNodes ?? false },
      workload_identity_config: { desiredWorkloadIdentityConfig: wanted.workloadIdentityConfig ?? {} },
      cluster_autoscaling: { desiredClusterAutoscaling: wanted.autoscaling },
      cost_management_config: { desiredCostManagementConfig: wanted.costManagementConfig },
      rbac_binding_config: { desiredRbacBindingConfig: wanted.rbacBindingConfig },
      enable_shielded_nodes: { desiredShieldedNodes: wanted.shieldedNodes },
      node_locations: { desiredLocations: wanted.locations },
    };
    for (const [name, update] of Object.entries(updates)) {
      if (changed.has(name)) await finish(api, planned, 'PUT', path, { update }, `updating GKE ${name}`);
    }
    // Last, as the real provider does, since some exclusions need the release channel.
    if (changed.has('maintenance_policy')) {
      const body = { maintenancePolicy: policyToApi(planned, await api.find('container', path)) };
      await finish(
        api,
        planned,
        'POST',
        `${path}:setMaintenancePolicy`,
        body,
        'updating GKE cluster maintenance policy',
      );
    }
    return (await read(api, planned)) ?? planned;
  },
  async remove(api, state) {
    if (state.deletion_protection === true) {
      throw new Error(
        'Cannot destroy cluster because deletion_protection is set to true. Set it to false to proceed with cluster deletion.',
      );
    }
    if (!(await resting(api, clusterPath(state)))) return;
    await finish(api, state, 'DELETE', clusterPath(state), undefined, 'deleting GKE cluster');
  },
  identify(id) {
    const [, project, location, name] =
      /^(?:projects\/)?([^/]+)\/(?:locations\/)?([^/]+)\/(?:clusters\/)?([^/]+)$/.exec(id) ?? [];
    if (project === undefined || location === undefined || name === undefined) return undefined;
    return { project, location, name, deletion_protection: true };
  },
};

async function read(api: Api, known: Values): Promise<Values | undefined> {
  const object = await resting(api, clusterPath(known));
  if (!object) return undefined;
  const state = fromApi(cluster, object, known);
  const { useIpAliases } = (object.ipAllocationPolicy ?? {}) as { useIpAliases?: boolean };
  return {
    ...state,
    id: clusterPath(known),
    project: known.project ?? null,
    operation: null,
    networking_mode: useIpAliases === true ? 'VPC_NATIVE' : 'ROUTES',
    private_cluster_config: privateConfig(state.private_cluster_config, object),
    maintenance_policy: policyFromApi(object),
    timeouts: known.timeouts ?? null,
  };
}

/** The provider turns the API's public endpoint around; without IP endpoints that reads as a private one. */
function privateConfig(blocks: Value | undefined, object: ApiObject): Value {
  const isPublic = take(object, 'controlPlaneEndpointsConfig.ipEndpointsConfig.enablePublicEndpoint') === true;
  return Array.isArray(blocks)
    ? blocks.filter(isObject).map((block) => ({ ...block, enable_private_endpoint: !isPublic }))
    : [];
}
