import { type SettingChange, type SettingValue, settingText } from '../../../change/settings.js';
import { quantity } from '../../../config/quantity.js';
import { formatNumber } from '../../../config/text.js';
import { entryOf } from '../../../json.js';
import type { Writer } from '../../writer.js';
import { longTime } from '../quantities.js';

type Side = SettingValue | undefined;
type Text = (value: Side, write: Writer) => string;

/** Settings of a profile besides CPU, memory and image, in the order in which they are told: a word, and a value's text. */
const EXTRAS: Readonly<Record<string, readonly [word: string, text: Text]>> = {
  gpu: ['GPU', named],
  tpu: ['TPU', named],
  capacity: ['capacity', named],
  reservation: ['reservation', named],
  sharedMemory: ['/dev/shm', memory],
  sandbox: ['GKE Sandbox', (value) => (value === true ? 'on' : 'off')],
  startTimeout: ['time to start', (value) => (typeof value === 'number' ? longTime(value) : 'as usual')],
  env: ['variables', named],
  options: ['options', named],
  unlistedImage: ['images of one’s own', named],
};

/** Values that a profile has where nothing is said. A new profile tells the others. */
const USUAL = new Set<Side>([undefined, null, '', false, 'on-demand']);

/** What a new profile has besides CPU, memory and image. */
export function extrasOfNew(value: (setting: string) => Side, write: Writer): readonly string[] {
  return Object.entries(EXTRAS).flatMap(([setting, [word, text]]) => {
    const own = value(setting);
    return USUAL.has(own) ? [] : [`${write.prose(word)} ${text(own, write)}`];
  });
}

/** What changes in a profile besides CPU, memory and image. */
export function extraChanges(values: ReadonlyMap<string, SettingChange>, write: Writer): readonly string[] {
  return Object.keys(EXTRAS).flatMap((setting) => {
    const change = values.get(setting);
    const [word, text] = entryOf(EXTRAS, setting) ?? [];
    if (change === undefined || word === undefined || text === undefined) return [];
    return [`${write.prose(word)} ${text(change.before, write)} → ${text(change.after, write)}`];
  });
}

/** What people of a profile must know when Google may end their servers, or no longer does. */
export function capacitySentences(name: string, change: SettingChange | undefined, write: Writer): readonly string[] {
  const now = settingText(change?.after);
  const profile = write.code(name);
  if (now?.includes(', ')) {
    const ways = now.split(', ').map(write.code);
    return [
      `⚠️ New servers of profile ${profile} take the first machine that Google has in the order ${ways.join(', ')}: Google can end those on Spot nodes at 30 seconds’ notice, and those of flex-start after at most 7 days.`,
    ];
  }
  if (now === 'spot') {
    return [
      `⚠️ Google can end new servers of profile ${profile} at any time, 30 seconds after a notice: what they have in memory is lost then.`,
    ];
  }
  if (now === 'flex-start') {
    return [
      `⚠️ New servers of profile ${profile} wait until Google has a machine, and Google ends them after at most 7 days.`,
    ];
  }
  return [];
}

function named(value: Side, write: Writer): string {
  const text = settingText(value);
  return text === undefined || text === '' ? 'none' : write.code(text);
}

function memory(value: Side, write: Writer): string {
  if (value === 'half') return 'half of the memory';
  const bytes = quantity(value);
  if (bytes === undefined) return 'of the container runtime';
  return write.prose(`${formatNumber(Math.round((bytes / 2 ** 30) * 100) / 100)} GiB`);
}
