import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type NodeKind, nodeOfKind } from '../../sandbox/src/kubernetes/accelerator-nodes.js';
import { nodeObject } from '../../sandbox/src/kubernetes/nodes.js';
import { Person } from '../../sandbox/src/lifecycle/person.js';
import { type HubEnvironment, startHubEnvironment } from '../support/e2e/hub-environment.js';

/*
 * Real hub, KubeSpawner, API server and scheduler; nodes are objects that kwok keeps ready. Autopilot makes a node for a pod
 * that waits: here the test makes it, one kind after the other, with the labels, taints and amounts that GKE gives such nodes.
 * What is not seen here is GKE's admission of the pods, and the GPU.
 */
const SLOW = 300_000;
const CHART = process.env.JUPYTERHUB_GKE_TEST_CHART;
const ZONE = 'us-central1-a';
const OTHER = 'us-central1-b';
const NS = 'jupyterhub-research';
const L4 = 'nvidia-l4';
const PROFILES = `profiles:
  - {name: cpu}
  - {name: l4, gpu: {type: ${L4}}, groups: [ml]}
  - {name: l4-two, gpu: {type: ${L4}, count: 2}, groups: [ml]}
  - {name: l4-shared, gpu: {type: ${L4}, sharing: {strategy: time-sharing, clients: 4}}, groups: [ml]}
  - {name: l4-spot, gpu: {type: ${L4}}, capacity: spot, groups: [ml]}
  - {name: l4-flex, gpu: {type: ${L4}}, capacity: flex-start, groups: [ml]}
  - {name: l4-reserved, gpu: {type: ${L4}}, capacity: reservation, reservation: {name: course}, groups: [ml]}
  - {name: a100, gpu: {type: nvidia-tesla-a100}, groups: [ml]}
  - {name: tpu, tpu: {type: tpu-v5-lite-podslice, topology: 2x2}, groups: [ml]}
  - {name: gvisor, sandbox: true, groups: [ml]}
`;
/** The nodes for each profile, in an order in which every new one fits exactly one of the servers that wait. */
const KINDS: readonly NodeKind[] = [
  { name: 'l4', machine: 'g2-standard-8', gpu: { type: L4, count: 1 } },
  { name: 'l4-two', machine: 'g2-standard-24', gpu: { type: L4, count: 2 } },
  { name: 'l4-shared', machine: 'g2-standard-8', gpu: { type: L4, count: 1, clients: 4 } },
  { name: 'l4-spot', machine: 'g2-standard-8', gpu: { type: L4, count: 1 }, capacity: 'spot' },
  { name: 'l4-flex', machine: 'g2-standard-8', gpu: { type: L4, count: 1 }, capacity: 'flex-start' },
  {
    name: 'l4-reserved',
    machine: 'g2-standard-8',
    gpu: { type: L4, count: 1 },
    capacity: { reservation: 'course', project: 'acme-research' },
  },
  { name: 'a100', machine: 'a2-highgpu-1g', gpu: { type: 'nvidia-tesla-a100', count: 1 } },
  { name: 'tpu', machine: 'ct5lp-hightpu-4t', tpu: { type: 'tpu-v5-lite-podslice', topology: '2x2', chips: 4 } },
  { name: 'gvisor', machine: 'n2-standard-8', gvisor: true },
];
const emailOf = (profile: string): string => `${profile}@acme.dev`;
/** Alice starts a CPU server first and a GPU after it. */
const ALICE = emailOf('l4');
const OUTSIDER = 'guest@acme.dev';

let environment: HubEnvironment;
let config: string;
let prefix: string;
beforeAll(async () => {
  environment = await startHubEnvironment();
  if (CHART === undefined) console.log('JUPYTERHUB_GKE_TEST_CHART names no chart: the stand-in chart is used');
  else cpSync(CHART, join(environment.repository, 'chart'), { recursive: true });
  prefix = environment.read('jupyterhub.yaml') + (CHART === undefined ? '' : 'hub: {chart: {path: chart}}\n');
  config = `${prefix}platform: {zones: [${ZONE}]}\n${PROFILES}`;
  const people = KINDS.map(({ name }) => `  - {email: ${emailOf(name)}, groups: [ml]}\n`).join('');
  environment.write('users.yaml', `users:\n  - {email: ada@acme.dev, admin: true}\n  - ${OUTSIDER}\n${people}`);
  environment.write('jupyterhub.yaml', config);
  // Every kind is in another zone too, except the A100.
  for (const kind of KINDS) if (kind.name !== 'a100') await addNode(kind, OTHER);
}, 400_000);
afterAll(() => environment?.stop());

