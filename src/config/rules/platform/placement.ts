import { allocatable } from '../../gce/allocatable.js';
import { machine } from '../../gce/machines.js';
import { CORE_POOL } from '../../platform/node-pool.js';
import { didYouMean } from '../../suggest.js';
import { formatNumber, quoted } from '../../text.js';
import { type Path, treeAt } from '../../yaml/locate.js';
import type { RuleContext } from '../context.js';
import { acceleratorRules } from './accelerators.js';
import { autopilotRules } from './autopilot.js';
import { capacityRules, flexStartAge, sharedMemoryRules } from './capacity.js';
import { amounts, clusterMode, hasComputeClass, isOpenPool, orStandard, type Pool, pools } from './pools.js';
import { corePool, needsOpenPool, standardRules } from './standard.js';

const DEFAULT_CPU = 1;
const DEFAULT_MEMORY = 4 * 2 ** 30;

/** Rules about where profiles run: pool, accelerator, room on a node. */
export function placementRules(context: RuleContext): void {
  const { count, owner } = context;
  if (owner === undefined) return;
  const known = new Map(pools(owner).map((pool) => [pool.name, pool]));
  const autopilot = clusterMode(owner) === 'autopilot';
  for (let index = 0; index < count(['profiles']); index += 1) {
    const path: Path = ['profiles', index];
    const name = context.text([...path, 'pool']);
    const pool = name === undefined ? undefined : known.get(name);
    if (clusterMode(owner) === 'standard' && name === CORE_POOL) {
      corePool(context, path);
      continue;
    }
    if (name !== undefined && pool === undefined) unknownPool(context, path, name, [...known.keys()], autopilot);
    if (name === undefined || pool !== undefined) acceleratorRules(context, path, pool, autopilot);
    if (autopilot && name === undefined && !hasComputeClass(context)) {
      autopilotRules(context, path);
      for (const choice of choicesOf(context, path)) autopilotRules(context, choice, path);
    }
    if (autopilot && name === undefined) {
      capacityRules(context, path, hasComputeClass(context) ? [] : choicesOf(context, path));
    }
    sharedMemoryRules(context, path, choicesOf(context, path));
    if (pool?.capacity === 'flex-start') flexStartAge(context, path, [...path, 'pool']);
    openRule(context, path);
    standardRules(context, path);
    const rooms = pool === undefined ? openRoom(owner, autopilot) : [pool];
    for (const room of rooms) {
      roomRule(context, path, room);
      for (const choice of choicesOf(context, path)) roomRule(context, choice, room, path);
    }
  }
  // A file without profiles has one for everybody.
  if (count(['profiles']) === 0) needsOpenPool(context, ['platform']);
  defaultRule(context);
}

/** The roomiest of the pools on which a profile without a pool can run; none where one of them is not known. */
function openRoom(owner: RuleContext, autopilot: boolean): readonly Pool[] {
  if (autopilot || clusterMode(owner) !== 'standard') return [];
  const open = pools(owner).filter(isOpenPool);
  const rooms = open.map((pool) => ({ pool, facts: machine(pool.machineType ?? '') }));
  if (rooms.some(({ facts }) => facts === undefined)) return [];
  const bySize = rooms.sort((a, b) => (b.facts?.memoryGiB ?? 0) - (a.facts?.memoryGiB ?? 0));
  return bySize.slice(0, 1).map(({ pool }) => pool);
}

function unknownPool(
  context: RuleContext,
  path: Path,
  name: string,
  known: readonly string[],
  autopilot: boolean,
): void {
  const { locate, report } = context;
  const hint = autopilot
    ? `An Autopilot cluster has no pools: remove pool${orStandard(context)}.`
    : known.length === 0
      ? 'Add it under platform.nodePools.'
      : `Pools: ${known.join(', ')}.`;
  report(locate([...path, 'pool']), 'unknown-pool', `Unknown node pool ${quoted(name)}.${didYouMean(name, known)}`, {
    hint,
  });
}

/** Accelerators are the expensive part of a hub. Whoever may enter could start one. */
function openRule({ tree, locate, report }: RuleContext, path: Path): void {
  if ((treeAt(tree, [...path, 'groups'])?.items?.length ?? 0) > 0) return;
  const kind = (['gpu', 'tpu'] as const).find((one) => {
    const value = treeAt(tree, [...path, one])?.value;
    return value !== undefined && value !== null && value !== 0;
  });
  if (kind === undefined) return;
  report(
    locate([...path, kind], 'key'),
    'open-accelerator',
    `Everybody who may enter can start a server with a ${kind.toUpperCase()}.`,
    {
      hint: 'Name the groups whose people may, such as groups: [ml], or acknowledge this rule.',
    },
  );
}

/** Choices of the options of a profile. They can request more than the profile itself. */
function choicesOf({ keys }: RuleContext, profile: Path): Path[] {
  return keys([...profile, 'options']).flatMap((option) => {
    const choices: Path = [...profile, 'options', option, 'choices'];
    return keys(choices).map((choice) => [...choices, choice]);
  });
}

/** The guarantee of a server must fit into what a node leaves for pods. */
function roomRule(context: RuleContext, path: Path, pool: Pool, profile?: Path): void {
  const { has, locate, report } = context;
  const facts = pool.machineType === undefined ? undefined : machine(pool.machineType);
  if (facts === undefined) return;
  const room = allocatable(facts);
  const cpu = amounts(context, [...path, 'cpu']).guarantee ?? DEFAULT_CPU;
  const memory = amounts(context, [...path, 'memory']).guarantee ?? DEFAULT_MEMORY;
  const check = (kind: 'cpu' | 'memory', isOver: boolean, guarantee: string, left: string): void => {
    // A choice without its own value uses the profile's, which is checked there.
    if (!isOver || (profile !== undefined && !has([...path, kind]))) return;
    const place = has([...path, kind])
      ? [...path, kind]
      : [...(profile ?? path), has([...(profile ?? path), 'pool']) ? 'pool' : 'name'];
    report(
      locate(place),
      'profile-fit',
      `A server is guaranteed ${guarantee}, but a node of type ${facts.type} leaves only ${left} for pods.`,
      {
        hint: 'Lower the guarantee or choose a larger machine type. GKE reserves a part of each node, and system pods need some more.',
      },
    );
  };
  const gib = (bytes: number): string => `${formatNumber(Math.floor((bytes / 2 ** 30) * 10) / 10)}Gi`;
  check('cpu', cpu > room.cores, `${formatNumber(cpu)} cores`, formatNumber(room.cores));
  check('memory', memory > room.bytes, `${gib(memory)} of memory`, gib(room.bytes));
}

function defaultRule({ tree, count, locate, report }: RuleContext): void {
  const profiles = treeAt(tree, ['profiles'])?.items ?? [];
  const marked = profiles.findIndex((profile) => treeAt(profile, ['default'])?.value === true);
  const path: Path = ['profiles', Math.max(0, marked)];
  if (count(['profiles']) < 2) return;
  const kind = (['gpu', 'tpu'] as const).find((one) => {
    const value = treeAt(tree, [...path, one])?.value;
    return value !== undefined && value !== null && value !== 0;
  });
  if (kind === undefined) return;
  const message = `People who make no choice get a server with a ${kind.toUpperCase()}.`;
  report(locate([...path, kind], 'key'), 'default-accelerator', message, {
    hint: 'Make a profile without accelerators the default.',
  });
}
