import { ToolError } from '../errors.js';
import { GoogleApiError, type GoogleClient } from './rest.js';

/** What the product needs to know of a live GKE cluster. */
export interface LiveCluster {
  readonly name: string;
  /** `RUNNING`, `PROVISIONING`, `RECONCILING`, `STOPPING`, `ERROR` or `DEGRADED`. */
  readonly status: string;
  /** Host of the DNS endpoint of the API server, without a scheme; undefined when it is off. */
  readonly dnsEndpoint: string | undefined;
  readonly autopilot: boolean;
  readonly version: string;
}

/** The fields of google.container.v1.Cluster that are read. */
interface Cluster {
  readonly name?: string;
  readonly status?: string;
  readonly currentMasterVersion?: string;
  readonly autopilot?: { readonly enabled?: boolean };
  readonly controlPlaneEndpointsConfig?: { readonly dnsEndpointConfig?: { readonly endpoint?: string } };
}

/**
 * Reads a cluster; undefined when it does not exist or the project has GKE still switched off.
 * By one REST call: the client library of GKE takes half a second and three megabytes to make the same.
 */
export async function getCluster(
  google: GoogleClient,
  id: { readonly project: string; readonly location: string; readonly name: string },
): Promise<LiveCluster | undefined> {
  const name = `projects/${id.project}/locations/${id.location}/clusters/${id.name}`;
  try {
    const cluster = await google.get<Cluster>({ service: 'container', path: name });
    if (cluster === undefined) return undefined;
    return {
      name: cluster.name ?? id.name,
      status: cluster.status ?? 'UNKNOWN',
      dnsEndpoint: cluster.controlPlaneEndpointsConfig?.dnsEndpointConfig?.endpoint || undefined,
      autopilot: cluster.autopilot?.enabled === true,
      version: cluster.currentMasterVersion ?? '',
    };
  } catch (error) {
    if (!(error instanceof GoogleApiError)) throw error;
    if (error.reason === 'SERVICE_DISABLED') return undefined;
    if (error.status !== 403) throw error;
    throw new ToolError(`The cluster may not be read: ${error.message}`, {
      where: name,
      hint: 'Grant roles/container.clusterViewer (plan) or roles/container.admin (apply) to this identity.',
      cause: error,
    });
  }
}
