import facts from './machines.json' with { type: 'json' };

/** A way to obtain a node. A machine that Google sells in only some ways lists them. */
export type Capacity = 'on-demand' | 'spot' | 'flex-start' | 'reservation';

/**
 * The quota that counts a resource: a regional `metric` of Compute Engine (its Cloud Quotas id is the metric with dashes
 * and "-per-project-region"), or a `family`, the dimension of {CPUS-PER-VM,GPUS-PER-GPU,TPUS-PER-TPU}-FAMILY.
 * `spot` is the metric that Spot and flex-start use once the project has asked for it; CPUs use PREEMPTIBLE_CPUS.
 */
export interface Quota {
  readonly metric?: string;
  readonly family?: string;
  readonly spot?: string;
}

/** A machine type. `quota` counts its vCPUs; it is missing if only its accelerators are counted. */
export interface Machine {
  readonly type: string;
  readonly family: string;
  readonly vcpus: number;
  readonly memoryGiB: number;
  readonly arch: 'amd64' | 'arm64';
  readonly sharedCore: boolean;
  readonly disks: { readonly boot: readonly string[]; readonly data: readonly string[] };
  readonly gpus: readonly { readonly type: string; readonly counts: readonly number[]; readonly optional: boolean }[];
  readonly tpu?: { readonly accelerator: string; readonly chips: number; readonly topology: string };
  /** Local SSDs that come with the machine and cannot be removed. */
  readonly localSsds: number;
  readonly capacity: readonly Capacity[];
  readonly quota?: Quota;
}

/** A GPU; its type is also the value of the label cloud.google.com/gke-accelerator. */
export interface GpuFact {
  readonly memoryGiB: number;
  readonly quota?: Quota;
  /** GPU counts that a Pod can request on Autopilot; empty if Autopilot does not offer this GPU. */
  readonly autopilot: readonly number[];
}

/** A TPU; its type is also the value of the label cloud.google.com/gke-tpu-accelerator. */
export interface TpuFact {
  readonly version: string;
  readonly quota: Quota;
  /** Machine types of one host, smallest first. */
  readonly machines: readonly string[];
}

type Counts = Readonly<Record<string, readonly number[]>>;

/** `disks` and `capacity` of one size replace those of its family. */
interface Size {
  readonly cpus: number;
  readonly gib: number;
  readonly shared?: boolean;
  readonly disks?: readonly string[];
  readonly gpus?: Counts;
  readonly tpu?: { readonly chips: number; readonly topology: string };
  readonly localSsd?: number;
  readonly capacity?: readonly Capacity[];
}

/**
 * machines.json: `sources` by short name, `families`, `gpus`, `tpus`. Each entry has the names of its sources and
 * `verified_on`, the day on which they were read, or null. A family has
 * - `disks`, volumes it can attach out of the four that we offer; `bootDisks` when those are others;
 * - `shapes`, sizes of one ratio of memory to vCPU; `sizes`, the ones to spell out, with what only they have;
 * - `lssd`, local SSDs of the variant "-lssd" by shape and vCPUs; `nolssd`, whether "-nolssd" is a variant;
 * - `gpus`, which can be added; `accelerator`, its TPU; `custom`, the limits of custom types; `capacity`, when not all.
 */
interface Family {
  readonly arch: Machine['arch'];
  readonly disks: readonly string[];
  readonly bootDisks?: readonly string[];
  readonly quota?: Quota;
  readonly capacity?: readonly Capacity[];
  readonly custom?: { readonly cpus: number; readonly ext: boolean };
  readonly gpus?: Counts;
  readonly accelerator?: string;
  readonly shapes?: Readonly<Record<string, { readonly gib: number; readonly cpus: readonly number[] }>>;
  readonly lssd?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly nolssd?: boolean;
  readonly sizes?: Readonly<Record<string, Size>>;
}

const ALL: readonly Capacity[] = ['on-demand', 'spot', 'flex-start', 'reservation'];
// Maps, so that a name from a configuration file never reaches Object.prototype.
const FAMILIES = new Map<string, Family>(Object.entries(facts.families as Record<string, Family>));
const GPUS = new Map(
  Object.entries(facts.gpus as Record<string, { gib: number; quota?: Quota; autopilot?: number[] }>),
);
const TPUS = new Map(Object.entries(facts.tpus as Record<string, { version: string; quota: Quota }>));
let machines: Map<string, Machine> | undefined;

