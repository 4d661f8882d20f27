import type { Sandbox } from '../sandbox.js';

/** Last line of the lifecycle: which parts were real programs and which were stand-ins. */
export function partsLine({ tools, provider, config }: Sandbox): string {
  const real = [
    `terraform ${tools.version('terraform')}`,
    `helm ${tools.version('helm')}`,
    `etcd ${tools.version('etcd')}`,
    `kube-apiserver ${tools.version('kube-apiserver')}`,
    'kube-controller-manager',
    'kube-scheduler',
    `kwok ${tools.version('kwok')} (nodes)`,
    'JupyterHub',
    'KubeSpawner',
    'configurable-http-proxy',
    'Jupyter Server',
    'act',
    ...(provider ? [] : ['google provider']),
    ...(config.hub.chart.path ? ['the chart of hub.chart.path'] : []),
  ];
  const standIns = [
    'Google Cloud APIs',
    'Identity-Aware Proxy',
    'GitHub API',
    'kubelet',
    'disks (CSI)',
    'GKE Ingress controller',
    "GKE's resource types",
    'third-party actions in the workflow',
    ...(provider ? ['google provider'] : []),
    ...(config.hub.chart.path ? [] : ['z2jh chart']),
  ];
  return `real ${real.length} · stand-in ${standIns.length}\n  real: ${real.join(', ')}\n  stand-in: ${standIns.join(', ')}`;
}
