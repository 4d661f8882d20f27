/**
 * Regions of Google Cloud, by part of the world. Facts from cloud.google.com/compute/docs/regions-zones and
 * cloud.google.com/workload-manager/docs/evaluate/locations, read in November 2026. New ones open every year, so a region
 * that is not here may be right.
 */
const BY_PLACE: Readonly<Record<string, string>> = {
  africa: 'south1',
  asia: 'east1 east2 northeast1 northeast2 northeast3 south1 south2 southeast1 southeast2 southeast3',
  australia: 'southeast1 southeast2',
  europe: 'central2 north1 north2 southwest1 west1 west2 west3 west4 west6 west8 west9 west10 west12',
  me: 'central1 central2 west1',
  northamerica: 'northeast1 northeast2 south1',
  southamerica: 'east1 west1',
  us: 'central1 east1 east4 east5 south1 west1 west2 west3 west4',
};

/** Names of the known regions, such as `europe-west4`. */
export const REGIONS: readonly string[] = Object.entries(BY_PLACE).flatMap(([place, names]) =>
  names.split(' ').map((name) => `${place}-${name}`),
);

/** Regions without a zone a: their zones are b, c and d. Source as above, read 2026-11. */
const WITHOUT_ZONE_A: readonly string[] = ['europe-west1', 'us-east1'];

/** The first zone of a region, such as `us-central1-a`. */
export function firstZone(region: string): string {
  return `${region}-${WITHOUT_ZONE_A.includes(region) ? 'b' : 'a'}`;
}
