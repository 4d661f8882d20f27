import type { Change, Subject } from '../../change/change.js';
import { type Decimal, decimal, plus, times } from '../../config/cost/decimal.js';
import { billedCores, billedGib, type HourPrices, hourOf } from '../../config/cost/hour.js';
import type { Cost, HubConfig, Profile } from '../../config/model.js';
import { bytes, cores } from '../../config/quantity.js';
import { DEFAULT_SERVER, type ServerSize } from '../../helm/diff/server-sizes.js';

/** Disks of homes that a change brings or leaves behind. */
export interface HomesCost {
  /** Entries of the users files that gain access, each of which can get a disk at its first login. */
  readonly gained: number;
  /** Those that lose it; their disks stay. */
  readonly left: number;
  readonly diskType: string;
  /** Size of one disk, in whole GiB as Google sells it. */
  readonly gib: number;
  /** Price of a GiB and month. */
  readonly price: Decimal;
  /** Price of one home for a month. */
  readonly each: Decimal;
}

/** An hour of a running server of a profile that is new, or guaranteed something else than before. */
export interface ServerCost {
  readonly profile: string;
  /** What its pod is billed for, with the gate in front of the server. */
  readonly cores: Decimal;
  readonly gib: Decimal;
  /** Its GPUs or TPU chips, with the price of one for an hour. */
  readonly devices?: { readonly type: string; readonly count: number; readonly each: Decimal };
  readonly before: Decimal | undefined;
  readonly after: Decimal;
}

/** What a change costs by the operator's own prices. Never part of a fingerprint: a price is no change. */
export interface CostEstimate {
  readonly currency: string;
  readonly asOf: string;
  /** Age of the prices in days where that is more than they are good for. */
  readonly old: number | undefined;
  readonly homes: HomesCost | undefined;
  readonly servers: readonly ServerCost[];
  readonly serverPrices: { readonly cpu: Decimal; readonly memory: Decimal } | undefined;
  /** Price of a GiB and month in the buckets of those who gain access: nobody knows how much they will store. */
  readonly bucket: Decimal | undefined;
  /** Whether whole domains or groups gain access. Their number of people is not known. */
  readonly hasCrowd: boolean;
  /** Names of prices that this change needs and that are not given. */
  readonly missing: readonly string[];
}

/** What the estimate is made from. */
export interface CostQuery {
  readonly config: Pick<HubConfig, 'cost' | 'storage' | 'profiles'>;
  readonly changes: readonly Change[];
  /** Sizes of servers as they were deployed; empty where nothing was. */
  readonly before: ReadonlyMap<string, ServerSize>;
  readonly now: Date;
}

const GOOD_DAYS = 180;
const DAY = 86_400_000;
const GIB = 2 ** 30;

/** The estimate; undefined where the operator gives no prices, or where nothing changes that has one. */
export function estimateCost({ config, changes, before, now }: CostQuery): CostEstimate | undefined {
  const { cost, storage } = config;
  if (cost === undefined) return undefined;
  const missing = new Set<string>();
  const price = (name: string): Decimal | undefined => priceOf(cost, name, missing);
  const counts = (action: Change['action'], kinds: readonly Subject['kind'][]): number =>
    changes.filter((one) => one.scope === 'access' && one.action === action && kinds.includes(one.subject.kind)).length;
  const [gained, left] = [counts('create', ACCOUNTS), counts('delete', ACCOUNTS)];
  // On a standard cluster Google bills the nodes, however many servers are on them.
  const isBilledByServer = config.profiles.every(({ placement }) => placement === undefined);
  const changed = isBilledByServer ? changedSizes(config.profiles, before) : [];
  const ofDisk = gained + left === 0 ? undefined : price(storage.home.diskType);
  const ofCpu = changed.length === 0 ? undefined : price('autopilot/cpu');
  const ofMemory = changed.length === 0 ? undefined : price('autopilot/memory');
  const bucket = storage.perUserBuckets && gained > 0 ? price('bucket') : undefined;
  const size = Math.ceil(bytes(storage.home.size) / GIB);
  const serverPrices = ofCpu === undefined || ofMemory === undefined ? undefined : { cpu: ofCpu, memory: ofMemory };
  // Without the price of its accelerator the price of a server would mislead, so it is left out and named as missing.
  const priced = changed.filter(({ after }) => after.devices === undefined || price(after.devices.type) !== undefined);
  if (ofDisk === undefined && serverPrices === undefined && bucket === undefined && missing.size === 0)
    return undefined;
  const days = Math.floor((now.getTime() - Date.parse(`${cost.asOf}T00:00:00Z`)) / DAY);
  return {
    currency: cost.currency,
    asOf: cost.asOf,
    old: days > GOOD_DAYS ? days : undefined,
    homes: ofDisk && {
      gained,
      left,
      diskType: storage.home.diskType,
      gib: size,
      price: ofDisk,
      each: times(decimal(size), ofDisk),
    },
    servers: serverPrices === undefined ? [] : priced.map((one) => serverCost(one, serverPrices, price)),
    serverPrices,
    bucket,
    hasCrowd: counts('create', CROWDS) > 0,
    missing: [...missing],
  };
}

/** Kinds of principals that can have a home, and kinds that grant access to people who are not listed. */
const ACCOUNTS = ['person', 'service-account'] as const;
const CROWDS = ['domain', 'iap-trust', 'google-group'] as const;

function priceOf({ prices }: Cost, name: string, missing: Set<string>): Decimal | undefined {
  const price = Object.hasOwn(prices, name) ? prices[name] : undefined;
  if (price !== undefined) return decimal(price);
  missing.add(name);
  return undefined;
}

interface ChangedSize {
  readonly profile: string;
  readonly before: ServerSize | undefined;
  readonly after: ServerSize;
}

/** Profiles that are new, or guaranteed something else. A hub without a list has one server, which is that of the default. */
function changedSizes(profiles: readonly Profile[], before: ReadonlyMap<string, ServerSize>): readonly ChangedSize[] {
  return profiles.flatMap((profile) => {
    const devices = devicesOf(profile);
    const after: ServerSize = {
      cores: cores(profile.cpu.guarantee),
      bytes: bytes(profile.memory.guarantee),
      ...(devices && { devices }),
    };
    const was = before.get(profile.name) ?? (profile.default ? before.get(DEFAULT_SERVER) : undefined);
    const isSame =
      was?.cores === after.cores &&
      was.bytes === after.bytes &&
      was.devices?.type === devices?.type &&
      was.devices?.count === devices?.count;
    return isSame ? [] : [{ profile: profile.name, before: was, after }];
  });
}

/** The accelerators of one server. A shared GPU is counted whole: it may have no other sharer. */
function devicesOf({ gpu, tpu }: Profile): ServerSize['devices'] {
  if (gpu !== undefined) return { type: gpu.type, count: gpu.count };
  return tpu && { type: tpu.type, count: tpu.chips };
}

function serverCost(
  { profile, before, after }: ChangedSize,
  prices: HourPrices,
  price: (name: string) => Decimal | undefined,
): ServerCost {
  const each = after.devices && price(after.devices.type);
  const hour = (size: ServerSize): Decimal => {
    const ofDevice = size.devices && price(size.devices.type);
    const sum = hourOf(size, prices);
    return size.devices && ofDevice ? plus(sum, times(decimal(size.devices.count), ofDevice)) : sum;
  };
  return {
    profile,
    cores: billedCores(after),
    gib: billedGib(after),
    ...(after.devices && each && { devices: { ...after.devices, each } }),
    before: before && hour(before),
    after: hour(after),
  };
}
