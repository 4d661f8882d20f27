import { createHash } from 'node:crypto';
import type { KubeObject } from './client.js';

/** One node to be played by kwok. */
export interface NodeOptions {
  readonly name: string;
  readonly region: string;
  readonly zone: string;
  readonly project?: string;
  /** Cores, default 16. */
  readonly cpu?: number;
  /** Memory in GiB, default 64. */
  readonly memory?: number;
  /** Extended resources, such as `nvidia.com/gpu`. */
  readonly resources?: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
  readonly taints?: readonly { readonly key: string; readonly value?: string; readonly effect: string }[];
}

/** The kubelet version that nodes say they run. */
export const NODE_VERSION = 'v1.34.4-gke.1';

// Two regions of Google have no zone a (cloud.google.com/compute/docs/regions-zones, 2026-11).
const WITHOUT_ZONE_A = new Set(['europe-west1', 'us-east1']);

/** Three zones of a region, as GKE spreads a regional cluster over. */
export function zonesOf(region: string): readonly string[] {
  return (WITHOUT_ZONE_A.has(region) ? ['b', 'c', 'd'] : ['a', 'b', 'c']).map((letter) => `${region}-${letter}`);
}

/** One node per zone with the labels of GKE Autopilot; names look like GKE's and are the same on each run. */
export function autopilotNodes(cluster: string, region: string, project?: string): readonly NodeOptions[] {
  return zonesOf(region).map((zone) => {
    const hash = createHash('sha256').update(`${cluster}/${zone}`).digest('hex');
    const name = `gk3-${cluster}-pool-1-${hash.slice(0, 8)}-${hash.slice(8, 12)}`;
    return { name, region, zone, ...(project === undefined ? {} : { project }) };
  });
}

/** The Node object; kwok fills in the conditions and renews the lease. Addresses are of the loopback range. */
export function nodeObject(options: NodeOptions): KubeObject {
  const { name, region, zone, cpu = 16, memory = 64 } = options;
  // Some of a GKE machine is kept back for the system; the rest is what pods can get.
  const capacity = { cpu: String(cpu), memory: `${memory}Gi`, pods: '110', 'ephemeral-storage': '100Gi' };
  const { resources } = options;
  const allocatable = { ...capacity, cpu: `${cpu * 1000 - 80}m`, memory: `${memory - 3}Gi`, pods: '32', ...resources };
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      annotations: { 'kwok.x-k8s.io/node': 'fake' },
      labels: {
        'kubernetes.io/arch': 'amd64',
        'kubernetes.io/os': 'linux',
        'kubernetes.io/hostname': name,
        'node.kubernetes.io/instance-type': 'ek-standard-16',
        'topology.kubernetes.io/region': region,
        'topology.kubernetes.io/zone': zone,
        'topology.gke.io/zone': zone,
        'cloud.google.com/gke-nodepool': 'pool-1',
        'cloud.google.com/gke-provisioning': 'standard',
        'cloud.google.com/gke-container-runtime': 'containerd',
        'cloud.google.com/gke-os-distribution': 'cos',
        'cloud.google.com/machine-family': 'ek',
        'iam.gke.io/gke-metadata-server-enabled': 'true',
        ...options.labels,
      },
    },
    spec: {
      providerID: `gce://${options.project ?? 'sandbox'}/${zone}/${name}`,
      ...(options.taints === undefined ? {} : { taints: options.taints }),
    },
    status: {
      capacity: { ...capacity, ...resources },
      allocatable,
      nodeInfo: {
        architecture: 'amd64',
        operatingSystem: 'linux',
        kubeletVersion: NODE_VERSION,
        kubeProxyVersion: NODE_VERSION,
        containerRuntimeVersion: 'sandbox',
        osImage: 'sandbox',
        kernelVersion: '',
        machineID: '',
        bootID: '',
        systemUUID: '',
      },
    },
  };
}

/**
 * kwok's settings (JSON is YAML): it makes nodes ready and knows nothing of pods, since
 * only a resource with a Stage is played, and pods belong to the kubelet stand-in.
 * @param kubeletPort where the API server asks for logs
 */
export function kwokConfig(kubeletPort: number): string {
  const ready = { key: '.status.conditions.[] | select( .type == "Ready" ) | .status' };
  const stage = {
    apiVersion: 'kwok.x-k8s.io/v1alpha1',
    kind: 'Stage',
    metadata: { name: 'node-ready' },
    spec: {
      resourceRef: { apiGroup: 'v1', kind: 'Node' },
      selector: { matchExpressions: [{ ...ready, operator: 'NotIn', values: ['True'] }] },
      next: { statusTemplate: `${STATUS}daemonEndpoints: { kubeletEndpoint: { Port: ${kubeletPort} } }\n` },
    },
  };
  return `${JSON.stringify(stage)}\n`;
}

const STATUS = `conditions:
{{ $now := Now }}
{{ range NodeConditions }}
- { type: {{ .type | Quote }}, status: {{ .status | Quote }}, reason: {{ .reason | Quote }}, message: {{ .message | Quote }}, lastHeartbeatTime: {{ $now | Quote }}, lastTransitionTime: {{ $now | Quote }} }
{{ end }}
addresses:
- { type: InternalIP, address: {{ NodeIP | Quote }} }
- { type: Hostname, address: {{ .metadata.name | Quote }} }
phase: Running
`;
