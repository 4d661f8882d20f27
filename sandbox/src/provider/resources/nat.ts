import type { Api } from '../api.js';
import { type Driver, say } from '../driver.js';
import { type ApiObject, fromApi, toApi } from '../mapping.js';
import { type Resource, sameLink } from '../table.js';
import { text, type Values } from '../values.js';
import { operate } from './compute.js';

const nat: Resource = {
  timeouts: ['create', 'update', 'delete'],
  attributes: {
    id: { type: 'string', is: 'optional computed' },
    project: { type: 'string', is: 'optional computed', forceNew: true },
    region: { type: 'string', is: 'optional computed', forceNew: true, same: sameLink },
    router: { type: 'string', is: 'required', forceNew: true, same: sameLink },
    name: { type: 'string', is: 'required', forceNew: true, api: 'name' },
    nat_ip_allocate_option: { type: 'string', is: 'optional', api: 'natIpAllocateOption' },
    source_subnetwork_ip_ranges_to_nat: { type: 'string', is: 'required', api: 'sourceSubnetworkIpRangesToNat' },
    enable_dynamic_port_allocation: { type: 'bool', is: 'optional computed', api: 'enableDynamicPortAllocation' },
    enable_endpoint_independent_mapping: {
      type: 'bool',
      is: 'optional computed',
      api: 'enableEndpointIndependentMapping',
    },
    auto_network_tier: { type: 'string', is: 'optional computed', api: 'autoNetworkTier' },
    min_ports_per_vm: { type: 'number', is: 'optional computed', api: 'minPortsPerVm' },
  },
};

/** google_compute_router_nat: an entry of its router's list. */
export const routerNatDriver: Driver = {
  resource: nat,
  async create(api, planned) {
    await say('Error creating RouterNat', async () => {
      const nats = await list(api, planned);
      if (nats === undefined)
        throw new Error(`googleapi: Error 404: The resource '${routerPath(planned)}' was not found, notFound`);
      const there = nats.find((one) => one.name === planned.name);
      if (there) throw new Error(`Unable to create RouterNat, existing object already found: ${JSON.stringify(there)}`);
      await patch(api, 'Creating RouterNat', planned, [...nats, toApi(nat, planned)]);
    });
    return (await read(api, planned)) ?? planned;
  },
  read,
  async update(api, prior, planned) {
    await say('Error updating RouterNat', async () => {
      const nats = (await list(api, prior)) ?? [];
      await patch(
        api,
        'Updating RouterNat',
        planned,
        nats.map((one) => (one.name === prior.name ? { ...one, ...toApi(nat, planned) } : one)),
      );
    });
    return (await read(api, planned)) ?? planned;
  },
  async remove(api, state) {
    await say('Error deleting RouterNat', async () => {
      const nats = await list(api, state);
      if (!nats?.some((one) => one.name === state.name)) return;
      await patch(
        api,
        'Deleting RouterNat',
        state,
        nats.filter((one) => one.name !== state.name),
      );
    });
  },
  identify(id) {
    const [, project, region, router, name] =
      /^(?:projects\/)?([^/]+)\/(?:regions\/)?([^/]+)\/(?:routers\/)?([^/]+)\/([^/]+)$/.exec(id) ?? [];
    if (project === undefined || region === undefined || router === undefined || name === undefined) return undefined;
    return { project, region, router, name };
  },
};

async function read(api: Api, known: Values): Promise<Values | undefined> {
  const found = (await list(api, known))?.find((one) => one.name === known.name);
  if (!found) return undefined;
  const { project = null, region = null, router = null, timeouts = null } = known;
  const id = `${text(known, 'project')}/${text(known, 'region')}/${text(known, 'router')}/${text(known, 'name')}`;
  return { ...fromApi(nat, found, known), project, region, router, timeouts, id };
}

async function list(api: Api, values: Values): Promise<ApiObject[] | undefined> {
  const router = await api.find('compute', routerPath(values));
  return router && ((router.nats ?? []) as ApiObject[]);
}

function patch(api: Api, doing: string, values: Values, nats: ApiObject[]): Promise<void> {
  return operate(api, doing, 'PATCH', routerPath(values), { nats });
}

function routerPath(values: Values): string {
  const router = text(values, 'router').split('/').at(-1) ?? '';
  return `projects/${text(values, 'project')}/regions/${text(values, 'region')}/routers/${router}`;
}
