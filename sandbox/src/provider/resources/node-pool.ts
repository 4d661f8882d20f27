import type { Api } from '../api.js';
import { type Driver, PartlyDone, say } from '../driver.js';
import { type ApiObject, fromApi, toApi } from '../mapping.js';
import { changedNames } from '../plan.js';
import { isObject, text, type Values } from '../values.js';
import { finish, resting, settled } from './container-work.js';
import { nodePool } from './node-pool-table.js';

/** Attributes of node_config by the field of the API's update. */
const CONFIG: Readonly<Record<string, string>> = {
  machine_type: 'machineType',
  disk_type: 'diskType',
  disk_size_gb: 'diskSizeGb',
  image_type: 'imageType',
  labels: 'labels',
  resource_labels: 'resourceLabels',
  taint: 'taints',
  gvnic: 'gvnic',
  gcfs_config: 'gcfsConfig',
  workload_metadata_config: 'workloadMetadataConfig',
  kubelet_config: 'kubeletConfig',
};

// Together in one request, as the provider sends them.
const DISK = ['machine_type', 'disk_type', 'disk_size_gb'];

// Fields that an update wraps in a message of their own.
const WRAPPED: Readonly<Record<string, string>> = { labels: 'labels', resource_labels: 'labels', taint: 'taints' };

/** google_container_node_pool, as far as the platform's pools need it. */
export const nodePoolDriver: Driver = {
  resource: nodePool,
  async create(api, planned) {
    const body = { nodePool: wanted(planned) };
    const known = { ...settled(planned), id: pathOf(planned) };
    try {
      await say('error creating NodePool', () =>
        finish(api, planned, 'POST', `${clusterOf(planned)}/nodePools`, body, 'creating GKE NodePool'),
      );
    } catch (error) {
      if (!(await api.find('container', pathOf(planned)))) throw error;
      throw new PartlyDone(error instanceof Error ? error.message : String(error), known);
    }
    return (await read(api, known)) ?? known;
  },
  read,
  async update(api, prior, planned) {
    const changed = changedNames(prior, planned);
    const path = pathOf(prior);
    const put = (body: ApiObject, doing: string): Promise<void> =>
      finish(api, planned, 'PUT', path, body, `updating GKE node pool ${doing}`);
    const after = wanted(planned);
    if (changed.has('autoscaling')) {
      const update = { desiredNodePoolId: text(planned, 'name'), desiredNodePoolAutoscaling: after.autoscaling };
      await finish(api, planned, 'PUT', clusterOf(planned), { update }, 'updating GKE node pool');
    }
    if (changed.has('node_config')) await updateConfig(prior, planned, after, put);
    if (changed.has('management')) {
      const management = { autoRepair: false, autoUpgrade: false, ...(after.management as ApiObject) };
      await finish(api, planned, 'POST', `${path}:setManagement`, { management }, 'updating GKE node pool management');
    }
    if (changed.has('node_locations')) await put({ locations: after.locations }, 'node locations');
    if (changed.has('upgrade_settings')) await put({ upgradeSettings: after.upgradeSettings }, 'upgrade settings');
    if (changed.has('node_drain_config')) await put({ nodeDrainConfig: after.nodeDrainConfig }, 'node_drain_config');
    return (await read(api, planned)) ?? planned;
  },
  async remove(api, state) {
    if (!(await resting(api, pathOf(state)))) return;
    await say('Error deleting NodePool', () =>
      finish(api, state, 'DELETE', pathOf(state), undefined, 'deleting GKE NodePool'),
    );
  },
  identify(id) {
    const [, project, location, cluster, name] =
      /^(?:projects\/)?([^/]+)\/(?:locations\/)?([^/]+)\/(?:clusters\/)?([^/]+)\/(?:nodePools\/)?([^/]+)$/.exec(id) ??
      [];
    if (project === undefined || location === undefined || cluster === undefined || name === undefined)
      return undefined;
    return { project, location, cluster, name };
  },
};

async function updateConfig(
  prior: Values,
  planned: Values,
  after: ApiObject,
  put: (body: ApiObject, doing: string) => Promise<void>,
): Promise<void> {
  const changed = changedNames(blockOf(prior), blockOf(planned));
  const config = after.config as ApiObject;
  const name = text(planned, 'name');
  const disk = DISK.filter((one) => changed.has(one)).map((one) => CONFIG[one] ?? one);
  if (disk.length > 0) {
    await put({ name, ...Object.fromEntries(disk.map((field) => [field, text64(config[field])])) }, 'disk and machine');
  }
  for (const attribute of Object.keys(CONFIG).filter((one) => !DISK.includes(one) && changed.has(one))) {
    const field = CONFIG[attribute] ?? attribute;
    const wrapper = WRAPPED[attribute];
    const value = config[field] ?? (attribute === 'taint' ? [] : {});
    await put({ name, [field]: wrapper === undefined ? value : { [wrapper]: value } }, attribute);
  }
}

// UpdateNodePoolRequest has the size of the disk with 64 bits, the pool itself with 32.
function text64(value: unknown): unknown {
  return typeof value === 'number' ? String(value) : value;
}

function blockOf(values: Values): Values {
  const [block] = Array.isArray(values.node_config) ? values.node_config : [];
  return isObject(block) ? block : {};
}

/** The pool as the API takes it: a pool with limits is autoscaled. */
function wanted(planned: Values): ApiObject {
  const object = toApi(nodePool, planned);
  const { initialNodeCount: _, maxPodsConstraint: _pods, ...rest } = object;
  const autoscaling = object.autoscaling as ApiObject | undefined;
  return autoscaling === undefined ? rest : { ...rest, autoscaling: { enabled: true, ...autoscaling } };
}

async function read(api: Api, known: Values): Promise<Values | undefined> {
  const object = await resting(api, pathOf(known));
  if (!object) return undefined;
  return {
    ...fromApi(nodePool, object, known),
    id: pathOf(known),
    project: known.project ?? null,
    location: known.location ?? null,
    cluster: known.cluster ?? null,
    operation: null,
    timeouts: known.timeouts ?? null,
  };
}

function clusterOf(values: Values): string {
  return `projects/${text(values, 'project')}/locations/${text(values, 'location')}/clusters/${text(values, 'cluster')}`;
}

function pathOf(values: Values): string {
  return `${clusterOf(values)}/nodePools/${text(values, 'name')}`;
}
