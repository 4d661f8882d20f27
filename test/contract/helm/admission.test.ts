import { expect } from '@jest/globals';
import { type KubeClient, KubeError, type KubeObject } from '../../../sandbox/src/kubernetes/client.js';
import { repoPath } from '../../../sandbox/src/paths.js';
import { isClaimOf } from '../../../src/access/homes/claim-name.js';
import { readHomeDisks } from '../../../src/access/homes/disks.js';
import { purgeDisks } from '../../../src/access/homes/purge-run.js';
import { type KubeRef, type Kubernetes, objectPath } from '../../../src/cloud/kubernetes.js';
import { type Manifest, parseManifests } from '../../../src/helm/diff/manifests.js';
import { companionValues } from '../../../src/helm/values/companion.js';
import { merge, resolve } from '../../../src/helm/values/values.js';
import { startHelmEnvironment } from '../../support/helm-environment.js';
import { hubConfig } from '../../support/hub-config.js';
import { startControlPlaneEnvironment, until } from '../../support/kubernetes.js';
import { sharedEnvironment } from '../../support/shared-environment.js';

const NAMESPACE = 'jupyterhub-research';
const CLAIMS = `/api/v1/namespaces/${NAMESPACE}/persistentvolumeclaims`;
const ACCOUNTS = `/api/v1/namespaces/${NAMESPACE}/serviceaccounts`;
const HOME = 'claim-ada-acme-dev---b1ff3fe9';
const OF_COMPANION = /^(Role|RoleBinding|ValidatingAdmissionPolicy|ValidatingAdmissionPolicyBinding)$/;

async function start() {
  const helm = await startHelmEnvironment();
  if (typeof helm === 'string') return helm;
  const cluster = await startControlPlaneEnvironment();
  if (typeof cluster === 'string') return cluster;
  const { client } = cluster.plane;
  for (const name of [NAMESPACE, 'other']) {
    await client.create('/api/v1/namespaces', { apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
  }
  const values = resolve(companionValues(hubConfig()), { address: 'hub.acme.dev', secrets: {} });
  const text = await helm.helm.template(
    'research-companion',
    repoPath('helm', 'companion'),
    NAMESPACE,
    merge(values, { rbac: { sync: 'sync-token@acme.dev', homes: 'homes-token@acme.dev' } }),
  );
  const manifests = (await parseManifests(text)).filter(({ kind }) => OF_COMPANION.test(kind));
  for (const manifest of manifests) await client.apply(objectPath(refOf(manifest)), manifest.object as never);
  await client.create(CLAIMS, claim(HOME, 'ada@acme.dev'));
  await client.create(CLAIMS, claim('hub-db-dir', undefined));
  await client.create(ACCOUNTS, account('hub', {}));
  const [sync, homes] = [cluster.clientOf('sync-token'), cluster.clientOf('homes-token')];
  // The API server takes a moment to put a policy in force, and to see a role.
  const owner = { metadata: { annotations: { a: 'b' } } };
  const probe = (): Promise<string | undefined> => refusal(sync.mergePatch(`${CLAIMS}/${HOME}?dryRun=All`, owner));
  await until(async () => (await probe())?.includes('jupyterhub-research-sync') === true);
  const delete_ = (): Promise<string | undefined> => refusal(homes.request('DELETE', `${ACCOUNTS}/hub?dryRun=All`));
  await until(async () => (await delete_())?.includes('jupyterhub-research-homes') === true);
  return {
    ...{ client, sync, homes },
    async stop() {
      await cluster.stop();
      helm.stop();
    },
  };
}

const testInCluster = sharedEnvironment(start, 180_000);

function refOf({ apiVersion, kind, name }: Manifest): KubeRef {
  return { apiVersion, kind, name, ...(/^Validating/.test(kind) ? {} : { namespace: NAMESPACE }) };
}

function claim(name: string, owner: string | undefined): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: {
      name,
      labels: { component: 'singleuser-storage' },
      ...(owner === undefined ? {} : { annotations: { 'hub.jupyter.org/username': owner } }),
    },
    spec: {
      accessModes: ['ReadWriteOnce'],
      storageClassName: 'jupyterhub-research-home',
      resources: { requests: { storage: '1Gi' } },
    },
  };
}

function account(name: string, more: Readonly<Record<string, unknown>>): KubeObject {
  return { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, ...more }, automountServiceAccountToken: false };
}

