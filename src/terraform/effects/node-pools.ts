import type { ChangeAction } from '../../change/change.js';
import type { ResourceEffect } from '../../change/change-note.js';
import { isObject } from '../../json.js';

/** What people notice of a change of a node pool. */
export interface PoolEffect {
  readonly effect: ResourceEffect;
  /** True where servers that run on the pool stop. */
  readonly endsSessions: boolean;
}

/** A change of a pool, as `terraform show -json` has it. */
export interface PoolChange {
  readonly action: ChangeAction;
  readonly address: string;
  readonly before?: unknown;
  readonly after?: unknown;
  /** Dotted paths of what changes. */
  readonly paths: readonly string[];
}

/** The pool of the hub and the system: no servers run there. */
const CORE = /\["core"\]$/;

/**
 * What a change of a node pool does to people. GKE changes the machines of a pool in place only for terraform: it makes each
 * node anew, and what runs there stops (GKE documentation, "Changes that recreate nodes", read 2026-11). How many nodes there
 * may be, how they are upgraded and drained changes nothing for those that run.
 */
export function poolEffect({ action, address, before, after, paths }: PoolChange): PoolEffect {
  if (action === 'create') return { effect: 'pool-added', endsSessions: false };
  if (CORE.test(address))
    return { effect: rolls(paths) || action !== 'update' ? 'core-pool-moves' : 'no-server-stops', endsSessions: false };
  if (action === 'replace') return { effect: 'pool-replaced', endsSessions: true };
  if (action === 'delete') return { effect: 'pool-removed', endsSessions: true };
  if (rolls(paths)) return { effect: 'pool-nodes-replaced', endsSessions: true };
  if (zonesOf(before).some((zone) => !zonesOf(after).includes(zone)))
    return { effect: 'pool-leaves-zone', endsSessions: true };
  return { effect: 'no-server-stops', endsSessions: false };
}

function rolls(paths: readonly string[]): boolean {
  return paths.some((path) => path.startsWith('node_config.') || path === 'node_config');
}

function zonesOf(values: unknown): readonly unknown[] {
  const zones = isObject(values) ? values.node_locations : undefined;
  return Array.isArray(zones) ? zones : [];
}
