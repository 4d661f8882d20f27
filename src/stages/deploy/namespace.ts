import type { KubeObject } from '../../cloud/kubernetes.js';
import { namespaceOf } from '../../helm/release/record.js';

/**
 * The namespace of a hub. By its labels, Kubernetes itself refuses pods that could leave their container, such as
 * privileged ones, whoever creates them.
 */
export function hubNamespace(hub: string): KubeObject & { readonly metadata: { labels: Record<string, string> } } {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: namespaceOf(hub),
      labels: {
        'app.kubernetes.io/managed-by': 'jupyterhub-gke',
        'jupyterhub-gke/hub': hub,
        'pod-security.kubernetes.io/enforce': 'baseline',
        'pod-security.kubernetes.io/warn': 'restricted',
      },
    },
  };
}
