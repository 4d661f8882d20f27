/** A workflow command that a runner has read out of a line. */
export interface ReadCommand {
  readonly command: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

// What .NET's TrimStart takes away: Char.IsWhiteSpace, which is not what \s is.
const SPACE = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*/u;

/** Lines as .NET's StreamReader cuts what a program prints. */
export function runnerLines(output: string): string[] {
  return output.split(/\r\n|\r|\n/);
}

/** Reads a line as the runner does, in both of its syntaxes: actions/runner, src/Runner.Common/ActionCommand.cs at 079cdb1. */
export function runnerReads(line: string): ReadCommand | undefined {
  const modern = /^::([^ :]+)(?: (.*?))?::(.*)$/s.exec(line.replace(SPACE, ''));
  if (modern) {
    const undo = (text: string): string => text.replace(/%0D/g, '\r').replace(/%0A/g, '\n').replace(/%25/g, '%');
    const pairs = (modern[2] ?? '')
      .split(',')
      .filter((pair) => pair !== '')
      .map((pair) => pair.split(/=(.*)/s));
    const properties = Object.fromEntries(
      pairs.map(([name, value]) => [name, undo(String(value).replace(/%3A/g, ':').replace(/%2C/g, ','))]),
    );
    return { command: String(modern[1]), properties, data: undo(String(modern[3])) };
  }
  const old = /##\[([^ \]]+)[^\]]*\](.*)/s.exec(line);
  return old ? { command: String(old[1]), properties: {}, data: String(old[2]) } : undefined;
}
