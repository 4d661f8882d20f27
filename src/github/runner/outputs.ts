import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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

/**
 * Keeps a text as a file for later steps, such as an upload, and gives its path. The file lies in a folder of its own
 * under RUNNER_TEMP, which the runner empties after the job. The folders that the action sweeps have another name.
 */
export async function keepFile(env: NodeJS.ProcessEnv, name: string, text: string): Promise<string> {
  const folder = await mkdtemp(join(env.RUNNER_TEMP || tmpdir(), 'jupyterhub-summary-'));
  const path = join(folder, name);
  await writeFile(path, text, { mode: 0o600 });
  return path;
}
