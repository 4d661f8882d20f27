import type { Diagnostic } from '../../config/diagnostic.js';
import type { CheckedInput } from './read.js';

/**
 * Redacts findings about remote users files, for runs that anybody can read. Place and rule stay. Lines and quoted text
 * of a private file are left out.
 */
export function redactRemoteFindings(checked: CheckedInput): CheckedInput {
  const { diagnostics, sources, origins } = checked;
  return {
    ...checked,
    diagnostics: diagnostics.map((found) => (origins.has(found.file) ? unquoted(found) : found)),
    sources: new Map([...sources].filter(([file]) => !origins.has(file))),
  };
}

/** Drops everything from the first quote to the last, since a quoted text may contain quotes. */
function unquoted({ hint, ...found }: Diagnostic): Diagnostic {
  const plain = (text: string): string => text.replace(/".*"/s, '"…"');
  return { ...found, message: plain(found.message), ...(hint === undefined ? {} : { hint: plain(hint) }) };
}

/** Moves findings about remote users files to the entry that names the file: annotations exist only for this repository. */
export function relocateRemoteFindings({ diagnostics, origins }: CheckedInput): readonly Diagnostic[] {
  return diagnostics.map((found) => {
    const origin = origins.get(found.file);
    if (origin === undefined) return found;
    return { ...found, ...origin.location, message: `${found.file}:${found.line}:${found.column}: ${found.message}` };
  });
}