interface Pod {
  readonly metadata: { readonly name: string; readonly annotations?: Readonly<Record<string, string>> };
  readonly spec: {
    readonly nodeName?: string;
    readonly volumes?: readonly { readonly persistentVolumeClaim?: object }[];
  };
  readonly status?: {
    readonly conditions?: readonly { readonly type: string; readonly status: string; readonly reason?: string }[];
  };
}

async function addNode(kind: NodeKind, zone: string): Promise<string> {
  const node = nodeObject(nodeOfKind(kind, zone));
  await environment.sandbox.controlPlane.client.create('/api/v1/nodes', node);
  return node.metadata.name;
}

async function podOf(email: string): Promise<Pod | undefined> {
  const pods = await environment.sandbox.controlPlane.client.list(
    `/api/v1/namespaces/${NS}/pods?labelSelector=component%3Dsingleuser-server`,
  );
  return pods.find(({ metadata }) => metadata.annotations?.['hub.jupyter.org/username'] === email) as Pod | undefined;
}

async function until<T>(what: string, look: () => Promise<T | undefined | false>, limit = 60_000): Promise<T> {
  for (const end = Date.now() + limit; ; ) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`${what} did not happen`);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

const isWaiting = (pod: Pod | undefined): boolean =>
  pod?.spec.nodeName === undefined &&
  pod?.status?.conditions?.some(({ type, reason }) => type === 'PodScheduled' && reason === 'Unschedulable') === true;

async function enter(email: string): Promise<Person> {
  const person = new Person(email, environment.sandbox.iap.url);
  await until(`${email} gets in`, async () => {
    await person.open(environment.sandbox.iap.signInUrl(email));
    return (await person.open('/hub/home')).status === 200;
  });
  return person;
}

const ask = (person: Person, profile: string) =>
  person.api(`/users/${encodeURIComponent(person.email)}/server`, { method: 'POST', body: { profile } });

/** Zone of a node, and of the disk of a person's home. */
async function zones(email: string, nodeName: string): Promise<readonly unknown[]> {
  const { client } = environment.sandbox.controlPlane;
  const node = await client.get(`/api/v1/nodes/${nodeName}`);
  const claims = await client.list(`/api/v1/namespaces/${NS}/persistentvolumeclaims`);
  const claim = claims.find(({ metadata }) => metadata.annotations?.['hub.jupyter.org/username'] === email);
  const volume = await client.get(`/api/v1/persistentvolumes/${claim?.spec?.volumeName}`);
  const handle = (volume?.spec?.csi as { readonly volumeHandle?: string } | undefined)?.volumeHandle ?? '';
  return [node?.metadata.labels?.['topology.kubernetes.io/zone'], handle.split('/')[3]];
}

test(
  'without zones the same profiles are refused at their lines, before anything is contacted',
  async () => {
    environment.write('jupyterhub.yaml', `${prefix}${PROFILES}`);
    const { code, text } = await environment.gke('plan', 'validate');
    expect(code).toBe(1);
    const lines = [...text.matchAll(/jupyterhub\.yaml:(\d+):\d+ error accelerator-zones/g)].map((match) =>
      Number(match[1]),
    );
    const first = prefix.split('\n').length;
    expect(lines).toEqual([2, 3, 4, 5, 6, 7, 8, 9].map((line) => first + line));
    expect(text).toContain('Add platform.zones with the zones that have it');
    environment.write('jupyterhub.yaml', config);
  },
  SLOW,
);

test(
  'a zone that lacks the accelerator of a profile is an error of the plan at the line of the profile',
  async () => {
    environment.write('jupyterhub.yaml', config.replace(`zones: [${ZONE}]`, `zones: [${ZONE}, ${OTHER}]`));
    // The API of Compute Engine is off before the first apply: then nothing can be asked, and the plan says so.
    const before = await environment.gke('plan', 'plan');
    expect([before.code, before.code === 0 ? '' : before.text]).toEqual([0, '']);
    expect(before.text).toContain('The API of Compute Engine is off');
    environment.write('jupyterhub.yaml', config);
    const applied = await environment.gke('apply', 'apply');
    expect([applied.code, applied.code === 0 ? '' : applied.text]).toEqual([0, '']);
    environment.write('jupyterhub.yaml', config.replace(`zones: [${ZONE}]`, `zones: [${ZONE}, ${OTHER}]`));
    const { code, text } = await environment.gke('plan', 'plan');
    expect(code).toBe(1);
    const line = config.slice(0, config.indexOf('name: a100')).split('\n').length;
    expect(text).toMatch(
      new RegExp(`jupyterhub\\.yaml:${line}:\\d+ error zone-offer.*${OTHER} has no nvidia-tesla-a100`),
    );
    expect(text).toContain(`Write platform: {zones: [${ZONE}]}, which have the accelerators of all profiles.`);
    expect(text).not.toContain(`${OTHER} has no nvidia-l4`);
    environment.write('jupyterhub.yaml', config);
    expect((await environment.gke('plan', 'plan')).code).toBe(0);
  },
  SLOW,
);

