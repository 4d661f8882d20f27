import { Server, ServerCredentials, type ServerUnaryCall, type sendUnaryData, status } from '@grpc/grpc-js';
import type { Log } from '../log.js';
import { Api } from './api.js';
import { type Driver, PartlyDone } from './driver.js';
import { environmentOf } from './environment.js';
import { planResource } from './plan.js';
import { providerService } from './protocol.js';
import { clusterDriver } from './resources/cluster.js';
import { routerNatDriver } from './resources/nat.js';
import { globalAddressDriver, networkDriver, routerDriver, subnetworkDriver } from './resources/network.js';
import { nodePoolDriver } from './resources/node-pool.js';
import { projectMemberDriver, projectServiceDriver } from './resources/project.js';
import { serviceAccountDriver } from './resources/service-account.js';
import { providerSchema, resourceSchema } from './schema.js';
import type { Table } from './table.js';
import { type DynamicValue, pack, unpack, type Value, type Values } from './values.js';

export { realProviderAvailable } from './available.js';

/** Every resource type that the stand-in serves. */
export const DRIVERS: Readonly<Record<string, Driver>> = {
  google_compute_global_address: globalAddressDriver,
  google_compute_network: networkDriver,
  google_compute_router: routerDriver,
  google_compute_router_nat: routerNatDriver,
  google_compute_subnetwork: subnetworkDriver,
  google_container_cluster: clusterDriver,
  google_container_node_pool: nodePoolDriver,
  google_project_iam_member: projectMemberDriver,
  google_project_service: projectServiceDriver,
  google_service_account: serviceAccountDriver,
};

/** Settings of the provider block that the stand-in takes. */
export const PROVIDER: Table = {
  attributes: {
    project: { type: 'string', is: 'optional' },
    region: { type: 'string', is: 'optional' },
    universe_domain: { type: 'string', is: 'optional' },
    poll_interval: { type: 'string', is: 'optional' },
    add_terraform_attribution_label: { type: 'bool', is: 'optional' },
  },
  blocks: {
    // The stand-in never batches: the block is taken, and has no effect.
    batching: {
      attributes: {
        send_after: { type: 'string', is: 'optional' },
        enable_batching: { type: 'bool', is: 'optional' },
      },
    },
  },
};

/** A running stand-in. */
export interface Provider {
  /** Value of TF_REATTACH_PROVIDERS. */
  readonly reattach: string;
  stop(): Promise<void>;
}

interface Diagnostic {
  readonly severity: number;
  readonly summary: string;
}

type Handler = (request: never, connection: Connection) => Promise<object> | object;

/** State of one terraform process. */
interface Connection {
  readonly api: Api;
  configure(pollInterval: number): void;
  stop(): void;
}

/**
 * Serves hashicorp/google to terraform and tofu in this process. Endpoints and token come from the environment of the
 * terraform that calls, and from `env` where that cannot be seen.
 */
export async function startProvider({ log, env }: { log: Log; env: NodeJS.ProcessEnv }): Promise<Provider> {
  // By the caller's address. A new terraform may get the port of an old one: Configure always looks anew.
  const connections = new Map<string, Api>();
  let port = 0;
  const connectionOf = (peer: string): Connection => ({
    get api() {
      const api = connections.get(peer);
      if (!api) throw new Error('terraform calls before it has configured the provider');
      return api;
    },
    configure(pollInterval) {
      const api = new Api({ ...env, ...environmentOf(peer, port) }, pollInterval);
      connections.set(peer, api);
    },
    stop() {
      connections.get(peer)?.stop();
    },
  });
  const server = new Server({ 'grpc.max_receive_message_length': -1, 'grpc.max_send_message_length': -1 });
  server.addService(
    providerService(),
    Object.fromEntries(
      Object.entries(handlers()).map(([name, handle]) => [
        name,
        (call: ServerUnaryCall<unknown, object>, answer: sendUnaryData<object>): void => {
          Promise.resolve()
            .then(() => handle(call.request as never, connectionOf(call.getPeer())))
            .then((response) => answer(null, response))
            .catch((error: unknown) => {
              const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
              log(`provider stand-in: ${name}: ${message}`);
              answer({ code: status.INTERNAL, message });
            });
        },
      ]),
    ),
  );
  port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
  const entry = {
    Protocol: 'grpc',
    ProtocolVersion: 5,
    Pid: process.pid,
    // Test mode: terraform does not stop the process when it is done.
    Test: true,
    Addr: { Network: 'tcp', String: `127.0.0.1:${port}` },
  };
  return {
    reattach: JSON.stringify({
      'registry.terraform.io/hashicorp/google': entry,
      'registry.opentofu.org/hashicorp/google': entry,
    }),
    async stop() {
      server.forceShutdown();
    },
  };
}

interface ResourceCall {
  readonly type_name: string;
}

