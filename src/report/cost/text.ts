import { amountText, type Decimal, decimal, exactly, times } from '../../config/cost/decimal.js';
import { GATE } from '../../config/gce/gate.js';
import { firstOf, joinWithAnd, plural } from '../../config/text.js';
import { details, table } from '../markdown.js';
import type { Writer } from '../writer.js';
import type { CostEstimate, ServerCost } from './cost.js';

const SHOWN = 20;
const NAMED = 3;

/** Cost of the change, one sentence for the verdict; empty if no price of it is known. */
export function costSentence(cost: CostEstimate, write: Pick<Writer, 'code' | 'prose'>): string {
  const { homes, servers } = cost;
  const currency = write.prose(cost.currency);
  const ofHomes =
    homes === undefined || homes.gained === 0
      ? []
      : [`homes of ${accounts(homes.gained, 'more')}: up to ${sum(homes.gained, homes.each)} ${currency} a month`];
  const hours = servers.map(({ profile, before, after }) => {
    const change = before === undefined ? `${amountText(after)} (new)` : `${amountText(before)} → ${amountText(after)}`;
    return `${write.code(profile)} ${change}`;
  });
  const ofServers = hours.length === 0 ? [] : [`an hour of a server (${currency}): ${firstOf(hours, NAMED)}`];
  const parts = [...ofHomes, ...ofServers];
  return parts.length === 0 ? '' : `Estimated cost (your prices): ${parts.join('; ')}.`;
}

/** What a reader of the sum must know of its prices. */
export function costNotes({ missing, old, asOf }: CostEstimate): readonly string[] {
  return [
    ...(missing.length === 0
      ? []
      : [`cost.prices has no price of ${joinWithAnd(missing)}: what this change costs there is not shown.`]),
    ...(old === undefined ? [] : [`The prices are ${old} days old (cost.asOf: ${asOf}).`]),
  ];
}

/** The same for a terminal: sentence and notes, each on a line. */
export function costLines(cost: CostEstimate): readonly string[] {
  const plain = (text: string): string => text;
  return [costSentence(cost, { code: plain, prose: plain }), ...costNotes(cost)].filter((line) => line !== '');
}

/** The folded part with the arithmetic; empty where there is nothing to sum. */
export function costDetails(cost: CostEstimate, write: Writer): string {
  const { homes, servers, bucket, currency, asOf } = cost;
  const lines = [
    ...homeLines(cost, write),
    ...(bucket === undefined
      ? []
      : [`- Their buckets: ${exactly(bucket)} ${write.prose(currency)} for each GiB and month that they fill.`]),
    ...(cost.hasCrowd && homes !== undefined
      ? ['- The number of people in a whole domain or group is not known. Their homes are in no sum.']
      : []),
  ];
  if (lines.length === 0 && servers.length === 0) return '';
  const end = `Your prices as of ${write.prose(asOf)}. ${OTHERS}`;
  return details(
    'Estimated cost',
    [lines.join('\n'), serverTable(cost, write), end].filter((part) => part !== '').join('\n\n'),
  );
}

const OTHERS =
  'Not in the sums: the fee of the cluster, the pods of the hub itself, load balancer, addresses, traffic, and taxes.';

function homeLines({ homes, currency }: CostEstimate, write: Writer): readonly string[] {
  if (homes === undefined) return [];
  const { gained, left, gib, price, each, diskType } = homes;
  const arithmetic = `${gib} GiB × ${exactly(price)} ${write.prose(currency)} for a GiB and month of ${write.code(diskType)}`;
  const lines: string[] = [];
  if (gained > 0) {
    lines.push(
      `- Homes of ${accounts(gained, 'more')}: ${gained} × ${arithmetic} = up to ${sum(gained, each)} ${write.prose(currency)} a month. A disk is created at the first login. People who return have one already.`,
    );
  }
  if (left > 0) {
    lines.push(
      `- Homes of ${accounts(left, 'who leave')} stay and cost money until you delete them: ${left} × ${arithmetic} = ${sum(left, each)} ${write.prose(currency)} a month, where they have that size.`,
    );
  }
  return lines;
}

function serverTable({ servers, serverPrices, currency }: CostEstimate, write: Writer): string {
  if (serverPrices === undefined || servers.length === 0) return '';
  const { cpu, memory } = serverPrices;
  const row = ({ profile, cores, gib, devices, before, after }: ServerCost): readonly string[] => [
    write.code(profile),
    before === undefined ? 'new' : amountText(before),
    amountText(after),
    `${exactly(cores)} × ${exactly(cpu)} + ${shortly(gib)} × ${exactly(memory)}${devices === undefined ? '' : ` + ${devices.count} × ${exactly(devices.each)} (${write.code(devices.type)})`}`,
  ];
  const more = servers.length - SHOWN;
  return [
    `An hour of a running server in ${write.prose(currency)}, by its guarantee and ${GATE.cores} vCPU and ${GATE.gib} GiB of the gate in front of it: Autopilot bills what is asked for, and may raise it to the least that it takes.`,
    table(['profile', 'before', 'after', 'vCPU × price + GiB × price'], servers.slice(0, SHOWN).map(row)),
    ...(more > 0 ? [`And ${more} more.`] : []),
  ].join('\n\n');
}

function accounts(count: number, which: 'more' | 'who leave'): string {
  return which === 'more'
    ? plural(count, 'more person', 'more people')
    : plural(count, 'person who leaves', 'people who leave');
}

function sum(count: number, each: Decimal): string {
  return amountText(times(decimal(count), each));
}

/** A short size for people: a GiB value that is not round has up to thirty decimals. */
function shortly(value: Decimal): string {
  const text = exactly(value);
  return text.replace(/^(\d+\.\d{3})\d+$/, '$1…');
}
