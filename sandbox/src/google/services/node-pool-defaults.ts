import { fingerprint } from '../ids.js';
import type { Json } from '../world.js';
import type { ClusterFacts } from './cluster-defaults.js';

/** Version of new control planes, the one that the sandbox's API server has. */
export const VERSION = '1.34.1-gke.1829001';

/** Scopes of nodes that ask for none. */
export const SCOPES = [
  'devstorage.read_only',
  'logging.write',
  'monitoring',
  'service.management.readonly',
  'servicecontrol',
  'trace.append',
].map((scope) => `https://www.googleapis.com/auth/${scope}`);

/** Label of a pool's machines with the way in which they were got. */
function modelOf(config: Json): string {
  if (config.spot === true) return 'spot';
  if (config.flexStart === true) return 'flex-start';
  const { consumeReservationType: type } = (config.reservationAffinity ?? {}) as Json;
  return type === 'SPECIFIC_RESERVATION' || type === 'ANY_RESERVATION' ? 'reservation' : 'on-demand';
}

/** GKE taints nodes with accelerators itself: only pods that ask for one run there. */
function taintsOf({ taints, accelerators, machineType }: Json): Json {
  const given = (taints ?? []) as Json[];
  const key =
    (accelerators as Json[] | undefined)?.length !== undefined && (accelerators as Json[]).length > 0
      ? 'nvidia.com/gpu'
      : /^(ct\d|tpu)/.test(String(machineType ?? ''))
        ? 'google.com/tpu'
        : undefined;
  const all =
    key === undefined || given.some((taint) => taint.key === key)
      ? given
      : [...given, { key, value: 'present', effect: 'NO_SCHEDULE' }];
  return all.length > 0 ? { taints: all } : {};
}

/** A new node pool of a cluster, in the format that GKE returns. */
export function newPool(given: Json, facts: ClusterFacts, cluster: Json): Json {
  const config = (given.config ?? {}) as Json;
  const autopilot = (cluster.autopilot as Json | undefined)?.enabled === true;
  const network = (cluster.networkConfig ?? {}) as Json;
  const policy = (cluster.ipAllocationPolicy ?? {}) as Json;
  const locations = (given.locations ?? cluster.locations ?? [...facts.zones]) as string[];
  return {
    ...given,
    ...initialCount(given, locations.length),
    config: poolConfig(config),
    // Autopilot hides its machines.
    ...(autopilot ? {} : { instanceGroupUrls: groupUrls(facts, String(cluster.name), String(given.name), locations) }),
    locations,
    // What a given message leaves out is false.
    management: given.management ?? { autoRepair: true, autoUpgrade: true },
    maxPodsConstraint: given.maxPodsConstraint ?? { maxPodsPerNode: autopilot ? '32' : '110' },
    networkConfig: {
      podIpv4CidrBlock: '10.92.0.0/14',
      podIpv4RangeUtilization: 0.001,
      podRange:
        policy.clusterSecondaryRangeName ?? `${String(given.name)}-pods-${fingerprint(facts.location).slice(0, 4)}`,
      subnetwork: network.subnetwork,
      ...(network.defaultEnablePrivateNodes === true ? { enablePrivateNodes: true } : {}),
      ...(given.networkConfig as Json | undefined),
    },
    podIpv4CidrSize: autopilot ? 26 : 24,
    status: 'RUNNING',
    upgradeSettings: upgradeSettings(given.upgradeSettings as Json | undefined, config.flexStart === true),
    version: VERSION,
  };
}

/** The part of a pool that its machines are made from. */
export function poolConfig(config: Json): Json {
  const { taints: _, ...asked } = config;
  const diskType = config.diskType ?? 'pd-balanced';
  const diskSizeGb = Number(config.diskSizeGb ?? 100);
  return {
    effectiveCgroupMode: 'EFFECTIVE_CGROUP_MODE_V2',
    imageType: 'COS_CONTAINERD',
    machineType: 'e2-medium',
    oauthScopes: SCOPES,
    serviceAccount: 'default',
    windowsNodeConfig: {},
    ...asked,
    ...taintsOf(config),
    diskType,
    diskSizeGb,
    bootDisk: { ...(config.bootDisk as Json | undefined), diskType, sizeGb: String(diskSizeGb) },
    kubeletConfig: {
      insecureKubeletReadonlyPortEnabled: false,
      maxParallelImagePulls: 2,
      ...(config.kubeletConfig as Json | undefined),
    },
    metadata: { 'disable-legacy-endpoints': 'true', ...(config.metadata as Json | undefined) },
    resourceLabels: {
      'goog-gke-node-pool-provisioning-model': modelOf(config),
      ...(config.resourceLabels as Json | undefined),
    },
    shieldedInstanceConfig: {
      enableIntegrityMonitoring: true,
      ...(config.shieldedInstanceConfig as Json | undefined),
    },
  };
}

/** An autoscaled pool starts with its least number of nodes, any other with one. GKE leaves out 0. */
function initialCount({ initialNodeCount, autoscaling }: Json, zones: number): Json {
  const { enabled, minNodeCount, totalMinNodeCount } = (autoscaling ?? {}) as Json;
  const least = Number(minNodeCount ?? 0) || Math.ceil(Number(totalMinNodeCount ?? 0) / zones);
  const count = Number(initialNodeCount ?? 0) || (enabled === true ? least : 1);
  return count > 0 ? { initialNodeCount: count } : {};
}

/** Flex-start nodes live for days at most and have a strategy of their own. */
function upgradeSettings(given: Json | undefined, isFlexStart: boolean): Json {
  if (isFlexStart) return { strategy: 'SHORT_LIVED' };
  if (given === undefined) return { maxSurge: 1, strategy: 'SURGE' };
  if (given.strategy !== 'BLUE_GREEN') return given;
  const settings = (given.blueGreenSettings ?? {}) as Json;
  return {
    strategy: 'BLUE_GREEN',
    blueGreenSettings: {
      nodePoolSoakDuration: '3600s',
      standardRolloutPolicy: { batchNodeCount: 1, batchSoakDuration: '0s' },
      ...settings,
    },
  };
}

/** Addresses of the instance groups of a pool, one in each zone. */
export function groupUrls(facts: ClusterFacts, cluster: string, pool: string, zones: readonly string[]): string[] {
  const base = `gke-${cluster}-${pool}`.slice(0, 40).replace(/-+$/, '');
  return zones.map((zone) => {
    const hash = Buffer.from(fingerprint(`${cluster}/${pool}/${zone}`), 'base64')
      .toString('hex')
      .slice(0, 8);
    return `https://www.googleapis.com/compute/v1/projects/${facts.project}/zones/${zone}/instanceGroupManagers/${base}-${hash}-grp`;
  });
}
