import { describe, expect, test } from '@jest/globals';
import { refuseStrandedHomes, strandedHomes } from '../../../../src/stages/homes/stranded.js';
import type { ClusterConnection } from '../../../../src/stages/session/cluster.js';
import type { Session } from '../../../../src/stages/session/session.js';

const volume = (claim: string, zones: readonly string[], namespace = 'jupyterhub-research') => ({
  metadata: { name: `pvc-${claim}` },
  spec: {
    claimRef: { namespace, name: claim },
    nodeAffinity: {
      required: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'topology.gke.io/zone', values: zones }] }] },
    },
  },
});
const claim = (name: string, owner?: string, labels: Record<string, string> = {}) => ({
  metadata: { name, labels, annotations: owner === undefined ? {} : { 'hub.jupyter.org/username': owner } },
});
const CLAIMS = [
  claim('claim-alice', 'alice@example.com'),
  claim('claim-bob', 'bob@example.com'),
  claim('claim-carol', 'carol@example.com'),
  claim('claim-dave', 'dave@example.com', { 'jupyterhub-gke/left': '2026-11-01' }),
  claim('claim-erin', 'erin@example.com'),
  claim('hub-db-dir'),
];
const VOLUMES = [
  volume('claim-alice', ['us-central1-a']),
  volume('claim-bob', ['us-central1-c']),
  volume('claim-carol', ['us-central1-a', 'us-central1-f']),
  volume('claim-dave', ['us-central1-c']),
  volume('claim-bob', ['us-central1-c'], 'jupyterhub-other'),
  volume('hub-db-dir', ['us-central1-c']),
];

function cluster(volumes: readonly object[] = VOLUMES): ClusterConnection {
  const list = async ({ kind }: { readonly kind: string }) => (kind === 'PersistentVolume' ? volumes : CLAIMS);
  return { kubernetes: { list } } as unknown as ClusterConnection;
}

function session(zones: readonly string[] | undefined, acknowledge?: string): Session {
  return {
    config: { name: 'research', platform: { name: 'research', from: undefined, zones, deletionProtection: true } },
    context: { flags: { acknowledge }, github: undefined },
    input: { locate: () => ({ file: 'jupyterhub.yaml', line: 7, column: 18, length: 3 }) },
  } as unknown as Session;
}

describe('homes outside the zones of the platform', () => {
  test('are those of people who have not left; a regional disk needs one of its zones, and the hub itself is no home', async () => {
    expect(await strandedHomes(cluster(), 'research', ['us-central1-a'])).toEqual([
      { claim: 'claim-bob', zones: ['us-central1-c'] },
    ]);
    expect(await strandedHomes(cluster(), 'research', ['us-central1-c', 'us-central1-f', 'us-central1-a'])).toEqual([]);
  });

  test('are refused at the line of the zones, with how to keep them', async () => {
    await expect(
      refuseStrandedHomes(session(['us-central1-b']), { hasCluster: true }, async () => cluster()),
    ).rejects.toMatchObject({
      message:
        '3 homes are in us-central1-a, us-central1-c and us-central1-f, and platform.zones names only us-central1-b: claim-alice (us-central1-a), claim-bob (us-central1-c) and claim-carol (us-central1-a). Disks do not move, so these people could not start a server. Nothing was changed',
      where: 'jupyterhub.yaml:7:18',
      hint: expect.stringMatching(/^Name us-central1-a, .* in platform\.zones too.*homes\/jupyterhub-research\/zones/),
    });
  });

  test('are left behind where somebody acknowledges it, and nothing is asked without zones or cluster', async () => {
    const never = async (): Promise<never> => {
      throw new Error('asked');
    };
    const zones = ['us-central1-b'];
    await refuseStrandedHomes(session(zones, 'homes/jupyterhub-research/zones'), { hasCluster: true }, never);
    await refuseStrandedHomes(session(undefined), { hasCluster: true }, never);
    await refuseStrandedHomes(session(zones), { hasCluster: false }, never);
    await refuseStrandedHomes(session(['us-central1-a', 'us-central1-c']), { hasCluster: true }, async () => cluster());
  });
});
