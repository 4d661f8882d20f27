import type { ClusterAbsence, ClusterWork } from '../../change/run-note.js';
import {
  type ClusterOperation,
  clusterPath,
  getCluster,
  getOfferedVersions,
  type LiveCluster,
  listRunningOperations,
  type OfferedVersions,
  withReason,
} from '../../cloud/clusters.js';
import { GoogleApiError } from '../../cloud/rest.js';
import { type ClusterId, clusterIdOf, makesPlatform } from '../../config/platform/cluster-id.js';
import type { ReleaseChannel } from '../../config/platform/maintenance.js';
import { ToolError } from '../../errors.js';
import type { Session } from './session.js';

/** The channel that terraform/platform sets; that of the owner's file is not known to other hubs. */
export function channelOf({ platform }: Session['config']): ReleaseChannel {
  return platform.releaseChannel ?? 'REGULAR';
}

/** Why a run has no connection to the hub's cluster: it does not exist, or what GKE does to it. */
export async function clusterAbsence(session: Session): Promise<ClusterAbsence> {
  const live = await getCluster(session.google, idOf(session));
  if (live === undefined) return { state: 'missing', cluster: clusterIdOf(session.config).name };
  const cluster = live.name;
  // Its operation ended, and nothing that comes will mend it.
  if (live.status === 'ERROR') return { state: 'other-status', cluster, status: withReason('ERROR', live) };
  const [first] = await runningOperations(session);
  if (first !== undefined) return { state: 'busy', ...clusterWork(cluster, first) };
  if (live.dnsEndpoint === undefined) return { state: 'no-dns-endpoint', cluster };
  return { state: 'other-status', cluster, status: live.status };
}

/** Throws where GKE could not make the cluster: waiting does not help. */
export async function refuseBrokenCluster({ google, config }: Session): Promise<void> {
  const id = clusterIdOf(config);
  const live = await getCluster(google, id);
  if (live?.status !== 'ERROR') return;
  throw new ToolError(withReason(`The cluster ${live.name} is in the state ERROR`, live), {
    where: clusterPath(id),
    hint: makesPlatform(config)
      ? `Delete it, then run apply again, which makes a new one: gcloud container clusters delete ${live.name} --location=${id.location} --project=${id.project}`
      : 'Whoever manages the cluster must mend it.',
  });
}

/** What GKE does to the hub's cluster now; empty where that may not be read. */
export async function runningOperations(session: Session): Promise<readonly ClusterOperation[]> {
  return (await unlessRefused(listRunningOperations(session.google, idOf(session)))) ?? [];
}

/** An operation of GKE on a cluster, as notes have it. */
export function clusterWork(cluster: string, { type, started }: ClusterOperation): ClusterWork {
  return { cluster, operation: type, ...(started === '' ? {} : { started }) };
}

/** Versions that GKE offers where the hub's cluster is, by its release channel; undefined where that may not be read. */
export function offeredVersions(
  { google, config }: Session,
  cluster: Pick<LiveCluster, 'channel'> = { channel: channelOf(config) },
): Promise<OfferedVersions | undefined> {
  const { channel } = cluster;
  return channel === undefined
    ? Promise.resolve(undefined)
    : unlessRefused(getOfferedVersions(google, clusterIdOf(config), channel));
}

function idOf({ config }: Session): ClusterId {
  return clusterIdOf(config);
}

/** What is read for a note only must not end a run. */
async function unlessRefused<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof GoogleApiError) return undefined;
    throw error;
  }
}
