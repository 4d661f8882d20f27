import { expect, test } from '@jest/globals';
import type { GoogleClient, GoogleRequest } from '../../../../src/cloud/rest.js';
import { ToolError } from '../../../../src/errors.js';
import { connectCluster } from '../../../../src/stages/session/cluster.js';
import type { Session } from '../../../../src/stages/session/session.js';

const CLUSTER = { status: 'RUNNING', controlPlaneEndpointsConfig: { dnsEndpointConfig: { endpoint: 'gke.example' } } };

function sessionWith(number: () => Promise<string>, cluster: () => Promise<object>): Session {
  return {
    config: { project: 'acme-research', location: 'us-central1', platform: { name: 'research' } },
    context: { signal: new AbortController().signal },
    google: { call: (_: GoogleRequest) => cluster() } as unknown as GoogleClient,
    token: async () => 'token',
    projectNumber: number,
  } as unknown as Session;
}

const later = <T>(work: () => T): Promise<T> => new Promise((resolve) => setTimeout(resolve, 20)).then(work);
const refusing = (text: string) => (): never => {
  throw new ToolError(text);
};

test('a failure to sign in is told, and not the one to read the cluster that follows from it', async () => {
  const number = later(refusing('no credentials'));
  const session = sessionWith(() => number, refusing('no cluster may be read') as () => Promise<object>);
  await expect(connectCluster(session)).rejects.toThrow('no credentials');
});

test('a cluster that may not be read is told where signing in went well', async () => {
  const session = sessionWith(async () => '1', refusing('no cluster may be read') as () => Promise<object>);
  await expect(connectCluster(session)).rejects.toThrow('no cluster may be read');
});

test('both are asked at once', async () => {
  const order: string[] = [];
  const slow = later(() => order.push('number'));
  const session = sessionWith(
    async () => String(await slow),
    async () => {
      order.push('cluster');
      return CLUSTER;
    },
  );
  expect(await connectCluster(session)).toMatchObject({ endpoint: 'gke.example' });
  expect(order).toEqual(['cluster', 'number']);
});
