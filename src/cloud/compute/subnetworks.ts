import { GoogleApiError, type GoogleClient } from '../rest.js';

/** A subnetwork of a network that somebody else manages, as far as a cluster needs it. */
export interface Subnetwork {
  /** Path of its network, such as `projects/acme-net/global/networks/vpc`. */
  readonly network: string;
  /** Names of its secondary ranges. */
  readonly ranges: readonly string[];
  /** Whether nodes without public addresses reach Google's APIs. */
  readonly reachesGoogle: boolean;
}

/**
 * Reads a subnetwork. `denied` where the caller may not see it, as in the host project of a Shared VPC; undefined where
 * there is none.
 */
export async function getSubnetwork(
  google: GoogleClient,
  { project, region, name }: { readonly project: string; readonly region: string; readonly name: string },
): Promise<Subnetwork | 'denied' | undefined> {
  const path = `projects/${project}/regions/${region}/subnetworks/${encodeURIComponent(name)}`;
  let found:
    | { network?: string; secondaryIpRanges?: { rangeName?: string }[]; privateIpGoogleAccess?: boolean }
    | undefined;
  try {
    found = await google.get({ service: 'compute', path });
  } catch (error) {
    if (error instanceof GoogleApiError && error.status === 403 && error.reason !== 'SERVICE_DISABLED') return 'denied';
    throw error;
  }
  if (found === undefined) return undefined;
  return {
    network: (found.network ?? '').replace(/^.*\/(?=projects\/)/, ''),
    ranges: (found.secondaryIpRanges ?? []).flatMap(({ rangeName }) => (rangeName ? [rangeName] : [])),
    reachesGoogle: found.privateIpGoogleAccess === true,
  };
}
