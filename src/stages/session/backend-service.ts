import type { KubeObject, Kubernetes } from '../../cloud/kubernetes.js';
import { type BackendService, getBackendService } from '../../cloud/project.js';
import type { GoogleClient } from '../../cloud/rest.js';
import { ToolError } from '../../errors.js';

/** The hub whose load balancer is looked for. */
export interface BackendQuery {
  readonly kubernetes: Kubernetes;
  readonly google: GoogleClient;
  readonly project: string;
  readonly namespace: string;
}

/**
 * Finds the load balancer's backend service of the hub: the GKE controller lists the names in an annotation of the
 * Ingress, and Compute knows the numeric id that assertions and policies are about. Undefined while there is none.
 */
export async function findBackend(query: BackendQuery): Promise<BackendService | undefined> {
  const { kubernetes, google, project, namespace } = query;
  const ingress = await kubernetes.get({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    namespace,
    name: 'jupyterhub',
  });
  const names = backendNames(ingress);
  const found = await Promise.all(names.map((name) => getBackendService(google, project, name)));
  const present = found.filter((backend) => backend !== undefined);
  // The Ingress has a default backend too, which IAP does not guard; only the proxy's may count.
  const proxy = present.find(({ service }) => service === `${namespace}/proxy-public`);
  if (proxy) return proxy;
  const guarded = present.filter(({ service, iapEnabled }) => service === undefined && iapEnabled);
  if (guarded.length > 1) {
    throw new ToolError(`Several backend services could be the hub's: ${guarded.map(({ name }) => name).join(', ')}`, {
      where: `Ingress ${namespace}/jupyterhub`,
      hint: 'Take other services off this Ingress: the hub must be the only one behind it.',
    });
  }
  return guarded[0];
}

/** Audience of the assertions that Identity-Aware Proxy makes for a backend service (cloud.google.com/iap/docs/signed-headers-howto). */
export function audienceOf(projectNumber: string, backendId: string): string {
  return `/projects/${projectNumber}/global/backendServices/${backendId}`;
}

function backendNames(ingress: KubeObject | undefined): string[] {
  try {
    const noted: unknown = JSON.parse(ingress?.metadata.annotations?.['ingress.kubernetes.io/backends'] ?? '{}');
    return typeof noted === 'object' && noted !== null ? Object.keys(noted) : [];
  } catch {
    return [];
  }
}
