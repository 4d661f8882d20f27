import { describeDisks, gpuFact, gpuTypes, machine, machineTypes, tpuFact, tpuTypes } from '../../gce/machines.js';
import { CORE_POOL } from '../../platform/node-pool.js';
import { didYouMean } from '../../suggest.js';
import { joinWithAnd, quoted } from '../../text.js';
import type { RuleContext } from '../context.js';
import { corePoolRules } from './core-pool.js';
import { clusterMode, orStandard, type Pool, pools } from './pools.js';

/** Rules of node pools: what a machine type has, and how it is obtained. They check only the file that owns the pools. */
export function poolRules(context: RuleContext): void {
  const { locate, report, has } = context;
  // Pools there have a finding of their own: they belong into the file that owns the platform.
  if (has(['platform', 'from'])) return;
  const mode = clusterMode(context);
  if (has(['platform', 'nodePools']) && mode === 'autopilot') {
    report(
      locate(['platform', 'nodePools'], 'key'),
      'autopilot-pools',
      'An Autopilot cluster cannot have your own node pools.',
      {
        hint: `Remove nodePools${orStandard(context)}.`,
      },
    );
  }
  for (const pool of pools(context)) {
    if (pool.existing) existingPool(context, pool, mode === 'existing');
    else newPool(context, pool);
  }
}

function existingPool({ has, keys, locate, report }: RuleContext, { path, name }: Pool, onExisting: boolean): void {
  if (!onExisting) {
    report(locate([...path, 'existing']), 'existing-pool', 'Only an existing cluster can have existing pools.', {
      hint: 'Write machineType and max instead of existing and selector. The product then makes the pool.',
    });
    // What else the pool lacks or has too much depends on what becomes of this key.
    return;
  }
  if (!has([...path, 'selector'])) {
    report(locate(path, 'key'), 'existing-pool', `The existing pool ${quoted(name)} has no selector.`, {
      hint: 'Add the labels of its nodes, such as selector: {cloud.google.com/gke-nodepool: gpu}',
    });
  }
  for (const key of keys(path).filter(
    (one) => !['existing', 'selector', 'tolerations', 'gpu', 'tpu', 'zones'].includes(one),
  )) {
    report(locate([...path, key], 'key'), 'existing-pool', `"${key}" cannot be set for an existing pool.`, {
      hint: 'Remove the key, or remove existing to create the pool.',
    });
  }
}

function newPool(context: RuleContext, pool: Pool): void {
  const { has, locate, report } = context;
  const { path, name, min, max, machineType } = pool;
  for (const key of ['selector', 'tolerations']) {
    if (!has([...path, key])) continue;
    report(locate([...path, key], 'key'), 'existing-pool', `"${key}" is for existing pools only.`, {
      hint: `Remove ${key}.`,
    });
  }
  for (const key of ['machineType', 'max']) {
    if (has([...path, key])) continue;
    report(locate(path, 'key'), 'missing-key', `${quoted(key)} is missing in the pool ${quoted(name)}.`, {
      hint: key === 'max' ? 'Add, for example: max: 5' : 'Add, for example: machineType: n2-standard-8',
    });
  }
  if (max !== undefined && min > max) {
    report(locate([...path, 'min']), 'pool-size', `"min" (${min}) is larger than "max" (${max}).`, {
      hint: 'Lower min or raise max.',
    });
  }
  if (machineType !== undefined) machineRules(context, pool, machineType);
  corePoolRules(context, pool);
  unusedRule(context, pool);
}

/** Nodes with accelerators that are always there, although no profile of this file uses them. */
function unusedRule({ text, count, locate, report }: RuleContext, { name, path, min, gpu, machineType }: Pool): void {
  const hasAccelerator = gpu !== undefined || machine(machineType ?? '')?.tpu !== undefined;
  if (name === CORE_POOL || min === 0 || !hasAccelerator) return;
  const used = Array.from({ length: count(['profiles']) }, (_, index) => text(['profiles', index, 'pool']));
  if (used.includes(name)) return;
  report(
    locate([...path, 'min']),
    'unused-pool',
    `No profile uses the pool ${quoted(name)}, but with min: ${min} its accelerators cost money day and night.`,
    { hint: 'Write min: 0, or acknowledge this rule if another hub of the platform uses the pool.' },
  );
}

function machineRules(context: RuleContext, pool: Pool, type: string): void {
  const { locate, report } = context;
  const facts = machine(type);
  if (facts === undefined) {
    report(
      locate([...pool.path, 'machineType']),
      'unknown-machine',
      `Unknown machine type ${quoted(type)}.${didYouMean(type, machineTypes())}`,
      {
        hint: 'Check the spelling. A newer type works, but the rules about it are skipped.',
      },
    );
    return;
  }
  gpuRules(context, pool, type);
  tpuRules(context, pool, type);
  diskRules(context, pool, type);
  capacityRules(context, pool, type);
}

