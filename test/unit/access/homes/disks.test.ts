import { describe, expect, test } from '@jest/globals';
import { type HomeDisk, labelLeftHomeDisks, leftHomeDisks } from '../../../../src/access/homes/disks.js';
import { loadUsers } from '../../../../src/access/users/load.js';
import type { KubeObject } from '../../../../src/cloud/kubernetes.js';
import { Cluster } from '../../../support/cluster.js';

const NOW = new Date('2026-11-24T12:00:00Z');
const home = (owner: string, created = '2026-01-01T00:00:00Z'): HomeDisk => ({
  kind: 'disk',
  owner,
  place: `claim-${owner}`,
  size: '10Gi',
  created,
  left: undefined,
});
const left = (users: string, ...homes: HomeDisk[]): string[] =>
  leftHomeDisks(homes, loadUsers([{ path: 'users.yaml', text: users }], NOW).principals, NOW).map(({ owner }) => owner);

test('left home disks belong to unlisted or expired people, oldest first', () => {
  const users =
    'users:\n  - ada@acme.dev\n  - {email: bo@acme.dev, until: 2026-11-23}\n  - {email: cy@acme.dev, until: 2026-11-24}\n';
  expect(
    left(
      users,
      home('ada@acme.dev'),
      home('bo@acme.dev'),
      home('cy@acme.dev'),
      home('gone@acme.dev', '2025-01-01T00:00:00Z'),
    ),
  ).toEqual(['gone@acme.dev', 'bo@acme.dev']);
});

test('a listed domain covers its people, except those whose end has passed', () => {
  const users = 'users:\n  - {email: bo@acme.dev, until: 2026-11-23}\ndomains: [acme.dev]\n';
  const homes = [home('ada@acme.dev'), home('bo@acme.dev'), home('x@evil-acme.dev'), home('y@sub.acme.dev')];
  expect(left(users, ...homes)).toEqual(['bo@acme.dev', 'x@evil-acme.dev', 'y@sub.acme.dev']);
});

test('a Gmail mailbox is one person in any spelling', () => {
  expect(left('users: [ada.l@gmail.com]\n', home('adal@googlemail.com'))).toEqual([]);
});

describe('the label of a home disk whose owner left', () => {
  const claim = (owner: string, labels: Record<string, string> = {}): KubeObject => ({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: `claim-${owner}`, labels, annotations: { 'hub.jupyter.org/username': owner } },
  });
  const label = async (cluster: Cluster, users: string, today = '2026-11-24'): Promise<number> => {
    const { principals } = loadUsers([{ path: 'users.yaml', text: users }], NOW);
    return labelLeftHomeDisks(cluster.configMaps, { principals, now: NOW, today });
  };
  const dayOfHome = (cluster: Cluster, owner: string): string | undefined =>
    cluster.objects.get(`PersistentVolumeClaim/claim-${owner}`)?.metadata.labels?.['jupyterhub-gke/left'];
  const scene = (...claims: KubeObject[]): Cluster => {
    const cluster = new Cluster();
    for (const one of claims) cluster.put(one);
    return cluster;
  };

  test('is the day of the run, or the last day of access; it stays until the owner returns', async () => {
    const cluster = scene(claim('ada@acme.dev'), claim('bo@acme.dev'), claim('cy@acme.dev', { mine: '1' }));
    const users = 'users:\n  - ada@acme.dev\n  - {email: bo@acme.dev, until: 2026-11-20}\n';
    expect(await label(cluster, users)).toBe(2);
    expect(dayOfHome(cluster, 'ada@acme.dev')).toBeUndefined();
    expect(dayOfHome(cluster, 'bo@acme.dev')).toBe('2026-11-20');
    expect(dayOfHome(cluster, 'cy@acme.dev')).toBe('2026-11-24');
    cluster.calls.length = 0;
    expect(await label(cluster, users, '2026-12-01')).toBe(0);
    expect(cluster.calls).toEqual(['list PersistentVolumeClaim']);
    expect(await label(cluster, 'users: [ada@acme.dev, cy@acme.dev]\n')).toBe(0);
    expect(dayOfHome(cluster, 'cy@acme.dev')).toBeUndefined();
    expect(cluster.objects.get('PersistentVolumeClaim/claim-cy@acme.dev')?.metadata.labels).toEqual({ mine: '1' });
  });

  test('is not written if the owner may be in a listed Google group', async () => {
    const cluster = scene(claim('ada@acme.dev'), claim('bo@acme.dev'));
    expect(
      await label(cluster, 'users: [{email: bo@acme.dev, until: 2026-11-20}]\ngoogleGroups: [team@acme.dev]\n'),
    ).toBe(1);
    expect(dayOfHome(cluster, 'ada@acme.dev')).toBeUndefined();
    expect(dayOfHome(cluster, 'bo@acme.dev')).toBe('2026-11-20');
  });

  test('other claims of the namespace are ignored, such as the disk of the hub', async () => {
    const hubDisk = { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: 'hub-db-dir' } };
    const cluster = scene(hubDisk);
    expect(await label(cluster, 'users: [ada@acme.dev]\n')).toBe(0);
  });
});
