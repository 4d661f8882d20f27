import { errorMessage, ToolError } from '../../../src/errors.js';
import { PROGRAMS, type ToolName } from './catalogue.js';
import { ensureTools } from './toolbox.js';

const ALL: readonly ToolName[] = [...(Object.keys(PROGRAMS) as ToolName[]), 'python', 'configurable-http-proxy'];

function isTool(name: string): name is ToolName {
  return ALL.some((known) => known === name);
}

/** `main.js [name…]`: makes sure that tools (all by default) are there and prints `name path version origin` for each. */
async function main(args: readonly string[]): Promise<number> {
  const unknown = args.filter((name) => !isTool(name));
  if (unknown.length > 0) {
    process.stderr.write(`Unknown: ${unknown.join(', ')}. Tools are ${ALL.join(', ')}.\n`);
    return 2;
  }
  const names = args.length > 0 ? args.filter(isTool) : ALL;
  const abort = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => abort.abort());
  try {
    const log = (line: string): void => void process.stderr.write(`${line}\n`);
    const tools = await ensureTools(names, { log, signal: abort.signal });
    for (const name of names) {
      process.stdout.write(`${name} ${tools.path(name)} ${tools.version(name)} ${tools.origin(name)}\n`);
    }
    return 0;
  } catch (error) {
    const hint = error instanceof ToolError && error.hint !== undefined ? `\n${error.hint}` : '';
    process.stderr.write(`${errorMessage(error)}${hint}\n`);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
