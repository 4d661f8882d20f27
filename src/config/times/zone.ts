/** Offsets of a time zone from UTC, oldest first: seconds since 1970 from which one holds, and seconds east of UTC. */
export type ZoneTable = readonly (readonly [from: number, offset: number])[];

// A fixed span: values that followed the clock would change by themselves. The last offset holds on after it.
const FIRST = Date.UTC(2026, 0, 1);
const LAST = Date.UTC(2041, 0, 1);
const DAY = 86_400_000;

/**
 * The table of a zone for 2026–2040, as this program's own data of time zones has it. The hub's image may have none.
 */
export function zoneTable(zone: string): ZoneTable {
  const offsetAt = offsets(zone);
  const table: (readonly [number, number])[] = [[FIRST / 1000, offsetAt(FIRST)]];
  for (let day = FIRST; day < LAST; day += DAY) {
    const [before, after] = [offsetAt(day), offsetAt(day + DAY)];
    if (before === after) continue;
    // The first second of the new offset.
    let [low, high] = [day, day + DAY];
    while (high - low > 1000) {
      const middle = low + Math.floor((high - low) / 2000) * 1000;
      if (offsetAt(middle) === before) low = middle;
      else high = middle;
    }
    table.push([high / 1000, after]);
  }
  return table;
}

function offsets(zone: string): (time: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (time) => {
    const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
    const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
    const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
    return (local - Math.floor(time / 1000) * 1000) / 1000;
  };
}
