import type { Attribute, Resource } from '../table.js';
import { nodeConfig } from './node-config-table.js';

const count = (api: string): Attribute => ({ type: 'number', is: 'optional', api });

/** The attributes of a node pool that the platform uses, and those that the API fills in. */
export const nodePool: Resource = {
  schemaVersion: 1,
  timeouts: ['create', 'update', 'delete'],
  attributes: {
    id: { type: 'string', is: 'optional computed' },
    project: { type: 'string', is: 'optional computed', forceNew: true },
    location: { type: 'string', is: 'optional computed', forceNew: true },
    cluster: { type: 'string', is: 'required', forceNew: true },
    name: { type: 'string', is: 'optional computed', forceNew: true, api: 'name' },
    node_locations: { type: ['set', 'string'], is: 'optional computed', api: 'locations' },
    initial_node_count: { type: 'number', is: 'optional computed', forceNew: true, api: 'initialNodeCount' },
    instance_group_urls: { type: ['list', 'string'], is: 'computed', api: 'instanceGroupUrls' },
    max_pods_per_node: {
      type: 'number',
      is: 'optional computed',
      forceNew: true,
      api: 'maxPodsConstraint.maxPodsPerNode',
      wide: true,
    },
    operation: { type: 'string', is: 'computed' },
  },
  blocks: {
    autoscaling: {
      max: 1,
      api: 'autoscaling',
      attributes: {
        min_node_count: count('minNodeCount'),
        max_node_count: count('maxNodeCount'),
        total_min_node_count: count('totalMinNodeCount'),
        total_max_node_count: count('totalMaxNodeCount'),
        location_policy: { type: 'string', is: 'optional computed', api: 'locationPolicy' },
      },
    },
    management: {
      max: 1,
      api: 'management',
      attributes: {
        auto_repair: { type: 'bool', is: 'optional', default: true, api: 'autoRepair' },
        auto_upgrade: { type: 'bool', is: 'optional', default: true, api: 'autoUpgrade' },
      },
    },
    upgrade_settings: {
      max: 1,
      computed: true,
      api: 'upgradeSettings',
      attributes: {
        strategy: { type: 'string', is: 'optional', default: 'SURGE', api: 'strategy' },
        max_surge: { type: 'number', is: 'optional computed', api: 'maxSurge' },
        max_unavailable: { type: 'number', is: 'optional computed', api: 'maxUnavailable' },
      },
      blocks: {
        blue_green_settings: {
          max: 1,
          computed: true,
          api: 'blueGreenSettings',
          attributes: {
            node_pool_soak_duration: { type: 'string', is: 'optional computed', api: 'nodePoolSoakDuration' },
          },
          blocks: {
            standard_rollout_policy: {
              max: 1,
              api: 'standardRolloutPolicy',
              attributes: {
                batch_percentage: { type: 'number', is: 'optional computed', api: 'batchPercentage' },
                batch_node_count: { type: 'number', is: 'optional computed', api: 'batchNodeCount' },
                batch_soak_duration: { type: 'string', is: 'optional computed', api: 'batchSoakDuration' },
              },
            },
          },
        },
      },
    },
    node_drain_config: {
      single: true,
      api: 'nodeDrainConfig',
      attributes: {
        grace_termination_duration: { type: 'string', is: 'optional', api: 'graceTerminationDuration' },
        pdb_timeout_duration: { type: 'string', is: 'optional', api: 'pdbTimeoutDuration' },
        respect_pdb_during_node_pool_deletion: {
          type: 'bool',
          is: 'optional',
          api: 'respectPdbDuringNodePoolDeletion',
        },
      },
    },
    node_config: nodeConfig,
  },
};
