import { describe, expect, test } from '@jest/globals';
import { KubernetesError } from '../../../../src/cloud/kubernetes.js';
import { keptDisks, keptDisksNote, refuseKeptHomes } from '../../../../src/stages/deploy/kept-homes.js';
import type { ClusterConnection } from '../../../../src/stages/session/cluster.js';
import type { Session } from '../../../../src/stages/session/session.js';

const volume = (name: string, phase: string, claim: string, policy = 'Retain', namespace = 'jupyterhub-research') => ({
  metadata: { name },
  spec: { claimRef: { namespace, name: claim }, persistentVolumeReclaimPolicy: policy },
  status: { phase },
});
const VOLUMES = [
  volume('a', 'Released', 'claim-ada'),
  volume('b', 'Bound', 'claim-bob'),
  volume('c', 'Released', 'claim-purged', 'Delete'),
  volume('d', 'Released', 'claim-eve', 'Retain', 'jupyterhub-other'),
  volume('e', 'Released', 'hub-db-dir'),
];
const connection = (list: () => Promise<unknown>) => ({ kubernetes: { list } }) as unknown as ClusterConnection;
const cluster = connection(async () => VOLUMES);

function session(acknowledge?: string): Session {
  return { config: { name: 'research' }, context: { flags: { acknowledge }, github: undefined } } as unknown as Session;
}

describe('the disks of a hub whose claims are gone', () => {
  test('are the released ones of its namespace that nobody deletes', async () => {
    expect(await keptDisks(cluster.kubernetes, 'research')).toEqual([
      { claim: 'claim-ada', volume: 'a' },
      { claim: 'hub-db-dir', volume: 'e' },
    ]);
    expect(await keptDisksNote(cluster, 'research')).toEqual([
      { code: 'disks-without-claim', claims: ['claim-ada', 'hub-db-dir'], count: 2 },
    ]);
  });

  test('are not known to an identity that may read no volume, and another failure is one', async () => {
    const refused = (status: number) =>
      connection(async () => {
        throw new KubernetesError('no', { status, where: 'x' });
      });
    expect(await keptDisksNote(refused(403), 'research')).toEqual([]);
    await expect(keptDisksNote(refused(500), 'research')).rejects.toThrow('no');
  });

  test('are not asked for where a hub runs, and where there is no cluster', async () => {
    const deployed = {} as never;
    await refuseKeptHomes(session(), { deployed, hasCluster: true });
    await refuseKeptHomes(session(), { deployed: undefined, hasCluster: false });
  });
});

describe('apply of a new hub beside such disks', () => {
  const run = (volumes: readonly object[], acknowledge?: string): Promise<void> =>
    refuseKeptHomes(session(acknowledge), { deployed: undefined, hasCluster: true }, async () =>
      connection(async () => volumes),
    );

  test('is refused with the disks, the way back and the way on', async () => {
    await expect(run(VOLUMES)).rejects.toMatchObject({
      message:
        "The disks of 1 home and the hub's database are kept in this cluster, and their claims are gone: claim-ada (volume a) and hub-db-dir (volume e). A hub that starts now gives everybody an empty home. Nothing was changed",
      where: 'namespace jupyterhub-research',
      hint: expect.stringMatching(
        /docs\/leaving\.md.*"Disks without a claim".*homes\/jupyterhub-research.*--acknowledge/,
      ),
    });
  });

  test('goes on where somebody acknowledges it, and where no disk is left', async () => {
    await run(VOLUMES, 'homes/jupyterhub-research');
    await run([volume('b', 'Bound', 'claim-bob')]);
    await expect(run(VOLUMES, 'homes/jupyterhub-other')).rejects.toThrow('kept in this cluster');
  });
});
