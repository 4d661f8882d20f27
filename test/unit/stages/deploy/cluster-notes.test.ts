import { describe, expect, test } from '@jest/globals';
import type { LiveCluster } from '../../../../src/cloud/clusters.js';
import { GoogleClient } from '../../../../src/cloud/rest.js';
import { runNoteText } from '../../../../src/report/text/run-note.js';
import { clusterNotes, versionNotes } from '../../../../src/stages/deploy/cluster-notes.js';
import type { ClusterConnection } from '../../../../src/stages/session/cluster.js';
import type { Session } from '../../../../src/stages/session/session.js';
import { type Answer, stub } from '../../../support/answers.js';

const CLUSTER: LiveCluster = {
  name: 'research',
  status: 'RUNNING',
  statusMessage: '',
  labels: {},
  dnsEndpoint: 'gke.example',
  autopilot: false,
  version: '1.34.1-gke.1',
  channel: 'REGULAR',
  nodePools: [{ name: 'core', version: '1.34.1-gke.1' }],
  features: { workloadIdentity: true, networkPolicy: true, dnsEndpoint: true, loadBalancing: true, bucketMounts: true },
};
const OFFERED = { initial: '1.34.1-gke.1', all: ['1.35.0-gke.2', '1.34.1-gke.1', '1.33.5-gke.3'] };

describe('notes about versions', () => {
  test('are none where the cluster is as usual, or where nothing is known', () => {
    expect(versionNotes(CLUSTER, OFFERED)).toEqual([]);
    // GKE offers few patch releases; a cluster runs older ones for a long time.
    expect(versionNotes({ ...CLUSTER, version: '1.33.0-gke.9', nodePools: [] }, OFFERED)).toEqual([]);
    expect(versionNotes({ ...CLUSTER, version: '1.20.0-gke.1' }, undefined)).toEqual([]);
    expect(versionNotes({ ...CLUSTER, version: '' }, OFFERED)).toEqual([]);
  });

  test('name a version that the channel no longer offers', () => {
    expect(versionNotes({ ...CLUSTER, version: '1.32.9-gke.1' }, OFFERED).map(runNoteText)).toEqual([
      'The cluster runs Kubernetes 1.32.9-gke.1, which the release channel REGULAR no longer offers (oldest: 1.33): GKE upgrades it by itself.',
    ]);
  });

  test('name a pool whose nodes are too old for the control plane', () => {
    const nodePools = [
      { name: 'core', version: '1.31.0-gke.1' },
      { name: 'gpu', version: '1.30.9-gke.1' },
      { name: 'new', version: '' },
    ];
    expect(versionNotes({ ...CLUSTER, nodePools }, OFFERED).map(runNoteText)).toEqual([
      'The nodes of the pool "gpu" run Kubernetes 1.30.9-gke.1, more than 3 minor versions behind the control plane (1.34.1-gke.1): upgrade the pool.',
    ]);
  });
});

describe('notes about the cluster of a plan', () => {
  const session = (platform: object, ...answers: Answer[]): Session => {
    const config = { project: 'acme-research', location: 'us-central1', platform: { name: 'research', ...platform } };
    return { config, google: new GoogleClient({ token: async () => 't', env: {}, ...stub(...answers) }) } as never;
  };
  const texts = async (of: Session, connection?: ClusterConnection): Promise<string[]> =>
    (await clusterNotes(of, connection)).map(runNoteText);
  const channels = [{ channel: 'REGULAR', defaultVersion: '1.34.1-gke.1', validVersions: OFFERED.all }];

  test('say that there is none, and with which version it starts', async () => {
    expect(await texts(session({}, { status: 404 }, { status: 200, body: { channels } }))).toEqual([
      'There is no cluster yet ("research" does not exist): the whole hub and all of its people count as new. A new cluster starts with Kubernetes 1.34.1-gke.1, the default of the release channel REGULAR in us-central1.',
    ]);
    expect(await texts(session({}, { status: 404 }, { status: 403 }))).toEqual([
      'There is no cluster yet ("research" does not exist): the whole hub and all of its people count as new.',
    ]);
  });

  test('name the file that makes the platform', async () => {
    expect(await texts(session({ from: 'a/jupyterhub.yaml' }, { status: 404 }))).toEqual([
      'There is no cluster yet ("research" does not exist): the whole hub and all of its people count as new. The platform comes with a/jupyterhub.yaml, which goes first.',
    ]);
  });

  test('name what GKE does to a cluster at this time', async () => {
    const operation = {
      status: 'RUNNING',
      operationType: 'UPGRADE_MASTER',
      targetLink: 'https://container.googleapis.com/v1/projects/1/locations/us-central1/clusters/research',
      startTime: '2026-11-23T12:00:41.123Z',
    };
    const connection = { cluster: { ...CLUSTER, status: 'RECONCILING' } } as ClusterConnection;
    const body = { operations: [operation], channels };
    expect(await texts(session({}, { status: 200, body }), connection)).toEqual([
      'GKE runs UPGRADE_MASTER on "research" since 2026-11-23 12:00 UTC: a change of the platform waits for its end.',
    ]);
  });

  test('are none where all is as usual', async () => {
    const connection = { cluster: CLUSTER } as ClusterConnection;
    expect(await clusterNotes(session({}, { status: 200, body: { channels } }), connection)).toEqual([]);
  });
});
