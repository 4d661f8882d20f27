import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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
  const folder = await mkdtemp(join(env.RUNNER_TEMP || tmpdir(), 'jupyterhub-summary-'));
  const path = join(folder, name);
  await writeFile(path, text, { mode: 0o600 });
  return path;
}
