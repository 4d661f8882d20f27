import { CORE_POOL } from '../../platform/node-pool.js';
import { joinWithAnd, quoted } from '../../text.js';
import { type Path, treeAt } from '../../yaml/locate.js';
import type { RuleContext } from '../context.js';
import { clusterMode, isOpenPool, pools } from './pools.js';

/** Rules of profiles on a standard cluster: what no pool there gives them. */
export function standardRules(context: RuleContext, path: Path): void {
  const { owner, has, locate, report, tree } = context;
  if (owner === undefined || clusterMode(owner) !== 'standard') return;
  if (!has([...path, 'pool'])) needsOpenPool(context, path);
  if (treeAt(tree, [...path, 'sandbox'])?.value === true) {
    report(
      locate([...path, 'sandbox']),
      'pool-states',
      'Node pools have no GKE Sandbox in this version: no server of this profile would start.',
      {
        hint: 'Remove sandbox, or use an Autopilot cluster.',
      },
    );
  }
  for (const key of ['capacity', 'reservation']) {
    if (!has([...path, key])) continue;
    report(
      locate([...path, key], 'key'),
      'pool-states',
      `On a standard cluster the pool states the ${key}, not the profile.`,
      {
        hint: `Set capacity of a pool of platform.nodePools, and name that pool in the profile.`,
      },
    );
  }
}

/** The pool of the hub itself takes no servers, so what else a profile asks of it does not matter. */
export function corePool({ locate, report }: RuleContext, profile: Path): void {
  report(
    locate([...profile, 'pool']),
    'unknown-pool',
    `The pool ${quoted(CORE_POOL)} is for the hub itself, not for servers.`,
    { hint: 'Name another pool of platform.nodePools.' },
  );
}

/** A profile without a pool runs on pools without accelerators whose nodes stay. */
export function needsOpenPool(context: RuleContext, path: Path): void {
  const { owner, has, locate, report } = context;
  if (owner === undefined || clusterMode(owner) !== 'standard') return;
  if (['gpu', 'tpu'].some((kind) => has([...path, kind]))) return;
  const people = pools(owner).filter(({ name }) => name !== CORE_POOL);
  if (people.some(isOpenPool)) return;
  const names = people.map(({ name }) => quoted(name));
  report(
    locate(has([...path, 'name']) ? [...path, 'name'] : path, has([...path, 'name']) ? 'value' : 'key'),
    'open-pool',
    people.length === 0
      ? 'The platform has no node pool for notebook servers.'
      : `The profile names no pool, and ${joinWithAnd(names)} ${names.length === 1 ? 'has' : 'have'} accelerators or nodes that are taken away.`,
    {
      hint:
        people.length === 0
          ? 'Add, for example: platform: {nodePools: {cpu: {machineType: n2-standard-8, max: 10}}}'
          : 'Name the pool in the profile, or add one with capacity: on-demand and without accelerators.',
    },
  );
}
