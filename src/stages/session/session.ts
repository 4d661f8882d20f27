import { tmpdir } from 'node:os';
import type { Principal } from '../../access/users/load.js';
import { type TokenSource, tokenSource } from '../../cloud/auth.js';
import { projectNumber } from '../../cloud/project.js';
import { GoogleClient } from '../../cloud/rest.js';
import type { HubConfig } from '../../config/model.js';
import { errorMessage, ToolError } from '../../errors.js';
import { findingLine } from '../../report/findings.js';
import { type CompletedStep, type FailureReport, failureSummary } from '../../report/summary.js';
import { explainDisk } from '../../system/disk-error.js';
import { childEnvironment } from '../../system/environment.js';
import { makeTempFolder } from '../../system/temp-folder.js';
import type { CommandContext, CommandResult } from '../command.js';
import { type Input, InputError, readInput } from '../input/read.js';
import { withWrites } from './writes.js';

/** What a run that speaks to the cloud has at hand from its start to its end. */
export interface Session {
  readonly context: CommandContext;
  readonly config: HubConfig;
  /** Everybody and everything that the users files list. */
  readonly principals: readonly Principal[];
  readonly input: Input;
  readonly token: TokenSource;
  readonly google: GoogleClient;
  /**
   * Number of the project, asked for once, at the start. `openRoots` and `connectCluster` wait for it, so that a failure to
   * sign in is reported first.
   */
  readonly projectNumber: () => Promise<string>;
  /** Folder of mode 0700, gone when the run ends in whatever way. */
  readonly tempDir: string;
  /** Environment for a child program: ours without the job's rights, with a token that is valid for most of an hour. */
  readonly childEnv: () => Promise<NodeJS.ProcessEnv>;
  /** Names what the run is doing; a failure report names it again. Stops here when the run was interrupted. */
  readonly step: (name: string) => void;
  /** Notes what the run has written just now, as in "the list of people". A failure says it. */
  readonly wrote: (what: string) => void;
  /** Steps completed so far, for the report of a failure. */
  readonly completedSteps: CompletedStep[];
}

/** Commands that are about the hub's code. */
const INSTALLS: ReadonlySet<string> = new Set(['plan', 'apply']);

// Terraform and helm run for up to half an hour with the token that they are given.
const CHILD_TOKEN_AGE = 10 * 60_000;

/**
 * Reads the files, signs in, and runs `work` with a temp folder; a failure leaves a summary with the completed steps.
 * @param withPeople false where the work is the same whoever is listed
 */
export async function withSession(
  context: CommandContext,
  command: string,
  work: (session: Session) => Promise<CommandResult>,
  withPeople = true,
): Promise<CommandResult> {
  const input = await readInput(context, withPeople, INSTALLS.has(command) ? context.env : undefined);
  const parent = context.env.RUNNER_TEMP || tmpdir();
  const { path: tempDir, remove } = await makeTempFolder(parent).catch((cause: unknown) => {
    throw new ToolError(`No folder for the files of this run can be made in ${parent} (${errorMessage(cause)})`, {
      where: parent,
      hint: 'Free some space there, make it writable, or name another folder in RUNNER_TEMP (in a terminal TMPDIR), then run again. Nothing was changed.',
      cause,
    });
  });
  process.once('exit', remove); // also where a second signal ends the program at once
  let current = 'sign in';
  const completedSteps: CompletedStep[] = [];
  const writes: string[] = [];
  try {
    const token = tokenSource({ ...context.credentials, env: context.env, mask: context.mask });
    const google = new GoogleClient({ token, env: context.env });
    const signedIn = projectNumber(google, input.config.project).catch((error: unknown) => {
      current = 'sign in';
      throw error;
    });
    signedIn.catch(() => {}); // reported by whoever waits for it
    return await work({
      context,
      config: input.config,
      principals: input.principals,
      input,
      token,
      google,
      projectNumber: () => signedIn,
      tempDir,
      childEnv: async () => ({
        ...childEnvironment(context.env, input.config.secrets),
        GOOGLE_OAUTH_ACCESS_TOKEN: await token(CHILD_TOKEN_AGE),
      }),
      step: (name) => {
        context.signal.throwIfAborted();
        current = name;
        context.group(name);
      },
      wrote: (what) => void writes.push(what),
      completedSteps,
    });
  } catch (failure) {
    const error = withWrites(explainDisk(failure), writes);
    const summary = failureSummary({
      hub: input.config.name,
      command,
      step: current,
      ...cause(error),
      completedSteps,
      write: context.write,
    });
    await context.summarize(summary);
    throw error;
  } finally {
    remove();
    process.removeListener('exit', remove);
  }
}

/** What a failure's summary says of its cause; findings in the files become one line each. */
function cause(error: unknown): Pick<FailureReport, 'message' | 'where' | 'hint' | 'log' | 'findings'> {
  if (error instanceof InputError) {
    const [message = ''] = errorMessage(error).split('\n');
    const errors = error.diagnostics.filter(({ severity }) => severity === 'error');
    return { message, hint: 'Correct the lines named here.', findings: errors.slice(0, 20).map(findingLine) };
  }
  const { where, hint, log } = error instanceof ToolError ? error : {};
  return { message: errorMessage(error), where, hint, log };
}
