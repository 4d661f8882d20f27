import { createHash } from 'node:crypto';
import type { Change } from '../../change/change.js';
import { type Settings, type SettingValue, settingChanges } from '../../change/settings.js';
import type {
  Budget,
  Env,
  HubConfig,
  IapEntry,
  Json,
  Profile,
  ProfileOption,
  ResourceRange,
  WarmWindow,
} from '../../config/model.js';
import { exclusionsText, windowText } from '../../config/platform/maintenance.js';
import { poolText } from '../../config/platform/node-pool.js';
import { DAYS, timeText } from '../../config/times/week.js';
import { isObject } from '../../json.js';
import { hideValues } from '../diff/manifests.js';
import { isCodeText, mayBeSecret } from '../diff/shown-text.js';
import { seatSize, warmRooms } from '../values/hours/warm.js';
import { hourText } from '../values/page/facts.js';
import { symbolic } from '../values/values.js';

/** Longest text of a value that is kept whole. */
const LONGEST = 200;
/** Hexadecimal digits of a digest. Records of earlier versions have 12. */
const DIGITS = 32;

/**
 * What a configuration says, value by value, without secrets: what the next plan compares with. What the record of the
 * deployment has already (the chart) is left out, and so is what is no property of the hub (deletions, and prices that the
 * start page does not show).
 */
export function settingsOf(config: HubConfig): Settings {
  const { access, platform, storage } = config;
  const { maxRemovals, requiredAdmins } = access.guard;
  return {
    project: config.project,
    location: config.location,
    'state.bucket': config.state.bucket,
    'platform.name': platform.name,
    'platform.zones': platform.zones?.join(', ') ?? null,
    'platform.deletionProtection': platform.deletionProtection,
    'platform.releaseChannel': platform.releaseChannel ?? (platform.from === undefined ? 'REGULAR' : null),
    'platform.maintenance': platform.maintenance === undefined ? null : windowText(platform.maintenance),
    'platform.maintenance.exclusions': exclusionsText(platform.maintenance?.exclusions ?? []) || null,
    ...clusterSettings(platform),
    approval: config.approval,
    'access.domain': access.domain ?? null,
    'access.subdomains': access.subdomains !== undefined,
    'access.certificate': access.subdomains?.certificate ?? null,
    'access.entry': entryText(access.entry),
    'access.oauthClient': access.oauthClient ?? null,
    'access.mode': access.mode,
    'access.guard.maxRemovals.percent': maxRemovals.percent,
    'access.guard.maxRemovals.atLeast': maxRemovals.atLeast,
    'access.guard.requiredAdmins': requiredAdmins,
    'access.session.websocket': access.session.websocket,
    'access.session.timezone': access.session.timezone,
    'access.audit.bucket': access.auditBucket ?? null,
    'storage.home.size': storage.home.size,
    'storage.home.diskType': storage.home.diskType,
    'storage.buckets.perUser': storage.perUserBuckets,
    'images.registries': config.registries.join(', ') || null,
    'images.pullSecrets': config.pullSecrets.join(', ') || null,
    'culling.kernels': config.idleKernels ?? null,
    'limits.servers': config.limits.servers ?? null,
    'limits.concurrentSpawns': config.limits.concurrentSpawns,
    'limits.namedServers': config.limits.namedServers,
    'limits.memoryPerUser': config.limits.memoryPerUser ?? null,
    'limits.gpus': config.limits.gpus ?? null,
    ...Object.assign({}, ...config.profiles.map((profile) => profileSettings(profile, config.culling))),
    ...Object.fromEntries(
      config.profiles.map((one) => [`startPage[${one.name}].hour`, hourText(one, config.cost) ?? null]),
    ),
    ...Object.fromEntries(config.warm.map((one) => [warmSetting(one), warmText(one, config)])),
    ...Object.fromEntries(config.budgets.map((budget) => [budgetName(budget), budget.hours])),
    ...Object.fromEntries(
      Object.entries(config.secrets).map(([name, from]) => [
        `secrets[${name}]`,
        'env' in from ? from.env : from.secretManager,
      ]),
    ),
    ...Object.fromEntries(leaves(hideValues(symbolic(config.hub.values)), 'hub.values', '')),
  };
}

/** The cluster, for the hub that owns it. */
function clusterSettings({ from, cluster }: HubConfig['platform']): Settings {
  if (from !== undefined) return {};
  const pools = cluster.mode === 'autopilot' ? {} : cluster.nodePools;
  return {
    'platform.cluster.mode': cluster.mode,
    ...Object.fromEntries(Object.entries(pools).map(([name, pool]) => [`platform.nodePools[${name}]`, poolText(pool)])),
  };
}

/** The change of the configuration since the last apply; undefined where nothing changes or nothing is recorded. */
export function settingsChange(before: Settings | undefined, after: Settings): Change | undefined {
  const settings = before === undefined ? [] : settingChanges(before, after);
  return settings.length === 0
    ? undefined
    : { scope: 'settings', action: 'update', subject: { kind: 'settings' }, settings };
}

function entryText(entry: IapEntry): string {
  if (entry.kind === 'direct') return 'direct';
  if (entry.kind === 'domain') return `domain ${entry.domain}`;
  return `${entry.manage ? 'managed group' : 'group'} ${entry.group}`;
}

/** A warm window by its place in the week; src/report/text/settings/warm.ts reads it. */
function warmSetting({ profile, days, from, to }: WarmWindow): string {
  return `warm[${profile} ${days.map((day) => DAYS[day]).join(',')} ${timeText(from)}-${timeText(to)}]`;
}

