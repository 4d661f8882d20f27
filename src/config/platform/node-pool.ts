import type { Capacity } from '../gce/machines.js';

/** GPUs of each node of a pool. */
export interface PoolGpu {
  /** GKE name, such as `nvidia-l4`. */
  readonly type: string;
  readonly count: number;
  /** Driver that GKE installs. */
  readonly driver: 'default' | 'latest' | 'none';
  /** How several servers share one GPU; undefined means that each has its own. */
  readonly sharing: { readonly strategy: 'time-sharing' | 'mps'; readonly clients: number } | undefined;
}

/** One node pool of a standard cluster. */
export interface NodePool {
  /** `core` for the hub and the system, `user` only for notebook servers. */
  readonly purpose: 'core' | 'user';
  /** Compute Engine machine type. */
  readonly machineType: string;
  /** Fewest and most nodes in all zones together. */
  readonly min: number;
  readonly max: number;
  /** Zones of the nodes; undefined means those of the cluster. */
  readonly zones: readonly string[] | undefined;
  readonly capacity: Capacity;
  /** Boot disk of each node, in GB as Compute Engine counts them (GiB). */
  readonly disk: { readonly type: string; readonly sizeGb: number };
  readonly gpu: PoolGpu | undefined;
  /** TPU chips of each node, which one server uses all; undefined where it has none. */
  readonly tpuChips: number | undefined;
  /** Local SSDs that come with the machine. */
  readonly localSsds: number;
}

/** The cluster of a platform: Google makes the nodes, or pools do. */
export type Cluster =
  | { readonly mode: 'autopilot' }
  | {
      readonly mode: 'standard';
      /** Zones of the nodes. */
      readonly zones: readonly string[];
      /** Pools by name; one is `core`. */
      readonly nodePools: Readonly<Record<string, NodePool>>;
    };

/** Name of the pool of the hub and the system. */
export const CORE_POOL = 'core';

/** Label of the nodes of a pool. It stays when the pool is replaced, whose own name changes then. */
export const POOL_LABEL = 'jupyterhub-gke/pool';

/** A pool in a line, such as `0–4 × g2-standard-8 with 1 nvidia-l4 for 4 servers each, spot`. */
export function poolText({ min, max, machineType, gpu, tpuChips, capacity, zones }: NodePool): string {
  const count = min === max ? `${max}` : `${min}–${max}`;
  const shared = gpu?.sharing === undefined ? '' : `, each for ${gpu.sharing.clients} servers`;
  const devices =
    gpu === undefined
      ? tpuChips === undefined
        ? ''
        : ` with ${tpuChips} TPU chips`
      : ` with ${gpu.count} ${gpu.type}${shared}`;
  const how = capacity === 'on-demand' ? '' : `, ${capacity}`;
  return `${count} × ${machineType}${devices}${how}${zones === undefined ? '' : ` in ${zones.join(', ')}`}`;
}

/** Label of the nodes for profiles that name no pool. */
export const OPEN_LABEL = 'jupyterhub-gke/open';

/** Whether profiles that name no pool run on it: nobody gets an accelerator, or a node that is taken away, unasked. */
export function isOpen({ purpose, gpu, tpuChips, capacity }: NodePool): boolean {
  const isScarce = gpu !== undefined || tpuChips !== undefined || capacity === 'spot' || capacity === 'flex-start';
  return purpose === 'user' && !isScarce;
}

/** Pools for profiles that name none. */
export function openPools(cluster: Cluster): readonly NodePool[] {
  return cluster.mode === 'autopilot' ? [] : Object.values(cluster.nodePools).filter(isOpen);
}
