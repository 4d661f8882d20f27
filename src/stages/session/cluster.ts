import type { HubConfigMaps } from '../../access/hub/config-map.js';
import type { IapTarget } from '../../access/iap/sync.js';
import { getCluster, type LiveCluster } from '../../cloud/clusters.js';
import { Kubernetes } from '../../cloud/kubernetes.js';
import type { BackendService } from '../../cloud/project.js';
import { clusterIdOf } from '../../config/platform/cluster-id.js';
import { namespaceOf } from '../../helm/release/record.js';
import { allEnded } from '../../system/all-settled.js';
import { findBackend } from './backend-service.js';
import type { Session } from './session.js';

/** The cluster of a hub, once it can be spoken to. */
export interface ClusterConnection {
  readonly cluster: LiveCluster;
  readonly endpoint: string;
  readonly kubernetes: Kubernetes;
}

// GKE makes or deletes it, or could not make it: an API server may be there, and knows nobody.
const UNUSABLE = new Set(['PROVISIONING', 'STOPPING', 'ERROR']);

/**
 * The hub's cluster, or undefined when there is none that answers: not made yet, just being made or deleted, or broken.
 * A failure to sign in is reported before a failure to read the cluster.
 */
export async function connectCluster(session: Session): Promise<ClusterConnection | undefined> {
  const { config, context, google, token } = session;
  const [, cluster] = await allEnded([session.projectNumber(), getCluster(google, clusterIdOf(config))]);
  if (cluster === undefined || cluster.dnsEndpoint === undefined) return undefined;
  if (UNUSABLE.has(cluster.status)) return undefined;
  const kubernetes = new Kubernetes({ endpoint: cluster.dnsEndpoint, token, signal: context.signal });
  return { cluster, endpoint: cluster.dnsEndpoint, kubernetes };
}

/** The hub's ConfigMaps. */
export function hubConfigMaps(session: Session, { kubernetes }: Pick<ClusterConnection, 'kubernetes'>): HubConfigMaps {
  const hub = session.config.name;
  return { kubernetes, hub, namespace: namespaceOf(hub) };
}

/** IAP of a hub whose load balancer exists. */
export async function iapTarget(session: Session, backend: BackendService): Promise<IapTarget> {
  const { google, config } = session;
  return { google, hub: config.name, projectNumber: await session.projectNumber(), backendId: backend.id };
}

/** The load balancer's backend service of the hub; undefined while there is none. */
export function hubBackend(session: Session, { kubernetes }: ClusterConnection): Promise<BackendService | undefined> {
  const { google, config } = session;
  return findBackend({ kubernetes, google, project: config.project, namespace: namespaceOf(config.name) });
}
