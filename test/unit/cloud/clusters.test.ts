import { describe, expect, test } from '@jest/globals';
import { getCluster, getOfferedVersions, listRunningOperations } from '../../../src/cloud/clusters.js';
import { GoogleApiError, GoogleClient } from '../../../src/cloud/rest.js';
import { ToolError } from '../../../src/errors.js';
import { type Answer, refusedConnection, stub } from '../../support/answers.js';

const ID = { project: 'acme-research', location: 'us-central1', name: 'research' };
const PLACE = 'https://container.googleapis.com/v1/projects/acme-research/locations/us-central1';

function client(...answers: Answer[]) {
  const server = stub(...answers);
  return { google: new GoogleClient({ token: async () => 'ya29.t', env: {}, ...server }), ...server };
}

describe('getCluster', () => {
  // Google answers the library with numbers of enums, and with numbers of 64 bits as strings.
  const answer = {
    name: 'research',
    status: 3,
    statusMessage: 'Quota is short.',
    resourceLabels: { hub: 'research' },
    currentMasterVersion: '1.34.1-gke.1',
    autopilot: { enabled: true },
    releaseChannel: { channel: 2 },
    controlPlaneEndpointsConfig: { dnsEndpointConfig: { endpoint: 'gke-1.gke.goog', allowExternalTraffic: true } },
    networkConfig: { datapathProvider: 2 },
    workloadIdentityConfig: { workloadPool: 'acme-research.svc.id.goog' },
    addonsConfig: { httpLoadBalancing: { disabled: true }, gcsFuseCsiDriverConfig: { enabled: true } },
    nodePools: [{ name: 'core', version: '1.33.0-gke.1', status: 2, config: { diskSizeGb: 100 } }],
    someFieldOfTomorrow: { a: 1 },
  };
  const expected = {
    name: 'research',
    status: 'RECONCILING',
    dnsEndpoint: 'gke-1.gke.goog',
    autopilot: true,
    version: '1.34.1-gke.1',
    channel: 'REGULAR',
    nodePools: [{ name: 'core', version: '1.33.0-gke.1' }],
    statusMessage: 'Quota is short.',
    labels: { hub: 'research' },
    features: {
      workloadIdentity: true,
      networkPolicy: true,
      dnsEndpoint: true,
      loadBalancing: false,
      bucketMounts: true,
    },
  };

  test('a cluster is read by one call over REST with our token', async () => {
    const { google, seen } = client({ status: 200, body: answer });
    expect(await getCluster(google, ID)).toEqual(expected);
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ method: 'GET', headers: { authorization: 'Bearer ya29.t' } });
    expect(seen[0]?.url.replace(/\?.*/, '')).toBe(`${PLACE}/clusters/research`);
  });

  test('a cluster reads the same where enums come by name', async () => {
    const body = { ...answer, status: 'RECONCILING', releaseChannel: { channel: 'REGULAR' } };
    expect(await getCluster(client({ status: 200, body }).google, ID)).toEqual(expected);
  });

  test('an empty answer is a cluster without endpoint, channel and pools', async () => {
    expect(await getCluster(client({ status: 200, body: {} }).google, ID)).toEqual({
      name: 'research',
      status: 'STATUS_UNSPECIFIED',
      dnsEndpoint: undefined,
      autopilot: false,
      version: '',
      channel: undefined,
      nodePools: [],
      features: {
        workloadIdentity: false,
        networkPolicy: false,
        dnsEndpoint: false,
        loadBalancing: true,
        bucketMounts: false,
      },
      statusMessage: '',
      labels: {},
    });
  });

  test('a missing cluster and a disabled API are both no cluster', async () => {
    expect(await getCluster(client({ status: 404 }).google, ID)).toBeUndefined();
    const disabled = { error: { message: 'off', errors: [{ reason: 'accessNotConfigured' }] } };
    expect(await getCluster(client({ status: 403, body: disabled }).google, ID)).toBeUndefined();
  });

  test('a cluster that may not be read names the roles to grant', async () => {
    const { google } = client({ status: 403, body: { error: { message: 'Required container.clusters.get' } } });
    await expect(getCluster(google, ID)).rejects.toMatchObject({
      message: 'The cluster may not be read: A permission is missing: Required container.clusters.get',
      where: 'projects/acme-research/locations/us-central1/clusters/research',
      hint: expect.stringContaining('roles/container.clusterViewer'),
    });
  });
});

