import { type Block, type Resource, sameLink } from '../table.js';
import { maintenancePolicy } from './maintenance.js';
import { nodeConfig } from './node-config-table.js';

const privateCluster: Block = {
  max: 1,
  attributes: {
    enable_private_endpoint: { type: 'bool', is: 'optional' },
    enable_private_nodes: { type: 'bool', is: 'optional', api: 'networkConfig.defaultEnablePrivateNodes' },
  },
};

const endpoints: Block = {
  max: 1,
  api: 'controlPlaneEndpointsConfig',
  attributes: {},
  blocks: {
    dns_endpoint_config: {
      max: 1,
      api: 'dnsEndpointConfig',
      attributes: {
        allow_external_traffic: { type: 'bool', is: 'optional', api: 'allowExternalTraffic' },
        endpoint: { type: 'string', is: 'optional computed', api: 'endpoint', readOnly: true },
      },
    },
    ip_endpoints_config: {
      max: 1,
      api: 'ipEndpointsConfig',
      attributes: { enabled: { type: 'bool', is: 'optional', api: 'enabled' } },
    },
  },
};

const autoscaling: Block = {
  max: 1,
  api: 'autoscaling',
  attributes: {
    autoscaling_profile: { type: 'string', is: 'optional', default: 'BALANCED', api: 'autoscalingProfile' },
  },
  blocks: {
    auto_provisioning_defaults: {
      max: 1,
      api: 'autoprovisioningNodePoolDefaults',
      attributes: {
        service_account: { type: 'string', is: 'optional', default: 'default', api: 'serviceAccount' },
        oauth_scopes: { type: ['list', 'string'], is: 'optional computed', api: 'oauthScopes' },
      },
    },
  },
};

/** The attributes of a cluster that the platform uses, and those that the API fills in. */
export const cluster: Resource = {
  schemaVersion: 2,
  timeouts: ['create', 'read', 'update', 'delete'],
  attributes: {
    id: { type: 'string', is: 'optional computed' },
    project: { type: 'string', is: 'optional computed', forceNew: true },
    name: { type: 'string', is: 'required', forceNew: true, api: 'name' },
    location: { type: 'string', is: 'optional computed', forceNew: true, api: 'location', readOnly: true },
    enable_autopilot: { type: 'bool', is: 'optional', forceNew: true, api: 'autopilot.enabled' },
    deletion_protection: { type: 'bool', is: 'optional', default: true },
    resource_labels: { type: ['map', 'string'], is: 'optional', api: 'resourceLabels' },
    network: {
      type: 'string',
      is: 'optional',
      forceNew: true,
      default: 'default',
      api: 'network',
      same: sameLink,
    },
    subnetwork: { type: 'string', is: 'optional computed', forceNew: true, api: 'subnetwork', same: sameLink },
    node_locations: { type: ['set', 'string'], is: 'optional computed', api: 'locations' },
    datapath_provider: {
      type: 'string',
      is: 'optional computed',
      forceNew: true,
      api: 'networkConfig.datapathProvider',
    },
    enable_shielded_nodes: { type: 'bool', is: 'optional', default: true, api: 'shieldedNodes.enabled' },
    remove_default_node_pool: { type: 'bool', is: 'optional' },
    initial_node_count: { type: 'number', is: 'optional', forceNew: true, api: 'initialNodeCount' },
    networking_mode: { type: 'string', is: 'optional computed', forceNew: true },
    endpoint: { type: 'string', is: 'computed', api: 'endpoint' },
    master_version: { type: 'string', is: 'computed', api: 'currentMasterVersion' },
    label_fingerprint: { type: 'string', is: 'computed', api: 'labelFingerprint' },
    services_ipv4_cidr: { type: 'string', is: 'computed', api: 'servicesIpv4Cidr' },
    self_link: { type: 'string', is: 'computed', api: 'selfLink' },
    operation: { type: 'string', is: 'computed' },
  },
  blocks: {
    ip_allocation_policy: {
      max: 1,
      forceNew: true,
      api: 'ipAllocationPolicy',
      attributes: {
        cluster_secondary_range_name: {
          type: 'string',
          is: 'optional computed',
          forceNew: true,
          api: 'clusterSecondaryRangeName',
        },
        services_secondary_range_name: {
          type: 'string',
          is: 'optional computed',
          forceNew: true,
          api: 'servicesSecondaryRangeName',
        },
      },
    },
    private_cluster_config: privateCluster,
    control_plane_endpoints_config: endpoints,
    workload_identity_config: {
      max: 1,
      api: 'workloadIdentityConfig',
      attributes: { workload_pool: { type: 'string', is: 'optional', api: 'workloadPool' } },
    },
    release_channel: {
      max: 1,
      api: 'releaseChannel',
      attributes: { channel: { type: 'string', is: 'required', api: 'channel' } },
    },
    cluster_autoscaling: autoscaling,
    cost_management_config: {
      max: 1,
      api: 'costManagementConfig',
      attributes: { enabled: { type: 'bool', is: 'required', api: 'enabled' } },
    },
    rbac_binding_config: {
      max: 1,
      api: 'rbacBindingConfig',
      attributes: {
        enable_insecure_binding_system_authenticated: {
          type: 'bool',
          is: 'optional',
          api: 'enableInsecureBindingSystemAuthenticated',
        },
        enable_insecure_binding_system_unauthenticated: {
          type: 'bool',
          is: 'optional',
          api: 'enableInsecureBindingSystemUnauthenticated',
        },
      },
    },
    maintenance_policy: maintenancePolicy,
    node_config: { ...nodeConfig, api: 'nodeConfig' },
  },
};
