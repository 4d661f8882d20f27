import { entryOf } from '../json.js';
import type { Json } from './model.js';
import type { Path } from './yaml/locate.js';
import type { Tree } from './yaml/tree.js';

/** A value from a file in quotes, cut to fit into a sentence. The printer escapes control characters. */
export function quoted(value: Json | undefined): string {
  if (value === undefined || value === null) return 'Nothing';
  if (Array.isArray(value)) return 'A list';
  if (typeof value === 'object') return 'A mapping';
  const text = String(value);
  return `"${text.length > 60 ? `${text.slice(0, 57)}…` : text}"`;
}

/** `profiles[].gpu`: a path as the reference writes it. */
export function dotted(path: Path): string {
  return path.reduce<string>(
    (text, step) => (/^\d+$/.test(String(step)) ? `${text}[]` : `${text}${text && '.'}${step}`),
    '',
  );
}

/** A number as people write it: 20,000. */
export function formatNumber(value: number): string {
  // Loading the tables of a locale takes a tenth of what `validate` takes in all; small counts do not need them.
  if (Number.isInteger(value) && Math.abs(value) < 1000) return String(value);
  return value.toLocaleString('en-US', { maximumFractionDigits: 3 });
}

/** `a, b and c`. */
export function joinWithAnd(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** A count with its noun: `1 file`, `20,000 files`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

/** The first texts, then how many more there are: `a, b and c`, or `a, b, c and 2 more`. */
export function firstOf(texts: readonly string[], most: number): string {
  const more = texts.length - most;
  return more > 0 ? `${texts.slice(0, most).join(', ')} and ${formatNumber(more)} more` : joinWithAnd(texts);
}

/** A length of time for an estimate: `45 s` or `12 min`. */
export function roughDuration(seconds: number): string {
  return seconds < 90 ? `${Math.max(1, Math.round(seconds))} s` : `${Math.round(seconds / 60)} min`;
}

/** JSON types as messages name them. */
export const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping (key: value)',
  null: 'null',
};

/** The message about a wrong type, with a hint about the YAML traps that cause it. */
export function typeMessage(
  path: Path,
  tree: Tree | undefined,
  expected: readonly string[],
): { message: string; hint?: string } {
  const types = expected.map((type) => entryOf(TYPES, type) ?? type).join(' or ');
  const name = path.length === 0 ? 'The file' : /^\d+$/.test(String(path.at(-1))) ? 'This entry' : `"${path.at(-1)}"`;
  const value = tree?.value ?? null;
  if (value === null) {
    const hint = path.length === 0 ? undefined : 'Give it a value, or remove the key.';
    return { message: `${name} has no value; it must be ${types}.`, ...(hint === undefined ? {} : { hint }) };
  }
  const message = `${name} must be ${types}, not ${got(tree, value)}.`;
  if (expected.length === 1 && expected[0] === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
    return { message, hint: `Write it in quotes: "${tree?.written ?? String(value)}".` };
  }
  const hint = expected.includes('boolean') && typeof value === 'string' ? booleanHint(value) : undefined;
  return { message, ...(hint === undefined ? {} : { hint }) };
}

/** What to write instead of a word that other parsers read as true or false; undefined for other words. */
export function booleanHint(word: string): string | undefined {
  if (!/^(y|yes|n|no|on|off)$/i.test(word)) return undefined;
  return `Write ${/^(y|yes|on)$/i.test(word)}. YAML 1.2 reads yes, no, on and off as text.`;
}

function got(tree: Tree | undefined, value: Json): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  if (typeof value === 'number') {
    const written = tree?.written;
    // As a number, 4.10 becomes 4.1.
    return written !== undefined && written !== String(value)
      ? `the number ${value} (written ${written})`
      : `the number ${value}`;
  }
  return typeof value === 'boolean' ? String(value) : `the text ${quoted(value)}`;
}

/** A value as a person would write it in YAML on one line. */
export function flow(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const pairs = Object.entries(value).map(([key, inner]) => `${key}: ${flow(inner)}`);
    return `{${pairs.join(', ')}}`;
  }
  if (
    typeof value === 'string' &&
    !/^[A-Za-z][A-Za-z0-9_@./-]*(:\S+)?$|^[0-9]+[A-Za-z]+$|^\d{4}-\d\d-\d\d$/.test(value)
  ) {
    return JSON.stringify(value);
  }
  return String(value);
}
