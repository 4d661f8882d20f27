import { allocatable } from '../allocatable.js';
import { at, type Path } from '../locate.js';
import { gpuFact, machine, tpuFact } from '../machines.js';
import { didYouMean } from '../suggest.js';
import { number, quoted } from '../words.js';
import type { RuleContext } from './context.js';
import { knownAccelerator } from './machines.js';
import { amounts, clusterMode, type Pool, pools } from './pools.js';

const DEFAULT_CPU = 1;
const DEFAULT_MEMORY = 4 * 2 ** 30;

/** Rules between profiles and what they run on: pool, accelerator, room on a node. */
export function placementRules(context: RuleContext): void {
  const { count, owner } = context;
  if (owner === undefined) return;
  const known = new Map(pools(owner).map((pool) => [pool.name, pool]));
  const autopilot = clusterMode(owner) === 'autopilot';
  for (let index = 0; index < count(['profiles']); index += 1) {
    const path: Path = ['profiles', index];
    const name = context.text([...path, 'pool']);
    const pool = name === undefined ? undefined : known.get(name);
    if (name !== undefined && pool === undefined) unknownPool(context, path, name, [...known.keys()], autopilot);
    if (name === undefined || pool !== undefined) accelerators(context, path, pool, autopilot);
    if (pool !== undefined) roomRule(context, path, pool);
  }
  defaultRule(context);
}

function unknownPool(
  { locate, report }: RuleContext,
  path: Path,
  name: string,
  known: readonly string[],
  autopilot: boolean,
): void {
  const hint = autopilot
    ? 'An Autopilot cluster has no pools: remove pool, or write platform: {cluster: {mode: standard}}.'
    : known.length === 0
      ? 'Add it under platform.nodePools.'
      : `Pools: ${known.join(', ')}.`;
  report(
    locate([...path, 'pool']),
    'unknown-pool',
    `There is no node pool ${quoted(name)}.${didYouMean(name, known)}`,
    { hint },
  );
}

function accelerators(context: RuleContext, path: Path, pool: Pool | undefined, autopilot: boolean): void {
  for (const kind of ['gpu', 'tpu'] as const) {
    const where: Path = [...path, kind];
    const value = at(context.tree, where)?.value;
    if (value === undefined || value === null || value === 0) continue;
    const typed = typeof value === 'object';
    if (!typed && typeof value !== 'number') continue;
    if (autopilot && pool === undefined) onAutopilot(context, where, kind, typed);
    else if (pool === undefined) noPool(context, where, kind);
    else if (kind === 'gpu') gpuOfPool(context, where, pool, typed);
    else tpuOfPool(context, where, pool, typed);
  }
  poolWithoutUse(context, path, pool);
}

function onAutopilot(context: RuleContext, path: Path, kind: 'gpu' | 'tpu', typed: boolean): void {
  const { text, locate, report } = context;
  if (!typed) {
    report(
      locate(path),
      'accelerator-type',
      `On Autopilot the profile states the type of its ${kind === 'gpu' ? 'GPUs' : 'TPU'}.`,
      {
        hint:
          kind === 'gpu'
            ? 'Write, for example: gpu: {type: nvidia-l4, count: 1}'
            : 'Write, for example: tpu: {type: tpu-v5-lite-podslice, topology: 2x2}',
      },
    );
    return;
  }
  const type = text([...path, 'type']);
  if (type === undefined) return;
  const { known, guess } = knownAccelerator(kind, type);
  if (!known) {
    report(
      locate([...path, 'type']),
      'unknown-machine',
      `${quoted(type)} is not in the table of ${kind === 'gpu' ? 'GPUs' : 'TPUs'}.${guess}`,
      {
        hint: 'Check the spelling; a newer type works, and rules about it are left out.',
      },
    );
    return;
  }
  if (kind === 'gpu') gpuOnAutopilot(context, path, type);
  else tpuOnAutopilot(context, path, type);
}

