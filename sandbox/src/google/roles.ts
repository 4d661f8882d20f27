// Permissions of the predefined roles of this product's identities, from Google's reference of IAM roles and permissions
// (cloud.google.com/iam/docs/roles-permissions), cut to the methods served here. `*` stands for any letters without a dot.
const PROJECT = ['resourcemanager.projects.get', 'resourcemanager.projects.list'];
const CLUSTER_READ = [
  'container.clusters.get',
  'container.clusters.list',
  'container.operations.get',
  'container.operations.list',
];
const COMPUTE_READ = ['compute.*.get', 'compute.*.list'];
const NETWORK =
  'networks subnetworks routers globalAddresses addresses backendServices globalForwardingRules networkEndpointGroups';

const ROLES: Readonly<Record<string, readonly string[]>> = {
  'roles/browser': [...PROJECT, 'resourcemanager.projects.getIamPolicy'],
  'roles/compute.networkAdmin': [
    ...NETWORK.split(' ').map((name) => `compute.${name}.*`),
    ...['globalOperations', 'regionOperations', 'zoneOperations', 'regions', 'zones', 'instanceGroupManagers'].flatMap(
      (name) => [`compute.${name}.get`, `compute.${name}.list`],
    ),
    'compute.projects.get',
    'serviceusage.services.get',
    'serviceusage.services.list',
    ...PROJECT,
  ],
  'roles/compute.networkViewer': [
    ...COMPUTE_READ,
    'serviceusage.services.get',
    'serviceusage.services.list',
    ...PROJECT,
  ],
  'roles/compute.viewer': [...COMPUTE_READ, 'serviceusage.services.get', 'serviceusage.services.list', ...PROJECT],
  'roles/container.admin': ['container.*.*', ...PROJECT],
  'roles/container.clusterAdmin': ['container.clusters.*', 'container.operations.*', ...PROJECT],
  'roles/container.clusterViewer': [
    'container.clusters.get',
    'container.clusters.list',
    'container.clusters.connect',
    ...PROJECT,
  ],
  'roles/container.developer': [...CLUSTER_READ, 'container.clusters.connect', ...PROJECT],
  'roles/container.viewer': [...CLUSTER_READ, 'container.clusters.connect', ...PROJECT],
  'roles/container.serviceAgent': ['compute.*.*', 'container.*.*', ...PROJECT],
  'roles/editor': [
    'compute.*.*',
    'container.*.*',
    'iam.serviceAccounts.*',
    'serviceusage.*.*',
    'storage.buckets.*',
    ...PROJECT,
  ],
  'roles/iam.securityReviewer': [
    'resourcemanager.projects.getIamPolicy',
    'iam.serviceAccounts.getIamPolicy',
    'iam.serviceAccounts.list',
    'iap.*.getIamPolicy',
    'storage.buckets.getIamPolicy',
    'storage.buckets.list',
    'storage.objects.list',
    'compute.*.list',
    'container.*.list',
    'serviceusage.services.list',
    ...PROJECT,
  ],
  'roles/iam.serviceAccountAdmin': [
    ...[
      'create',
      'delete',
      'disable',
      'enable',
      'get',
      'getIamPolicy',
      'list',
      'setIamPolicy',
      'undelete',
      'update',
    ].map((verb) => `iam.serviceAccounts.${verb}`),
    ...PROJECT,
  ],
  'roles/iam.serviceAccountTokenCreator': [
    'iam.serviceAccounts.getAccessToken',
    'iam.serviceAccounts.get',
    'iam.serviceAccounts.list',
  ],
  'roles/iam.serviceAccountUser': [
    'iam.serviceAccounts.actAs',
    'iam.serviceAccounts.get',
    'iam.serviceAccounts.list',
    ...PROJECT,
  ],
  'roles/iam.serviceAccountViewer': [
    'iam.serviceAccounts.get',
    'iam.serviceAccounts.getIamPolicy',
    'iam.serviceAccounts.list',
    ...PROJECT,
  ],
  'roles/iam.workloadIdentityUser': [
    'iam.serviceAccounts.getAccessToken',
    'iam.serviceAccounts.get',
    'iam.serviceAccounts.list',
  ],
  'roles/iap.admin': ['iap.*.getIamPolicy', 'iap.*.setIamPolicy'],
  'roles/iap.httpsResourceAccessor': ['iap.webServiceVersions.accessViaIAP'],
  'roles/resourcemanager.projectIamAdmin': [
    'resourcemanager.projects.get',
    'resourcemanager.projects.getIamPolicy',
    'resourcemanager.projects.setIamPolicy',
  ],
  'roles/serviceusage.serviceUsageAdmin': ['serviceusage.*.*', ...PROJECT],
  'roles/serviceusage.serviceUsageConsumer': [
    'serviceusage.services.get',
    'serviceusage.services.list',
    'serviceusage.services.use',
  ],
  'roles/serviceusage.serviceUsageViewer': [
    'serviceusage.services.get',
    'serviceusage.services.list',
    'serviceusage.operations.get',
  ],
  'roles/secretmanager.secretAccessor': ['secretmanager.versions.access', ...PROJECT],
  'roles/storage.admin': ['storage.*.*', ...PROJECT],
  'roles/storage.legacyBucketReader': ['storage.buckets.get', 'storage.objects.list'],
  'roles/storage.bucketViewer': ['storage.buckets.get', 'storage.buckets.list', ...PROJECT],
  'roles/storage.objectAdmin': ['storage.objects.*', ...PROJECT],
  'roles/storage.objectCreator': ['storage.objects.create', ...PROJECT],
  'roles/storage.objectUser': [
    ...['create', 'delete', 'get', 'list', 'update'].map((verb) => `storage.objects.${verb}`),
    ...PROJECT,
  ],
  'roles/storage.objectViewer': ['storage.objects.get', 'storage.objects.list', ...PROJECT],
  'roles/viewer': [
    ...COMPUTE_READ,
    ...CLUSTER_READ,
    'iam.serviceAccounts.get',
    'iam.serviceAccounts.list',
    'serviceusage.services.get',
    'serviceusage.services.list',
    'storage.buckets.list',
    ...PROJECT,
  ],
};

// Even an owner cannot pass IAP or create a service account's token without an explicit role.
const NOT_OWNERS = new Set(['iap.webServiceVersions.accessViaIAP', 'iam.serviceAccounts.getAccessToken']);

/** Roles in the table. Other roles can be granted but have no permissions. */
export const KNOWN_ROLES: ReadonlySet<string> = new Set(['roles/owner', ...Object.keys(ROLES)]);

/** True if a role has a permission. */
export function roleHolds(role: string, permission: string): boolean {
  if (role === 'roles/owner') return !NOT_OWNERS.has(permission);
  return (ROLES[role] ?? []).some((pattern) => patternOf(pattern).test(permission));
}

const patterns = new Map<string, RegExp>();

function patternOf(text: string): RegExp {
  const known = patterns.get(text);
  if (known) return known;
  const made = new RegExp(`^${text.replace(/\./g, '\\.').replace(/\*/g, '[A-Za-z]+')}$`);
  patterns.set(text, made);
  return made;
}
