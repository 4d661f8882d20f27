import type { Emulator } from '../../sandbox/src/google/emulator.js';

/** Roles that SETUP.md gave the apply identity up to version 0.2.0. */
const APPLY_ROLES = [
  'browser',
  'compute.networkAdmin',
  'container.admin',
  'iam.serviceAccountAdmin',
  'iam.serviceAccountUser',
  'iap.admin',
  'resourcemanager.projectIamAdmin',
  'serviceusage.serviceUsageAdmin',
].map((role) => `roles/${role}`);

/** Changes the project of a sandbox to one that was set up for a version up to 0.2.0: Terraform made the nodes' account. */
export async function setUpAsBefore(emulator: Emulator, project: string, hub: string): Promise<void> {
  const account = (id: string): string => `${hub}-${id}@${project}.iam.gserviceaccount.com`;
  emulator.identities.add(account('apply'), { roles: APPLY_ROLES });
  const url = `${emulator.origin}/iam/v1/projects/${project}/serviceAccounts/${account('nodes')}`;
  const authorization = `Bearer ${emulator.identities.token('operator@acme.dev')}`;
  // The API is enabled by an operation that may still run.
  for (let attempt = 1; ; attempt += 1) {
    const answer = await fetch(url, { method: 'DELETE', headers: { authorization } });
    if (answer.ok) return;
    if (attempt === 50) throw new Error(`The emulator refused to delete ${account('nodes')}: ${await answer.text()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
