import { describe, expect, test } from '@jest/globals';
import { readLeftBuckets } from '../../../src/access/homes/buckets.js';
import { bucketName, serviceAccountName, sharedBucketName } from '../../../src/access/homes/names.js';
import { readHomeStatus } from '../../../src/access/homes/status.js';
import { ADA, fixture, fixtureForEach, GRACE, key, list, OF, refused, write } from '../../support/homes.js';

fixtureForEach();

describe('the identity of the homes of a hub', () => {
  test.each([
    'acme-research-research-two-0123456789ab',
    'acme-research-research-homes-0123456789ab',
    'acme-research-lab',
  ])('cannot touch a bucket that is not of this hub: %s', async (name) => {
    const { owner, google } = fixture;
    await owner.call({
      ...{ service: 'storage', method: 'POST', path: 'b', query: { project: OF.project } },
      body: { name, location: 'US-CENTRAL1', iamConfiguration: { uniformBucketLevelAccess: { enabled: true } } },
    });
    for (const call of [
      google.call({ service: 'storage', path: `b/${name}` }),
      google.call({ service: 'storage', path: `b/${name}/iam` }),
      google.call({ service: 'storage', method: 'DELETE', path: `b/${name}` }),
    ]) {
      await expect(call).rejects.toMatchObject(refused);
    }
  });
});

describe('a person with a bucket', () => {
  test('has access through their own service account, and nobody else has: no other person, and no account of the same name in another namespace', async () => {
    const done = await fixture.bring([ADA, GRACE]);
    expect(done).toMatchObject({ failed: [], untried: 0 });
    expect((await readHomeStatus(fixture.cluster.configMaps))?.ready).toEqual({
      [key(ADA)]: 'bucket',
      [key(GRACE)]: 'bucket',
    });
    const [adas, graces] = [bucketName(OF, key(ADA)), bucketName(OF, key(GRACE))];
    const ada = await fixture.podOf(serviceAccountName(key(ADA)));
    await write(ada, adas, 'notes/a.txt');
    expect(await list(ada, adas)).toMatchObject({ items: [{ name: 'notes/a.txt' }] });
    for (const call of [
      list(ada, graces),
      write(ada, graces, 'x'),
      ada.call({ service: 'storage', path: `b/${graces}` }),
    ]) {
      await expect(call).rejects.toMatchObject(refused);
    }
    // Their own bucket is theirs to use, not to hand on.
    await expect(ada.call({ service: 'storage', path: `b/${adas}/iam` })).rejects.toMatchObject(refused);
    await expect(
      list(await fixture.podOf(serviceAccountName(key(ADA)), 'jupyterhub-other'), adas),
    ).rejects.toMatchObject(refused);
    await expect(list(await fixture.podOf('default'), adas)).rejects.toMatchObject(refused);
    // Nor may the identity that made them look inside.
    await expect(list(fixture.google, adas)).rejects.toMatchObject(refused);
    const facts = await fixture.google.call({ service: 'storage', path: `b/${adas}` });
    expect(facts).toMatchObject({
      location: 'US-CENTRAL1',
      iamConfiguration: { publicAccessPrevention: 'enforced', uniformBucketLevelAccess: { enabled: true } },
      labels: { 'managed-by': 'jupyterhub-gke', 'jupyterhub-gke-hub': 'research' },
    });
    expect(JSON.stringify([facts, fixture.cluster.names('ServiceAccount')])).not.toMatch(/ada|grace/);
  });

  test('loses access on leaving; the bucket is labelled with the day and its files are there on return', async () => {
    await fixture.bring([ADA]);
    const bucket = bucketName(OF, key(ADA));
    await write(await fixture.podOf(serviceAccountName(key(ADA))), bucket, 'a.txt');
    expect((await fixture.bring([])).left).toMatchObject([{ key: key(ADA), day: '2026-11-27' }]);
    await expect(list(await fixture.podOf(serviceAccountName(key(ADA))), bucket)).rejects.toMatchObject(refused);
    expect(await fixture.google.call({ service: 'storage', path: `b/${bucket}` })).toMatchObject({
      labels: { 'jupyterhub-gke-left': '2026-11-27' },
    });
    expect(fixture.cluster.names('ServiceAccount')).toEqual([]);
    const left = { kind: 'bucket', owner: ADA, place: `gs://${bucket}`, size: '13', left: '2026-11-27' };
    const homeStatus = await readHomeStatus(fixture.cluster.configMaps);
    expect(
      homeStatus && (await readLeftBuckets({ ...OF, google: fixture.owner }, homeStatus, [GRACE, ADA])),
    ).toMatchObject([left]);
    await fixture.bring([ADA]);
    expect(await list(await fixture.podOf(serviceAccountName(key(ADA))), bucket)).toMatchObject({
      items: [{ name: 'a.txt' }],
    });
    const { labels } = await fixture.google.call<{ labels: object }>({ service: 'storage', path: `b/${bucket}` });
    expect(labels).not.toHaveProperty('jupyterhub-gke-left');
  });
});

describe('beyond two hundred people', () => {
  const crowd = Array.from({ length: 203 }, (_, index) => `p${index}@acme.dev`);

  test('folders of the shared bucket separate people as well; each bucket takes two seconds', async () => {
    const done = await fixture.bring(crowd);
    expect(done).toMatchObject({ failed: [], untried: 0 });
    expect(done.made.filter(({ kind }) => kind === 'folder')).toHaveLength(3);
    // One pause after each bucket, the shared one included, in which the next one waits.
    expect(fixture.slept.filter((one) => one === 2000)).toHaveLength(201);
    const [first = '', second = ''] = crowd.slice(-2).map(key);
    const shared = sharedBucketName(OF);
    const pod = await fixture.podOf(serviceAccountName(first));
    await write(pod, shared, `${first}/a.txt`);
    expect(await list(pod, shared, `${first}/`)).toMatchObject({ items: [{ name: `${first}/a.txt` }] });
    await expect(list(pod, shared, `${second}/`)).rejects.toMatchObject(refused);
    await expect(list(pod, shared)).rejects.toMatchObject(refused);
    await expect(write(pod, shared, `${second}/x`)).rejects.toMatchObject(refused);
    await expect(write(pod, shared, `${first}x`)).rejects.toMatchObject(refused);
    const writes = fixture.at.emulator.journal.length;
    expect(await fixture.bring(crowd)).toEqual({ made: [], left: [], failed: [], untried: 0 });
    // One page of buckets, one of folders; nothing is asked about anybody in particular.
    expect(fixture.at.emulator.journal.slice(writes).map(({ method }) => method)).toEqual([
      'storage.buckets.list',
      'storage.managedFolders.list',
    ]);
    await fixture.bring(crowd.slice(0, -2));
    await expect(list(pod, shared, `${first}/`)).rejects.toMatchObject(refused);
  }, 60_000);
});
