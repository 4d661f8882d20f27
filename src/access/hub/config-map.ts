import type { KubeObject, KubeRef, Kubernetes } from '../../cloud/kubernetes.js';

/** The hub whose ConfigMaps are read and written. */
export interface HubConfigMaps {
  readonly kubernetes: Kubernetes;
  readonly hub: string;
  readonly namespace: string;
}

/** A ConfigMap of the cluster. */
export interface ConfigMap extends KubeObject {
  readonly data?: Readonly<Record<string, string>>;
}

/**
 * The ConfigMaps of a hub: its people, the audiences it accepts, its homes, and the access reconciler's report.
 * `keeper` is the report's name in the version before.
 */
export const CONFIG_MAPS = ['members', 'members-copy', 'audience', 'reconciler', 'homes', 'keeper'] as const;

/** Name of a ConfigMap of the hub. */
export type ConfigMapName = (typeof CONFIG_MAPS)[number];

/** Reference to a ConfigMap of the hub. */
export function configMapRef({ hub, namespace }: HubConfigMaps, name: ConfigMapName): KubeRef {
  return { apiVersion: 'v1', kind: 'ConfigMap', namespace, name: `${hub}-${name}` };
}

/** A ConfigMap of the hub with its data, ready to be written. */
export function configMapOf(configMaps: HubConfigMaps, which: ConfigMapName, data: Record<string, string>): ConfigMap {
  const { apiVersion, kind, namespace, name } = configMapRef(configMaps, which);
  const labels = { 'app.kubernetes.io/managed-by': 'jupyterhub-gke', 'app.kubernetes.io/instance': configMaps.hub };
  return { apiVersion, kind, metadata: { name, ...(namespace === undefined ? {} : { namespace }), labels }, data };
}
