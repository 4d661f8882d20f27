import { dirname, join } from 'node:path';
import { loadUsers, type Principal } from '../../access/users/load.js';
import { checkUsers } from '../../access/users/rules.js';
import { acknowledge, unusedAcknowledgements } from '../../config/acknowledge.js';
import { type Diagnostic, orderFindings } from '../../config/diagnostic.js';
import { isTimezone } from '../../config/duration.js';
import { type LoadedConfig, loadConfig, type NamedFile, platformOf } from '../../config/load.js';
import { createReport } from '../../config/location.js';
import type { HubConfig } from '../../config/model.js';
import { remoteFileName, type UsersSource } from '../../config/users-sources.js';
import { type Locate, treeAt } from '../../config/yaml/locate.js';
import type { Tree } from '../../config/yaml/tree.js';
import { ConfigurationError } from '../../errors.js';
import { countFindings, countText, type Findings, findingBlocks } from '../../report/findings.js';
import type { CommandContext } from '../command.js';
import { codeSyntax } from './code-syntax.js';
import { FileReader } from './file-reader.js';
import type { Origin, RemoteContext } from './remote-users-files.js';
import { readUsersFiles, rightsMatcher } from './users-files.js';

/** What the files say, without errors. */
export interface Input {
  readonly config: HubConfig;
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
  /** Paths and globs of the users files of this repository, relative to the working folder. */
  readonly usersPaths: readonly string[];
  /** Where those users files were read that are of another repository, by the path that findings print. */
  readonly origins: ReadonlyMap<string, Origin>;
}

/** What the files say, right or wrong. */
export interface CheckedInput {
  /** Undefined when there is an error. */
  readonly input: Input | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Text of every file that was read, by the path that findings print. */
  readonly sources: ReadonlyMap<string, string>;
  readonly origins: Input['origins'];
}

/** How the files are read. */
export interface CheckOptions {
  /** Texts that files would have, by their absolute paths, to see what a change would bring. */
  readonly instead?: ReadonlyMap<string, string>;
  /** Set if users files of other repositories are read too. GitHub is contacted only then. */
  readonly remote?: RemoteContext;
  /**
   * Environment with the PATH of the Python that compiles the hub's code. Absent where a run is about people only: then a
   * local chart is not read either, since nobody stays in because of a mistake in those.
   */
  readonly compileIn?: NodeJS.ProcessEnv | undefined;
}

/** What reading the files needs of a run. */
type InputContext = Pick<CommandContext, 'configPath' | 'cwd' | 'github' | 'now'>;

/** The files are wrong: carries the findings, so that whoever prints it can put them on their lines. */
export class InputError extends ConfigurationError {
  readonly diagnostics: readonly Diagnostic[];

  constructor(checked: CheckedInput & Pick<Findings, 'shown'>, cause?: unknown) {
    const count = countText({ ...countFindings(checked.diagnostics), warning: 0, note: 0 });
    const errors = checked.diagnostics.filter(({ severity }) => severity === 'error');
    super(`${count} in the files\n\n${findingBlocks({ ...checked, diagnostics: errors })}\n`, { cause });
    this.diagnostics = checked.diagnostics;
  }
}

/**
 * Reads jupyterhub.yaml and the users files, those of other repositories as well, and annotates what is found; throws
 * InputError when they have errors, or ask for what this version cannot do yet.
 * @param withPeople false where nobody needs to know who is listed, so that other repositories are left alone
 * @param compileIn as in `CheckOptions`
 */
export async function readInput(
  context: InputContext & RemoteContext & Pick<CommandContext, 'annotate' | 'write'>,
  withPeople = true,
  compileIn?: NodeJS.ProcessEnv,
): Promise<Input> {
  const found = await checkInput(context, { ...(withPeople ? { remote: context } : {}), compileIn });
  const { checked, annotations } = await shownInput(
    { ...found, diagnostics: found.diagnostics.map(refused) },
    context.write.isPublic,
  );
  context.annotate(annotations);
  const shown = context.write.plain;
  if (checked.input === undefined || countFindings(checked.diagnostics).error > 0) {
    throw new InputError({ ...checked, shown });
  }
  if (checked.diagnostics.length > 0) context.say(findingBlocks({ ...checked, shown }));
  return { ...checked.input, diagnostics: checked.diagnostics };
}

/** What a command that does something cannot do is no note for it. */
function refused(found: Diagnostic): Diagnostic {
  return found.rule === 'not-supported-yet' ? { ...found, severity: 'error' } : found;
}

/** The findings as a run may show them; only files of other repositories need any thought. */
async function shownInput(
  checked: CheckedInput,
  isPublic: boolean,
): Promise<{ readonly checked: CheckedInput; readonly annotations: readonly Diagnostic[] }> {
  if (checked.origins.size === 0) return { checked, annotations: checked.diagnostics };
  const { relocateRemoteFindings, redactRemoteFindings } = await import('./remote-findings.js');
  const shown = isPublic ? redactRemoteFindings(checked) : checked;
  return { checked: shown, annotations: relocateRemoteFindings(shown) };
}

