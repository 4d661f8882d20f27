import type { Json, JsonObject } from '../../config/model.js';
import { isObject } from '../../json.js';
import { PROFILES_FILE } from '../values/profile-groups.js';
import { valueAt } from '../values/values.js';

/** CPU and memory that the servers of one profile are guaranteed. */
export interface ServerSize {
  readonly cores: number;
  readonly bytes: number;
  /** GPUs or TPU chips of a kind, by their name on GKE; absent without any. */
  readonly devices?: { readonly type: string; readonly count: number };
}

/** Key of the size of the server in a hub without a list of profiles. */
export const DEFAULT_SERVER = '';

/** Sizes by profile name in values that were deployed. Unreadable sizes are left out. */
export function serverSizes(values: JsonObject): ReadonlyMap<string, ServerSize> {
  const listed = valueAt(values, 'singleuser.profileList') ?? groupedProfiles(values);
  const sizes = new Map<string, ServerSize>();
  if (!Array.isArray(listed)) {
    const size = sizeOf(valueAt(values, 'singleuser.cpu.guarantee'), valueAt(values, 'singleuser.memory.guarantee'));
    if (size !== undefined) sizes.set(DEFAULT_SERVER, size);
    return sizes;
  }
  for (const entry of listed as readonly Json[]) {
    if (!isObject(entry) || typeof entry.slug !== 'string') continue;
    const settings = isObject(entry.kubespawner_override) ? entry.kubespawner_override : {};
    const size = sizeOf(settings.cpu_guarantee, settings.mem_guarantee);
    const devices = devicesOf(settings);
    if (size !== undefined) sizes.set(entry.slug, devices === undefined ? size : { ...size, devices });
  }
  return sizes;
}

/** The list of profiles in a hub whose profiles have groups. The dots in the file's name keep it out of a dotted path. */
function groupedProfiles(values: JsonObject): Json | undefined {
  const files = valueAt(values, 'hub.extraFiles');
  const file = isObject(files) ? files[PROFILES_FILE] : undefined;
  return isObject(file) ? valueAt(file, 'data.profiles') : undefined;
}

const TYPE_LABELS = ['cloud.google.com/gke-accelerator', 'cloud.google.com/gke-tpu-accelerator'];

function devicesOf({ extra_resource_limits: limits, node_selector: labels }: JsonObject): ServerSize['devices'] {
  if (!isObject(limits) || !isObject(labels)) return undefined;
  const type = TYPE_LABELS.map((label) => labels[label]).find((value) => typeof value === 'string');
  const count = Object.values(limits)
    .map(Number)
    .find((value) => value > 0);
  return typeof type === 'string' && count !== undefined ? { type, count } : undefined;
}

function sizeOf(cores: Json | undefined, bytes: Json | undefined): ServerSize | undefined {
  const isSize = (value: Json | undefined): value is number => typeof value === 'number' && value >= 0;
  return isSize(cores) && isSize(bytes) ? { cores, bytes } : undefined;
}
