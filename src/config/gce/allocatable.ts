import type { Machine } from './machines.js';

/** The share that GKE reserves of everything above `from` (millicores or MiB). */
type Steps = readonly (readonly [from: number, share: number])[];

const CPU: Steps = [
  [0, 0.06],
  [1000, 0.01],
  [2000, 0.005],
  [4000, 0.0025],
];
const MEMORY: Steps = [
  [0, 0.25],
  [4096, 0.2],
  [8192, 0.1],
  [16_384, 0.06],
  [131_072, 0.02],
];
const SHARED_CORE_MILLICORES = 1060;
const SMALL_NODE_MIB = 255;
const EVICTION_MIB = 100;

/**
 * What GKE leaves of a machine for Pods, https://cloud.google.com/kubernetes-engine/docs/concepts/plan-node-sizes.
 * This is an upper limit: the kernel and GKE's DaemonSets take some more. What exceeds it fits no node of this type.
 */
export function allocatable({ vcpus, memoryGiB, sharedCore }: Machine): { cores: number; bytes: number } {
  const millicores = sharedCore ? SHARED_CORE_MILLICORES : Math.floor(reserved(vcpus * 1000, CPU));
  const mib = memoryGiB * 1024;
  const reservedMib = (mib < 1024 ? SMALL_NODE_MIB : Math.floor(reserved(mib, MEMORY))) + EVICTION_MIB;
  return { cores: (vcpus * 1000 - millicores) / 1000, bytes: Math.floor((mib - reservedMib) * 2 ** 20) };
}

function reserved(amount: number, steps: Steps): number {
  return steps.reduce((sum, [from, share], index) => {
    const to = Math.min(amount, steps[index + 1]?.[0] ?? Number.POSITIVE_INFINITY);
    return sum + Math.max(0, to - from) * share;
  }, 0);
}
