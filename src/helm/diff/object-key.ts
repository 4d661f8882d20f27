import type { Subject } from '../../change/change.js';
import type { Manifest } from './manifests.js';

/** API group of each kind that our charts make. A kind of another group is shown with its group. */
const USUAL_GROUPS: Readonly<Record<string, string>> = {
  BackendConfig: 'cloud.google.com',
  ClusterRole: 'rbac.authorization.k8s.io',
  ClusterRoleBinding: 'rbac.authorization.k8s.io',
  ConfigMap: '',
  CronJob: 'batch',
  CustomResourceDefinition: 'apiextensions.k8s.io',
  DaemonSet: 'apps',
  Deployment: 'apps',
  FrontendConfig: 'networking.gke.io',
  Ingress: 'networking.k8s.io',
  Job: 'batch',
  ManagedCertificate: 'networking.gke.io',
  Namespace: '',
  NetworkPolicy: 'networking.k8s.io',
  PersistentVolume: '',
  PersistentVolumeClaim: '',
  Pod: '',
  PodDisruptionBudget: 'policy',
  PriorityClass: 'scheduling.k8s.io',
  Role: 'rbac.authorization.k8s.io',
  RoleBinding: 'rbac.authorization.k8s.io',
  Secret: '',
  Service: '',
  ServiceAccount: '',
  StatefulSet: 'apps',
  StorageClass: 'storage.k8s.io',
  ValidatingAdmissionPolicy: 'admissionregistration.k8s.io',
  ValidatingAdmissionPolicyBinding: 'admissionregistration.k8s.io',
};

/**
 * What tells an object from every other one in the cluster: group, kind, namespace and name. The version of an API is no
 * part of it, since one object is served under all versions.
 * @param home namespace of the release, in which helm puts objects that name none
 */
export function objectKey({ apiVersion, kind, namespace, name }: Manifest, home: string): string {
  return JSON.stringify([groupOf(apiVersion), kind, namespace ?? home, name]);
}

/** The object as the subject of a change. Group and namespace are named where they are not the usual ones. */
export function subjectOf({ apiVersion, kind, namespace, name }: Manifest, home: string): Subject {
  const group = groupOf(apiVersion);
  return {
    kind: 'kubernetes-object',
    type: kind,
    name,
    ...(Object.hasOwn(USUAL_GROUPS, kind) && USUAL_GROUPS[kind] === group ? {} : { group }),
    ...(namespace === undefined || namespace === home ? {} : { namespace }),
  };
}

function groupOf(apiVersion: string): string {
  return apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.lastIndexOf('/')) : '';
}
