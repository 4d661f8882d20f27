import type { Offers } from '../../cloud/compute/offers.js';
import type { Diagnostic } from '../../config/diagnostic.js';
import { type Accelerator, machinesWith } from '../../config/gce/accelerators.js';
import type { HubConfig, Profile } from '../../config/model.js';
import { joinWithAnd } from '../../config/text.js';
import type { Locate, Path } from '../../config/yaml/locate.js';

/** The accelerator of a profile, with the place where the file asks for it. */
export interface Wanted {
  readonly path: Path;
  readonly accelerator: Accelerator;
}

/** What Compute Engine said about zones; `gpus` and `machines` by type name. */
export interface ZoneOffers {
  readonly gpus: Offers;
  readonly machines: Offers;
}

/** The accelerators of the profiles, in their order. A profile that names a pool has that of its pool, which has zones of its own. */
export function wantedAccelerators({ profiles }: Pick<HubConfig, 'profiles'>): readonly Wanted[] {
  return profiles.flatMap(({ gpu, tpu }: Pick<Profile, 'gpu' | 'tpu'>, index): Wanted[] => {
    if (gpu !== undefined) {
      return [{ path: ['profiles', index, 'gpu'], accelerator: { kind: 'gpu', type: gpu.type, count: gpu.count } }];
    }
    if (tpu === undefined) return [];
    return [{ path: ['profiles', index, 'tpu'], accelerator: { kind: 'tpu', type: tpu.type, topology: tpu.topology } }];
  });
}

/**
 * Machine types of which a zone must have one. None where the tables do not know the accelerator, and where it is added to
 * machines of a kind that every zone has (N1): then the list of GPUs decides alone.
 */
export function machineNames(accelerator: Accelerator): readonly string[] {
  const machines = machinesWith(accelerator);
  const isAdded = machines.some(({ gpus }) => gpus.some(({ type, optional }) => type === accelerator.type && optional));
  return isAdded ? [] : machines.map(({ type }) => type);
}

/** Zones of all regions that have what a profile asks for; undefined where Google's lists cannot say it. */
function zonesWith(accelerator: Accelerator, { gpus, machines }: ZoneOffers): ReadonlySet<string> | undefined {
  const names = machineNames(accelerator);
  const ofMachines = new Set(names.flatMap((name) => [...(machines.zones.get(name) ?? [])]));
  if (accelerator.kind === 'tpu') return names.length === 0 ? undefined : ofMachines;
  const ofGpus = gpus.zones.get(accelerator.type) ?? new Set<string>();
  return names.length === 0 ? ofGpus : new Set([...ofGpus].filter((zone) => ofMachines.has(zone)));
}

/**
 * Findings about profiles whose accelerator is missing in a zone of the servers. Homes are on disks, which stay in their zone:
 * one zone without the accelerator is enough to strand whoever starts another profile there first.
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
  const asked = wanted.flatMap(({ path, accelerator }) => {
    const found = zonesWith(accelerator, offers);
    return found === undefined ? [] : [{ path, accelerator, found }];
  });
  const ofRegion = [...new Set(asked.flatMap(({ found }) => [...found]))]
    .filter((zone) => regionIs(zone, region))
    .sort();
  const common = ofRegion.filter((zone) => asked.every(({ found }) => found.has(zone)));
  return asked.flatMap(({ path, accelerator, found }): Diagnostic[] => {
    const missing = zones.filter((zone) => !found.has(zone) && !silent.has(zone));
    if (missing.length === 0) return [];
    const what = describe(accelerator);
    const verb = missing.length === 1 ? 'has' : 'have';
    const consequence =
      missing.length === zones.length
        ? 'No server of this profile could start.'
        : 'A home stays in the zone of its first start, so this profile could never start for a person whose home is there.';
    const here = ofRegion.filter((zone) => found.has(zone));
    return [
      {
        ...locate(path, 'key'),
        severity: 'error',
        rule: 'zone-offer',
        message: `${joinWithAnd(missing)} ${verb} no ${what}. ${consequence}`,
        hint: hintFor(what, region, here, common),
      },
    ];
  });
}

function hintFor(what: string, region: string, here: readonly string[], common: readonly string[]): string {
  if (here.length === 0)
    return `No zone of ${region} has ${what}: choose another accelerator, or a hub in another location.`;
  const list = `Zones of ${region} with ${what}: ${here.join(', ')}.`;
  if (common.length > 0)
    return `${list} Write platform: {zones: [${common.join(', ')}]}, which have the accelerators of all profiles.`;
  return `${list} No zone has the accelerators of all profiles: give this profile a hub of its own.`;
}

function describe(accelerator: Accelerator): string {
  if (accelerator.kind === 'gpu') {
    return accelerator.count === 1 ? accelerator.type : `${accelerator.count} × ${accelerator.type} in one machine`;
  }
  return accelerator.topology === undefined ? accelerator.type : `${accelerator.type} of ${accelerator.topology}`;
}

function regionIs(zone: string, region: string): boolean {
  return zone.replace(/-[a-z]$/, '') === region;
}
