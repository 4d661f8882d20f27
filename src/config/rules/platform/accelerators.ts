import { gpuFact, machine, tpuFact } from '../../gce/machines.js';
import { quoted } from '../../text.js';
import { type Path, treeAt } from '../../yaml/locate.js';
import type { RuleContext } from '../context.js';
import { knownAccelerator } from './machines.js';
import { orStandard, type Pool, pools } from './pools.js';

/** Rules of the GPUs or TPU that a profile requests: where the type is stated, and how many there are. */
export function acceleratorRules(context: RuleContext, path: Path, pool: Pool | undefined, autopilot: boolean): void {
  for (const kind of ['gpu', 'tpu'] as const) {
    const where: Path = [...path, kind];
    const value = treeAt(context.tree, where)?.value;
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

/** The accelerator that a profile requests. */
export interface ProfileAccelerator {
  /** Path of the key in the profile. */
  readonly path: Path;
  /** The pool that the profile names. */
  readonly pool: Pool | undefined;
  /** Its type, from the profile or its pool; undefined if neither says it. */
  readonly type: string | undefined;
  readonly gpu?: { readonly type: string; readonly count: number };
  readonly tpu?: { readonly type: string; readonly topology: string | undefined };
}

/** The accelerators of all profiles, in their order. */
export function acceleratorsOf({ tree, owner, count, text, number: numberAt }: RuleContext): ProfileAccelerator[] {
  const known = owner === undefined ? [] : pools(owner);
  return Array.from({ length: count(['profiles']) }, (_, index): Path => ['profiles', index]).flatMap(
    (profile): ProfileAccelerator[] => {
      const pool = known.find(({ name }) => name === text([...profile, 'pool']));
      const kind = (['gpu', 'tpu'] as const).find((one) => isRequested(treeAt(tree, [...profile, one])?.value));
      if (kind === undefined) return [];
      const path: Path = [...profile, kind];
      const type =
        text([...path, 'type']) ??
        (kind === 'gpu' ? pool?.gpu?.type : machine(pool?.machineType ?? '')?.tpu?.accelerator);
      if (type === undefined) return [{ path, pool, type }];
      if (kind === 'gpu')
        return [{ path, pool, type, gpu: { type, count: numberAt([...path, 'count']) ?? numberAt(path) ?? 1 } }];
      return [{ path, pool, type, tpu: { type, topology: text([...path, 'topology']) } }];
    },
  );
}

function isRequested(value: unknown): boolean {
  return (typeof value === 'number' && value > 0) || (typeof value === 'object' && value !== null);
}

function onAutopilot(context: RuleContext, path: Path, kind: 'gpu' | 'tpu', typed: boolean): void {
  const { text, locate, report } = context;
  if (!typed) {
    report(
      locate(path),
      'accelerator-type',
      `On Autopilot the profile must state the type of its ${kind === 'gpu' ? 'GPUs' : 'TPU'}.`,
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
      `Unknown ${kind === 'gpu' ? 'GPU' : 'TPU'} type ${quoted(type)}.${guess}`,
      {
        hint: 'Check the spelling. A newer type works, but the rules about it are skipped.',
      },
    );
    return;
  }
  if (kind === 'gpu') gpuOnAutopilot(context, path, type);
  else tpuOnAutopilot(context, path, type);
}

function gpuOnAutopilot(context: RuleContext, path: Path, type: string): void {
  const { number: numberAt, locate, report, has } = context;
  const counts = gpuFact(type)?.autopilot ?? [];
  const count = numberAt([...path, 'count']) ?? 1;
  const isShared = has([...path, 'sharing']);
  if (isShared && counts.length > 0 && !counts.includes(1)) {
    report(
      locate([...path, 'sharing'], 'key'),
      'gpu-sharing',
      `${type} cannot be shared on Autopilot, which gives a server only ${counts.join(' or ')} of them.`,
      { hint: `Remove sharing and write count: ${counts[0]}, or choose another GPU.` },
    );
    return;
  }
  if (count > 1 && isShared) {
    report(locate([...path, 'count']), 'gpu-sharing', `A server can use only one shared GPU, not ${count}.`, {
      hint: 'Remove count, or remove sharing to give each server its own GPUs.',
    });
    return;
  }
  if (counts.includes(count)) return;
  if (counts.length === 0) {
    const way = orStandard(context);
    report(locate([...path, 'type']), 'machine-accelerator', `Autopilot does not offer ${type}.`, {
      hint: `Choose another GPU${way === '' ? '' : `${way}, where a node pool can have it`}.`,
    });
    return;
  }
  const where = has([...path, 'count']) ? [...path, 'count'] : [...path, 'type'];
  report(
    locate(where),
    'machine-accelerator',
    `On Autopilot a server can have ${counts.join(', ')} × ${type}, not ${count}.`,
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
      hint: 'Use the topology of one host. A notebook server cannot use several hosts.',
    },
  );
}

function noPool({ locate, report }: RuleContext, path: Path, kind: 'gpu' | 'tpu'): void {
  report(
    locate(path, 'key'),
    'profile-accelerator',
    `The profile requests ${kind === 'gpu' ? 'GPUs' : 'a TPU'} but names no pool.`,
    {
      hint: `Add pool: NAME, with a pool of platform.nodePools that has ${kind === 'gpu' ? 'GPUs' : 'a TPU'}.`,
    },
  );
}

function typedByPool({ locate, report }: RuleContext, path: Path, pool: Pool): void {
  report(
    locate(path),
    'accelerator-type',
    `The pool ${quoted(pool.name)} states the type, so the profile takes only a number.`,
    {
      hint: `Write ${path.at(-1)}: ${path.at(-1) === 'tpu' ? '4' : '1'}`,
    },
  );
}

function gpuOfPool(context: RuleContext, path: Path, pool: Pool, typed: boolean): void {
  const { number: numberAt, locate, report } = context;
  if (typed) {
    typedByPool(context, path, pool);
    return;
  }
  const requested = numberAt(path) ?? 0;
  if (pool.gpu === undefined) {
    if (pool.existing) return;
    report(locate(path), 'profile-accelerator', `The pool ${quoted(pool.name)} has no GPUs.`, {
      hint: 'Choose another pool, or give the pool gpu: {type: …}.',
    });
    return;
  }
  if (pool.gpu.shared && requested > 1) {
    report(
      locate(path),
      'gpu-sharing',
      `GPUs of the pool ${quoted(pool.name)} are shared, so a server can use only one.`,
      {
        hint: 'Write gpu: 1.',
      },
    );
    return;
  }
  const offered = machine(pool.machineType ?? '')?.gpus.find(({ type }) => type === pool.gpu?.type)?.counts;
  const most = pool.gpu.count ?? (offered === undefined ? undefined : offered[0]);
  if (most === undefined || requested <= most) return;
  report(
    locate(path),
    'profile-accelerator',
    `A node of the pool ${quoted(pool.name)} has only ${most} × ${pool.gpu.type}, but the profile requests ${requested}.`,
    {
      hint: 'Request fewer, or choose a larger machine type.',
    },
  );
}

function tpuOfPool(context: RuleContext, path: Path, pool: Pool, typed: boolean): void {
  const { number: numberAt, locate, report } = context;
  if (typed) {
    typedByPool(context, path, pool);
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
      `A host of the pool ${quoted(pool.name)} has ${facts.tpu.chips} chips, and a server must use all of them.`,
      {
        hint: `Write tpu: ${facts.tpu.chips}`,
      },
    );
  }
}

/** A pool with accelerators accepts only pods that request them, because GKE taints its nodes. */
function poolWithoutUse({ has, text, locate, report, tree }: RuleContext, path: Path, pool: Pool | undefined): void {
  if (pool === undefined || pool.existing) return;
  const requests = (kind: string): boolean => has([...path, kind]) && treeAt(tree, [...path, kind])?.value !== 0;
  const missing =
    pool.gpu !== undefined && !requests('gpu')
      ? 'gpu'
      : machine(pool.machineType ?? '')?.tpu !== undefined && !requests('tpu')
        ? 'tpu'
        : undefined;
  if (missing === undefined) return;
  report(
    locate([...path, 'pool']),
    'profile-accelerator',
    `Nodes of the pool ${quoted(text([...path, 'pool']))} accept only servers that request a ${missing.toUpperCase()}.`,
    {
      hint: `Add ${missing}: ${missing === 'gpu' ? 1 : (machine(pool.machineType ?? '')?.tpu?.chips ?? 1)}, or choose another pool.`,
    },
  );
}
