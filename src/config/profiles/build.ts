import { entryOf } from '../../json.js';
import { seconds } from '../duration.js';
import { type Capacity, machine } from '../gce/machines.js';
import type {
  Culling,
  Env,
  Gpu,
  OptionChoice,
  Placement,
  Profile,
  ProfileOption,
  ResourceRange,
  Tpu,
} from '../model.js';
import { type Cluster, OPEN_LABEL, openPools, POOL_LABEL } from '../platform/node-pool.js';
import { quantity } from '../quantity.js';
import type { JupyterhubFile } from '../schema/types.generated.js';

type ProfileEntry = NonNullable<JupyterhubFile['profiles']>[number];
type OptionEntry = NonNullable<ProfileEntry['options']>[string];

const DEFAULT_CPU: ResourceRange = { guarantee: '1', limit: '2' };
const DEFAULT_MEMORY: ResourceRange = { guarantee: '4Gi', limit: '4Gi' };
/** Seconds that a start may take that waits for a machine with an accelerator, or for one that is scarce. */
const SLOW_START = 1200;

/** Longest life of a server with an accelerator in seconds, where no other is written. */
const ACCELERATOR_AGE = 86_400;

/** Profiles with their defaults filled in. Exactly one is the default. */
export function buildProfiles(entries: readonly ProfileEntry[], fallback: Culling, cluster: Cluster): Profile[] {
  const defaultIndex = Math.max(
    0,
    entries.findIndex((entry) => entry.default === true),
  );
  return entries.map((entry, index) => {
    const [gpu, tpu] = [gpuOf(entry), tpuOf(entry)];
    const capacityOrder = Array.isArray(entry.capacity) ? [...new Set(entry.capacity)] : [];
    const capacity = typeof entry.capacity === 'string' ? (entry.capacity as Capacity) : 'on-demand';
    const placement = placementOf(entry, cluster);
    const hasAccelerator = [gpu, tpu, placement?.devices].some((one) => one !== undefined);
    const isScarce =
      hasAccelerator || capacity !== 'on-demand' || capacityOrder.length > 0 || waitsForNode(entry.pool, cluster);
    return {
      name: entry.name,
      displayName: entry.displayName ?? entry.name,
      description: entry.description,
      default: index === defaultIndex,
      image: entry.image,
      cpu: range(entry.cpu) ?? DEFAULT_CPU,
      memory: range(entry.memory) ?? DEFAULT_MEMORY,
      groups: [...(entry.groups ?? [])],
      culling: cullingOf(entry, fallback, hasAccelerator),
      gpu,
      tpu,
      env: envOf(entry.env),
      options: Object.entries(entry.options ?? {}).map(([name, option]) => optionOf(name, option)),
      unlistedImage: entry.unlistedImage?.pattern,
      startTimeout: seconds(entry.startTimeout) ?? (isScarce ? SLOW_START : undefined),
      capacity,
      capacityOrder,
      reservation: entry.reservation && { name: entry.reservation.name, project: entry.reservation.project },
      sharedMemory: quantity(entry.sharedMemory) ?? (hasAccelerator ? 'half' : undefined),
      sandbox: entry.sandbox ?? false,
      placement,
    };
  });
}

/**
 * A profile runs on the pool that it names. One that names none runs on those that are open: a server for which nobody
 * asked for it gets neither an accelerator nor a node that is taken away.
 */
function placementOf({ pool, gpu, tpu }: ProfileEntry, cluster: Cluster): Placement | undefined {
  if (cluster.mode === 'autopilot') return undefined;
  const open = { labels: { [OPEN_LABEL]: 'true' }, devices: undefined, accelerator: undefined };
  if (pool === undefined) return { ...open, capacity: 'on-demand' };
  const facts = entryOf(cluster.nodePools, pool);
  const rest = {
    labels: { [POOL_LABEL]: pool },
    accelerator: facts?.gpu?.type ?? machine(facts?.machineType ?? '')?.tpu?.accelerator,
    capacity: facts?.capacity ?? 'on-demand',
  };
  if (typeof gpu === 'number' && gpu > 0) return { ...rest, devices: { resource: 'nvidia.com/gpu', count: gpu } };
  if (typeof tpu === 'number' && tpu > 0) return { ...rest, devices: { resource: 'google.com/tpu', count: tpu } };
  return { ...rest, devices: undefined };
}

/** Whether a start can wait for a node, because the pools that it may run on can be empty. */
function waitsForNode(pool: string | undefined, cluster: Cluster): boolean {
  if (cluster.mode === 'autopilot') return false;
  const pools = pool === undefined ? openPools(cluster) : [entryOf(cluster.nodePools, pool)];
  return pools.every((one) => one === undefined || one.min === 0);
}

/** Limits of time with those of `fallback` where nothing is written. */
export function culling(written: JupyterhubFile['culling'], fallback: Culling): Culling {
  return { idle: seconds(written?.idle) ?? fallback.idle, maxAge: seconds(written?.maxAge) ?? fallback.maxAge };
}

/** An accelerator is too expensive for a server that somebody forgot, so it has a maximum age. */
function cullingOf(entry: ProfileEntry, fallback: Culling, hasAccelerator: boolean): Culling | undefined {
  const own = entry.culling && culling(entry.culling, fallback);
  const { idle, maxAge } = own ?? fallback;
  return hasAccelerator && maxAge === undefined ? { idle, maxAge: Math.max(ACCELERATOR_AGE, idle) } : own;
}

/** Chips of a topology such as 2x2x1. */
export function chipsOf(topology: string): number {
  return topology.split('x').reduce((product, side) => product * Number(side), 1);
}

/** A number belongs to a node pool, which states the type. */
function gpuOf({ gpu }: ProfileEntry): Gpu | undefined {
  if (typeof gpu !== 'object') return undefined;
  const { type, count = 1, driver = 'default', sharing } = gpu;
  return { type, count, driver, sharing: sharing && { strategy: sharing.strategy, clients: sharing.clients } };
}

function tpuOf({ tpu }: ProfileEntry): Tpu | undefined {
  return typeof tpu === 'object' ? { type: tpu.type, topology: tpu.topology, chips: chipsOf(tpu.topology) } : undefined;
}

function envOf(env: ProfileEntry['env'] = {}): Env {
  return Object.fromEntries(
    Object.entries(env).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : { secretRef: value.secretRef },
    ]),
  );
}

function optionOf(name: string, { displayName = name, choices }: OptionEntry): ProfileOption {
  const entries = Object.entries(choices);
  const chosen = Math.max(
    0,
    entries.findIndex(([, choice]) => choice.default === true),
  );
  return {
    name,
    displayName,
    choices: entries.map(
      ([key, choice], index): OptionChoice => ({
        name: key,
        displayName: choice.displayName ?? key,
        default: index === chosen,
        image: choice.image,
        cpu: range(choice.cpu),
        memory: range(choice.memory),
        env: envOf(choice.env),
      }),
    ),
  };
}

function range(value: ProfileEntry['cpu']): ResourceRange | undefined {
  if (value === undefined) return undefined;
  const { guarantee, limit }: { guarantee: number | string; limit?: number | string } =
    typeof value === 'object' ? value : { guarantee: value, limit: value };
  return { guarantee: String(guarantee), limit: limit === undefined || limit === 'none' ? undefined : String(limit) };
}
