import { amountText, type Decimal, decimal, plus, times } from '../../../config/cost/decimal.js';
import { hourOf } from '../../../config/cost/hour.js';
import { type Capacity, gpuFact, tpuFact } from '../../../config/gce/machines.js';
import type { Cost, Gpu, JsonObject, Placement, Profile, ResourceRange, Tpu } from '../../../config/model.js';
import { bytes, cores } from '../../../config/quantity.js';
import { formatNumber, plural } from '../../../config/text.js';

/** What Google usually takes for a new node, until its first server runs: rules of thumb, since it gives no figure. */
const USUAL = '2 to 5 minutes';
const USUAL_ACCELERATOR = '5 to 10 minutes';
const USUAL_QUEUE = 'minutes to hours';

/** What a way to obtain a machine means for whoever starts a server (GKE documentation of Spot Pods, flex-start and reservations, read 2026-11). */
const WAITS: Readonly<Record<Capacity, string | undefined>> = {
  'on-demand': undefined,
  spot: 'May wait for a spare machine, and Google may take the machine away at any time, with seconds of notice. Your files stay, what runs is lost.',
  'flex-start':
    'May wait until Google has a machine free. Then it has the machine for at most 7 days. Your files stay.',
  reservation: 'Uses machines that are reserved for this hub. It waits while all of them are in use.',
};

/** The ways in words, for a profile that tries several. */
const WAYS: Readonly<Record<Capacity, string>> = {
  reservation: 'reserved machines',
  'on-demand': 'ordinary machines',
  'flex-start': 'a machine for at most 7 days, which may wait',
  spot: 'spare machines, which Google may take away at any time',
};

/** What a person has to know of how the machine is obtained; undefined where it is the ordinary way. */
function waitText({ capacity, capacityOrder, placement }: Profile): string | undefined {
  if (capacityOrder.length === 0) return WAITS[placement?.capacity ?? capacity];
  return `May wait. Google is asked in this order: ${capacityOrder.map((way) => WAYS[way]).join('; ')}. Your files stay.`;
}

function waysOf({ capacity, capacityOrder, placement }: Profile): readonly Capacity[] {
  return capacityOrder.length === 0 ? [placement?.capacity ?? capacity] : capacityOrder;
}

/**
 * What the start page says of a profile besides its name and description, as plain text: the page escapes it.
 * `sizes`: pairs of label and amount. `hour`: price of an hour of a running server where the operator gives the prices.
 * `wait`: what its capacity means. `usual`: how long a new node takes.
 */
export function profileFacts(profile: Profile, cost: Cost | undefined): JsonObject {
  const { gpu, tpu, placement } = profile;
  const hour = hourOfProfile(profile, cost);
  const wait = waitText(profile);
  return {
    sizes: [
      ['CPU', rangeText(profile.cpu, cores, coreText)],
      ['Memory', rangeText(profile.memory, bytes, memoryText)],
      ...(gpu === undefined ? [] : [['GPU', gpuText(gpu)]]),
      ...(tpu === undefined ? [] : [['TPU', tpuText(tpu)]]),
      ...ofPool(placement),
    ],
    groups: profile.groups,
    ...(wait === undefined ? {} : { wait }),
    usual: waysOf(profile).includes('flex-start')
      ? USUAL_QUEUE
      : (gpu ?? tpu ?? placement?.devices) === undefined
        ? USUAL
        : USUAL_ACCELERATOR,
    ...(hour === undefined ? {} : { hour }),
  };
}

/** The accelerators of a pool's node that a server gets. */
function ofPool(placement: Placement | undefined): string[][] {
  const { devices, accelerator } = placement ?? {};
  if (devices === undefined) return [];
  const name = accelerator ?? '';
  return [[devices.resource === 'nvidia.com/gpu' ? 'GPU' : 'TPU', `${devices.count} × ${name}`.trim()]];
}

