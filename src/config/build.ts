import { dirname, resolve } from 'node:path';
import { DEFAULT_CHART_VERSION } from '../versions.js';
import { seconds } from './duration.js';
import { locationText } from './location.js';
import type { Access, Culling, HubConfig, IapEntry, JsonObject, Limits, Platform, SecretSource } from './model.js';
import type { Maintenance } from './platform/maintenance.js';
import type { Cluster } from './platform/node-pool.js';
import { buildProfiles, culling } from './profiles/build.js';
import type { JupyterhubFile } from './schema/types.generated.js';
import { DAYS, minuteOf } from './times/week.js';
import type { Locate } from './yaml/locate.js';

const DEFAULT_CULLING: Culling = { idle: 3600, maxAge: undefined };
/** Default of `access.guard.maxRemovals`. */
export const MAX_REMOVALS = { percent: 25, atLeast: 5 } as const;

/** What a file says of the platform that it owns. */
export interface OwnedPlatform {
  readonly name: string;
  readonly zones: readonly string[] | undefined;
  readonly cluster: Cluster;
  readonly existing: { readonly name: string; readonly location: string } | undefined;
}

/**
 * Fills in the defaults of a file that passed all checks, makes its paths absolute and freezes the result.
 * @param baseDir absolute folder that the paths of locations are relative to
 * @param platform what the file that owns the platform says of it
 */
export function buildConfig(file: JupyterhubFile, locate: Locate, baseDir: string, platform: OwnedPlatform): HubConfig {
  const home = file.storage?.home;
  const chart = file.hub?.chart;
  const path = chart?.path;
  const config: HubConfig = {
    name: file.name,
    project: file.project,
    location: file.location,
    state: { bucket: file.state.bucket },
    platform: platformOf(file, platform),
    approval: file.approval ?? 'required',
    access: access(file.access),
    storage: {
      home: { type: 'disk', diskType: home?.diskType ?? 'pd-balanced', size: String(home?.size ?? '10Gi') },
      perUserBuckets: file.storage?.buckets?.perUser ?? false,
      purge: (file.storage?.purge ?? []).map(({ email, left }, index) => {
        const location = locate(['storage', 'purge', index, 'email']);
        return { email: email.toLowerCase(), left, where: locationText(location) };
      }),
    },
    profiles: buildProfiles(
      file.profiles ?? [{ name: 'cpu', displayName: 'CPU' }],
      culling(file.culling, DEFAULT_CULLING),
      platform.cluster,
    ),
    warm: (file.warm ?? []).map(({ profile, servers, days, from, to }) => ({
      profile,
      servers,
      days: DAYS.flatMap((day, index) => (days.some((one) => one === day) ? [index] : [])),
      from: minuteOf(from) ?? 0,
      to: minuteOf(to) ?? 0,
    })),
    budgets: (file.budgets ?? []).map(({ groups = [], profiles: names = [], of, hours, per, each = 'person' }) => ({
      groups: [...groups],
      profiles: [...names],
      of,
      hours,
      days: (seconds(per) ?? 0) / 86_400,
      each,
    })),
    culling: culling(file.culling, DEFAULT_CULLING),
    ...(file.culling?.kernels === undefined ? {} : { idleKernels: seconds(file.culling.kernels) ?? 0 }),
    limits: limits(file.limits),
    registries: [...(file.images?.registries ?? [])],
    pullSecrets: (file.images?.pullSecrets ?? []).map(({ secretRef }) => secretRef),
    hub: {
      chart: {
        version: chart?.version ?? DEFAULT_CHART_VERSION,
        repository: chart?.repository,
        // The path is relative to the file that sets it, which may be an extended one.
        path: path === undefined ? path : resolve(baseDir, dirname(locate(['hub', 'chart', 'path']).file), path),
        sha256: chart?.sha256,
      },
      values: (file.hub?.values ?? {}) as JsonObject,
    },
    secrets: Object.fromEntries(
      Object.entries(file.secrets ?? {}).flatMap(([name, { env, secretManager }]): [string, SecretSource][] => {
        if (secretManager !== undefined) return [[name, { secretManager }]];
        return env === undefined ? [] : [[name, { env }]];
      }),
    ),
    cost: file.cost,
  };
  return freeze(config);
}

function platformOf({ platform, project }: JupyterhubFile, owned: OwnedPlatform): Platform {
  const { name, zones, cluster, existing } = owned;
  const network = networkOf(platform?.network, project);
  return {
    name,
    from: platform?.from,
    zones: zones && [...new Set(zones)].sort(),
    cluster,
    deletionProtection: platform?.deletionProtection ?? true,
    ...(existing && { existing: { name: existing.name, location: existing.location } }),
    ...(network && { network }),
    ...(platform?.maintenance && { maintenance: maintenanceOf(platform.maintenance) }),
    ...(platform?.releaseChannel && { releaseChannel: platform.releaseChannel }),
  };
}

function maintenanceOf(written: NonNullable<NonNullable<JupyterhubFile['platform']>['maintenance']>): Maintenance {
  const { days, start, hours, exclusions = [] } = written;
  return {
    days,
    start,
    hours,
    exclusions: exclusions.map(({ name, from, to, scope }) => ({ name, from, to, scope: scope ?? 'NO_UPGRADES' })),
  };
}

function networkOf(
  written: NonNullable<JupyterhubFile['platform']>['network'],
  project: string,
): Platform['network'] | undefined {
  const existing = written?.sharedVpc ?? (written?.existing && { project, ...written.existing });
  if (existing !== undefined) return { existing: { podsRange: undefined, servicesRange: undefined, ...existing } };
  const { cidrs } = written ?? {};
  return cidrs && { ranges: { nodes: cidrs.nodes, pods: cidrs.pods, services: cidrs.services } };
}

function access(file: JupyterhubFile['access']): Access {
  return {
    domain: file?.domain,
    subdomains:
      file?.subdomains === true && file.domain !== undefined && file.certificate !== undefined
        ? { domain: file.domain, certificate: file.certificate }
        : undefined,
    entry: entry(file?.entry),
    ...(typeof file?.oauthClient === 'object' && { oauthClient: file.oauthClient.secretRef }),
    mode: file?.mode ?? 'authoritative',
    guard: {
      maxRemovals: { ...MAX_REMOVALS, ...file?.guard?.maxRemovals },
      requiredAdmins: file?.guard?.requiredAdmins ?? 0,
    },
    session: {
      websocket: seconds(file?.session?.websocket) ?? 3600,
      timezone: file?.session?.timezone ?? 'UTC',
    },
    auditBucket: file?.audit?.bucket,
  };
}

function entry(written: NonNullable<JupyterhubFile['access']>['entry']): IapEntry {
  if (typeof written !== 'object') return { kind: 'direct' };
  if (written.group !== undefined) {
    return { kind: 'group', group: written.group.toLowerCase(), manage: written.manage === true };
  }
  return written.domain === undefined ? { kind: 'direct' } : { kind: 'domain', domain: written.domain };
}

function limits(written: JupyterhubFile['limits']): Limits {
  const { servers, concurrentSpawns, namedServers, memoryPerUser, gpus } = written ?? {};
  return {
    servers,
    concurrentSpawns: concurrentSpawns ?? 64,
    namedServers: namedServers ?? 0,
    memoryPerUser: memoryPerUser === undefined ? undefined : String(memoryPerUser),
    gpus,
  };
}

/** Freezes a value and everything in it. YAML aliases share values, so a frozen value is skipped. */
function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const child of Object.values(value)) freeze(child);
  }
  return value;
}
