import type { Offers } from '../../cloud/compute/offers.js';
import type { Diagnostic } from '../../config/diagnostic.js';
import { joinWithAnd } from '../../config/text.js';
import type { Locate } from '../../config/yaml/locate.js';
import type { Wanted } from './wanted.js';

/** What Compute Engine said about zones; `gpus` and `machines` by type name. */
export interface ZoneOffers {
  readonly gpus: Offers;
  readonly machines: Offers;
}

/** Zones of all regions that have something; undefined where Google's lists cannot say it. */
function zonesWith({ gpu, machines }: Wanted, offers: ZoneOffers): ReadonlySet<string> | undefined {
  const ofMachines = new Set(machines.flatMap((name) => [...(offers.machines.zones.get(name) ?? [])]));
  if (gpu === undefined) return machines.length === 0 ? undefined : ofMachines;
  const ofGpus = offers.gpus.zones.get(gpu) ?? new Set<string>();
  return machines.length === 0 ? ofGpus : new Set([...ofGpus].filter((zone) => ofMachines.has(zone)));
}

/**
 * Findings about what is missing in a zone. Homes are on disks, which stay in their zone: one zone without the accelerator of
 * a profile is enough to strand whoever starts another profile there first.
 * @param zones zones of the servers, sorted
 * @param region region of the hub
 */
export function zoneFindings(
  wanted: readonly Wanted[],
  zones: readonly string[],
  region: string,
  offers: ZoneOffers,
  locate: Locate,
): readonly Diagnostic[] {
  const silent = new Set([...offers.gpus.unreachable, ...offers.machines.unreachable]);
  const asked = wanted.flatMap((one) => {
    const found = zonesWith(one, offers);
    return found === undefined ? [] : [{ ...one, found }];
  });
  const inRegion = (found: ReadonlySet<string>): readonly string[] =>
    [...found].filter((zone) => zone.replace(/-[a-z]$/, '') === region).sort();
  const ofServers = asked.filter((one) => one.zones === undefined);
  const common = inRegion(new Set(ofServers.flatMap(({ found }) => [...found]))).filter((zone) =>
    ofServers.every(({ found }) => found.has(zone)),
  );
  return asked.flatMap(({ path, text, found, zones: ofPool }): Diagnostic[] => {
    const needed = ofPool ?? zones;
    const missing = needed.filter((zone) => !found.has(zone) && !silent.has(zone));
    if (missing.length === 0) return [];
    const verb = missing.length === 1 ? 'has' : 'have';
    const consequence =
      ofPool !== undefined
        ? 'No node of this pool could be made there.'
        : missing.length === needed.length
          ? 'No server of this profile could start.'
          : 'A home stays in the zone of its first start, so this profile could never start for a person whose home is there.';
    return [
      {
        ...locate(path, 'key'),
        severity: 'error',
        rule: 'zone-offer',
        message: `${joinWithAnd(missing)} ${verb} no ${text}. ${consequence}`,
        hint: hintFor(text, region, inRegion(found), ofPool === undefined ? common : undefined),
      },
    ];
  });
}

/** @param common zones with the accelerators of all profiles; undefined for a pool, which can have zones of its own */
function hintFor(text: string, region: string, here: readonly string[], common: readonly string[] | undefined): string {
  if (here.length === 0) return `No zone of ${region} has ${text}: choose another one, or a hub in another location.`;
  const list = `Zones of ${region} with ${text}: ${here.join(', ')}.`;
  if (common === undefined) return `${list} Write such zones in platform.zones or at the pool.`;
  if (common.length === 0) {
    return `${list} No zone has the accelerators of all profiles: give this profile a hub of its own.`;
  }
  return `${list} Write platform: {zones: [${common.join(', ')}]}, which have the accelerators of all profiles.`;
}
