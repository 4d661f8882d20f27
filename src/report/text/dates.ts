import { lastDay } from '../../access/users/day.js';

/** The day of an instant in UTC, or the text as it is where it is none. */
export function dayOf(instant: string | undefined): string {
  const time = Date.parse(instant ?? '');
  return Number.isNaN(time) ? (instant ?? '') : new Date(time).toISOString().slice(0, 10);
}

/** `until` and the last day with access, for an exclusive end; the text as it is where that is no instant. */
export function untilText(until: string): string {
  return `until ${Number.isNaN(Date.parse(until)) ? until : lastDay(until)}`;
}
