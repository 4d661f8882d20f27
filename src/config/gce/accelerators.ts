import { type Machine, machine, machineTypes } from './machines.js';

/** What a server requests of a node; the labels cloud.google.com/gke-accelerator and gke-tpu-accelerator have the types. */
export type Accelerator =
  | { readonly kind: 'gpu'; readonly type: string; readonly count: number }
  | { readonly kind: 'tpu'; readonly type: string; readonly topology: string | undefined };

/** Machine types that have an accelerator in this number or topology; none for one that the tables do not have. */
export function machinesWith(wanted: Accelerator): readonly Machine[] {
  const all = machineTypes().flatMap((type) => machine(type) ?? []);
  if (wanted.kind === 'gpu') {
    return all.filter(({ gpus }) =>
      gpus.some(({ type, counts }) => type === wanted.type && counts.includes(wanted.count)),
    );
  }
  const { type, topology } = wanted;
  return all.filter(({ tpu }) => tpu?.accelerator === type && (topology === undefined || tpu.topology === topology));
}

/** Types of disks that at least one of these machines attaches. */
export function attachable(machines: readonly Machine[]): readonly string[] {
  return [...new Set(machines.flatMap(({ disks }) => disks.data))].sort();
}
