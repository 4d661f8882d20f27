import { ApiError } from '../api-error.js';
import { type Call, checkProject, type Handlers, type Json, type World } from '../world.js';
import { LINK } from './compute-kinds.js';
import { filterItems } from './filter.js';
import { REGIONS, regionOf, zonesOf } from './places.js';
import { page } from './project.js';

/** The project as compute shows it, its regions and zones, and the instance groups of nodes. */
export function placeHandlers(world: World, groupsIn: (zone: string) => readonly Json[]): Handlers {
  const top = `projects/${world.project}`;
  const created = world.now().toISOString();
  const region = (name: string): Json => {
    if (!REGIONS.includes(name)) throw notFound(`${top}/regions/${name}`);
    const zones = zonesOf(name).map((zone) => `${LINK}${top}/zones/${zone}`);
    const quotas = [...world.quota].map(([metric, limit]) => ({ metric, limit, usage: 0 }));
    const selfLink = `${LINK}${top}/regions/${name}`;
    return { kind: 'compute#region', id: '1000', name, status: 'UP', zones, quotas, selfLink };
  };
  const zone = (name: string): Json => {
    const parent = regionOf(name);
    if (parent === undefined || parent === name) throw notFound(`${top}/zones/${name}`);
    const selfLink = `${LINK}${top}/zones/${name}`;
    return {
      kind: 'compute#zone',
      id: '2000',
      name,
      status: 'UP',
      region: `${LINK}${top}/regions/${parent}`,
      selfLink,
    };
  };
  const here = ({ values }: Call): Call['values'] => {
    checkProject(world, values.project);
    return values;
  };
  return {
    'compute.projects.get': (call) => ({
      kind: 'compute#project',
      id: world.projectNumber,
      name: here(call) && world.project,
      creationTimestamp: created,
      selfLink: `${LINK}${top}`,
      defaultServiceAccount: `${world.projectNumber}-compute@developer.gserviceaccount.com`,
    }),
    'compute.regions.get': (call) => region(here(call).region ?? ''),
    'compute.regions.list': (call) => here(call) && listOf(world, 'regions', REGIONS.map(region), call.query),
    'compute.zones.get': (call) => zone(here(call).zone ?? ''),
    'compute.zones.list': (call) =>
      here(call) && listOf(world, 'zones', REGIONS.flatMap(zonesOf).map(zone), call.query),
    'compute.instanceGroupManagers.list': (call) =>
      listOf(world, 'instanceGroupManagers', groupsIn(here(call).zone ?? ''), call.query),
    'compute.instanceGroupManagers.get': (call) => {
      const { zone: place, instanceGroupManager } = here(call);
      const found = groupsIn(place ?? '').find(({ name }) => name === instanceGroupManager);
      if (found) return found;
      throw notFound(`${top}/zones/${place}/instanceGroupManagers/${instanceGroupManager}`);
    },
  };
}

/** A page of a collection, in compute's shape. */
export function listOf(world: World, collection: string, items: readonly Json[], query: URLSearchParams): Json {
  const word = collection === 'globalAddresses' ? 'address' : collection.replace(/s$/, '');
  return {
    kind: `compute#${word}List`,
    id: `projects/${world.project}/${collection}`,
    ...page(filterItems(items, query.get('filter')), query, 'items', 'maxResults'),
  };
}

/** Place of a call's path: `global`, `regions/R` or `zones/Z`. */
export function placeOf({ values }: Call): string {
  if (values.region !== undefined) return `regions/${values.region}`;
  return values.zone === undefined ? 'global' : `zones/${values.zone}`;
}

/** Compute's 404. */
export function notFound(path: string): ApiError {
  return new ApiError(404, `The resource '${path}' was not found`, { status: undefined });
}
