import type { KubeObject } from './client.js';

// On GKE, IAM roles apply in the cluster. Here the token review returns a person's project roles
// as groups `iam:<role>`, and these bindings give them permissions. A viewer sees no Secrets, as on GKE.

const RBAC = 'rbac.authorization.k8s.io';
const ADMINISTRATORS = ['iam:roles/container.admin', 'iam:roles/owner'] as const;
const VIEWERS = ['iam:roles/container.viewer', 'iam:roles/viewer'] as const;
const READ = ['get', 'list', 'watch'] as const;

/** Roles and bindings that map IAM roles to permissions in the cluster, by path. */
export function accessObjects(): ReadonlyMap<string, KubeObject> {
  const objects: KubeObject[] = [
    {
      apiVersion: `${RBAC}/v1`,
      kind: 'ClusterRole',
      metadata: { name: 'sandbox:viewer' },
      rules: [
        { apiGroups: [''], resources: ['namespaces', 'nodes', 'persistentvolumes'], verbs: READ },
        { apiGroups: ['storage.k8s.io'], resources: ['*'], verbs: READ },
        { apiGroups: ['scheduling.k8s.io'], resources: ['priorityclasses'], verbs: READ },
        { apiGroups: [RBAC], resources: ['*'], verbs: READ },
        { apiGroups: ['apiextensions.k8s.io'], resources: ['customresourcedefinitions'], verbs: READ },
        { apiGroups: ['cloud.google.com', 'networking.gke.io'], resources: ['*'], verbs: READ },
      ],
    },
    binding('sandbox:administrators', 'cluster-admin', ADMINISTRATORS),
    binding('sandbox:viewers', 'sandbox:viewer', VIEWERS),
    binding('sandbox:viewers-of-namespaces', 'view', VIEWERS),
  ];
  return new Map(
    objects.map((object) => [
      `/apis/${RBAC}/v1/${object.kind === 'ClusterRole' ? 'clusterroles' : 'clusterrolebindings'}/${object.metadata.name}`,
      object,
    ]),
  );
}

function binding(name: string, role: string, groups: readonly string[]): KubeObject {
  return {
    apiVersion: `${RBAC}/v1`,
    kind: 'ClusterRoleBinding',
    metadata: { name },
    roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: role },
    subjects: groups.map((group) => ({ apiGroup: RBAC, kind: 'Group', name: group })),
  };
}
