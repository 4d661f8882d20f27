import type { KubeClient } from '../../../sandbox/src/kubernetes/client.js';

interface Resource {
  /** `pods`, or `pods/log` for a part of an object. */
  readonly name: string;
  readonly namespaced: boolean;
  readonly verbs: readonly string[];
}

interface Asked {
  readonly client: KubeClient;
  /** Knows all that there is. */
  readonly administrator: KubeClient;
  readonly namespace: string;
}

/** Paths that belong to no resource. `*` of RBAC would open each of them. */
const OTHER_PATHS = [
  '/metrics',
  '/logs/',
  '/debug/pprof/',
  '/debug/api_priority_and_fairness/dump_requests',
  '/configz',
];

/**
 * Everything that an identity may read on the API server, as text by path: each kind of object as a list of its namespace and
 * of the cluster, and each object and each part of it by name. What is refused is left out. The kinds, the objects and their
 * parts are those that an administrator sees, so nothing depends on a list in this file.
 */
export async function readableObjects({ client, administrator, namespace }: Asked): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const read = async (path: string): Promise<void> => {
    const answer = await client.request('GET', path).catch(() => undefined);
    if (answer !== undefined) found.set(path, typeof answer === 'string' ? answer : JSON.stringify(answer));
  };
  for (const { base, resources } of await kinds(administrator)) {
    for (const { name, namespaced, verbs } of resources) {
      if (name.includes('/')) continue;
      const place = namespaced ? `${base}/namespaces/${namespace}/${name}` : `${base}/${name}`;
      const isListed = verbs.includes('list');
      if (isListed) await Promise.all([...new Set([place, `${base}/${name}`])].map(read));
      const objects = isListed ? await administrator.list(place).catch(() => []) : [];
      const parts = resources
        .filter((part) => part.name.startsWith(`${name}/`) && part.verbs.includes('get'))
        .map((part) => part.name.slice(name.length));
      for (const { metadata } of objects) {
        for (const part of ['', ...parts]) await read(`${place}/${encodeURIComponent(metadata.name)}${part}`);
      }
    }
  }
  for (const path of OTHER_PATHS) await read(path);
  return found;
}

async function kinds(client: KubeClient): Promise<{ base: string; resources: readonly Resource[] }[]> {
  const groups = await client.request<{ groups: { versions: { groupVersion: string }[] }[] }>('GET', '/apis');
  const versions = groups.groups.flatMap((group) => group.versions.map(({ groupVersion }) => `/apis/${groupVersion}`));
  return Promise.all(
    ['/api/v1', ...versions].map(async (base) => {
      const { resources } = await client.request<{ resources: readonly Resource[] }>('GET', base);
      return { base, resources };
    }),
  );
}

/** What these identities may read in the whole cluster. */
export const READABLE = {
  plan: [
    'backendconfigs/*',
    'configmaps/research-audience',
    'configmaps/research-deployed',
    'configmaps/research-members',
    'configmaps/research-members-copy',
    'configmaps/research-reconciler',
    'deployments/*/scale',
    'frontendconfigs/*',
    'ingresses/*',
    'managedcertificates/*',
    'networkpolicies/*',
    'persistentvolumeclaims',
    'poddisruptionbudgets/*',
    'rolebindings/*',
    'roles/*',
    'serviceaccounts/*',
    'services/*',
  ],
  sync: [
    'configmaps/research-audience',
    'configmaps/research-deployed',
    'configmaps/research-members',
    'configmaps/research-members-copy',
    'configmaps/research-reconciler',
    'ingresses/jupyterhub',
    'persistentvolumeclaims',
  ],
};
/** Kinds whose objects the plan identity may read whatever they are called. */
const READ_BY_KIND =
  /^(backendconfigs|deployments|frontendconfigs|managedcertificates|networkpolicies|poddisruptionbudgets|rolebindings|roles|serviceaccounts|services|statefulsets)\/[^/]+/;

/** The names in order, each once. Where an identity may read all objects of a kind, the kind stands for them. */
export function namesByKind(names: readonly string[], identity: keyof typeof READABLE): string[] {
  if (identity !== 'plan') return [...new Set(names)].sort();
  const kinds = names.map((name) => name.replace(READ_BY_KIND, '$1/*').replace('ingresses/jupyterhub', 'ingresses/*'));
  return [...new Set(kinds)].sort();
}
