import type { Log } from '../log.js';
import { Discovery } from './discovery.js';
import { type Fault, Faults } from './faults.js';
import { Identities, ServiceAccounts } from './identities.js';
import { Journal, type JournalEntry } from './journal.js';
import { Operations } from './operations.js';
import { Policies } from './policies.js';
import { type Locate, listen, type ServerParts } from './server.js';
import { serviceAccounts } from './services/accounts.js';
import { Compute } from './services/compute.js';
import type { ForeignList } from './services/compute-lists.js';
import { type ClusterListener, Container } from './services/container.js';
import { Federation } from './services/federation.js';
import { Groups } from './services/groups.js';
import { iapAllows, identityAwareProxy } from './services/iap.js';
import { resourceManager, serviceUsage } from './services/project.js';
import { Secrets } from './services/secrets.js';
import { Storage } from './services/storage.js';
import { reviewToken } from './token-review.js';
import type { World } from './world.js';

export type { Fault } from './faults.js';
export type { JournalEntry } from './journal.js';
export type { ClusterEvent, ClusterListener } from './services/container.js';
export type { TrustedCluster, TrustedProvider } from './services/federation.js';

/** How to start the emulator. */
export interface EmulatorOptions {
  /** ID of the only project. */
  readonly project: string;
  /** Its number, a decimal string. */
  readonly projectNumber: string;
  readonly log: Log;
  /** File that gets one JSON object for each call. */
  readonly journalPath?: string;
  /** Duration of an API's operations in milliseconds. Zero: done at once. */
  readonly operationTime?: (api: string) => number;
  readonly now?: () => Date;
}

/** A running stand-in of Google Cloud for one project. */
export interface Emulator {
  /** Address of all APIs except storage, without a final slash. */
  readonly origin: string;
  /** Address of storage. Its downloads are at the root of its host. */
  readonly storageOrigin: string;
  /** Endpoint overrides by the variables of the google provider. */
  env(): Record<string, string>;
  readonly identities: Pick<Identities, 'add' | 'grant' | 'token' | 'whoIs'>;
  /** Address of the API server's token review webhook. */
  readonly tokenReviewUrl: string;
  setClusterEndpoint(endpoint: string, caPem: string): void;
  /** Calls the listener when a cluster runs and when it is gone. Returns a function that removes the listener. */
  onCluster(listener: ClusterListener): () => void;
  /** Whether IAP allows somebody to reach a backend service (numeric ID) at an instant. */
  iapAllows(backendId: string, email: string, at: Date): boolean;
  readonly journal: readonly JournalEntry[];
  readonly faults: { add(fault: Fault): void; clear(): void };
  /** Limits by metric, such as `NETWORKS`; no entry, no limit. */
  readonly quota: Map<string, number>;
  /** Milliseconds that must pass between two calls, for limits without a metric; undefined: none. */
  readonly pace: World['pace'];
  /** Calls that do not match Google's descriptions. Must stay empty. */
  readonly violations: readonly string[];
  readonly federation: Pick<Federation, 'trust' | 'trustCluster'>;
  /** Permissions of the project's own roles, by `projects/PROJECT/roles/NAME`. */
  readonly customRoles: Map<string, readonly string[]>;
  /** Permissions that calls have needed, granted or not, by the caller's address. */
  readonly needed: ReadonlyMap<string, ReadonlySet<string>>;
  /** Lists of compute resources that other parts of the sandbox keep, by collection. */
  readonly computeLists: Map<string, ForeignList>;
  /** Names of buckets that other projects have. */
  readonly takenBuckets: Set<string>;
  /** Google groups of the organisation. Its administrator creates them. */
  readonly groups: Pick<Groups, 'add' | 'addressesOf'>;
  /** Versions of secrets by `projects/P/secrets/S`. Their owner stores them. */
  readonly secrets: Secrets['versions'];
  stop(): Promise<void>;
}

// Long enough that clients must poll, short enough that tests stay quick.
const OPERATION_TIME: Readonly<Record<string, number>> = { container: 900, compute: 120, serviceusage: 60 };

// Name of an API's settings in the google provider, and the path of its version here.
const SETTINGS: Readonly<Record<string, string>> = {
  COMPUTE: 'compute/v1/',
  CONTAINER: 'container/v1/',
  IAM_BETA: 'iam/v1/',
  RESOURCE_MANAGER: 'cloudresourcemanager/v1/',
  SERVICE_USAGE: 'serviceusage/v1/',
  IAP: 'iap/v1/',
  SECRET_MANAGER: 'secretmanager/v1/',
  CLOUD_IDENTITY: 'cloudidentity/v1/',
  IAM_CREDENTIALS: 'iamcredentials/v1/',
  STS: 'sts/v1/',
};

