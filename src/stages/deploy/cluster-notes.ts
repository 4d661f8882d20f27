import type { LiveCluster, OfferedVersions } from '../../cloud/clusters.js';
import type { ClusterConnection } from '../session/cluster.js';
import { absenceText, CHANNEL, offeredVersions, operationText, runningOperations } from '../session/cluster-status.js';
import type { Session } from '../session/session.js';

/** The most minor versions by which nodes may be older than the control plane (kubernetes.io/releases/version-skew-policy). */
const MOST_SKEW = 3;

/** Sentences about the cluster that a reader of the plan needs: why there is none, what GKE does to it, and its versions. */
export async function clusterNotes(
  session: Session,
  connection: ClusterConnection | undefined,
): Promise<readonly string[]> {
  if (connection === undefined) return [await absenceNote(session)];
  const { cluster } = connection;
  const [operations, offered] = await Promise.all([
    // GKE sets this status for all that it does to a running cluster.
    cluster.status === 'RECONCILING' ? runningOperations(session) : [],
    offeredVersions(session, cluster),
  ]);
  return [
    ...operations.map((one) => `${operationText(cluster.name, one)}: a change of the platform waits for its end.`),
    ...versionNotes(cluster, offered),
  ];
}

async function absenceNote(session: Session): Promise<string> {
  const { platform, location } = session.config;
  const why = await absenceText(session);
  const whole = `There is no cluster yet (${why}): all of the hub and of its people counts as new.`;
  if (platform.from !== undefined) return `${whole} The platform comes with ${platform.from}, which goes first.`;
  const offered = await offeredVersions(session);
  if (offered === undefined) return whole;
  return `${whole} A new cluster starts with Kubernetes ${offered.initial}, the default of the release channel ${CHANNEL} in ${location}.`;
}

/** What is wrong with the versions of a cluster; nothing where all is as usual. */
export function versionNotes(cluster: LiveCluster, offered: OfferedVersions | undefined): string[] {
  const { version, channel, nodePools } = cluster;
  const oldest = offered === undefined ? Number.NaN : Math.min(...offered.all.map(minorOf));
  const notes: string[] = [];
  if (minorOf(version) < oldest) {
    notes.push(
      `The cluster runs Kubernetes ${version}, which the release channel ${channel} no longer offers (oldest: 1.${oldest}): GKE upgrades it by itself.`,
    );
  }
  const late = nodePools.filter((pool) => minorOf(version) - minorOf(pool.version) > MOST_SKEW);
  for (const pool of late) {
    notes.push(
      `The nodes of the pool "${pool.name}" run Kubernetes ${pool.version}, more than ${MOST_SKEW} minor versions behind the control plane (${version}): upgrade the pool.`,
    );
  }
  return notes;
}

/** The minor version of such as `1.34.1-gke.1279000`; NaN, which is neither more nor less, where it has another form. */
function minorOf(version: string): number {
  return Number(/^1\.(\d+)\./.exec(version)?.[1]);
}
