import type { Report } from '../../config/location.js';
import { quoted } from '../../config/text.js';
import { lastDay } from './day.js';
import { MAX_GROUPS } from './grammar.js';
import type { Principal } from './load.js';

const RANKS = [false, true, 'full'] as const;

/** Whether the access of an entry lasts at an instant. */
export function isActive({ until }: Pick<Principal, 'until'>, now: Date): boolean {
  return until === undefined || Date.parse(until) > now.getTime();
}

/**
 * One principal for the entries of several files, such as a student of two courses. The latest last day counts, and
 * groups are those of all files. An entry whose own day has passed gives no groups and no rights.
 */
export function joinEntries(entries: readonly Principal[], now: Date, report: Report): Principal | undefined {
  const active = entries.filter((entry) => isActive(entry, now));
  const counted = active.length === 0 ? entries : active;
  const [first] = counted;
  if (first === undefined || entries.length === 1) return first;
  const until = counted.map((one) => one.until).reduce(later);
  const admin = counted.map((one) => one.admin).reduce((a, b) => (RANKS.indexOf(b) > RANKS.indexOf(a) ? b : a));
  const groups = counted.flatMap((one) => one.groups);
  const joined = { ...first, until, admin, groups };
  // The hub has one end for each person. Another file must not lengthen an administrator's.
  const ending = counted.find((one) => one.admin !== false && one.until !== undefined && one.until !== until);
  if (ending?.until !== undefined) {
    const other = counted.find((one) => one.until === until) ?? first;
    const { file, line } = other.location;
    report(
      ending.location,
      'duplicate-person',
      `${quoted(ending.name)} is an administrator until ${lastDay(ending.until)} here, but has access for longer at ${file}:${line}.`,
      { hint: 'Write the same last day in both files, or remove one of the entries.' },
    );
  }
  const count = new Set(groups.map(({ text }) => text)).size;
  if (count > MAX_GROUPS) {
    const message = `${quoted(first.name)} is in ${count} groups of several files; the limit is ${MAX_GROUPS}.`;
    report(first.location, 'too-many-groups', message, { hint: 'Remove groups from the entries.' });
  }
  return joined;
}

/** The later of two ends. No end is the latest. */
function later(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return undefined;
  return Date.parse(other) > Date.parse(one) ? other : one;
}
