export type Severity = 'error' | 'warning' | 'note';

/** One finding in a file: line and column count from 1, `length` in characters on that line (at least 1). */
export interface Diagnostic {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly severity: Severity;
  /** Stable kebab-case name, such as `unknown-key` or `not-supported-yet`. */
  readonly rule: string;
  readonly message: string;
  readonly hint?: string;
}
