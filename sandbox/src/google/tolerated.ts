import type { Json } from './world.js';

// Fields that provider 7.45 needs only itself but sends anyway (google/services/compute,
// resource_compute_network.go and resource_compute_router_nat.go). Compute takes no notice of them.
const OWN_TO_PROVIDER: Readonly<Record<string, readonly string[]>> = {
  'compute.networks.insert': ['routingConfig.deleteBgpAlwaysCompareMed'],
  'compute.networks.patch': ['routingConfig.deleteBgpAlwaysCompareMed'],
  'compute.routers.patch': ['nats.initialNatIps'],
};

/**
 * Whether Google takes a query parameter that its description no longer names. gcloud 5xx sends this one with each list,
 * and revisions of the description up to 2025 had it.
 */
export function isTolerated(method: string, parameter: string): boolean {
  return parameter === 'returnPartialSuccess' && /^compute\.\w+\.(list|aggregatedList)$/.test(method);
}

/** The body without the few fields that Google does not describe but its own provider sends. */
export function withoutTolerated(method: string, body: Json): Json {
  const paths = OWN_TO_PROVIDER[method] ?? [];
  if (paths.length === 0) return body;
  const copy = structuredClone(body);
  for (const path of paths) remove(copy, path.split('.'));
  return copy;
}

function remove(value: unknown, [key = '', ...rest]: readonly string[]): void {
  if (Array.isArray(value)) {
    for (const item of value) remove(item, [key, ...rest]);
  } else if (typeof value === 'object' && value !== null) {
    if (rest.length > 0) remove((value as Json)[key], rest);
    else delete (value as Json)[key];
  }
}