/** Servers, hours a week, and what is requested for them: what a reviewer pays for. */
function warmText(window: WarmWindow, config: HubConfig): string {
  const room = warmRooms(config).find(({ profile }) => profile.name === window.profile);
  if (room === undefined) return `${window.servers} servers`;
  const size = seatSize(room.profile);
  const seats = Math.ceil(window.servers / room.seats) * room.seats;
  const hours = (window.days.length * (window.to - window.from)) / 60;
  const amount = (value: number): string => String(Number(value.toFixed(2)));
  const price = hourText(room.profile, config.cost);
  return `${window.servers} servers, ${amount(hours)} h a week, ${amount(size.cores * seats)} cores and ${amount((size.bytes * seats) / 2 ** 30)} GiB${price === undefined ? '' : `, ${price} an hour for each server`}`;
}

/** A budget by all that it says besides its hours; src/report/text/budgets.ts reads it. */
function budgetName({ of, each, days, groups, profiles }: Budget): string {
  const list = (names: readonly string[]): string => [...names].sort().join(',');
  return `budgets[${of} ${each} ${days}d groups=${list(groups)} profiles=${list(profiles)}]`;
}

function profileSettings(profile: Profile, usual: HubConfig['culling']): Settings {
  const { cpu, memory, culling = usual } = profile;
  const own: Settings = {
    displayName: profile.displayName,
    description: profile.description ?? null,
    default: profile.default,
    image: profile.image ?? null,
    'cpu.guarantee': cpu.guarantee,
    'cpu.limit': cpu.limit ?? null,
    'memory.guarantee': memory.guarantee,
    'memory.limit': memory.limit ?? null,
    groups: [...profile.groups].sort().join(', '),
    'culling.idle': culling.idle,
    'culling.maxAge': culling.maxAge ?? null,
    gpu: gpuText(profile.gpu),
    tpu: profile.tpu === undefined ? null : `${profile.tpu.type} ${profile.tpu.topology}`,
    capacity: profile.capacityOrder.length > 0 ? profile.capacityOrder.join(', ') : profile.capacity,
    reservation: reservationText(profile.reservation),
    sharedMemory: profile.sharedMemory ?? null,
    sandbox: profile.sandbox,
    startTimeout: profile.startTimeout ?? null,
    env: envText(profile.env),
    options: profile.options.length === 0 ? null : shortly(profile.options.map(optionText).join('; ')),
    unlistedImage: profile.unlistedImage === undefined ? null : shortly(profile.unlistedImage),
  };
  return Object.fromEntries(Object.entries(own).map(([name, value]) => [`profiles[${profile.name}].${name}`, value]));
}

function gpuText(gpu: Profile['gpu']): string | null {
  if (gpu === undefined) return null;
  const { type, count, driver, sharing } = gpu;
  const shared = sharing === undefined ? '' : `, shared by ${sharing.clients} (${sharing.strategy})`;
  return `${count} × ${type}${shared}${driver === 'default' ? '' : `, driver ${driver}`}`;
}

function reservationText(reservation: Profile['reservation']): string | null {
  if (reservation === undefined) return null;
  return reservation.project === undefined ? reservation.name : `${reservation.project}/${reservation.name}`;
}

/** Variables with their values, as far as these are no secrets. */
function envText(env: Env): string | null {
  const parts = Object.entries(env)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => {
      if (typeof value !== 'string') return `${name} (secret ${value.secretRef})`;
      return `${name}=${mayBeSecret(value, name) ? '(hidden)' : value}`;
    });
  return parts.length === 0 ? null : shortly(parts.join(', '));
}

function optionText({ name, displayName, choices }: ProfileOption): string {
  const titled = (id: string, title: string): string => (title === id ? id : `${id} "${title}"`);
  const range = (of: ResourceRange | undefined): string | undefined =>
    of && (of.guarantee === of.limit ? of.guarantee : `${of.guarantee}–${of.limit ?? 'none'}`);
  const texts = choices.map((choice) => {
    const cpu = range(choice.cpu);
    const parts = [choice.image, cpu && `${cpu} CPU`, range(choice.memory), envText(choice.env)];
    return [`${titled(choice.name, choice.displayName)}${choice.default ? '*' : ''}`, ...parts.filter(Boolean)].join(
      ' ',
    );
  });
  return `${titled(name, displayName)}: ${texts.join(', ')}`;
}

/** A long text ends with its digest, so that any change of it is seen. */
function shortly(text: string): string {
  return text.length <= LONGEST
    ? text
    : `${text.slice(0, LONGEST).trimEnd()}… (${text.length} characters, sha256 ${digestOf(text)})`;
}

/** Values of the chart with their paths. A list is one value. */
function leaves(value: Json, path: string, key: string): readonly (readonly [string, SettingValue])[] {
  if (isObject(value) && Object.keys(value).length > 0) {
    return Object.entries(value).flatMap(([name, inner]) =>
      leaves(inner, `${path}.${/^[\w~-]+$/.test(name) ? name : JSON.stringify(name)}`, name),
    );
  }
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return [[path, value]];
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (isCodeText(path)) return [[path, `${text.length} characters, sha256 ${digestOf(text)}`]];
  if (mayBeSecret(text, key)) return [[path, '(hidden)']];
  return [[path, shortly(text)]];
}

function digestOf(text: string): string {
  // 128 bits: nobody finds another text with it, such as code that looks like the reviewed one.
  return createHash('sha256').update(text).digest('hex').slice(0, DIGITS);
}
