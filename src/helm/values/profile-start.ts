import type { Env, JsonObject, OptionChoice, Profile, ResourceRange, SharedMemory } from '../../config/model.js';
import { bytes, cores } from '../../config/quantity.js';
import { secretObject } from './secrets.js';
import { computeClass } from './servers/compute-classes.js';
import { escapeBraces } from './values.js';

/** Seconds for the first answer of a server whose image loads large libraries before it listens. KubeSpawner has 30. */
const SLOW_HTTP = 120;
const SHARED_MEMORY = 'jupyterhub-gke-shm';

/**
 * What a profile sets in KubeSpawner. It says everything, so that the same pod starts whether the profile is the only one
 * or one of several. Labels and taints are those of GKE Autopilot (GKE documentation "Deploy GPU workloads in Autopilot",
 * "TPUs in Autopilot", "Spot Pods", "flex-start", and the label constants of GKE's autoscaler, read 2026-11), or of the
 * platform's own node pools.
 *
 * KubeSpawner merges objects into what is there already. It replaces lists, so helm/hub/profile_groups.py adds the
 * tolerations to those of the chart.
 */
export function startOverride(profile: Profile, hub: string): JsonObject {
  const { startTimeout } = profile;
  const devices = deviceLimits(profile);
  const selector = nodeSelector(profile, hub);
  const tolerations = tolerationsOf(profile);
  return {
    ...sizeOverride(profile.cpu, profile.memory),
    ...(profile.image === undefined ? {} : { image: profile.image }),
    ...(devices === undefined ? {} : { extra_resource_limits: devices, extra_resource_guarantees: devices }),
    ...(Object.keys(selector).length === 0 ? {} : { node_selector: selector }),
    ...(tolerations.length === 0 ? {} : { tolerations }),
    ...memoryOverride(profile.sharedMemory, profile.memory),
    ...envOverride(profile.env, hub),
    ...(profile.sandbox ? { extra_pod_config: { runtimeClassName: 'gvisor' } } : {}),
    ...(startTimeout === undefined ? {} : { start_timeout: startTimeout }),
    ...(devices === undefined ? {} : { http_timeout: SLOW_HTTP }),
  };
}

/** What a choice of an option changes in it. */
export function choiceOverride(choice: OptionChoice, profile: Profile, hub: string): JsonObject {
  const { cpu, memory, image } = choice;
  return {
    ...(cpu === undefined ? {} : cpuOverride(cpu)),
    ...(memory === undefined ? {} : memOverride(memory)),
    // Half of another memory is another size.
    ...(memory === undefined || profile.sharedMemory !== 'half' ? {} : memoryOverride('half', memory)),
    ...(image === undefined ? {} : { image }),
    ...envOverride(choice.env, hub),
  };
}

/** Whether more is set than CPU, memory and image, which the chart has values for. */
export function needsOverride(profile: Profile): boolean {
  const { gpu, tpu, env, options, unlistedImage, startTimeout, sharedMemory, sandbox, placement } = profile;
  const { capacity, capacityOrder } = profile;
  return (
    [gpu, tpu, unlistedImage, startTimeout, sharedMemory, placement].some((one) => one !== undefined) ||
    options.length > 0 ||
    Object.keys(env).length > 0 ||
    capacity !== 'on-demand' ||
    capacityOrder.length > 0 ||
    sandbox
  );
}

/** Names of the secrets that are variables of some profile's servers. */
export function profileSecrets(profiles: readonly Profile[]): readonly string[] {
  const all = profiles.flatMap(({ env, options }) => [
    env,
    ...options.flatMap(({ choices }) => choices.map((choice) => choice.env)),
  ]);
  const values = all.flatMap((one) => Object.values(one));
  return [...new Set(values.flatMap((value) => (typeof value === 'string' ? [] : [value.secretRef])))].sort();
}

/** CPU and memory of a server in KubeSpawner's terms. */
function sizeOverride(cpu: ResourceRange, memory: ResourceRange): JsonObject {
  return { ...cpuOverride(cpu), ...memOverride(memory) };
}

function cpuOverride(cpu: ResourceRange): JsonObject {
  return { cpu_guarantee: cores(cpu.guarantee), cpu_limit: limitOf(cpu, cores) };
}

