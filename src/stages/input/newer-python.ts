import type { PythonError } from '../../system/python.js';

/** Notations by the minor version of Python 3 that brought them, or that allowed more in them. */
const NEWER: readonly (readonly [since: number, notation: RegExp])[] = [
  [8, /:=|^\s*(?:async\s+)?def\b[^#]*\//],
  [9, /^\s*@|\bwith\s*\(/],
  [10, /\bwith\s*\(|^\s*(?:match|case)\b/],
  [11, /\bexcept\s*\*|\[[^\]]*\*/],
  [12, /\b[fF][rR]?["']|\b[rR][fF]["']|^\s*type\s|\b(?:def|class)\s+\w+\s*\[/],
  [13, /\b(?:def|class)\s+\w+\s*\[/],
  [14, /\b[tT][rR]?["']|\b[rR][tT]["']|\bexcept\b/],
];

/**
 * True where a later Python than the one that compiled may read the line, or the logical line that ends there. The hub's
 * image has its own Python, which this program does not know.
 */
export function mayBeNewer(code: string, { line }: PythonError, [major, minor]: readonly [number, number]): boolean {
  if (major > 3) return false;
  const near = code.split('\n').slice(Math.max(0, line - 2), line);
  return NEWER.some(([since, notation]) => since > minor && near.some((one) => notation.test(one)));
}
