import type { SettingChange, SettingValue } from '../../../change/settings.js';
import { joinWithAnd, plural } from '../../../config/text.js';
import { entryOf } from '../../../json.js';
import type { Writer } from '../../writer.js';

const UNITS: Readonly<Record<string, string>> = { gpu: 'GPU hour', cpu: 'CPU core hour', memory: 'GiB hour' };

/** Whether a setting is a budget, as src/helm/release/settings.ts names it. */
export function isBudget({ setting }: SettingChange): boolean {
  return setting.startsWith('budgets[');
}

/** What happens to a budget, for those whose hours it counts. */
export function budgetSentence({ setting, before, after }: SettingChange, write: Writer): string {
  const [, of = '', each, days, groups = '', profiles = ''] =
    /^budgets\[(\w+) (\w+) (\d+)d groups=([^ ]*) profiles=([^ ]*)\]$/.exec(setting) ?? [];
  const names = (list: string): readonly string[] =>
    list
      .split(',')
      .filter((name) => name !== '')
      .map(write.code);
  const [ofGroups, ofProfiles] = [names(groups), names(profiles)];
  const group = `group${ofGroups.length === 1 ? '' : 's'} ${joinWithAnd(ofGroups)}`;
  const who =
    each === 'group'
      ? ofGroups.length === 1
        ? `All people of ${group} together`
        : `The people of each of the ${group}, together,`
      : ofGroups.length === 0
        ? 'Each person'
        : `Each person of ${group}`;
  const what =
    ofProfiles.length === 0 ? '' : ` with profile${ofProfiles.length === 1 ? '' : 's'} ${joinWithAnd(ofProfiles)}`;
  const hours = (value: SettingValue | undefined): string => plural(Number(value), entryOf(UNITS, of) ?? 'hour');
  const window = `in any ${days === '1' ? 'day' : `${days} days`}`;
  if (after === undefined)
    return `⚠️ A budget ends: nothing limits ${lower(who)} to ${hours(before)} ${window}${what} any more.`;
  const rule = `${who} may use ${hours(after)} ${window}${what}`;
  if (before !== undefined && Number(after) > Number(before)) return `${rule}, ${hours(before)} so far.`;
  return before === undefined
    ? `⚠️ New budget: ${lower(rule)}. Hours before this apply are not counted. Servers without hours are stopped.`
    : `⚠️ ${rule}, ${hours(before)} so far. Servers of those who have used more are stopped within a minute; homes stay.`;
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
