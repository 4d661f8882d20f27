import { ApiError } from '../api-error.js';
import type { ServiceAccounts } from '../identities.js';
import { fingerprint, operationName } from '../ids.js';
import type { Operation } from '../operations.js';
import { type Call, checkProject, type Handlers, type Json, type World } from '../world.js';
import { checkAccounts, checkQuota, networkOf } from './cluster-checks.js';
import { type ClusterFacts, derive, newCluster } from './cluster-defaults.js';
import { acceptPolicy } from './cluster-maintenance.js';
import { SETTERS } from './cluster-setters.js';
import type { Compute } from './compute.js';
import { instanceGroups } from './instance-groups.js';
import { VERSION } from './node-pool-defaults.js';
import { nodePools } from './node-pools.js';
import { regionOf, zonesOf } from './places.js';

/** What happened to a cluster. */
export type ClusterEvent = 'running' | 'pools' | 'deleted';

/** Listener for clusters. An operation is DONE only when all listeners are. */
export type ClusterListener = (event: ClusterEvent, cluster: Readonly<Json>) => unknown;

const NAME = /^[a-z]([-a-z0-9]{0,38}[a-z0-9])?$/;
// From a range that is reserved for documentation, so nobody is there.
const PUBLIC_IP = '203.0.113.2';

interface Effect {
  readonly work: () => unknown;
  readonly undo: () => unknown;
}

