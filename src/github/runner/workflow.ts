import * as core from '@actions/core';
import { type Diagnostic, documentationLink } from '../../config/diagnostic.js';
import { errorMessage, ToolError } from '../../errors.js';
import { maskedParts } from './log-text.js';

// Loaded in workflows only: a terminal starts without @actions/core.
export { endGroup, getInput, startGroup } from '@actions/core';

const LEVELS = { error: core.error, warning: core.warning, note: core.notice } as const;

/** Puts a finding on its line of the pull request. */
export function annotate({ file, line, column, length, rule, severity, message, hint }: Diagnostic): void {
  const text = [message, ...(hint === undefined ? [] : [hint]), documentationLink(rule)].join('\n');
  LEVELS[severity](text, {
    title: rule,
    file,
    startLine: line,
    startColumn: column,
    endColumn: column + length - 1,
  });
}

/** Shows a failure at the top of the run. The exit code stays that of the command. */
export function showFailure(text: string): void {
  core.error(text, { title: 'jupyterhub-gke' });
}

/** Hides a secret, and each of its lines, in what the runner logs from now on. */
export function mask(secret: string): void {
  for (const part of maskedParts(secret)) core.setSecret(part);
}

/** Sets outputs of the step. */
export function setOutputs(outputs: Readonly<Record<string, string>>): void {
  // Without the file core would print a command that runners no longer obey.
  if (!process.env.GITHUB_OUTPUT) return;
  try {
    for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
  } catch (cause) {
    throw new ToolError(`The outputs of this step cannot be written (${errorMessage(cause)})`, {
      where: process.env.GITHUB_OUTPUT,
      hint: 'Later steps go by them. What the run did before this stays done. Leave GITHUB_OUTPUT as the runner sets it.',
      cause,
    });
  }
}

/** Adds Markdown to the summary of the step. Returns why it could not: nothing depends on the summary. */
export async function addSummary(markdown: string): Promise<string | undefined> {
  if (!process.env.GITHUB_STEP_SUMMARY) return undefined;
  try {
    await core.summary.addRaw(markdown.replace(/\n*$/, ''), true).write();
    return undefined;
  } catch (cause) {
    // Or the next write would add it again.
    core.summary.emptyBuffer();
    return errorMessage(cause);
  }
}

/** A token that identifies this job to Google. */
export async function identityToken(audience: string): Promise<string> {
  try {
    return await core.getIDToken(audience);
  } catch (cause) {
    const why = errorMessage(cause).replace(/\s+/g, ' ');
    throw new ToolError(`GitHub gave this job no identity token (${why})`, {
      hint: 'Run the job again; githubstatus.com says whether GitHub has a problem.',
      cause,
    });
  }
}
