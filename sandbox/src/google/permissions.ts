import type { Match } from './discovery.js';

/** What a call needs: permissions, all of them, on a resource or any of its parents. */
export interface Need {
  readonly permissions: readonly string[];
  /** Names of policies, the nearest first; the project's is always the last. */
  readonly resources: readonly string[];
  /** The resource as messages name it. */
  readonly shown: string;
}

const VERBS: Readonly<Record<string, string>> = {
  insert: 'create',
  patch: 'update',
  aggregatedList: 'list',
  wait: 'get',
};

// Methods whose permission is not that of their own collection and verb.
const SPECIAL: Readonly<Record<string, readonly string[]>> = {
  'cloudresourcemanager.projects.list': [],
  'cloudresourcemanager.projects.testIamPermissions': [],
  'compute.subnetworks.insert': ['compute.subnetworks.create', 'compute.networks.updatePolicy'],
  'compute.routers.insert': ['compute.routers.create', 'compute.networks.updatePolicy'],
  'container.projects.locations.getServerConfig': ['container.clusters.list'],
  'iam.projects.serviceAccounts.testIamPermissions': [],
  'iamcredentials.projects.serviceAccounts.generateAccessToken': ['iam.serviceAccounts.getAccessToken'],
  'iap.testIamPermissions': [],
  'serviceusage.operations.get': [],
  'serviceusage.services.batchEnable': ['serviceusage.services.enable'],
  'serviceusage.services.batchGet': ['serviceusage.services.get'],
  'storage.anywhereCaches.list': ['storage.buckets.get'],
  'storage.buckets.getStorageLayout': ['storage.objects.list'],
  'storage.buckets.testIamPermissions': [],
  'sts.token': [],
};

/** What a call needs, by its method and path; `resource` is the project where the path has none. */
export function needOf({ method, values }: Match, project: string): Need {
  const top = `projects/${project}`;
  const special = SPECIAL[method.id];
  const parts = method.id.split('.');
  const api = parts[0] ?? '';
  const verb = parts.at(-1) ?? '';
  const collection = parts.at(-2) ?? '';
  const standard = (prefix: string, name: string): string => `${prefix}.${name}.${VERBS[verb] ?? verb}`;
  switch (api) {
    case 'cloudresourcemanager':
      return { permissions: special ?? [`resourcemanager.projects.${verb}`], resources: [top], shown: top };
    case 'container': {
      const kind = collection === 'operations' ? 'operations' : 'clusters';
      const plain = collection === 'clusters' || collection === 'operations';
      // Node pools and the sub-setters are updates of their cluster.
      const action =
        plain && /^(create|get|list|delete|cancel)$/.test(verb) ? verb : /^(get|list)$/.test(verb) ? 'get' : 'update';
      const cluster = values.clustersId === undefined ? '' : `/clusters/${values.clustersId}`;
      const shown = `${top}/locations/${values.locationsId ?? '-'}${cluster}`;
      return { permissions: special ?? [`container.${kind}.${action}`], resources: [top], shown };
    }
    case 'iam':
    case 'iamcredentials': {
      const account = values.serviceAccountsId;
      const own = account === undefined ? [] : [`serviceAccounts/${account}`];
      const permissions = special ?? [`iam.serviceAccounts.${VERBS[verb] ?? verb}`];
      return {
        permissions,
        resources: [...own, top],
        shown: account === undefined ? top : `${top}/serviceAccounts/${account}`,
      };
    }
    case 'iap': {
      const resource = values.resource ?? '';
      return { permissions: special ?? [`${iapType(resource)}.${verb}`], resources: [top], shown: resource };
    }
    case 'storage': {
      const bucket = values.bucket;
      const own = bucket === undefined ? [] : [`buckets/${bucket}`];
      const permissions = special ?? [standard('storage', collection)];
      return {
        permissions,
        resources: [...own, top],
        shown: bucket === undefined ? top : `projects/_/buckets/${bucket}`,
      };
    }
    default: {
      const name = values.network ?? values.subnetwork ?? values.router ?? values.address ?? values.backendService;
      const place = values.region ? `regions/${values.region}` : values.zone ? `zones/${values.zone}` : 'global';
      const shown = api === 'compute' && name !== undefined ? `${top}/${place}/${collection}/${name}` : top;
      return { permissions: special ?? [standard(api, collection)], resources: [top], shown };
    }
  }
}

/** Prefix of IAP's permissions for a resource of its tree. */
function iapType(resource: string): string {
  if (/\/iap_web\/[^/]+\/services\/[^/]+/.test(resource)) return 'iap.webServices';
  return /\/iap_web\/[^/]+/.test(resource) ? 'iap.webTypes' : 'iap.web';
}
