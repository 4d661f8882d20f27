import { ACTION } from '../versions.js';
import { joinRepeated } from './repeated.js';

export type Severity = 'error' | 'warning' | 'note';

/** One finding in a file: line and column count from 1, `length` in UTF-16 units on that line (at least 1). */
export interface Diagnostic {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly severity: Severity;
  /** Stable kebab-case name, such as `unknown-key` or `not-supported-yet`; docs/reference/rules.md explains each. */
  readonly rule: string;
  readonly message: string;
  readonly hint?: string;
  /** True when the finding is about something missing. Its location is then the nearest existing one. */
  readonly absent?: boolean;
  /** The reason given under `acknowledge`. The finding is then a note. */
  readonly acknowledged?: string;
}

/** Page and heading that explain a rule, in this product's repository: short, for a terminal. */
export function documentation(rule: string): string {
  return `docs/reference/rules.md#${rule}`;
}

/** Address of that page, for readers who are elsewhere: comments, annotations and documents. */
export function documentationLink(rule: string): string {
  const [repository, version] = ACTION.split('@');
  return `https://github.com/${repository}/blob/${version}/${documentation(rule)}`;
}

/** A longer list of findings is truncated. */
const MAX_FINDINGS = 100;

/** Rule of the note at the end of a truncated list. */
export const MORE_FINDINGS = 'more-findings';

/**
 * Sorts findings by file and location, removes duplicates, joins those that repeat, and truncates the list.
 * @param files order of the files; others follow
 */
export function orderFindings(diagnostics: readonly Diagnostic[], files: readonly string[] = []): Diagnostic[] {
  const rank = { error: 0, warning: 1, note: 2 } as const;
  const order = [...new Set([...files, ...diagnostics.map(({ file }) => file)])];
  const turn = new Map(order.map((file, index) => [file, index]));
  const seen = new Set<string>();
  const unique = diagnostics.filter((one) => {
    const key = `${one.file}:${one.line}:${one.column}:${one.rule}:${one.message}`;
    return !seen.has(key) && seen.add(key);
  });
  const sorted = [...unique].sort(
    (a, b) =>
      (turn.get(a.file) ?? 0) - (turn.get(b.file) ?? 0) ||
      a.line - b.line ||
      a.column - b.column ||
      rank[a.severity] - rank[b.severity],
  );
  const ordered = joinRepeated(sorted);
  const [first] = ordered;
  if (first === undefined || ordered.length <= MAX_FINDINGS) return ordered;
  // Errors are kept first: a truncated list without them would look like a valid file.
  const kept = [...ordered].sort((a, b) => rank[a.severity] - rank[b.severity]).slice(0, MAX_FINDINGS);
  const message = `Only the first ${MAX_FINDINGS} findings are shown, errors first.`;
  const { file, line, column } = first;
  // Nothing else of the first finding: its hint and its reason are not those of the rest.
  const more: Diagnostic = {
    file,
    line,
    column,
    length: 1,
    severity: 'note',
    rule: MORE_FINDINGS,
    message,
    absent: true,
  };
  return [...ordered.filter((one) => kept.includes(one)), more];
}

/**
 * Joins the findings of several checks. A location that an earlier check reported is skipped, because a value with a
 * wrong format often breaks a rule as well. Within one check every finding stays.
 */
export function withoutDuplicates(...checks: readonly (readonly Diagnostic[])[]): Diagnostic[] {
  let kept: Diagnostic[] = [];
  for (const check of checks) {
    const taken = new Set(kept.filter(({ absent }) => absent !== true).map(placeKey));
    // concat, not push: a hostile file can have more findings than a call can take arguments.
    kept = kept.concat(check.filter((one) => one.absent === true || !taken.has(placeKey(one))));
  }
  return kept;
}

function placeKey({ file, line, column }: Diagnostic): string {
  return `${file}:${line}:${column}`;
}
