import { isCalendarDay } from './grammar.js';

/**
 * The first instant after a day: for `2026-12-31` it is `2027-01-01T00:00:00Z`, or the same with the zone's offset.
 * Access until that day ends at this instant. Undefined for a text that is not a day of the calendar from 1900 to 9998:
 * the end of 9999 would have five digits, and offsets before 1900 have seconds in many zones.
 */
export function dayAfter(day: string, timezone = 'UTC'): string | undefined {
  if (last?.day !== day || last.timezone !== timezone) last = { day, timezone, end: compute(day, timezone) };
  return last.end;
}

const MINUTE = 60_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const FIRST = '1900-01-01';
const LAST = '9998-12-31';

// Cached, since a whole class of students has the same day.
let last: { readonly day: string; readonly timezone: string; readonly end: string | undefined } | undefined;

function compute(day: string, timezone: string): string | undefined {
  if (!DAY.test(day) || day < FIRST || day > LAST || !isCalendarDay(day)) return undefined;
  const start = new Date(`${day}T00:00:00Z`);
  start.setUTCDate(start.getUTCDate() + 1);
  if (timezone === 'UTC') return start.toISOString().replace('.000Z', 'Z');
  // Computed twice: the first guess may have the offset from the other side of a change to summer time.
  const guess = start.getTime() - offsetAt(start.getTime(), timezone) * MINUTE;
  const end = start.getTime() - offsetAt(guess, timezone) * MINUTE;
  // Written in the day's own offset. Where clocks go forward at midnight, the next day's offset would show a later time.
  return withOffset(end, offsetAt(end - 1, timezone));
}

/** Minutes by which a time zone is ahead of UTC. */
function offsetAt(instant: number, timezone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: timezone, timeZoneName: 'longOffset' });
  const name = parts.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes = '0'] = /GMT([+-])(\d{2})(?::(\d{2}))?/.exec(name) ?? [];
  return sign === undefined ? 0 : (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
}

function withOffset(instant: number, offset: number): string {
  const local = new Date(instant + offset * MINUTE).toISOString().slice(0, 19);
  const twoDigits = (value: number): string => String(value).padStart(2, '0');
  const size = Math.abs(offset);
  return `${local}${offset < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
}

/** The calendar day of an instant in a time zone, as YYYY-MM-DD. */
export function dayOf(instant: Date, timezone = 'UTC'): string {
  const offset = timezone === 'UTC' ? 0 : offsetAt(instant.getTime(), timezone);
  return new Date(instant.getTime() + offset * MINUTE).toISOString().slice(0, 10);
}

/**
 * The last day of access before an exclusive end. It is the day in the offset in which the end is written.
 */
export function lastDay(until: string): string {
  const [, sign, hours, minutes] = /([+-])(\d{2}):(\d{2})$/.exec(until) ?? [];
  const last = Date.parse(until) - 1;
  const offset = sign === undefined ? 0 : (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  return new Date(last + offset * MINUTE).toISOString().slice(0, 10);
}
