import { ApiError } from '../api-error.js';
import type { ServiceAccounts } from '../identities.js';
import { fingerprint, operationName } from '../ids.js';
import type { Operation } from '../operations.js';
import {
  type Call,
  checkProject,
  type Handlers,
  type Json,
  missingPermissions,
  projectPolicy,
  type World,
} from '../world.js';
import { type ClusterFacts, derive, newCluster, newPool, VERSION } from './cluster-defaults.js';
import { applyUpdate } from './cluster-update.js';
import type { Compute } from './compute.js';
import { linkPath } from './compute-kinds.js';
import { regionOf, zonesOf } from './places.js';

/** What happened to a cluster. */
export type ClusterEvent = 'running' | 'deleted';

/** Told of clusters; an operation is DONE only when all listeners are. */
export type ClusterListener = (event: ClusterEvent, cluster: Readonly<Json>) => unknown;

const NAME = /^[a-z]([-a-z0-9]{0,38}[a-z0-9])?$/;

/** container: clusters, node pools and their operations. */
export class Container {
  /** Clusters by `LOCATION/NAME`. */
  readonly clusters = new Map<string, Json>();
  readonly listeners = new Set<ClusterListener>();
  readonly #world: World;
  readonly #compute: Compute;
  readonly #accounts: ServiceAccounts;
  #endpoint: { dns: string; ca: string } | undefined;

  constructor(world: World, compute: Compute, accounts: ServiceAccounts) {
    this.#world = world;
    this.#compute = compute;
    this.#accounts = accounts;
  }

