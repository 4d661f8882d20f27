import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from '@jest/globals';
import { Replay, readRecording } from '../../../../test/support/google-replay.js';
import { startEmulator } from '../../../src/google/emulator.js';
import { repoPath } from '../../../src/paths.js';

// Recorded from the real APIs (GoogleCloudPlatform/k8s-config-connector); present only beside a full checkout.
const FOLDER = repoPath('../shared/data/gcp-recordings');
const PROJECT = 'acme-research';

// Recording → the network that it finds in its project.
const RECORDINGS: Readonly<Record<string, string | undefined>> = {
  computenetworkbasic: undefined,
  computerouternatbasic: undefined,
  computesubnetwork: undefined,
  'containercluster-addon': 'default',
  'containercluster-dataplanev2': undefined,
  'containercluster-dnsendpoint-noipendpoint': undefined,
  'containercluster-minimal': 'default',
  containernodepool: 'default',
  containernodepoolremovetaint: 'default',
  globalcomputeaddress: 'network-1',
  iamserviceaccount: undefined,
  service: undefined,
  storagebucketbasic: undefined,
  storagebucketsoftdelete: undefined,
};

/** Where the emulator answers otherwise than recorded, and why that is right or does not matter. An entry that no longer applies fails. */
const ACCEPTED: readonly { readonly where: RegExp; readonly why: string }[] = [
  {
    where: /^(POST|PUT|PATCH|DELETE) \S+ (status|startTime)$/,
    why: 'new operations are PENDING, so that clients must poll; recorded ones are RUNNING already',
  },
  { where: /^GET networks\/\* internalIpv6Range$/, why: 'no IPv6 ranges are given out' },
  { where: /^GET operations\/\* progress\.metrics/, why: 'no progress within an operation' },
  { where: /instanceGroupUrls/, why: 'no machines are started, so there are no groups of them' },
  {
    where: /^GET clusters\/\S+ (nodePools\.0\.)?locations\.\d$/,
    why: 'the recording was edited: real regional clusters list zones, as here',
  },
  {
    where: /^GET clusters\/cluster-sample-\* (nodePools\.1\.|currentNodeCount)/,
    why: 'in the recording the cluster is read before its second pool shows',
  },
  {
    where: /^(PUT|GET) (nodePools|operations)\/\S+ operationType$/,
    why: 'v1beta1 leaves out the type of a change of a node pool',
  },
  {
    where: /^POST \S+:setResourceLabels targetLink$/,
    why: 'named by project number as all other operations; recorded by id',
  },
  { where: /^GET operations\/\* targetLink$/, why: 'the same operation' },
  {
    where: /^GET clusters\/\S+ addonsConfig\.gcePersistentDiskCsiDriverConfig\.enabled$/,
    why: 'recorded as still on after it was switched off; the provider and GKE say that an update may do that',
  },
  {
    where: /^GET nodePools\/\S+ locations\.0$/,
    why: 'recorded without the zones, which the same pool has within its cluster',
  },
  {
    where: /^GET networks\/\* routingConfig\./,
    why: "every project's first network is older than routing modes; this one was made like any other",
  },
  {
    where: /^GET services\/\S+ (parent|config\.name)$/,
    why: 'recorded without the config that the API describes, and without a parent before the first enabling',
  },
  { where: /^GET operations\/\* response\.service\.config\.name$/, why: 'the same field' },
  { where: /^POST services\/\S+:disable metadata/, why: 'a new operation is its name only, as with enable' },
  { where: /^GET projects\/project-\* (labels|name|parent)/, why: 'facts of the recorded project' },
  {
    where: /^PATCH b\/\S+ (acl|defaultObjectAcl|owner)\./,
    why: 'no access control lists: buckets here have uniform access',
  },
  { where: /^GET storagebucket-sample-\*\/o prefixes/, why: 'folders that the recorded project had' },
];

