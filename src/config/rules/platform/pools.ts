import { machine } from '../../gce/machines.js';
import { CORE_POOL } from '../../platform/node-pool.js';
import { quantity } from '../../quantity.js';
import { isSupported } from '../../schema/unsupported.js';
import { type Path, treeAt } from '../../yaml/locate.js';
import type { RuleContext } from '../context.js';

/** How the cluster of a platform gets its nodes. */
export type ClusterMode = 'autopilot' | 'standard' | 'existing';

/** The values of a node pool that have the right types. Rules apply defaults where they need them. */
export interface Pool {
  readonly name: string;
  readonly path: Path;
  readonly machineType: string | undefined;
  readonly gpu: { readonly type: string; readonly count: number | undefined; readonly shared: boolean } | undefined;
  readonly topology: string | undefined;
  readonly capacity: string;
  readonly zones: readonly string[] | undefined;
  readonly min: number;
  readonly max: number | undefined;
  readonly diskType: string | undefined;
  /** The pool exists already, so nothing is known about its nodes. */
  readonly existing: boolean;
}

/**
 * The cluster's mode, read from the owner of the platform. A cluster that exists and whose pools the file does not name is
 * an Autopilot cluster; plan looks.
 */
export function clusterMode({ has, text }: RuleContext): ClusterMode {
  if (has(['platform', 'cluster', 'existing'])) return has(['platform', 'nodePools']) ? 'existing' : 'autopilot';
  return text(['platform', 'cluster', 'mode']) === 'standard' ? 'standard' : 'autopilot';
}

/** The node pools of a platform, in order. */
export function pools(context: RuleContext): Pool[] {
  return context.keys(['platform', 'nodePools']).map((name) => pool(context, name));
}

/** Pools that profiles run on; none if the platform's file cannot be read. */
export function usedPools({ owner, count, text }: RuleContext): Pool[] {
  if (owner === undefined || clusterMode(owner) === 'autopilot') return [];
  const names = new Set(Array.from({ length: count(['profiles']) }, (_, index) => text(['profiles', index, 'pool'])));
  return pools(owner).filter((pool) => names.has(pool.name));
}

/** Pools for profiles that name none; none where every profile names one, or the platform's file cannot be read. */
export function openPools({ owner, count, has }: RuleContext): Pool[] {
  if (owner === undefined || clusterMode(owner) !== 'standard') return [];
  // A file without profiles has one, which names no pool.
  const named = Array.from({ length: count(['profiles']) }, (_, index) => has(['profiles', index, 'pool']));
  return named.length > 0 && !named.includes(false) ? [] : pools(owner).filter(isOpenPool);
}

function pool({ tree, text, number, has }: RuleContext, name: string): Pool {
  const path: Path = ['platform', 'nodePools', name];
  const type = text([...path, 'gpu', 'type']);
  const zones = treeAt(tree, [...path, 'zones'])?.items?.flatMap(({ value }) =>
    typeof value === 'string' ? [value] : [],
  );
  return {
    name,
    path,
    machineType: text([...path, 'machineType']),
    gpu:
      type === undefined
        ? undefined
        : { type, count: number([...path, 'gpu', 'count']), shared: has([...path, 'gpu', 'sharing']) },
    topology: text([...path, 'tpu', 'topology']),
    capacity: text([...path, 'capacity']) ?? 'on-demand',
    zones: zones?.every((zone) => typeof zone === 'string') ? (zones as string[]) : undefined,
    min: number([...path, 'min']) ?? 0,
    max: number([...path, 'max']),
    diskType: text([...path, 'disk', 'type']),
    existing: treeAt(tree, [...path, 'existing'])?.value === true,
  };
}

/** Whether profiles that name no pool run on it, as `isOpen` says of a checked pool. */
export function isOpenPool({ name, gpu, machineType, capacity }: Pool): boolean {
  const hasTpu = machine(machineType ?? '')?.tpu !== undefined;
  return name !== CORE_POOL && gpu === undefined && !hasTpu && capacity !== 'spot' && capacity !== 'flex-start';
}

/** Cores or bytes at a path: one value, or a guarantee and a limit. */
export function amounts(
  { tree }: RuleContext,
  path: Path,
): { readonly guarantee: number | undefined; readonly limit: number | undefined } {
  const here = treeAt(tree, path);
  if (here?.entries === undefined) return { guarantee: quantity(here?.value), limit: quantity(here?.value) };
  return {
    guarantee: quantity(treeAt(here, ['guarantee'])?.value),
    limit: quantity(treeAt(here, ['limit'])?.value),
  };
}

/** True where hub.values choose an Autopilot compute class. Other classes take larger pods and other disks. */
export function hasComputeClass({ tree }: RuleContext): boolean {
  const path: Path = ['hub', 'values', 'singleuser', 'nodeSelector', 'cloud.google.com/compute-class'];
  return treeAt(tree, path) !== undefined;
}

/** A way out only where plan takes it: a cluster that exists has its mode, and another file has its own platform. */
export function orStandard({ tree, owner }: RuleContext): string {
  if (owner === undefined || owner.has(['platform', 'cluster', 'existing'])) return '';
  if (!isSupported('platform.cluster.mode', 'standard')) return '';
  const where = owner.tree === tree ? '' : ' in the file that owns the platform';
  return `, or write platform: {cluster: {mode: standard}}${where}`;
}
