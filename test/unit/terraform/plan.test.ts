import { describe, expect, test } from '@jest/globals';
import { type PlanJson, planChanges } from '../../../src/terraform/plan.js';

function planOf(type: string, change: object): PlanJson {
  return { resource_changes: [{ address: `${type}.x`, type, mode: 'managed', change }] } as unknown as PlanJson;
}

describe('what a plan shows', () => {
  test('shows listed attributes of a creation, unknown ones in words, and nothing else', () => {
    const [change] = planChanges(
      planOf('google_compute_global_address', {
        actions: ['create'],
        before: null,
        after: { name: 'research-ip', address_type: 'EXTERNAL', description: 'not listed' },
        after_unknown: { address: true, self_link: true },
      }),
    );
    expect(change).toEqual({
      engine: 'terraform',
      action: 'create',
      address: 'google_compute_global_address.x',
      kind: 'google_compute_global_address',
      attributes: [
        { name: 'address', after: '(known after apply)' },
        { name: 'address_type', after: 'EXTERNAL' },
        { name: 'name', after: 'research-ip' },
      ],
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
    expect(changes[0]?.note).toContain('values not shown: name, resource_labels');
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
    expect(changes[0]).toMatchObject({ action: 'update', attributes: [], note: 'values not shown: secret_data' });
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

  test('says what forces a replacement, and that it loses data', () => {
    const [change] = planChanges(
      planOf('google_container_cluster', {
        actions: ['delete', 'create'],
        before: { location: 'us-central1' },
        after: { location: 'us-east1' },
        replace_paths: [['location'], ['ip_allocation_policy', 0, 'stack_type']],
      }),
    );
    expect(change?.holdsData).toBe(true);
    expect(change?.note).toContain(
      'a change of location, ip_allocation_policy.stack_type is only possible by replacing it',
    );
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
    expect(change?.note).toBeUndefined();
  });

  test('cuts values that are too long to read', () => {
    const [change] = planChanges(
      planOf('google_compute_router', { actions: ['create'], before: null, after: { name: 'x'.repeat(5000) } }),
    );
    expect(change?.attributes[0]?.after?.length).toBe(200);
  });
});