// Calls of other tests' preparation: the project itself, billing, and machines.
const LEFT_OUT =
  /cloudbilling|instanceGroupManagers|(POST|DELETE) \S*cloudresourcemanager|cloudresourcemanager\S*\/operations\/|^GET 403/;

const used = new Set<RegExp>();

afterAll(() => {
  if (!existsSync(FOLDER)) return;
  const unused = ACCEPTED.filter(({ where }) => !used.has(where)).map(({ where }) => String(where));
  expect(unused).toEqual([]);
});

test.each(Object.entries(RECORDINGS))('answers %s as Google did', async (name, network) => {
  const file = `${FOLDER}/${name}.http.log`;
  if (!existsSync(file)) {
    console.log(`SKIPPED recording ${name}: ../shared/data is not here`);
    return;
  }
  const emulator = await startEmulator({
    project: PROJECT,
    projectNumber: '123456789012',
    log: () => {},
    operationTime: () => 3,
  });
  try {
    emulator.setClusterEndpoint('127.0.0.1:6443', 'a certificate');
    emulator.identities.add('operator@acme.dev', { roles: ['roles/owner'] });
    const token = emulator.identities.token('operator@acme.dev');
    await prepare(emulator.origin, token, network);
    const replay = new Replay(emulator, token);
    const different: unknown[] = [];
    let calls = 0;
    for (const call of readRecording(file)) {
      if (LEFT_OUT.test(`${call.http} ${call.host}${call.path}`) || LEFT_OUT.test(`${call.http} ${call.status}`))
        continue;
      calls += 1;
      for (const one of await replay.play(call)) {
        const accepted = ACCEPTED.find(({ where }) => where.test(one.where));
        if (accepted) used.add(accepted.where);
        else different.push(one);
      }
    }
    expect(calls).toBeGreaterThan(5);
    expect(different).toEqual([]);
    expect(emulator.violations).toEqual([]);
  } finally {
    await emulator.stop();
  }
});

test('no list of accepted differences hides a write that ends with another HTTP status', async () => {
  const emulator = await startEmulator({ project: PROJECT, projectNumber: '123456789012', log: () => {} });
  try {
    emulator.identities.add('viewer@acme.dev', { roles: ['roles/viewer'] });
    const replay = new Replay(emulator, emulator.identities.token('viewer@acme.dev'));
    const write = {
      http: 'POST',
      host: 'compute.googleapis.com',
      path: `/compute/v1/projects/${PROJECT}/global/networks`,
      body: '{"name": "network-1"}',
      status: 200,
      answer: { kind: 'compute#operation' },
    };
    const [refused] = await replay.play(write);
    expect(refused).toMatchObject({ recorded: 200, emulated: [403, expect.anything()] });
    expect(ACCEPTED.filter(({ where }) => where.test(refused?.where ?? ''))).toEqual([]);
  } finally {
    await emulator.stop();
  }
});

/** What the recorded projects had before: APIs that are on, and for some a network with subnetworks. */
async function prepare(origin: string, token: string, network: string | undefined): Promise<void> {
  const post = async (path: string, body: unknown): Promise<void> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const answer = await fetch(`${origin}/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(await answer.text());
    await sleep(15);
  };
  const apis = ['cloudresourcemanager', 'compute', 'container', 'iam'].map((api) => `${api}.googleapis.com`);
  await post(`serviceusage/v1/projects/${PROJECT}/services:batchEnable`, { serviceIds: apis });
  if (network === undefined) return;
  const compute = `compute/v1/projects/${PROJECT}`;
  await post(`${compute}/global/networks`, {
    name: network,
    description: 'Default network for the project',
    autoCreateSubnetworks: true,
  });
  for (const [region, ipCidrRange] of [
    ['us-central1', '10.128.0.0/20'],
    ['us-west2', '10.168.0.0/20'],
  ]) {
    const link = `projects/${PROJECT}/global/networks/${network}`;
    if (network === 'default')
      await post(`${compute}/regions/${region}/subnetworks`, { name: network, network: link, ipCidrRange });
  }
}
