import { amountText, type Decimal, decimal } from '../../../config/cost/decimal.js';
import { hourOf } from '../../../config/cost/hour.js';
import type { Cost, JsonObject, Profile, ResourceRange } from '../../../config/model.js';
import { bytes, cores } from '../../../config/quantity.js';
import { formatNumber } from '../../../config/text.js';

/** What Google usually takes for a new node, until its first server runs: a rule of thumb, since it gives no figure. */
const USUAL = '2 to 5 minutes';

/**
 * What the start page says of a profile besides its name and description, as plain text: the page escapes it.
 * `sizes`: pairs of label and amount. `hour`: price of an hour of a running server where the operator gives the prices.
 * `usual`: how long a new node takes.
 */
export function profileFacts(profile: Profile, cost: Cost | undefined): JsonObject {
  const hour = hourPrice(profile, cost);
  return {
    sizes: [
      ['CPU', rangeText(profile.cpu, cores, coreText)],
      ['Memory', rangeText(profile.memory, bytes, memoryText)],
    ],
    groups: profile.groups,
    usual: USUAL,
    ...(hour === undefined || cost === undefined
      ? {}
      : { hour: { amount: amountText(hour), currency: cost.currency } }),
  };
}

/** Price of an hour; undefined where a price that it needs is missing, since a part of a sum would mislead. */
function hourPrice(profile: Profile, cost: Cost | undefined): Decimal | undefined {
  const [cpu, memory] = [priceOf(cost, 'autopilot/cpu'), priceOf(cost, 'autopilot/memory')];
  if (cpu === undefined || memory === undefined) return undefined;
  const size = { cores: cores(profile.cpu.guarantee), bytes: bytes(profile.memory.guarantee) };
  return hourOf(size, { cpu, memory });
}

function priceOf(cost: Cost | undefined, name: string): Decimal | undefined {
  const price = cost !== undefined && Object.hasOwn(cost.prices, name) ? cost.prices[name] : undefined;
  return price === undefined ? undefined : decimal(price);
}

/** `2 cores`, `1–2 cores`, `4 GiB or more`. */
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
