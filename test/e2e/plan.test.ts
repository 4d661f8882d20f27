import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Identity } from '../../sandbox/src/client-settings.js';
import { KubeClient, type KubeError, type KubeObject, type KubeRequest } from '../../sandbox/src/kubernetes/client.js';
import { Person } from '../../sandbox/src/lifecycle/person.js';
import { type AuditEvent, auditEvents, auditSize } from '../../sandbox/src/lifecycle/writes.js';
import { type HubEnvironment, startHubEnvironment } from '../support/e2e/hub-environment.js';
import { namesByKind, READABLE, readableObjects } from '../support/e2e/readable.js';

// The hub and the notebooks have their own secrets, so there is something that could be read.
const CONFIG = `approval: none
secrets: {db: {env: DB_PASSWORD}, mine: {env: MINE}}
hub:
  values:
    hub: {extraEnv: {DB_PASSWORD: {secretRef: db}}, config: {Mine: {key: {secretRef: mine}}}}
    singleuser: {extraEnv: {DB_PASSWORD: {secretRef: db}}}
`;
const CANARIES = { DB_PASSWORD: 'canary-db-{x}', MINE: 'canary-mine' };
const NAMESPACE = '/api/v1/namespaces/jupyterhub-research';
const SECRET = `${NAMESPACE}/secrets/research-secrets`;
const MAP = { metadata: { name: 'made' }, data: { a: 'b' } };
const READ = ['get', 'list', 'watch'];

let environment: HubEnvironment;
let hubPod = '';
const clients = new Map<Identity, KubeClient>();
beforeAll(async () => {
  environment = await startHubEnvironment(CONFIG);
  const { controlPlane, envAs } = environment.sandbox;
  for (const identity of ['plan', 'sync', 'apply'] as const) {
    const token = String(envAs(identity).GOOGLE_OAUTH_ACCESS_TOKEN);
    clients.set(identity, new KubeClient({ url: `https://${controlPlane.endpoint}`, ca: controlPlane.caPem, token }));
  }
  const { code, text } = await environment.gke('apply', 'apply', { env: CANARIES });
  expect([code, code === 0 ? '' : text]).toEqual([0, '']);
  const pods = await controlPlane.client.list(`${NAMESPACE}/pods`, { labelSelector: 'component=hub' });
  hubPod = `${NAMESPACE}/pods/${pods[0]?.metadata.name}`;
}, 400_000);
afterAll(async () => {
  for (const client of clients.values()) client.close();
  await environment?.stop();
});

/** HTTP status of the API server's answer to an identity. A watch ends by itself after a second. */
async function status(identity: Identity, method: string, path: string, more: KubeRequest = {}): Promise<number> {
  try {
    await clients.get(identity)?.request(method, path, more);
    return 200;
  } catch (error) {
    return (error as KubeError).status;
  }
}

const watch = { query: { watch: 'true', timeoutSeconds: '1' } };
const exec = { query: { command: 'env', stdout: 'true' } };
/** Requests that would show a Secret, run something in a pod, or change the hub: the action, method, path and body. */
const FORBIDDEN: readonly (readonly [string, string, () => string, KubeRequest])[] = [
  ['get a Secret', 'GET', () => SECRET, {}],
  ['list Secrets', 'GET', () => `${NAMESPACE}/secrets`, {}],
  ['list the Secrets of all namespaces', 'GET', () => '/api/v1/secrets', {}],
  ['watch Secrets', 'GET', () => `${NAMESPACE}/secrets`, watch],
  ['watch one Secret', 'GET', () => `/api/v1/watch/namespaces/jupyterhub-research/secrets/research-secrets`, watch],
  ['make a Secret', 'POST', () => `${NAMESPACE}/secrets`, { body: { metadata: { name: 'made' } } }],
  ['run a program in the hub', 'POST', () => `${hubPod}/exec`, exec],
  ['run a program in the hub by a web socket', 'GET', () => `${hubPod}/exec`, exec],
  ['attach to the hub', 'POST', () => `${hubPod}/attach`, {}],
  ['reach a port of the hub', 'POST', () => `${hubPod}/portforward`, {}],
  ['speak to the hub past its proxy', 'GET', () => `${hubPod}/proxy/`, {}],
  ['speak to a service of the hub', 'GET', () => `${NAMESPACE}/services/hub/proxy/`, {}],
  ['get a token of the hub', 'POST', () => `${NAMESPACE}/serviceaccounts/hub/token`, { body: {} }],
  ['make a ConfigMap', 'POST', () => `${NAMESPACE}/configmaps`, { body: MAP }],
  ['make a pod', 'POST', () => `${NAMESPACE}/pods`, { body: { metadata: { name: 'made' } } }],
  ['delete a home', 'DELETE', () => `${NAMESPACE}/persistentvolumeclaims/claim-ada`, {}],
  [
    'give itself rights',
    'POST',
    () => '/apis/rbac.authorization.k8s.io/v1/namespaces/jupyterhub-research/rolebindings',
    { body: { metadata: { name: 'made' } } },
  ],
];
const MEMBERS = `${NAMESPACE}/configmaps/research-members`;
const patch: KubeRequest = { body: { data: { a: 'b' } }, contentType: 'application/merge-patch+json' };

