import { bareEnvironment } from './environment.js';
import type { Run } from './exec.js';

/** How git is called. */
export interface Git {
  readonly run: Run;
  readonly env: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal;
}

/** What git printed, or why it failed, in the words of git. */
export type GitAnswer = { readonly text: string } | { readonly failure: string };

const LIMIT = 60_000;
/** Characters of one answer: enough for a file of ten thousand people that was rewritten some dozen times. */
const MAX_OUTPUT = 64 * 1024 * 1024;
// Settings of a machine that could change the output or start another program.
const SETTINGS = [
  'core.quotePath=false',
  'core.fsmonitor=',
  'blame.ignoreRevsFile=',
  'log.showSignature=false',
  'diff.renames=true',
  'filter.lfs.smudge=',
  'filter.lfs.process=',
  'filter.lfs.required=false',
].flatMap((setting) => ['-c', setting]);

/**
 * Runs git without a shell, a pager, a prompt, or a lock; paths are taken literally. Never throws.
 * @param own variables of git for this call, such as GIT_INDEX_FILE
 */
export async function git(
  { run, env, signal }: Git,
  cwd: string,
  args: readonly string[],
  own: NodeJS.ProcessEnv = {},
): Promise<GitAnswer> {
  const safe = {
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_LITERAL_PATHSPECS: '1',
  };
  // They say where the repository is, and which configuration trusts a folder of another owner.
  const chosen = Object.fromEntries(Object.entries(env).filter(([name]) => /^(GIT_|XDG_CONFIG_HOME$)/.test(name)));
  const options = { cwd, env: { ...bareEnvironment(env), ...chosen, ...safe, ...own }, timeout: LIMIT };
  try {
    const result = await run('git', ['--no-pager', ...SETTINGS, ...args], {
      ...options,
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
