import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Person } from '../../sandbox/src/lifecycle/person.js';
import { type HubEnvironment, startHubEnvironment } from '../support/e2e/hub-environment.js';

/*
 * Budgets and warm seats with the real hub, KubeSpawner, API server and scheduler; nodes are objects that kwok keeps ready.
 * There is one node, of 16 cores: a placeholder of three seats leaves no room for a fourth server.
 */
const SLOW = 400_000;
const CHART = process.env.JUPYTERHUB_GKE_TEST_CHART;
const NS = 'jupyterhub-research';
const WARM = 'research-warm-big';
const ADA = 'ada@acme.dev';
const HOURS = `platform: {zones: [us-central1-a]}
profiles: [{name: cpu}, {name: big, cpu: 4, memory: 8Gi}]
warm: [{profile: big, servers: 3, days: [mon, tue, wed, thu, fri, sat, sun], from: "00:00", to: "23:59"}]
budgets: [{profiles: [cpu], of: cpu, hours: 0.01, per: 7d}]
acknowledge: [{rule: budget-size, reason: A test does not wait for ten minutes.}]
`;

let environment: HubEnvironment;
let prefix: string;
beforeAll(async () => {
  environment = await startHubEnvironment();
  if (CHART === undefined) console.log('JUPYTERHUB_GKE_TEST_CHART names no chart: the stand-in chart is used');
  else cpSync(CHART, join(environment.repository, 'chart'), { recursive: true });
  prefix = environment.read('jupyterhub.yaml') + (CHART === undefined ? '' : 'hub: {chart: {path: chart}}\n');
  environment.write('users.yaml', `users:\n  - {email: ${ADA}, admin: true}\n`);
  environment.write('jupyterhub.yaml', `${prefix}${HOURS}`);
  const applied = await environment.gke('apply', 'apply');
  expect([applied.code, applied.code === 0 ? '' : applied.text]).toEqual([0, '']);
}, SLOW);
afterAll(() => environment?.stop());

async function until<T>(what: string, look: () => Promise<T | undefined | false>, limit = 120_000): Promise<T> {
  for (const end = Date.now() + limit; ; ) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`${what} did not happen`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** Whether each placeholder has a node. */
async function placeholders(): Promise<readonly boolean[]> {
  const pods = await environment.sandbox.controlPlane.client.list(
    `/api/v1/namespaces/${NS}/pods?labelSelector=${encodeURIComponent('jupyterhub-gke/warm=big')}`,
  );
  return pods
    .filter(({ metadata }) => metadata.deletionTimestamp === undefined)
    .map(({ spec }) => spec?.nodeName !== undefined);
}

const replicas = async (): Promise<unknown> =>
  (await environment.sandbox.controlPlane.client.get(`/apis/apps/v1/namespaces/${NS}/deployments/${WARM}`))?.spec
    ?.replicas;

async function enter(email: string): Promise<Person> {
  const person = new Person(email, environment.sandbox.iap.url);
  await until(`${email} gets in`, async () => {
    await person.open(environment.sandbox.iap.signInUrl(email));
    return (await person.open('/hub/home')).status === 200;
  });
  return person;
}

test(
  'a placeholder keeps room, and gives way to a server at once',
  async () => {
    await until('the placeholder has a node', async () => (await placeholders()).join() === 'true');
    expect(await replicas()).toBe(1);
    const ada = await enter(ADA);
    await ada.startServer({ profile: 'big' });
    // The one seat less is a placeholder less, which the reconciler does not make again.
    await until('the placeholder is gone', async () => (await placeholders()).length === 0);
    expect(await replicas()).toBe(0);
    await ada.api(`/users/${encodeURIComponent(ADA)}/server`, { method: 'DELETE' });
    await until('the placeholder is back', async () => (await placeholders()).join() === 'true');
  },
  SLOW,
);

test(
  'an upgrade with another number of seats leaves the number of placeholders alone',
  async () => {
    const plan = await environment.gke('plan', 'plan');
    expect([plan.code, plan.text.includes('changed in the cluster')]).toEqual([0, false]);
    environment.write('jupyterhub.yaml', `${prefix}${HOURS.replace(/servers: 3/, 'servers: 2')}`);
    expect((await environment.gke('apply', 'apply')).code).toBe(0);
    expect(await replicas()).toBe(1);
  },
  SLOW,
);

test(
  'a server whose hours are used up is stopped, and does not start again until they come back',
  async () => {
    const ada = await enter(ADA);
    const servers = async (): Promise<number> => {
      const { text } = await ada.api(`/users/${encodeURIComponent(ADA)}`);
      return Object.keys((JSON.parse(text) as { servers?: object }).servers ?? {}).length;
    };
    await until('no server is left', async () => (await servers()) === 0);
    expect((await ada.open('/hub/spawn')).text).toContain('0.01 CPU core hours left of 0.01 CPU core hours in 7 days');
    await ada.startServer({ profile: 'cpu' });
    await until('the server is stopped', async () => (await servers()) === 0, 240_000);
    expect((await ada.open('/hub/spawn')).text).toContain('Hours come back on');
    await ada.api(`/users/${encodeURIComponent(ADA)}/server`, { method: 'POST', body: { profile: 'cpu' } });
    const refused = await until('the start is refused', async () => {
      const { text } = await ada.api(`/users/${encodeURIComponent(ADA)}/server/progress`);
      return text.includes('"failed"') && text;
    });
    expect(refused).toContain('used up 0.01 CPU core hours in 7 days');
  },
  SLOW,
);
