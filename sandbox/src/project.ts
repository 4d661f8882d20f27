import type { HubConfig } from '../../src/config/model.js';
import type { Identity } from './client-settings.js';
import type { Emulator } from './google/emulator.js';
import type { Log } from './log.js';

/** Project roles of the identities in SETUP.md. A test compares both. */
export const ROLES: Readonly<Record<Exclude<Identity, 'operator'>, readonly string[]>> = {
  plan: [
    'roles/browser',
    'roles/compute.viewer',
    'roles/container.clusterViewer',
    'roles/iam.securityReviewer',
    'roles/iam.serviceAccountViewer',
    'roles/serviceusage.serviceUsageViewer',
  ],
  apply: [
    'roles/browser',
    'roles/compute.networkAdmin',
    'roles/container.admin',
    'roles/iam.serviceAccountAdmin',
    'roles/iam.serviceAccountUser',
    'roles/iap.admin',
    'roles/resourcemanager.projectIamAdmin',
    'roles/serviceusage.serviceUsageAdmin',
  ],
  sync: ['roles/browser', 'roles/compute.viewer', 'roles/container.clusterViewer', 'roles/iap.admin'],
};

/** Roles on the state bucket. */
export const BUCKET_ROLES: Readonly<Record<Exclude<Identity, 'operator'>, string>> = {
  plan: 'roles/storage.objectViewer',
  apply: 'roles/storage.objectUser',
  sync: 'roles/storage.objectViewer',
};

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
  const people = {
    operator: 'operator@acme.dev',
    plan: `${name}-plan@${project}.iam.gserviceaccount.com`,
    apply: `${name}-apply@${project}.iam.gserviceaccount.com`,
    sync: `${name}-sync@${project}.iam.gserviceaccount.com`,
  };
  emulator.identities.add(people.operator, { roles: ['roles/owner'] });
  for (const identity of ['plan', 'apply', 'sync'] as const) {
    emulator.identities.add(people[identity], { roles: [...ROLES[identity], BUCKET_ROLES[identity]] });
  }
  if (config.storage.perUserBuckets) makeHomesIdentity(emulator, config);
  const call = caller(emulator, people.operator);
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
  log(`bootstrap is a later issue: the sandbox made bucket ${config.state.bucket} and the identities itself`);
  return people;
}

function makeHomesIdentity({ customRoles, identities }: Emulator, { project, name }: HubConfig): void {
  const email = `${name}-homes@${project}.iam.gserviceaccount.com`;
  const role = (id: string): string => `projects/${project}/roles/${id}`;
  for (const [id, permissions] of Object.entries(HOMES_ROLES)) customRoles.set(role(id), permissions);
  identities.add(email, { roles: ['roles/container.clusterViewer', role('jupyterhubHomesMaker')] });
  const prefix = `projects/_/buckets/${project}-${name}-`;
  identities.grant(email, role('jupyterhubHomesReconciler'), {
    title: `buckets of ${name}`,
    expression: `resource.name.startsWith("${prefix}")`,
  });
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
