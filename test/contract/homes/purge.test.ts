import { beforeEach, expect, test } from '@jest/globals';
import {
  bucketName,
  type HomeKind,
  MOST_BUCKETS,
  serviceAccountName,
  sharedBucketName,
} from '../../../src/access/homes/names.js';
import { purgeBucket, stopPurges } from '../../../src/access/homes/purge-run.js';
import { readHomeStatus } from '../../../src/access/homes/status.js';
import { ADA, fixture, fixtureForEach, GRACE, key, list, OF, write } from '../../support/homes.js';

const DAY = '2026-11-27';
let clock: number;
beforeEach(() => {
  clock = Date.now();
});
fixtureForEach({ now: () => new Date(clock) });

const aDayLater = (): void => {
  clock += 25 * 3600_000;
};
const purge = (email: string, kind: HomeKind = 'bucket'): Promise<boolean> =>
  purgeBucket(fixture.site, { key: key(email), kind, day: DAY });
const leftMark = async (email: string): Promise<unknown> =>
  (await readHomeStatus(fixture.cluster.configMaps))?.left[key(email)];
const exists = async (bucket: string): Promise<boolean> =>
  (await fixture.owner.get({ service: 'storage', path: `b/${bucket}` })) !== undefined;

test('a bucket is emptied by a lifecycle rule without access to its objects, and deleted by a later run', async () => {
  await fixture.bring([ADA, GRACE]);
  const [adas, graces] = [bucketName(OF, key(ADA)), bucketName(OF, key(GRACE))];
  await write(await fixture.podOf(serviceAccountName(key(ADA))), adas, 'a.txt');
  await write(await fixture.podOf(serviceAccountName(key(GRACE))), graces, 'g.txt');
  await fixture.bring([GRACE]);
  expect(await purge(ADA)).toBe(false);
  expect(await leftMark(ADA)).toEqual({ kind: 'bucket', day: DAY, purging: true });
  expect(await purge(ADA)).toBe(false);
  aDayLater();
  expect(await purge(ADA)).toBe(true);
  expect([await exists(adas), await leftMark(ADA)]).toEqual([false, undefined]);
  // Once more, as an entry that stays in the file: nothing is there, and nothing fails.
  expect(await purge(ADA)).toBe(true);
  expect(await list(fixture.owner, graces)).toMatchObject({ items: [{ name: 'g.txt' }] });
});

test('for a returning owner the delete rule is removed before anybody can write', async () => {
  await fixture.bring([ADA]);
  const bucket = bucketName(OF, key(ADA));
  await write(await fixture.podOf(serviceAccountName(key(ADA))), bucket, 'a.txt');
  await fixture.bring([]);
  await purge(ADA);
  await fixture.bring([ADA]);
  aDayLater();
  expect(await list(fixture.owner, bucket)).toMatchObject({ items: [{ name: 'a.txt' }] });
});

test('removing the purge entry removes the delete rule as well; foreign rules stay', async () => {
  await fixture.bring([ADA]);
  const bucket = bucketName(OF, key(ADA));
  await write(await fixture.podOf(serviceAccountName(key(ADA))), bucket, 'a.txt');
  await fixture.bring([]);
  const rule = [{ action: { type: 'SetStorageClass', storageClass: 'NEARLINE' }, condition: { age: 30 } }];
  await fixture.owner.call({ service: 'storage', method: 'PATCH', path: `b/${bucket}`, body: { lifecycle: { rule } } });
  await purge(ADA);
  const homeStatus = await readHomeStatus(fixture.cluster.configMaps);
  expect(homeStatus && (await stopPurges(fixture.site, homeStatus, new Set([key(ADA)])))).toBe(0);
  expect(homeStatus && (await stopPurges(fixture.site, homeStatus, new Set()))).toBe(1);
  expect(await leftMark(ADA)).toEqual({ kind: 'bucket', day: DAY });
  aDayLater();
  expect(await list(fixture.owner, bucket)).toMatchObject({ items: [{ name: 'a.txt' }] });
  expect(await fixture.owner.call({ service: 'storage', path: `b/${bucket}` })).toMatchObject({ lifecycle: { rule } });
});

test('in the shared bucket only the named folder is purged', async () => {
  const crowd = Array.from({ length: MOST_BUCKETS + 2 }, (_, index) => `p${index}@acme.dev`);
  await fixture.bring(crowd);
  const [first = '', second = ''] = crowd.slice(-2);
  const shared = sharedBucketName(OF);
  for (const email of [first, second]) {
    await write(await fixture.podOf(serviceAccountName(key(email))), shared, `${key(email)}/a.txt`);
  }
  await fixture.bring(crowd.slice(0, -2));
  expect(await purge(first, 'folder')).toBe(false);
  aDayLater();
  expect(await purge(first, 'folder')).toBe(true);
  expect(await list(fixture.owner, shared)).toMatchObject({ items: [{ name: `${key(second)}/a.txt` }] });
  expect(await fixture.owner.call({ service: 'storage', path: `b/${shared}` })).not.toHaveProperty('lifecycle');
}, 60_000);
