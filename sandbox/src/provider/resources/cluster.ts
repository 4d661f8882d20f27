import { type Api, ApiRefusal } from '../api.js';
import { type Driver, PartlyDone } from '../driver.js';
import { type ApiObject, fromApi, take, toApi } from '../mapping.js';
import { changedNames } from '../plan.js';
import { isObject, text, UNKNOWN, type Value, type Values } from '../values.js';
import { cluster } from './cluster-table.js';

/** google_container_cluster, as far as an Autopilot cluster needs it. */
export const clusterDriver: Driver = {
  resource: cluster,
  async create(api, planned) {
    const parent = `projects/${text(planned, 'project')}/locations/${text(planned, 'location')}`;
    const body = {
      cluster: { ...toApi(cluster, planned), legacyAbac: { enabled: false }, shieldedNodes: { enabled: true } },
    };
    const operation = await api.call('container', 'POST', `${parent}/clusters`, body);
    const begun: Values = { ...settled(planned), id: pathOf(planned) };
    try {
      // Stopped while Google goes on: the operation is kept in the state and waited for by the next read.
      if (!(await wait(api, planned, operation, 'creating GKE cluster'))) {
        return { ...begun, operation: String(operation.name) };
      }
    } catch (error) {
      if (!(await api.find('container', pathOf(planned)))) throw error;
      throw new PartlyDone(error instanceof Error ? error.message : String(error), begun);
    }
    return (await read(api, planned)) ?? begun;
  },
  read,
  async update(api, prior, planned) {
    const changed = changedNames(prior, planned);
    const path = pathOf(prior);
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
    };
    for (const [name, update] of Object.entries(updates)) {
      if (changed.has(name)) await finish(api, planned, 'PUT', path, { update }, `updating GKE ${name}`);
    }
    return (await read(api, planned)) ?? planned;
  },
  async remove(api, state) {
    if (state.deletion_protection === true) {
      throw new Error(
        'Cannot destroy cluster because deletion_protection is set to true. Set it to false to proceed with cluster deletion.',
      );
    }
    if (!(await resting(api, pathOf(state)))) return;
    await finish(api, state, 'DELETE', pathOf(state), undefined, 'deleting GKE cluster');
  },
  identify(id) {
    const [, project, location, name] =
      /^(?:projects\/)?([^/]+)\/(?:locations\/)?([^/]+)\/(?:clusters\/)?([^/]+)$/.exec(id) ?? [];
    if (project === undefined || location === undefined || name === undefined) return undefined;
    return { project, location, name, deletion_protection: true };
  },
};

async function read(api: Api, known: Values): Promise<Values | undefined> {
  const object = await resting(api, pathOf(known));
  if (!object) return undefined;
  const state = fromApi(cluster, object, known);
  const { useIpAliases } = (object.ipAllocationPolicy ?? {}) as { useIpAliases?: boolean };
  return {
    ...state,
    id: pathOf(known),
    project: known.project ?? null,
    operation: null,
    networking_mode: useIpAliases === true ? 'VPC_NATIVE' : 'ROUTES',
    private_cluster_config: privateConfig(state.private_cluster_config, object),
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

/** The cluster once nothing works on it any more; undefined where it is gone. */
async function resting(api: Api, path: string): Promise<ApiObject | undefined> {
  const moving = ['PROVISIONING', 'RECONCILING', 'STOPPING'];
  const found = await api.until(async () => {
    const object = await api.find('container', path);
    return object && moving.includes(String(object.status)) ? undefined : { object };
  });
  return found?.object;
}

/** Starts something and waits; where the cluster is busy with something else, waits for that first. */
async function finish(
  api: Api,
  values: Values,
  method: string,
  path: string,
  body: unknown,
  doing: string,
): Promise<void> {
  const operation = await api.until(async () => {
    try {
      return await api.call('container', method, path, body);
    } catch (error) {
      if (
        error instanceof ApiRefusal &&
        error.status === 400 &&
        /CLUSTER_ALREADY_HAS_OPERATION|incompatible operation/i.test(error.message)
      )
        return undefined;
      throw error;
    }
  });
  if (operation) await wait(api, values, operation, doing);
}

/** False if it was stopped before the operation ended. */
async function wait(api: Api, values: Values, operation: ApiObject, doing: string): Promise<boolean> {
  const path = `projects/${text(values, 'project')}/locations/${text(values, 'location')}/operations/${String(operation.name)}`;
  const done = await api.until(async () => {
    const now = await api.find('container', path);
    return now?.status === 'DONE' ? now : undefined;
  });
  const message = done?.statusMessage ?? (done?.error as { message?: string } | undefined)?.message;
  if (message) throw new Error(`Error waiting for ${doing}: ${String(message)}`);
  return done !== undefined;
}

/** The planned state with everything that is not known yet made null. */
function settled<T extends Value>(value: T): T {
  if (value === UNKNOWN) return null as T;
  if (Array.isArray(value)) return value.map(settled) as T;
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, settled(inner)])) as T;
}

function pathOf(values: Values): string {
  return `projects/${text(values, 'project')}/locations/${text(values, 'location')}/clusters/${text(values, 'name')}`;
}
