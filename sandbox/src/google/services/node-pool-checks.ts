import { ApiError } from '../api-error.js';
import type { Json } from '../world.js';
import type { ClusterFacts } from './cluster-defaults.js';
import { regionOf, zonesOf } from './places.js';

/** GPUs of machine types whose GPUs are fixed: those of the tests and the examples. */
const FIXED: readonly (readonly [machine: RegExp, gpu: string, count: (size: number) => number])[] = [
  [/^g2-standard-(4|8|12|16|32)$/, 'nvidia-l4', () => 1],
  [/^g2-standard-(24|48|96)$/, 'nvidia-l4', (size) => ({ 24: 2, 48: 4 })[size] ?? 8],
  [/^a2-highgpu-(\d+)g$/, 'nvidia-tesla-a100', (size) => size],
  [/^a2-ultragpu-(\d+)g$/, 'nvidia-a100-80gb', (size) => size],
  [/^a3-highgpu-(\d+)g$/, 'nvidia-h100-80gb', (size) => size],
];
const SHARED = new Set(['TIME_SHARING', 'MPS']);

/**
 * Refuses a pool as GKE does. That GKE refuses these is documented (GKE REST reference, "NodePool", and the pages on
 * flex-start, GPU sharing and TPUs, read 2026-11); the words are ours where no recording has them.
 */
export function checkPool(pool: Json, facts: ClusterFacts): void {
  const config = (pool.config ?? {}) as Json;
  checkZones(pool, facts);
  checkLimits((pool.autoscaling ?? {}) as Json);
  if (config.flexStart === true) checkFlexStart(pool, config);
  for (const accelerator of (config.accelerators ?? []) as Json[]) checkGpu(String(config.machineType), accelerator);
  const { strategy, maxSurge, maxUnavailable } = (pool.upgradeSettings ?? {}) as Json;
  if (strategy === 'SURGE' && Number(maxSurge ?? 0) + Number(maxUnavailable ?? 0) === 0) {
    refuse('max_surge and max_unavailable cannot both be 0.');
  }
  const { consumeReservationType: type, values } = (config.reservationAffinity ?? {}) as Json;
  if (type === 'SPECIFIC_RESERVATION' && ((values ?? []) as string[]).length === 0) {
    refuse('A specific reservation must be named.');
  }
}

function checkZones({ locations }: Json, { location }: ClusterFacts): void {
  const region = regionOf(location) ?? location;
  for (const zone of (locations ?? []) as string[]) {
    if (zonesOf(region).includes(zone)) continue;
    refuse(`Invalid value for field "node_pool.locations": zone "${zone}" is not in region "${region}".`);
  }
}

function checkLimits({ enabled, ...limits }: Json): void {
  if (enabled !== true) return;
  const [min, max, totalMin, totalMax] = ['minNodeCount', 'maxNodeCount', 'totalMinNodeCount', 'totalMaxNodeCount'].map(
    (name) => Number(limits[name] ?? 0),
  ) as [number, number, number, number];
  if (max > 0 && totalMax > 0) refuse('Limits per zone and total limits cannot be used together.');
  if (max === 0 && totalMax === 0) refuse('The maximum number of nodes must be at least 1.');
  if (min > max || totalMin > totalMax) refuse('The minimum number of nodes is larger than the maximum.');
}

function checkFlexStart({ management, autoscaling }: Json, { reservationAffinity, spot, maxRunDuration }: Json): void {
  const { autoRepair } = (management ?? {}) as Json;
  const { enabled, totalMinNodeCount, minNodeCount } = (autoscaling ?? {}) as Json;
  const { consumeReservationType: type } = (reservationAffinity ?? {}) as Json;
  if (autoRepair === true) refuse('Node pools with flex-start must have auto-repair disabled.');
  if (enabled !== true) refuse('Node pools with flex-start must have autoscaling enabled.');
  if (Number(totalMinNodeCount ?? 0) + Number(minNodeCount ?? 0) > 0)
    refuse('Node pools with flex-start start with 0 nodes.');
  if (type !== 'NO_RESERVATION') refuse('Node pools with flex-start cannot consume reservations.');
  if (spot === true) refuse('Node pools with flex-start cannot use Spot VMs.');
  if (Number.parseInt(String(maxRunDuration ?? '0'), 10) > 604_800) refuse('max_run_duration can be at most 7 days.');
}

function checkGpu(machine: string, accelerator: Json): void {
  const { acceleratorType: type, acceleratorCount: count, gpuSharingConfig: sharing } = accelerator;
  const { gpuSharingStrategy: strategy, maxSharedClientsPerGpu: clients } = (sharing ?? {}) as Json;
  if (sharing !== undefined && (!SHARED.has(String(strategy)) || Number(clients) < 2)) {
    refuse('Sharing of GPUs needs a strategy and at least 2 clients for each GPU.');
  }
  for (const [pattern, gpu, counts] of FIXED) {
    const [, size] = pattern.exec(machine) ?? [];
    if (size === undefined) continue;
    if (type === gpu && Number(count) === counts(Number(size))) return;
    refuse(
      `Accelerator type "${String(type)}" with count ${String(count)} is not supported by machine type "${machine}".`,
    );
  }
  if (/^[ecnt]\d/.test(machine) && !machine.startsWith('n1-')) {
    refuse(`Accelerators are not supported by machine type "${machine}".`);
  }
}

function refuse(message: string): never {
  throw new ApiError(400, message);
}