describe.each(['plan', 'sync'] as const)('the identity that may %s', (identity) => {
  test.each(FORBIDDEN)('may not %s', async (_, method, path, more) => {
    expect(await status(identity, method, path(), more)).toBe(403);
  });
});

describe('the plan identity', () => {
  test('cannot write the list of people, which the sync identity can', async () => {
    expect(await status('plan', 'PATCH', MEMBERS, patch)).toBe(403);
    expect(await status('sync', 'PATCH', MEMBERS, patch)).toBe(200);
    expect(await status('apply', 'PATCH', MEMBERS, { ...patch, body: { data: { a: null } } })).toBe(200);
  });

  test('can read everything that plan compares with', async () => {
    for (const list of ['members', 'reconciler', 'audience', 'deployed'])
      expect([list, await status('plan', 'GET', `${NAMESPACE}/configmaps/research-${list}`)]).toEqual([list, 200]);
    expect(
      await status('plan', 'GET', '/apis/networking.k8s.io/v1/namespaces/jupyterhub-research/ingresses/jupyterhub'),
    ).toBe(200);
  });

  test('has no rule that covers Secrets or changes anything', async () => {
    const asked = { body: { spec: { namespace: 'jupyterhub-research' } } };
    const path = '/apis/authorization.k8s.io/v1/selfsubjectrulesreviews';
    const rulesOf = async (identity: Identity): Promise<readonly Rule[]> => {
      const review = await clients.get(identity)?.request<{ status: { resourceRules: Rule[] } }>('POST', path, asked);
      return review?.status.resourceRules ?? [];
    };
    const reaches = ({ resources }: Rule): boolean => resources.some((name) => /^(\*|secrets(\/.*)?)$/.test(name));
    const ofCore = ({ apiGroups }: Rule): boolean => apiGroups.some((group) => group === '' || group === '*');
    const writes = ({ verbs, resources }: Rule): boolean =>
      verbs.some((verb) => !READ.includes(verb)) && !resources.every((name) => /^selfsubject\w*reviews$/.test(name));
    const rules = await rulesOf('plan');
    expect(rules.length).toBeGreaterThan(3);
    expect(rules.filter((rule) => ofCore(rule) && reaches(rule))).toEqual([]);
    expect(rules.filter(writes)).toEqual([]);
    // The same query finds such rules for another identity.
    const ofApply = await rulesOf('apply');
    expect(ofApply.filter((rule) => ofCore(rule) && reaches(rule))).not.toEqual([]);
    expect(ofApply.filter(writes)).not.toEqual([]);
  });

  test('is refused an existing Secret, which apply can read', async () => {
    expect(await status('plan', 'GET', SECRET)).toBe(403);
    const secret = await clients.get('apply')?.request<{ data: Record<string, string> }>('GET', SECRET);
    const texts = Object.values(secret?.data ?? {}).map((data) => Buffer.from(data, 'base64').toString());
    expect(texts.join()).toContain('canary-db');
  });
});

