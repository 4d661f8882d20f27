import { randomUUID } from 'node:crypto';
import { appendFile, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ToolError } from '../../errors.js';

const NAME = /^[A-Za-z_][A-Za-z0-9_-]*$/;
const SUMMARY_LIMIT = 1_048_576;

/** Outputs of the composite actions, and which have them; a test holds action.yml and this table together. */
export const OUTPUTS: Readonly<Record<string, readonly string[]>> = {
  command: ['root'],
  changed: ['root', 'plan', 'apply', 'sync-users', 'destroy', 'changed-hubs'],
  hubs: ['changed-hubs'],
  owners: ['changed-hubs'],
  others: ['changed-hubs'],
  hub_url: ['root', 'apply'],
  approval: ['root', 'apply'],
  fingerprint: ['root', 'plan', 'apply'],
  record_path: ['root', 'plan'],
  record_name: ['root', 'plan'],
  pull_request: ['root', 'access-request'],
  report_path: ['access-report'],
  summary_path: [
    'root',
    'validate',
    'plan',
    'apply',
    'sync-users',
    'access-report',
    'destroy',
    'access-request',
    'changed-hubs',
  ],
};

/** One output as the runner's file format wants it; the delimiter is random, so no value can end it. */
export function outputEntry(name: string, value: string, delimiter: string = `ghadelimiter_${randomUUID()}`): string {
  if (!NAME.test(name)) throw new ToolError(`"${name}" is not a name of an output`);
  if (`${name}\n${value}`.includes(delimiter))
    throw new ToolError(`The value of output ${name} holds its own delimiter`);
  return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}

/** Sets outputs of the step; without GITHUB_OUTPUT (a terminal) nothing happens. */
export async function setOutputs(env: NodeJS.ProcessEnv, outputs: Readonly<Record<string, string>>): Promise<void> {
  const path = env.GITHUB_OUTPUT;
  const text = Object.entries(outputs)
    .map(([name, value]) => outputEntry(name, value))
    .join('');
  if (path && text !== '') await appendFile(path, text);
}

/**
 * Adds Markdown to the summary of the step; without GITHUB_STEP_SUMMARY (a terminal) nothing happens.
 * `shorten` cuts what is longer than GitHub takes; it knows Markdown, which this file does not.
 */
export async function addSummary(
  env: NodeJS.ProcessEnv,
  markdown: string,
  shorten: (markdown: string, limit: number, note: string) => string,
): Promise<void> {
  const path = env.GITHUB_STEP_SUMMARY;
  if (!path) return;
  const note = '*Cut here: too long for a step summary. The file of the output `summary_path` has all of it.*';
  await appendFile(path, `${shorten(markdown, SUMMARY_LIMIT - 1, note).replace(/\n*$/, '')}\n`);
}

/** Keeps the summary as a file for later steps, such as an upload, and gives its path. */
export function keepSummary(env: NodeJS.ProcessEnv, markdown: string): Promise<string> {
  return keepFile(env, 'summary.md', markdown);
}

/**
 * Keeps a text as a file for later steps and gives its path. The file lies in a folder of its own under RUNNER_TEMP,
 * which the runner empties after the job; the folders that a run sweeps have another name.
 */
export async function keepFile(env: NodeJS.ProcessEnv, name: string, text: string): Promise<string> {
  const folder = await mkdtemp(join(env.RUNNER_TEMP || tmpdir(), 'jupyterhub-summary-'));
  const path = join(folder, name);
  await writeFile(path, text, { mode: 0o600 });
  return path;
}
