import { isTimezone, seconds } from '../../duration.js';
import { quoted } from '../../text.js';
import { type Path, treeAt } from '../../yaml/locate.js';
import type { RuleContext } from '../context.js';
import { dayOf } from './days.js';

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
  const kernels: Path = ['culling', 'kernels'];
  bounds(context, kernels, 300, 30 * 86_400, 'The idle time of kernels must be between 5m and 30d.');
  for (let index = 0; index < context.count(['profiles']); index += 1) {
    culling(context, ['profiles', index, 'culling']);
    bounds(context, ['profiles', index, 'startTimeout'], 60, 2 * 3600, 'The start timeout must be between 1m and 2h.');
  }
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
