import type { Diagnostic } from '../config/diagnostic.js';
import type { Json } from '../config/model.js';
import type { GitHubContext } from '../github/runner/context.js';
import type { Credentials } from '../github/runner/inputs.js';
import type { Writer } from '../report/writer.js';

/** A person who can be asked: where their lines come from, and where questions go. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** What every command gets: where it runs and where it speaks. Injected, so that tests need no process. */
export interface CommandContext {
  /** Path of jupyterhub.yaml as the person gave it; findings print it unchanged. */
  readonly configPath: string;
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Facts of the workflow run; undefined in a terminal. */
  readonly github: GitHubContext | undefined;
  readonly credentials: Credentials;
  /** The start of the run. All of it decides by this one moment, so that it applies what it planned. */
  readonly now: Date;
  /** Writes text from outside for whoever can read comments, summaries and files of this run. */
  readonly write: Writer;
  /** True when standard output carries one JSON document and nothing else. */
  readonly json: boolean;
  /** Values of the command's own flags. */
  readonly flags: Readonly<Record<string, string | boolean | undefined>>;
  /** Writes a line for people: to standard output, or to standard error with --json. */
  readonly say: (line: string) => void;
  /** Folds what is said from now on under a title, in a workflow; without a title it is not folded, as at the start. */
  readonly group: (title?: string) => void;
  /**
   * Hides a secret in everything that is printed from now on; call it before anything can print the secret. Tokens of the
   * environment are hidden from the start.
   */
  readonly mask: (secret: string) => void;
  /** Puts findings on their lines of the pull request; in a terminal it does nothing. */
  readonly annotate: (diagnostics: readonly Diagnostic[]) => void;
  /** Adds Markdown to the summary of the step; in a terminal it does nothing. */
  readonly summarize: (markdown: string) => Promise<void>;
  /** Aborts on SIGINT, SIGTERM and SIGHUP. */
  readonly signal: AbortSignal;
  /** Absent where nobody sits in front of the program. */
  readonly terminal?: Terminal | undefined;
}

/** How a command ended; failures are thrown, except findings of `validate`, which are a result. */
export interface CommandResult {
  readonly exitCode: 0 | 1;
  /** Document of --json. */
  readonly document: Json;
  /** What standard output gets without --json, of a command that `printsDocument`; untrusted text in it is harmless already. */
  readonly text?: string;
  /** Outputs of the composite action. */
  readonly outputs: Readonly<Record<string, string>>;
  /** Markdown of the step summary. */
  readonly summary?: string;
}

/** One verb: a module of this folder exports one under the name `command`, loaded only when it is asked for. */
export interface Command {
  readonly name: string;
  /** What may follow the name, exactly one of them; absent: nothing may. */
  readonly words?: readonly string[];
  /** True where standard output is for the result alone, so that it can go into a file; all else goes to standard error. */
  readonly printsDocument?: boolean;
  /** One sentence for --help. */
  readonly about: string;
  /** Own flags, without the leading dashes: a string takes a value, a boolean does not. */
  readonly flags: Readonly<Record<string, { readonly type: 'string' | 'boolean'; readonly about: string }>>;
  readonly run: (context: CommandContext) => Promise<CommandResult>;
}
