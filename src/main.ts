import { parseArgs } from 'node:util';
import { Redactor } from './change/redact.js';
import type { Diagnostic } from './config/diagnostic.js';
import type { Json } from './config/model.js';
import { errorMessage, ToolError, UsageError } from './errors.js';
import {
  annotation,
  END_GROUP,
  errorCommand,
  groupCommand,
  harmlessJson,
  harmlessLine,
  maskCommands,
} from './github/runner/commands.js';
import { isPublic, readContext } from './github/runner/context.js';
import { readCredentials, tokensOf } from './github/runner/inputs.js';
import { visible } from './report/markdown.js';
import { writer } from './report/table.js';
import type { Command, CommandContext, CommandResult } from './stages/command.js';
import { VERSION } from './versions.js';

// Each verb is a chunk of its own, so that `validate` loads neither the clients of the cloud nor of GitHub.
const COMMANDS: Readonly<Record<string, () => Promise<{ command: Command }>>> = {
  init: () => import('./commands/init/command.js'),
  validate: () => import('./commands/validate.js'),
  plan: () => import('./commands/plan.js'),
  apply: () => import('./commands/apply.js'),
  'sync-users': () => import('./commands/sync-users.js'),
  access: () => import('./commands/access-report/command.js'),
  destroy: () => import('./commands/destroy/command.js'),
  'changed-hubs': () => import('./commands/changed-hubs/command.js'),
  'access-request': () => import('./commands/access-request/command.js'),
};

const COMMON_FLAGS = {
  config: { type: 'string', about: 'path of the configuration file (default: jupyterhub.yaml)' },
  json: { type: 'boolean', about: 'print one JSON document to standard output, everything else to standard error' },
  help: { type: 'boolean', about: 'print this help' },
} as const;

const redactor = new Redactor();
for (const token of tokensOf(process.env)) redactor.add(token);
const inWorkflow = process.env.GITHUB_ACTIONS === 'true';
const github = readContext(process.env);
const write = writer(isPublic(github), (text) => redactor.text(text));
let json = process.argv.includes('--json');
/** Standard output carries one document, and everything for people goes to standard error. */
let documentOnly = json;
const abort = new AbortController();

/** Part of the log that lines belong to: named and not begun yet, or begun. */
let part: { readonly title: string; begun: boolean } | undefined;

/** Puts what is said from now on into a folded part of the log; without a title it stands there for all to see. */
function group(title?: string): void {
  if (part?.begun) printCommands([END_GROUP]);
  part = title === undefined || !inWorkflow ? undefined : { title, begun: false };
}

/** Prints for people: nothing in it moves a cursor, and in a workflow no line of it is a command to the runner. */
function print(text: string, stream: NodeJS.WriteStream = documentOnly ? process.stderr : process.stdout): void {
  const safe = visible(write.plain(text));
  // A part without a line would be one more thing to open.
  if (part?.begun === false) {
    part.begun = true;
    printCommands([groupCommand(visible(write.plain(part.title)))]);
  }
  stream.write(`${inWorkflow ? harmlessLine(safe) : safe}\n`);
}

/** Prints the document of --json. */
function printDocument(document: Json): void {
  const text = write.plain(JSON.stringify(document, null, 2));
  process.stdout.write(`${inWorkflow ? harmlessJson(text) : text}\n`);
}

function mask(secret: string): void {
  redactor.add(secret);
  if (inWorkflow) printCommands(maskCommands(secret));
}

/** Workflow commands go out as they are; the runner reads both streams, and the one for people keeps a document clean. */
function printCommands(lines: readonly string[]): void {
  for (const line of lines) (documentOnly ? process.stderr : process.stdout).write(`${line}\n`);
}

async function main(): Promise<number> {
  const [word, ...rest] = process.argv.slice(2);
  if (word === '--version') {
    print(VERSION);
    return 0;
  }
  if (word === undefined || word === '--help' || word === '-h' || word === 'help') {
    print(await generalHelp());
    return word === undefined ? 2 : 0;
  }
  const name = word === 'auto' ? await wordOfEvent() : word;
  if (name === undefined) return 0;
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) {
    throw new UsageError(`"${name}" is not a command`, { hint: `Commands: ${Object.keys(COMMANDS).join(', ')}.` });
  }
  const { command } = await load();
  const { values, words } = readFlags(command, rest);
  const flags = { ...(await inputFlags(command)), ...values };
  if (flags.help === true) {
    print(commandHelp(command));
    return 0;
  }
  if (command.words !== undefined) requireWord(command, words);
  json = flags.json === true;
  documentOnly = json || command.printsDocument === true;
  // The one place for tokens that the environment has. A run masks what it gets later.
  for (const token of tokensOf(process.env)) mask(token);
  return finish(command, name, word === 'auto', await runCommand(command, flags));
}

function runCommand(command: Command, flags: CommandContext['flags']): Promise<CommandResult> {
  return command.run({
    configPath: typeof flags.config === 'string' ? flags.config : 'jupyterhub.yaml',
    cwd: process.cwd(),
    env: process.env,
    github,
    credentials: readCredentials(process.env),
    now: new Date(),
    write,
    json,
    flags,
    say: (line) => print(line),
    group,
    mask,
    annotate: (diagnostics) => {
      if (inWorkflow) printCommands(diagnostics.map((found) => annotation(shownFinding(found))));
    },
    signal: abort.signal,
    // Asked for by init only: looking at standard input costs a few milliseconds.
    get terminal() {
      return process.stdin.isTTY ? { input: process.stdin, output: json ? process.stderr : process.stdout } : undefined;
    },
  });
}

