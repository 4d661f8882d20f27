import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { SAFE_TO_EVICT_KEY } from '../../config/chart/owned-things.js';
import { LAST_CODE } from '../../config/chart/owned-values.js';
import type { HubConfig, Json, JsonObject } from '../../config/model.js';
import { isObject } from '../../json.js';
import { cullingValues } from './culling.js';
import { bucketValues } from './home-buckets.js';
import { budgetValues } from './hours/budgets.js';
import { warmValues } from './hours/warm.js';
import { type HubFiles, iapValues, PYTHON_FILES } from './iap.js';
import { networkNeeds, networkValues, RULES } from './network.js';
import { PAGE_FILES, type PageFiles, pageValues } from './page/page.js';
import { platformValues } from './platform/platform.js';
import { profileGroupValues } from './profile-groups.js';
import { profileSecrets } from './profile-start.js';
import { profileValues } from './profiles.js';
import { type SecretVariables, secretVariables } from './secrets.js';
import { kernelValues } from './servers/kernels.js';
import { limitValues } from './servers/limits.js';
import { pullSecretValues } from './servers/pull-secrets.js';
import { storageValues } from './storage.js';
import { merge, nest, valueAt } from './values.js';
import { zoneAffinity } from './zones.js';

/** The product's own files that the layers are made from. */
export interface LayerSources {
  /** Text of helm/hub/base.yaml, parsed. */
  readonly base: JsonObject;
  readonly files: HubFiles;
  /** Texts of helm/hub/templates by their names. */
  readonly pages: PageFiles;
}

/** Values of one concern. A later layer wins over an earlier one. */
export interface Layer {
  readonly name: 'base' | 'platform' | 'iap' | 'storage' | 'profiles' | 'user';
  readonly values: JsonObject;
}

/**
 * Paths whose values are ours whatever `hub.values` sets. Without them the hub would be open, lose data, or not fit the
 * objects around it. Validation refuses them with a message. Here they are put back in case validation misses one.
 */
export const OWNED: readonly string[] = [
  'hub.config.JupyterHub.authenticator_class',
  'hub.config.JupyterHub.admin_access',
  'hub.config.JupyterHub.subdomain_host',
  'hub.config.JupyterHub.cookie_host_prefix_enabled',
  'hub.config.Authenticator.allow_existing_users',
  'hub.config.Authenticator.auth_refresh_age',
  'hub.config.Authenticator.refresh_pre_spawn',
  'hub.config.KubeSpawner.delete_pvc',
  'hub.loadRoles.jupyterhub-gke-admins',
  'hub.loadRoles.jupyterhub-gke-full-admins',
  'hub.loadRoles.jupyterhub-gke-access-reconciler',
  'hub.services.jupyterhub-gke-access-reconciler',
  'hub.extraConfig.00-jupyterhub-gke',
  'hub.extraConfig.01-jupyterhub-gke-profiles',
  'hub.extraConfig.02-jupyterhub-gke-budgets',
  'hub.extraConfig.~jupyterhub-gke-gate',
  'hub.extraConfig.zz-jupyterhub-gke-homes',
  `hub.extraConfig.${LAST_CODE}`,
  'hub.extraEnv',
  'hub.extraFiles',
  'hub.db.pvc.annotations',
  'hub.activeServerLimit',
  'hub.allowNamedServers',
  'hub.concurrentSpawnLimit',
  'hub.namedServerLimitPerUser',
  'hub.pdb',
  'hub.networkPolicy.enabled',
  'hub.networkPolicy.egressAllowRules',
  'proxy.chp.pdb',
  'proxy.https',
  'proxy.service',
  'proxy.chp.networkPolicy',
  'ingress',
  'cull.users',
  'singleuser.networkPolicy.enabled',
  'singleuser.cloudMetadata.blockWithIptables',
  'singleuser.extraFiles',
  'singleuser.extraEnv',
  'singleuser.storage.dynamic.storageClass',
];

/** Switches of the chart that would bypass owned values. They keep the chart's defaults. */
const FIXED_SWITCHES: JsonObject = {
  fullnameOverride: '',
  nameOverride: null,
  httpRoute: { enabled: false },
  hub: {
    existingSecret: null,
    command: [],
    args: [],
    serviceAccount: { create: true, name: null },
    annotations: { [SAFE_TO_EVICT_KEY]: 'false' },
  },
  proxy: { annotations: { [SAFE_TO_EVICT_KEY]: 'false' } },
  rbac: { create: true },
  singleuser: {
    networkPolicy: { egressAllowRules: RULES },
    extraAnnotations: { [SAFE_TO_EVICT_KEY]: 'false' },
  },
};

/** Parts of the chart that have nothing to do on Autopilot (platform/autopilot.ts). Validation says that they have no effect. */
const IDLE_PARTS = ['prePuller.hook.enabled', 'prePuller.continuous.enabled', 'scheduling.userScheduler.enabled'];

/** The same on a standard cluster (platform/standard.ts). */
const IDLE_ON_STANDARD = ['scheduling.userScheduler.enabled'];