function gpuOnAutopilot({ number: numberAt, locate, report, has }: RuleContext, path: Path, type: string): void {
  const counts = gpuFact(type)?.autopilot ?? [];
  const count = numberAt([...path, 'count']) ?? 1;
  if (counts.includes(count)) return;
  if (counts.length === 0) {
    report(locate([...path, 'type']), 'machine-accelerator', `Autopilot does not offer ${type}.`, {
      hint: 'Choose another GPU, or platform: {cluster: {mode: standard}} with a node pool.',
    });
    return;
  }
  const where = has([...path, 'count']) ? [...path, 'count'] : [...path, 'type'];
  report(
    locate(where),
    'machine-accelerator',
    `On Autopilot a server takes ${counts.join(', ')} × ${type}, not ${count}.`,
    {
      hint: 'Choose one of these counts.',
    },
  );
}

function tpuOnAutopilot({ text, locate, report }: RuleContext, path: Path, type: string): void {
  const hosts = (tpuFact(type)?.machines ?? []).flatMap((name) => machine(name)?.tpu?.topology ?? []);
  const topology = text([...path, 'topology']);
  if (topology === undefined || hosts.includes(topology)) return;
  report(
    locate([...path, 'topology']),
    'tpu-host',
    `One host of ${type} has the topology ${[...new Set(hosts)].join(' or ')}, not ${topology}.`,
    {
      hint: 'A notebook runs on one host, never on a slice of several.',
    },
  );
}

function noPool({ locate, report }: RuleContext, path: Path, kind: 'gpu' | 'tpu'): void {
  report(
    locate(path, 'key'),
    'profile-accelerator',
    `The profile asks for ${kind === 'gpu' ? 'GPUs' : 'a TPU'} and names no pool that has them.`,
    {
      hint: 'Add pool: NAME, a pool of platform.nodePools.',
    },
  );
}

function statesType({ locate, report }: RuleContext, path: Path, pool: Pool): void {
  report(
    locate(path),
    'accelerator-type',
    `The pool ${quoted(pool.name)} states the type; the profile gives a number.`,
    {
      hint: `Write ${path.at(-1)}: ${path.at(-1) === 'tpu' ? '4' : '1'}`,
    },
  );
}

function gpuOfPool(context: RuleContext, path: Path, pool: Pool, typed: boolean): void {
  const { number: numberAt, locate, report } = context;
  if (typed) {
    statesType(context, path, pool);
    return;
  }
  const wanted = numberAt(path) ?? 0;
  if (pool.gpu === undefined) {
    if (pool.existing) return;
    report(locate(path), 'profile-accelerator', `The pool ${quoted(pool.name)} has no GPUs.`, {
      hint: 'Choose another pool, or give the pool gpu: {type: …}.',
    });
    return;
  }
  if (pool.gpu.shared && wanted > 1) {
    report(
      locate(path),
      'gpu-sharing',
      `GPUs of the pool ${quoted(pool.name)} are shared, so that a server takes one.`,
      {
        hint: 'Write gpu: 1.',
      },
    );
    return;
  }
  const offered = machine(pool.machineType ?? '')?.gpus.find(({ type }) => type === pool.gpu?.type)?.counts;
  const most = pool.gpu.count ?? (offered === undefined ? undefined : offered[0]);
  if (most === undefined || wanted <= most) return;
  report(
    locate(path),
    'profile-accelerator',
    `A node of the pool ${quoted(pool.name)} has ${most} × ${pool.gpu.type}, and the profile asks for ${wanted}.`,
    {
      hint: 'Ask for fewer, or choose a larger machine type.',
    },
  );
}

