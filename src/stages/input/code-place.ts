import type { Location } from '../../config/location.js';

/** A place in a text; line and column count from 1, the column in characters. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/**
 * The line of code in its file. A block of YAML (`|`) has the lines of the code as they are, only indented. In any other
 * notation the line has no place of its own, and the text as a whole is the place.
 * @param whole location of the text
 * @param sources text of every file that was read, by the path that findings print
 */
export function placeInBlock(
  code: string,
  { line, column }: TextPlace,
  whole: Location,
  sources: ReadonlyMap<string, string>,
): Location {
  const text = code.split('\n')[line - 1] ?? '';
  const written = sources.get(whole.file)?.split('\n')[whole.line + line - 1]?.replace(/\r$/, '') ?? '';
  const indent = written.length - text.length;
  if (indent < 1 || written.slice(indent) !== text || written.slice(0, indent).trim() !== '') return whole;
  // Python counts characters, editors count UTF-16 units.
  const before = [...text].slice(0, column - 1).join('').length;
  const at = Math.min(before, Math.max(0, text.length - 1));
  return { file: whole.file, line: whole.line + line, column: indent + at + 1, length: 1 };
}
