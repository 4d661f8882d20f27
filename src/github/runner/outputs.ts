import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorMessage, ToolError } from '../../errors.js';

/** Outputs of the composite actions, and the actions that have them. A test compares this table with action.yml. */
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

/**
 * Writes a text to a file for later steps, such as an upload, and returns its path. The file has its own folder under
 * RUNNER_TEMP, which the runner empties after the job. The action removes only folders with another name prefix.
 */
export async function keepFile(env: NodeJS.ProcessEnv, name: string, text: string): Promise<string> {
  const parent = env.RUNNER_TEMP || tmpdir();
  try {
    const folder = await mkdtemp(join(parent, 'jupyterhub-summary-'));
    const path = join(folder, name);
    await writeFile(path, text, { mode: 0o600 });
    return path;
  } catch (cause) {
    throw new ToolError(`A file for later steps cannot be written (${errorMessage(cause)})`, {
      where: parent,
      hint: 'Name a folder that exists and can be written in RUNNER_TEMP (in a terminal TMPDIR). What the run did stays done.',
      cause,
    });
  }
}