describe('failures', () => {
  test('a network failure ends the call after five attempts, with the usual message', async () => {
    const { google, seen } = client(refusedConnection());
    await expect(getCluster(google, ID)).rejects.toMatchObject({
      message: 'container.googleapis.com cannot be reached (connect ECONNREFUSED 127.0.0.1:1)',
      hint: expect.stringContaining('proxy'),
    });
    expect(seen).toHaveLength(5);
  });

  test('a failure of Google ends the call after five attempts, with the usual error', async () => {
    const { google, seen } = client({ status: 503, body: { error: { message: 'busy' } } });
    await expect(getCluster(google, ID)).rejects.toMatchObject({ message: 'busy', status: 503 });
    expect(seen).toHaveLength(5);
    await expect(getCluster(client({ status: 400 }).google, ID)).rejects.toBeInstanceOf(GoogleApiError);
  });

  test('missing credentials and an answer that is not JSON give the usual messages', async () => {
    const token = async (): Promise<string> => {
      throw new ToolError('No Google credentials can be used here', { hint: 'sign in' });
    };
    const google = new GoogleClient({ token, env: {}, ...stub({ status: 200 }) });
    await expect(getCluster(google, ID)).rejects.toMatchObject({ message: 'No Google credentials can be used here' });
    await expect(getCluster(client({ status: 200, body: '<html>' }).google, ID)).rejects.toThrow(
      'container.googleapis.com sent an answer that is not JSON',
    );
  });
});

test('running operations are those of the cluster that are not done, the oldest first', async () => {
  const base = 'https://container.googleapis.com/v1/projects/123/locations/us-central1';
  const operation = (status: number | string, type: number | string, target: string, startTime: string) => ({
    name: 'operation-1',
    status,
    operationType: type,
    targetLink: `${base}/${target}`,
    startTime,
  });
  const { google, seen } = client({
    status: 200,
    body: {
      operations: [
        operation(2, 4, 'clusters/research/nodePools/core', '2026-11-23T12:05:00Z'),
        operation('RUNNING', 'UPGRADE_MASTER', 'clusters/research', '2026-11-23T12:00:00Z'),
        operation(3, 3, 'clusters/research', '2026-11-23T11:00:00Z'),
        operation(2, 3, 'clusters/research-2', '2026-11-23T11:00:00Z'),
      ],
    },
  });
  expect(await listRunningOperations(google, ID)).toEqual([
    { type: 'UPGRADE_MASTER', started: '2026-11-23T12:00:00Z' },
    { type: 'UPGRADE_NODES', started: '2026-11-23T12:05:00Z' },
  ]);
  expect(seen[0]?.url.replace(/\?.*/, '')).toBe(`${PLACE}/operations`);
});

test('offered versions are those of one channel in one location', async () => {
  const body = {
    defaultClusterVersion: '1.33.0-gke.9',
    channels: [
      { channel: 1, defaultVersion: '1.35.0-gke.1', validVersions: ['1.35.0-gke.1'] },
      { channel: 2, defaultVersion: '1.34.1-gke.1', validVersions: ['1.34.2-gke.1', '1.34.1-gke.1', '1.33.5-gke.3'] },
    ],
  };
  const { google, seen } = client({ status: 200, body });
  expect(await getOfferedVersions(google, ID, 'REGULAR')).toEqual({
    initial: '1.34.1-gke.1',
    all: ['1.34.2-gke.1', '1.34.1-gke.1', '1.33.5-gke.3'],
  });
  expect(await getOfferedVersions(google, ID, 'STABLE')).toBeUndefined();
  expect(seen[0]?.url.replace(/\?.*/, '')).toBe(`${PLACE}/serverConfig`);
});