describe('no secret of the hub or of a person', () => {
  let secrets: Readonly<Record<string, string>>;
  beforeAll(async () => {
    const { sandbox } = environment;
    const person = new Person('ada@acme.dev', sandbox.iap.url);
    await person.open(sandbox.iap.signInUrl(person.email));
    await person.startServer();
    const pods = await sandbox.controlPlane.client.list<Pod>(`${NAMESPACE}/pods`);
    const notebook = pods.find(({ metadata }) => metadata.labels?.component === 'singleuser-server');
    const variables = notebook?.spec.containers.flatMap(({ env = [] }) => env) ?? [];
    const token = variables.find(({ name }) => name === 'JUPYTERHUB_API_TOKEN')?.value ?? '';
    expect(token).toMatch(/^\S{20,}$/);
    expect(variables.find(({ name }) => name === 'DB_PASSWORD')?.valueFrom?.secretKeyRef).toEqual({
      name: 'research-secrets',
      key: 'db',
    });
    secrets = { ...CANARIES, "the person's token": token };
  }, 200_000);

  test.each(['plan', 'sync'] as const)(
    'is in anything that the identity may read that may %s',
    async (identity) => {
      const { client: administrator } = environment.sandbox.controlPlane;
      const client = clients.get(identity);
      if (client === undefined) throw new Error('no client');
      const found = await readableObjects({ client, administrator, namespace: 'jupyterhub-research' });
      const names = [...found.keys()].map((path) => path.replace(/^.*\/namespaces\/jupyterhub-research\//, ''));
      expect(namesByKind(names, identity)).toEqual(READABLE[identity]);
      const leaks = Object.entries(secrets).filter(([, secret]) =>
        [secret, Buffer.from(secret).toString('base64'), JSON.stringify(secret).slice(1, -1)].some((form) =>
          [...found.values()].some((text) => text.includes(form)),
        ),
      );
      expect(leaks.map(([name]) => name)).toEqual([]);
    },
    120_000,
  );

  test('escapes this search where an identity may read it', async () => {
    const { client } = environment.sandbox.controlPlane;
    const found = await readableObjects({ client, administrator: client, namespace: 'jupyterhub-research' });
    const all = [...found.values()].join('\n');
    for (const secret of Object.values(secrets)) {
      const forms = [secret, Buffer.from(secret).toString('base64')];
      expect([secret, forms.some((form) => all.includes(form)) || secret === CANARIES.MINE]).toEqual([secret, true]);
    }
    // Pods and Deployments name the secret, and do not hold it.
    const plain = [...found].filter(([path]) => /\/(pods|deployments|replicasets|configmaps)\b/.test(path));
    expect(plain.length).toBeGreaterThan(10);
    expect(plain.filter(([, text]) => text.includes(CANARIES.DB_PASSWORD)).map(([path]) => path)).toEqual([]);
  }, 120_000);
});

interface Pod extends KubeObject {
  readonly spec: {
    readonly containers: readonly {
      readonly env?: readonly {
        readonly name: string;
        readonly value?: string;
        readonly valueFrom?: { readonly secretKeyRef?: { readonly name: string; readonly key: string } };
      }[];
    }[];
  };
}

interface Rule {
  readonly verbs: readonly string[];
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
}

describe('a run with the plan identity', () => {
  /** Runs a command and returns what the API server logged of it. */
  async function requestsOf(args: string): Promise<readonly AuditEvent[]> {
    const { auditLog } = environment.sandbox.controlPlane;
    const from = auditSize(auditLog);
    const { code, text } = await environment.gke('plan', args);
    expect([args, code, code === 0 ? '' : text]).toEqual([args, 0, '']);
    return auditEvents(auditLog, from).filter(({ user }) => user?.username?.startsWith('research-plan@'));
  }

  test.each(['plan', 'plan --json', 'access report'])(
    '%s requests no Secret and changes nothing',
    async (args) => {
      // A change of people and of the hub, so that plan renders and compares everything.
      const files = ['jupyterhub.yaml', 'users.yaml'].map((name) => [name, environment.read(name)] as const);
      const [config = '', users = ''] = files.map(([, text]) => text);
      environment.write(
        'jupyterhub.yaml',
        `${config}culling: {idle: 2h}\nprofiles: [{name: large, cpu: 2, memory: 8Gi}]\n`,
      );
      environment.write('users.yaml', `${users}\n  - lin@acme.dev\n`);
      const requests = await requestsOf(args);
      for (const [name, text] of files) environment.write(name, text);
      expect(requests.length).toBeGreaterThan(2);
      expect(requests.map(({ requestURI }) => requestURI).filter((path) => /secrets/i.test(path))).toEqual([]);
      expect(requests.filter(({ verb }) => !READ.includes(verb))).toEqual([]);
      expect(requests.map(({ responseStatus }) => responseStatus?.code).filter((code) => code === 403)).toEqual([]);
    },
    120_000,
  );

  test('is detected by this test if it does request one', async () => {
    const { auditLog } = environment.sandbox.controlPlane;
    const from = auditSize(auditLog);
    await status('plan', 'GET', SECRET);
    expect(auditEvents(auditLog, from).filter(({ requestURI }) => /secrets/i.test(requestURI))).toMatchObject([
      { verb: 'get', responseStatus: { code: 403 } },
    ]);
    expect(readFileSync(auditLog, 'utf8')).not.toContain('canary-db');
  });
});

test('a plan estimates the cost of the change with the prices of the operator', async () => {
  const files = ['jupyterhub.yaml', 'users.yaml'].map((name) => [name, environment.read(name)] as const);
  const [config = '', users = ''] = files.map(([, text]) => text);
  const prices = 'pd-balanced: 0.1, autopilot/cpu: 0.0445, autopilot/memory: 0.0049225';
  const cost = `cost: {currency: EUR, asOf: 2020-01-01, prices: {${prices}}}\n`;
  environment.write('jupyterhub.yaml', `${config}${cost}profiles: [{name: large, cpu: 2, memory: 8Gi}]\n`);
  environment.write('users.yaml', `${users}\n  - lin@acme.dev\n`);
  const { code, text } = await environment.gke('plan', 'plan');
  for (const [name, before] of files) environment.write(name, before);
  expect([code, code === 0 ? '' : text]).toEqual([0, '']);
  expect(text).toContain(
    'Estimated cost (your prices): homes of 1 more person: up to 1.00 EUR a month; an hour of a server (EUR): large 0.07 → 0.13.',
  );
  expect(text).toMatch(/The prices are \d{4} days old \(cost\.asOf: 2020-01-01\)/);
}, 120_000);

test('a plan of a hub that was never applied counts it as new, because its identity may read nothing there yet', async () => {
  const config = environment.read('jupyterhub.yaml');
  environment.write('other.yaml', config.replace(/^name: .*$/m, 'name: other\nplatform: {from: jupyterhub.yaml}'));
  const { code, text } = await environment.gke('plan', 'plan --config other.yaml');
  expect([code, code === 0 ? '' : text]).toEqual([0, '']);
  expect(text).toContain('The plan identity may read nothing in the namespace "jupyterhub-other"');
}, 120_000);

test('what somebody scaled, deleted and spoiled in the cluster is named by plan, and made again by apply and sync', async () => {
  const { client } = environment.sandbox.controlPlane;
  const service = `${NAMESPACE}/services/proxy-public`;
  const ingress = '/apis/networking.k8s.io/v1/namespaces/jupyterhub-research/ingresses/jupyterhub';
  await client.mergePatch('/apis/apps/v1/namespaces/jupyterhub-research/deployments/hub', { spec: { replicas: 0 } });
  await client.delete(service);
  const planned = await environment.gke('plan', 'plan');
  expect([planned.code, planned.text]).toEqual([
    0,
    expect.stringMatching(/Deployment\/hub.*apply sets it back: spec\.replicas/),
  ]);
  expect(planned.text).toMatch(/Service\/proxy-public.*deleted in the cluster since the last apply/);
  const applied = await environment.gke('apply', 'apply', { env: CANARIES });
  expect([applied.code, applied.code === 0 ? '' : applied.text]).toEqual([0, '']);
  expect([await client.get(service), await client.get(ingress)]).not.toContain(undefined);
  expect((await environment.gke('plan', 'plan')).text).toContain(
    'No change: platform, hub and people are as the files say.',
  );
  for (const name of ['members', 'reconciler']) await client.delete(`${NAMESPACE}/configmaps/research-${name}`);
  const synced = await environment.gke('sync', 'sync-users');
  expect([synced.code, synced.text]).toEqual([0, expect.stringContaining('It is made anew')]);
  expect(await client.get(`${NAMESPACE}/configmaps/research-reconciler`)).toBeDefined();
}, 300_000);