/** Texts of a finding before they are escaped: an escape that is cut would break the command. */
function shownFinding({ hint, ...found }: Diagnostic): Diagnostic {
  return { ...found, message: write.plain(found.message), ...(hint === undefined ? {} : { hint: write.plain(hint) }) };
}

async function finish(command: Command, name: string, auto: boolean, result: CommandResult): Promise<number> {
  group();
  if (json) printDocument(result.document);
  else if (result.text !== undefined) process.stdout.write(write.plain(result.text));
  if (inWorkflow) {
    const { publish } = await import('./stages/session/publish.js');
    const outputs = auto ? { command: name, ...result.outputs } : result.outputs;
    const { summary } = result;
    await publish(process.env, outputs, summary === undefined ? undefined : write.redact(summary));
  }
  return abort.signal.aborted && command.name !== 'validate' ? 1 : result.exitCode;
}

async function wordOfEvent(): Promise<string | undefined> {
  const [{ commandForEvent }, { inputOf }] = await Promise.all([
    import('./github/event-command.js'),
    import('./github/runner/inputs.js'),
  ]);
  const { command, because } = commandForEvent(github, inputOf(process.env, 'remove') !== undefined);
  print(command === undefined ? `Nothing to do: ${because}` : `jupyterhub-gke ${command}: ${because}`);
  return command;
}

/** Flags that a composite's inputs stand for; a command gets only those that it has. */
async function inputFlags(command: Command): Promise<Record<string, string | boolean>> {
  if (!inWorkflow) return {};
  const { flagsFromInputs } = await import('./github/runner/inputs.js');
  const known = (flag: string): boolean => flag in COMMON_FLAGS || flag in command.flags;
  return Object.fromEntries(Object.entries(flagsFromInputs(process.env)).filter(([flag]) => known(flag)));
}

function readFlags(
  command: Command,
  args: readonly string[],
): { readonly values: Record<string, string | boolean | undefined>; readonly words: readonly string[] } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: Object.fromEntries(
        Object.entries({ ...COMMON_FLAGS, ...command.flags }).map(([flag, { type }]) => [flag, { type }]),
      ),
      strict: true,
      allowPositionals: command.words !== undefined,
    });
    return { values: values as Record<string, string | boolean | undefined>, words: positionals };
  } catch (cause) {
    throw new UsageError(errorMessage(cause), {
      hint: `jupyterhub-gke ${command.name} --help lists the flags.`,
      cause,
    });
  }
}

function requireWord({ name, words = [] }: Command, given: readonly string[]): void {
  const [word, ...more] = given;
  if (word !== undefined && words.includes(word) && more.length === 0) return;
  const said =
    given.length === 0 ? `"${name}" alone is no command` : `"${[name, ...given].join(' ')}" is not a command`;
  throw new UsageError(said, { hint: `Commands: ${words.map((one) => `${name} ${one}`).join(', ')}.` });
}

/** The command as it is typed, such as `access report`. */
function typed({ name, words = [] }: Command): string {
  return words.length === 0 ? name : `${name} ${words.join('|')}`;
}

function commandHelp(command: Command): string {
  const flags = Object.entries({ ...COMMON_FLAGS, ...command.flags }).map(([flag, { type, about }]) => {
    const form = `--${flag}${type === 'string' ? ` ${flag === 'config' ? 'FILE' : 'VALUE'}` : ''}`;
    return `  ${form.padEnd(22)} ${about}`;
  });
  return [`jupyterhub-gke ${typed(command)} [flags]`, '', command.about, '', ...flags].join('\n');
}

async function generalHelp(): Promise<string> {
  const rows = await Promise.all(
    Object.values(COMMANDS).map(async (load) => {
      const { command } = await load();
      return `  ${typed(command).padEnd(14)} ${command.about}`;
    }),
  );
  return [
    'jupyterhub-gke <command> [--config FILE] [--json]',
    '',
    'Runs JupyterHub on Google Kubernetes Engine out of jupyterhub.yaml and users.yaml.',
    '',
    ...rows,
    '',
    'jupyterhub-gke <command> --help lists the flags of a command. Exit codes: 0 done, 1 refused or failed, 2 wrong usage.',
  ].join('\n');
}

async function fail(error: unknown): Promise<number> {
  group();
  const known = error instanceof ToolError;
  const text = write.plain(errorMessage(error));
  const where = known && error.where !== undefined ? write.plain(error.where) : undefined;
  const hint = known && error.hint !== undefined ? write.plain(error.hint) : undefined;
  print(
    [`error: ${where === undefined ? '' : `${where}: `}${text}`, ...(hint ? [`  ${hint}`] : [])].join('\n'),
    process.stderr,
  );
  // A failure that we did not foresee is a defect of ours: the stack is what the report about it needs.
  if (!known && error instanceof Error && error.stack) print(error.stack, process.stderr);
  if (json) {
    printDocument({ error: { message: text, ...(where ? { where } : {}), ...(hint ? { hint } : {}) } });
  }
  if (inWorkflow) {
    printCommands([
      errorCommand('jupyterhub-gke', `${where === undefined ? '' : `${where}: `}${text}${hint ? `\n${hint}` : ''}`),
    ]);
  }
  return error instanceof UsageError ? 2 : 1;
}

let interrupts = 0;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    interrupts += 1;
    // The first one lets terraform release its lock and removes the temp folder; a second one does not wait for that.
    if (interrupts > 1) process.exit(1);
    print(`${signal}: stopping; what runs is ended in order, the next run goes on from there`, process.stderr);
    abort.abort(
      new ToolError(`Stopped by ${signal}`, { hint: 'Run the same command again: it goes on where this one stopped.' }),
    );
  });
}

main()
  .catch(fail)
  .then((code) => {
    // Set and not called: output that a pipe has not taken yet would be lost.
    process.exitCode = code;
  });
