import { Redactor } from './change/redact.js';
import { errorMessage, ToolError, UsageError } from './errors.js';
import { isPublic, readContext } from './github/runner/context.js';
import { environmentInput, type GetInput, readCredentials, tokensOf } from './github/runner/inputs.js';
import { writer } from './report/writer.js';
import type { Command, CommandContext, CommandResult } from './stages/command.js';
import { commandFlags, commandHelp, typed } from './stages/command-line.js';
import { RunLog } from './stages/session/log.js';
import { explainDisk } from './system/disk-error.js';
import { safePath } from './system/path.js';
import { useProxy } from './system/proxy.js';
import { hideRunnerCommands } from './system/runner-commands.js';
import { OLDEST_NODE, VERSION } from './versions.js';

// Each command is a separate chunk, so that `validate` loads no client of the cloud or of GitHub.
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

const redactor = new Redactor();
for (const token of tokensOf(process.env)) redactor.add(token);
const github = readContext(process.env);
const write = writer(isPublic(github), (text) => redactor.text(text));
const log = new RunLog(redactor, write);
let json = process.argv.includes('--json');
if (json) log.reserveOutput();
const abort = new AbortController();
useProxy(process.env);
const programs = safePath(process.env, currentFolder());
process.env.PATH = programs.path;

/** Another program may have deleted the folder, and then nothing here has a place. */
function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    process.stderr.write(
      'error: The current folder no longer exists\n  Go to the repository of the hub and run again.\n',
    );
    process.exit(1);
  }
}

async function main(): Promise<number> {
  requireNode(process.versions.node);
  const workflow = github === undefined ? undefined : await import('./github/runner/workflow.js');
  if (workflow !== undefined) log.join(workflow);
  const getInput = workflow?.getInput ?? environmentInput(process.env);
  const [word, ...rest] = process.argv.slice(2);
  if (word === '--version') {
    log.print(VERSION);
    return 0;
  }
  const isHelp = word === '--help' || word === '-h' || word === 'help';
  if (isHelp && rest.length > 0) {
    log.print(commandHelp(await loadCommand(rest[0] ?? '')));
    return 0;
  }
  if (word === undefined || isHelp) {
    log.print(await generalHelp());
    return word === undefined ? 2 : 0;
  }
  const name = word === 'auto' ? await wordOfEvent(getInput) : word;
  if (name === undefined) return 0;
  const command = await loadCommand(name);
  const flags = commandFlags(command, rest, getInput);
  if (flags.help === true) {
    log.print(commandHelp(command));
    return 0;
  }
  json = flags.json === true;
  if (command.printsDocument === true) log.reserveOutput();
  // npm adds its own folders for each program that it starts. Nobody chose them.
  const unused = programs.removed.filter((entry) => entry !== '' && !entry.endsWith('/node_modules/.bin'));
  if (unused.length > 0) log.print(`PATH is used without these folders of the checkout: ${unused.join(', ')}`);
  // Tokens of the environment are masked only here. Later secrets are masked where the run gets them.
  for (const token of tokensOf(process.env)) log.mask(token);
  const result = await command.run(contextOf(flags, getInput));
  await finish(word === 'auto' ? { ...result, outputs: { command: name, ...result.outputs } } : result);
  return abort.signal.aborted && command.name !== 'validate' ? 1 : result.exitCode;
}

async function loadCommand(name: string): Promise<Command> {
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load !== undefined) return (await load()).command;
  throw new UsageError(`"${name}" is not a command`, { hint: `Commands: ${Object.keys(COMMANDS).join(', ')}.` });
}

/** An older Node.js, which npx may start, would fail later with a message that explains nothing. */
function requireNode(version: string): void {
  if (Number.parseInt(version, 10) >= OLDEST_NODE) return;
  throw new ToolError(`Node.js ${version} is too old`, { hint: `Install Node.js ${OLDEST_NODE} or newer.` });
}