function tpuOfPool(context: RuleContext, path: Path, pool: Pool, typed: boolean): void {
  const { number: numberAt, locate, report } = context;
  if (typed) {
    statesType(context, path, pool);
    return;
  }
  const facts = machine(pool.machineType ?? '');
  if (facts === undefined) return;
  if (facts.tpu === undefined) {
    report(locate(path), 'profile-accelerator', `The pool ${quoted(pool.name)} has no TPU.`, {
      hint: 'Choose a pool whose machine type has one.',
    });
  } else if (numberAt(path) !== facts.tpu.chips) {
    report(
      locate(path),
      'tpu-host',
      `A host of the pool ${quoted(pool.name)} has ${facts.tpu.chips} chips, and a server takes all of them.`,
      {
        hint: `Write tpu: ${facts.tpu.chips}`,
      },
    );
  }
}

/** A pool with accelerators takes no pods that ask for none: GKE taints its nodes. */
function poolWithoutUse({ has, text, locate, report, tree }: RuleContext, path: Path, pool: Pool | undefined): void {
  if (pool === undefined || pool.existing) return;
  const wants = (kind: string): boolean => has([...path, kind]) && at(tree, [...path, kind])?.value !== 0;
  const missing =
    pool.gpu !== undefined && !wants('gpu')
      ? 'gpu'
      : machine(pool.machineType ?? '')?.tpu !== undefined && !wants('tpu')
        ? 'tpu'
        : undefined;
  if (missing === undefined) return;
  report(
    locate([...path, 'pool']),
    'profile-accelerator',
    `Nodes of the pool ${quoted(text([...path, 'pool']))} take only servers that ask for a ${missing.toUpperCase()}.`,
    {
      hint: `Add ${missing}: ${missing === 'gpu' ? 1 : (machine(pool.machineType ?? '')?.tpu?.chips ?? 1)}, or choose another pool.`,
    },
  );
}

function roomRule(context: RuleContext, path: Path, pool: Pool): void {
  const { locate, report } = context;
  const facts = pool.machineType === undefined ? undefined : machine(pool.machineType);
  if (facts === undefined) return;
  const room = allocatable(facts);
  const cpu = amounts(context, [...path, 'cpu']).guarantee ?? DEFAULT_CPU;
  const memory = amounts(context, [...path, 'memory']).guarantee ?? DEFAULT_MEMORY;
  const place = (kind: string) => locate(context.has([...path, kind]) ? [...path, kind] : [...path, 'pool']);
  const gib = (bytes: number): string => `${number(Math.floor((bytes / 2 ** 30) * 10) / 10)}Gi`;
  if (cpu > room.cores) {
    report(
      place('cpu'),
      'profile-fit',
      `A server has ${number(cpu)} cores for certain, and a node ${facts.type} leaves ${number(room.cores)} for pods.`,
      {
        hint: 'Ask for less, or choose a larger machine type; GKE keeps a part of each node, and system pods need some more.',
      },
    );
  }
  if (memory > room.bytes) {
    report(
      place('memory'),
      'profile-fit',
      `A server has ${gib(memory)} of memory for certain, and a node ${facts.type} leaves ${gib(room.bytes)} for pods.`,
      {
        hint: 'Ask for less, or choose a larger machine type; GKE keeps a part of each node, and system pods need some more.',
      },
    );
  }
}

function defaultRule({ tree, count, locate, report }: RuleContext): void {
  const profiles = at(tree, ['profiles'])?.items ?? [];
  const marked = profiles.findIndex((profile) => at(profile, ['default'])?.value === true);
  const path: Path = ['profiles', Math.max(0, marked)];
  if (count(['profiles']) < 2) return;
  const kind = (['gpu', 'tpu'] as const).find((one) => {
    const value = at(tree, [...path, one])?.value;
    return value !== undefined && value !== null && value !== 0;
  });
  if (kind === undefined) return;
  const message = `Everybody who chooses nothing starts a server with a ${kind.toUpperCase()}.`;
  report(locate([...path, kind], 'key'), 'default-accelerator', message, {
    hint: 'Make a profile without accelerator the default.',
  });
}