/** Why the API server refuses a request; undefined where it does not. */
async function refusal(request: Promise<unknown>): Promise<string | undefined> {
  try {
    await request;
    return undefined;
  } catch (error) {
    if (error instanceof KubeError && [403, 422].includes(error.status)) return error.message;
    throw error;
  }
}

const label = (day: string | null): Readonly<Record<string, unknown>> => ({
  metadata: { labels: { 'jupyterhub-gke/left': day } },
});

testInCluster('the sync identity labels the home of somebody who left, and takes the label away', async (at) => {
  expect(await refusal(at.sync.mergePatch(`${CLAIMS}/${HOME}`, label('2026-11-30')))).toBeUndefined();
  expect(await at.client.get(`${CLAIMS}/${HOME}`)).toMatchObject({
    metadata: { labels: { component: 'singleuser-storage', 'jupyterhub-gke/left': '2026-11-30' } },
  });
  expect(await refusal(at.sync.mergePatch(`${CLAIMS}/${HOME}`, label('2026-12-01')))).toBeUndefined();
  expect(await refusal(at.sync.mergePatch(`${CLAIMS}/${HOME}`, label(null)))).toBeUndefined();
});

const gone = { apiVersion: 'v1', kind: 'ConfigMap', name: 'gone', uid: '7b1e1c9a-0000-4000-8000-000000000000' };
const ATTACKS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'give a home to an owner that does not exist': { metadata: { ownerReferences: [gone] } },
  'put the name of somebody who left on a home': {
    metadata: { annotations: { 'hub.jupyter.org/username': 'bob@acme.dev' } },
  },
  'name a server of the owner': { metadata: { annotations: { 'hub.jupyter.org/servername': 'x' } } },
  'take the annotations away': { metadata: { annotations: null } },
  'change another label': { metadata: { labels: { component: 'x' } } },
  'add another label': { metadata: { labels: { 'jupyterhub-gke/hub': 'other' } } },
  'take another label away': { metadata: { labels: { component: null } } },
  'label a home with something else than a day': label('soon'),
  'keep a claim from being deleted': { metadata: { finalizers: ['acme.dev/mine'] } },
  'take the protection of the claim away': { metadata: { finalizers: null } },
  'make a home larger': { spec: { resources: { requests: { storage: '2Gi' } } } },
  'bind a home to another volume': { spec: { volumeName: 'pv-of-bob' } },
};

for (const [what, change] of Object.entries(ATTACKS)) {
  testInCluster(`the sync identity cannot ${what}, also beside a valid label`, async ({ sync, client }) => {
    const before = await client.get(`${CLAIMS}/${HOME}`);
    const { labels, ...metadata } = (change.metadata ?? {}) as { labels?: object };
    const both = { ...change, metadata: { ...metadata, labels: { 'jupyterhub-gke/left': '2026-11-30', ...labels } } };
    for (const patch of [change, both]) {
      const why = await refusal(sync.mergePatch(`${CLAIMS}/${HOME}`, patch));
      expect(why).toMatch(/jupyterhub-research-sync|is forbidden|is invalid/);
    }
    expect(await client.get(`${CLAIMS}/${HOME}`)).toEqual(before);
  });
}

testInCluster("the sync identity cannot label the disk of the hub's database", async ({ sync }) => {
  const why = await refusal(sync.mergePatch(`${CLAIMS}/hub-db-dir`, label('2026-11-30')));
  expect(why).toContain('may label homes of people only');
});

testInCluster('the policies concern these identities in this namespace, and nobody else', async ({ client, sync }) => {
  const change = { metadata: { annotations: { a: 'b' } } };
  expect(await refusal(client.mergePatch(`${CLAIMS}/${HOME}`, change))).toBeUndefined();
  const there = '/api/v1/namespaces/other/persistentvolumeclaims';
  await client.create(there, claim(HOME, 'ada@acme.dev'));
  const rbac = '/apis/rbac.authorization.k8s.io/v1/namespaces/other';
  const rules = [{ apiGroups: [''], resources: ['persistentvolumeclaims'], verbs: ['patch'] }];
  const group = 'rbac.authorization.k8s.io';
  await client.create(`${rbac}/roles`, { kind: 'Role', metadata: { name: 'sync' }, rules });
  await client.create(`${rbac}/rolebindings`, {
    metadata: { name: 'sync' },
    roleRef: { apiGroup: group, kind: 'Role', name: 'sync' },
    subjects: [{ apiGroup: group, kind: 'User', name: 'sync-token@acme.dev' }],
  });
  await until(async () => (await refusal(sync.mergePatch(`${there}/${HOME}`, change))) === undefined);
});