/** What the start page says of an hour, such as `about 0.07 EUR`; undefined where it says nothing. */
export function hourText(profile: Profile, cost: Cost | undefined): string | undefined {
  const hour = hourOfProfile(profile, cost);
  return hour && `${hour.isMost ? 'at most' : 'about'} ${hour.amount} ${hour.currency}`;
}

interface Hour extends JsonObject {
  readonly amount: string;
  readonly currency: string;
  readonly isMost: boolean;
}

function hourOfProfile(profile: Profile, cost: Cost | undefined): Hour | undefined {
  const price = hourPrice(profile, cost);
  if (price === undefined || cost === undefined) return undefined;
  return { amount: amountText(price), currency: cost.currency, isMost: isMost(profile) };
}

/** Whether the price is more than what a server costs: of a shared GPU, or of a machine that Google sells for less. */
function isMost(profile: Profile): boolean {
  return profile.gpu?.sharing !== undefined || waysOf(profile).some((way) => way === 'spot' || way === 'flex-start');
}

/** Price of an hour; undefined where a price that it needs is missing, since a part of a sum would mislead. */
function hourPrice(profile: Profile, cost: Cost | undefined): Decimal | undefined {
  const [cpu, memory] = [priceOf(cost, 'autopilot/cpu'), priceOf(cost, 'autopilot/memory')];
  // A node of a pool is paid for as a whole, however many servers are on it.
  if (cpu === undefined || memory === undefined || profile.placement !== undefined) return undefined;
  let hour = hourOf({ cores: cores(profile.cpu.guarantee), bytes: bytes(profile.memory.guarantee) }, { cpu, memory });
  for (const { type, count } of devices(profile)) {
    const price = priceOf(cost, type);
    if (price === undefined) return undefined;
    hour = plus(hour, times(decimal(count), price));
  }
  return hour;
}

function devices({ gpu, tpu }: Profile): readonly { readonly type: string; readonly count: number }[] {
  return [...(gpu === undefined ? [] : [gpu]), ...(tpu === undefined ? [] : [{ type: tpu.type, count: tpu.chips }])];
}

function priceOf(cost: Cost | undefined, name: string): Decimal | undefined {
  const price = cost !== undefined && Object.hasOwn(cost.prices, name) ? cost.prices[name] : undefined;
  return price === undefined ? undefined : decimal(price);
}

/** `1 × NVIDIA L4 (24 GiB)`, `1 × NVIDIA L4 (24 GiB), shared by up to 4 servers`. */
function gpuText({ type, count, sharing }: Gpu): string {
  const name = type.startsWith('nvidia-')
    ? `NVIDIA ${type
        .replace(/^nvidia-(tesla-)?/, '')
        .replaceAll('-', ' ')
        .toUpperCase()}`
    : type;
  const memory = gpuFact(type)?.memoryGiB;
  const size = memory === undefined ? '' : ` (${formatNumber(memory)} GiB)`;
  return `${count} × ${name}${size}${sharing === undefined ? '' : `, shared by up to ${sharing.clients} servers`}`;
}

/** `4 chips v5e, 2x2`. */
function tpuText({ type, topology, chips }: Tpu): string {
  return `${plural(chips, 'chip')} ${tpuFact(type)?.version ?? type}, ${topology}`;
}

/** `2 cores`, `1 core, up to 2 cores`, `4 GiB or more`. */
function rangeText(
  { guarantee, limit }: ResourceRange,
  amount: (text: string) => number,
  text: (amount: number) => string,
): string {
  const low = amount(guarantee);
  if (limit === undefined) return `${text(low)} or more`;
  const high = amount(limit);
  return high === low ? text(low) : `${text(low)}, up to ${text(high)}`;
}

function coreText(amount: number): string {
  return `${formatNumber(amount)} ${amount === 1 ? 'core' : 'cores'}`;
}

function memoryText(size: number): string {
  const [unit, name] = size < 2 ** 30 ? [2 ** 20, 'MiB'] : [2 ** 30, 'GiB'];
  return `${formatNumber(Math.round((size / unit) * 100) / 100)} ${name}`;
}
