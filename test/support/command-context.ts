import type { Diagnostic } from '../../src/config/diagnostic.js';
import { isPublic, readContext } from '../../src/github/runner/context.js';
import { environmentInput, readCredentials } from '../../src/github/runner/inputs.js';
import { writer } from '../../src/report/writer.js';
import type { CommandContext } from '../../src/stages/command.js';

/** A context that keeps what a command tells people. */
export interface TestContext extends CommandContext {
  readonly said: string[];
  readonly annotated: Diagnostic[];
}

/** What a command gets in a folder with a jupyterhub.yaml; the facts of a run follow from `env`, and `more` goes last. */
export function contextIn(cwd: string, more: Partial<CommandContext> = {}): TestContext {
  const said: string[] = [];
  const annotated: Diagnostic[] = [];
  const { env = {} } = more;
  const github = 'github' in more ? more.github : readContext(env);
  return {
    said,
    annotated,
    configPath: 'jupyterhub.yaml',
    cwd,
    env,
    github,
    credentials: readCredentials(env, sourceOf(env, github !== undefined)),
    now: new Date(),
    write: writer(isPublic(github)),
    json: false,
    flags: {},
    say: (line) => said.push(line),
    group: () => {},
    mask: () => {},
    summarize: async () => {},
    annotate: (diagnostics) => annotated.push(...diagnostics),
    signal: new AbortController().signal,
    ...more,
  };
}

/** Inputs of a step from an environment of the test, which @actions/core would read from that of the process. */
function sourceOf(env: NodeJS.ProcessEnv, inWorkflow: boolean) {
  return {
    inWorkflow,
    getInput: environmentInput(env),
    identityToken: async () => 'identity token',
  };
}