function contextOf(flags: CommandContext['flags'], getInput: GetInput): CommandContext {
  return {
    configPath: typeof flags.config === 'string' ? flags.config : 'jupyterhub.yaml',
    cwd: process.cwd(),
    env: process.env,
    github,
    credentials: readCredentials(process.env, {
      getInput,
      identityToken: async (audience) => {
        if (github === undefined) hideRunnerCommands();
        return (await import('./github/runner/workflow.js')).identityToken(audience);
      },
      inWorkflow: github !== undefined,
    }),
    now: new Date(),
    write,
    json,
    flags,
    say: (line) => log.print(line),
    group: (title) => log.group(title),
    mask: (secret) => log.mask(secret),
    annotate: (findings) => log.annotate(findings),
    summarize: (markdown) => log.summarize(markdown),
    signal: abort.signal,
    // Few commands need it, and looking at standard input costs a few milliseconds. A job of a workflow may have a terminal,
    // and nobody sits in front of it.
    get terminal() {
      return github === undefined && process.stdin.isTTY
        ? { input: process.stdin, output: json ? process.stderr : process.stdout }
        : undefined;
    },
  };
}

async function finish({ document, text, outputs, summary }: CommandResult): Promise<void> {
  log.group();
  if (json) log.document(document);
  else if (text !== undefined) log.result(text);
  if (summary !== undefined) await log.summarize(summary);
  log.setOutputs(outputs);
}

async function wordOfEvent(getInput: GetInput): Promise<string | undefined> {
  const { commandForEvent } = await import('./github/event-command.js');
  const { command, because } = commandForEvent(github, getInput('remove') !== '' || getInput('restore') !== '');
  log.print(command === undefined ? `Nothing to do: ${because}` : `jupyterhub-gke ${command}: ${because}`);
  return command;
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
    'Runs JupyterHub on Google Kubernetes Engine from jupyterhub.yaml and users.yaml.',
    '',
    ...rows,
    '',
    'jupyterhub-gke <command> --help lists the flags of a command. Exit codes: 0 done, 1 refused or failed, 2 wrong usage.',
  ].join('\n');
}

function fail(failure: unknown): number {
  const error = explainDisk(failure);
  log.group();
  const known = error instanceof ToolError;
  const message = write.plain(errorMessage(error));
  const where = known && error.where !== undefined ? write.plain(error.where) : undefined;
  const hint = known && error.hint !== undefined ? write.plain(error.hint) : undefined;
  const cause = `${where === undefined ? '' : `${where}: `}${message}`;
  log.print(`error: ${cause}${hint ? `\n  ${hint}` : ''}`, process.stderr);
  if (known && error.log !== undefined) {
    const lines = error.log.split('\n').map((line) => `  | ${line}`);
    log.print(`  Last lines of the log of the program that failed:\n${lines.join('\n')}`, process.stderr);
  }
  // An unforeseen failure is a defect of ours. A report about it needs the stack.
  if (!known && error instanceof Error && error.stack) log.print(error.stack, process.stderr);
  if (json) log.document({ error: { message, ...(where ? { where } : {}), ...(hint ? { hint } : {}) } });
  log.showFailure(`${cause}${hint ? `\n${hint}` : ''}`);
  return error instanceof UsageError ? 2 : 1;
}

let unwritten: NodeJS.ErrnoException | undefined;
// Neither a reader that ends early, such as head, nor a full disk may end the run between two steps.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') unwritten ??= error;
  });
}

// The error of a write may come after the last step.
process.once('exit', () => {
  if (unwritten === undefined) return;
  process.exitCode = 1;
  process.stderr.write(`error: The output could not be written (${unwritten.code}).\n`);
});

let interrupts = 0;
// SIGHUP: the terminal was closed.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    interrupts += 1;
    // The first signal lets terraform release its lock, and removes the temp folder. A second one does not wait for that.
    if (interrupts > 1) process.exit(1);
    log.print(`${signal}: stopping; running steps end in order, and the next run continues from there`, process.stderr);
    abort.abort(
      new ToolError(`Stopped by ${signal}`, {
        hint: 'Run the same command again: it continues where this run stopped.',
      }),
    );
  });
}

main()
  .catch(fail)
  .then((code) => {
    // process.exit would lose output that a pipe has not taken yet.
    process.exitCode = code;
    if (!abort.signal.aborted) return;
    // All is undone and said. What a library still waits for, such as a download, must not hold the program.
    setTimeout(() => process.stdout.write('', () => process.stderr.write('', () => process.exit())), 200).unref();
  });
