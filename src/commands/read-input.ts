import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { loadUsers } from '../access/users.js';
import type { Diagnostic } from '../config/diagnostics.js';
import { loadConfig } from '../config/load.js';
import type { Locate } from '../config/locate.js';
import type { HubConfig, Person } from '../config/model.js';
import { collector, type RuleName } from '../config/places.js';
import { MAX_LENGTH } from '../config/source.js';
import { ConfigurationError } from '../errors.js';
import { countFindings, countText, findingBlocks } from '../report/findings.js';
import type { CommandContext } from './command.js';

/** What the files say, without errors. */
export interface Input {
  readonly config: HubConfig;
  readonly people: readonly Person[];
  /** Warnings and notes. */
  readonly diagnostics: readonly Diagnostic[];
  /** Place of a key or value of jupyterhub.yaml, for findings of later steps. */
  readonly locate: Locate;
  /** Text of every file that was read, by the path that findings print. */
  readonly sources: ReadonlyMap<string, string>;
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

/** Reads jupyterhub.yaml and the users files and annotates what is found; throws InputError when they have errors. */
export async function readInput(
  context: Pick<CommandContext, 'configPath' | 'cwd' | 'annotate' | 'say'>,
): Promise<Input> {
  const checked = await checkInput(context);
  context.annotate(checked.diagnostics);
  if (checked.input === undefined) throw new InputError(checked);
  if (checked.diagnostics.length > 0) context.say(findingBlocks(checked));
  return checked.input;
}

/** Reads and checks all files, and finds as much as can be found at once. */
export async function checkInput({
  configPath,
  cwd,
}: Pick<CommandContext, 'configPath' | 'cwd'>): Promise<CheckedInput> {
  const sources = new Map<string, string>();
  const own: Diagnostic[] = [];
  const report = collector(own);
  const file = resolve(cwd, configPath);
  const read = await readText(file);
  if (typeof read !== 'string') {
    const place = { file: configPath, line: read.line ?? 1, column: 1, length: 1 };
    const hint = read.rule === 'file-missing' ? 'Name the file with --config FILE.' : read.hint;
    report(place, read.rule, read.message, { hint, absent: true });
    return { input: undefined, diagnostics: own, sources };
  }
  sources.set(configPath, read);
  const baseDir = dirname(file);
  const loaded = loadConfig({ path: configPath, text: read }, baseDir);

  const usersFiles: { path: string; text: string }[] = [];
  const root = await repositoryRoot(baseDir);
  for (const { path, at } of loaded.users) {
    const place = loaded.locate(at);
    const absolute = resolve(baseDir, path);
    if (!(await isInside(root, absolute))) {
      report(place, 'path-outside', `"${path}" leads out of the repository.`, {
        hint: 'Keep the users files in the repository.',
      });
      continue;
    }
    const text = await readText(absolute);
    const shown = join(dirname(configPath), path);
    if (typeof text === 'string') {
      sources.set(shown, text);
      usersFiles.push({ path: shown, text });
    } else if (text.line === undefined) {
      report(place, text.rule, `"${path}": ${text.message}`, { hint: text.hint });
    } else {
      report({ file: shown, line: text.line, column: 1, length: 1 }, text.rule, text.message, {
        hint: text.hint,
        absent: true,
      });
    }
  }
  const { people, diagnostics: ofUsers } = loadUsers(usersFiles);
  const ofConfig = [...loaded.diagnostics, ...own.filter((one) => one.file === configPath)];
  ofConfig.sort((a, b) => a.line - b.line || a.column - b.column);
  const diagnostics = [...ofConfig, ...own.filter((one) => one.file !== configPath), ...ofUsers];
  const { config, locate } = loaded;
  const sound = config !== undefined && countFindings(diagnostics).error === 0;
  return { input: sound ? { config, people, diagnostics, locate, sources } : undefined, diagnostics, sources };
}

interface Unreadable {
  readonly rule: RuleName;
  readonly message: string;
  readonly hint: string;
  /** Line of the first byte that is not UTF-8. */
  readonly line?: number;
}

/** Text of a file, or why there is none. */
async function readText(path: string): Promise<string | Unreadable> {
  try {
    const { size, ...kind } = await stat(path).then((it) => ({ size: it.size, isFile: it.isFile() }));
    // A pipe or device would never end.
    if (!kind.isFile) return { rule: 'file-missing', message: 'This is not a file.', hint: 'Name a file.' };
    if (size > 4 * MAX_LENGTH) {
      return {
        rule: 'too-large',
        message: `The file has ${size} bytes; the limit is ${MAX_LENGTH} characters.`,
        hint: 'Split it.',
      };
    }
    return decode(await readFile(path));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const known: Readonly<Record<string, string>> = {
      ENOENT: 'There is no such file.',
      EACCES: 'The file may not be read.',
    };
    return {
      rule: 'file-missing',
      message: known[code] ?? `The file cannot be read (${code}).`,
      hint: 'Check the path.',
    };
  }
}

function decode(bytes: Buffer): string | Unreadable {
  const hint = 'Save the file as UTF-8.';
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return { rule: 'not-utf8', message: 'The file is UTF-16, not UTF-8.', hint, line: 1 };
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // The replacement character of the lenient decoder marks the first bad byte, unless the text has that character itself.
    const lenient = bytes.toString('utf8');
    const line = lenient.slice(0, lenient.indexOf('\uFFFD')).split('\n').length;
    return { rule: 'not-utf8', message: 'Here the file stops being UTF-8 text.', hint, line };
  }
}

/** The folder of the repository: the nearest one above that holds .git, or the folder itself where there is none. */
export async function repositoryRoot(folder: string): Promise<string> {
  for (let here = folder; ; here = dirname(here)) {
    if (await exists(join(here, '.git'))) return here;
    if (here === dirname(here)) return folder;
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Whether a path stays in a folder, links followed; a file that is not there counts by its name. */
async function isInside(root: string, path: string): Promise<boolean> {
  const real = async (name: string): Promise<string> => realpath(name).catch(() => name);
  const [folder, file] = (await exists(path)) ? [await real(root), await real(path)] : [root, path];
  return file === folder || file.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}
