import { ApiError } from '../api-error.js';
import type { ServiceAccounts } from '../identities.js';
import { type Call, type Json, missingPermissions, projectPolicy, type World } from '../world.js';
import type { Compute } from './compute.js';
import { linkPath } from './compute-kinds.js';
import { regionOf } from './places.js';

// A regional Autopilot cluster cannot start with less. The number is an assumption; the refusal is Google's.
const CPUS_NEEDED = 12;

/** Paths of a new cluster's network and subnetwork; throws as GKE does where one of them does not exist. */
export function networkOf(
  world: World,
  compute: Compute,
  given: Json,
  location: string,
): { network: string; subnetwork: string } {
  const top = `projects/${world.project}`;
  const network = linkPath(String(given.network || 'global/networks/default')).replace(/^global/, `${top}/global`);
  const asked = String(given.subnetwork || network.split('/').at(-1));
  const subnetwork = asked.includes('/')
    ? linkPath(asked)
    : `${top}/regions/${regionOf(location)}/subnetworks/${asked}`;
  for (const [kind, path] of [
    ['Network', network],
    ['Subnetwork', subnetwork],
  ] as const) {
    if (!compute.find(path)) throw new ApiError(400, `${kind} "${path}" does not exist.`);
  }
  const policy = (given.ipAllocationPolicy ?? {}) as Json;
  const ranges = ((compute.find(subnetwork)?.secondaryIpRanges ?? []) as Json[]).map(({ rangeName }) => rangeName);
  for (const field of ['clusterSecondaryRangeName', 'servicesSecondaryRangeName']) {
    const range = policy[field];
    if (typeof range !== 'string' || range === '' || ranges.includes(range)) continue;
    throw new ApiError(
      400,
      `Secondary range "${range}" does not exist in network "${network}", subnetwork "${subnetwork}".`,
    );
  }
  return { network, subnetwork };
}

/** Nodes act as their service account, so their creator needs the right to act as it. */
export function checkAccounts(world: World, accounts: ServiceAccounts, given: Json, call: Call): void {
  const defaults = ((given.autoscaling as Json | undefined)?.autoprovisioningNodePoolDefaults ?? {}) as Json;
  const pools = (given.nodePools ?? []) as Json[];
  const configs = [given.nodeConfig, defaults, ...pools.map(({ config }) => config)] as (Json | undefined)[];
  for (const account of new Set(configs.map((config) => config?.serviceAccount))) {
    if (typeof account !== 'string' || account === '' || account === 'default') continue;
    if (!accounts.get(account)) throw new ApiError(400, `Service account "${account}" does not exist.`);
    const resources = [`serviceAccounts/${account}`, projectPolicy(world)];
    if (missingPermissions(world, call.identity, ['iam.serviceAccounts.actAs'], resources).length === 0) continue;
    throw new ApiError(
      400,
      `The user does not have access to service account "${account}". Ask a project owner to grant you the iam.serviceAccountUser role on the service account.`,
    );
  }
}

/** Throws GKE's refusal if the region's CPU quota is too small for a cluster. */
export function checkQuota(world: World, location: string): void {
  const limit = world.quota.get('CPUS');
  if (limit === undefined || limit >= CPUS_NEEDED) return;
  const [wanted, short, held] = [CPUS_NEEDED, CPUS_NEEDED - limit, limit].map((number) => number.toFixed(1));
  throw new ApiError(
    403,
    `Insufficient regional quota to satisfy request: resource "CPUS": request requires '${wanted}' and is short '${short}'. project has a quota of '${held}' with '${held}' available. View and manage quotas at https://console.cloud.google.com/iam-admin/quotas?usage=USED&project=${world.project}&location=${location}.`,
  );
}
