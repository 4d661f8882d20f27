import { describe, expect, test } from '@jest/globals';
import { fingerprint } from '../../../src/change/fingerprint.js';
import { type PlanJson, planChanges } from '../../../src/terraform/plan.js';

function planOf(type: string, change: object): PlanJson {
  return { resource_changes: [{ address: `${type}.x`, type, mode: 'managed', change }] } as unknown as PlanJson;
}

describe('what a plan shows', () => {
  test('shows the listed attributes of a creation, marks the ones not known yet, and shows nothing else', () => {
    const [change] = planChanges(
      planOf('google_compute_global_address', {
        actions: ['create'],
        before: null,
        after: { name: 'research-ip', address_type: 'EXTERNAL', ip_version: 'not listed' },
        after_unknown: { address: true, self_link: true },
      }),
    );
    expect(change).toEqual({
      scope: 'terraform',
      action: 'create',
      subject: {
        kind: 'terraform-resource',
        type: 'google_compute_global_address',
        name: 'google_compute_global_address.x',
      },
      attributes: [
        { name: 'address', after: '(known after apply)' },
        { name: 'address_type', after: 'EXTERNAL' },
        { name: 'name', after: 'research-ip' },
      ],
      hiddenDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
      holdsData: true,
    });
  });

  test('never shows a sensitive value, not even of a listed attribute', () => {
    const changes = planChanges(
      planOf('google_container_cluster', {
        actions: ['update'],
        before: { name: 'old-secret', resource_labels: { a: 'old-secret', b: 'plain' } },
        after: { name: 'new-secret', resource_labels: { a: 'new-secret', b: 'plainer' } },
        before_sensitive: { name: true, resource_labels: { a: true } },
        after_sensitive: { name: true, resource_labels: { a: true } },
      }),
    );
    expect(JSON.stringify(changes)).not.toContain('secret');
    expect(changes[0]?.attributes).toEqual([{ name: 'resource_labels.b', before: 'plain', after: 'plainer' }]);
    expect(changes[0]?.notes).toEqual([{ code: 'values-not-shown', attributes: ['name', 'resource_labels'] }]);
  });

  test('hides a whole block that is marked sensitive', () => {
    const changes = planChanges(
      planOf('google_container_cluster', {
        actions: ['create'],
        before: null,
        after: { resource_labels: { token: 'hidden-value' } },
        after_sensitive: { resource_labels: true },
      }),
    );
    expect(JSON.stringify(changes)).not.toContain('hidden-value');
  });

  test('shows no value of a type that is not on the list', () => {
    const changes = planChanges(
      planOf('google_secret_manager_secret_version', {
        actions: ['update'],
        before: { secret_data: 'hunter1' },
        after: { secret_data: 'hunter2' },
      }),
    );
    const notes = [{ code: 'values-not-shown', attributes: ['secret_data'] }];
    expect(changes[0]).toMatchObject({ action: 'update', notes });
    expect(changes[0]?.attributes).toBeUndefined();
  });

  test('shows a label once, though the provider repeats it in computed attributes', () => {
    const labels = (hub: string) => ({ hub, 'managed-by': 'jupyterhub-gke' });
    const side = (hub: string) => ({
      resource_labels: labels(hub),
      terraform_labels: labels(hub),
      effective_labels: { ...labels(hub), 'goog-terraform-provisioned': 'true' },
    });
    const [change] = planChanges(
      planOf('google_container_cluster', { actions: ['update'], before: side('a'), after: side('b') }),
    );
    expect(change?.attributes).toEqual([{ name: 'resource_labels.hub', before: 'a', after: 'b' }]);
    expect(change?.notes).toBeUndefined();
    expect(change?.hiddenDigest).toBeUndefined();
  });

  test('shows that a computed label changes where the labels of the type are not shown', () => {
    const [change] = planChanges(
      planOf('google_compute_router', {
        actions: ['update'],
        before: { effective_labels: { a: '1' } },
        after: { effective_labels: { a: '2' } },
      }),
    );
    expect(change?.notes).toEqual([{ code: 'values-not-shown', attributes: ['effective_labels'] }]);
  });

  test('does not take a listed name for the start of another one', () => {
    const changes = planChanges(
      planOf('google_compute_router', { actions: ['create'], before: null, after: { name: 'a', name_secret: 'b' } }),
    );
    expect(changes[0]?.attributes).toEqual([{ name: 'name', after: 'a' }]);
  });

  test.each([
    [['delete', 'create'], 'replace'],
    [['create', 'delete'], 'replace'],
    [['delete'], 'delete'],
    [['forget'], 'delete'],
    [['update'], 'update'],
  ])('names the action of %j', (actions, expected) => {
    expect(planChanges(planOf('google_compute_router', { actions, before: {}, after: {} }))[0]?.action).toBe(expected);
  });

  test.each([[['no-op']], [['read']]])('leaves out %j', (actions) => {
    expect(planChanges(planOf('google_compute_router', { actions, before: {}, after: {} }))).toEqual([]);
  });

  test('says what forces a replacement and that it loses data', () => {
    const [change] = planChanges(
      planOf('google_container_cluster', {
        actions: ['delete', 'create'],
        before: { location: 'us-central1' },
        after: { location: 'us-east1' },
        replace_paths: [['location'], ['ip_allocation_policy', 0, 'stack_type']],
      }),
    );
    expect(change?.holdsData).toBe(true);
    expect(change?.notes).toContainEqual({
      code: 'forces-replacement',
      attributes: ['location', 'ip_allocation_policy.stack_type'],
    });
    expect(change?.attributes).toEqual([{ name: 'location', before: 'us-central1', after: 'us-east1' }]);
  });

  test('leaves out computed noise of an update', () => {
    const [change] = planChanges(
      planOf('google_container_cluster', {
        actions: ['update'],
        before: { deletion_protection: true, label_fingerprint: 'a' },
        after: { deletion_protection: false },
        after_unknown: { label_fingerprint: true },
      }),
    );
    expect(change?.attributes).toEqual([{ name: 'deletion_protection', before: 'true', after: 'false' }]);
    expect(change?.notes).toBeUndefined();
  });

  test('cuts values that are too long to read', () => {
    const [change] = planChanges(
      planOf('google_compute_router', { actions: ['create'], before: null, after: { name: 'x'.repeat(5000) } }),
    );
    expect(change?.attributes?.[0]?.after?.length).toBe(200);
  });
});

