import { clusterPath } from '../cloud/clusters.js';
import type { HubConfig, JsonObject, Platform } from '../config/model.js';
import { clusterIdOf } from '../config/platform/cluster-id.js';
import { maintenanceVariable } from '../config/platform/maintenance.js';
import { isOpen, type NodePool, type PoolGpu } from '../config/platform/node-pool.js';
import { regionOf } from '../config/rules/platform/location.js';
import { ConfigurationError } from '../errors.js';

/** Name of a terraform root of the product. */
export type RootName = 'platform' | 'hub';

/** What goes into `config.auto.tfvars.json`, per root. */
export type RootVariables = Readonly<Record<RootName, JsonObject>>;

// APIs of the cluster and the hub; `iap`, `logging` and `monitoring` serve the running hub. The APIs for terraform's first
// read (cloudresourcemanager, serviceusage, storage) are enabled before, with the commands of SETUP.md.
const FEATURE_SERVICES = ['compute', 'container', 'iam', 'iap', 'logging', 'monitoring'];
// What a hub needs of its own on a cluster that exists. Whoever made the cluster has enabled the rest.
const HUB_SERVICES = ['compute', 'container', 'iam', 'iap'];
// Only where the product writes members of a Google group: an API that nobody calls stays off.
const GROUP_SERVICES = ['cloudidentity'];

/**
 * Variables of both roots, computed from the configuration alone. What the configuration leaves open is left out: the roots
 * have the defaults. GOOGLE_UNIVERSE_DOMAIN becomes `universe_domain`, JUPYTERHUB_GKE_POLL_INTERVAL (such as `1s`) becomes
 * `poll_interval`. The platform's variables are for the hub that owns it.
 * Throws a ConfigurationError for an Autopilot cluster in a zone.
 */
export function terraformVariables(config: HubConfig, env: NodeJS.ProcessEnv): RootVariables {
  const { name, project, location, platform } = config;
  const { entry } = config.access;
  const { existing } = platform;
  const extra = entry.kind === 'group' && entry.manage ? GROUP_SERVICES : [];
  if (platform.cluster.mode === 'autopilot' && /-[a-z]$/.test(location)) {
    throw new ConfigurationError(`location ${location} is a zone, but an Autopilot cluster is regional`, {
      where: 'location',
      hint: `Write "location: ${location.slice(0, -2)}".`,
    });
  }
  const common = {
    project,
    ...(env.GOOGLE_UNIVERSE_DOMAIN ? { universe_domain: env.GOOGLE_UNIVERSE_DOMAIN } : {}),
    ...(env.JUPYTERHUB_GKE_POLL_INTERVAL ? { poll_interval: env.JUPYTERHUB_GKE_POLL_INTERVAL } : {}),
  };
  return {
    platform: {
      ...common,
      name: platform.name,
      location,
      labels: { 'managed-by': 'jupyterhub-gke', hub: name },
      services: [...FEATURE_SERVICES, ...extra].map(host),
      node_account: { id: nodeAccountId(platform.name) },
      ...clusterVariables(platform),
      ...networkVariable(platform.network, location),
    },
    // The owner of the platform does not know which APIs the other hubs on it need.
    hub: {
      ...common,
      name,
      services: (existing !== undefined ? [...HUB_SERVICES, ...extra] : platform.from === undefined ? [] : extra).map(
        host,
      ),
      ...(existing && { cluster: clusterPath(clusterIdOf(config)) }),
    },
  };
}

/** Variables of the cluster and its node pools. */
function clusterVariables({ cluster, deletionProtection, maintenance, releaseChannel }: Platform): JsonObject {
  const common = {
    deletion_protection: deletionProtection,
    ...(releaseChannel && { release_channel: releaseChannel }),
    ...(maintenance && { maintenance: maintenanceVariable(maintenance) }),
  };
  if (cluster.mode === 'autopilot') return { cluster: common };
  return {
    cluster: { mode: cluster.mode, zones: cluster.zones, ...common },
    node_pools: Object.fromEntries(
      Object.entries(cluster.nodePools).map(([name, pool]) => [name, poolVariables(pool)]),
    ),
  };
}

function poolVariables(pool: NodePool): JsonObject {
  const { zones, gpu, tpuChips, disk } = pool;
  return {
    machine_type: pool.machineType,
    purpose: pool.purpose,
    open: isOpen(pool),
    min: pool.min,
    max: pool.max,
    capacity: pool.capacity,
    disk: { type: disk.type, size_gb: disk.sizeGb },
    ...(zones === undefined ? {} : { zones }),
    ...(gpu === undefined ? {} : { gpu: gpuVariables(gpu) }),
    ...(tpuChips === undefined ? {} : { tpu: true }),
    ...(pool.localSsds === 0 ? {} : { local_ssds: pool.localSsds }),
  };
}

function gpuVariables({ type, count, driver, sharing }: PoolGpu): JsonObject {
  return { type, count, driver, ...(sharing === undefined ? {} : { sharing: { ...sharing } }) };
}

function networkVariable(network: Platform['network'], location: string): JsonObject {
  if (network === undefined) return {};
  if ('ranges' in network) return { network: given({ ...network.ranges }) };
  const { project, subnetwork, podsRange, servicesRange } = network.existing;
  const existing = {
    network: `projects/${project}/global/networks/${network.existing.network}`,
    subnetwork: `projects/${project}/regions/${regionOf(location)}/subnetworks/${subnetwork}`,
    ...given({ pods_range: podsRange, services_range: servicesRange }),
  };
  return { network: { existing } };
}

/** The entries that have a value. */
function given(of: Readonly<Record<string, string | undefined>>): JsonObject {
  return Object.fromEntries(Object.entries(of).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}

/** Id of the nodes' service account: `<hub>-nodes`, cut to the 30 characters that Google allows. */
export function nodeAccountId(name: string): string {
  return `${name}-nodes`.slice(0, 30);
}

function host(service: string): string {
  return `${service}.googleapis.com`;
}

/** Prefix of a root's state in the bucket. */
export function statePrefix({ name, platform }: Pick<HubConfig, 'name' | 'platform'>, root: RootName): string {
  return `jupyterhub/${root === 'platform' ? platform.name : name}/${root}`;
}
