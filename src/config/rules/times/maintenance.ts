import { type Path, treeAt } from '../../yaml/locate.js';
import type { RuleContext } from '../context.js';
import { dayOf } from './days.js';

const PATH: Path = ['platform', 'maintenance'];
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Longest exclusion of all upgrades, in days. */
const LONGEST = 90;
/** In each period of this many days, upgrades must be possible for this many hours. */
const ROLLING = { days: 92, hours: 48 } as const;

/** An exclusion: its days, with the last one, as milliseconds. */
interface Span {
  readonly path: Path;
  readonly from: number;
  readonly end: number;
}

/**
 * Rules of maintenance windows and exclusions. GKE requires 48 hours of windows in 32 days, each of 4 hours or more (the
 * schema checks the latter). At most three exclusions of all upgrades, of at most 90 days, must leave 48 hours in any 92
 * days (GKE documentation "Maintenance windows and exclusions" and Google's skill gke-upgrades, read 2026-11).
 */
export function maintenanceRules(context: RuleContext): void {
  windowRule(context);
  nameRule(context);
  const spans = Array.from({ length: context.count([...PATH, 'exclusions']) }, (_, index) =>
    spanOf(context, [...PATH, 'exclusions', index]),
  ).filter((span) => span !== undefined);
  rollingRule(context, spans);
}

function windowRule({ tree, number, locate, report }: RuleContext): void {
  const days = new Set(treeAt(tree, [...PATH, 'days'])?.items?.map(({ value }) => value)).size;
  const hours = number([...PATH, 'hours']);
  // 32 days have each day of the week four times at least.
  if (hours === undefined || days === 0 || hours * days * 4 >= 48) return;
  report(
    locate([...PATH, 'hours']),
    'maintenance-window',
    `The windows cover ${hours * days * 4} hours in 32 days; Google requires 48.`,
    { hint: `Write hours: ${Math.ceil(12 / days)} or more, or add days.` },
  );
}

/** GKE keeps exclusions by their names. */
function nameRule({ text, count, locate, report }: RuleContext): void {
  const names = new Set<string>();
  for (let index = 0; index < count([...PATH, 'exclusions']); index += 1) {
    const path: Path = [...PATH, 'exclusions', index, 'name'];
    const name = text(path);
    if (name === undefined) continue;
    if (names.has(name)) {
      report(locate(path), 'maintenance-window', 'Another exclusion has this name.', {
        hint: 'Give each exclusion a name of its own.',
      });
    }
    names.add(name);
  }
}

function spanOf(context: RuleContext, path: Path): Span | undefined {
  const [from, to] = ['from', 'to'].map((key) => dayOf(context, [...path, key]));
  if (from === undefined || to === undefined) return undefined;
  const days = Math.round((to - from) / DAY) + 1;
  const isOfAll = (context.text([...path, 'scope']) ?? 'NO_UPGRADES') === 'NO_UPGRADES';
  // One of minor versions lasts as long as the version is supported.
  if (days >= 1 && !isOfAll) return undefined;
  if (days >= 1 && days <= LONGEST) return { path, from, end: to + DAY };
  context.report(
    context.locate([...path, 'to']),
    'maintenance-window',
    days < 1
      ? 'The exclusion ends before it starts.'
      : `The exclusion has ${days} days; Google allows at most ${LONGEST} without any upgrade.`,
    {
      hint:
        days < 1
          ? 'Swap from and to.'
          : `End it on or before ${dayText(from + (LONGEST - 1) * DAY)}, or write scope: NO_MINOR_OR_NODE_UPGRADES.`,
    },
  );
  return undefined;
}

/** The least free time is in a period that begins with an exclusion, or ends with one. */
function rollingRule({ locate, report }: RuleContext, spans: readonly Span[]): void {
  const length = ROLLING.days * DAY;
  const starts = spans.flatMap(({ from, end }) => [from, end - length]);
  for (const start of starts.sort((one, other) => one - other)) {
    const inside = spans.filter(({ from, end }) => from < start + length && end > start);
    const free = (length - covered(inside, start, start + length)) / HOUR;
    if (free >= ROLLING.hours) continue;
    const last = inside.reduce((one, other) => (other.end > one.end ? other : one));
    report(
      locate([...last.path, 'to']),
      'maintenance-window',
      `From ${dayText(start)} the exclusions leave ${free} hours for upgrades in ${ROLLING.days} days; Google requires ${ROLLING.hours}.`,
      { hint: 'Leave two whole days free in between.' },
    );
    return;
  }
}

/** Milliseconds of a period that at least one span covers. */
function covered(spans: readonly Span[], start: number, end: number): number {
  let [sum, reached] = [0, start];
  for (const span of [...spans].sort((one, other) => one.from - other.from)) {
    const from = Math.max(span.from, reached);
    const to = Math.min(span.end, end);
    if (to > from) [sum, reached] = [sum + to - from, to];
  }
  return sum;
}

function dayText(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
