/** Identities of the workflows, besides the one of the per-user buckets. */
export type WorkflowIdentity = 'plan' | 'apply' | 'sync';

const READ_RESOURCES = [
  ...['backendServices', 'globalAddresses', 'networks', 'routers', 'sslCertificates', 'subnetworks'].map(
    (kind) => `compute.${kind}.get`,
  ),
  'compute.instanceGroupManagers.list',
];

/** The plan asks which zones have the accelerators of the profiles. */
const READ_OFFERS = ['compute.acceleratorTypes.list', 'compute.machineTypes.list'];

/**
 * Custom roles of SETUP.md: exactly the permissions that the identities use. A test compares both, and the whole lifecycle
 * runs with them, because the emulator refuses everything else.
 */
export const CUSTOM_ROLES: Readonly<Record<string, readonly string[]>> = {
  jupyterhubPlan: [
    ...READ_RESOURCES,
    ...READ_OFFERS,
    'container.operations.list',
    'iam.serviceAccounts.get',
    'iap.web.getIamPolicy',
    'iap.webServices.getIamPolicy',
    'iap.webTypes.getIamPolicy',
    'resourcemanager.projects.get',
    'resourcemanager.projects.getIamPolicy',
    'serviceusage.services.list',
  ],
  jupyterhubApply: [
    ...READ_RESOURCES,
    ...READ_OFFERS,
    ...['globalAddresses', 'networks', 'routers', 'subnetworks'].flatMap((kind) => [
      `compute.${kind}.create`,
      `compute.${kind}.delete`,
    ]),
    'compute.globalOperations.get',
    'compute.networks.updatePolicy',
    'compute.regionOperations.get',
    'compute.routers.update',
    'compute.subnetworks.update',
    'iam.serviceAccounts.create',
    'iap.webServices.getIamPolicy',
    'iap.webServices.setIamPolicy',
    'resourcemanager.projects.get',
    'resourcemanager.projects.getIamPolicy',
    'serviceusage.operations.get',
    'serviceusage.services.enable',
    'serviceusage.services.list',
  ],
  jupyterhubSync: [
    'compute.backendServices.get',
    'iap.webServices.getIamPolicy',
    'iap.webServices.setIamPolicy',
    'resourcemanager.projects.get',
  ],
  jupyterhubNodeRoles: ['resourcemanager.projects.setIamPolicy'],
  jupyterhubNodeAccount: [
    'iam.serviceAccounts.actAs',
    'iam.serviceAccounts.delete',
    'iam.serviceAccounts.get',
    'iam.serviceAccounts.update',
  ],
};

/** Roles of an identity: on the project, and on the bucket of the Terraform state. */
export const ROLES: Readonly<
  Record<WorkflowIdentity, { readonly onProject: readonly string[]; readonly onStateBucket?: string }>
> = {
  plan: {
    onProject: ['roles/container.clusterViewer', 'jupyterhubPlan'],
    onStateBucket: 'roles/storage.objectViewer',
  },
  apply: {
    onProject: ['roles/container.admin', 'jupyterhubApply', 'jupyterhubNodeRoles'],
    onStateBucket: 'roles/storage.objectUser',
  },
  sync: { onProject: ['roles/container.clusterViewer', 'jupyterhubSync'] },
};

/** Permissions that a life of a hub does not use, and why the roles have them all the same. */
export const RARELY_NEEDED: Readonly<Record<string, string>> = {
  'container.operations.list': 'plan names what GKE does to a cluster that is busy',
  'compute.acceleratorTypes.list': 'plan and apply check the zones of GPUs and TPUs',
  'compute.machineTypes.list': 'plan and apply check the zones of GPUs and TPUs',
  'iap.web.getIamPolicy': 'the access report shows grants above the hub',
  'iap.webTypes.getIamPolicy': 'the access report shows grants above the hub',
  'compute.instanceGroupManagers.list': 'plan and apply read how many nodes the pools of a standard cluster have',
  'compute.sslCertificates.get': 'plan and apply check the certificate of a hub with subdomains',
  'compute.subnetworks.update': 'apply takes back a change that somebody made by hand',
  'iam.serviceAccounts.update': 'apply takes back a change that somebody made by hand',
};

/** Role of `apply` on the service account of the nodes, and on no other. */
export const NODE_ACCOUNT_ROLE = 'jupyterhubNodeAccount';

/** Conditions of roles on the project: who may change the policy may grant only the role that nodes need. */
export const CONDITIONS: Readonly<Record<string, { readonly title: string; readonly expression: string }>> = {
  jupyterhubNodeRoles: {
    title: 'only the role of nodes',
    expression:
      "api.getAttribute('iam.googleapis.com/modifiedGrantsByRole', []).hasOnly(['roles/container.defaultNodeServiceAccount'])",
  },
};