test(
  'each kind of profile waits while its node is elsewhere, and binds to its own node in the zone of the hub',
  async () => {
    const alice = await enter(ALICE);
    await alice.startServer({ profile: 'cpu' });
    const cpu = await podOf(ALICE);
    const [zoneOfCpu, zoneOfHome] = await zones(ALICE, cpu?.spec.nodeName ?? '');
    expect([zoneOfCpu, zoneOfHome]).toEqual([ZONE, ZONE]);
    expect((await alice.api(`/users/${encodeURIComponent(ALICE)}/server`, { method: 'DELETE' })).status).toBeLessThan(
      300,
    );
    await until('the CPU server ends', async () => (await podOf(ALICE)) === undefined);

    for (const { name } of KINDS) {
      const asked = await ask(name === 'l4' ? alice : await enter(emailOf(name)), name);
      expect([name, asked.status]).toEqual([name, 202]);
    }
    for (const { name } of KINDS) {
      await until(`the server of ${name} waits`, async () => isWaiting(await podOf(emailOf(name))));
    }
    const waiting = new Set(KINDS.map(({ name }) => name));
    for (const kind of KINDS) {
      const node = await addNode(kind, ZONE);
      const bound = await until(`the server of ${kind.name} gets its node`, async () => {
        const pod = await podOf(emailOf(kind.name));
        return pod?.spec.nodeName === undefined ? undefined : pod;
      });
      waiting.delete(kind.name);
      expect([kind.name, bound.spec.nodeName]).toEqual([kind.name, node]);
      for (const other of waiting) expect([other, isWaiting(await podOf(emailOf(other)))]).toEqual([other, true]);
      await until('the disk is there', async () => (await zones(emailOf(kind.name), node))[1] !== undefined);
      expect([kind.name, ...(await zones(emailOf(kind.name), node))]).toEqual([kind.name, ZONE, ZONE]);
    }
  },
  SLOW,
);

test(
  'somebody outside the group gets no pod, whatever the profile',
  async () => {
    const guest = await enter(OUTSIDER);
    for (const { name } of KINDS) {
      const asked = await ask(guest, name);
      expect([name, asked.status]).toEqual([name, 202]);
      const ended = await until(`the start of ${name} fails`, async () => {
        expect([name, await podOf(OUTSIDER)]).toEqual([name, undefined]);
        const progress = await guest.api(`/users/${encodeURIComponent(OUTSIDER)}/server/progress`);
        return progress.text.includes('"failed"') && progress.text;
      });
      expect(ended).toContain('Spawn failed');
      expect(ended).not.toContain('"ready": true');
    }
    await guest.startServer({ profile: 'cpu' });
  },
  SLOW,
);

test(
  'zones without those of existing homes are told by the plan and refused by apply, with the homes',
  async () => {
    environment.write('jupyterhub.yaml', `${prefix}platform: {zones: [us-central1-c]}\nprofiles: [{name: cpu}]\n`);
    const planned = await environment.gke('plan', 'plan');
    expect([planned.code, planned.code === 0 ? '' : planned.text]).toEqual([0, '']);
    expect(planned.text).toContain(`its server could not start any more: apply refuses that`);
    const applied = await environment.gke('apply', 'apply');
    expect(applied.code).toBe(1);
    expect(applied.text).toMatch(/10 homes are in us-central1-a, and platform\.zones names only us-central1-c: claim-/);
    const { client } = environment.sandbox.controlPlane;
    const type = await client.get('/apis/storage.k8s.io/v1/storageclasses/jupyterhub-research-home');
    expect(JSON.stringify(type)).toContain(`"values":["${ZONE}"]`);
  },
  SLOW,
);
