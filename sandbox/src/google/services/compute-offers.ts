import { type Call, checkProject, type Handlers, type Json, type World } from '../world.js';
import { LINK } from './compute-kinds.js';
import { filterItems } from './filter.js';
import { REGIONS, zonesOf } from './places.js';
import { page } from './project.js';

/** What a zone of Compute Engine has: GPUs with the most per machine, and machine types. */
interface Offer {
  readonly gpus: Readonly<Record<string, number>>;
  readonly machines: readonly string[];
}

/** Machine types that every zone of the emulator has. */
const EVERYWHERE: readonly string[] = [
  'e2-standard-2',
  'e2-standard-4',
  'e2-standard-8',
  'n1-standard-4',
  'n2-standard-8',
];

/**
 * Accelerators by zone, a part of what Google lists in "GPU locations" and "TPU regions and zones". It is enough to tell
 * zones apart, and no source for where an accelerator is.
 */
const ACCELERATORS: readonly {
  readonly gpu?: string;
  readonly most?: number;
  readonly machines: readonly string[];
  readonly zones: readonly string[];
}[] = [
  {
    gpu: 'nvidia-l4',
    most: 8,
    machines: [4, 8, 12, 16, 24, 32, 48, 96].map((cores) => `g2-standard-${cores}`),
    zones: named(
      'us-central1-a us-central1-b us-central1-c us-east1-b us-east1-c us-east1-d europe-west4-a europe-west4-b',
    ),
  },
  {
    gpu: 'nvidia-tesla-a100',
    most: 16,
    machines: named('a2-highgpu-1g a2-highgpu-2g a2-highgpu-4g a2-highgpu-8g a2-megagpu-16g'),
    zones: named('us-central1-a us-central1-f europe-west4-a'),
  },
  {
    gpu: 'nvidia-h100-80gb',
    most: 8,
    machines: named('a3-highgpu-1g a3-highgpu-2g a3-highgpu-4g a3-highgpu-8g'),
    zones: named('us-central1-a us-central1-c europe-west4-b'),
  },
  {
    gpu: 'nvidia-tesla-t4',
    most: 4,
    machines: [],
    zones: named('us-central1-a us-central1-b us-central1-f us-east1-c'),
  },
  {
    machines: named('ct5lp-hightpu-1t ct5lp-hightpu-4t ct5lp-hightpu-8t'),
    zones: named('us-central1-a us-west4-a europe-west4-b'),
  },
  {
    machines: named('ct6e-standard-1t ct6e-standard-4t ct6e-standard-8t'),
    zones: named('us-central1-b europe-west4-a'),
  },
];

function named(list: string): readonly string[] {
  return list.split(' ');
}

function offerOf(zone: string): Offer {
  const here = ACCELERATORS.filter(({ zones }) => zones.includes(zone));
  return {
    gpus: Object.fromEntries(here.flatMap(({ gpu, most }) => (gpu === undefined ? [] : [[gpu, most ?? 1]]))),
    machines: [...EVERYWHERE, ...here.flatMap(({ machines }) => machines)],
  };
}

/** The lists of accelerators and machine types over all zones. */
export function offerHandlers(world: World): Handlers {
  const link = (zone: string, collection: string, name: string): string =>
    `${LINK}projects/${world.project}/zones/${zone}/${collection}/${name}`;
  return {
    'compute.acceleratorTypes.aggregatedList': (call) =>
      aggregated(world, call, 'acceleratorTypes', (zone) =>
        Object.entries(offerOf(zone).gpus).map(([name, maximumCardsPerInstance]) => ({
          kind: 'compute#acceleratorType',
          name,
          maximumCardsPerInstance,
          zone: `${LINK}projects/${world.project}/zones/${zone}`,
          selfLink: link(zone, 'acceleratorTypes', name),
        })),
      ),
    'compute.machineTypes.aggregatedList': (call) =>
      aggregated(world, call, 'machineTypes', (zone) =>
        offerOf(zone).machines.map((name) => ({
          kind: 'compute#machineType',
          name,
          zone,
          selfLink: link(zone, 'machineTypes', name),
        })),
      ),
  };
}

/** As Compute answers: a page counts resources and not zones, and each zone is named, one with nothing by a warning. */
function aggregated(world: World, { values, query }: Call, collection: string, of: (zone: string) => Json[]): Json {
  checkProject(world, values.project);
  const zones = REGIONS.flatMap(zonesOf);
  const all = zones.flatMap((zone) => filterItems(of(zone), query.get('filter')).map((item) => ({ zone, item })));
  const { rows = [], nextPageToken } = page(all, query, 'rows', 'maxResults') as {
    readonly rows?: typeof all;
    readonly nextPageToken?: string;
  };
  const items = zones.map((zone) => {
    const found = rows.filter((one) => one.zone === zone).map(({ item }) => item);
    const none = {
      code: 'NO_RESULTS_ON_PAGE',
      message: `There are no results for scope 'zones/${zone}' on this page.`,
    };
    return [`zones/${zone}`, found.length === 0 ? { warning: none } : { [collection]: found }] as const;
  });
  const word = collection.replace(/s$/, '');
  return {
    kind: `compute#${word}AggregatedList`,
    id: `projects/${world.project}/aggregated/${collection}`,
    items: Object.fromEntries(items),
    ...(nextPageToken === undefined ? {} : { nextPageToken }),
  };
}
