import { machine } from '../gce/machines.js';
import { firstZone } from '../gce/regions.js';
import { quantity } from '../quantity.js';
import type { JupyterhubFile } from '../schema/types.generated.js';
import { type Cluster, CORE_POOL, type NodePool, type PoolGpu } from './node-pool.js';

type PoolEntry = NonNullable<NonNullable<JupyterhubFile['platform']>['nodePools']>[string];

const GI = 2 ** 30;

/** Of the hub, its proxy and GKE's own pods: the smallest machine on which they start. */
const CORE: PoolEntry = { machineType: 'e2-standard-2', min: 1, max: 3 };

/** Cluster of the file that owns a platform, which passed the checks of its schema. */
export function clusterOf({ platform, location }: Pick<JupyterhubFile, 'platform' | 'location'>): Cluster {
  if (platform?.cluster?.mode !== 'standard') return { mode: 'autopilot' };
  const zones = zonesOf(platform.zones, location);
  const entries = Object.entries({ [CORE_POOL]: CORE, ...platform.nodePools });
  const nodePools = Object.fromEntries(entries.map(([name, entry]) => [name, nodePool(name, entry, zones)]));
  return { mode: 'standard', zones, nodePools };
}

/**
 * Nodes are in one zone unless the file names more: a disk never leaves its zone, so that each person's home is where the
 * nodes are. The control plane of a regional cluster is in three zones all the same.
 */
function zonesOf(written: readonly string[] | undefined, location: string): readonly string[] {
  if (/-[a-z]$/.test(location)) return [location];
  return written === undefined ? [firstZone(location)] : [...new Set(written)];
}

function nodePool(name: string, entry: PoolEntry, zones: readonly string[]): NodePool {
  const machineType = entry.machineType ?? '';
  const facts = machine(machineType);
  return {
    purpose: name === CORE_POOL ? 'core' : 'user',
    machineType,
    min: entry.min ?? (name === CORE_POOL ? 1 : 0),
    max: entry.max ?? 1,
    // Limits of TPUs are per zone, so that they have one.
    zones: (entry.zones && [...new Set(entry.zones)]) ?? (facts?.tpu === undefined ? undefined : zones.slice(0, 1)),
    capacity: entry.capacity ?? 'on-demand',
    disk: {
      type: entry.disk?.type ?? facts?.disks.boot[0] ?? 'pd-balanced',
      sizeGb: Math.ceil((quantity(entry.disk?.size ?? '100Gi') ?? 100 * GI) / GI),
    },
    gpu: gpu(entry),
    tpuChips: facts?.tpu?.chips,
    localSsds: facts?.localSsds ?? 0,
  };
}

function gpu({ machineType, gpu: written }: PoolEntry): PoolGpu | undefined {
  if (written === undefined) return undefined;
  const { type, count, driver, sharing } = written;
  const offered = machine(machineType ?? '')?.gpus.find((one) => one.type === type)?.counts[0];
  return { type, count: count ?? offered ?? 1, driver: driver ?? 'default', sharing };
}
