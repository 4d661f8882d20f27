import { type Diagnostic, documentation, documentationLink, type Severity } from '../config/diagnostic.js';
import type { Json } from '../config/model.js';
import { plural } from '../config/text.js';

/** What was checked: the findings, the texts they point into by file, and how long it took. */
export interface Findings {
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, string>;
  /** Milliseconds; left out of the last line when undefined. */
  readonly took?: number;
}

/** Number of errors, warnings and notes. */
export type Counts = Readonly<Record<Severity, number>>;

/** Widest piece of a line that an excerpt shows. */
const EXCERPT = 100;

/** `file:line:column severity rule message`, on one line whatever the message holds. */
export function findingLine({ file, line, column, severity, rule, message }: Diagnostic): string {
  return `${visible(file)}:${line}:${column} ${severity} ${rule} ${visible(message)}`;
}

/** All findings for a terminal: each with its line, a caret under the place, and the way out; at the end the sums. */
export function findingsText({ diagnostics, sources, took }: Findings): string {
  const blocks = diagnostics.map((found) => block(found, sources.get(found.file)));
  const time = took === undefined ? '' : ` (${(took / 1000).toFixed(2)} s)`;
  const files = plural(sources.size, 'file');
  const text = countText(countFindings(diagnostics));
  return [...blocks, `${text === '' ? 'No findings' : text} in ${files}${time}. Nothing was contacted.`].join('\n\n');
}

/** The findings alone, without the last line. */
export function findingBlocks({ diagnostics, sources }: Findings): string {
  return diagnostics.map((found) => block(found, sources.get(found.file))).join('\n\n');
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

function block(found: Diagnostic, source: string | undefined): string {
  const { file, line, column, severity, rule, message, hint } = found;
  const first = `${visible(file)}:${line}:${column} ${severity} ${rule}  ${visible(message)}`;
  // A secret in plain text is in the file already; it need not be in every log as well.
  const isHidden = found.absent === true || rule === 'literal-secret';
  const lines = isHidden || source === undefined ? [] : excerpt(found, source);
  const help = hint === undefined ? [] : [`    ${visible(hint)}   ${documentation(rule)}`];
  return [first, ...lines, ...help].join('\n');
}

function excerpt({ line, column, length }: Diagnostic, source: string): string[] {
  const text = source
    .replace(/^\uFEFF/, '')
    .split('\n')
    [line - 1]?.replace(/\r$/, '');
  if (text === undefined || text.trim() === '') return [];
  // A line of thousands of characters is cut around the place.
  const from = column - 1 + Math.min(length, EXCERPT / 2) <= EXCERPT ? 0 : column - 1 - EXCERPT / 4;
  const to = Math.min(text.length, from + EXCERPT);
  const [before, under, after] = [
    text.slice(from, column - 1),
    text.slice(column - 1, Math.min(column - 1 + length, to)),
    text.slice(Math.min(column - 1 + length, to), to),
  ].map((part) => visible(part));
  const [open, close] = [from > 0 ? '…' : '', to < text.length ? '…' : ''];
  const carets = '^'.repeat(Math.max(1, width(under ?? '')));
  const margin = String(line).padStart(6);
  return [
    `${margin} | ${open}${before}${under}${after}${close}`,
    `${' '.repeat(margin.length)} | ${' '.repeat(width(open + before))}${carets}`,
  ];
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
