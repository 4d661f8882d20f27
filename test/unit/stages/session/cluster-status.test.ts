import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { GoogleClient } from '../../../../src/cloud/rest.js';
import { ToolError } from '../../../../src/errors.js';
import {
  channelOf,
  clusterAbsence,
  offeredVersions,
  refuseBrokenCluster,
} from '../../../../src/stages/session/cluster-status.js';
import type { Session } from '../../../../src/stages/session/session.js';
import { type Answer, stub } from '../../../support/answers.js';
import { hubConfig } from '../../../support/hub-config.js';

const OPERATION = {
  status: 'RUNNING',
  operationType: 'CREATE_CLUSTER',
  targetLink: 'https://container.googleapis.com/v1/projects/1/locations/us-central1/clusters/research',
  startTime: '2026-11-23T12:00:41.123Z',
};
const ENDPOINT = { controlPlaneEndpointsConfig: { dnsEndpointConfig: { endpoint: 'gke.example' } } };

function session(...answers: Answer[]): Session {
  return {
    config: { project: 'acme-research', location: 'us-central1', platform: { name: 'research' } },
    google: new GoogleClient({ token: async () => 't', env: {}, ...stub(...answers) }),
  } as unknown as Session;
}

const ok = (body: object): Answer => ({ status: 200, body });

test.each([
  ['does not exist', [{ status: 404 }], { state: 'missing' }],
  [
    'is being made',
    [ok({ status: 'PROVISIONING' }), ok({ operations: [OPERATION] })],
    { state: 'busy', operation: 'CREATE_CLUSTER', started: '2026-11-23T12:00:41.123Z' },
  ],
  ['has no endpoint', [ok({ status: 'RUNNING' }), ok({})], { state: 'no-dns-endpoint' }],
  ['is broken', [ok({ status: 'ERROR', ...ENDPOINT }), ok({})], { state: 'other-status', status: 'ERROR' }],
  [
    'keeps its operations to itself',
    [ok({ status: 'STOPPING', ...ENDPOINT }), { status: 403 }],
    { state: 'other-status', status: 'STOPPING' },
  ],
] as const)('a cluster that %s says why there is no connection', async (_, answers, absence) => {
  expect(await clusterAbsence(session(...answers))).toEqual({ cluster: 'research', ...absence });
});

test('a cluster that GKE could not make is called that, with its reason and the command that deletes it', async () => {
  const broken = session(ok({ status: 'ERROR', statusMessage: 'IP space exhausted.', ...ENDPOINT }));
  const error: unknown = await refuseBrokenCluster(broken).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ToolError);
  const { message, hint } = error as ToolError;
  expect(message).toBe('The cluster research is in the state ERROR: IP space exhausted.');
  expect(hint).toContain('gcloud container clusters delete research --location=us-central1 --project=acme-research');
  await expect(refuseBrokenCluster(session(ok({ status: 'PROVISIONING' })))).resolves.toBeUndefined();
  await expect(refuseBrokenCluster(session({ status: 404 }))).resolves.toBeUndefined();
});

test('versions that may not be read are unknown, and so are those of a cluster without a channel', async () => {
  expect(await offeredVersions(session({ status: 403 }))).toBeUndefined();
  expect(await offeredVersions(session({ status: 500 }), { channel: undefined })).toBeUndefined();
});

test('the channel of a new cluster is that of the file, and terraform has the same default', () => {
  expect(channelOf(hubConfig())).toBe('REGULAR');
  expect(channelOf(hubConfig({}, { platform: { ...hubConfig().platform, releaseChannel: 'STABLE' } }))).toBe('STABLE');
  const text = readFileSync('terraform/platform/variables.tf', 'utf8');
  expect(/release_channel = optional\(string, "(\w+)"\)/.exec(text)?.[1]).toBe('REGULAR');
});
