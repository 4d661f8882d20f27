import { createHash } from 'node:crypto';
import type { Capacity } from '../../../config/gce/machines.js';
import type { JsonObject, Profile } from '../../../config/model.js';

/** Label of a value of Kubernetes, and with it the name of a class that pods select. */
const LONGEST = 63;

/**
 * Name of the ComputeClass of a profile with an order of capacities. It begins with the hub's name, because classes belong
 * to the whole cluster. The digest keeps `a` and `b-c` apart from `a-b` and `c`.
 */
export function computeClass(hub: string, profile: string): string {
  const digest = createHash('sha256').update(`${hub}/${profile}`).digest('hex').slice(0, 8);
  return `${`${hub}-${profile}`.slice(0, LONGEST - digest.length - 1)}-${digest}`;
}

/**
 * Classes for the companion chart: the machines that Google tries one after the other. Fields are those of
 * `cloud.google.com/v1` (GKE documentation "About custom compute classes" and Google's skill gke-compute-classes, read
 * 2026-11). A specific reservation states its zone itself, so its rule has no zones.
 */
export function computeClasses(
  profiles: readonly Profile[],
  hub: string,
  zones: readonly string[] | undefined,
): readonly JsonObject[] {
  return profiles
    .filter(({ capacityOrder }) => capacityOrder.length > 0)
    .map((profile) => ({
      name: computeClass(hub, profile.name),
      sandbox: profile.sandbox,
      priorities: profile.capacityOrder.map((way) => priority(profile, way, zones)),
    }));
}

function priority(profile: Profile, way: Capacity, zones: readonly string[] | undefined): JsonObject {
  const location = zones === undefined || way === 'reservation' ? {} : { location: { zones } };
  return { ...devices(profile), ...wayOf(profile, way), ...location };
}

function devices({ gpu, tpu }: Profile): JsonObject {
  if (gpu !== undefined) return { gpu: { type: gpu.type, count: gpu.count, driverVersion: gpu.driver } };
  return tpu === undefined ? {} : { tpu: { type: tpu.type, count: tpu.chips, topology: tpu.topology } };
}

function wayOf({ reservation }: Profile, way: Capacity): JsonObject {
  if (way === 'flex-start') return { flexStart: { enabled: true } };
  if (way !== 'reservation' || reservation === undefined) return { spot: way === 'spot' };
  const { name, project } = reservation;
  return {
    reservations: { affinity: 'Specific', specific: [{ name, ...(project === undefined ? {} : { project }) }] },
  };
}
