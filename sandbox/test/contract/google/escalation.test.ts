import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { hubConfig } from '../../../../test/support/hub-config.js';
import { type Emulator, startEmulator } from '../../../src/google/emulator.js';
import { makeProject } from '../../../src/project.js';

// What somebody could try with a token of an identity, to get more than it has.
const PROJECT = 'acme-research';
const NODES = `serviceAccount:research-nodes@${PROJECT}.iam.gserviceaccount.com`;
const NODE_ROLE = 'roles/container.defaultNodeServiceAccount';

let emulator: Emulator;
let people: Awaited<ReturnType<typeof makeProject>>;
beforeAll(async () => {
  emulator = await startEmulator({
    project: PROJECT,
    projectNumber: '123456789012',
    log: () => {},
    operationTime: () => 0,
  });
  people = await makeProject(emulator, hubConfig(), () => {});
  emulator.identities.add(`deployer@${PROJECT}.iam.gserviceaccount.com`, { roles: ['roles/editor'] });
});
afterAll(() => emulator.stop());

type Who = 'plan' | 'apply' | 'sync' | 'operator';
interface Binding {
  readonly role: string;
  readonly members: readonly string[];
  readonly condition?: object;
}

async function call(who: Who, method: string, path: string, body?: object): Promise<{ status: number; json: unknown }> {
  const answer = await fetch(`${emulator.origin}/${path}`, {
    method,
    headers: { authorization: `Bearer ${emulator.identities.token(people[who])}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, json: await answer.json() };
}

const POLICY = `cloudresourcemanager/v1/projects/${PROJECT}`;

/** Changes the project's policy as an identity; the status of the answer. */
async function change(who: Who, edit: (bindings: readonly Binding[]) => readonly Binding[]): Promise<number> {
  const options = { options: { requestedPolicyVersion: 3 } };
  const { json } = await call('operator', 'POST', `${POLICY}:getIamPolicy`, options);
  const policy = json as { bindings: readonly Binding[]; etag: string };
  const next = { ...policy, version: 3, bindings: edit(policy.bindings) };
  return (await call(who, 'POST', `${POLICY}:setIamPolicy`, { policy: next })).status;
}

const grantTo = (member: string, role: string) => (bindings: readonly Binding[]) => [
  ...bindings,
  { role, members: [member] },
];
const self = (): string => `serviceAccount:${people.apply}`;

describe('the apply identity', () => {
  test('can grant the nodes their role, and take it away', async () => {
    expect(await change('apply', grantTo(NODES, NODE_ROLE))).toBe(200);
    expect(await change('apply', (all) => all.filter(({ role }) => role !== NODE_ROLE))).toBe(200);
  });

  test.each([
    'roles/owner',
    'roles/resourcemanager.projectIamAdmin',
    'roles/iam.serviceAccountUser',
    'roles/iam.serviceAccountTokenCreator',
    'roles/storage.admin',
    'projects/acme-research/roles/jupyterhubNodeRoles',
  ])('cannot give itself or anybody %s', async (role) => {
    for (const member of [self(), NODES, 'user:mallory@evil.dev'])
      expect([member, await change('apply', grantTo(member, role))]).toEqual([member, 403]);
  });

  test('cannot grant a second role along with the allowed one', async () => {
    const both = (all: readonly Binding[]) => grantTo(self(), 'roles/owner')(grantTo(NODES, NODE_ROLE)(all));
    expect(await change('apply', both)).toBe(403);
  });

  test('cannot take away the condition that binds it', async () => {
    const free = (all: readonly Binding[]) =>
      all.map(({ condition, ...rest }) => (rest.role.endsWith('jupyterhubNodeRoles') ? rest : { ...rest, condition }));
    expect(await change('apply', free as never)).toBe(403);
  });

  test('cannot take rights from others', async () => {
    expect(await change('apply', (all) => all.filter(({ role }) => role !== 'roles/owner'))).toBe(403);
  });

  test.each([
    ['the policy of another account', 'deployer', ':setIamPolicy', { policy: { bindings: [] } }],
    ['its own policy', 'research-apply', ':setIamPolicy', { policy: { bindings: [] } }],
    ['the policy of the nodes', 'research-nodes', ':setIamPolicy', { policy: { bindings: [] } }],
    ['another account, to switch it off', 'deployer', ':disable', {}],
  ])('cannot change %s', async (_, account, verb, body) => {
    const path = `iam/v1/projects/${PROJECT}/serviceAccounts/${account}@${PROJECT}.iam.gserviceaccount.com${verb}`;
    expect((await call('apply', 'POST', path, body)).status).toBe(403);
  });

  test('cannot delete another account than that of the nodes', async () => {
    for (const account of ['deployer', 'research-plan', 'research-sync']) {
      const path = `iam/v1/projects/${PROJECT}/serviceAccounts/${account}@${PROJECT}.iam.gserviceaccount.com`;
      expect([account, (await call('apply', 'DELETE', path)).status]).toEqual([account, 403]);
    }
  });

  test('cannot create a token of another account, nor of the nodes', async () => {
    for (const account of ['deployer', 'research-nodes', 'research-sync']) {
      const name = `${account}@${PROJECT}.iam.gserviceaccount.com`;
      const path = `iamcredentials/v1/projects/-/serviceAccounts/${name}:generateAccessToken`;
      const scope = ['https://www.googleapis.com/auth/cloud-platform'];
      expect([account, (await call('apply', 'POST', path, { scope })).status]).toEqual([account, 403]);
    }
  });

  test('cannot run nodes as another account', async () => {
    await call('operator', 'POST', `serviceusage/v1/projects/${PROJECT}/services:batchEnable`, {
      serviceIds: ['compute.googleapis.com', 'container.googleapis.com'],
    });
    const compute = `compute/v1/projects/${PROJECT}`;
    const network = `projects/${PROJECT}/global/networks/default`;
    await call('operator', 'POST', `${compute}/global/networks`, { name: 'default', autoCreateSubnetworks: false });
    const subnetwork = { name: 'default', network, ipCidrRange: '10.0.0.0/20' };
    await call('operator', 'POST', `${compute}/regions/us-central1/subnetworks`, subnetwork);
    const body = {
      cluster: {
        name: 'mine',
        autopilot: { enabled: true },
        autoscaling: {
          autoprovisioningNodePoolDefaults: { serviceAccount: `deployer@${PROJECT}.iam.gserviceaccount.com` },
        },
      },
    };
    const path = `container/v1/projects/${PROJECT}/locations/us-central1/clusters`;
    const { status, json } = await call('apply', 'POST', path, body);
    expect([status, JSON.stringify(json)]).toEqual([
      400,
      expect.stringContaining('The user does not have access to service account'),
    ]);
  });
});

describe('the identities that plan and sync', () => {
  test.each(['plan', 'sync'] as const)(
    '%s cannot change the policy of the project, even by one allowed role',
    async (who) => {
      expect(await change(who, grantTo(NODES, NODE_ROLE))).toBe(403);
    },
  );

  test('plan cannot change who passes IAP, and sync cannot do it for the whole project', async () => {
    await call('operator', 'POST', `serviceusage/v1/projects/${PROJECT}/services:batchEnable`, {
      serviceIds: ['iap.googleapis.com'],
    });
    const policy = { policy: { bindings: [{ role: 'roles/iap.httpsResourceAccessor', members: ['allUsers'] }] } };
    for (const [who, resource] of [
      ['plan', 'iap_web'],
      ['plan', 'iap_web/compute'],
      ['sync', 'iap_web'],
      ['sync', 'iap_web/compute'],
    ] as const) {
      const path = `iap/v1/projects/123456789012/${resource}:setIamPolicy`;
      expect([who, resource, (await call(who, 'POST', path, policy)).status]).toEqual([who, resource, 403]);
    }
  });

  test('sync cannot read the Terraform state', async () => {
    const read = async (who: Who): Promise<number> => {
      const authorization = `Bearer ${emulator.identities.token(people[who])}`;
      const url = `${emulator.storageOrigin}/storage/v1/b/${hubConfig().state.bucket}/o`;
      return (await fetch(url, { headers: { authorization } })).status;
    };
    expect([await read('sync'), await read('plan')]).toEqual([403, 200]);
  });
});
