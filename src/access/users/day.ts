/**
 * The first instant after a day such as `2026-12-31`, as `2027-01-01T00:00:00Z` or with the offset of the time zone: who
 * is in until that day is out from then on. Undefined for days that no calendar has, and for years past 9998, whose end
 * has five digits.
 */
export function dayAfter(day: string, timezone = 'UTC'): string | undefined {
  if (last?.day !== day || last.timezone !== timezone) last = { day, timezone, end: compute(day, timezone) };
  return last.end;
}

const MINUTE = 60_000;

// A class of students has one day.
let last: { readonly day: string; readonly timezone: string; readonly end: string | undefined } | undefined;

function compute(day: string, timezone: string): string | undefined {
  const start = new Date(`${day}T00:00:00Z`);
  // Date takes February 30 for March 2, so the day must come out as it went in.
  if (Number.isNaN(start.getTime()) || start.toISOString().slice(0, 10) !== day) return undefined;
  start.setUTCDate(start.getUTCDate() + 1);
  if (start.toISOString().length !== 24) return undefined;
  if (timezone === 'UTC') return start.toISOString().replace('.000Z', 'Z');
  // Twice: the offset of the first guess may be that of the other side of a change to summer time.
  const guess = start.getTime() - offsetAt(start.getTime(), timezone) * MINUTE;
  const end = start.getTime() - offsetAt(guess, timezone) * MINUTE;
  // In the day's own offset: where clocks go forward at midnight, the other one would write a time past it.
  return withOffset(end, offsetAt(end - 1, timezone));
}

/** Minutes by which the clocks of a time zone are ahead of UTC. */
function offsetAt(instant: number, timezone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: timezone, timeZoneName: 'longOffset' });
  const name = parts.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes = '0'] = /GMT([+-])(\d{2})(?::(\d{2}))?/.exec(name) ?? [];
  return sign === undefined ? 0 : (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
}

function withOffset(instant: number, offset: number): string {
  const local = new Date(instant + offset * MINUTE).toISOString().slice(0, 19);
  const two = (value: number): string => String(value).padStart(2, '0');
  const size = Math.abs(offset);
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** The day at an instant, YYYY-MM-DD, in a time zone. */
export function dayOf(instant: Date, timezone = 'UTC'): string {
  const offset = timezone === 'UTC' ? 0 : offsetAt(instant.getTime(), timezone);
  return new Date(instant.getTime() + offset * MINUTE).toISOString().slice(0, 10);
}

/**
 * The last day on which somebody with this exclusive end is still in, in the offset in which the end is written.
 */
export function lastDay(until: string): string {
  const [, sign, hours, minutes] = /([+-])(\d{2}):(\d{2})$/.exec(until) ?? [];
  const last = Date.parse(until) - 1;
  const offset = sign === undefined ? 0 : (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  return new Date(last + offset * MINUTE).toISOString().slice(0, 10);
}