  /** Says where the API server of every cluster is: `host:port`, and the certificate authority in PEM. */
  setEndpoint(endpoint: string, caPem: string): void {
    this.#endpoint = {
      dns: endpoint.replace(/^https?:\/\//, '').replace(/\/$/, ''),
      ca: Buffer.from(caPem).toString('base64'),
    };
    for (const [key, cluster] of this.clusters) {
      const masterAuth = { ...(cluster.masterAuth as Json), clusterCaCertificate: this.#endpoint.ca };
      this.clusters.set(
        key,
        derive({ ...cluster, masterAuth }, this.#facts(cluster.location as string, String(cluster.name))),
      );
    }
  }

  /** True while some cluster accepts calls. */
  get anyRunning(): boolean {
    return [...this.clusters.values()].some(({ status }) => status === 'RUNNING' || status === 'RECONCILING');
  }

  handlers(): Handlers {
    const at = 'container.projects.locations';
    const update = (name: string, change: (cluster: Json, body: Json) => Json): Handlers => ({
      [`${at}.clusters.${name}`]: (call) => this.#update(call, (cluster) => change(cluster, call.body)),
    });
    const pool = (name: string, change: (pool: Json, body: Json) => Json): Handlers => ({
      [`${at}.clusters.nodePools.${name}`]: (call) => this.#updatePool(call, (one) => change(one, call.body)),
    });
    return {
      [`${at}.getServerConfig`]: () => ({
        defaultClusterVersion: VERSION,
        validMasterVersions: [VERSION],
        validNodeVersions: [VERSION],
        defaultImageType: 'COS_CONTAINERD',
        validImageTypes: ['COS_CONTAINERD', 'UBUNTU_CONTAINERD'],
        channels: ['RAPID', 'REGULAR', 'STABLE'].map((channel) => ({
          channel,
          defaultVersion: VERSION,
          validVersions: [VERSION],
        })),
      }),
      [`${at}.operations.get`]: (call) => this.#operation(this.#findOperation(call)),
      [`${at}.operations.list`]: (call) => ({
        operations: this.#world.operations
          .list('container')
          .filter(({ facts }) => call.values.locationsId === '-' || facts.zone === call.values.locationsId)
          .map((one) => this.#operation(one)),
      }),
      [`${at}.operations.cancel`]: (call) => {
        this.#findOperation(call);
        throw new ApiError(400, 'Operation cannot be cancelled.', {
          reason: 'failedPrecondition',
          status: 'FAILED_PRECONDITION',
        });
      },
      [`${at}.clusters.create`]: (call) => this.#create(call),
      [`${at}.clusters.get`]: (call) => this.#get(call),
      [`${at}.clusters.list`]: ({ values }) => {
        checkProject(this.#world, values.projectsId);
        const place = values.locationsId;
        const clusters = [...this.clusters.values()].filter(({ location }) => place === '-' || location === place);
        return clusters.length > 0 ? { clusters } : {};
      },
      [`${at}.clusters.delete`]: (call) => this.#delete(call),
      [`${at}.clusters.update`]: (call) =>
        this.#update(call, (cluster) => applyUpdate(cluster, (call.body.update ?? {}) as Json)),
      ...update('setResourceLabels', (cluster, body) => {
        if (body.labelFingerprint !== cluster.labelFingerprint) {
          throw new ApiError(412, 'Labels could not be set due to fingerprint mismatch.');
        }
        return { ...cluster, resourceLabels: body.resourceLabels ?? {} };
      }),
      ...update('setMaintenancePolicy', (cluster, body) => ({
        ...cluster,
        maintenancePolicy: {
          ...(body.maintenancePolicy as Json | undefined),
          resourceVersion: fingerprint(body.maintenancePolicy ?? {}).slice(0, 8),
        },
      })),
      ...update('setAddons', (cluster, body) => applyUpdate(cluster, { desiredAddonsConfig: body.addonsConfig })),
      ...update('setLegacyAbac', (cluster, body) => ({
        ...cluster,
        legacyAbac: body.enabled === true ? { enabled: true } : {},
      })),
      ...update('setLocations', (cluster, body) => ({ ...cluster, locations: body.locations })),
      ...update('setLogging', (cluster, body) => ({ ...cluster, loggingService: body.loggingService })),
      ...update('setMonitoring', (cluster, body) => ({ ...cluster, monitoringService: body.monitoringService })),
      ...update('setNetworkPolicy', (cluster, body) => ({ ...cluster, networkPolicy: body.networkPolicy })),
      ...update('updateMaster', (cluster, body) => applyUpdate(cluster, { desiredMasterVersion: body.masterVersion })),
      [`${at}.clusters.nodePools.get`]: (call) => this.#pool(this.#get(call), call),
      [`${at}.clusters.nodePools.list`]: (call) => ({ nodePools: this.#get(call).nodePools ?? [] }),
      [`${at}.clusters.nodePools.create`]: (call) => this.#createPool(call),
      [`${at}.clusters.nodePools.delete`]: (call) => {
        this.#pool(this.#get(call), call);
        return this.#update(
          call,
          (cluster) => ({ ...cluster, nodePools: withoutPool(cluster, call) }),
          'DELETE_NODE_POOL',
        );
      },
      ...pool('update', (one, { name: _name, ...body }) => ({ ...one, config: { ...(one.config as Json), ...body } })),
      ...pool('setSize', (one, body) => ({ ...one, initialNodeCount: Number(body.nodeCount ?? 0) })),
      ...pool('setManagement', (one, body) => ({ ...one, management: body.management })),
      ...pool('setAutoscaling', (one, body) => ({ ...one, autoscaling: body.autoscaling })),
    };
  }

  async #create(call: Call): Promise<Json> {
    checkProject(this.#world, call.values.projectsId);
    const given = (call.body.cluster ?? {}) as Json;
    const location = call.values.locationsId ?? '';
    const name = String(given.name ?? '');
    const key = `${location}/${name}`;
    if (regionOf(location) === undefined) throw new ApiError(400, `Location "${location}" does not exist.`);
    if (!NAME.test(name)) throw new ApiError(400, `Invalid value for field "cluster.name": "${name}".`);
    if (this.clusters.has(key)) throw new ApiError(409, `Already exists: ${this.#path(location, name)}.`);
    this.#checkQuota(location);
    const network = this.#networkOf(given, location);
    this.#checkAccount(given, call);
    const facts = this.#facts(location, name);
    const asked = {
      ...given,
      network: network.network.split('/').at(-1),
      subnetwork: network.subnetwork.split('/').at(-1),
      networkConfig: { ...(given.networkConfig as Json | undefined), ...network },
    };
    this.clusters.set(key, newCluster(asked, facts));
    return this.#start(call, location, name, 'CREATE_CLUSTER', {
      work: async () => {
        const running = { ...this.clusters.get(key), status: 'RUNNING' };
        await this.#tell('running', running);
        this.clusters.set(key, running);
      },
      undo: () => {
        const broken = this.clusters.get(key);
        if (broken)
          this.clusters.set(key, { ...broken, status: 'ERROR', statusMessage: 'The cluster could not be made.' });
      },
    });
  }

  async #delete(call: Call): Promise<Json> {
    const cluster = this.#free(call);
    const [location, name] = [String(cluster.location), String(cluster.name)];
    const key = `${location}/${name}`;
    this.clusters.set(key, { ...cluster, status: 'STOPPING' });
    return this.#start(call, location, name, 'DELETE_CLUSTER', {
      work: async () => {
        this.clusters.delete(key);
        await this.#tell('deleted', cluster);
      },
      undo: () => this.clusters.set(key, cluster),
    });
  }

