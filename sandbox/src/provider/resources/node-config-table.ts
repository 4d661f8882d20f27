import type { Attribute, Block } from '../table.js';

const text = (api: string): Attribute => ({ type: 'string', is: 'optional computed', api });
const flag = (api: string): Attribute => ({ type: 'bool', is: 'required', api });
const switched = (api: string): Block => ({ max: 1, api, attributes: { enabled: flag('enabled') } });

const guestAccelerator: Block = {
  forceNew: true,
  api: 'accelerators',
  attributes: {
    type: { type: 'string', is: 'required', forceNew: true, api: 'acceleratorType' },
    count: { type: 'number', is: 'required', forceNew: true, api: 'acceleratorCount', wide: true },
  },
  blocks: {
    gpu_driver_installation_config: {
      max: 1,
      forceNew: true,
      api: 'gpuDriverInstallationConfig',
      attributes: {
        gpu_driver_version: { type: 'string', is: 'required', forceNew: true, api: 'gpuDriverVersion' },
      },
    },
    gpu_sharing_config: {
      max: 1,
      forceNew: true,
      api: 'gpuSharingConfig',
      attributes: {
        gpu_sharing_strategy: { type: 'string', is: 'required', forceNew: true, api: 'gpuSharingStrategy' },
        max_shared_clients_per_gpu: {
          type: 'number',
          is: 'required',
          forceNew: true,
          api: 'maxSharedClientsPerGpu',
          wide: true,
        },
      },
    },
  },
};

/** The machines of a pool, as far as the platform sets them. */
export const nodeConfig: Block = {
  max: 1,
  forceNew: true,
  api: 'config',
  attributes: {
    machine_type: text('machineType'),
    disk_type: text('diskType'),
    disk_size_gb: { type: 'number', is: 'optional computed', api: 'diskSizeGb' },
    image_type: text('imageType'),
    service_account: { type: 'string', is: 'optional computed', forceNew: true, api: 'serviceAccount' },
    oauth_scopes: { type: ['set', 'string'], is: 'optional computed', forceNew: true, api: 'oauthScopes' },
    spot: { type: 'bool', is: 'optional', forceNew: true, default: false, api: 'spot' },
    flex_start: { type: 'bool', is: 'optional', forceNew: true, api: 'flexStart' },
    max_run_duration: { type: 'string', is: 'optional', forceNew: true, api: 'maxRunDuration' },
    labels: { type: ['map', 'string'], is: 'optional computed', api: 'labels' },
    resource_labels: { type: ['map', 'string'], is: 'optional', api: 'resourceLabels', ownKeys: /^(?!goog-gke-)/ },
    metadata: { type: ['map', 'string'], is: 'optional computed', forceNew: true, api: 'metadata' },
  },
  blocks: {
    taint: {
      api: 'taints',
      // GKE's own taints are beside those of the configuration; the provider tells them by their keys.
      ownBy: 'key',
      attributes: {
        key: { type: 'string', is: 'required', api: 'key' },
        value: { type: 'string', is: 'required', api: 'value' },
        effect: { type: 'string', is: 'required', api: 'effect' },
      },
    },
    reservation_affinity: {
      max: 1,
      forceNew: true,
      api: 'reservationAffinity',
      attributes: {
        consume_reservation_type: { type: 'string', is: 'required', forceNew: true, api: 'consumeReservationType' },
        key: { type: 'string', is: 'optional', forceNew: true, api: 'key' },
        values: { type: ['set', 'string'], is: 'optional', forceNew: true, api: 'values' },
      },
    },
    guest_accelerator: guestAccelerator,
    ephemeral_storage_local_ssd_config: {
      max: 1,
      forceNew: true,
      api: 'ephemeralStorageLocalSsdConfig',
      attributes: {
        local_ssd_count: { type: 'number', is: 'required', forceNew: true, api: 'localSsdCount' },
      },
    },
    gvnic: switched('gvnic'),
    gcfs_config: switched('gcfsConfig'),
    shielded_instance_config: {
      max: 1,
      forceNew: true,
      api: 'shieldedInstanceConfig',
      attributes: {
        enable_secure_boot: { type: 'bool', is: 'optional', forceNew: true, default: false, api: 'enableSecureBoot' },
        enable_integrity_monitoring: {
          type: 'bool',
          is: 'optional',
          forceNew: true,
          default: true,
          api: 'enableIntegrityMonitoring',
        },
      },
    },
    workload_metadata_config: {
      max: 1,
      api: 'workloadMetadataConfig',
      attributes: { mode: { type: 'string', is: 'required', api: 'mode' } },
    },
    kubelet_config: {
      max: 1,
      api: 'kubeletConfig',
      attributes: {
        single_process_oom_kill: { type: 'bool', is: 'optional', api: 'singleProcessOomKill' },
        insecure_kubelet_readonly_port_enabled: {
          type: 'string',
          is: 'optional computed',
          api: 'insecureKubeletReadonlyPortEnabled',
          word: true,
        },
      },
    },
  },
};
