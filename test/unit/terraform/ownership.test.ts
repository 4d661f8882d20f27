import { expect, test } from '@jest/globals';
import { GoogleClient } from '../../../src/cloud/rest.js';
import type { ToolError } from '../../../src/errors.js';
import { refuseForeign } from '../../../src/terraform/ownership.js';
import { stub } from '../../support/answers.js';

const LABELS = { 'managed-by': 'jupyterhub-gke', hub: 'research' };
const CLUSTER = {
  address: 'google_container_cluster.autopilot[0]',
  type: 'google_container_cluster',
  planned: { project: 'p', location: 'us-central1', name: 'research', resource_labels: LABELS },
};
const ADDRESS = {
  address: 'google_compute_global_address.hub',
  type: 'google_compute_global_address',
  planned: { project: 'p', name: 'research-ip' },
};
const RULE = 'https://www.googleapis.com/compute/v1/projects/p/global/forwardingRules';

async function refusal(resource: typeof CLUSTER | typeof ADDRESS, live: object): Promise<ToolError | undefined> {
  const google = new GoogleClient({ token: async () => 't', env: {}, ...stub({ status: 200, body: live }) });
  return refuseForeign(google, resource).then(
    () => undefined,
    (error: ToolError) => error,
  );
}

test.each([
  ['a cluster with our labels', CLUSTER, { status: 'RUNNING', resourceLabels: { ...LABELS, cost: 'x' } }],
  ['one that is still being made', CLUSTER, { status: 'PROVISIONING', resourceLabels: LABELS }],
  ['an address that nothing uses', ADDRESS, {}],
  [
    'one that the load balancer of this hub uses',
    ADDRESS,
    { users: [`${RULE}/k8s2-fs-x-jupyterhub-research-jupyterhub-y`] },
  ],
])("%s is this hub's", async (_, resource, live) => {
  expect(await refusal(resource, live)).toBeUndefined();
});

test.each([
  [
    'a cluster without labels',
    CLUSTER,
    { status: 'RUNNING' },
    'it lacks the label managed-by=jupyterhub-gke and hub=research',
  ],
  [
    'one of another hub',
    CLUSTER,
    { status: 'RUNNING', resourceLabels: { ...LABELS, hub: 'teaching' } },
    'it lacks the label hub=research',
  ],
  ['an address of another load balancer', ADDRESS, { users: [`${RULE}/shop-rule`] }, 'shop-rule uses it'],
])('%s is left alone, and the message says why', async (_, resource, live, reason) => {
  const error = await refusal(resource, live);
  expect(error?.message).toContain(reason);
  expect(error?.where).toBe(resource.address);
});

test('a cluster whose owner only forgot its labels gets them by one command', async () => {
  const error = await refusal(CLUSTER, { status: 'RUNNING' });
  expect(error?.message).toContain(
    'gcloud container clusters update research --location=us-central1 --project=p --update-labels=managed-by=jupyterhub-gke,hub=research',
  );
});

test('a cluster in ERROR is called that, with what GKE says and the command that deletes it', async () => {
  const live = { status: 'ERROR', statusMessage: 'Not enough IP space.', resourceLabels: LABELS };
  const error = await refusal(CLUSTER, live);
  expect(error?.message).toContain('is in the state ERROR: GKE could not make it: Not enough IP space.');
  expect(error?.hint).toContain('gcloud container clusters delete research --location=us-central1 --project=p');
  expect(`${error?.message} ${error?.hint}`).not.toMatch(/sign in/i);
});
