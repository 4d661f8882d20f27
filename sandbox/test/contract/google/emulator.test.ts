import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { errorOf, NUMBER, OPERATOR, PROJECT, type Rig, rig } from '../../../../test/support/google.js';

const COMPUTE = `compute/v1/projects/${PROJECT}`;
const CLUSTERS = `container/v1/projects/${PROJECT}/locations/us-central1/clusters`;
let at: Rig;

beforeEach(async () => {
  at = await rig();
});
afterEach(() => at.emulator.stop());

/** A network, a subnetwork and an Autopilot cluster in them. */
async function makeCluster(): Promise<void> {
  await at.enable('compute', 'container');
  await at.call('POST', `${COMPUTE}/global/networks`, { name: 'net', autoCreateSubnetworks: false });
  const network = `projects/${PROJECT}/global/networks/net`;
  await at.call('POST', `${COMPUTE}/regions/us-central1/subnetworks`, {
    name: 'nodes',
    network,
    ipCidrRange: '10.0.0.0/20',
  });
  const subnetwork = `projects/${PROJECT}/regions/us-central1/subnetworks/nodes`;
  const made = await at.call('POST', CLUSTERS, {
    cluster: { name: 'hub', network, subnetwork, autopilot: { enabled: true } },
  });
  expect(made.status).toBe(200);
  expect((await at.done(made)).statusMessage).toBeUndefined();
}

describe('a call that Google does not describe', () => {
  test.each([
    ['an unknown field', { name: 'n', colour: 'red' }, 'Unknown name "colour"'],
    ['a wrong type', { name: 7 }, "Invalid value at 'name'"],
    ['an unknown enum', { name: 'n', routingConfig: { routingMode: 'SIDEWAYS' } }, 'REGIONAL'],
  ])('%s is refused and noted', async (_, body, said) => {
    await at.enable('compute');
    const answer = await at.call('POST', `${COMPUTE}/global/networks`, body);
    expect([answer.status, errorOf(answer).message]).toEqual([400, expect.stringContaining(said)]);
    expect(at.emulator.violations).toEqual([expect.stringContaining(said)]);
  });

  test('with an unknown path, an unknown query parameter or an unexpected body is refused', async () => {
    await at.enable('compute');
    expect((await at.call('GET', `${COMPUTE}/global/rockets`)).status).toBe(400);
    expect((await at.call('GET', `${COMPUTE}/global/networks?speed=1`)).status).toBe(400);
    expect((await at.call('DELETE', `${COMPUTE}/global/networks/n`, { now: true })).status).toBe(400);
    expect((await at.call('POST', 'nonsense/v1/x', {})).status).toBe(400);
    expect(at.emulator.violations).toHaveLength(4);
  });

  test('is not one with null for "not set", a 64-bit number as text or number, or `$alt` for `alt`', async () => {
    await makeCluster();
    const answer = await at.call('GET', `${CLUSTERS}/hub?$alt=json;enum-encoding=int`);
    expect(answer.status).toBe(200);
    expect((await at.call('PATCH', `${COMPUTE}/global/networks/net`, { description: null })).status).toBe(200);
    expect(at.emulator.violations).toEqual([]);
  });
});

