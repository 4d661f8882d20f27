import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { getCluster, listRunningOperations } from '../../../src/cloud/clusters.js';
import { GoogleClient } from '../../../src/cloud/rest.js';
import { OPERATOR, PROJECT, type Rig, rig } from '../../support/google.js';

const ID = { project: PROJECT, location: 'us-central1', name: 'research' };
let at: Rig;
let google: GoogleClient;
/** Milliseconds that an operation takes. */
let takes = 0;

beforeAll(async () => {
  at = await rig({ operationTime: () => takes });
  await at.enable('compute', 'container');
  google = new GoogleClient({ token: async () => at.emulator.identities.token(OPERATOR), env: at.emulator.env() });
  const compute = `compute/v1/projects/${PROJECT}`;
  const network = `projects/${PROJECT}/global/networks/research`;
  await at.call('POST', `${compute}/global/networks`, { name: 'research', autoCreateSubnetworks: false });
  await at.call('POST', `${compute}/regions/us-central1/subnetworks`, {
    name: 'research',
    network,
    ipCidrRange: '10.0.0.0/20',
  });
  takes = 60_000;
  const cluster = { name: 'research', network, autopilot: { enabled: true } };
  await at.call('POST', `container/v1/projects/${PROJECT}/locations/us-central1/clusters`, { cluster });
});
afterAll(() => at.emulator.stop());

test('a cluster that is being made says so, with its operation and when it began', async () => {
  expect(await getCluster(google, ID)).toMatchObject({ status: 'PROVISIONING' });
  expect(await listRunningOperations(google, ID)).toEqual([
    { type: 'CREATE_CLUSTER', started: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/) },
  ]);
  expect(await listRunningOperations(google, { ...ID, name: 'other' })).toEqual([]);
  expect(at.emulator.violations).toEqual([]);
});
