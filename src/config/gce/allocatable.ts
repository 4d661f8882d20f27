import type { Machine } from './machines.js';

/** From this much on (millicores or MiB) the share that GKE keeps for itself. */
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
 * What GKE leaves for Pods of a machine, https://cloud.google.com/kubernetes-engine/docs/concepts/plan-node-sizes.
 * At most: the kernel and the DaemonSets of GKE take some more, so what does not fit here fits no node of this type.
 */
export function allocatable({ vcpus, memoryGiB, sharedCore }: Machine): { cores: number; bytes: number } {
  const millicores = sharedCore ? SHARED_CORE_MILLICORES : Math.floor(reserved(vcpus * 1000, CPU));
  const mib = memoryGiB * 1024;
  const kept = (mib < 1024 ? SMALL_NODE_MIB : Math.floor(reserved(mib, MEMORY))) + EVICTION_MIB;
  return { cores: (vcpus * 1000 - millicores) / 1000, bytes: Math.floor((mib - kept) * 2 ** 20) };
}

function reserved(amount: number, steps: Steps): number {
  return steps.reduce((sum, [from, share], index) => {
    const to = Math.min(amount, steps[index + 1]?.[0] ?? Number.POSITIVE_INFINITY);
    return sum + Math.max(0, to - from) * share;
  }, 0);
}
