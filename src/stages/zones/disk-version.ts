import type { Diagnostic } from '../../config/diagnostic.js';
import type { Locate } from '../../config/yaml/locate.js';

/** The first version of GKE whose disk driver has `type: dynamic` (google/skills gke-storage, read 2026-11). */
const FIRST = '1.35.3-gke.1290000';

/**
 * Finding about homes of the type `dynamic` on a cluster whose driver does not have it: no home would ever be made.
 * @param version version of the control plane, or the one that a new cluster gets; undefined where GKE does not say
 * @param exists whether the cluster exists
 */
export function dynamicDiskFinding(
  version: string | undefined,
  exists: boolean,
  locate: Locate,
): readonly Diagnostic[] {
  if (version === undefined || !isOlder(version, FIRST)) return [];
  const cluster = exists ? `The cluster runs Kubernetes ${version}` : `A new cluster starts with Kubernetes ${version}`;
  return [
    {
      ...locate(['storage', 'home', 'diskType']),
      severity: 'error',
      rule: 'cluster-version',
      message: `${cluster}, but homes of the type "dynamic" need ${FIRST} or later.`,
      hint: 'Use diskType: pd-balanced until GKE has upgraded the cluster. Homes that exist then keep their disks.',
    },
  ];
}

/** Whether a version such as `1.34.1-gke.1279000` comes before another; false for one of another form. */
function isOlder(version: string, other: string): boolean {
  const [a, b] = [version, other].map((text) => /^(\d+)\.(\d+)\.(\d+)-gke\.(\d+)/.exec(text)?.slice(1).map(Number));
  if (a === undefined || b === undefined) return false;
  for (const [index, number] of a.entries()) {
    const against = b[index] ?? 0;
    if (number !== against) return number < against;
  }
  return false;
}
