import { isTimezone } from '../duration.js';
import { didYouMean } from '../suggest.js';
import { quoted } from '../text.js';
import { DAYS, minuteOf } from '../times/week.js';
import { type ZoneTable, zoneTable } from '../times/zone.js';
import { type Path, treeAt } from '../yaml/locate.js';
import type { RuleContext } from './context.js';

const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const ZONE: Path = ['access', 'session', 'timezone'];

/** Rules of warm[]: profiles, windows by the clock of the hub's time zone, and the limit of servers. */
export function warmRules(context: RuleContext): void {
  const { count, text, number, locate, report } = context;
  const windows = count(['warm']);
  if (windows === 0) return;
  const names = Array.from({ length: count(['profiles']) }, (_, index) => text(['profiles', index, 'name']));
  const known = names.length === 0 ? ['cpu'] : names.filter((name) => name !== undefined);
  const zone = text(ZONE) ?? 'UTC';
  const gaps = isTimezone(zone) ? gapsOf(zoneTable(zone)) : [];
  const most = number(['limits', 'servers']);
  for (let index = 0; index < windows; index += 1) {
    const path: Path = ['warm', index];
    const name = text([...path, 'profile']);
    if (name !== undefined && !known.includes(name)) {
      report(
        locate([...path, 'profile']),
        'warm-profile',
        `There is no profile ${quoted(name)}.${didYouMean(name, known)}`,
        { hint: 'Write the name of an entry of profiles.' },
      );
    }
    const servers = number([...path, 'servers']);
    if (servers !== undefined && most !== undefined && servers > most) {
      report(
        locate([...path, 'servers']),
        'warm-size',
        `Room for ${servers} servers is more than the ${most} that limits.servers allows.`,
        { hint: `Write servers: ${most} or less, or raise limits.servers.` },
      );
    }
    windowRule(context, path, zone, gaps);
  }
  if (most !== undefined) togetherRule(context, most);
}

/** Windows that are open at the same time. Of one profile the largest counts, as in helm/hub/access_reconciler_warm.py. */
function togetherRule({ tree, count, text, number, locate, report }: RuleContext, most: number): void {
  const windows = Array.from({ length: count(['warm']) }, (_, index) => {
    const path: Path = ['warm', index];
    const days = treeAt(tree, [...path, 'days'])?.items?.map(({ value }) => value) ?? [];
    const [from, to] = [minuteOf(text([...path, 'from'])) ?? 0, minuteOf(text([...path, 'to'])) ?? 0];
    return { path, days, from, to, profile: text([...path, 'profile']), servers: number([...path, 'servers']) ?? 0 };
  });
  for (const { path, days, from, to, servers } of windows) {
    // One that is too large alone has its own finding.
    if (servers > most || to <= from) continue;
    for (const day of days) {
      const open = windows.filter((one) => one.days.includes(day) && one.from <= from && from < one.to);
      const rooms = new Map<string | undefined, number>();
      for (const one of open) rooms.set(one.profile, Math.max(rooms.get(one.profile) ?? 0, one.servers));
      const sum = [...rooms.values()].reduce((all, room) => all + room, 0);
      if (sum <= most || open.some((one) => one.servers > most)) continue;
      report(
        locate([...path, 'servers']),
        'warm-size',
        `On ${String(day)} at ${text([...path, 'from'])} there is room for ${sum} servers with the other open windows, more than the ${most} that limits.servers allows.`,
        { hint: 'Lower servers here or there, or raise limits.servers.' },
      );
      break;
    }
  }
}

function windowRule({ tree, text, locate, report }: RuleContext, path: Path, zone: string, gaps: readonly Gap[]): void {
  const [from, to] = [minuteOf(text([...path, 'from'])), minuteOf(text([...path, 'to']))];
  if (from === undefined || to === undefined) return;
  if (to <= from) {
    const message = to === from ? 'The window ends when it starts.' : 'The window ends before it starts.';
    report(locate([...path, 'to']), 'warm-window', message, {
      hint: 'A window is within one day. For a night write two: until 23:59, and from 00:00 of the days after.',
    });
    return;
  }
  const days = treeAt(tree, [...path, 'days'])?.items?.map(({ value }) => value) ?? [];
  for (const [key, minute] of [
    ['from', from],
    ['to', to],
  ] as const) {
    const gap = gaps.find(({ day, start, end }) => days.includes(DAYS[day] ?? '') && minute >= start && minute < end);
    if (gap === undefined) continue;
    report(
      locate([...path, key]),
      'warm-window',
      `In ${zone} the clock has no ${text([...path, key])} on the ${NAMES[gap.day]} on which it is set forward.`,
      { hint: 'Choose a time outside that hour, or leave that day out.' },
    );
  }
}

/** Minutes of a day that a time zone leaves out, `end` not among them. */
interface Gap {
  /** Day of the week, 0 is Monday. */
  readonly day: number;
  readonly start: number;
  readonly end: number;
}

function gapsOf(table: ZoneTable): readonly Gap[] {
  return table.flatMap(([from, offset], index) => {
    const before = table[index - 1]?.[1] ?? offset;
    if (offset <= before) return [];
    const local = new Date((from + before) * 1000);
    const start = local.getUTCHours() * 60 + local.getUTCMinutes();
    const day = (local.getUTCDay() + 6) % 7;
    return [{ day, start, end: start + (offset - before) / 60 }];
  });
}
