import type { Match } from './discovery.js';

/** Requirement of a call: all permissions, on the resource or any of its parents. */
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

// Methods whose permission does not follow from their collection and verb.
const SPECIAL: Readonly<Record<string, readonly string[]>> = {
  'cloudresourcemanager.projects.list': [],
  'cloudresourcemanager.projects.testIamPermissions': [],
  'compute.subnetworks.insert': ['compute.subnetworks.create', 'compute.networks.updatePolicy'],
  'compute.routers.patch': ['compute.routers.update', 'compute.networks.updatePolicy'],
  'compute.routers.insert': ['compute.routers.create', 'compute.networks.updatePolicy'],
  'container.projects.locations.getServerConfig': ['container.clusters.list'],
  'iam.projects.serviceAccounts.testIamPermissions': [],
  'iamcredentials.projects.serviceAccounts.generateAccessToken': ['iam.serviceAccounts.getAccessToken'],
  'iap.getIapSettings': ['iap.projects.getSettings'],
  'iap.testIamPermissions': [],
  'serviceusage.services.batchEnable': ['serviceusage.services.enable'],
  'serviceusage.services.batchGet': ['serviceusage.services.get'],
  'storage.anywhereCaches.list': ['storage.buckets.get'],
  'storage.buckets.getStorageLayout': ['storage.objects.list'],
  // Checked by the service, which knows the object's name only after reading the upload.
  'storage.objects.insert': [],
  'storage.buckets.testIamPermissions': [],
  'sts.token': [],
};

/** What a call needs, by its method, path and query; `resource` is the project where the path has none. */
export function needOf({ method, values }: Match, project: string, query: URLSearchParams): Need {
  const top = `projects/${project}`;
  const special = SPECIAL[method.id];
  const parts = method.id.split('.');
  const api = parts[0] ?? '';
  const verb = parts.at(-1) ?? '';
  const collection = parts.at(-2) ?? '';
  const standard = (prefix: string, name: string): string => `${prefix}.${name}.${VERBS[verb] ?? verb}`;
  switch (api) {
    // Groups belong to the organisation, so roles in the group decide.
    case 'cloudidentity':
      return { permissions: [], resources: [], shown: values.groupsId ?? '' };
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
      // Of the settings, the method names its resource otherwise.
      const resource = values.resource ?? `${values.name ?? ''}/iap_web`;
      return { permissions: special ?? [`${iapType(resource)}.${verb}`], resources: [top], shown: resource };
    }
    case 'secretmanager': {
      const secret = `projects/${values.projectsId ?? ''}/secrets/${values.secretsId ?? ''}`;
      // Secrets of another project have policies of their own.
      return {
        permissions: ['secretmanager.versions.access'],
        resources: [secret, `projects/${values.projectsId ?? ''}`],
        shown: `${secret}/versions/${values.versionsId ?? ''}`,
      };
    }
    case 'storage': {
      const permissions = special ?? [standard('storage', collection)];
      const { bucket } = values;
      if (bucket === undefined) return { permissions, resources: [top], shown: top };
      const prefix = method.id === 'storage.objects.list' ? query.get('prefix') : undefined;
      const place = storagePlace(bucket, values.object ?? values.managedFolder ?? prefix ?? '');
      return { permissions, resources: [...place.resources, top], shown: place.shown };
    }
    default: {
      const name = values.network ?? values.subnetwork ?? values.router ?? values.address ?? values.backendService;
      const place = values.region ? `regions/${values.region}` : values.zone ? `zones/${values.zone}` : 'global';
      const shown = api === 'compute' && name !== undefined ? `${top}/${place}/${collection}/${name}` : top;
      return { permissions: special ?? [standard(api, collection)], resources: [top], shown };
    }
  }
}

/**
 * Policies that count for an object, a managed folder (its name ends with a slash) or all objects with a prefix: those of
 * the managed folders on the way to it, and of its bucket.
 */
export function storagePlace(bucket: string, name: string): Pick<Need, 'resources' | 'shown'> {
  const parts = name.split('/').slice(0, -1);
  const folders = parts.map((_, index) => `buckets/${bucket}/managedFolders/${parts.slice(0, index + 1).join('/')}/`);
  const kind = name.endsWith('/') ? 'managedFolders' : 'objects';
  return {
    resources: [...folders.reverse(), `buckets/${bucket}`],
    shown: `projects/_/buckets/${bucket}${name === '' ? '' : `/${kind}/${name}`}`,
  };
}

/** Prefix of IAP's permissions for a resource of its tree. */
function iapType(resource: string): string {
  if (/\/iap_web\/[^/]+\/services\/[^/]+/.test(resource)) return 'iap.webServices';
  return /\/iap_web\/[^/]+/.test(resource) ? 'iap.webTypes' : 'iap.web';
}
