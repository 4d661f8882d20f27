import type { Diagnostic } from '../../config/diagnostic.js';
import type { LoadedConfig } from '../../config/load.js';
import { createReport, type Location } from '../../config/location.js';
import { type HubCode, hubCode } from '../../config/rules/values/hub-code.js';
import { compilePython, type PythonAnswer, type PythonError } from '../../system/python.js';
import { mayBeNewer } from './newer-python.js';

/** What the check of code needs. */
export interface CodeSyntaxContext {
  readonly env: NodeJS.ProcessEnv;
  /** Text of every file that was read, by the path that findings print. */
  readonly sources: ReadonlyMap<string, string>;
  /** For tests. */
  readonly compile?: typeof compilePython;
}

/**
 * Compiles the code of the hub with the Python of this machine, and runs none of it. A hub with one wrong line does not
 * start. A file without code starts no program.
 */
export async function codeSyntax(
  { tree, locate }: Pick<LoadedConfig, 'tree' | 'locate'>,
  { env, sources, compile = compilePython }: CodeSyntaxContext,
): Promise<readonly Diagnostic[]> {
  const all = hubCode(tree);
  const [first] = all;
  if (first === undefined) return [];
  const found: Diagnostic[] = [];
  const report = createReport(found);
  const answer = await compile(
    all.map(({ code }) => code),
    env,
  );
  if (answer === undefined) {
    const more = all.length === 1 ? '' : ` The same is true for ${all.length - 1} more.`;
    report(
      locate(first.path, 'key'),
      'code-unchecked',
      `The code of ${nameOf(first)} was not compiled, because this machine has no Python 3 in PATH.${more}`,
      { hint: 'Install Python 3, so that a mistake is found before the hub is changed. GitHub’s runners have it.' },
    );
    return found;
  }
  for (const [index, error] of answer.errors) {
    const one = all[index];
    if (one === undefined) continue;
    const location = placeInBlock(one, error, locate(one.path), sources);
    const isSure = !mayBeNewer(one.code, error, answer.version);
    report(
      location,
      'code-syntax',
      `The code of ${nameOf(one)} is not valid Python on line ${error.line}: ${error.message}.`,
      {
        ...(isSure ? {} : { severity: 'warning' }),
        hint: hintOf(isSure, answer),
      },
    );
  }
  return found;
}

function hintOf(isSure: boolean, { version: [major, minor] }: PythonAnswer): string {
  return isSure
    ? 'Correct the line. A hub with this code does not start.'
    : `This machine has Python ${major}.${minor}. If the hub’s image has a later one that can read the line, the code is right.`;
}

function nameOf({ path }: HubCode): string {
  return path.slice(0, 5).join('.');
}

/**
 * The line of the code in its file. A block of YAML (`|`) has the lines of the code as they are, only indented. In any other
 * notation the line has no place of its own, and the text as a whole is the place.
 */
function placeInBlock(
  { code }: HubCode,
  { line, column }: PythonError,
  whole: Location,
  sources: ReadonlyMap<string, string>,
): Location {
  const text = code.split('\n')[line - 1];
  const written = sources.get(whole.file)?.split('\n')[whole.line + line - 1]?.replace(/\r$/, '');
  const indent = text === undefined || written === undefined ? -1 : written.length - text.length;
  if (indent < 1 || written?.slice(indent) !== text || written?.slice(0, indent).trim() !== '') return whole;
  // Python counts characters, editors count UTF-16 units.
  const before = [...(text ?? '')].slice(0, column - 1).join('').length;
  const at = Math.min(before, Math.max(0, (text ?? '').length - 1));
  return { file: whole.file, line: whole.line + line, column: indent + at + 1, length: 1 };
}
