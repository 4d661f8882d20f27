import type { Diagnostic } from '../../config/diagnostic.js';
import type { CheckedInput } from './read.js';

/**
 * The findings without what is quoted of files of other repositories, where anybody can read what the run writes: place
 * and rule stay, lines and words of a private file do not.
 */
export function redactRemoteFindings(checked: CheckedInput): CheckedInput {
  const { diagnostics, sources, origins } = checked;
  return {
    ...checked,
    diagnostics: diagnostics.map((found) => (origins.has(found.file) ? unquoted(found) : found)),
    sources: new Map([...sources].filter(([file]) => !origins.has(file))),
  };
}

/** From the first quote to the last: a text may have quotes in it. */
function unquoted({ hint, ...found }: Diagnostic): Diagnostic {
  const plain = (text: string): string => text.replace(/".*"/s, '"…"');
  return { ...found, message: plain(found.message), ...(hint === undefined ? {} : { hint: plain(hint) }) };
}

/** The findings for annotations, which stand on lines of this repository: those of other files where these are named. */
export function relocateRemoteFindings({ diagnostics, origins }: CheckedInput): readonly Diagnostic[] {
  return diagnostics.map((found) => {
    const origin = origins.get(found.file);
    if (origin === undefined) return found;
    return { ...found, ...origin.location, message: `${found.file}:${found.line}:${found.column}: ${found.message}` };
  });
}
