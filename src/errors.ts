/** What every failure that a person can meet carries: what is wrong, where, and what to do about it. */
export interface ErrorDetails {
  /** Place of the cause, such as `jupyterhub.yaml:14:7` or `projects/p/locations/l/clusters/c`. */
  readonly where?: string;
  /** What the reader can do now, in one or two sentences. */
  readonly hint?: string;
  /** Last lines of the program that failed. They are text from outside, and are shown as such. */
  readonly log?: string;
  readonly cause?: unknown;
}

/** A failure with a cause and a way out that are known: printed without a stack. */
export class ToolError extends Error {
  readonly where: string | undefined;
  readonly hint: string | undefined;
  readonly log: string | undefined;

  constructor(message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = new.target.name;
    this.where = details.where;
    this.hint = details.hint;
    this.log = details.log;
  }
}

/** The files, inputs or flags are wrong: nothing was contacted, the author of the change can fix it. */
export class ConfigurationError extends ToolError {}

/** Wrong command line: exit code 2 instead of 1. */
export class UsageError extends ToolError {}

/** Text of anything thrown, without a leading `Error: `, so that messages nest. */
export function errorMessage(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/^(Error:\s*)+/, '').trim();
}