/** KubeSpawner takes K, M, G, T for powers of 1024 and knows no Ki or Mi, so sizes are given in bytes. */
function memOverride(memory: ResourceRange): JsonObject {
  return { mem_guarantee: bytes(memory.guarantee), mem_limit: limitOf(memory, bytes) };
}

/** KubeSpawner takes null for no limit. A profile must say it, because the default server can have one. */
export function limitOf({ limit }: ResourceRange, amount: (text: string) => number): number | null {
  return limit === undefined ? null : amount(limit);
}

function deviceLimits({ gpu, tpu, placement }: Profile): JsonObject | undefined {
  const devices = placement?.devices;
  if (devices !== undefined) return { [devices.resource]: String(devices.count) };
  if (gpu !== undefined) return { 'nvidia.com/gpu': String(gpu.count) };
  return tpu === undefined ? undefined : { 'google.com/tpu': String(tpu.chips) };
}

function nodeSelector(profile: Profile, hub: string): JsonObject {
  const { name, gpu, tpu, capacity, capacityOrder, reservation, placement } = profile;
  // The class says which machines these are.
  if (capacityOrder.length > 0) return { 'cloud.google.com/compute-class': computeClass(hub, name) };
  return {
    ...placement?.labels,
    ...(gpu === undefined ? {} : { 'cloud.google.com/gke-accelerator': gpu.type }),
    ...(gpu?.driver === 'latest' ? { 'cloud.google.com/gke-gpu-driver-version': 'latest' } : {}),
    ...(gpu?.sharing === undefined
      ? {}
      : {
          'cloud.google.com/gke-gpu-sharing-strategy': gpu.sharing.strategy,
          'cloud.google.com/gke-max-shared-clients-per-gpu': String(gpu.sharing.clients),
        }),
    ...(tpu === undefined
      ? {}
      : { 'cloud.google.com/gke-tpu-accelerator': tpu.type, 'cloud.google.com/gke-tpu-topology': tpu.topology }),
    ...(capacity === 'spot' ? { 'cloud.google.com/gke-spot': 'true' } : {}),
    ...(capacity === 'flex-start' ? { 'cloud.google.com/gke-flex-start': 'true' } : {}),
    ...(capacity !== 'reservation' || reservation === undefined
      ? {}
      : {
          'cloud.google.com/reservation-name': reservation.name,
          'cloud.google.com/reservation-affinity': 'specific',
          ...(reservation.project === undefined ? {} : { 'cloud.google.com/reservation-project': reservation.project }),
        }),
  };
}

function tolerationsOf({ gpu, tpu, capacity, capacityOrder, placement }: Profile): readonly JsonObject[] {
  const devices = placement?.devices;
  return [
    ...(devices === undefined ? [] : [{ key: devices.resource, operator: 'Exists' }]),
    ...(gpu === undefined ? [] : [{ key: 'nvidia.com/gpu', operator: 'Exists' }]),
    ...(tpu === undefined ? [] : [{ key: 'google.com/tpu', operator: 'Exists' }]),
    ...(capacity === 'spot' || capacityOrder.includes('spot')
      ? [{ key: 'cloud.google.com/gke-spot', operator: 'Equal', value: 'true', effect: 'NoSchedule' }]
      : []),
  ];
}

/** A volume in memory at /dev/shm. The names keep it apart from the home and other volumes, with which it is merged. */
function memoryOverride(size: SharedMemory, memory: ResourceRange): JsonObject {
  if (size === undefined) return {};
  // Without a limit the guarantee is all that a server can count on.
  const limit = size === 'half' ? Math.floor(bytes(memory.limit ?? memory.guarantee) / 2) : Math.ceil(size);
  return {
    volumes: { [SHARED_MEMORY]: { name: SHARED_MEMORY, emptyDir: { medium: 'Memory', sizeLimit: String(limit) } } },
    volume_mounts: { [SHARED_MEMORY]: { name: SHARED_MEMORY, mountPath: '/dev/shm' } },
  };
}

function envOverride(env: Env, hub: string): JsonObject {
  const entries = Object.entries(env).map(([name, value]) => [
    name,
    // KubeSpawner expands texts. A secret stays in its object, where only the container reads it.
    typeof value === 'string'
      ? escapeBraces(value)
      : { valueFrom: { secretKeyRef: { name: secretObject(hub), key: value.secretRef } } },
  ]);
  return entries.length === 0 ? {} : { environment: Object.fromEntries(entries) };
}
