import { describe, expect, test } from '@jest/globals';
import { conditionHolds, memberMatches, Policies } from '../../../src/google/policies.js';
import { roleHolds } from '../../../src/google/roles.js';

const ANY = (): boolean => true;

describe('policies', () => {
  test('an etag can be used once', () => {
    const policies = new Policies(ANY);
    const { etag } = policies.get('r');
    const first = policies.set('r', {
      etag: etag ?? '',
      bindings: [{ role: 'roles/viewer', members: ['user:a@acme.dev'] }],
    });
    expect(() => policies.set('r', { etag: etag ?? '', bindings: [] })).toThrow('concurrent policy changes');
    expect(policies.set('r', { etag: first.etag ?? '', bindings: [] }).bindings).toBeUndefined();
  });

  test('an etag is compared as bytes, in either base64 alphabet', () => {
    const policies = new Policies(ANY);
    for (let round = 0; round < 40; round += 1) {
      const etag = policies.get('r').etag ?? '';
      const other = etag.replaceAll('+', '-').replaceAll('/', '_');
      expect(() => policies.set('r', { etag: other, bindings: [] })).not.toThrow();
      expect(() => policies.set('r', { etag: other, bindings: [] })).toThrow('concurrent policy changes');
    }
  });

  test('bindings of one role and condition are merged, empty ones dropped', () => {
    const policies = new Policies(ANY);
    const { bindings } = policies.set('r', {
      bindings: [
        { role: 'roles/viewer', members: ['user:b@acme.dev'] },
        { role: 'roles/viewer', members: ['user:a@acme.dev', 'user:b@acme.dev'] },
        { role: 'roles/editor', members: [] },
      ],
    });
    expect(bindings).toEqual([{ role: 'roles/viewer', members: ['user:a@acme.dev', 'user:b@acme.dev'] }]);
  });

  test.each([['ada@acme.dev'], ['user:'], ['user:ada'], ['robot:x@y.z'], ['user:a@b.c d']])(
    'refuses the member %s',
    (member) => {
      const set = (): unknown =>
        new Policies(ANY).set('r', { bindings: [{ role: 'roles/viewer', members: [member] }] });
      expect(set).toThrow('Invalid member');
    },
  );

  test('refuses service accounts that do not exist', () => {
    const member = 'serviceAccount:gone@p.iam.gserviceaccount.com';
    const set = (): unknown =>
      new Policies(() => false).set('r', { bindings: [{ role: 'roles/viewer', members: [member] }] });
    expect(set).toThrow('does not exist');
  });
});

test('members are compared without case, domains by the whole name, and no service account belongs to a domain', () => {
  expect(memberMatches('user:Ada@Acme.dev', { email: 'ada@acme.dev' })).toBe(true);
  expect(memberMatches('domain:acme.dev', { email: 'ada@ACME.dev' })).toBe(true);
  expect(memberMatches('domain:acme.dev', { email: 'ada@evil-acme.dev' })).toBe(false);
  expect(memberMatches('domain:p.iam.gserviceaccount.com', { email: 'x@p.iam.gserviceaccount.com' })).toBe(false);
  expect(memberMatches('allAuthenticatedUsers', {})).toBe(false);
  expect(memberMatches('principalSet://pool/*', { principals: ['principalSet://pool/*'] })).toBe(true);
});

test('an end is exact to the instant, and an unknown condition is false', () => {
  const holds = (expression: string, at: string): boolean => conditionHolds({ expression }, new Date(at));
  const end = 'request.time < timestamp("2027-01-01T00:00:00Z")';
  expect(holds(end, '2026-12-31T23:59:59.999Z')).toBe(true);
  expect(holds(end, '2027-01-01T00:00:00Z')).toBe(false);
  expect(holds('request.time < timestamp("soon")', '2026-01-01T00:00:00Z')).toBe(false);
  expect(holds(`${end} || true`, '2026-01-01T00:00:00Z')).toBe(false);
});

test('owners neither pass IAP nor create tokens, and cluster viewers change nothing', () => {
  expect(roleHolds('roles/owner', 'container.clusters.create')).toBe(true);
  expect(roleHolds('roles/owner', 'iap.webServiceVersions.accessViaIAP')).toBe(false);
  expect(roleHolds('roles/owner', 'iam.serviceAccounts.getAccessToken')).toBe(false);
  expect(roleHolds('roles/container.clusterViewer', 'container.clusters.update')).toBe(false);
  expect(roleHolds('roles/compute.viewer', 'compute.networks.get')).toBe(true);
  expect(roleHolds('roles/compute.viewer', 'compute.networks.getIamPolicy')).toBe(false);
  expect(roleHolds('roles/unheard.of', 'compute.networks.get')).toBe(false);
});
