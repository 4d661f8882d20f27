import { isTimezone, seconds } from '../duration.js';
import { quoted } from '../text.js';
import { type Path, treeAt } from '../yaml/locate.js';
import type { RuleContext } from './context.js';

/** Rules of durations, windows, schedules and the time zone. */
export function timeRules(context: RuleContext): void {
  bounds(
    context,
    ['access', 'session', 'websocket'],
    3600,
    86_400,
    'The websocket lifetime must be between 1h and 24h.',
  );
  bounds(
    context,
    ['access', 'session', 'reauth'],
    300,
    30 * 86_400,
    'The time until a new sign-in must be between 5m and 30d.',
  );
  culling(context, ['culling']);
  for (let index = 0; index < context.count(['profiles']); index += 1) {
    culling(context, ['profiles', index, 'culling']);
    bounds(context, ['profiles', index, 'startTimeout'], 60, 2 * 3600, 'The start timeout must be between 1m and 2h.');
  }
  maintenance(context);
  timezone(context);
  cron(context);
  dayOf(context, ['cost', 'asOf']);
  for (let index = 0; index < context.count(['storage', 'purge']); index += 1) {
    dayOf(context, ['storage', 'purge', index, 'left']);
  }
}

function bounds({ text, locate, report }: RuleContext, path: Path, least: number, most: number, message: string): void {
  const length = seconds(text(path));
  if (length === undefined || (length >= least && length <= most)) return;
  report(locate(path), 'duration-bounds', message, { hint: 'Units: s, m, h and d.' });
}

function culling(context: RuleContext, path: Path): void {
  bounds(context, [...path, 'idle'], 300, 30 * 86_400, 'The idle time must be between 5m and 30d.');
  bounds(context, [...path, 'maxAge'], 600, 90 * 86_400, 'The maximum age of a server must be between 10m and 90d.');
  const { tree, text, locate, report } = context;
  if (treeAt(tree, path) === undefined) return;
  // A profile inherits missing keys from the top-level `culling`.
  const [idle = '1h', maxAge] = ['idle', 'maxAge'].map((key) => text([...path, key]) ?? text(['culling', key]));
  const [shortest, longest] = [seconds(idle), seconds(maxAge)];
  if (shortest === undefined || longest === undefined || longest >= shortest) return;
  report(
    locate(text([...path, 'maxAge']) === undefined ? [...path, 'idle'] : [...path, 'maxAge']),
    'duration-bounds',
    `maxAge (${maxAge}) is shorter than idle (${idle}).`,
    {
      hint: 'Raise maxAge or lower idle.',
    },
  );
}

// GKE requires 48 hours of windows in 32 days, each of 4 hours or more (the schema checks the latter).
function maintenance(context: RuleContext): void {
  const { tree, number, count, locate, report } = context;
  const path: Path = ['platform', 'maintenance'];
  const days = new Set(treeAt(tree, [...path, 'days'])?.items?.map(({ value }) => value)).size;
  const hours = number([...path, 'hours']);
  // 32 days have each day of the week four times at least.
  if (hours !== undefined && days > 0 && hours * days * 4 < 48) {
    report(
      locate([...path, 'hours']),
      'maintenance-window',
      `The windows cover ${hours * days * 4} hours in 32 days; Google requires 48.`,
      {
        hint: `Write hours: ${Math.ceil(12 / days)} or more, or add days.`,
      },
    );
  }
  for (let index = 0; index < count([...path, 'exclusions']); index += 1) {
    const [from, to] = ['from', 'to'].map((key) => dayOf(context, [...path, 'exclusions', index, key]));
    if (from === undefined || to === undefined) continue;
    const length = (to - from) / 86_400_000 + 1;
    if (length >= 1 && length <= 30) continue;
    report(
      locate([...path, 'exclusions', index, 'to']),
      'maintenance-window',
      length < 1
        ? 'The exclusion ends before it starts.'
        : `The exclusion has ${length} days; Google allows at most 30.`,
      {
        hint:
          length < 1
            ? 'Swap from and to.'
            : `End it on or before ${new Date(from + 29 * 86_400_000).toISOString().slice(0, 10)}, or split it.`,
      },
    );
  }
}

/** Milliseconds of a day. Reports a day that does not exist. */
function dayOf({ text, locate, report }: RuleContext, path: Path): number | undefined {
  const day = text(path);
  if (day === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const start = new Date(`${day}T00:00:00Z`);
  if (!Number.isNaN(start.getTime()) && start.toISOString().slice(0, 10) === day) return start.getTime();
  report(locate(path), 'wrong-date', `The date ${quoted(day)} does not exist.`, { hint: 'Write a day as YYYY-MM-DD.' });
  return undefined;
}

function timezone({ text, locate, report }: RuleContext): void {
  const path: Path = ['access', 'session', 'timezone'];
  const zone = text(path);
  if (zone === undefined || zone === 'UTC' || isTimezone(zone)) return;
  report(locate(path), 'unknown-timezone', `Unknown time zone ${quoted(zone)}.`, {
    hint: 'Write it as Area/City, such as Europe/Berlin.',
  });
}

const FIELDS = [
  { name: 'minute', least: 0, most: 59 },
  { name: 'hour', least: 0, most: 23 },
  { name: 'day of the month', least: 1, most: 31 },
  { name: 'month', least: 1, most: 12 },
  { name: 'day of the week', least: 0, most: 7 },
] as const;

function cron({ text, locate, report }: RuleContext): void {
  const path: Path = ['storage', 'snapshots', 'schedule'];
  const parts = text(path)?.split(' ');
  if (parts?.length !== FIELDS.length) return;
  for (const [index, { name, least, most }] of FIELDS.entries()) {
    const good = (parts[index] ?? '').split(',').every((part) => {
      const [, range, step] = /^(\*|\d{1,2}|\d{1,2}-\d{1,2})(?:\/(\d{1,2}))?$/.exec(part) ?? [];
      if (range === undefined || step === '0') return false;
      const ends = range === '*' ? [] : range.split('-').map(Number);
      return ends.every((end) => end >= least && end <= most) && (ends[1] ?? 99) >= (ends[0] ?? 0);
    });
    if (good) continue;
    report(locate(path), 'cron-format', `${quoted(parts[index])} is not a valid ${name}.`, {
      hint: 'Five fields: minute, hour, day of the month, month, day of the week. Each takes numbers, *, */n, a-b and lists.',
    });
  }
}
