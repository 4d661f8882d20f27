import { ToolError } from '../errors.js';
import { askGke } from './container.js';
import { GoogleApiError, type GoogleClient } from './rest.js';

/** Names a cluster. */
export interface ClusterId {
  readonly project: string;
  /** Region or zone. */
  readonly location: string;
  readonly name: string;
}

/** What the product needs to know of a live GKE cluster. */
export interface LiveCluster {
  readonly name: string;
  /** `RUNNING`, `PROVISIONING`, `RECONCILING`, `STOPPING`, `ERROR` or `DEGRADED`. */
  readonly status: string;
  /** Why, in Google's words; empty where it does not say. */
  readonly statusMessage: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Host of the DNS endpoint of the API server, without a scheme; undefined when it is off. */
  readonly dnsEndpoint: string | undefined;
  readonly autopilot: boolean;
  /** Kubernetes version of the control plane, such as `1.34.1-gke.1279000`. */
  readonly version: string;
  /** `RAPID`, `REGULAR`, `STABLE` or `EXTENDED`; undefined for a cluster in no channel. */
  readonly channel: string | undefined;
  readonly nodePools: readonly { readonly name: string; readonly version: string }[];
  /** What a hub needs of a cluster, as the cluster has it. */
  readonly features: ClusterFeatures;
}

/** Parts of a cluster that can be off. */
export interface ClusterFeatures {
  /** Pods get identities of Google (Workload Identity). */
  readonly workloadIdentity: boolean;
  /** NetworkPolicy objects have an effect: Dataplane V2, or the older add-on. */
  readonly networkPolicy: boolean;
  /** The DNS endpoint of the API server answers from outside of the network. */
  readonly dnsEndpoint: boolean;
  /** Ingress objects get a load balancer. */
  readonly loadBalancing: boolean;
  /** Buckets can be mounted (Cloud Storage FUSE). */
  readonly bucketMounts: boolean;
}

/** Something that GKE does to a cluster at this time. */
export interface ClusterOperation {
  /** Such as `CREATE_CLUSTER` or `UPGRADE_MASTER`. */
  readonly type: string;
  /** RFC 3339, in UTC. */
  readonly started: string;
}

/** Kubernetes versions that GKE offers in a location by one release channel. */
export interface OfferedVersions {
  /** What a new cluster gets. */
  readonly initial: string;
  /** The newest first. */
  readonly all: readonly string[];
}

/** Full name of a cluster, as GKE writes it. */
export function clusterPath({ project, location, name }: ClusterId): string {
  return `projects/${project}/locations/${location}/clusters/${name}`;
}

/** A text about a cluster with Google's words behind it, where it says why. */
export function withReason(text: string, { statusMessage }: Pick<LiveCluster, 'statusMessage'>): string {
  return statusMessage === '' ? text : `${text}: ${statusMessage}`;
}

/** Reads a cluster; undefined when it does not exist or the project has GKE still switched off. */
export async function getCluster(google: GoogleClient, id: ClusterId): Promise<LiveCluster | undefined> {
  const name = clusterPath(id);
  try {
    const cluster = await askGke(google, (gke, once) => gke.getCluster({ name }, once));
    return {
      name: cluster.name || id.name,
      status: String(cluster.status),
      statusMessage: cluster.statusMessage ?? '',
      labels: cluster.resourceLabels ?? {},
      dnsEndpoint: cluster.controlPlaneEndpointsConfig?.dnsEndpointConfig?.endpoint || undefined,
      autopilot: cluster.autopilot?.enabled === true,
      version: cluster.currentMasterVersion ?? '',
      channel: channelOf(cluster.releaseChannel?.channel),
      nodePools: (cluster.nodePools ?? []).map((pool) => ({ name: pool.name ?? '', version: pool.version ?? '' })),
      features: {
        workloadIdentity: Boolean(cluster.workloadIdentityConfig?.workloadPool),
        networkPolicy:
          String(cluster.networkConfig?.datapathProvider) === 'ADVANCED_DATAPATH' ||
          cluster.networkPolicy?.enabled === true,
        dnsEndpoint: cluster.controlPlaneEndpointsConfig?.dnsEndpointConfig?.allowExternalTraffic === true,
        loadBalancing: cluster.addonsConfig?.httpLoadBalancing?.disabled !== true,
        bucketMounts: cluster.addonsConfig?.gcsFuseCsiDriverConfig?.enabled === true,
      },
    };
  } catch (error) {
    if (!(error instanceof GoogleApiError)) throw error;
    if (error.status === 404 || error.reason === 'SERVICE_DISABLED') return undefined;
    if (error.status !== 403) throw error;
    throw new ToolError(`The cluster may not be read: ${error.message}`, {
      where: name,
      hint: 'Grant roles/container.clusterViewer (plan) or roles/container.admin (apply) to this identity.',
      cause: error,
    });
  }
}

/** What GKE does to a cluster at this time, the oldest first. */
export async function listRunningOperations(google: GoogleClient, id: ClusterId): Promise<readonly ClusterOperation[]> {
  const parent = `projects/${id.project}/locations/${id.location}`;
  const { operations } = await askGke(google, (gke, once) => gke.listOperations({ parent }, once));
  // The link names the project by its number, and may go on with a node pool of the cluster.
  const ofCluster = new RegExp(`/clusters/${id.name}(/|$)`);
  return (operations ?? [])
    .filter(({ status, targetLink }) => String(status) !== 'DONE' && ofCluster.test(targetLink ?? ''))
    .map((operation) => ({ type: String(operation.operationType), started: operation.startTime ?? '' }))
    .sort((a, b) => a.started.localeCompare(b.started));
}

/** Versions that GKE offers in a location by a channel; undefined where it does not offer that channel. */
export async function getOfferedVersions(
  google: GoogleClient,
  { project, location }: Pick<ClusterId, 'project' | 'location'>,
  channel: string,
): Promise<OfferedVersions | undefined> {
  const name = `projects/${project}/locations/${location}`;
  const { channels } = await askGke(google, (gke, once) => gke.getServerConfig({ name }, once));
  const offered = channels?.find((one) => String(one.channel) === channel);
  return offered?.defaultVersion ? { initial: offered.defaultVersion, all: offered.validVersions ?? [] } : undefined;
}

function channelOf(channel: unknown): string | undefined {
  return channel === undefined || channel === null || channel === 'UNSPECIFIED' ? undefined : String(channel);
}
