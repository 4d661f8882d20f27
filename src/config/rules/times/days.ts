import { quoted } from '../../text.js';
import type { Path } from '../../yaml/locate.js';
import type { RuleContext } from '../context.js';

/** Milliseconds of the day at a path. Undefined for another format. Reports a day that does not exist. */
export function dayOf({ text, locate, report }: RuleContext, path: Path): number | undefined {
  const day = text(path);
  if (day === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const start = new Date(`${day}T00:00:00Z`);
  if (!Number.isNaN(start.getTime()) && start.toISOString().slice(0, 10) === day) return start.getTime();
  report(locate(path), 'wrong-date', `The date ${quoted(day)} does not exist.`, { hint: 'Write a day as YYYY-MM-DD.' });
  return undefined;
}