function handlers(): Record<string, Handler> {
  return {
    GetSchema: () => ({
      provider: providerSchema(PROVIDER),
      resource_schemas: Object.fromEntries(
        Object.entries(DRIVERS).map(([type, driver]) => [type, resourceSchema(driver.resource)]),
      ),
      data_source_schemas: {},
      server_capabilities: { get_provider_schema_optional: true },
    }),
    PrepareProviderConfig: ({ config }: { config: DynamicValue }) => ({ prepared_config: config }),
    ValidateResourceTypeConfig: () => ({}),
    UpgradeResourceState: ({ raw_state }: { raw_state: { json: Uint8Array } }) => ({
      upgraded_state: pack(JSON.parse(Buffer.from(raw_state.json).toString('utf8')) as Value),
    }),
    Configure: ({ config }: { config: DynamicValue }, connection) => {
      const { poll_interval: interval } = unpack(config) ?? {};
      connection.configure(milliseconds(interval));
      return {};
    },
    ReadResource: async (call: ResourceCall & { current_state: DynamicValue }, { api }) => {
      const state = unpack(call.current_state);
      if (state === null) return { new_state: pack(null) };
      const { found, diagnostics } = await attempt(() => driverOf(call).read(api, state));
      return diagnostics ? { diagnostics } : { new_state: pack(found ?? null) };
    },
    PlanResourceChange: (
      call: ResourceCall & { prior_state: DynamicValue; proposed_new_state: DynamicValue; config: DynamicValue },
    ) => {
      const proposed = unpack(call.proposed_new_state);
      if (proposed === null) return { planned_state: call.proposed_new_state };
      const { resource } = driverOf(call);
      const { state, replace } = planResource(resource, unpack(call.prior_state), proposed, unpack(call.config) ?? {});
      return {
        planned_state: pack(state),
        requires_replace: replace.map((steps) => ({ steps })),
        legacy_type_system: true,
      };
    },
    ApplyResourceChange: async (
      call: ResourceCall & { prior_state: DynamicValue; planned_state: DynamicValue },
      { api },
    ) => {
      const driver = driverOf(call);
      const prior = unpack(call.prior_state);
      const planned = unpack(call.planned_state);
      const { found, diagnostics, partly } = await attempt(async () => {
        if (planned === null) {
          if (prior !== null) await driver.remove(api, prior);
          return null;
        }
        return prior === null ? driver.create(api, planned) : driver.update(api, prior, planned);
      });
      const kept = diagnostics ? (partly ?? prior) : (found ?? null);
      return { new_state: pack(kept), legacy_type_system: true, ...(diagnostics ? { diagnostics } : {}) };
    },
    ImportResourceState: async (call: ResourceCall & { id: string }, { api }) => {
      const driver = driverOf(call);
      const { found, diagnostics } = await attempt(async () => {
        const identity = driver.identify(call.id);
        if (!identity) throw new Error(`Import id "${call.id}" doesn't match any of the accepted formats`);
        const state = await driver.read(api, imported(driver, identity));
        if (!state) throw new Error(`Cannot import non-existent remote object ${call.id}`);
        return state;
      });
      if (diagnostics || !found) return { diagnostics };
      return { imported_resources: [{ type_name: call.type_name, state: pack(found) }] };
    },
    Stop: (_request: object, connection) => {
      connection.stop();
      return { Error: '' };
    },
  };
}

function driverOf({ type_name: type }: ResourceCall): Driver {
  const driver = DRIVERS[type];
  if (!driver) throw new Error(`The stand-in does not know ${type}`);
  return driver;
}

/** An imported resource knows no configuration: its blocks are all taken from the API, one each where only one may be. */
function imported(driver: Driver, identity: Values): Values {
  const one = (table: Table): Values => ({
    ...Object.fromEntries(Object.keys(table.attributes).map((name) => [name, null])),
    ...Object.fromEntries(
      Object.entries(table.blocks ?? {}).map(([name, block]) => [name, block.max === 1 ? [one(block)] : []]),
    ),
  });
  return { ...one(driver.resource), ...identity };
}

async function attempt<T>(work: () => Promise<T>): Promise<{ found?: T; diagnostics?: Diagnostic[]; partly?: Values }> {
  try {
    return { found: await work() };
  } catch (error) {
    const summary = error instanceof Error ? error.message : String(error);
    const diagnostics = [{ severity: 1, summary }];
    return error instanceof PartlyDone ? { diagnostics, partly: error.state } : { diagnostics };
  }
}

function milliseconds(interval: Value | undefined): number {
  const [, count, unit] = /^(\d+(?:\.\d+)?)(ms|s|m)$/.exec(typeof interval === 'string' ? interval : '') ?? [];
  if (count === undefined) return 1000;
  return Number(count) * { ms: 1, s: 1000, m: 60_000 }[unit as 'ms' | 's' | 'm'];
}
