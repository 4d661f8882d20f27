import { bareEnvironment } from './environment.js';
import { type Run, run } from './exec.js';

/** The first mistake of one text; line and column count from 1, the column in characters. */
export interface PythonError {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** What Python says about a list of texts. */
export interface PythonAnswer {
  readonly version: readonly [major: number, minor: number];
  /** Errors by the index of their text. A text without one was compiled. */
  readonly errors: ReadonlyMap<number, PythonError>;
}

// The chart executes the code as one text, so what it may contain is that of a module. Python gives up on texts that are
// nested too deep for its own limits, which differ between versions, so that proves nothing.
const PROGRAM = `
import json, sys, warnings
warnings.simplefilter("ignore")
found = []
for index, code in enumerate(json.loads(sys.stdin.read())):
    try:
        compile(code, "<code>", "exec", 0, True)
    except SyntaxError as error:
        found.append([index, error.lineno or 1, error.offset or 1, str(error.msg)])
    except ValueError as error:
        found.append([index, 1, 1, str(error)])
    except (MemoryError, OverflowError, RecursionError):
        pass
print(json.dumps({"version": sys.version_info[:2], "found": found}))
`;
// Isolated: no variable of the environment, no folder of the user, no site package decides what is imported.
const ARGUMENTS = ['-I', '-S', '-X', 'utf8', '-c', PROGRAM];
const LIMIT = 20_000;
const MAX_OUTPUT = 2 ** 20;

/** Compiles texts with the Python 3 of PATH, and executes none of them; undefined where there is none that answers. */
export async function compilePython(
  texts: readonly string[],
  env: NodeJS.ProcessEnv,
  start: Run = run,
): Promise<PythonAnswer | undefined> {
  for (const program of ['python3', 'python']) {
    const answer = await ask(program, texts, env, start);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

async function ask(
  program: string,
  texts: readonly string[],
  env: NodeJS.ProcessEnv,
  start: Run,
): Promise<PythonAnswer | undefined> {
  // ASCII: a lone surrogate of a text has no form in UTF-8.
  const input = JSON.stringify(texts).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  try {
    const options = { env: bareEnvironment(env), input, timeout: LIMIT, maxOutput: MAX_OUTPUT };
    const { code, stdout } = await start(program, ARGUMENTS, options);
    return code === 0 ? read(stdout) : undefined;
  } catch {
    return undefined; // not in PATH
  }
}

function read(stdout: string): PythonAnswer | undefined {
  const { version, found } = JSON.parse(stdout) as {
    readonly version: readonly [number, number];
    readonly found: readonly (readonly [index: number, line: number, column: number, message: string])[];
  };
  if (version[0] < 3) return undefined;
  const errors = found.map(([index, line, column, message]) => {
    const text = message.replace(/[\s.]+$/, '');
    return [index, { line: Math.max(1, line), column: Math.max(1, column), message: text.slice(0, 200) }] as const;
  });
  return { version, errors: new Map(errors) };
}
