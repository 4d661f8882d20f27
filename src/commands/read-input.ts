import { dirname, join, relative } from 'node:path';
import { checkUsers } from '../access/user-rules.js';
import { loadUsers, type Principal } from '../access/users.js';
import { acknowledge, unusedAcknowledgements } from '../config/acknowledge.js';
import { type Diagnostic, orderFindings } from '../config/diagnostics.js';
import { isTimezone } from '../config/duration.js';
import { type LoadedConfig, loadConfig, platformOf } from '../config/load.js';
import { at, type Locate } from '../config/locate.js';
import type { HubConfig, Person } from '../config/model.js';
import type { Tree } from '../config/tree.js';
import { ConfigurationError } from '../errors.js';
import { countFindings, countText, findingBlocks } from '../report/findings.js';
import type { CommandContext } from './command.js';
import { FileReader } from './file-reader.js';
import { pathMatcher, readUsersFiles } from './users-files.js';

/** What the files say, without errors. */
export interface Input {
  readonly config: HubConfig;
  readonly people: readonly Person[];
  /** Everybody and everything that the users files list, in their order. */
  readonly principals: readonly Principal[];
  /** Paths of the users files that were read; their texts are in `sources`. */
  readonly usersFiles: readonly string[];
  /** Warnings and notes. */
  readonly diagnostics: readonly Diagnostic[];
  /** Place of a key or value of jupyterhub.yaml, for findings of later steps. */
  readonly locate: Locate;
  /** Text of every file that was read, by the path that findings print. */
  readonly sources: ReadonlyMap<string, string>;
  /** Paths and globs of the users files, relative to the working folder. */
  readonly usersPaths: readonly string[];
}

/** What the files say, right or wrong. */
export interface CheckedInput {
  /** Undefined when there is an error. */
  readonly input: Input | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Text of every file that was read, by the path that findings print. */
  readonly sources: ReadonlyMap<string, string>;
}

/** The files are wrong: carries the findings, so that whoever prints it can put them on their lines. */
export class InputError extends ConfigurationError {
  readonly diagnostics: readonly Diagnostic[];

  constructor(checked: CheckedInput, cause?: unknown) {
    const count = countText({ ...countFindings(checked.diagnostics), warning: 0, note: 0 });
    const errors = checked.diagnostics.filter(({ severity }) => severity === 'error');
    super(`${count} in the files\n\n${findingBlocks({ ...checked, diagnostics: errors })}\n`, { cause });
    this.diagnostics = checked.diagnostics;
  }
}

/**
 * Reads jupyterhub.yaml and the users files and annotates what is found; throws InputError when they have errors, or
 * ask for what this version cannot do yet.
 */
export async function readInput(
  context: Pick<CommandContext, 'configPath' | 'cwd' | 'env' | 'annotate' | 'say'>,
): Promise<Input> {
  const found = await checkInput(context);
  const checked = { ...found, diagnostics: found.diagnostics.map(refused) };
  context.annotate(checked.diagnostics);
  if (checked.input === undefined || countFindings(checked.diagnostics).error > 0) throw new InputError(checked);
  if (checked.diagnostics.length > 0) context.say(findingBlocks(checked));
  return checked.input;
}

/** What a command that does something cannot do is no note for it. */
function refused(found: Diagnostic): Diagnostic {
  return found.rule === 'not-supported-yet' ? { ...found, severity: 'error' } : found;
}

/**
 * Reads and checks all files, and finds as much as can be found at once. Contacts nothing.
 * @param instead texts that files would have, by their absolute paths, to see what a change would bring
 */
export async function checkInput(
  { configPath, cwd, env }: Pick<CommandContext, 'configPath' | 'cwd' | 'env'>,
  instead?: ReadonlyMap<string, string>,
): Promise<CheckedInput> {
  const reader = new FileReader(cwd, configPath, instead);
  const first = await reader.first();
  if (first === undefined) return { input: undefined, diagnostics: reader.diagnostics, sources: reader.sources };
  const own = await reader.chain(first);
  const owner = platformOf(own.sources);
  const ownerFile = owner && (await reader.named(owner));
  const platform = ownerFile && (await reader.chain(ownerFile));
  const loaded = loadConfig(
    {
      own: own.sources,
      incomplete: own.incomplete,
      ...(owner === undefined ? {} : { platform: platform?.sources ?? [] }),
    },
    cwd,
  );
  const { people, principals, usersFiles, ofUsers } = await checkPeople(reader, loaded, env);
  const all = acknowledge([...loaded.diagnostics, ...reader.diagnostics, ...ofUsers], loaded.acknowledged);
  const ordered = orderFindings(all, [...reader.sources.keys()]);
  const diagnostics = [...ordered, ...unusedAcknowledgements(ordered, loaded.acknowledged)];
  const { config, locate } = loaded;
  const { sources } = reader;
  const sound = config !== undefined && countFindings(diagnostics).error === 0;
  const usersPaths = loaded.users.map(({ path, location }) => join(dirname(location.file), path));
  const input = { people, principals, usersFiles, diagnostics, locate, sources, usersPaths };
  return { input: sound ? { ...input, config } : undefined, diagnostics, sources };
}

/** Reads and checks the users files, and them against the configuration where that is YAML. */
async function checkPeople(
  reader: FileReader,
  { tree, locate, users: sources }: LoadedConfig,
  env: NodeJS.ProcessEnv,
): Promise<Pick<Input, 'people' | 'principals' | 'usersFiles'> & { readonly ofUsers: readonly Diagnostic[] }> {
  const files = await readUsersFiles(reader, sources);
  const users = loadUsers(files, new Date(), timezoneOf(tree));
  const { people, principals } = users;
  const found = { people, principals, usersFiles: files.map(({ path }) => path) };
  if (tree === undefined) return { ...found, ofUsers: users.diagnostics };
  const named = at(tree, ['users'])?.items?.length ?? 1;
  const patterns = (at(tree, ['access', 'files'])?.items ?? []).map((item) => String(at(item, ['path'])?.value));
  const folder = dirname(locate(['access', 'files'], 'key').file);
  const matches = await pathMatcher(patterns);
  const sound = countFindings([...reader.diagnostics, ...users.diagnostics]).error === 0;
  const ofBoth = checkUsers({
    tree,
    locate,
    users,
    files: found.usersFiles,
    complete: sources.length === named && sources.every(({ elsewhere }) => !elsewhere) && sound,
    isPublic: await isKnownPublic(env),
    matches: (pattern, file) => matches(pattern, relative(folder, file)),
  });
  return { ...found, ofUsers: [...users.diagnostics, ...ofBoth] };
}

/** Time zone of the days in users files; UTC where the one that is written does not exist, which has a finding. */
function timezoneOf(tree: Tree | undefined): string {
  const zone = at(tree, ['access', 'session', 'timezone'])?.value;
  return typeof zone === 'string' && isTimezone(zone) ? zone : 'UTC';
}

/** Whether the event of the run says that the repository is public; loaded in workflows only. */
async function isKnownPublic(env: NodeJS.ProcessEnv): Promise<boolean> {
  if (env.GITHUB_ACTIONS !== 'true') return false;
  const { readContext } = await import('../github/context.js');
  return readContext(env)?.visibility === 'public';
}
