import type { IngressCloud, Resource } from './ingress-cloud.js';
import { type BackendSettings, resourceName } from './ingress-model.js';

/** A cluster's id and the zones of its nodes. */
export interface Place {
  readonly cluster: string;
  readonly zones: readonly string[];
}

/** OAuth client of the sign-in page. */
export interface OauthClient {
  readonly id: string;
  readonly secret: string;
}

/** A backend service of the load balancer. */
export interface Backend {
  readonly name: string;
  /** Numeric id; 64 bits, so kept as text. */
  readonly id: string;
  /** Audience of IAP's assertions for it. */
  readonly audience: string;
  readonly iap: boolean;
  readonly timeoutSec: number;
}

/** One port of a Service. */
export interface ServedPort {
  readonly namespace: string;
  readonly service: string;
  readonly port: { readonly name: string; readonly number: number };
}

const SERVICE = 'kubernetes.io/service-name';
const INGRESS = 'kubernetes.io/ingress-name';
const FALLBACK = 'kube-system/default-http-backend';

/** Creates or updates the NEGs and the backend service of a port. */
export async function ensureBackend(
  cloud: IngressCloud,
  { cluster, zones }: Place,
  { namespace, service, port }: ServedPort,
  settings: BackendSettings,
  client: OauthClient | undefined,
): Promise<Backend> {
  const name = resourceName(cluster, [namespace, service, String(port.number)]);
  const network = await cloud.clusterNetwork();
  const groups: string[] = [];
  for (const zone of zones) {
    const collection = `zones/${zone}/networkEndpointGroups`;
    // Compute cannot change a group, so an existing one of this name is used unchanged.
    const present = await cloud.get(`${collection}/${name}`);
    const group =
      present ??
      (await cloud.ensure(collection, {
        name,
        networkEndpointType: 'GCE_VM_IP_PORT',
        description: JSON.stringify({
          'cluster-uid': cluster,
          namespace,
          'service-name': service,
          port: String(port.number),
        }),
        ...network,
      }));
    groups.push(String(group.selfLink));
  }
  const { iap, timeoutSec, drainingTimeoutSec } = settings;
  const made = await cloud.ensure('global/backendServices', {
    name,
    description: JSON.stringify({
      [SERVICE]: `${namespace}/${service}`,
      'kubernetes.io/service-port': port.name || String(port.number),
      'x-features': ['NEG', ...(iap ? ['IAP'] : [])],
    }),
    backends: groups.map((group) => ({ group, balancingMode: 'RATE', maxRatePerEndpoint: 1 })),
    // Without a client the one of before stays, as with GKE (github.com/kubernetes/ingress-gce, issue 2924).
    ...(iap === undefined
      ? {}
      : { iap: { enabled: iap, ...(client && { oauth2ClientId: client.id, oauth2ClientSecret: client.secret }) } }),
    ...(timeoutSec === undefined ? {} : { timeoutSec }),
    ...(drainingTimeoutSec === undefined ? {} : { connectionDraining: { drainingTimeoutSec } }),
  });
  return {
    name,
    id: String(made.id),
    audience: `/projects/${await cloud.projectNumber()}/global/backendServices/${String(made.id)}`,
    iap: (made.iap as { enabled?: boolean } | undefined)?.enabled === true,
    timeoutSec: typeof made.timeoutSec === 'number' ? made.timeoutSec : 30,
  };
}

/** Creates the backend that answers 404 if no rule matches, and returns its name. */
export async function ensureFallback(cloud: IngressCloud, { cluster }: Place): Promise<string> {
  const made = await cloud.ensure('global/backendServices', {
    name: resourceName(cluster, ['kube-system', 'default-http-backend', '80']),
    description: JSON.stringify({ [SERVICE]: FALLBACK, 'kubernetes.io/service-port': 'http' }),
  });
  return String(made.name);
}

/** Creates the forwarding rules of an Ingress. Returns its address and its annotations. */
export async function ensureFront(
  cloud: IngressCloud,
  { cluster }: Place,
  ingress: { readonly namespace: string; readonly name: string },
  address: string | undefined,
): Promise<{ readonly ip: string; readonly notes: Readonly<Record<string, string>> }> {
  const notes: Record<string, string> = {};
  let ip = address;
  for (const [kind, port, note] of [
    ['fr', '80', 'forwarding-rule'],
    ['fs', '443', 'https-forwarding-rule'],
  ] as const) {
    const rule = await cloud.ensure('global/forwardingRules', {
      name: resourceName(cluster, [ingress.namespace, ingress.name], `k8s2-${kind}`),
      description: JSON.stringify({ [INGRESS]: `${ingress.namespace}/${ingress.name}` }),
      portRange: `${port}-${port}`,
      ...(ip === undefined ? {} : { IPAddress: ip }),
    });
    ip = String(rule.IPAddress);
    notes[`ingress.kubernetes.io/${note}`] = String(rule.name);
  }
  return { ip: ip ?? '', notes };
}

/** Deletes the resources of an Ingress in dependency order; `last` also deletes the fallback. */
export async function removeBalancer(
  cloud: IngressCloud,
  { zones }: Place,
  ingress: { readonly namespace: string; readonly name: string; readonly services: readonly string[] },
  last: boolean,
): Promise<void> {
  const { namespace, name, services } = ingress;
  for (const rule of await cloud.list('global/forwardingRules')) {
    if (noted(rule, INGRESS) === `${namespace}/${name}`)
      await cloud.remove(`global/forwardingRules/${String(rule.name)}`);
  }
  const gone = new Set([...services.map((service) => `${namespace}/${service}`), ...(last ? [FALLBACK] : [])]);
  for (const backend of await cloud.list('global/backendServices')) {
    if (!gone.has(String(noted(backend, SERVICE)))) continue;
    await cloud.remove(`global/backendServices/${String(backend.name)}`);
    for (const zone of zones) await cloud.remove(`zones/${zone}/networkEndpointGroups/${String(backend.name)}`);
  }
}

function noted(resource: Resource, field: string): unknown {
  try {
    return (JSON.parse(String(resource.description ?? '')) as Record<string, unknown>)[field];
  } catch {
    return undefined;
  }
}
