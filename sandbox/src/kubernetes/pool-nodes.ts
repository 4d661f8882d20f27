import { createHash } from 'node:crypto';
import { machine } from '../../../src/config/gce/machines.js';
import type { KubeClient } from './client.js';
import { autopilotNodes, type NodeOptions, nodeObject } from './nodes.js';

type Json = Record<string, unknown>;

const POOL = 'jupyterhub-gke/pool';
const EFFECTS: Readonly<Record<string, string>> = {
  NO_SCHEDULE: 'NoSchedule',
  PREFER_NO_SCHEDULE: 'PreferNoSchedule',
  NO_EXECUTE: 'NoExecute',
};

/**
 * Nodes of a standard cluster's pools, one for each. GKE's autoscaler, which makes them when pods wait, does not run here. A
 * node's name is made from what its machine is made from, so that a change of that replaces the node, as at Google.
 */
export function poolNodes({ name: cluster, nodePools, locations }: Json, project: string): readonly NodeOptions[] {
  return ((nodePools ?? []) as Json[])
    .filter(({ config }) => ((config as Json).labels as Json | undefined)?.[POOL] !== undefined)
    .map((pool) => {
      const config = pool.config as Json;
      const zone = String(((pool.locations ?? locations) as string[])[0]);
      const hash = createHash('sha256')
        .update(JSON.stringify([pool.name, zone, config]))
        .digest('hex');
      const type = String(config.machineType);
      const facts = machine(type);
      return {
        name: `gke-${String(cluster)}-${String(pool.name)}-${hash.slice(0, 8)}-${hash.slice(8, 12)}`,
        region: zone.replace(/-[a-z]$/, ''),
        zone,
        project,
        ...(facts === undefined ? {} : { cpu: facts.vcpus, memory: facts.memoryGiB }),
        labels: {
          'node.kubernetes.io/instance-type': type,
          'cloud.google.com/machine-family': type.replace(/-.*$/, ''),
          'cloud.google.com/gke-nodepool': String(pool.name),
          ...(config.labels as Record<string, string>),
        },
        taints: ((config.taints ?? []) as Json[]).map(({ key, value, effect }) => ({
          key: String(key),
          value: String(value),
          effect: EFFECTS[String(effect)] ?? String(effect),
        })),
        resources: resourcesOf(config, facts?.tpu?.chips),
      };
    });
}

/** Each GPU counts as often as servers may share it. */
function resourcesOf({ accelerators }: Json, chips: number | undefined): Readonly<Record<string, string>> {
  const [gpu] = (accelerators ?? []) as Json[];
  if (gpu === undefined) return chips === undefined ? {} : { 'google.com/tpu': String(chips) };
  const { maxSharedClientsPerGpu: clients = 1 } = (gpu.gpuSharingConfig ?? {}) as Json;
  return { 'nvidia.com/gpu': String(Number(gpu.acceleratorCount) * Number(clients)) };
}

/** Makes the nodes those of the pools; without pools, those of Autopilot. Pods on nodes that go are deleted with them. */
export async function playPools(client: KubeClient, cluster: Readonly<Json>, project: string): Promise<void> {
  const ofPools = poolNodes(cluster, project);
  const region = String(cluster.location).replace(/-[a-z]$/, '');
  const wanted = ofPools.length > 0 ? ofPools : autopilotNodes(String(cluster.name), region, project);
  const there = (await client.list('/api/v1/nodes')).map(({ metadata }) => metadata?.name ?? '');
  for (const node of wanted) {
    if (!there.includes(node.name)) await client.create('/api/v1/nodes', nodeObject(node));
  }
  for (const name of there) {
    if (!wanted.some((node) => node.name === name)) await client.delete(`/api/v1/nodes/${name}`);
  }
}
