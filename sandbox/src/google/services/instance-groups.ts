import { fingerprint, idOf } from '../ids.js';
import type { Json } from '../world.js';

/** The instance groups of node pools in a zone, as compute shows them (recording containernodepool). */
export function instanceGroups(clusters: readonly Json[], zone: string, now: Date): Json[] {
  return clusters.flatMap((cluster) =>
    ((cluster.nodePools ?? []) as Json[]).flatMap((pool) => groupOf(pool, zone, now)),
  );
}

function groupOf({ instanceGroupUrls, initialNodeCount }: Json, zone: string, now: Date): Json[] {
  return ((instanceGroupUrls ?? []) as string[])
    .filter((url) => url.includes(`/zones/${zone}/`))
    .map((url) => {
      const name = url.split('/').at(-1) ?? '';
      const base = name.replace(/-grp$/, '');
      const project = url.replace(/\/zones\/.*/, '');
      const size = Number(initialNodeCount ?? 0);
      return {
        kind: 'compute#instanceGroupManager',
        id: idOf(url),
        name,
        baseInstanceName: base,
        creationTimestamp: now.toISOString(),
        currentActions: size > 0 ? { none: size } : {},
        fingerprint: fingerprint(url),
        instanceGroup: url.replace('/instanceGroupManagers/', '/instanceGroups/'),
        instanceLifecyclePolicy: { defaultActionOnFailure: 'REPAIR', forceUpdateOnRepair: 'YES' },
        instanceTemplate: `${project}/global/instanceTemplates/${base}`,
        selfLink: url,
        status: { isStable: true },
        targetSize: size,
        updatePolicy: {
          maxSurge: { fixed: 1 },
          maxUnavailable: { fixed: 1 },
          minimalAction: 'REPLACE',
          replacementMethod: 'SUBSTITUTE',
          type: 'OPPORTUNISTIC',
        },
        zone: url.replace(/\/instanceGroupManagers\/.*/, ''),
      };
    });
}