describe('a value that a plan does not show', () => {
  const cluster = (change: object, actions = ['update']): string =>
    fingerprint({ hub: 'research', changes: planChanges(planOf('google_container_cluster', { actions, ...change })) });
  const update = (before: object, after: object, more: object = {}): string => cluster({ before, after, ...more });

  test.each<[string, string, string]>([
    [
      'a default that a provider gives otherwise',
      cluster({ before: null, after: { name: 'hub', logging_service: 'a' } }, ['create']),
      cluster({ before: null, after: { name: 'hub', logging_service: 'b' } }, ['create']),
    ],
    ['an attribute off the list', update({ ttl: 1 }, { ttl: 2 }), update({ ttl: 1 }, { ttl: 3 })],
    ['where it stood before', update({ ttl: 1 }, { ttl: 3 }), update({ ttl: 2 }, { ttl: 3 })],
    [
      'an attribute off the list of something that is replaced',
      cluster({ before: { ttl: 1 }, after: { ttl: 2 } }, ['delete', 'create']),
      cluster({ before: { ttl: 1 }, after: { ttl: 3 } }, ['delete', 'create']),
    ],
    [
      'the end of a value that is cut',
      update({ name: 'a' }, { name: `${'x'.repeat(300)}a` }),
      update({ name: 'a' }, { name: `${'x'.repeat(300)}b` }),
    ],
    [
      'that a sensitive attribute changes',
      update({ name: 'a', pin: '1' }, { name: 'b', pin: '2' }, { before_sensitive: { pin: true } }),
      update({ name: 'a', pin: '1' }, { name: 'b', pin: '1' }, { before_sensitive: { pin: true } }),
    ],
  ])('is in the fingerprint: %s', (_, one, other) => {
    expect(one).not.toBe(other);
  });

  test('counts as changed where only its end differs', () => {
    const long = 'x'.repeat(300);
    const [change] = planChanges(
      planOf('google_container_cluster', {
        actions: ['update'],
        before: { name: `${long}a` },
        after: { name: `${long}b` },
      }),
    );
    expect(change?.attributes).toEqual([{ name: 'name', before: 'x'.repeat(200), after: 'x'.repeat(200) }]);
  });

  test('leaves no digest from which a sensitive attribute could be guessed', () => {
    const pin = { before_sensitive: { pin: true }, after_sensitive: { pin: true } };
    expect(update({ pin: '1' }, { pin: '2' }, pin)).toBe(update({ pin: '3' }, { pin: '4' }, pin));
  });

  test('is not in the fingerprint where Google computed it for a deleted resource, or where it is only known later', () => {
    const [one, other] = ['1.33', '1.34'].map((version) =>
      cluster({ before: { name: 'hub', min_master_version: version }, after: null }, ['delete']),
    );
    expect(one).toBe(other);
    const noise = ['a', 'b'].map((etag) =>
      update({ name: 'a', etag }, { name: 'b' }, { after_unknown: { etag: true } }),
    );
    expect(noise[0]).toBe(noise[1]);
  });
});
