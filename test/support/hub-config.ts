import type { HubConfig, JsonObject, Profile } from '../../src/config/model.js';
import { type HubFiles, PYTHON_FILES } from '../../src/helm/values/iap.js';
import type { LayerSources } from '../../src/helm/values/layers.js';
import { PAGE_FILES, type PageFiles } from '../../src/helm/values/page/page.js';

/** A profile with the defaults of the configuration. */
export function profile(name: string, more: Partial<Profile> = {}): Profile {
  return {
    name,
    displayName: name,
    description: undefined,
    default: false,
    image: undefined,
    cpu: { guarantee: '1', limit: '2' },
    memory: { guarantee: '4Gi', limit: '4Gi' },
    groups: [],
    culling: undefined,
    gpu: undefined,
    tpu: undefined,
    env: {},
    options: [],
    unlistedImage: undefined,
    startTimeout: undefined,
    capacity: 'on-demand',
    capacityOrder: [],
    reservation: undefined,
    sharedMemory: undefined,
    sandbox: false,
    placement: undefined,
    ...more,
  };
}

/** Access as it is without a word about it. */
export const ACCESS: HubConfig['access'] = {
  domain: undefined,
  subdomains: undefined,
  entry: { kind: 'direct' },
  mode: 'authoritative',
  guard: { maxRemovals: { percent: 25, atLeast: 5 }, requiredAdmins: 0 },
  session: { websocket: 3600, timezone: 'UTC' },
  auditBucket: undefined,
};

/** Limits as they are without a word about them. */
export const LIMITS: HubConfig['limits'] = {
  servers: undefined,
  concurrentSpawns: 64,
  namedServers: 0,
  memoryPerUser: undefined,
  gpus: undefined,
};

/** The quick start's configuration, with other values of the chart and whatever else a test needs. */
export function hubConfig(values: JsonObject = {}, more: Partial<HubConfig> = {}): HubConfig {
  return {
    name: 'research',
    project: 'acme-research',
    location: 'us-central1',
    state: { bucket: 'acme-research-tfstate' },
    platform: {
      name: 'research',
      from: undefined,
      zones: undefined,
      cluster: { mode: 'autopilot' },
      deletionProtection: true,
    },
    approval: 'required',
    access: ACCESS,
    storage: { home: { type: 'disk', diskType: 'pd-balanced', size: '10Gi' }, perUserBuckets: false, purge: [] },
    profiles: [profile('cpu', { default: true })],
    budgets: [],
    warm: [],
    culling: { idle: 3600, maxAge: undefined },
    limits: LIMITS,
    pullSecrets: [],
    registries: [],
    hub: { chart: { version: '4.4.0', repository: undefined, path: undefined, sha256: undefined }, values },
    secrets: {},
    cost: undefined,
    ...more,
  };
}

/** Python files that are told from each other by their text. */
export const FILES = Object.fromEntries(PYTHON_FILES.map((name) => [name, `# ${name}\n`])) as HubFiles;

/** Pages that are told from each other by their text. */
export const PAGES = Object.fromEntries(PAGE_FILES.map((name) => [name, `/* ${name} */\n`])) as PageFiles;

/** Sources with an empty base, for tests of the computed layers. */
export const SOURCES: LayerSources = { base: {}, files: FILES, pages: PAGES };
