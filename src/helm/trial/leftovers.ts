import type { Kubernetes } from '../../cloud/kubernetes.js';
import { TRIAL_LABEL, TRIAL_PREFIX } from './objects.js';

/** What a trial makes. The Job first: what it owns goes with it, also where the rest of this is interrupted. */
const KINDS = [
  ['batch/v1', 'Job'],
  ['v1', 'Secret'],
  ['v1', 'ConfigMap'],
  ['networking.k8s.io/v1', 'NetworkPolicy'],
] as const;

/**
 * Removes what trials of earlier runs left in a namespace, copies of the hub's secrets among it: the cluster ends a trial by
 * itself, but not one whose run was killed before it let the Job go.
 * @param before start of this run; what is younger belongs to a trial that may run
 * @returns how many objects there were
 */
export async function removeTrials(kubernetes: Kubernetes, namespace: string, before: Date): Promise<number> {
  const found = await Promise.all(
    KINDS.map(async ([apiVersion, kind]) => {
      const objects = await kubernetes.list({ apiVersion, kind, namespace }, { labelSelector: TRIAL_LABEL });
      return objects.flatMap(({ metadata: { name, creationTimestamp = '' } }) => {
        // The label alone could be on anything. Without a time it is not known to be younger.
        const isYounger = Date.parse(creationTimestamp) >= before.getTime();
        return name.startsWith(TRIAL_PREFIX) && !isYounger ? [{ apiVersion, kind, namespace, name }] : [];
      });
    }),
  );
  for (const ref of found.flat()) await kubernetes.delete(ref);
  return found.flat().length;
}
