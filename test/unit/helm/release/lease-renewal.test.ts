import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { type KubeObject, type Kubernetes, KubernetesError } from '../../../../src/cloud/kubernetes.js';
import { type HeldLease, holdLease, LEASE_SECONDS } from '../../../../src/helm/release/lease.js';

const RENEW = (LEASE_SECONDS * 1000) / 4;
const refuse = (status: number): never => {
  throw new KubernetesError('refused', { status, where: 'Lease' });
};

let lease: KubeObject | undefined;
let deleted = 0;
let version = 0;
let answer: () => Promise<void> | void = () => {};
const save = (object: KubeObject, more: object = {}): KubeObject => {
  version += 1;
  lease = { ...object, ...more, metadata: { ...object.metadata, resourceVersion: String(version) } };
  return lease;
};
const api = {
  get: async () => lease,
  create: async (object: KubeObject) => save(object),
  replace: async (object: KubeObject) => {
    if (lease === undefined) return refuse(404);
    if (lease.metadata.resourceVersion !== object.metadata.resourceVersion) return refuse(409);
    const saved = save(object);
    await answer();
    return saved;
  },
  delete: async () => {
    deleted += 1;
    return true;
  },
};

let held: HeldLease;
beforeEach(async () => {
  jest.useFakeTimers();
  [lease, deleted, answer] = [undefined, 0, () => {}];
  held = await holdLease({
    kubernetes: api as unknown as Kubernetes,
    namespace: 'jupyterhub-research',
    name: 'research-apply',
    env: { GITHUB_RUN_ID: '42' },
    say: () => {},
    sleep: async () => {},
  });
});
afterEach(async () => {
  await held.release();
  jest.useRealTimers();
});
const time = (milliseconds: number): Promise<void> => jest.advanceTimersByTimeAsync(milliseconds);
const renewed = (): unknown => (lease?.spec as { renewTime?: string } | undefined)?.renewTime;

test('a held lease is renewed four times in its life, until it is released', async () => {
  const first = renewed();
  await time(LEASE_SECONDS * 1000);
  expect(version).toBeGreaterThanOrEqual(4);
  expect(renewed()).not.toBe(first);
  expect(held.held()).toBe(true);
  await held.release();
  const last = version;
  await time(LEASE_SECONDS * 1000);
  expect(version).toBe(last);
  expect(deleted).toBe(1);
});

test('a lease that another run took is lost for good, and is not deleted', async () => {
  save(lease as KubeObject, { spec: { holderIdentity: 'other' } });
  await time(RENEW);
  expect(held.held()).toBe(false);
  lease = undefined; // the other one came to its end
  await time(2 * RENEW);
  expect(held.held()).toBe(false);
  await held.release();
  expect(deleted).toBe(0);
});

test('a lease that another run took and released is lost too', async () => {
  lease = undefined;
  await time(RENEW);
  expect(held.held()).toBe(false);
});

test('a renewal whose answer was lost does not lose the lease', async () => {
  answer = () => refuse(409); // written, answer lost, sent again: a conflict with ourselves
  await time(RENEW);
  expect(held.held()).toBe(true);
  answer = () => {};
  const before = version;
  await time(RENEW);
  expect(version).toBe(before + 1);
});

test('a slow or failing API does not make a lease conflict with itself', async () => {
  answer = () => new Promise((done) => setTimeout(done, 3 * RENEW));
  const before = version;
  await time(3 * RENEW);
  expect(version).toBe(before + 1);
  answer = () => refuse(503);
  await time(4 * RENEW);
  expect(held.held()).toBe(true);
});
