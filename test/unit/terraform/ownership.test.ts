import { expect, test } from '@jest/globals';
import { GoogleClient } from '../../../src/cloud/rest.js';
import type { ToolError } from '../../../src/errors.js';
import { type ExistingResource, refuseForeign } from '../../../src/terraform/ownership.js';
import { stub } from '../../support/answers.js';

const LABELS = { 'managed-by': 'jupyterhub-gke', hub: 'research' };
const CLUSTER = {
  address: 'google_container_cluster.autopilot[0]',
  type: 'google_container_cluster',
  planned: { project: 'p', location: 'us-central1', name: 'research', resource_labels: LABELS },
};
const MARK = 'Address of the hub research, made by jupyterhub-gke';
const ADDRESS = {
  address: 'google_compute_global_address.hub',
  type: 'google_compute_global_address',
  planned: { project: 'p', name: 'research-ip', description: MARK },
};
const NETWORK = {
  address: 'google_compute_network.platform[0]',
  type: 'google_compute_network',
  planned: { project: 'p', name: 'research' },
};
const ROUTER = {
  address: 'google_compute_router.platform[0]',
  type: 'google_compute_router',
  planned: { project: 'p', region: 'us-central1', name: 'research' },
};
const NAT = {
  address: 'google_compute_router_nat.platform[0]',
  type: 'google_compute_router_nat',
  planned: { project: 'p', region: 'us-central1', name: 'research', router: 'research' },
};
const IN_NETWORK = { network: 'https://www.googleapis.com/compute/v1/projects/p/global/networks/research' };
const NETWORKS = 'https://www.googleapis.com/compute/v1/projects';
const RULE = 'https://www.googleapis.com/compute/v1/projects/p/global/forwardingRules';

async function refusal(resource: ExistingResource, live: object): Promise<ToolError | undefined> {
  const google = new GoogleClient({ token: async () => 't', env: {}, ...stub({ status: 200, body: live }) });
  return refuseForeign(google, resource).then(
    () => undefined,
    (error: ToolError) => error,
  );
}

test.each([
  ['a cluster with our labels', CLUSTER, { status: 'RUNNING', resourceLabels: { ...LABELS, cost: 'x' } }],
  ['one that is still being made', CLUSTER, { status: 'PROVISIONING', resourceLabels: LABELS }],
  ['an address with our text', ADDRESS, { description: MARK }],
  ['an address that somebody labelled as ours', ADDRESS, { labels: { 'jupyterhub-gke-hub': 'research' } }],
  [
    'a network that GKE has joined to its own',
    NETWORK,
    {
      peerings: [
        { name: 'gke-n1a2-3b4c-peer', network: `${NETWORKS}/gke-prod-us-central1-a1b2/global/networks/gke-n1a2-net` },
      ],
    },
  ],
  ['a router with our NAT', ROUTER, { ...IN_NETWORK, nats: [{ name: 'research' }] }],
  ['our NAT', NAT, { ...IN_NETWORK, nats: [{ name: 'research' }] }],
  [
    'one that the load balancer of this hub uses',
    ADDRESS,
    { description: MARK, users: [`${RULE}/k8s2-fs-x-jupyterhub-research-jupyterhub-y`] },
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
  [
    'an address of another load balancer, whatever its text',
    ADDRESS,
    { description: MARK, users: [`${RULE}/shop-rule`] },
    'shop-rule uses it',
  ],
  [
    'an address of a hub whose name begins alike',
    ADDRESS,
    { description: MARK, users: [`${RULE}/k8s2-fs-x-jupyterhub-research2-jupyterhub-y`] },
    'k8s2-fs-x-jupyterhub-research2-jupyterhub-y uses it',
  ],
  [
    'an address that somebody else has reserved under our name',
    ADDRESS,
    {},
    "nothing says that this hub made it. If it is this hub's: gcloud compute addresses update research-ip --global --project=p --update-labels=jupyterhub-gke-hub=research",
  ],
  [
    'an address of another hub',
    ADDRESS,
    { description: MARK.replace('research', 'lab'), labels: { 'jupyterhub-gke-hub': 'lab' } },
    'nothing says that this hub made it',
  ],
  [
    'a network that is joined to one of others',
    NETWORK,
    { peerings: [{ name: 'to-office', network: `${NETWORKS}/office/global/networks/office` }] },
    "it is joined to another network by the peering to-office. If it is this hub's: gcloud compute networks peerings delete to-office --network=research --project=p",
  ],
  [
    'a peering that only has a name like those of GKE',
    NETWORK,
    { peerings: [{ name: 'gke-a-b-peer', network: `${NETWORKS}/office/global/networks/gke-a-net` }] },
    'by the peering gke-a-b-peer',
  ],
  ['a router with a NAT of others', ROUTER, { ...IN_NETWORK, nats: [{ name: 'lab' }] }, 'it has the NAT lab'],
  ['a router with a BGP peer', ROUTER, { ...IN_NETWORK, bgpPeers: [{ name: 'office' }] }, 'the BGP peer office'],
  ['a router of a tunnel', NAT, { ...IN_NETWORK, interfaces: [{ name: 'if-vpn' }] }, 'the interface if-vpn'],
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
