import { type SettingChange, settingText } from '../../../change/settings.js';
import { firstOf } from '../../../config/text.js';
import type { Writer } from '../../writer.js';

const HOUR = /^startPage\[([^\]]*)\]\.hour$/;
/** Profiles whose prices are told one by one. */
const TOLD = 3;

/** Whether a setting is what the start page says of an hour, as src/helm/release/settings.ts names it. */
export function isHour({ setting }: SettingChange): boolean {
  return HOUR.test(setting);
}

/** What the start page says of prices from now on: one sentence for all profiles. */
export function hourSentence(change: SettingChange, all: readonly SettingChange[], write: Writer): string {
  const hours = all.filter(isHour);
  if (hours[0] !== change) return '';
  const texts = hours.map(({ setting, before, after }) => {
    const [now, was] = [settingText(after), settingText(before)];
    const text =
      now === undefined ? 'no price any more' : `${write.prose(now)} (${was ? write.prose(was) : 'no price'} so far)`;
    return `${write.code(HOUR.exec(setting)?.[1] ?? '')} ${text}`;
  });
  return `The start page says of an hour by ${write.code('cost')}: ${firstOf(texts, TOLD)}.`;
}