describe('permissions of the emulator', () => {
  test('a disabled API answers in the form that clients recognise', async () => {
    const error = errorOf(await at.call('GET', `${COMPUTE}/global/networks`));
    expect(error).toMatchObject({
      code: 403,
      status: 'PERMISSION_DENIED',
      errors: [{ reason: 'accessNotConfigured' }],
    });
    const info = error.details?.find(({ reason }) => reason === 'SERVICE_DISABLED');
    expect(info?.metadata).toMatchObject({ service: 'compute.googleapis.com', consumer: `projects/${NUMBER}` });
  });

  test('a missing, unknown or expired token gets 401', async () => {
    const path = `cloudresourcemanager/v1/projects/${PROJECT}`;
    expect((await fetch(`${at.emulator.origin}/${path}`)).status).toBe(401);
    const answer = await at.call('GET', path, undefined, 'ya29.forged');
    expect([answer.status, errorOf(answer).status]).toEqual([401, 'UNAUTHENTICATED']);
  });

  test('a missing permission is named', async () => {
    await at.enable('compute', 'container', 'cloudresourcemanager');
    const email = `hub-plan@${PROJECT}.iam.gserviceaccount.com`;
    at.emulator.identities.add(email, { roles: ['roles/compute.viewer', 'roles/container.clusterViewer'] });
    const token = at.emulator.identities.token(email);
    expect((await at.call('GET', `${COMPUTE}/global/networks`, undefined, token)).status).toBe(200);
    const network = await at.call('POST', `${COMPUTE}/global/networks`, { name: 'n' }, token);
    expect(errorOf(network)).toMatchObject({
      code: 403,
      message: expect.stringContaining("'compute.networks.create'"),
    });
    const cluster = await at.call('DELETE', `${CLUSTERS}/hub`, undefined, token);
    expect(errorOf(cluster)).toMatchObject({
      status: 'PERMISSION_DENIED',
      message: expect.stringContaining('container.clusters.delete'),
    });
    const policy = await at.call('POST', `cloudresourcemanager/v1/projects/${PROJECT}:getIamPolicy`, {}, token);
    expect(errorOf(policy).message).toContain('resourcemanager.projects.getIamPolicy');
    expect(at.emulator.violations).toEqual([]);
  });

  test('a service account that is deleted and created again does not regain its old rights', async () => {
    await at.enable('iam', 'cloudresourcemanager');
    const email = `nodes-1@${PROJECT}.iam.gserviceaccount.com`;
    at.emulator.identities.add(email, { roles: ['roles/viewer'] });
    const accounts = `iam/v1/projects/${PROJECT}/serviceAccounts`;
    expect((await at.call('DELETE', `${accounts}/${email}`)).status).toBe(200);
    expect((await at.call('POST', accounts, { accountId: 'nodes-1' })).status).toBe(200);
    const { body } = await at.call('POST', `cloudresourcemanager/v1/projects/${PROJECT}:getIamPolicy`, {});
    expect(JSON.stringify(body)).toContain(`deleted:serviceAccount:${email}?uid=`);
    expect(JSON.stringify(body)).not.toContain(`"serviceAccount:${email}"`);
  });

  test('the token review webhook recognises tokens only while a cluster runs', async () => {
    const review = async (token: string): Promise<unknown> => {
      const spec = { token };
      const answer = await fetch(at.emulator.tokenReviewUrl, {
        method: 'POST',
        body: JSON.stringify({ apiVersion: 'authentication.k8s.io/v1', kind: 'TokenReview', spec }),
      });
      return ((await answer.json()) as { status: unknown }).status;
    };
    const token = at.emulator.identities.token(OPERATOR);
    expect(await review(token)).toEqual({ authenticated: false });
    await makeCluster();
    expect(await review(token)).toMatchObject({
      authenticated: true,
      user: { username: OPERATOR, groups: ['iam:roles/owner'] },
    });
    expect(await review('ya29.forged')).toEqual({ authenticated: false });
  });
});

describe('operations', () => {
  test('take time, and wait answers when they are done', async () => {
    const slow = await rig({ operationTime: () => 60 });
    try {
      await slow.enable('compute');
      const made = await slow.call('POST', `${COMPUTE}/global/networks`, { name: 'net' });
      expect(made.body).toMatchObject({ status: 'PENDING', operationType: 'insert', progress: 0 });
      const waited = await slow.call('POST', `${COMPUTE}/global/operations/${String(made.body.name)}/wait`);
      expect(waited.body).toMatchObject({ status: 'DONE', progress: 100 });
    } finally {
      await slow.emulator.stop();
    }
  });

  test('on a cluster run one at a time, and listeners learn when it is RUNNING and when it is gone', async () => {
    const told: string[] = [];
    at.emulator.onCluster((event, { name }) => void told.push(`${event} ${String(name)}`));
    at.emulator.setClusterEndpoint('127.0.0.1:6443', 'PEM');
    await makeCluster();
    const { body } = await at.call('GET', `${CLUSTERS}/hub`);
    expect(body).toMatchObject({
      status: 'RUNNING',
      autopilot: { enabled: true },
      controlPlaneEndpointsConfig: { dnsEndpointConfig: { endpoint: '127.0.0.1:6443' } },
      masterAuth: { clusterCaCertificate: Buffer.from('PEM').toString('base64') },
    });
    const used = await at.call('DELETE', `${COMPUTE}/regions/us-central1/subnetworks/nodes`);
    expect(errorOf(used).errors[0]?.reason).toBe('resourceInUseByAnotherResource');
    expect((await at.call('POST', CLUSTERS, { cluster: { name: 'hub' } })).status).toBe(409);
    await at.done(await at.call('DELETE', `${CLUSTERS}/hub`));
    expect((await at.call('GET', `${CLUSTERS}/hub`)).status).toBe(404);
    expect(told).toEqual(['running hub', 'deleted hub']);
    expect(at.emulator.violations).toEqual([]);
  });

  test('with a stale fingerprint get 412, and IDs exceed 2^53', async () => {
    await makeCluster();
    const path = `${COMPUTE}/regions/us-central1/subnetworks/nodes`;
    const stale = await at.call('PATCH', path, { privateIpGoogleAccess: true, fingerprint: 'AAAA' });
    expect([stale.status, errorOf(stale).errors[0]?.reason]).toEqual([412, 'conditionNotMet']);
    const { body } = await at.call('GET', path);
    expect(BigInt(String(body.id)) > 2n ** 53n).toBe(true);
    expect((await at.call('PATCH', path, { description: 'x', fingerprint: body.fingerprint })).status).toBe(200);
  });
});

