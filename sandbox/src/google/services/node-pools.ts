import { ApiError } from '../api-error.js';
import type { Call, Handlers, Json } from '../world.js';
import type { ClusterFacts } from './cluster-defaults.js';
import type { Container } from './container.js';
import { checkPool } from './node-pool-checks.js';
import { groupUrls, newPool, poolConfig } from './node-pool-defaults.js';

const POOL_NAME = /^[a-z]([-a-z0-9]{0,38}[a-z0-9])?$/;

type Change = (pool: Json, body: Json, facts: ClusterFacts, cluster: string) => Json;

// Fields of a node pool's update that are the pool's own, and what they are called there. The others are of its machines.
const OF_POOL: Readonly<Record<string, string>> = {
  upgradeSettings: 'upgradeSettings',
  nodeDrainConfig: 'nodeDrainConfig',
  nodeNetworkConfig: 'networkConfig',
  nodeVersion: 'version',
};

// Fields that only say which pool is meant.
const ADDRESS = new Set(['name', 'etag', 'locations', 'clusterId', 'nodePoolId', 'projectId', 'zone']);

// Fields of a node pool's update that wrap what they set in a message of their own.
const WRAPPED: Readonly<Record<string, string>> = {
  taints: 'taints',
  labels: 'labels',
  tags: 'tags',
  resourceLabels: 'labels',
};

/** The node pools of standard clusters. */
export function nodePools(container: Container): Handlers {
  const at = 'container.projects.locations.clusters.nodePools';
  const find = (call: Call): Json => {
    const pools = (container.get(call).nodePools ?? []) as Json[];
    const found = pools.find(({ name }) => name === call.values.nodePoolsId);
    if (found) return found;
    const { projectsId, locationsId, clustersId, nodePoolsId } = call.values;
    const path = `projects/${projectsId}/locations/${locationsId}/clusters/${clustersId}/nodePools/${nodePoolsId}`;
    throw new ApiError(404, `nodePool "${path}" not found`);
  };
  const others = (cluster: Json, name: unknown): Json[] =>
    ((cluster.nodePools ?? []) as Json[]).filter((pool) => pool.name !== name);
  const setter = (name: string, type: string, change: Change): Handlers => ({
    [`${at}.${name}`]: (call) => {
      const before = find(call);
      const cluster = container.get(call);
      const after = change(before, call.body, container.facts(cluster), String(cluster.name));
      checkPool(after, container.facts(cluster));
      const put = (cluster: Json): Json => ({ ...cluster, nodePools: [...others(cluster, before.name), after] });
      return container.update(call, put, type, `/nodePools/${String(before.name)}`);
    },
  });
  return {
    [`${at}.get`]: (call) => shown(find(call), call),
    [`${at}.list`]: (call) => ({
      nodePools: ((container.get(call).nodePools ?? []) as Json[]).map((pool) => shown(pool, call)),
    }),
    [`${at}.create`]: (call) => {
      const cluster = container.get(call);
      const given = (call.body.nodePool ?? {}) as Json;
      const name = String(given.name ?? '');
      const pools = (cluster.nodePools ?? []) as Json[];
      if (pools.some((pool) => pool.name === name)) throw new ApiError(409, `Already exists: node pool ${name}.`);
      if (!POOL_NAME.test(name)) throw new ApiError(400, `Invalid value for field "node_pool.name": "${name}".`);
      container.checkAccounts({ nodePools: [given] }, call);
      const made = newPool(given, container.facts(cluster), cluster);
      checkPool(made, container.facts(cluster));
      const put = (one: Json): Json => ({ ...one, nodePools: [...pools, made] });
      return container.update(call, put, 'CREATE_NODE_POOL', `/nodePools/${name}`);
    },
    [`${at}.delete`]: (call) => {
      const { name } = find(call);
      const drop = (cluster: Json): Json => ({ ...cluster, nodePools: others(cluster, name) });
      return container.update(call, drop, 'DELETE_NODE_POOL', `/nodePools/${String(name)}`);
    },
    ...setter('update', 'UPDATE_CLUSTER', (pool, body, facts, cluster) => {
      const after = changedPool(pool, body);
      const { locations } = body;
      if (!Array.isArray(locations)) return after;
      return { ...after, locations, instanceGroupUrls: groupUrls(facts, cluster, String(pool.name), locations) };
    }),
    ...setter('setSize', 'SET_NODE_POOL_SIZE', (pool, body) => ({
      ...pool,
      initialNodeCount: Number(body.nodeCount ?? 0),
    })),
    ...setter('setManagement', 'SET_NODE_POOL_MANAGEMENT', (pool, body) => ({ ...pool, management: body.management })),
    ...setter('setAutoscaling', 'UPDATE_CLUSTER', (pool, body) => ({ ...pool, autoscaling: body.autoscaling })),
  };
}

function changedPool(pool: Json, body: Json): Json {
  const own: Json = {};
  const config: Json = { ...(pool.config as Json) };
  for (const [key, value] of Object.entries(body)) {
    if (ADDRESS.has(key)) continue;
    const place = OF_POOL[key];
    const wrapped = WRAPPED[key];
    if (place !== undefined)
      own[place] = typeof value === 'object' ? { ...(pool[place] as Json), ...(value as Json) } : value;
    else config[key] = wrapped === undefined ? value : (value as Json)[wrapped];
  }
  return { ...pool, ...own, config: poolConfig(config) };
}

// A pool has its location only in the answer to its own get.
function shown(pool: Json, { values: { projectsId, locationsId, clustersId } }: Call): Json {
  const cluster = `projects/${projectsId}/locations/${locationsId}/clusters/${clustersId}`;
  return { ...pool, selfLink: `https://container.googleapis.com/v1/${cluster}/nodePools/${String(pool.name)}` };
}
