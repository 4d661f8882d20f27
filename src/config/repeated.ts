import type { Diagnostic, Severity } from './diagnostic.js';

/** Findings of one kind in one file up to which each is shown on its own line. A step in GitHub shows ten annotations. */
const MOST: Readonly<Record<Severity, number>> = { error: 10, warning: 3, note: 3 };
/** Rules whose findings quote an entry of a users file or count its cells, and say the same of each. */
const OF_ENTRIES: ReadonlySet<string> = new Set(['person-format', 'duplicate-person', 'admin-full', 'csv-syntax']);
/** Ranges of lines that a joined finding names. */
const MAX_RANGES = 5;

/** Joins findings of one kind that repeat in a file, such as one for each line of a class: the first stands for all. */
export function joinRepeated(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const kinds = new Map<string, Diagnostic[]>();
  for (const one of diagnostics) {
    const kind = kindOf(one);
    const known = kinds.get(kind);
    if (known === undefined) kinds.set(kind, [one]);
    else known.push(one);
  }
  return diagnostics.flatMap((one) => {
    const same = kinds.get(kindOf(one)) ?? [];
    if (same.length <= MOST[one.severity]) return [one];
    if (same[0] !== one) return [];
    const times = `This is found ${same.length.toLocaleString('en')} times, on ${linesText(same.map(({ line }) => line))}.`;
    return [{ ...one, message: `${one.message} ${times}` }];
  });
}

/** Equal for findings that differ only in their place, and for some rules in whom they quote. */
function kindOf({ file, rule, severity, message, hint = '', absent = false }: Diagnostic): string {
  const plain = (text: string): string =>
    OF_ENTRIES.has(rule) ? text.replace(/"[^"]*"/g, '"').replace(/\d+/g, '0') : text;
  return JSON.stringify([file, rule, severity, absent, plain(message), plain(hint)]);
}

/** `lines 2 to 301`, or `lines 2, 5 to 9 and 12`. */
function linesText(lines: readonly number[]): string {
  const sorted = [...new Set(lines)].sort((a, b) => a - b);
  const ranges: [first: number, last: number][] = [];
  for (const line of sorted) {
    const last = ranges.at(-1);
    if (last !== undefined && line === last[1] + 1) last[1] = line;
    else ranges.push([line, line]);
  }
  const texts = ranges
    .slice(0, MAX_RANGES)
    .map(([first, last]) => (first === last ? `${first}` : `${first} to ${last}`));
  if (ranges.length > MAX_RANGES) texts.push('more');
  const end = texts.pop() ?? '';
  const list = texts.length === 0 ? end : `${texts.join(', ')} and ${end}`;
  return sorted.length === 1 ? `line ${list}` : `lines ${list}`;
}