describe('injected faults', () => {
  test('an exhausted quota is refused as by compute and GKE', async () => {
    await at.enable('compute', 'container');
    at.emulator.quota.set('NETWORKS', 0);
    const network = errorOf(await at.call('POST', `${COMPUTE}/global/networks`, { name: 'n' }));
    expect(network).toMatchObject({ code: 403, errors: [{ reason: 'quotaExceeded' }] });
    expect(network.message).toBe("Quota 'NETWORKS' exceeded.  Limit: 0.0 globally.");
    await fetch(`${at.emulator.origin}/_sandbox/quota`, { method: 'POST', body: '{"CPUS":4}' });
    const cluster = errorOf(await at.call('POST', CLUSTERS, { cluster: { name: 'hub' } }));
    const lifted = await fetch(`${at.emulator.origin}/_sandbox/quota`, { method: 'POST', body: '{"NETWORKS":null}' });
    expect(await lifted.json()).toEqual({ CPUS: 4 });
    expect(cluster.message).toContain('Insufficient regional quota to satisfy request: resource "CPUS"');
  });

  test('faults hit exactly the calls that they name', async () => {
    await at.enable('compute');
    const list = (): Promise<{ status: number }> => at.call('GET', `${COMPUTE}/global/networks`);
    at.emulator.faults.add({ method: 'compute.networks.list', times: 2, status: 503, message: 'Try again.' });
    expect((await Promise.all([list(), list(), list()])).map(({ status }) => status).sort()).toEqual([200, 503, 503]);
    at.emulator.faults.add({ method: 'compute.networks.*', drop: 'after' });
    await expect(at.call('POST', `${COMPUTE}/global/networks`, { name: 'net' })).rejects.toThrow('fetch failed');
    expect((await at.call('GET', `${COMPUTE}/global/networks/net`)).status).toBe(200);
  });

  test('an operation can be made to fail and then leaves nothing behind', async () => {
    await at.enable('compute');
    const operation = { code: 'ZONE_RESOURCE_POOL_EXHAUSTED', message: 'No more of these.' };
    at.emulator.faults.add({ method: 'compute.networks.insert', operation });
    const { body } = await at.call('POST', `${COMPUTE}/global/networks`, { name: 'net' });
    expect(body.error).toEqual({ errors: [operation] });
    expect((await at.call('GET', `${COMPUTE}/global/networks/net`)).status).toBe(404);
  });

  test('the journal records the caller of each call, and which calls write', async () => {
    await at.enable('compute', 'cloudresourcemanager');
    await at.call('GET', `${COMPUTE}/global/networks`);
    await at.call('POST', `cloudresourcemanager/v1/projects/${PROJECT}:getIamPolicy`, {});
    const calls = at.emulator.journal.map(({ method, write, identity, status }) => [method, write, identity, status]);
    expect(calls).toEqual([
      ['serviceusage.services.batchEnable', true, OPERATOR, 200],
      ['compute.networks.list', false, OPERATOR, 200],
      ['cloudresourcemanager.projects.getIamPolicy', false, OPERATOR, 200],
    ]);
    const page = await fetch(`${at.emulator.origin}/_sandbox/journal`);
    expect(await page.json()).toHaveLength(3);
  });

  test('a web page under another host name for this address cannot reach the admin pages', async () => {
    const { get } = await import('node:http');
    const status = await new Promise<number | undefined>((resolve, reject) => {
      get(`${at.emulator.origin}/_sandbox/journal`, { headers: { host: 'evil.example' } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      }).on('error', reject);
    });
    expect(status).toBe(403);
  });
});
