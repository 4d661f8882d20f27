import type { Diagnostic } from '../../config/diagnostic.js';
import type { LoadedConfig } from '../../config/load.js';
import { createReport } from '../../config/location.js';
import { type HubCode, hubCode } from '../../config/rules/values/hub-code.js';
import { treeAt } from '../../config/yaml/locate.js';
import type { compilePython, PythonAnswer } from '../../system/python.js';
import { placeInBlock } from './code-place.js';
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
  { env, sources, compile }: CodeSyntaxContext,
): Promise<readonly Diagnostic[]> {
  const all = hubCode(tree);
  const [first] = all;
  if (first === undefined) return [];
  const found: Diagnostic[] = [];
  const report = createReport(found);
  // Loaded here: a file without code needs no program.
  const compileAll = compile ?? (await import('../../system/python.js')).compilePython;
  const answer = await compileAll(
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
    const location = placeInBlock(one.code, error, locate(one.path), sources);
    const isSure = !mayBeNewer(one.code, error, answer.version);
    report(
      location,
      'code-syntax',
      `The code of ${nameOf(one)} is not valid Python on line ${error.line}: ${error.message}.`,
      {
        ...(isSure ? {} : { severity: 'warning' }),
        hint: treeAt(tree, one.path)?.folded === true ? FOLDED : hintOf(isSure, answer),
      },
    );
  }
  return found;
}

const FOLDED = 'Write "|" instead of ">" above the code: ">" joins its lines into one.';

function hintOf(isSure: boolean, { version: [major, minor] }: PythonAnswer): string {
  return isSure
    ? 'Correct the line. A hub with this code does not start.'
    : `This machine has Python ${major}.${minor}. If the hub’s image has a later one that can read the line, the code is right.`;
}

function nameOf({ path }: HubCode): string {
  return path.slice(0, 5).join('.');
}
