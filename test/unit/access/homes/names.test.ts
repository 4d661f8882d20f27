import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import {
  bucketName,
  homeKey,
  iamPrincipal,
  keyOfBucket,
  serviceAccountName,
  sharedBucketName,
} from '../../../../src/access/homes/names.js';

const OF = { project: 'acme-research', hub: 'research' };

interface Example {
  readonly project: string;
  readonly hub: string;
  readonly email: string;
  readonly key: string;
}

test.each(JSON.parse(readFileSync('test/fixtures/home-keys.json', 'utf8')) as Example[])(
  'the key of $email in $project/$hub, as the hub computes it too',
  ({ key, email, ...of }) => expect(homeKey(of, email)).toBe(key),
);

test('a key is read back from the name of a bucket, and from no other name', () => {
  const key = homeKey(OF, 'ada@acme.dev');
  expect(keyOfBucket(OF, bucketName(OF, key))).toBe(key);
  const others = [
    sharedBucketName(OF),
    'acme-research-tfstate',
    `acme-research-research-dev-${key}`,
    `acme-research-research-${key}0`,
    `x-acme-research-research-${key}`,
    `acme-research-research-${key.slice(1)}g`,
  ];
  for (const name of others) expect(keyOfBucket(OF, name)).toBeUndefined();
});

test('home names are valid for Google and Kubernetes, and do not reveal the owner', () => {
  const key = homeKey(OF, 'ada@acme.dev');
  const longest = bucketName({ project: 'p'.repeat(30), hub: 'h'.repeat(18) }, key);
  expect(longest.length).toBeLessThanOrEqual(63);
  expect(serviceAccountName(key)).toMatch(/^home-[0-9a-f]{12}$/);
  const principal = iamPrincipal({ ...OF, projectNumber: '42', namespace: 'jupyterhub-research' }, key);
  expect(principal).toBe(
    `principal://iam.googleapis.com/projects/42/locations/global/workloadIdentityPools/acme-research.svc.id.goog/subject/ns/jupyterhub-research/sa/home-${key}`,
  );
  expect([longest, serviceAccountName(key), principal].join()).not.toContain('ada');
});
