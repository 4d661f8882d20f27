import { identityPrefix } from '../../src/config/identity-prefix.js';
import type { HubConfig } from '../../src/config/model.js';
import { nodeAccountId } from '../../src/terraform/variables.js';
import type { Identity } from './client-settings.js';
import type { Emulator } from './google/emulator.js';
import {
  CONDITIONS,
  CUSTOM_ROLES,
  NODE_ACCOUNT_ROLE,
  RARELY_NEEDED,
  ROLES,
  type WorkflowIdentity,
} from './identity-roles.js';
import type { Log } from './log.js';

/** APIs that a new project has or that SETUP.md enables. `apply` enables all others. */
export const BOOTSTRAP_APIS = ['cloudresourcemanager', 'iam', 'iamcredentials', 'serviceusage', 'storage', 'sts'];

/**
 * Does what the commands of SETUP.md, and of docs/buckets.md where people have buckets, do once in a real project, by the emulator's own calls: APIs that apply cannot
 * enable itself, the identities of the workflows and the state bucket. Gives the e-mail of each identity.
 */
export async function makeProject(
  emulator: Emulator,
  config: HubConfig,
  log: Log,
): Promise<Readonly<Record<Identity, string>>> {
  const { project, name } = config;
  const operator = 'operator@acme.dev';
  emulator.identities.add(operator, { roles: ['roles/owner'] });
  const call = caller(emulator, operator);
  const endpoints = emulator.env();
  await call(`${endpoints.GOOGLE_SERVICE_USAGE_CUSTOM_ENDPOINT}projects/${project}/services:batchEnable`, {
    serviceIds: BOOTSTRAP_APIS.map((api) => `${api}.googleapis.com`),
  });
  await call(`${endpoints.GOOGLE_STORAGE_CUSTOM_ENDPOINT}b?project=${project}`, {
    name: config.state.bucket,
    location: config.location.split('-').slice(0, 2).join('-').toUpperCase(),
    iamConfiguration: { uniformBucketLevelAccess: { enabled: true }, publicAccessPrevention: 'enforced' },
    versioning: { enabled: true },
  });
  const people = makeIdentities(emulator, config);
  if (config.storage.perUserBuckets) makeHomesIdentity(emulator, config);
  log(
    `in place of the commands in SETUP.md, the sandbox made bucket ${config.state.bucket} and the identities itself (hub ${name})`,
  );
  return { operator, ...people };
}

/** The identities of one hub with the rights that SETUP.md gives them, and the account of its platform's nodes. */
export function makeIdentities(
  { customRoles, identities }: Pick<Emulator, 'customRoles' | 'identities'>,
  { project, name, state, platform }: Pick<HubConfig, 'project' | 'name' | 'state' | 'platform'>,
): Readonly<Record<WorkflowIdentity, string>> {
  const account = (id: string): string => `${id}@${project}.iam.gserviceaccount.com`;
  for (const [id, permissions] of Object.entries(CUSTOM_ROLES)) customRoles.set(roleName(project, id), permissions);
  const people = { plan: account(`${name}-plan`), apply: account(`${name}-apply`), sync: account(`${name}-sync`) };
  for (const identity of ['plan', 'apply', 'sync'] as const) {
    const { onProject, onStateBucket } = ROLES[identity];
    const email = people[identity];
    identities.add(email, { roles: [] });
    for (const role of onProject) identities.grant(email, roleName(project, role), CONDITIONS[role]);
    if (onStateBucket !== undefined) identities.grant(email, onStateBucket, undefined, `buckets/${state.bucket}`);
  }
  if (platform.from === undefined) {
    const nodes = account(nodeAccountId(platform.name));
    identities.add(nodes, { roles: [], displayName: `Nodes of JupyterHub platform ${platform.name}` });
    identities.grant(people.apply, roleName(project, NODE_ACCOUNT_ROLE), undefined, `serviceAccounts/${nodes}`);
  }
  return people;
}

/** Permissions of the custom roles that no call has needed so far, besides those that only rare cases need. */
export function unneededPermissions({ needed }: Pick<Emulator, 'needed'>, { project, name }: HubConfig): string[] {
  return (['plan', 'apply', 'sync'] as const).flatMap((identity) => {
    const used = needed.get(`${name}-${identity}@${project}.iam.gserviceaccount.com`) ?? new Set();
    const roles = [...ROLES[identity].onProject, ...(identity === 'apply' ? [NODE_ACCOUNT_ROLE] : [])];
    return roles
      .flatMap((role) => CUSTOM_ROLES[role] ?? [])
      .filter((permission) => !used.has(permission) && !Object.hasOwn(RARELY_NEEDED, permission))
      .map((permission) => `${identity}: ${permission}`);
  });
}

/**
 * Custom roles in docs/buckets.md for the identity of the per-user buckets: permissions on the
 * project, and permissions on buckets whose names start with the hub's prefix. A test compares both.
 */
export const HOMES_ROLES = {
  jupyterhubHomesMaker: ['storage.buckets.create', 'storage.buckets.list'],
  jupyterhubHomesReconciler: [
    ...['get', 'update', 'delete', 'getIamPolicy', 'setIamPolicy'].map((verb) => `storage.buckets.${verb}`),
    ...['create', 'get', 'list', 'delete', 'getIamPolicy', 'setIamPolicy'].map(
      (verb) => `storage.managedFolders.${verb}`,
    ),
  ],
} as const;

function makeHomesIdentity({ customRoles, identities }: Emulator, { project, name }: HubConfig): void {
  const email = `${identityPrefix(name)}-homes@${project}.iam.gserviceaccount.com`;
  for (const [id, permissions] of Object.entries(HOMES_ROLES)) customRoles.set(roleName(project, id), permissions);
  identities.add(email, { roles: ['roles/container.clusterViewer', roleName(project, 'jupyterhubHomesMaker')] });
  identities.grant(email, roleName(project, 'jupyterhubHomesReconciler'), homesCondition(project, name));
}

/**
 * Condition of docs/buckets.md: the names of a hub's buckets, and not those of a hub whose name begins with this one's. What
 * follows the prefix has no hyphen.
 */
export function homesCondition(project: string, hub: string): { readonly title: string; readonly expression: string } {
  const prefix = `projects/_/buckets/${project}-${hub}-`;
  return {
    title: `buckets of ${hub}`,
    expression: `resource.name.startsWith("${prefix}") && resource.name.extract("${prefix}{more}-") == ""`,
  };
}

/** Full name of a role: a predefined one has it already. */
function roleName(project: string, role: string): string {
  return role.startsWith('roles/') ? role : `projects/${project}/roles/${role}`;
}

function caller(emulator: Emulator, email: string): (url: string, body: unknown) => Promise<void> {
  const authorization = `Bearer ${emulator.identities.token(email)}`;
  return async (url, body) => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`The emulator refused POST ${url}: ${await answer.text()}`);
  };
}
