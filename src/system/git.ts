import { access, copyFile, mkdir, mkdtemp, readFile, realpath, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { bareEnvironment } from './environment.js';
import type { Run } from './exec.js';

/** How git is called. */
export interface Git {
  readonly run: Run;
  readonly env: NodeJS.ProcessEnv;
  /** Folder of this process, removed by its owner. */
  readonly tempDir: string;
  readonly signal?: AbortSignal;
}

/** What git printed, or why it failed, in the words of git. */
export type GitAnswer = { readonly text: string } | { readonly failure: string };

/** A repository that is read without its configuration. */
export interface GitRepository {
  /** Its top folder, with symbolic links resolved. */
  readonly root: string;
  /** URL of the remote `origin`. */
  readonly origin: string | undefined;
  /** Commits whose parents this clone does not have. */
  readonly shallow: ReadonlySet<string>;
  /**
   * Runs git without a shell, a pager, a prompt, or a lock; paths are taken literally, from the top folder. Never throws.
   * @param own variables of git for this call, such as GIT_INDEX_FILE
   */
  readonly git: (args: readonly string[], own?: NodeJS.ProcessEnv) => Promise<GitAnswer>;
}

const LIMIT = 60_000;
/** Characters of one answer: enough for a file of ten thousand people that was rewritten some dozen times. */
const MAX_OUTPUT = 64 * 1024 * 1024;
// A second wall: no configuration that could name a program is read.
const SETTINGS = [
  'safe.bareRepository=explicit',
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.attributesFile=/dev/null',
  'protocol.allow=never',
  'core.quotePath=false',
  'diff.renames=true',
].flatMap((setting) => ['-c', setting]);
// Configuration of the machine and of the person can name programs as well.
const ENVIRONMENT = {
  LC_ALL: 'C',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_ATTR_NOSYSTEM: '1',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_LITERAL_PATHSPECS: '1',
};
// Without configuration and hooks.
const SHARED = ['objects', 'refs', 'packed-refs', 'reftable', 'shallow'];
const OWN = ['HEAD', 'FETCH_HEAD', 'ORIG_HEAD'];
const READ = '^(extensions\\.(objectformat|refstorage)|remote\\.origin\\.url)$';

/**
 * Opens the repository around a folder; undefined if there is none. Configuration and attributes can name programs that git
 * starts for almost any command: monitors, filters, hooks, other ways to compare. So git gets a folder of ours, with its own
 * configuration beside the objects and references of the repository. Git does not look for the repository by itself either,
 * since it would take a folder of the checkout that is only shaped like one.
 */
export async function openRepository(
  options: Git,
  folder: string,
): Promise<GitRepository | { readonly failure: string } | undefined> {
  const found = await findRepository(await realpath(folder));
  if (found === undefined) return undefined;
  const { root, shared } = found;
  const gitDir = await quarantine(options.tempDir, found);
  const git: GitRepository['git'] = (args, own) =>
    callGit(options, [`--git-dir=${gitDir}`, `--work-tree=${root}`, ...args], own);
  const answer = await git(['config', '--file', join(shared, 'config'), '--null', '--get-regexp', READ]);
  // Git fails without a message if none of the settings is there.
  if ('failure' in answer && answer.failure !== 'git ended with 1') return answer;
  const settings = settingsIn('text' in answer ? answer.text : '');
  await writeFile(join(gitDir, 'config'), configText(settings));
  const shallow = await readFile(join(shared, 'shallow'), 'utf8').catch(() => '');
  return {
    root,
    origin: settings.get('remote.origin.url'),
    shallow: new Set(shallow.split('\n').filter((sha) => sha !== '')),
    git,
  };
}

interface Found {
  readonly root: string;
  /** Folder of HEAD and of what else each working tree has for itself. */
  readonly own: string;
  /** Folder of what all working trees share. */
  readonly shared: string;
}

async function findRepository(folder: string): Promise<Found | undefined> {
  for (let root = folder; ; root = dirname(root)) {
    const own = await gitFolder(root);
    if (own !== undefined) {
      const common = await readFile(join(own, 'commondir'), 'utf8').catch(() => '.');
      return { root, own, shared: resolve(own, common.trim()) };
    }
    if (root === dirname(root)) return undefined;
  }
}

/** The folder `.git`, or the one that a file of this name points to: in a submodule and in a second working tree. */
async function gitFolder(root: string): Promise<string | undefined> {
  const path = join(root, '.git');
  const text = await readFile(path, 'utf8').catch(() => undefined);
  const [, target] = /^gitdir: (.+)/.exec(text ?? '') ?? [];
  const folder = target === undefined ? path : resolve(root, target.trim());
  return (await exists(join(folder, 'HEAD'))) ? folder : undefined;
}

async function quarantine(tempDir: string, { own, shared }: Found): Promise<string> {
  const folder = await mkdtemp(join(tempDir, 'git-'));
  for (const name of SHARED)
    if (await exists(join(shared, name))) await symlink(join(shared, name), join(folder, name));
  // Git takes a HEAD that is a link for the old form of a reference.
  for (const name of OWN) await copyFile(join(own, name), join(folder, name)).catch(unlessAbsent);
  // All references may be in `packed-refs` or `reftable`, and git takes a folder without these two for no repository.
  for (const name of ['objects', 'refs']) await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, 'config'), configText(new Map()));
  return folder;
}

function unlessAbsent(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Reads `git config --null`: of a setting that is there twice the first counts, as for `git remote get-url`. */
function settingsIn(text: string): ReadonlyMap<string, string> {
  const pairs = text.split('\0').filter((pair) => pair !== '');
  return new Map(pairs.reverse().map((pair) => [pair.split('\n', 1)[0] ?? '', pair.slice(pair.indexOf('\n') + 1)]));
}

/** Configuration that says how the objects and references are stored, and nothing else. */
function configText(settings: ReadonlyMap<string, string>): string {
  const extensions = ['objectformat', 'refstorage'].flatMap((name) => {
    const value = settings.get(`extensions.${name}`);
    return value !== undefined && /^[a-z0-9]+$/.test(value) ? [`\t${name} = ${value}\n`] : [];
  });
  return `[core]\n\trepositoryformatversion = 1\n\tbare = false\n[extensions]\n${extensions.join('')}`;
}

async function callGit(
  { run, env, tempDir, signal }: Git,
  args: readonly string[],
  own: NodeJS.ProcessEnv = {},
): Promise<GitAnswer> {
  try {
    const result = await run('git', ['--no-pager', ...SETTINGS, ...args], {
      cwd: tempDir,
      env: { ...bareEnvironment(env), ...ENVIRONMENT, ...own },
      timeout: LIMIT,
      maxOutput: MAX_OUTPUT,
      ...(signal === undefined ? {} : { signal }),
    });
    if (result.code === 0 && !result.tooLong) return { text: result.stdout };
    if (result.tooLong) return { failure: `git printed more than ${MAX_OUTPUT / 2 ** 20} MiB` };
    if (result.timedOut) return { failure: `git took longer than ${LIMIT / 1000} s` };
    const [first = ''] = result.stderr.trim().split('\n');
    return { failure: first.replace(/^(fatal|error): /, '') || `git ended with ${result.code}` };
  } catch {
    return { failure: 'git could not be started' };
  }
}
