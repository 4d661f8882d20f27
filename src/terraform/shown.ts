import type { ChangeAction } from '../change/change.js';

/** What a reviewer is shown of a resource type. */
export interface TypeRule {
  /** Attributes whose values may be shown, as dotted paths; a name shows everything below it. */
  readonly attributes: readonly string[];
  /** True where deleting or replacing loses data, an address that people use, or everything that runs. */
  readonly holdsData?: boolean;
  readonly note?: Partial<Record<ChangeAction, string>>;
}

/** Allow-list per resource type: what is not here is never printed. Computed ids and fingerprints would only be noise. */
export const SHOWN: Readonly<Record<string, TypeRule>> = {
  google_project_service: {
    attributes: ['service'],
    note: { delete: 'the API stays enabled' },
  },
  google_compute_network: {
    attributes: ['name', 'project', 'routing_mode'],
    holdsData: true,
    note: { replace: 'everything in the network is made anew' },
  },
  google_compute_subnetwork: {
    attributes: ['name', 'region', 'ip_cidr_range', 'private_ip_google_access', 'secondary_ip_range'],
    holdsData: true,
    note: { replace: 'everything in the network is made anew' },
  },
  google_compute_router: { attributes: ['name', 'region'] },
  google_compute_router_nat: {
    attributes: [
      'name',
      'router',
      'nat_ip_allocate_option',
      'source_subnetwork_ip_ranges_to_nat',
      'enable_dynamic_port_allocation',
      'enable_endpoint_independent_mapping',
    ],
    note: { replace: 'connections of notebooks to the Internet are cut for a moment' },
  },
  google_service_account: { attributes: ['account_id', 'display_name', 'disabled', 'project'] },
  google_project_iam_member: { attributes: ['project', 'role', 'member', 'condition'] },
  google_compute_global_address: {
    attributes: ['name', 'address', 'address_type', 'project'],
    holdsData: true,
    note: { delete: "the hub's address is given back to Google", replace: 'the hub gets another address' },
  },
  google_container_cluster: {
    attributes: [
      'name',
      'project',
      'location',
      'enable_autopilot',
      'deletion_protection',
      'resource_labels',
      'network',
      'subnetwork',
      'networking_mode',
      'ip_allocation_policy.cluster_secondary_range_name',
      'ip_allocation_policy.services_secondary_range_name',
      'private_cluster_config.enable_private_nodes',
      'private_cluster_config.enable_private_endpoint',
      'control_plane_endpoints_config.dns_endpoint_config.allow_external_traffic',
      'control_plane_endpoints_config.ip_endpoints_config.enabled',
      'workload_identity_config',
      'release_channel',
      'cluster_autoscaling.auto_provisioning_defaults.service_account',
      'cluster_autoscaling.auto_provisioning_defaults.oauth_scopes',
    ],
    holdsData: true,
    note: {
      create: 'takes about ten minutes',
      delete: 'the hub and every notebook server stop',
      replace: 'the hub and every notebook server stop, and the homes have to be attached anew',
    },
  },
};

/** True for a plain object, not for an array or null. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