/** container: clusters and their operations. */
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
    compute.groupsIn = (zone) => instanceGroups([...this.clusters.values()], zone, world.now());
    // A network with nodes cannot be deleted.
    compute.users.push((path) => {
      const inside = [...this.clusters.values()].find(({ networkConfig }) => {
        const { network, subnetwork } = networkConfig as Json;
        return network === path || subnetwork === path;
      });
      return inside && this.#path(String(inside.location), String(inside.name));
    });
  }

  /** Sets the API server of every cluster: `host:port`, and the certificate authority in PEM. */
  setEndpoint(endpoint: string, caPem: string): void {
    const dns = endpoint.replace(/^https?:\/\//, '').replace(/\/$/, '');
    this.#endpoint = { dns, ca: Buffer.from(caPem).toString('base64') };
    for (const [key, cluster] of this.clusters) {
      const masterAuth = { ...(cluster.masterAuth as Json), clusterCaCertificate: this.#endpoint.ca };
      this.clusters.set(key, derive({ ...cluster, masterAuth }, this.facts(cluster)));
    }
  }

  /** True while some cluster accepts calls. */
  get anyRunning(): boolean {
    return [...this.clusters.values()].some(({ status }) => status === 'RUNNING' || status === 'RECONCILING');
  }

  handlers(): Handlers {
    const at = 'container.projects.locations';
    return {
      [`${at}.getServerConfig`]: ({ values }) => {
        checkProject(this.#world, values.projectsId);
        return serverConfig();
      },
      [`${at}.operations.get`]: (call) => shownOperation(this.#findOperation(call)),
      [`${at}.operations.list`]: ({ values }) => {
        checkProject(this.#world, values.projectsId);
        const all = this.#world.operations.list('container');
        const here = all.filter(({ facts }) => values.locationsId === '-' || facts.zone === values.locationsId);
        return here.length > 0 ? { operations: here.map(shownOperation) } : {};
      },
      [`${at}.operations.cancel`]: (call) => {
        this.#findOperation(call);
        throw new ApiError(400, 'Operation cannot be cancelled.', {
          reason: 'failedPrecondition',
          status: 'FAILED_PRECONDITION',
        });
      },
      [`${at}.clusters.create`]: (call) => this.#create(call),
      [`${at}.clusters.get`]: (call) => this.get(call),
      [`${at}.clusters.list`]: ({ values }) => {
        checkProject(this.#world, values.projectsId);
        const place = values.locationsId;
        const clusters = [...this.clusters.values()].filter(({ location }) => place === '-' || location === place);
        return clusters.length > 0 ? { clusters } : {};
      },
      [`${at}.clusters.delete`]: (call) => this.#delete(call),
      ...Object.fromEntries(
        Object.entries(SETTERS).map(([name, { type, change }]) => [
          `${at}.clusters.${name}`,
          (call: Call) => this.update(call, (cluster) => change(cluster, call.body), type),
        ]),
      ),
      ...nodePools(this),
    };
  }

  /** The cluster of a call's path; throws GKE's 404. */
  get({ values }: Call): Json {
    checkProject(this.#world, values.projectsId);
    const cluster = this.clusters.get(`${values.locationsId}/${values.clustersId}`);
    if (cluster) return cluster;
    throw new ApiError(404, `Not found: ${this.#path(values.locationsId ?? '', values.clustersId ?? '')}.`);
  }

  /** Starts an operation that changes a cluster; `part` is the path below it that the operation names. */
  async update(call: Call, change: (cluster: Json) => Json, type: string, part = ''): Promise<Json> {
    const before = this.#free(call);
    const key = keyOf(before);
    const after = derive(change(before), this.facts(before));
    this.clusters.set(key, { ...before, status: 'RECONCILING' });
    const effect: Effect = {
      work: async () => {
        const running = { ...after, status: 'RUNNING' };
        this.clusters.set(key, running);
        if (part.startsWith('/nodePools')) await this.#tell('pools', running);
      },
      undo: () => this.clusters.set(key, before),
    };
    return this.#start(call, before, type, effect, part);
  }

  /** Throws where the caller may not act as the service account of new nodes. */
  checkAccounts(given: Json, call: Call): void {
    checkAccounts(this.#world, this.#accounts, given, call);
  }

  /** Input of the clusters of a location. */
  facts({ location: place, name }: Json): ClusterFacts {
    const location = String(place);
    const region = regionOf(location) ?? location;
    const hash = Buffer.from(fingerprint(name), 'base64').toString('hex').slice(0, 12);
    return {
      project: this.#world.project,
      projectNumber: this.#world.projectNumber,
      location,
      zones: region === location ? zonesOf(region).slice(0, 3) : [location],
      now: this.#world.now(),
      dnsEndpoint: this.#endpoint?.dns ?? `gke-${hash}-${this.#world.projectNumber}.${location}.gke.goog`,
      ca: this.#endpoint?.ca ?? '',
      publicIp: PUBLIC_IP,
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
    if ((given.autopilot as Json | undefined)?.enabled === true && regionOf(location) !== location) {
      throw new ApiError(400, 'Autopilot clusters must be regional clusters.');
    }
    if (this.clusters.has(key)) throw new ApiError(409, `Already exists: ${this.#path(location, name)}.`);
    checkQuota(this.#world, location);
    const network = networkOf(this.#world, this.#compute, given, location);
    checkAccounts(this.#world, this.#accounts, given, call);
    const asked = {
      ...given,
      network: network.network.split('/').at(-1),
      subnetwork: network.subnetwork.split('/').at(-1),
      networkConfig: { ...(given.networkConfig as Json | undefined), ...network },
      maintenancePolicy: acceptPolicy(given.maintenancePolicy as Json | undefined, {
        releaseChannel: given.releaseChannel ?? { channel: 'REGULAR' },
      }),
    };
    const cluster = newCluster(asked, this.facts({ location, name }));
    this.clusters.set(key, cluster);
    return this.#start(call, cluster, 'CREATE_CLUSTER', {
      work: async () => {
        const running = { ...this.clusters.get(key), status: 'RUNNING' };
        await this.#tell('running', running);
        this.clusters.set(key, running);
      },
      undo: () => {
        const broken = this.clusters.get(key);
        if (broken) this.clusters.set(key, { ...broken, status: 'ERROR' });
      },
    });
  }

  async #delete(call: Call): Promise<Json> {
    const cluster = this.#free(call);
    const key = keyOf(cluster);
    this.clusters.set(key, { ...cluster, status: 'STOPPING' });
    return this.#start(call, cluster, 'DELETE_CLUSTER', {
      work: async () => {
        this.clusters.delete(key);
        await this.#tell('deleted', cluster);
      },
      undo: () => this.clusters.set(key, cluster),
    });
  }

  /** The cluster, unless another operation works on it. */
  #free(call: Call): Json {
    const cluster = this.get(call);
    const running = this.#world.operations.running(this.#path(String(cluster.location), String(cluster.name)));
    if (!running) return cluster;
    const reason = 'CLUSTER_ALREADY_HAS_OPERATION';
    throw new ApiError(400, `Cluster is running incompatible operation ${running.name}.`, {
      reason: 'failedPrecondition',
      status: 'FAILED_PRECONDITION',
      details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason, domain: 'container.googleapis.com' }],
    });
  }

  async #start(call: Call, { location, name }: Json, type: string, effect: Effect, part = ''): Promise<Json> {
    const base = `https://container.googleapis.com/v1/projects/${this.#world.projectNumber}/${wordOf(String(location))}/${String(location)}`;
    const id = operationName();
    const operation = await this.#world.operations.start({
      name: id,
      api: 'container',
      target: this.#path(String(location), String(name)),
      facts: {
        operationType: type,
        zone: location,
        selfLink: `${base}/operations/${id}`,
        targetLink: `${base}/clusters/${String(name)}${part}`,
      },
      work: effect.work,
      undo: () => void effect.undo(),
      error: call.operationError,
    });
    return shownOperation(operation);
  }

  #findOperation({ values }: Call): Operation {
    checkProject(this.#world, values.projectsId);
    const found = this.#world.operations.get('container', values.operationsId ?? '');
    if (found && found.facts.zone === values.locationsId) return found;
    const { projectsId, locationsId, operationsId } = values;
    throw new ApiError(
      404,
      `Operation not found: projects/${projectsId}/locations/${locationsId}/operations/${operationsId}`,
    );
  }

  async #tell(event: ClusterEvent, cluster: Json): Promise<void> {
    for (const listener of this.listeners) await listener(event, cluster);
  }

  #path(location: string, name: string): string {
    return `projects/${this.#world.project}/${wordOf(location)}/${location}/clusters/${name}`;
  }
}

function shownOperation({ name, status, started, ended, error, facts }: Operation): Json {
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

function serverConfig(): Json {
  const versions = { defaultVersion: VERSION, validVersions: [VERSION] };
  return {
    channels: ['RAPID', 'REGULAR', 'STABLE'].map((channel) => ({ channel, ...versions })),
    defaultClusterVersion: VERSION,
    defaultImageType: 'COS_CONTAINERD',
    validImageTypes: ['COS_CONTAINERD', 'UBUNTU_CONTAINERD'],
    validMasterVersions: [VERSION],
    validNodeVersions: [VERSION],
  };
}

function keyOf({ location, name }: Json): string {
  return `${String(location)}/${String(name)}`;
}

// GKE uses the older word for a zone.
function wordOf(location: string): string {
  return /-[a-z]$/.test(location) ? 'zones' : 'locations';
}
