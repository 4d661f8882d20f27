import { createHash } from 'node:crypto';
import type { NodeOptions } from './nodes.js';

/** What a node has besides cores and memory. */
export interface NodeKind {
  /** Short name, in the names of its nodes. */
  readonly name: string;
  /** Machine type of Compute Engine. */
  readonly machine: string;
  readonly gpu?: {
    readonly type: string;
    readonly count: number;
    /** Clients per GPU: the node then offers each GPU so many times. */
    readonly clients?: number;
  };
  readonly tpu?: { readonly type: string; readonly topology: string; readonly chips: number };
  readonly capacity?: 'spot' | 'flex-start' | { readonly reservation: string; readonly project: string };
  /** A node of GKE Sandbox. */
  readonly gvisor?: boolean;
}

type Taint = NonNullable<NodeOptions['taints']>[number];

/**
 * A node of a kind as GKE makes one: labels, taints and what it offers. Sources: label constants of Google's cluster
 * autoscaler (labels.go, public copy of 2026); the taints of GPU, TPU, Spot and GKE Sandbox nodes in the GKE documentation. No
 * taint of flex-start, reserved and shared nodes is documented, so these have none besides the accelerator's.
 */
export function nodeOfKind(kind: NodeKind, zone: string): NodeOptions {
  const hash = createHash('sha256').update(`${kind.name}/${zone}`).digest('hex').slice(0, 8);
  return {
    name: `gk3-${kind.name}-${hash}-${zone.slice(-1)}`,
    region: zone.replace(/-[a-z]$/, ''),
    zone,
    cpu: 48,
    memory: 192,
    labels: { ...labelsOf(kind), 'node.kubernetes.io/instance-type': kind.machine },
    taints: taintsOf(kind),
    resources: {
      ...(kind.gpu && { 'nvidia.com/gpu': String(kind.gpu.count * (kind.gpu.clients ?? 1)) }),
      ...(kind.tpu && { 'google.com/tpu': String(kind.tpu.chips) }),
    },
  };
}

function labelsOf({ machine, gpu, tpu, capacity, gvisor }: NodeKind): Record<string, string> {
  const gke = 'cloud.google.com';
  return {
    [`${gke}/machine-family`]: machine.replace(/-.*$/, ''),
    ...(gpu && {
      [`${gke}/gke-accelerator`]: gpu.type,
      [`${gke}/gke-accelerator-count`]: String(gpu.count),
      [`${gke}/gke-gpu-driver-version`]: 'default',
    }),
    ...(gpu?.clients && {
      [`${gke}/gke-gpu-sharing-strategy`]: 'time-sharing',
      [`${gke}/gke-max-shared-clients-per-gpu`]: String(gpu.clients),
    }),
    ...(tpu && { [`${gke}/gke-tpu-accelerator`]: tpu.type, [`${gke}/gke-tpu-topology`]: tpu.topology }),
    ...(capacity === 'spot' && { [`${gke}/gke-spot`]: 'true', [`${gke}/gke-provisioning`]: 'spot' }),
    ...(capacity === 'flex-start' && { [`${gke}/gke-flex-start`]: 'true' }),
    ...(typeof capacity === 'object' && {
      [`${gke}/reservation-name`]: capacity.reservation,
      [`${gke}/reservation-project`]: capacity.project,
      [`${gke}/reservation-affinity`]: 'specific',
    }),
    ...(gvisor && { 'sandbox.gke.io/runtime': 'gvisor' }),
  };
}

function taintsOf({ gpu, tpu, capacity, gvisor }: NodeKind): readonly Taint[] {
  const effect = 'NoSchedule';
  return [
    ...(gpu ? [{ key: 'nvidia.com/gpu', value: 'present', effect }] : []),
    ...(tpu ? [{ key: 'google.com/tpu', value: 'present', effect }] : []),
    ...(capacity === 'spot' ? [{ key: 'cloud.google.com/gke-spot', value: 'true', effect }] : []),
    ...(gvisor ? [{ key: 'sandbox.gke.io/runtime', value: 'gvisor', effect }] : []),
  ];
}
