import type { SettingChange, SettingValue } from '../../../change/settings.js';
import { quantity } from '../../../config/quantity.js';
import { formatNumber, plural } from '../../../config/text.js';
import type { Writer } from '../../writer.js';
import { longTime } from '../quantities.js';
import type { Sentence } from '../settings.js';

/** What a reviewer has to know of the limits of the hub. */
export const LIMIT_SENTENCES: Readonly<Record<string, Sentence>> = {
  'culling.kernels': ({ before, after }) => {
    const time = (value: SettingValue | undefined): string =>
      value === null ? 'as long as their server' : longTime(value);
    if (after === null) return `Kernels and terminals may idle ${time(after)}, ${time(before)} so far.`;
    const text = `Kernels and terminals end after ${time(after)} without activity, and their variables are lost. So far they may idle ${time(before)}. Servers that run keep their limit.`;
    return isLess(before, after) ? `⚠️ ${text}` : text;
  },
  'images.registries': ({ after }, _, write) =>
    after === null
      ? 'Images come from registries that everybody, or the nodes of this project, may read.'
      : `Nodes load images from ${write.code(String(after))}, where the owner of each registry grants it.`,
  'images.pullSecrets': ({ before, after }, _, write) =>
    after === null
      ? `⚠️ Images of notebooks are pulled without secrets, with ${write.code(String(before))} so far.`
      : `Images of notebooks are pulled with the secrets ${write.code(String(after))}, ${before === null ? 'without any' : `with ${write.code(String(before))}`} so far.`,
  'limits.servers': ({ before, after }) => {
    if (after === null) return `Any number of servers may run at the same time, ${count(before)} so far.`;
    const text = `At most ${servers(after)} may run at the same time, ${before === null ? 'any number' : count(before)} so far. A start beyond that is refused, and servers that run stay.`;
    return isLess(before, after) ? `⚠️ ${text}` : text;
  },
  'limits.concurrentSpawns': ({ before, after }) =>
    `At most ${servers(after)} may start at the same time, ${count(before)} so far. Others are asked to try again.`,
  'limits.namedServers': ({ before, after }) => {
    if (after === 0)
      return `⚠️ Named servers are no longer allowed, ${count(before)} per person so far. Those that run stay until they stop, and their homes are kept.`;
    const so = before === 0 ? 'none so far' : `${count(before)} so far`;
    const text = `A person may have ${plural(Number(after), 'named server')} beside the usual one, ${so}. Each has a home of its own.`;
    return isLess(before, after) ? `⚠️ ${text}` : text;
  },
  'limits.memoryPerUser': ({ before, after }, _, write) => {
    if (after === null) return `All servers of one person together may have any memory, ${size(before, write)} so far.`;
    const text = `All servers of one person together may have ${size(after, write)} of memory, ${before === null ? 'any' : size(before, write)} so far. A start beyond that is refused.`;
    return isLess(before, after) ? `⚠️ ${text}` : text;
  },
  'limits.gpus': ({ before, after }) => {
    const gpus = (value: SettingValue | undefined): string => plural(Number(value), 'GPU');
    if (after === null) return `All servers together may have any number of GPUs, ${count(before)} so far.`;
    const text = `All servers together may have at most ${gpus(after)}, ${before === null ? 'any number' : count(before)} so far. A start beyond that is refused, and servers that run stay.`;
    return isLess(before, after) ? `⚠️ ${text}` : text;
  },
};

function count(value: SettingValue | undefined): string {
  return formatNumber(Number(value));
}

function servers(value: SettingValue | undefined): string {
  return plural(Number(value), 'server');
}

function size(value: SettingValue | undefined, write: Writer): string {
  return write.prose(String(value));
}

function isLess(before: SettingChange['before'], after: SettingChange['after']): boolean {
  const amount = (value: SettingValue | undefined): number => quantity(value) ?? Number.POSITIVE_INFINITY;
  return amount(after) < amount(before);
}
