import type { ChangeAction } from '../change/change.js';
import type { ResourceEffect } from '../change/change-note.js';

/** All that the product knows of a terraform resource type. */
export interface ResourceType {
  /** Attributes whose values may be shown, as dotted paths; a name shows everything below it. */
  readonly attributes: readonly string[];
  /** True where deleting or replacing it loses data, an address that people use, or everything that runs. */
  readonly holdsData: boolean;
  /** Import id, from planned values; undefined where creating it succeeds although it exists already. */
  readonly importId: ((values: PlannedValues) => string) | undefined;
  /** What people notice. */
  readonly effect?: Partial<Record<ChangeAction, ResourceEffect>>;
}

type PlannedValues = Readonly<Record<string, string>>;

/**
 * Every type of the roots. A test fails for a type in terraform/ that is missing here. Computed ids and fingerprints are
 * not shown: they would only be noise.
 */
export const RESOURCE_TYPES: Readonly<Record<string, ResourceType>> = {
  google_project_service: {
    attributes: ['service'],
    holdsData: false,
    importId: undefined,
    effect: { delete: 'api-stays-enabled' },
  },
  google_compute_network: {
    attributes: ['name', 'project', 'routing_mode'],
    holdsData: true,
    importId: ({ project, name }) => `projects/${project}/global/networks/${name}`,
    effect: { replace: 'network-rebuilt' },
  },
  google_compute_subnetwork: {
    attributes: ['name', 'region', 'ip_cidr_range', 'private_ip_google_access', 'secondary_ip_range'],
    holdsData: true,
    importId: ({ project, region, name }) => `projects/${project}/regions/${region}/subnetworks/${name}`,
    effect: { replace: 'network-rebuilt' },
  },
  google_compute_router: {
    attributes: ['name', 'region'],
    holdsData: false,
    importId: ({ project, region, name }) => `projects/${project}/regions/${region}/routers/${name}`,
  },
  google_compute_router_nat: {
    attributes: [
      'name',
      'router',
      'nat_ip_allocate_option',
      'source_subnetwork_ip_ranges_to_nat',
      'enable_dynamic_port_allocation',
      'enable_endpoint_independent_mapping',
    ],
    holdsData: false,
    importId: ({ project, region, router, name }) => `${project}/${region}/${router}/${name}`,
    effect: { replace: 'connections-cut' },
  },
  google_service_account: {
    attributes: ['account_id', 'display_name', 'disabled', 'project'],
    holdsData: false,
    importId: ({ project, account_id: id }) =>
      `projects/${project}/serviceAccounts/${id}@${project}.iam.gserviceaccount.com`,
  },
  google_project_iam_member: {
    attributes: ['project', 'role', 'member', 'condition'],
    holdsData: false,
    importId: undefined,
  },
  google_compute_global_address: {
    attributes: ['name', 'address', 'address_type', 'description', 'labels', 'project'],
    holdsData: true,
    importId: ({ project, name }) => `projects/${project}/global/addresses/${name}`,
    effect: { delete: 'address-released', replace: 'address-replaced' },
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
      'node_locations',
      'datapath_provider',
      'enable_shielded_nodes',
      'cost_management_config',
      'maintenance_policy',
      'rbac_binding_config',
      'remove_default_node_pool',
      'ip_allocation_policy.cluster_secondary_range_name',
      'ip_allocation_policy.services_secondary_range_name',
      'private_cluster_config.enable_private_nodes',
      'private_cluster_config.enable_private_endpoint',
      'control_plane_endpoints_config.dns_endpoint_config.allow_external_traffic',
      'control_plane_endpoints_config.ip_endpoints_config.enabled',
      'workload_identity_config',
      'release_channel',
      'cluster_autoscaling.autoscaling_profile',
      'cluster_autoscaling.auto_provisioning_defaults.service_account',
      'cluster_autoscaling.auto_provisioning_defaults.oauth_scopes',
    ],
    holdsData: true,
    importId: ({ project, location, name }) => `projects/${project}/locations/${location}/clusters/${name}`,
    effect: {
      create: 'takes-ten-minutes',
      delete: 'everything-stops',
      replace: 'everything-stops-homes-reattached',
    },
  },
  google_container_node_pool: {
    attributes: [
      'name',
      'project',
      'location',
      'cluster',
      'node_locations',
      'autoscaling',
      'management',
      'upgrade_settings',
      'node_drain_config',
      ...[
        'disk_size_gb',
        'disk_type',
        'ephemeral_storage_local_ssd_config',
        'flex_start',
        'gcfs_config',
        'guest_accelerator',
        'gvnic',
        'image_type',
        'kubelet_config.insecure_kubelet_readonly_port_enabled',
        'kubelet_config.single_process_oom_kill',
        'labels',
        'machine_type',
        'max_run_duration',
        'oauth_scopes',
        'reservation_affinity',
        'resource_labels',
        'service_account',
        'shielded_instance_config',
        'spot',
        'taint',
        'workload_metadata_config',
      ].map((name) => `node_config.${name}`),
    ],
    holdsData: true,
    importId: ({ project, location, cluster, name }) =>
      `projects/${project}/locations/${location}/clusters/${cluster}/nodePools/${name}`,
  },
};

// Nothing is shown of a type that nobody has looked at, and losing it counts as losing data.
const UNKNOWN: ResourceType = { attributes: [], holdsData: true, importId: undefined };

/** What is known of a type; of an unknown one, the cautious answer. */
export function resourceType(type: string): ResourceType {
  return Object.hasOwn(RESOURCE_TYPES, type) ? (RESOURCE_TYPES[type] ?? UNKNOWN) : UNKNOWN;
}
