import { describe, expect, test } from '@jest/globals';
import { GoogleClient } from '../../../../src/cloud/rest.js';
import { checkCluster } from '../../../../src/stages/preflight/cluster.js';
import type { Session } from '../../../../src/stages/session/session.js';
import { type Answer, stub } from '../../../support/answers.js';
import { hubConfig } from '../../../support/hub-config.js';

const GOOD = {
  name: 'shared',
  status: 'RUNNING',
  currentMasterVersion: '1.34.1-gke.1',
  autopilot: { enabled: true },
  workloadIdentityConfig: { workloadPool: 'acme-research.svc.id.goog' },
  networkConfig: { datapathProvider: 'ADVANCED_DATAPATH' },
  controlPlaneEndpointsConfig: { dnsEndpointConfig: { endpoint: 'gke.example', allowExternalTraffic: true } },
  addonsConfig: { httpLoadBalancing: {}, gcsFuseCsiDriverConfig: { enabled: true } },
};

function check(answer: Answer, more: object = {}): Promise<void> {
  const google = new GoogleClient({ token: async () => 't', env: {}, ...stub(answer) });
  const locate = (path: readonly string[]) => ({ file: `jupyterhub.yaml#${path.join('.')}`, line: 7, column: 3 });
  const plain = hubConfig();
  const platform = { ...plain.platform, existing: { name: 'shared', location: 'europe-west1' } };
  return checkCluster({ config: { ...plain, platform, ...more }, google, input: { locate } } as unknown as Session);
}
const cluster = (more: object = {}): Answer => ({ status: 200, body: { ...GOOD, ...more } });
const at = '--location=europe-west1 --project=acme-research';

describe('a cluster that exists', () => {
  test('is good with all that a hub needs', async () => {
    await check(cluster());
  });

  test.each<[string, object, string, string]>([
    [
      'workload identity',
      { workloadIdentityConfig: {} },
      'Workload Identity is off',
      '--workload-pool=acme-research.svc.id.goog',
    ],
    [
      'network policies',
      { networkConfig: { datapathProvider: 'LEGACY_DATAPATH' } },
      'every notebook would reach the hub',
      '--enable-network-policy',
    ],
    [
      'a way in',
      { controlPlaneEndpointsConfig: { dnsEndpointConfig: { endpoint: 'gke.example', allowExternalTraffic: false } } },
      'its DNS endpoint does not answer from outside',
      '--enable-dns-access',
    ],
    [
      'load balancing',
      { addonsConfig: { httpLoadBalancing: { disabled: true } } },
      'an Ingress with IAP gets no address',
      'HttpLoadBalancing=ENABLED',
    ],
    ['a new version', { currentMasterVersion: '1.31.9-gke.1' }, 'Kubernetes before 1.32', 'upgrade shared --master'],
  ])('without %s is refused at its line, with the command of its owner', async (_, more, text, command) => {
    await expect(check(cluster(more))).rejects.toMatchObject({
      message: expect.stringMatching(new RegExp(`${text}[^.]*\\. Nothing was changed$|${text}.*Nothing was changed$`)),
      where: 'jupyterhub.yaml#platform.cluster:7:3',
      hint: expect.stringContaining(command),
    });
    await expect(check(cluster(more))).rejects.toMatchObject({ hint: expect.stringContaining(at) });
  });

  test('with several faults gets all of them at once', async () => {
    const more = { workloadIdentityConfig: {}, addonsConfig: { httpLoadBalancing: { disabled: true } } };
    await expect(check(cluster(more))).rejects.toThrow(/Workload Identity is off and HTTP load balancing is off/);
  });

  test('needs bucket mounts only where people have buckets', async () => {
    const without = cluster({ addonsConfig: {} });
    await check(without);
    const { storage } = hubConfig();
    await expect(check(without, { storage: { ...storage, perUserBuckets: true } })).rejects.toThrow(
      'buckets cannot be',
    );
  });

  test.each<[string, Answer, RegExp]>([
    [
      'that is none',
      { status: 404 },
      /There is no cluster projects\/acme-research\/locations\/europe-west1\/clusters\/shared/,
    ],
    ['in Standard mode', cluster({ autopilot: {} }), /is a Standard cluster/],
  ])('%s is refused', async (_, answer, text) => {
    await expect(check(answer)).rejects.toThrow(text);
  });
});
