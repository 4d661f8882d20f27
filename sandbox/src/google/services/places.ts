// Regions and zones that the emulator offers; facts from cloud.google.com/compute/docs/regions-zones (a part of the list).
const ZONES: Readonly<Record<string, string>> = {
  'asia-east1': 'abc',
  'asia-northeast1': 'abc',
  'asia-south1': 'abc',
  'asia-southeast1': 'abc',
  'australia-southeast1': 'abc',
  'europe-north1': 'abc',
  'europe-southwest1': 'abc',
  'europe-west1': 'bcd',
  'europe-west2': 'abc',
  'europe-west3': 'abc',
  'europe-west4': 'abc',
  'europe-west6': 'abc',
  'northamerica-northeast1': 'abc',
  'northamerica-south1': 'abc',
  'southamerica-east1': 'abc',
  'us-central1': 'abcf',
  'us-east1': 'bcd',
  'us-east4': 'abc',
  'us-south1': 'abc',
  'us-west1': 'abc',
  'us-west2': 'abc',
  'us-west3': 'abc',
  'us-west4': 'abc',
};

/** Names of all regions. */
export const REGIONS: readonly string[] = Object.keys(ZONES);

/** Zones of a region; none for an unknown one. */
export function zonesOf(region: string): string[] {
  return [...(ZONES[region] ?? '')].map((letter) => `${region}-${letter}`);
}

/** Region of a region or zone; undefined for an unknown place. */
export function regionOf(place: string): string | undefined {
  if (ZONES[place] !== undefined) return place;
  const region = place.replace(/-[a-z]$/, '');
  return zonesOf(region).includes(place) ? region : undefined;
}
