import type { Diagnostic } from '../../src/config/diagnostic.js';
import type { CommandContext } from '../../src/stages/command.js';

/** A context that keeps what a command tells people. */
export interface TestContext extends CommandContext {
  readonly said: string[];
  readonly annotated: Diagnostic[];
}

/** What a command gets in a folder with a jupyterhub.yaml; `more` is what a test has otherwise. */
export function contextIn(cwd: string, more: Partial<CommandContext> = {}): TestContext {
  const said: string[] = [];
  const annotated: Diagnostic[] = [];
  return {
    said,
    annotated,
    configPath: 'jupyterhub.yaml',
    cwd,
    env: {},
    json: false,
    flags: {},
    say: (line) => said.push(line),
    group: () => {},
    mask: () => {},
    annotate: (diagnostics) => annotated.push(...diagnostics),
    redact: (text) => text,
    signal: new AbortController().signal,
    ...more,
  };
}
