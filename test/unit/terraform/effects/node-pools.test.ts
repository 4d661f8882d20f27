import { describe, expect, test } from '@jest/globals';
import { guardData } from '../../../../src/change/guard.js';
import { type PlanJson, planChanges } from '../../../../src/terraform/plan.js';

const TYPE = 'google_container_node_pool';
type Values = Readonly<Record<string, unknown>>;

/** A pool as terraform knows it, with other values of the nodes. */
function pool(more: Values = {}, node: Values = {}): Values {
  return {
    name: 'l4-1234',
    node_locations: ['us-central1-a', 'us-central1-b'],
    autoscaling: [{ total_min_node_count: 0, total_max_node_count: 4 }],
    management: [{ auto_repair: true }],
    node_config: [{ machine_type: 'g2-standard-8', disk_size_gb: 100, labels: { a: 'b' }, spot: false, ...node }],
    ...more,
  };
}

function planOf(actions: readonly string[], before: unknown, after: unknown, key = 'l4') {
  const address = `${TYPE}.pool["${key}"]`;
  const plan = { resource_changes: [{ address, type: TYPE, mode: 'managed', change: { actions, before, after } }] };
  const [change] = planChanges(plan as unknown as PlanJson);
  if (change === undefined) throw new Error('no change');
  return change;
}

const UPDATE = ['update'];

describe('what a change of a node pool does to people', () => {
  test.each([
    ['it is new', ['create'], null, pool(), 'pool-added', false],
    ['it goes', ['delete'], pool(), null, 'pool-removed', true],
    ['another capacity', ['create', 'delete'], pool(), pool({ name: 'l4-9' }, { spot: true }), 'pool-replaced', true],
    ['another machine', UPDATE, pool(), pool({}, { machine_type: 'g2-standard-12' }), 'pool-nodes-replaced', true],
    ['a larger disk', UPDATE, pool(), pool({}, { disk_size_gb: 200 }), 'pool-nodes-replaced', true],
    ['another label', UPDATE, pool(), pool({}, { labels: { a: 'c' } }), 'pool-nodes-replaced', true],
    ['a setting that is not shown', UPDATE, pool(), pool({}, { tags: ['x'] }), 'pool-nodes-replaced', true],
    ['a zone less', UPDATE, pool(), pool({ node_locations: ['us-central1-a'] }), 'pool-leaves-zone', true],
    [
      'a zone more',
      UPDATE,
      pool({ node_locations: ['us-central1-a'] }),
      pool({ node_locations: ['us-central1-a', 'us-central1-c'] }),
      'no-server-stops',
      false,
    ],
    [
      'more nodes',
      UPDATE,
      pool(),
      pool({ autoscaling: [{ total_min_node_count: 1, total_max_node_count: 9 }] }),
      'no-server-stops',
      false,
    ],
    ['other repairs', UPDATE, pool(), pool({ management: [{ auto_repair: false }] }), 'no-server-stops', false],
  ] as const)('%s', (_what, actions, before, after, effect, isLoss) => {
    const change = planOf(actions, before, after);
    expect(change.notes?.map(({ code }) => code)).toContain(effect);
    const changeSet = { hub: 'research', changes: [change] };
    if (!isLoss) return expect(() => guardData(changeSet)).not.toThrow();
    expect(() => guardData(changeSet)).toThrow(`${TYPE}.pool["l4"] (${change.action})`);
    expect(() => guardData(changeSet, new Set([`${TYPE}.pool["l4"]`]))).not.toThrow();
  });

  test.each([
    ['another machine', UPDATE, pool(), pool({}, { machine_type: 'e2-standard-4' }), 'core-pool-moves'],
    ['other scopes', ['create', 'delete'], pool(), pool({ name: 'core-9' }), 'core-pool-moves'],
    ['more nodes', UPDATE, pool(), pool({ autoscaling: [{ total_max_node_count: 9 }] }), 'no-server-stops'],
  ] as const)('the pool of the hub stops no server: %s', (_what, actions, before, after, effect) => {
    const change = planOf(actions, before, after, 'core');
    expect(change.notes?.map(({ code }) => code)).toContain(effect);
    expect(() => guardData({ hub: 'research', changes: [change] })).not.toThrow();
  });
});
