import { type Accelerator, machinesWith } from '../../config/gce/accelerators.js';
import type { HubConfig } from '../../config/model.js';
import type { Path } from '../../config/yaml/locate.js';

/** Something that Compute Engine must have in zones. */
export interface Wanted {
  /** Where the file asks for it. */
  readonly path: Path;
  /** What it is, in a sentence: `nvidia-l4`. */
  readonly text: string;
  /** Type of its GPU in the list of accelerators. */
  readonly gpu: string | undefined;
  /** Machine types of which a zone must have one; none where the list of GPUs decides alone. */
  readonly machines: readonly string[];
  /** Zones of a node pool; undefined: those of the servers. */
  readonly zones: readonly string[] | undefined;
}

/** The accelerators of the profiles that name no pool, then the machines of the pools that this file creates. */
export function wantedInZones(config: Pick<HubConfig, 'profiles' | 'platform'>): readonly Wanted[] {
  return [...ofProfiles(config), ...ofPools(config)];
}

function ofProfiles({ profiles }: Pick<HubConfig, 'profiles'>): readonly Wanted[] {
  return profiles.flatMap(({ gpu, tpu }, index): Wanted[] => {
    if (gpu !== undefined) {
      const { type, count } = gpu;
      const text = count === 1 ? type : `${count} × ${type} in one machine`;
      const machines = machineNames({ kind: 'gpu', type, count });
      return [{ path: ['profiles', index, 'gpu'], text, gpu: type, machines, zones: undefined }];
    }
    if (tpu === undefined) return [];
    const machines = machineNames({ kind: 'tpu', type: tpu.type, topology: tpu.topology });
    // TPUs are in no list but that of their machines, and the tables know none for this type: a warning of validate.
    if (machines.length === 0) return [];
    const text = `${tpu.type} of ${tpu.topology}`;
    return [{ path: ['profiles', index, 'tpu'], text, gpu: undefined, machines, zones: undefined }];
  });
}

function ofPools({ platform }: Pick<HubConfig, 'platform'>): readonly Wanted[] {
  const { cluster, from } = platform;
  if (cluster.mode !== 'standard' || from !== undefined) return [];
  return Object.entries(cluster.nodePools).map(([name, { machineType, gpu, zones }]) => ({
    path: ['platform', 'nodePools', name, 'machineType'],
    text: gpu === undefined ? machineType : `${machineType} with ${gpu.type}`,
    gpu: gpu?.type,
    // Custom machine types are in no list: a zone has them where it has their family.
    machines: /(^|-)custom-/.test(machineType) ? [] : [machineType],
    zones: zones ?? cluster.zones,
  }));
}

/**
 * Machine types of which a zone must have one. None where the tables do not know the accelerator, and where it is added to
 * machines of a kind that every zone has (N1): then the list of GPUs decides alone.
 */
export function machineNames(accelerator: Accelerator): readonly string[] {
  const machines = machinesWith(accelerator);
  const isAdded = machines.some(({ gpus }) => gpus.some(({ type, optional }) => type === accelerator.type && optional));
  return isAdded ? [] : machines.map(({ type }) => type);
}