/** Starts the emulator on two free loopback ports. */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const { project, projectNumber, log } = options;
  const now = options.now ?? ((): Date => new Date());
  const accounts = new ServiceAccounts(project);
  const policies = new Policies(
    (email) => accounts.get(email) !== undefined || !email.endsWith(`@${project}.iam.gserviceaccount.com`),
  );
  const identities = new Identities({ policies, accounts, project, now });
  const operations = new Operations(options.operationTime ?? ((api) => OPERATION_TIME[api] ?? 0), now);
  const world: World = {
    project,
    projectNumber,
    enabled: new Set(),
    policies,
    operations,
    quota: new Map(),
    pace: { bucketCreation: undefined },
    customRoles: new Map(),
    needed: new Map(),
    log,
    now,
    mint: (identity, seconds) => identities.mint(identity, seconds),
  };
  const compute = new Compute(world);
  const container = new Container(world, compute, accounts);
  const storage = new Storage(world);
  const federation = new Federation(world);
  const groups = new Groups(world, accounts);
  const secrets = new Secrets();
  const journal = new Journal(options.journalPath);
  const faults = new Faults();
  const violations: string[] = [];
  const parts: ServerParts = {
    world,
    discovery: new Discovery(),
    handlers: {
      ...resourceManager(world),
      ...serviceUsage(world),
      ...serviceAccounts(world, accounts),
      ...compute.handlers(),
      ...container.handlers(),
      ...storage.handlers(),
      ...identityAwareProxy(world, (idOrName) => compute.backend(idOrName)),
      ...federation.handlers(),
      ...groups.handlers(),
      ...secrets.handlers(),
    },
    identities,
    faults,
    journal,
    violations,
    admin: (http, path, body) => {
      if (path === '/token-review') return reviewToken(world, identities, container.anyRunning, body);
      if (path === '/journal') return journal.entries;
      if (path === '/violations') return violations;
      if (path === '/faults') {
        if (http === 'POST') faults.add(body as unknown as Fault);
        return faults.waiting;
      }
      if (path !== '/quota') return undefined;
      for (const [metric, limit] of http === 'POST' ? Object.entries(body) : []) {
        // null removes a limit.
        if (limit === null) world.quota.delete(metric);
        else world.quota.set(metric, Number(limit));
      }
      return Object.fromEntries(world.quota);
    },
  };
  const missing = [...parts.discovery.methods.keys()].filter((id) => !parts.handlers[id]);
  if (missing.length > 0) log(`emulator: described and not served: ${missing.join(', ')}`);
  const main = await listen(parts, locateApi);
  const files = await listen(parts, locateStorage);
  const origin = `http://127.0.0.1:${main.port}`;
  const storageOrigin = `http://127.0.0.1:${files.port}`;
  return {
    origin,
    storageOrigin,
    env: () => ({
      ...Object.fromEntries(
        Object.entries(SETTINGS).map(([name, path]) => [`GOOGLE_${name}_CUSTOM_ENDPOINT`, `${origin}/${path}`]),
      ),
      GOOGLE_STORAGE_CUSTOM_ENDPOINT: `${storageOrigin}/storage/v1/`,
    }),
    identities,
    tokenReviewUrl: `${origin}/_sandbox/token-review`,
    setClusterEndpoint: (endpoint, caPem) => container.setEndpoint(endpoint, caPem),
    onCluster: (listener) => {
      container.listeners.add(listener);
      return () => container.listeners.delete(listener);
    },
    iapAllows: (backendId, email, at) => iapAllows(world, backendId, { email, groups: groups.groupsOf(email) }, at),
    journal: journal.entries,
    faults,
    quota: world.quota,
    pace: world.pace,
    violations,
    federation,
    customRoles: world.customRoles,
    needed: world.needed,
    takenBuckets: storage.takenNames,
    computeLists: compute.lists,
    groups,
    secrets: secrets.versions,
    async stop() {
      operations.stop();
      await Promise.all([main.stop(), files.stop()]);
    },
  };
}

/** `/<api>/v1/…`: all documents except compute's start at the version. The GKE client libraries omit the API. */
const locateApi: Locate = (_, path) => {
  const [, api = '', rest = ''] = /^\/([a-z]+)(\/.*)$/.exec(path) ?? [];
  if (api === 'compute') return { api, path };
  if (/^\/v1\/projects\/[^/]+\/locations\/[^/]+\/(clusters|operations|serverConfig)/.test(path)) {
    return { api: 'container', path };
  }
  return api === '' ? undefined : { api, path: rest };
};

/** `/storage/v1/…` and `/upload/storage/v1/…`; `/BUCKET/OBJECT` is how Google's Go client downloads. */
const locateStorage: Locate = (http, path) => {
  if (/^\/(upload\/)?storage\/v1\//.test(path)) return { api: 'storage', path };
  if (path.startsWith('/download/')) return { api: 'storage', path: path.slice('/download'.length) };
  const [, bucket, object] = /^\/([^/]+)\/(.+)$/.exec(path) ?? [];
  if (http !== 'GET' || object === undefined) return undefined;
  return {
    api: 'storage',
    path: `/storage/v1/b/${bucket}/o/${encodeURIComponent(decodeURIComponent(object))}`,
    query: 'alt=media',
  };
};
