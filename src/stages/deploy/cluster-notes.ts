import type { PlanNote } from '../../change/run-note.js';
import type { LiveCluster, OfferedVersions } from '../../cloud/clusters.js';
import type { ClusterConnection } from '../session/cluster.js';
import {
  channelOf,
  clusterAbsence,
  clusterWork,
  offeredVersions,
  runningOperations,
} from '../session/cluster-status.js';
import type { Session } from '../session/session.js';

/** The most minor versions by which nodes may be older than the control plane (kubernetes.io/releases/version-skew-policy). */
const MOST_SKEW = 3;

/** What a reader of the plan needs to know of the cluster: why there is none, what GKE does to it, and its versions. */
export async function clusterNotes(
  session: Session,
  connection: ClusterConnection | undefined,
): Promise<readonly PlanNote[]> {
  if (connection === undefined) return [await absenceNote(session)];
  const { cluster } = connection;
  const [operations, offered] = await Promise.all([
    // GKE sets this status for all that it does to a running cluster.
    cluster.status === 'RECONCILING' ? runningOperations(session) : [],
    offeredVersions(session, cluster),
  ]);
  return [
    ...operations.map((one) => ({ code: 'cluster-busy', ...clusterWork(cluster.name, one) }) as const),
    ...versionNotes(cluster, offered),
  ];
}

async function absenceNote(session: Session): Promise<PlanNote> {
  const { platform, location } = session.config;
  const note = { code: 'no-cluster', absence: await clusterAbsence(session) } as const;
  if (platform.from !== undefined) return { ...note, platformFrom: platform.from };
  const offered = await offeredVersions(session);
  return offered === undefined
    ? note
    : { ...note, version: offered.initial, channel: channelOf(session.config), location };
}

/** What is wrong with the versions of a cluster; nothing where all is as usual. */
export function versionNotes(cluster: LiveCluster, offered: OfferedVersions | undefined): PlanNote[] {
  const { version, channel, nodePools } = cluster;
  const oldest = offered === undefined ? Number.NaN : Math.min(...offered.all.map(minorOf));
  const late = nodePools.filter((pool) => minorOf(version) - minorOf(pool.version) > MOST_SKEW);
  return [
    ...(channel !== undefined && minorOf(version) < oldest
      ? [{ code: 'cluster-version-not-offered', version, channel, oldest: `1.${oldest}` } as const]
      : []),
    ...late.map(
      (pool) =>
        ({
          code: 'pool-version-too-old',
          pool: pool.name,
          version: pool.version,
          controlPlane: version,
          mostMinorVersions: MOST_SKEW,
        }) as const,
    ),
  ];
}

/** The minor version of such as `1.34.1-gke.1279000`; NaN, which is neither more nor less, where it has another form. */
function minorOf(version: string): number {
  return Number(/^1\.(\d+)\./.exec(version)?.[1]);
}