/** Reads and checks all files, and reports all findings at once. Contacts nothing unless `remote` is given. */
export async function checkInput(context: InputContext, options: CheckOptions = {}): Promise<CheckedInput> {
  const { configPath, cwd } = context;
  const reader = new FileReader(cwd, configPath, options.instead);
  const first = await reader.first();
  if (first === undefined) {
    return { input: undefined, diagnostics: reader.diagnostics, sources: reader.sources, origins: new Map() };
  }
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
  await reader.checkChart(chartOf(loaded), options.compileIn !== undefined);
  const { unread, ofUsers, ...ofPeople } = await checkPeople(reader, loaded, context, options);
  const { compileIn: env } = options;
  const ofCode = env === undefined ? [] : await codeSyntax(loaded, { env, sources: reader.sources });
  const all = acknowledge([...loaded.diagnostics, ...ofCode, ...reader.diagnostics, ...ofUsers], loaded.acknowledged);
  const ordered = orderFindings(all, [...reader.sources.keys()]);
  // What is acknowledged may be found in the files that were left out.
  const unused = unread ? [] : unusedAcknowledgements(ordered, loaded.acknowledged);
  const diagnostics = [...ordered, ...unused];
  const { config, locate } = loaded;
  const { sources } = reader;
  const sound = config !== undefined && countFindings(diagnostics).error === 0;
  const usersPaths = loaded.users
    .filter(({ remote }) => remote === undefined)
    .map(({ path, location }) => join(dirname(location.file), path));
  const input = { ...ofPeople, diagnostics, locate, sources, usersPaths };
  return { input: sound ? { ...input, config } : undefined, diagnostics, sources, origins: ofPeople.origins };
}

/** The chart in this repository; undefined where the files name none. */
function chartOf({ tree, locate }: LoadedConfig): NamedFile | undefined {
  const path = treeAt(tree, ['hub', 'chart', 'path'])?.value;
  return typeof path === 'string' ? { path, location: locate(['hub', 'chart', 'path']) } : undefined;
}

interface CheckedPeople extends Pick<Input, 'principals' | 'usersFiles' | 'origins'> {
  /** True where a users file of another repository was left out. */
  readonly unread: boolean;
  readonly ofUsers: readonly Diagnostic[];
}

/** Reads and checks the users files, and them against the configuration where that is YAML. */
async function checkPeople(
  reader: FileReader,
  { config, tree, locate, users: sources }: LoadedConfig,
  context: InputContext,
  options: CheckOptions,
): Promise<CheckedPeople> {
  const others = sources.filter(({ remote }) => remote !== undefined);
  // A configuration with errors has unchecked names, and is not used anyway.
  const remote = others.length === 0 || config === undefined ? undefined : await openRemoteReader(reader, options);
  const files = await readUsersFiles(reader, sources, remote && ((source) => remote.read(source)));
  const origins = remote?.origins ?? new Map<string, Origin>();
  const unread = others.length > 0 && remote === undefined;
  const users = loadUsers(files, context.now, timezoneOf(tree), !unread);
  const { principals } = users;
  const found = { principals, usersFiles: files.map(({ path }) => path), origins, unread };
  const notes = options.remote === undefined ? notRead(others) : [];
  if (tree === undefined) return { ...found, ofUsers: users.diagnostics };
  const named = treeAt(tree, ['users'])?.items?.length ?? 1;
  const patterns = (treeAt(tree, ['access', 'files'])?.items ?? []).map((item) =>
    String(treeAt(item, ['path'])?.value),
  );
  const sound = countFindings([...reader.diagnostics, ...users.diagnostics]).error === 0;
  const ofBoth = checkUsers({
    tree,
    locate,
    users,
    files: found.usersFiles,
    complete: sources.length === named && !unread && sound,
    isPublic: context.github?.visibility === 'public',
    isRemote: (file) => origins.has(file),
    matches: await rightsMatcher(patterns, dirname(locate(['access', 'files'], 'key').file)),
  });
  return { ...found, ofUsers: [...users.diagnostics, ...notes, ...ofBoth] };
}

/** The reader is loaded only by runs that may contact GitHub. */
async function openRemoteReader(reader: FileReader, { remote }: CheckOptions) {
  if (remote === undefined) return undefined;
  const { RemoteUsersReader } = await import('./remote-users-files.js');
  return new RemoteUsersReader(reader, remote);
}

/** One note for all users files that are not read, at the first of them. */
function notRead([first, ...more]: readonly UsersSource[]): Diagnostic[] {
  const found: Diagnostic[] = [];
  if (first?.remote === undefined) return found;
  const name = remoteFileName(first.remote.repository, first.path);
  const others = more.length === 0 ? '' : ` The same holds for ${more.length} more.`;
  createReport(found)(
    first.location,
    'remote-users-file',
    `"${name}" is not read here: the people of that file are not checked.${others}`,
    { hint: 'plan, apply and sync-users read it and check them.' },
  );
  return found;
}

/** Time zone of the days in users files; UTC where the one that is written does not exist, which has a finding. */
function timezoneOf(tree: Tree | undefined): string {
  const zone = treeAt(tree, ['access', 'session', 'timezone'])?.value;
  return typeof zone === 'string' && isTimezone(zone) ? zone : 'UTC';
}
