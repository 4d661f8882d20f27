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
  /** True when the finding is about something that is not written: the place is only the nearest one. */
  readonly absent?: boolean;
  /** Why the finding is wanted, as the file says under `acknowledge`; it is a note then. */
  readonly acknowledged?: string;
}

/** Page and heading that explain a rule, in the repository of this product. */
export function documentation(rule: string): string {
  return `docs/reference/rules.md#${rule}`;
}

/** Most findings of one file that are worth printing. */
const MAX_FINDINGS = 100;

/** Rule of the note that ends a list that was cut. */
export const MORE_FINDINGS = 'more-findings';

/**
 * Findings in the order of their files, each place and rule once, and no more than a person can read.
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
  const ordered = [...unique].sort(
    (a, b) =>
      (turn.get(a.file) ?? 0) - (turn.get(b.file) ?? 0) ||
      a.line - b.line ||
      a.column - b.column ||
      rank[a.severity] - rank[b.severity],
  );
  const [first] = ordered;
  if (first === undefined || ordered.length <= MAX_FINDINGS) return ordered;
  // Errors stay before all else, or a cut list could look like a sound file.
  const kept = [...ordered].sort((a, b) => rank[a.severity] - rank[b.severity]).slice(0, MAX_FINDINGS);
  const message = `There are more findings; these are the first ${MAX_FINDINGS}, errors before all others.`;
  const more: Diagnostic = { ...first, length: 1, severity: 'note', rule: MORE_FINDINGS, message, absent: true };
  return [...ordered.filter((one) => kept.includes(one)), more];
}

/**
 * Findings of several checks without the echoes of earlier ones: what has a wrong form often breaks a rule as well,
 * and once per place is enough. Within one check each finding stays.
 */
export function withoutDuplicates(...checks: readonly (readonly Diagnostic[])[]): Diagnostic[] {
  let kept: Diagnostic[] = [];
  for (const check of checks) {
    const taken = new Set(kept.filter(({ absent }) => absent !== true).map(placeKey));
    // Joined, not pushed: a hostile file has more findings than a call takes arguments.
    kept = kept.concat(check.filter((one) => one.absent === true || !taken.has(placeKey(one))));
  }
  return kept;
}

function placeKey({ file, line, column }: Diagnostic): string {
  return `${file}:${line}:${column}`;
}