const OURS = { 'app.kubernetes.io/managed-by': 'jupyterhub-gke', 'app.kubernetes.io/component': 'home' };
const PERSON = 'home-2bffaa316059';

testInCluster('the identity of homes makes and deletes the account of a person', async ({ homes }) => {
  const made = homes.create(
    ACCOUNTS,
    account(PERSON, { labels: { ...OURS, 'app.kubernetes.io/instance': 'research' } }),
  );
  expect(await refusal(made)).toBeUndefined();
  expect(await homes.delete(`${ACCOUNTS}/${PERSON}`)).toBe(true);
});

testInCluster('the identity of homes does not delete the account of the hub, nor one of others', async (at) => {
  const { client, homes } = at;
  await client.create(ACCOUNTS, account('home-abc', {}));
  for (const name of ['hub', 'home-abc']) {
    expect(await refusal(homes.request('DELETE', `${ACCOUNTS}/${name}`))).toContain('jupyterhub-research-homes');
    expect(await client.get(`${ACCOUNTS}/${name}`)).toBeDefined();
  }
});

const FORGED: Readonly<Record<string, KubeObject>> = {
  'of another name': account('hub-2', { labels: OURS }),
  'without our labels': account(PERSON, {}),
  'that acts as an account of Google': account(PERSON, {
    labels: OURS,
    annotations: { 'iam.gke.io/gcp-service-account': 'admin@acme-research.iam.gserviceaccount.com' },
  }),
  'with a Secret': { ...account(PERSON, { labels: OURS }), secrets: [{ name: 'hub' }] },
  'whose pods get its token': { ...account(PERSON, { labels: OURS }), automountServiceAccountToken: true },
};

for (const [what, object] of Object.entries(FORGED)) {
  testInCluster(`the identity of homes does not make an account ${what}`, async ({ homes, client }) => {
    expect(await refusal(homes.create(ACCOUNTS, object))).toContain('jupyterhub-research-homes');
    expect(await client.get(`${ACCOUNTS}/${object.metadata.name}`)).toBeUndefined();
  });
}

function kubernetesOf(client: KubeClient): Kubernetes {
  const api = {
    get: (ref: KubeRef) => client.get(objectPath(ref)),
    list: (ref: Omit<KubeRef, 'name'>) => client.list(objectPath(ref)),
    patch: (ref: KubeRef, change: Readonly<Record<string, unknown>>) => client.mergePatch(objectPath(ref), change),
    delete: (ref: KubeRef, preconditions?: object) =>
      client.request('DELETE', objectPath(ref), { body: { kind: 'DeleteOptions', apiVersion: 'v1', preconditions } }),
  };
  return api as unknown as Kubernetes;
}

testInCluster('a purge deletes the planned claim, and not a later one of its name', async ({ client }) => {
  const kubernetes = kubernetesOf(client);
  const name = 'claim-bob-acme-dev---0f6d2c1a';
  await client.create(CLAIMS, claim(name, 'bob@acme.dev'));
  const found = (await readHomeDisks(kubernetes, NAMESPACE)).filter(({ place }) => place === name);
  expect(found).toMatchObject([{ owner: 'bob@acme.dev', server: '', uid: expect.stringMatching(/^[0-9a-f-]{36}$/) }]);
  expect(found.some((disk) => isClaimOf(disk, disk.place))).toBe(false);
  const entry = { email: 'bob@acme.dev', left: '2026-11-30', where: 'jupyterhub.yaml:9:5' };
  const other = found.map((disk) => ({ ...disk, uid: '7b1e1c9a-0000-4000-8000-000000000000' }));
  await purgeDisks(kubernetes, NAMESPACE, { entry, disks: other, bucket: undefined });
  expect(await client.get(`${CLAIMS}/${name}`)).not.toMatchObject({
    metadata: { deletionTimestamp: expect.anything() },
  });
  await purgeDisks(kubernetes, NAMESPACE, { entry, disks: found, bucket: undefined });
  await until(async () => {
    const live = await client.get(`${CLAIMS}/${name}`);
    return live === undefined || live.metadata.deletionTimestamp !== undefined;
  });
});
