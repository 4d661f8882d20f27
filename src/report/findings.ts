import { type Diagnostic, documentation, documentationLink, type Severity } from '../config/diagnostic.js';
import type { Json } from '../config/model.js';
import { plural } from '../config/text.js';

/** What was checked: the findings, the texts they point into by file, and how long it took. */
export interface Findings {
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, string>;
  /** Milliseconds; left out of the last line when undefined. */
  readonly took?: number;
  /** How lines of the files are shown to those who can read the log: a caret must stand under what they see. */
  readonly shown?: Shown;
}

type Shown = (text: string) => string;

/** Number of errors, warnings and notes. */
export type Counts = Readonly<Record<Severity, number>>;

/** Widest piece of a line that an excerpt shows. */
const EXCERPT = 100;
/** Characters around a place that are looked at for what must not be shown. */
const WINDOW = 1000;

/** `file:line:column severity rule message`, on one line whatever the message holds. */
export function findingLine({ file, line, column, severity, rule, message }: Diagnostic): string {
  return `${visible(file)}:${line}:${column} ${severity} ${rule} ${visible(message)}`;
}

/** All findings for a terminal: each with its line, a caret under the place, and the way out; at the end the sums. */
export function findingsText({ took, ...findings }: Findings): string {
  const { diagnostics, sources } = findings;
  const time = took === undefined ? '' : ` (${(took / 1000).toFixed(2)} s)`;
  const files = plural(sources.size, 'file');
  const text = countText(countFindings(diagnostics));
  return [...blocks(findings), `${text === '' ? 'No findings' : text} in ${files}${time}. Nothing was contacted.`].join(
    '\n\n',
  );
}

/** The findings alone, without the last line. */
export function findingBlocks(findings: Findings): string {
  return blocks(findings).join('\n\n');
}

function blocks({ diagnostics, sources, shown = (text) => text }: Findings): string[] {
  return diagnostics.map((found) => block(found, sources.get(found.file), shown));
}

/** The findings as the document of --json. */
export function findingsDocument({ diagnostics, sources }: Findings): { readonly [key: string]: Json } {
  const counts = countFindings(diagnostics);
  return {
    ok: counts.error === 0,
    errors: counts.error,
    warnings: counts.warning,
    notes: counts.note,
    files: [...sources.keys()],
    findings: diagnostics.map(({ file, line, column, length, severity, rule, message, hint }) => ({
      file,
      line,
      column,
      length,
      severity,
      rule,
      message,
      ...(hint === undefined ? {} : { hint }),
      documentation: documentationLink(rule),
    })),
  };
}

/** How many findings of each severity there are. */
export function countFindings(diagnostics: readonly Diagnostic[]): Counts {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { severity } of diagnostics) counts[severity] += 1;
  return counts;
}

/** `2 errors, 1 warning`; empty when there is nothing. */
export function countText(counts: Counts): string {
  return (['error', 'warning', 'note'] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => plural(counts[severity], severity))
    .join(', ');
}

function block(found: Diagnostic, source: string | undefined, shown: Shown): string {
  const { file, line, column, severity, rule, message, hint } = found;
  const first = `${visible(file)}:${line}:${column} ${severity} ${rule}  ${visible(message)}`;
  // A secret in plain text is in the file already; it need not be in every log as well.
  const isHidden = found.absent === true || rule === 'literal-secret';
  const lines = isHidden || source === undefined ? [] : excerpt(found, source, shown);
  const help = hint === undefined ? [] : [`    ${visible(hint)}   ${documentation(rule)}`];
  return [first, ...lines, ...help].join('\n');
}

function excerpt({ line, column, length }: Diagnostic, source: string, shown: Shown): string[] {
  const text = source
    .replace(/^\uFEFF/, '')
    .split('\n')
    [line - 1]?.replace(/\r$/, '');
  if (text === undefined || text.trim() === '') return [];
  // Shown before it is cut and pointed at: an address can be shortened, and half of one would not be recognised.
  const from = Math.max(0, column - 1 - WINDOW);
  const end = Math.min(text.length, column - 1 + Math.min(length, EXCERPT));
  const all = shown(text.slice(from, end + WINDOW));
  const [head, most] = [shown(text.slice(from, column - 1)), shown(text.slice(from, end))];
  const start = common(all, head);
  const stop = Math.max(start, common(all, most));
  // A line of thousands of characters is cut around the place.
  const cut = start + Math.min(stop - start, EXCERPT / 2) <= EXCERPT ? 0 : start - EXCERPT / 4;
  const last = Math.min(all.length, cut + EXCERPT);
  const [before = '', under = '', after = ''] = [
    all.slice(cut, start),
    all.slice(start, Math.min(stop, last)),
    all.slice(Math.min(stop, last), last),
  ].map((part) => visible(part));
  const [open, close] = [from + cut > 0 ? '…' : '', last < all.length ? '…' : ''];
  const carets = '^'.repeat(Math.max(1, width(under)));
  const margin = String(line).padStart(6);
  return [
    `${margin} | ${open}${before}${under}${after}${close}`,
    `${' '.repeat(margin.length)} | ${' '.repeat(width(open + before))}${carets}`,
  ];
}

/** How many characters two texts begin with in common. */
function common(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

/**
 * Text that cannot move the cursor, colour the terminal, start a new line or turn the reading direction: control and
 * format characters are written as escapes.
 */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, (character) => {
    if (character === '\t') return '    ';
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}}`;
  });
}

/** Columns of a terminal that a text takes: none for marks on other letters, two for East Asian wide ones and emoji. */
function width(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (/\p{M}/u.test(character)) continue;
    columns +=
      /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u.test(
        character,
      )
        ? 2
        : 1;
  }
  return columns;
}
