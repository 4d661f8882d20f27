import { checkProject, type Handlers, type Json, type World } from '../world.js';
import { listOf } from './compute-places.js';

/** Resources that another part of the sandbox keeps, in the API's format and by their place, such as `zones/us-central1-a`. */
export type ForeignList = () => Promise<ReadonlyMap<string, readonly Json[]>>;

/** Collections that gcloud lists, by the singular of their kind. The sandbox creates none of the ones without a `ForeignList`. */
const AGGREGATED: Readonly<Record<string, string>> = {
  disks: 'disk',
  healthChecks: 'healthCheck',
  instances: 'instance',
  targetHttpProxies: 'targetHttpProxy',
  targetHttpsProxies: 'targetHttpsProxy',
  urlMaps: 'urlMap',
};

/** Lists of resources that only others change: what `gcloud compute … list` asks for. */
export function foreignLists(world: World, lists: ReadonlyMap<string, ForeignList>): Handlers {
  const aggregated = Object.entries(AGGREGATED).map(([collection, word]) => [
    `compute.${collection}.aggregatedList`,
    async ({ values }: { readonly values: Readonly<Record<string, string>> }) => {
      checkProject(world, values.project);
      const found = (await lists.get(collection)?.()) ?? new Map<string, readonly Json[]>();
      const items = Object.fromEntries([...found].map(([place, some]) => [place, { [collection]: some }]));
      return { kind: `compute#${word}AggregatedList`, id: `projects/${world.project}/aggregated/${collection}`, items };
    },
  ]);
  return {
    ...Object.fromEntries(aggregated),
    // GKE's controllers make firewall rules for a real network. No packet passes one here.
    'compute.firewalls.list': ({ values, query }) => {
      checkProject(world, values.project);
      return listOf(world, 'firewalls', [], query);
    },
  };
}
