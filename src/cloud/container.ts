import type { ClusterManagerClient } from '@google-cloud/container/build/src/v1/cluster_manager_client.js';
import { ToolError } from '../errors.js';
import type { HttpMethod } from './http.js';
import type { GoogleClient } from './rest.js';

type Options = NonNullable<ConstructorParameters<typeof ClusterManagerClient>[0]>;
type Transport = NonNullable<Options['authClient']>;

/** Options of a call: the library does not repeat it, because `GoogleClient` does. */
const ONCE = { retry: null } as const;

// One for each client of ours: building it takes a tenth of a second.
const managers = new WeakMap<GoogleClient, Promise<ClusterManagerClient>>();

/**
 * Asks GKE through Google's own client library. The library is loaded at the first call. Its failures are those of
 * `GoogleClient`.
 */
export async function askGke<T>(
  google: GoogleClient,
  ask: (gke: ClusterManagerClient, options: typeof ONCE) => Promise<[T, ...unknown[]]>,
): Promise<T> {
  const known = managers.get(google) ?? createManager(google);
  managers.set(google, known);
  try {
    const [answer] = await ask(await known, ONCE);
    return answer;
  } catch (error) {
    // The library wraps what its transport throws.
    throw error instanceof Error && error.cause instanceof ToolError ? error.cause : error;
  }
}

async function createManager(google: GoogleClient): Promise<ClusterManagerClient> {
  // The root of the package loads five times as much: its v1beta1 client and generated code for gRPC.
  const { ClusterManagerClient } = await import('@google-cloud/container/build/src/v1/cluster_manager_client.js');
  return new ClusterManagerClient({
    // REST over HTTP/1.1: gRPC passes few proxies.
    fallback: true,
    authClient: transportOf(google),
  });
}

/**
 * Carries the library's calls over our client. So they have the endpoint, the credentials, the time limit, the retries, the proxy
 * and the errors of all other calls of Google.
 */
function transportOf(google: GoogleClient): Transport {
  const transport = {
    getRequestHeaders: async () => new Headers(),
    fetch: async (address: string, { method }: { readonly method: HttpMethod }) => {
      const { pathname, searchParams } = new URL(address);
      const path = pathname.replace(/^\/v1\//, '');
      const query = Object.fromEntries(searchParams);
      return Response.json(await google.call<object>({ service: 'container', method, path, query }));
    },
  };
  // Of an AuthClient the REST mode of google-gax uses these two methods only.
  return transport as unknown as Transport;
}
