import type { SettingValue } from '../../change/settings.js';
import { quantity } from '../../config/quantity.js';
import { formatNumber, plural } from '../../config/text.js';

/** A number of seconds as people say it: `10 min`, `12 h`, `7 days`. What is no number came from elsewhere, and is not repeated. */
export function longTime(seconds: SettingValue | undefined): string {
  if (typeof seconds !== 'number' || !(seconds > 0)) return 'a time that is not known';
  if (seconds % 86_400 === 0) return plural(seconds / 86_400, 'day');
  if (seconds % 3600 === 0) return `${formatNumber(seconds / 3600)} h`;
  return seconds % 60 === 0 ? `${formatNumber(seconds / 60)} min` : `${formatNumber(seconds)} s`;
}

/** What a server is guaranteed and may use at most, as quantities of Kubernetes. Null: it has no limit. */
export interface Amount {
  readonly guarantee: string;
  readonly limit: string | null;
}

/** An amount before and after: `16 → 8 GiB`, `1–2 → 2 CPU`. */
export function amountChange(before: Amount, after: Amount, unit: 'CPU' | 'GiB'): string {
  return `${amountText(before, unit, true)} → ${amountText(after, unit)}`;
}

/** `4 GiB`, `1–2 CPU`, `4 GiB or more`. What is no quantity stays as it is. */
export function amountText({ guarantee, limit }: Amount, unit: 'CPU' | 'GiB', isBare = false): string {
  const [low, high] = [inUnit(guarantee, unit), limit === null ? undefined : inUnit(limit, unit)];
  const text = high === undefined || high === low ? low : `${low}–${high}`;
  return `${text}${isBare ? '' : ` ${unit}`}${limit === null ? ' or more' : ''}`;
}

function inUnit(text: string, unit: 'CPU' | 'GiB'): string {
  const value = quantity(text);
  return value === undefined ? text : formatNumber(unit === 'CPU' ? value : value / 2 ** 30);
}
