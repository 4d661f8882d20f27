import { entryOf } from '../json.js';

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** Seconds of a duration such as `90s` or `12h`; undefined for any other text. */
export function seconds(text: string | undefined): number | undefined {
  const [, count, unit = ''] = /^([1-9][0-9]{0,5})([smhd])$/.exec(text ?? '') ?? [];
  const factor = entryOf(SECONDS, unit);
  return count === undefined || factor === undefined ? undefined : Number(count) * factor;
}

/** Whether a time zone such as `Europe/Berlin` exists. */
export function isTimezone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
