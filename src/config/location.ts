import type { Diagnostic, Severity } from './diagnostic.js';
import { RULES } from './facts.generated.js';

/** A range within one line; line and column count from 1 and, like `length`, in UTF-16 units, as editors count. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/** A location as messages name it: `jupyterhub.yaml:14:7`. */
export function locationText({ file, line, column }: Pick<Location, 'file' | 'line' | 'column'>): string {
  return `${file}:${line}:${column}`;
}

/** Turns offsets into a location. It ends with the first line of the range and has a length of at least 1. */
export type LocateRange = (start: number, end: number) => Location;

export type RuleName = keyof typeof RULES;

/** Optional parts of a finding. */
export interface FindingDetails {
  readonly hint?: string | undefined;
  /** Overrides the severity of the rule. */
  readonly severity?: Severity;
  /** The finding is about something missing, so its location is the nearest existing one. */
  readonly absent?: boolean;
}

export type Report = (location: Location, rule: RuleName, message: string, extra?: FindingDetails) => void;

/** Returns a function that adds findings to a list. The severity follows from the rule. */
export function createReport(diagnostics: Diagnostic[]): Report {
  return (location, rule, message, extra = {}) => {
    diagnostics.push({
      ...location,
      severity: extra.severity ?? RULES[rule],
      rule,
      message,
      ...(extra.hint === undefined ? {} : { hint: extra.hint }),
      ...(extra.absent === true ? { absent: true } : {}),
    });
  };
}

/** Turns offsets of one text into locations. */
export function rangeLocator(file: string, text: string): LocateRange {
  let starts: number[] | undefined;
  return (from, to) => {
    starts ??= lineStarts(text);
    const start = Math.min(Math.max(from, 0), text.length);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= start) low = middle;
      else high = middle - 1;
    }
    const lineStart = starts[low] ?? 0;
    let lineEnd = (starts[low + 1] ?? text.length + 1) - 1;
    if (text[lineEnd - 1] === '\r') lineEnd -= 1;
    return { file, line: low + 1, column: start - lineStart + 1, length: Math.max(1, Math.min(to, lineEnd) - start) };
  };
}

/** Locations and a list of findings for one text. */
export function reporter(
  file: string,
  text: string,
): { place: LocateRange; report: Report; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  return { place: rangeLocator(file, text), report: createReport(diagnostics), diagnostics };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
