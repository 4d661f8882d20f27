import { allocatable } from '../../gce/allocatable.js';
import { machine } from '../../gce/machines.js';
import { CORE_POOL } from '../../platform/node-pool.js';
import { quantity } from '../../quantity.js';
import { formatNumber } from '../../text.js';
import { type Path, treeAt } from '../../yaml/locate.js';
import type { RuleContext } from '../context.js';
import type { Pool } from './pools.js';

const GI = 2 ** 30;
/** What hub and proxy request where hub.values say nothing (src/helm/values/platform/standard.ts), in cores and bytes. */
const HUB = { path: ['hub'], cpu: 0.5, memory: GI } as const;
const PROXY = { path: ['proxy', 'chp'], cpu: 0.25, memory: GI / 2 } as const;
/** Nodes of the pool where the file does not say it. */
const DEFAULT_MAX = 3;

/** Rules of the pool of the hub itself: nodes that stay, without accelerators, and large enough for hub and proxy. */
export function corePoolRules(context: RuleContext, pool: Pool): void {
  const { has, locate, report } = context;
  const { path, name, capacity, machineType } = pool;
  if (name !== CORE_POOL) return;
  if (capacity === 'spot' || capacity === 'flex-start') {
    report(
      locate([...path, 'capacity']),
      'core-pool',
      `Google ends ${capacity === 'spot' ? 'Spot' : 'flex-start'} nodes by itself, and the hub runs on this pool: everybody would be without it each time.`,
      { hint: 'Remove capacity here. Pools for servers can have it.' },
    );
  }
  const facts = machine(machineType ?? '');
  const key = ['gpu', 'tpu'].find((one) => has([...path, one]));
  if (key !== undefined || facts?.tpu !== undefined || facts?.gpus.some(({ optional }) => !optional)) {
    report(
      key === undefined ? locate([...path, 'machineType']) : locate([...path, key], 'key'),
      'core-pool',
      'Nodes with accelerators accept only servers that request one, so the hub would not start on this pool.',
      {
        hint: 'Choose a machine type without accelerators, such as e2-standard-2, and give the accelerators a pool of their own.',
      },
    );
  } else if (facts !== undefined) {
    sizeRule(context, pool, facts.type, allocatable(facts));
  }
}

/** The hub must fit into one node, and hub and proxy into all of them. GKE's own pods take some more. */
function sizeRule(
  context: RuleContext,
  { path, max = DEFAULT_MAX }: Pool,
  type: string,
  node: { readonly cores: number; readonly bytes: number },
): void {
  const [hub, proxy] = [HUB, PROXY].map((one) => requestOf(context, one));
  if (hub === undefined || proxy === undefined) return;
  const check = (kind: 'cpu' | 'memory', left: number, shown: (amount: number) => string): void => {
    const isTogether = hub[kind] <= left && proxy[kind] <= left;
    if (isTogether && hub[kind] + proxy[kind] <= left * max) return;
    const [what, amount] = isTogether
      ? ['Hub and proxy', hub[kind] + proxy[kind]]
      : hub[kind] > left
        ? ['The hub', hub[kind]]
        : ['The proxy', proxy[kind]];
    const nodes = isTogether && max > 1 ? `${max} nodes` : 'a node';
    context.report(
      context.locate([...path, 'machineType']),
      'core-pool',
      `${what} request${isTogether ? '' : 's'} ${shown(amount)}, but ${nodes} of type ${type} leave${nodes === 'a node' ? 's' : ''} only ${shown(left * (isTogether ? max : 1))} for pods.`,
      { hint: 'Write machineType: e2-standard-2 or a larger one. GKE’s own pods need some room too.' },
    );
  };
  check('cpu', node.cores, (amount) => `${formatNumber(Math.floor(amount * 100) / 100)} cores`);
  check('memory', node.bytes, (amount) => `${formatNumber(Math.floor((amount / GI) * 100) / 100)}Gi of memory`);
}

/** What a pod requests: as hub.values say it, or the default. */
function requestOf(
  { tree }: RuleContext,
  { path, cpu, memory }: { readonly path: Path; readonly cpu: number; readonly memory: number },
): { readonly cpu: number; readonly memory: number } {
  const written = (kind: string): number | undefined =>
    quantity(treeAt(tree, ['hub', 'values', ...path, 'resources', 'requests', kind])?.value);
  return { cpu: written('cpu') ?? cpu, memory: written('memory') ?? memory };
}
