import { errorMessage, ToolError } from '../errors.js';
import type { TokenSource } from './auth.js';
import { endpointOf } from './endpoints.js';

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

type AuthOption = NonNullable<
  NonNullable<
    ConstructorParameters<
      typeof import('@google-cloud/container/build/src/v1/cluster_manager_client.js').ClusterManagerClient
    >[0]
  >['auth']
>;

// google.container.v1.Cluster.Status as numbers: the REST client of the library asks for numeric enums.
const STATUS = ['STATUS_UNSPECIFIED', 'PROVISIONING', 'RUNNING', 'RECONCILING', 'STOPPING', 'ERROR', 'DEGRADED'];

/**
 * Reads a cluster; undefined when it does not exist or the project has GKE still switched off.
 * The library (3 MB) is loaded at the first call only, by its v1 file: the package root would pull 12 MB more.
 */
export async function getCluster(
  id: { project: string; location: string; name: string },
  token: TokenSource,
  env: NodeJS.ProcessEnv,
): Promise<LiveCluster | undefined> {
  const [{ ClusterManagerClient }, { GoogleAuth, OAuth2Client }] = await Promise.all([
    import('@google-cloud/container/build/src/v1/cluster_manager_client.js'),
    import('google-auth-library'),
  ]);
  const endpoint = new URL(endpointOf('container', env));
  const authClient = new OAuth2Client();
  authClient.setCredentials({ access_token: await token() });
  const client = new ClusterManagerClient({
    fallback: true,
    protocol: endpoint.protocol.slice(0, -1),
    apiEndpoint: endpoint.hostname,
    port: Number(endpoint.port) || (endpoint.protocol === 'http:' ? 80 : 443),
    projectId: id.project,
    // google-gax carries its own copy of the auth library, whose types differ in private members only.
    auth: new GoogleAuth({ authClient }) as unknown as AuthOption,
  });
  const name = `projects/${id.project}/locations/${id.location}/clusters/${id.name}`;
  try {
    const [cluster] = await client.getCluster({ name }, { timeout: 60_000 });
    const dns = cluster.controlPlaneEndpointsConfig?.dnsEndpointConfig;
    return {
      name: cluster.name ?? id.name,
      status:
        typeof cluster.status === 'number' ? (STATUS[cluster.status] ?? 'UNKNOWN') : (cluster.status ?? 'UNKNOWN'),
      dnsEndpoint: dns?.endpoint || undefined,
      autopilot: cluster.autopilot?.enabled === true,
      version: cluster.currentMasterVersion ?? '',
    };
  } catch (error) {
    return explain(error, name);
  } finally {
    await client.close();
  }
}

function explain(error: unknown, where: string): undefined {
  const { code, message } = error as { code?: number; message?: string };
  const text = message ?? errorMessage(error);
  // gRPC codes and HTTP codes both occur: the REST fallback maps most, not all, of them.
  if (code === 5 || code === 404) return undefined;
  if (/SERVICE_DISABLED|has not been used in project|is disabled/.test(text)) return undefined;
  if (code === 7 || code === 403) {
    throw new ToolError(`The cluster may not be read: ${text}`, {
      where,
      hint: 'Grant roles/container.clusterViewer (plan) or roles/container.admin (apply) to this identity.',
      cause: error,
    });
  }
  if (code === 16 || code === 401) {
    throw new ToolError(`Google does not accept the credentials (${text})`, {
      where,
      hint: 'Sign in again; the token has expired or belongs to nobody.',
      cause: error,
    });
  }
  throw new ToolError(`The GKE API did not answer as expected: ${text}`, {
    where,
    hint: 'Run again; if it stays, check the network of this machine and the status page of Google Cloud.',
    cause: error,
  });
}
