import {
  type ClusterOperation,
  getCluster,
  getOfferedVersions,
  type LiveCluster,
  listRunningOperations,
  type OfferedVersions,
} from '../../cloud/clusters.js';
import { GoogleApiError } from '../../cloud/rest.js';
import type { Session } from './session.js';

// The channel that terraform/platform sets; the configuration may not name another one yet.
export const CHANNEL = 'REGULAR';

/** Why a run has no connection to the hub's cluster, as a clause: it does not exist, or what GKE does to it. */
export async function absenceText(session: Session): Promise<string> {
  const cluster = await getCluster(session.google, idOf(session));
  if (cluster === undefined) return `"${session.config.platform.name}" does not exist`;
  const [first] = await runningOperations(session);
  if (first !== undefined) return operationText(cluster.name, first);
  if (cluster.dnsEndpoint === undefined) return `the DNS endpoint of "${cluster.name}" is off`;
  return `"${cluster.name}" is ${cluster.status}`;
}

/** What GKE does to the hub's cluster now; empty where that may not be read. */
export async function runningOperations(session: Session): Promise<readonly ClusterOperation[]> {
  return (await unlessRefused(listRunningOperations(session.google, idOf(session)))) ?? [];
}

/** An operation as a clause, with its start in UTC. */
export function operationText(cluster: string, { type, started }: ClusterOperation): string {
  const minute = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(started);
  const since = minute === null ? '' : ` since ${minute[1]} ${minute[2]} UTC`;
  return `GKE runs ${type} on "${cluster}"${since}`;
}

/** Versions that GKE offers where the hub's cluster is, by its release channel; undefined where that may not be read. */
export function offeredVersions(
  { google, config }: Session,
  cluster: Pick<LiveCluster, 'channel'> = { channel: CHANNEL },
): Promise<OfferedVersions | undefined> {
  const { channel } = cluster;
  return channel === undefined
    ? Promise.resolve(undefined)
    : unlessRefused(getOfferedVersions(google, config, channel));
}

function idOf({ config }: Session): { readonly project: string; readonly location: string; readonly name: string } {
  return { project: config.project, location: config.location, name: config.platform.name };
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