/** The machine type of this name, predefined or custom; undefined for an unknown type, which is not an error. */
export function machine(type: string): Machine | undefined {
  return table().get(type) ?? customMachine(type);
}

/** The GPU of this type. */
export function gpuFact(type: string): GpuFact | undefined {
  const fact = GPUS.get(type);
  if (fact === undefined) return undefined;
  const { gib, quota, autopilot = [] } = fact;
  return { memoryGiB: gib, autopilot, ...(quota && { quota }) };
}

/** The TPU of this type. */
export function tpuFact(type: string): TpuFact | undefined {
  const fact = TPUS.get(type);
  if (fact === undefined) return undefined;
  const hosts = [...table().values()].filter(({ tpu }) => tpu?.accelerator === type);
  return { version: fact.version, quota: fact.quota, machines: hosts.map((host) => host.type) };
}

/** All predefined machine types. */
export const machineTypes = (): readonly string[] => [...table().keys()];

/** All GPU types. */
export const gpuTypes = (): readonly string[] => [...GPUS.keys()];

/** All TPU types. */
export const tpuTypes = (): readonly string[] => [...TPUS.keys()];

/** Disks for a sentence, such as "only Hyperdisk", "only Persistent Disk" or `pd-balanced, pd-ssd`. */
export function describeDisks(types: readonly string[]): string {
  if (types.every((type) => type.startsWith('hyperdisk-'))) return 'only Hyperdisk';
  if (types.length > 2 && types.every((type) => type.startsWith('pd-'))) return 'only Persistent Disk';
  return types.join(', ');
}

/** Built on first use: most commands never need it. */
function table(): Map<string, Machine> {
  if (machines === undefined) {
    machines = new Map();
    for (const [name, family] of FAMILIES) addFamily(machines, name, family);
  }
  return machines;
}

function addFamily(into: Map<string, Machine>, name: string, family: Family): void {
  const add = (rest: string, size: Size): void => {
    const type = `${name}-${rest}`;
    into.set(type, build(type, name, family, size));
  };
  for (const [shape, { gib, cpus }] of Object.entries(family.shapes ?? {})) {
    for (const count of cpus) {
      const size = { cpus: count, gib: Math.round(count * gib * 1000) / 1000 };
      add(`${shape}-${count}`, size);
      const localSsd = family.lssd?.[shape]?.[count];
      if (localSsd !== undefined) add(`${shape}-${count}-lssd`, { ...size, localSsd });
    }
  }
  for (const [rest, size] of Object.entries(family.sizes ?? {})) {
    add(rest, size);
    if (family.nolssd && size.localSsd !== undefined) add(`${rest}-nolssd`, { ...size, localSsd: 0 });
  }
}

function build(type: string, name: string, family: Family, size: Size): Machine {
  const data = size.disks ?? family.disks;
  const { accelerator, quota } = family;
  return {
    type,
    family: name,
    vcpus: size.cpus,
    memoryGiB: size.gib,
    arch: family.arch,
    sharedCore: size.shared ?? false,
    disks: { boot: size.disks ?? family.bootDisks ?? data, data },
    gpus: [...choices(family.gpus, true), ...choices(size.gpus, false)],
    localSsds: size.localSsd ?? 0,
    capacity: size.capacity ?? family.capacity ?? ALL,
    ...(accelerator !== undefined && size.tpu && { tpu: { accelerator, ...size.tpu } }),
    ...(quota && { quota }),
  };
}

function choices(counts: Counts = {}, optional: boolean): Machine['gpus'] {
  return Object.entries(counts).map(([type, list]) => ({ type, counts: list, optional }));
}

/** Such as "n2-custom-4-8192", "n2-custom-4-65536-ext" (memory in MiB); "custom-4-8192" is of N1. */
function customMachine(type: string): Machine | undefined {
  const match = /^(?:([a-z0-9]{2,4})-)?custom-([1-9][0-9]{0,2})-([1-9][0-9]{2,6})(-ext)?$/.exec(type);
  const name = match?.[1] ?? 'n1';
  const family = FAMILIES.get(name);
  const [cpus, mib] = [Number(match?.[2]), Number(match?.[3])];
  if (match === null || !family?.custom || cpus > family.custom.cpus || mib % 256 !== 0) return undefined;
  if (match[4] !== undefined && !family.custom.ext) return undefined;
  return build(type, name, family, { cpus, gib: mib / 1024 });
}