function gpuRules({ has, locate, report }: RuleContext, { path, gpu }: Pool, type: string): void {
  const offered = machine(type)?.gpus ?? [];
  const fixed = offered.find(({ optional }) => !optional);
  if (gpu === undefined) {
    if (fixed === undefined || has([...path, 'gpu'])) return;
    report(
      locate([...path, 'machineType']),
      'machine-accelerator',
      `${type} comes with ${fixed.counts.join(' or ')} × ${fixed.type}, but the pool does not state this.`,
      {
        hint: `Add gpu: {type: ${fixed.type}}`,
      },
    );
    return;
  }
  const where = locate([...path, 'gpu', 'type']);
  const fits = offered.find((one) => one.type === gpu.type);
  if (fits === undefined) {
    const message =
      offered.length === 0
        ? `${type} has no GPUs.`
        : `${type} has ${joinWithAnd(offered.map((one) => one.type))}, not ${quoted(gpu.type)}.`;
    const { guess } = knownAccelerator('gpu', gpu.type);
    report(where, 'machine-accelerator', `${message}${guess}`, { hint: hintForGpu(gpu.type) });
  } else if (gpu.count !== undefined && !fits.counts.includes(gpu.count)) {
    report(
      locate([...path, 'gpu', 'count']),
      'machine-accelerator',
      `${type} has ${fits.counts.join(' or ')} × ${gpu.type}, not ${gpu.count}.`,
      {
        hint:
          fits.counts.length === 1 ? `Write count: ${fits.counts[0]}, or remove count.` : 'Choose one of these counts.',
      },
    );
  }
}

function hintForGpu(type: string): string {
  const some = machineTypes().filter((name) => machine(name)?.gpus.some((one) => one.type === type));
  if (some.length === 0) return 'Choose a machine type that has these GPUs.';
  return `Machine types with ${type}: ${some.slice(0, 4).join(', ')}${some.length > 4 ? ' …' : ''}.`;
}

function tpuRules({ has, locate, report }: RuleContext, { path, topology, gpu }: Pool, type: string): void {
  const tpu = machine(type)?.tpu;
  if (tpu === undefined) {
    if (!has([...path, 'tpu'])) return;
    report(locate([...path, 'tpu'], 'key'), 'machine-accelerator', `${type} has no TPU.`, {
      hint: `Machine types with a TPU: ${machineTypes()
        .filter((name) => machine(name)?.tpu)
        .slice(0, 4)
        .join(', ')} …`,
    });
    return;
  }
  if (gpu !== undefined) return;
  if (topology === undefined) {
    if (has([...path, 'tpu'])) return;
    report(
      locate([...path, 'machineType']),
      'machine-accelerator',
      `${type} has a TPU, but the pool does not state this.`,
      {
        hint: `Add tpu: {topology: ${tpu.topology}}`,
      },
    );
  } else if (topology !== tpu.topology) {
    report(
      locate([...path, 'tpu', 'topology']),
      'tpu-host',
      `One host ${type} has the topology ${tpu.topology}, not ${topology}.`,
      {
        hint: `Write ${tpu.topology}. A notebook server cannot use several hosts.`,
      },
    );
  }
}

function diskRules({ locate, report }: RuleContext, { path, diskType }: Pool, type: string): void {
  const disks = machine(type)?.disks.boot;
  if (diskType === undefined || disks === undefined || disks.includes(diskType)) return;
  report(
    locate([...path, 'disk', 'type']),
    'boot-disk',
    `The boot disk of ${type} can be ${describeDisks(disks)}, not ${quoted(diskType)}.`,
    {
      hint: `Use ${disks.join(' or ')}.`,
    },
  );
}

function capacityRules(context: RuleContext, pool: Pool, type: string): void {
  const { locate, report, has } = context;
  const { path, capacity, min, zones } = pool;
  const where = has([...path, 'capacity']) ? locate([...path, 'capacity']) : locate([...path, 'machineType']);
  const allowed = machine(type)?.capacity;
  if (allowed !== undefined && !(allowed as readonly string[]).includes(capacity)) {
    report(where, 'capacity-limits', `${type} is not offered as ${quoted(capacity)}.`, {
      hint: `Write capacity: ${allowed.join(' or ')}.`,
    });
  }
  if (capacity === 'flex-start' && min > 0) {
    report(
      locate([...path, 'min']),
      'capacity-limits',
      'Flex-start nodes are created on request, so the pool must start at 0.',
      {
        hint: 'Write min: 0.',
      },
    );
  }
  if (machine(type)?.tpu !== undefined && zones !== undefined && zones.length > 1) {
    report(locate([...path, 'zones']), 'capacity-limits', 'A TPU pool can have only one zone.', {
      hint: 'Keep one of them.',
    });
  }
}

/** Whether the tables have this type, and a guess if they do not. */
export function knownAccelerator(
  kind: 'gpu' | 'tpu',
  type: string,
): { readonly known: boolean; readonly guess: string } {
  const known = (kind === 'gpu' ? gpuFact(type) : tpuFact(type)) !== undefined;
  if (known) return { known, guess: '' };
  const short = kind === 'gpu' ? gpuNamed(type) : undefined;
  if (short !== undefined) return { known, guess: ` Did you mean "${short}"?` };
  return { known, guess: didYouMean(type, kind === 'gpu' ? gpuTypes() : tpuTypes()) };
}

/**
 * The GPU whose name has all the words written, for names such as l4, t4 or nvidia-a100. An edit distance would take
 * nvidia-t4 for nvidia-l4. Of several the one that adds the fewest words: tesla-a100 is the a100 that has no other.
 */
function gpuNamed(written: string): string | undefined {
  const wordsOf = (name: string): string[] =>
    name
      .toLowerCase()
      .split('-')
      .filter((word) => !['', 'nvidia', 'tesla'].includes(word));
  const words = wordsOf(written);
  if (words.length === 0) return undefined;
  const fits = gpuTypes().filter((name) => words.every((word) => wordsOf(name).includes(word)));
  return fits.sort((one, other) => wordsOf(one).length - wordsOf(other).length)[0];
}