/** Lists to which `hub.values` adds. Replacing them would remove our own entries. */
const SHARED_LISTS = [
  'hub.extraVolumes',
  'hub.extraVolumeMounts',
  'hub.networkPolicy.egress',
  'singleuser.networkPolicy.egress',
  'singleuser.image.pullSecrets',
];

/** Reads base.yaml, the Python files and the pages from the product's helm folder. */
export async function readSources(helmDir: string): Promise<LayerSources> {
  const text = (name: string): Promise<string> => readFile(join(helmDir, 'hub', name), 'utf8');
  const base = parse(await text('base.yaml')) as JsonObject;
  const files = await Promise.all(PYTHON_FILES.map(async (name) => [name, await text(name)] as const));
  const pages = await Promise.all(PAGE_FILES.map(async (name) => [name, await text(`templates/${name}`)] as const));
  return {
    base,
    files: Object.fromEntries(files) as unknown as HubFiles,
    pages: Object.fromEntries(pages) as unknown as PageFiles,
  };
}

/** The layers in their order. Secrets and the address are symbolic. */
export function layers(config: HubConfig, sources: LayerSources, env: NodeJS.ProcessEnv): readonly Layer[] {
  return [
    { name: 'base', values: sources.base },
    {
      name: 'platform',
      values: [
        platformValues(config.platform.cluster),
        networkValues(networkNeeds(config.storage.perUserBuckets, config.hub.values)),
        rootValues(config.hub.values),
      ].reduce(merge),
    },
    { name: 'iap', values: iapValues(config, sources.files, env) },
    {
      name: 'storage',
      values: merge(
        storageValues(config.name, config.storage.home),
        bucketValues(config, sources.files['home_bucket.py']),
      ),
    },
    {
      name: 'profiles',
      values: [
        profileValues(config.profiles, config.name),
        profileGroupValues(config.profiles, config.name, sources.files['profile_groups.py']),
        budgetValues(config, sources.files),
        warmValues(config, sources.files),
        cullingValues(config.culling, config.profiles),
        pageValues(config, sources.pages),
        limitValues(config.limits),
        kernelValues(config),
        pullSecretValues(config),
      ].reduce(merge),
    },
    { name: 'user', values: config.hub.values },
  ];
}

/**
 * All layers as one document, with owned values put back and shared lists joined. Secrets that are variables of pods are
 * references to keys of the Secret that the companion chart creates.
 */
export function hubValues(config: HubConfig, sources: LayerSources, env: NodeJS.ProcessEnv): JsonObject {
  return hubSecrets(config, sources, env).values;
}

/** The same, with the names of the secrets that are variables of pods. */
export function hubSecrets(config: HubConfig, sources: LayerSources, env: NodeJS.ProcessEnv): SecretVariables {
  const { values, names } = secretVariables(plainValues(config, sources, env), config.name);
  return { values, names: [...new Set([...names, ...profileSecrets(config.profiles)])].sort() };
}

function plainValues(config: HubConfig, sources: LayerSources, env: NodeJS.ProcessEnv): JsonObject {
  const all = layers(config, sources, env);
  const ours = all
    .filter(({ name }) => name !== 'user')
    .reduce<JsonObject>((sum, { values }) => merge(sum, values), {});
  let values = merge(ours, withEnvByName(config.hub.values));
  for (const path of OWNED) {
    const value = valueAt(ours, path);
    if (value !== undefined) values = merge(values, nest(path, value));
  }
  for (const path of SHARED_LISTS) {
    values = merge(
      values,
      nest(path, [...listOrEmpty(valueAt(ours, path)), ...listOrEmpty(valueAt(config.hub.values, path))]),
    );
  }
  values = merge(values, zoneAffinity(config.platform.zones, values));
  const idle = config.platform.cluster.mode === 'autopilot' ? IDLE_PARTS : IDLE_ON_STANDARD;
  for (const path of idle) if (valueAt(values, path) === true) values = merge(values, nest(path, false));
  return merge(values, FIXED_SWITCHES);
}

/** Lets notebook servers run as root where the user's values say that the image needs it: uid 0, or the image's own. */
function rootValues(user: JsonObject): JsonObject {
  const uid = valueAt(user, 'singleuser.uid');
  if (uid !== 0 && uid !== null) return {};
  return nest('hub.config.KubeSpawner.container_security_context.runAsNonRoot', false);
}

/** The chart also takes variables as a list. As an object they can be merged with ours. */
function withEnvByName(user: JsonObject): JsonObject {
  return ['hub.extraEnv', 'singleuser.extraEnv'].reduce((values, path) => {
    const env = valueAt(values, path);
    if (!Array.isArray(env)) return values;
    const named: Record<string, Json> = {};
    for (const item of env as readonly Json[]) {
      if (!isObject(item) || typeof item.name !== 'string') continue;
      const { name, ...rest } = item;
      named[name] = rest;
    }
    return merge(values, nest(path, named));
  }, user);
}

function listOrEmpty(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
