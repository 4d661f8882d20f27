import { expect, test } from '@jest/globals';
import { Discovery } from '../../../src/google/discovery.js';
import { checkQuery, checkSchema } from '../../../src/google/schema.js';

const discovery = new Discovery();

function check(api: string, schema: string, value: unknown, direction: 'request' | 'response' = 'request'): string[] {
  const found = discovery.apis.get(api);
  if (!found) throw new Error(api);
  return checkSchema(found, schema, value, direction);
}

test('64-bit numbers are text in answers, text or number in requests, and never too large', () => {
  expect(check('container', 'MaxPodsConstraint', { maxPodsPerNode: '110' }, 'response')).toEqual([]);
  expect(check('container', 'MaxPodsConstraint', { maxPodsPerNode: 110 }, 'response')).toHaveLength(1);
  expect(check('container', 'MaxPodsConstraint', { maxPodsPerNode: 110 })).toEqual([]);
  expect(check('container', 'MaxPodsConstraint', { maxPodsPerNode: '9223372036854775808' })).toHaveLength(1);
  expect(check('container', 'MaxPodsConstraint', { maxPodsPerNode: '1e3' })).toHaveLength(1);
});

test('an error names its place, however deep', () => {
  const cluster = { nodePools: [{ config: { taints: [{ effect: 'SOMETIMES' }] } }], autopilot: { enabled: 'yes' } };
  expect(check('container', 'Cluster', cluster)).toEqual([
    expect.stringContaining("'nodePools[0].config.taints[0].effect'"),
    expect.stringContaining("'autopilot.enabled'"),
  ]);
});

test('names of JavaScript properties are not fields', () => {
  for (const name of ['constructor', '__proto__', 'toString']) {
    expect(check('compute', 'Network', JSON.parse(`{"${name}": {}}`))).toHaveLength(1);
  }
});

test('null is "not set" in a request and wrong in an answer', () => {
  expect(check('compute', 'Network', { description: null })).toEqual([]);
  expect(check('compute', 'Network', { description: null }, 'response')).toHaveLength(1);
});

test.each([
  ['compute', 'POST', '/compute/v1/projects/p/global/networks', 'compute.networks.insert'],
  ['iap', 'POST', '/v1/projects/1/iap_web/compute/services/2:setIamPolicy', 'iap.setIamPolicy'],
  [
    'container',
    'POST',
    '/v1/projects/p/locations/l/clusters/c:setResourceLabels',
    'container.projects.locations.clusters.setResourceLabels',
  ],
  ['iam', 'GET', '/v1/projects/p/serviceAccounts/a%40b.c', 'iam.projects.serviceAccounts.get'],
  ['storage', 'GET', '/storage/v1/b/x/o/a%2Fb', 'storage.objects.get'],
  ['storage', 'POST', '/upload/storage/v1/b/x/o', 'storage.objects.insert'],
  ['serviceusage', 'POST', '/v1/projects/p/services/iap.googleapis.com:enable', 'serviceusage.services.enable'],
])('%s %s %s is %s', (api, http, path, id) => {
  expect(discovery.match(api, http, path)?.method.id).toBe(id);
});

test('other verbs, other paths and malformed escapes match no method', () => {
  expect(discovery.match('container', 'POST', '/v1/projects/p/locations/l/clusters/c:explode')).toBeUndefined();
  expect(discovery.match('compute', 'PUT', '/compute/v1/projects/p/global/networks')).toBeUndefined();
  expect(discovery.match('storage', 'GET', '/storage/v1/b/x/o/%E0%A4%A')).toBeUndefined();
  expect(discovery.match('storage', 'GET', '/storage/v1/b/x/o/a%2Fb')?.values.object).toBe('a/b');
});

test('missing required and unknown query parameters are reported, and `$alt` is `alt`', () => {
  const match = discovery.match('storage', 'GET', '/storage/v1/b');
  if (!match) throw new Error('no route');
  expect(checkQuery(match, new URLSearchParams('$alt=json'))).toEqual(['Required parameter: project']);
  expect(checkQuery(match, new URLSearchParams('project=p&colour=red'))).toEqual([expect.stringContaining('colour')]);
  expect(checkQuery(match, new URLSearchParams('project=p&maxResults=many'))).toHaveLength(1);
});
