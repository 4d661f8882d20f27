import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Person } from '../../sandbox/src/lifecycle/person.js';
import { type HubEnvironment, startHubEnvironment } from '../support/e2e/hub-environment.js';

/*
 * A standard cluster from its first plan to servers on its pools: terraform, the emulator, and the real hub, API server and
 * scheduler. The nodes are played by kwok, one for each pool, as the emulator's pools say.
 */
const SLOW = 400_000;
const CHART = process.env.JUPYTERHUB_GKE_TEST_CHART;
const NS = 'jupyterhub-research';
const POOLS = (machine: string): string => `platform:
  cluster: {mode: standard}
  nodePools:
    cpu: {machineType: n2-standard-8, max: 3}
    l4: {machineType: ${machine}, gpu: {type: nvidia-l4}, max: 2}
    spot: {machineType: n2-standard-8, capacity: spot, max: 2}
profiles:
  - {name: cpu}
  - {name: l4, pool: l4, gpu: 1, groups: [ml]}
  - {name: spot, pool: spot}
`;
const PEOPLE = { cpu: 'carol@acme.dev', l4: 'alice@acme.dev', spot: 'bob@acme.dev' };

let environment: HubEnvironment;
let base: string;
beforeAll(async () => {
  environment = await startHubEnvironment();
  if (CHART === undefined) console.log('JUPYTERHUB_GKE_TEST_CHART names no chart: the stand-in chart is used');
  else cpSync(CHART, join(environment.repository, 'chart'), { recursive: true });
  base = environment.read('jupyterhub.yaml') + (CHART === undefined ? '' : 'hub: {chart: {path: chart}}\n');
  const people = Object.values(PEOPLE).map((email) => `  - {email: ${email}, groups: [ml]}\n`);
  environment.write('users.yaml', `users:\n  - {email: ada@acme.dev, admin: true}\n${people.join('')}`);
  environment.write('jupyterhub.yaml', base + POOLS('g2-standard-8'));
}, SLOW);
afterAll(() => environment?.stop());

/** Pool of the node of each pod with these labels. */
async function poolsOf(selector: string): Promise<readonly unknown[]> {
  const { client } = environment.sandbox.controlPlane;
  const pods = await client.list(`/api/v1/namespaces/${NS}/pods?labelSelector=${encodeURIComponent(selector)}`);
  const nodes = await Promise.all(pods.map(({ spec }) => client.get(`/api/v1/nodes/${String(spec?.nodeName)}`)));
  return nodes.map((node) => node?.metadata.labels?.['jupyterhub-gke/pool']);
}

test(
  'each server runs on the pool of its profile, and the hub on the pool for it',
  async () => {
    const applied = await environment.gke('apply', 'apply');
    expect([applied.code, applied.code === 0 ? '' : applied.text]).toEqual([0, '']);
    expect(await poolsOf('component=hub')).toEqual(['core']);
    expect(await poolsOf('component=proxy')).toEqual(['core']);
    for (const [name, email] of Object.entries(PEOPLE)) {
      const person = new Person(email, environment.sandbox.iap.url);
      await person.open(environment.sandbox.iap.signInUrl(email));
      await person.startServer({ profile: name });
    }
    expect([...(await poolsOf('component=singleuser-server'))].sort()).toEqual(['cpu', 'l4', 'spot']);
    const again = await environment.gke('plan', 'plan');
    expect(again.text).toContain('No change');
  },
  SLOW,
);

test(
  'another machine of a pool is told as what it does to people, and refused until it is acknowledged',
  async () => {
    environment.write('jupyterhub.yaml', base + POOLS('g2-standard-12'));
    const planned = await environment.gke('plan', 'plan');
    expect([planned.code, planned.code === 0 ? '' : planned.text]).toEqual([0, '']);
    expect(planned.text).toContain('Servers of people stop');
    const address = 'google_container_node_pool.pool["l4"]';
    const refused = await environment.gke('apply', 'apply');
    expect(refused.code).toBe(1);
    expect(refused.text).toContain(`${address} (update)`);
    expect([...(await poolsOf('component=singleuser-server'))].sort()).toEqual(['cpu', 'l4', 'spot']);
  },
  SLOW,
);
