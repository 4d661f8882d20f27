import type { JsonObject } from '../../json.js';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Day = (typeof DAYS)[number];

/** What an exclusion keeps away, in the words of GKE. */
export type ExclusionScope = 'NO_UPGRADES' | 'NO_MINOR_UPGRADES' | 'NO_MINOR_OR_NODE_UPGRADES';

/** How early a cluster gets new versions of Kubernetes. */
export type ReleaseChannel = 'RAPID' | 'REGULAR' | 'STABLE' | 'EXTENDED';

/** When Google may upgrade the cluster. All times are UTC. */
export interface Maintenance {
  /** Days on which a window starts. */
  readonly days: readonly Day[];
  /** HH:MM. */
  readonly start: string;
  /** Length of a window. */
  readonly hours: number;
  readonly exclusions: readonly {
    readonly name: string;
    /** First and last day, YYYY-MM-DD. */
    readonly from: string;
    readonly to: string;
    readonly scope: ExclusionScope;
  }[];
}

const SCOPES: Readonly<Record<ExclusionScope, string>> = {
  NO_UPGRADES: '',
  NO_MINOR_UPGRADES: ' for minor versions',
  NO_MINOR_OR_NODE_UPGRADES: ' for minor versions and nodes',
};

const DAY = 86_400_000;
// A Monday. GKE wants a first window, and one that moved with today's date would make every plan a change.
const FIRST_WEEK = Date.parse('2026-01-05T00:00:00Z');

/** The windows in words, such as `sat and sun from 02:00 UTC for 8 h`. */
export function windowText({ days, start, hours }: Pick<Maintenance, 'days' | 'start' | 'hours'>): string {
  const names = inOrder(days);
  const all = names.length === DAYS.length ? 'every day' : names.join(', ');
  return `${all} from ${start} UTC for ${hours} h`;
}

/** The exclusions in words, sorted by their first day; empty where there is none. */
export function exclusionsText(exclusions: Maintenance['exclusions']): string {
  return [...exclusions]
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map(({ name, from, to, scope }) => `${name} ${from} to ${to}${SCOPES[scope]}`)
    .join('; ');
}

/** The maintenance policy as terraform/platform takes it. */
export function maintenanceVariable({ days, start, hours, exclusions }: Maintenance): JsonObject {
  const names = inOrder(days);
  const [hour = 0, minute = 0] = start.split(':').map(Number);
  const first = FIRST_WEEK + DAYS.indexOf(names[0] ?? 'mon') * DAY + (hour * 60 + minute) * 60_000;
  return {
    start_time: instant(first),
    end_time: instant(first + hours * 3_600_000),
    recurrence: `FREQ=WEEKLY;BYDAY=${names.map((day) => day.slice(0, 2).toUpperCase()).join(',')}`,
    exclusions: Object.fromEntries(
      exclusions.map(({ name, from, to, scope }) => [
        name,
        {
          start_time: instant(Date.parse(`${from}T00:00:00Z`)),
          // The last day belongs to it.
          end_time: instant(Date.parse(`${to}T00:00:00Z`) + DAY),
          scope,
        },
      ]),
    ),
  };
}

function inOrder(days: readonly Day[]): readonly Day[] {
  return DAYS.filter((day) => days.includes(day));
}

function instant(time: number): string {
  return new Date(time).toISOString().replace('.000Z', 'Z');
}
