import { expect, test } from '@jest/globals';
import { bucketName, serviceAccountName } from '../../../src/access/homes/names.js';
import { readHomeStatus } from '../../../src/access/homes/status.js';
import { PROJECT } from '../../support/google.js';
import { ADA, fixture, fixtureForEach, GRACE, key, list, OF } from '../../support/homes.js';

fixtureForEach();

const METHODS = ['storage.buckets.insert', 'storage.buckets.getIamPolicy', 'storage.buckets.setIamPolicy'];

test.each(METHODS)(
  'a lost answer of %s does no harm, and where it fails for good the next run goes on',
  async (method) => {
    const people = [ADA, GRACE, 'cy@acme.dev'];
    const allIn = async (): Promise<void> => {
      for (const email of people)
        await list(await fixture.podOf(serviceAccountName(key(email))), bucketName(OF, key(email)));
    };
    // The thing is done and nobody says so: the worst moment.
    fixture.at.emulator.faults.add({ method, drop: 'after', times: 2 });
    expect((await fixture.bring(people)).failed).toEqual([]);
    await allIn();
    const more = people.map((email) => `x-${email}`);
    fixture.at.emulator.faults.add({ method, status: 503, times: 15 });
    expect((await fixture.bring([...people, ...more])).failed).toHaveLength(3);
    expect(await fixture.bring([...people, ...more])).toMatchObject({ failed: [], made: [{}, {}, {}] });
    await allIn();
  },
);

test('an interrupted run keeps its home status, and a cluster that refuses to write it fails no home', async () => {
  const stop = new AbortController();
  fixture.cluster.beforeWrite = (call) => {
    if (call === `create ServiceAccount/${serviceAccountName(key(GRACE))}`) stop.abort(new Error('interrupted'));
  };
  const people = [ADA, GRACE, 'cy@acme.dev', 'di@acme.dev', 'eve@acme.dev', 'fay@acme.dev', 'gus@acme.dev'];
  await expect(fixture.bring(people, stop.signal)).rejects.toThrow('interrupted');
  const ready = Object.keys((await readHomeStatus(fixture.cluster.configMaps))?.ready ?? {});
  expect(ready.length).toBeGreaterThan(0);
  expect(ready.length).toBeLessThan(people.length);
  fixture.cluster.beforeWrite = () => {};
  expect((await fixture.bring(people)).made).toHaveLength(people.length - ready.length);
});

test('a bucket of somebody else is reported, and all other homes are made', async () => {
  fixture.at.emulator.takenBuckets.add(bucketName(OF, key(ADA)));
  const done = await fixture.bring([ADA, GRACE]);
  expect(done.failed.map(({ home, why }) => [home.email, why])).toEqual([
    [ADA, expect.stringContaining(`The bucket "${bucketName(OF, key(ADA))}" exists, but this hub did not create it`)],
  ]);
  expect(done.made.map(({ email }) => email)).toEqual([GRACE]);
  expect((await readHomeStatus(fixture.cluster.configMaps))?.ready).toEqual({ [key(GRACE)]: 'bucket' });
});

test('a bucket of this project that is not ours is never touched', async () => {
  const bucket = bucketName(OF, key(ADA));
  const { owner } = fixture;
  await owner.call({
    service: 'storage',
    method: 'POST',
    path: 'b',
    query: { project: PROJECT },
    body: { name: bucket, iamConfiguration: { uniformBucketLevelAccess: { enabled: true } } },
  });
  const before = await owner.call({ service: 'storage', path: `b/${bucket}/iam` });
  expect((await fixture.bring([ADA])).failed).toHaveLength(1);
  await fixture.bring([]);
  expect(await owner.call({ service: 'storage', path: `b/${bucket}/iam` })).toEqual(before);
});

test('a missing permission is met once, not for everybody', async () => {
  fixture.at.emulator.customRoles.set(`projects/${PROJECT}/roles/jupyterhubHomesMaker`, ['storage.buckets.list']);
  const people = Array.from({ length: 20 }, (_, index) => `p${index}@acme.dev`);
  const done = await fixture.bring(people);
  expect(done.made).toEqual([]);
  expect(done.failed.length + done.untried).toBe(20);
  expect(done.failed.length).toBeLessThanOrEqual(4);
  expect(done.failed[0]?.why).toMatch(/A permission is missing: .*storage\.buckets\.create/);
});

test('rate limits, failures and conflicts of Google are retried', async () => {
  fixture.at.emulator.pace.bucketCreation = 1;
  fixture.at.emulator.faults.add({ method: 'storage.buckets.insert', status: 429, times: 2 });
  fixture.at.emulator.faults.add({ method: 'storage.buckets.setIamPolicy', status: 503, times: 2 });
  fixture.at.emulator.faults.add({ method: 'storage.buckets.setIamPolicy', status: 412, times: 3 });
  expect(await fixture.bring([ADA, GRACE])).toMatchObject({ failed: [], untried: 0 });
  for (const email of [ADA, GRACE])
    await list(await fixture.podOf(serviceAccountName(key(email))), bucketName(OF, key(email)));
});

test('foreign grants on a bucket stay', async () => {
  await fixture.bring([ADA]);
  const path = `b/${bucketName(OF, key(ADA))}/iam`;
  const { owner } = fixture;
  const query = { optionsRequestedPolicyVersion: '3' };
  const policy = await owner.call<{ bindings: object[] }>({ service: 'storage', path, query });
  const audit = {
    role: 'roles/storage.objectViewer',
    members: ['group:audit@acme.dev'],
    condition: { title: 'soon', expression: 'request.time < timestamp("2027-01-01T00:00:00Z")' },
  };
  const body = { ...policy, version: 3, bindings: [...policy.bindings, audit] };
  await owner.call({ service: 'storage', method: 'PUT', path, body });
  await fixture.bring([]);
  await fixture.bring([ADA]);
  const { bindings } = await owner.call<{ bindings: object[] }>({ service: 'storage', path, query });
  expect(bindings).toContainEqual(audit);
  expect(bindings).toHaveLength(body.bindings.length);
});
