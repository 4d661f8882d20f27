/**
 * The first instant (UTC, as `2027-01-01T00:00:00Z`) after a day such as `2026-12-31`: who is in until that day is
 * out from then on. Undefined for days that no calendar has, and for years past 9998, whose end has five digits.
 */
export function dayAfter(day: string): string | undefined {
  if (last?.day !== day) last = { day, end: compute(day) };
  return last.end;
}

// A class of students has one day.
let last: { readonly day: string; readonly end: string | undefined } | undefined;

function compute(day: string): string | undefined {
  const start = new Date(`${day}T00:00:00Z`);
  // Date takes February 30 for March 2, so the day must come out as it went in.
  if (Number.isNaN(start.getTime()) || start.toISOString().slice(0, 10) !== day) return undefined;
  start.setUTCDate(start.getUTCDate() + 1);
  const iso = start.toISOString();
  return iso.length === 24 ? iso.replace('.000Z', 'Z') : undefined;
}

/**
 * The last day on which somebody with this exclusive end is still in.
 * @param timeZone IANA name of the zone in which the day was written
 */
export function lastDay(until: string, timeZone = 'UTC'): string {
  const instant = new Date(Date.parse(until) - 1);
  if (timeZone === 'UTC') return instant.toISOString().slice(0, 10);
  const options = { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const parts = new Map(new Intl.DateTimeFormat('en-US', options).formatToParts(instant).map((p) => [p.type, p.value]));
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
}
