import { type SettingChange, type SettingValue, settingText } from '../../../change/settings.js';
import type { Writer } from '../../writer.js';

/** Whether a setting is a warm window, as src/helm/release/settings.ts names it. */
export function isWarm({ setting }: SettingChange): boolean {
  return setting.startsWith('warm[');
}

/** What happens to the room for servers at some hours of the week, with its size. */
export function warmSentence({ setting, before, after }: SettingChange, write: Writer): string {
  const [, profile = '', days = '', from = '', to = ''] = /^warm\[(\S+) (\S+) ([\d:]+)-([\d:]+)\]$/.exec(setting) ?? [];
  const when = `on ${write.prose(days.split(',').join(', '))} from ${from} to ${to}`;
  const room = `of profile ${write.code(profile)} ${when}`;
  const size = (value: SettingValue | undefined): string => write.prose(settingText(value) ?? 'nothing');
  if (after === undefined) return `No room is kept any more for servers ${room}.`;
  const now = `Room is kept for servers ${room}, which costs what its size costs: ${size(after)}`;
  return before === undefined ? `${now}.` : `${now}; so far ${size(before)}.`;
}