  async #update(call: Call, change: (cluster: Json) => Json, type = 'UPDATE_CLUSTER'): Promise<Json> {
    const before = this.#free(call);
    const [location, name] = [String(before.location), String(before.name)];
    const key = `${location}/${name}`;
    const after = derive(change(before), this.#facts(location, name));
    this.clusters.set(key, { ...before, status: 'RECONCILING' });
    return this.#start(call, location, name, type, {
      work: () => void this.clusters.set(key, { ...after, status: 'RUNNING' }),
      undo: () => this.clusters.set(key, before),
    });
  }

  #createPool(call: Call): Promise<Json> {
    const cluster = this.#get(call);
    const given = (call.body.nodePool ?? {}) as Json;
    const pools = (cluster.nodePools ?? []) as Json[];
    if (pools.some(({ name }) => name === given.name))
      throw new ApiError(409, `Already exists: node pool ${String(given.name)}.`);
    const facts = this.#facts(String(cluster.location), String(cluster.name));
    const made = newPool(given, facts);
    return this.#update(call, (one) => ({ ...one, nodePools: [...pools, made] }), 'CREATE_NODE_POOL');
  }

  #updatePool(call: Call, change: (pool: Json) => Json): Promise<Json> {
    const after = change(this.#pool(this.#get(call), call));
    return this.#update(
      call,
      (cluster) => ({ ...cluster, nodePools: [...withoutPool(cluster, call), after] }),
      'UPDATE_CLUSTER',
    );
  }

  #get({ values }: Call): Json {
    checkProject(this.#world, values.projectsId);
    const cluster = this.clusters.get(`${values.locationsId}/${values.clustersId}`);
    if (cluster) return cluster;
    throw new ApiError(404, `Not found: ${this.#path(values.locationsId ?? '', values.clustersId ?? '')}.`);
  }

  /** The cluster, unless something else is done to it at this time. */
  #free(call: Call): Json {
    const cluster = this.#get(call);
    const running = this.#world.operations.running(this.#path(String(cluster.location), String(cluster.name)));
    if (!running) return cluster;
    throw new ApiError(400, `Cluster is running incompatible operation ${running.name}.`, {
      reason: 'failedPrecondition',
      status: 'FAILED_PRECONDITION',
      details: [
        {
          '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
          reason: 'CLUSTER_ALREADY_HAS_OPERATION',
          domain: 'container.googleapis.com',
        },
      ],
    });
  }

  #pool(cluster: Json, { values }: Call): Json {
    const found = ((cluster.nodePools ?? []) as Json[]).find(({ name }) => name === values.nodePoolsId);
    if (found) return found;
    throw new ApiError(
      404,
      `Not found: ${this.#path(values.locationsId ?? '', values.clustersId ?? '')}/nodePools/${values.nodePoolsId}.`,
    );
  }

  async #start(
    call: Call,
    location: string,
    name: string,
    operationType: string,
    effect: { work: () => unknown; undo: () => unknown },
  ): Promise<Json> {
    const base = `https://container.googleapis.com/v1/projects/${this.#world.projectNumber}/${/-[a-z]$/.test(location) ? 'zones' : 'locations'}/${location}`;
    const id = operationName();
    const operation = await this.#world.operations.start({
      name: id,
      api: 'container',
      target: this.#path(location, name),
      facts: {
        operationType,
        zone: location,
        selfLink: `${base}/operations/${id}`,
        targetLink: `${base}/clusters/${name}`,
      },
      work: effect.work,
      undo: () => void effect.undo(),
      error: call.operationError,
    });
    return this.#operation(operation);
  }

  #operation({ name, status, started, ended, error, facts }: Operation): Json {
    return {
      ...facts,
      name,
      status,
      startTime: started.toISOString(),
      ...(ended ? { endTime: ended.toISOString() } : {}),
      // Clients of GKE take a message on a finished operation for its error.
      ...(error ? { statusMessage: error.message, error: { code: 13, message: error.message } } : {}),
    };
  }

  #findOperation({ values }: Call): Operation {
    checkProject(this.#world, values.projectsId);
    const found = this.#world.operations.get('container', values.operationsId ?? '');
    if (found && found.facts.zone === values.locationsId) return found;
    throw new ApiError(
      404,
      `Operation not found: projects/${values.projectsId}/locations/${values.locationsId}/operations/${values.operationsId}`,
    );
  }

  #facts(location: string, name: string): ClusterFacts {
    const region = regionOf(location) ?? location;
    return {
      project: this.#world.project,
      projectNumber: this.#world.projectNumber,
      location,
      zones: region === location ? zonesOf(region).slice(0, 3) : [location],
      now: this.#world.now(),
      dnsEndpoint:
        this.#endpoint?.dns ??
        `gke-${Buffer.from(fingerprint(name), 'base64').toString('hex').slice(0, 12)}-${this.#world.projectNumber}.${location}.gke.goog`,
      ca: this.#endpoint?.ca ?? '',
      publicIp: '203.0.113.2',
    };
  }

  #networkOf(given: Json, location: string): { network: string; subnetwork: string } {
    const network = linkPath(String(given.network || 'global/networks/default')).replace(
      /^global/,
      `projects/${this.#world.project}/global`,
    );
    const asked = String(given.subnetwork || network.split('/').at(-1));
    const subnetwork = asked.includes('/')
      ? linkPath(asked)
      : `projects/${this.#world.project}/regions/${regionOf(location)}/subnetworks/${asked}`;
    for (const [kind, path] of [
      ['Network', network],
      ['Subnetwork', subnetwork],
    ] as const) {
      if (!this.#compute.find(path)) throw new ApiError(400, `${kind} "${path}" does not exist.`);
    }
    return { network, subnetwork };
  }

  // Nodes act as their service account, so whoever makes them needs the right to act as it.
  #checkAccount(given: Json, call: Call): void {
    const defaults = ((given.autoscaling as Json | undefined)?.autoprovisioningNodePoolDefaults ?? {}) as Json;
    const configs = [
      given.nodeConfig,
      defaults,
      ...((given.nodePools ?? []) as Json[]).map(({ config }) => config),
    ] as (Json | undefined)[];
    for (const account of new Set(configs.map((config) => config?.serviceAccount))) {
      if (typeof account !== 'string' || account === '' || account === 'default') continue;
      if (!this.#accounts.get(account)) throw new ApiError(400, `Service account "${account}" does not exist.`);
      const resources = [`serviceAccounts/${account}`, projectPolicy(this.#world)];
      if (missingPermissions(this.#world, call.identity, ['iam.serviceAccounts.actAs'], resources).length > 0) {
        throw new ApiError(
          400,
          `The user does not have access to service account "${account}". Ask a project owner to grant you the iam.serviceAccountUser role on the service account.`,
        );
      }
    }
  }

  #checkQuota(location: string): void {
    const limit = this.#world.quota.get('CPUS');
    const wanted = 12;
    if (limit === undefined || limit >= wanted) return;
    const short = (wanted - limit).toFixed(1);
    throw new ApiError(
      403,
      `Insufficient regional quota to satisfy request: resource "CPUS": request requires '${wanted.toFixed(1)}' and is short '${short}'. project has a quota of '${limit.toFixed(1)}' with '${limit.toFixed(1)}' available. View and manage quotas at https://console.cloud.google.com/iam-admin/quotas?usage=USED&project=${this.#world.project}&location=${location}.`,
    );
  }

  async #tell(event: ClusterEvent, cluster: Json): Promise<void> {
    for (const listener of this.listeners) await listener(event, cluster);
  }

  #path(location: string, name: string): string {
    return `projects/${this.#world.project}/locations/${location}/clusters/${name}`;
  }
}

function withoutPool(cluster: Json, { values }: Call): Json[] {
  return ((cluster.nodePools ?? []) as Json[]).filter(({ name }) => name !== values.nodePoolsId);
}
