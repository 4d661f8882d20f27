import { expect, test } from '@jest/globals';
import { type PodFacts, podStatus } from '../../../src/kubernetes/pod-status.js';
import type { ContainerState, ContainerStatus, Pod } from '../../../src/kubernetes/pod-types.js';

const AT = '2026-01-01T00:00:00Z';
const running: ContainerState = { running: { startedAt: AT } };
const ended = (exitCode: number): ContainerState => ({
  terminated: { exitCode, reason: 'x', startedAt: AT, finishedAt: AT },
});

function status(state: ContainerState, ready = false, restartCount = 0): ContainerStatus {
  return { name: 'c', image: 'i', imageID: '', ready, started: ready, restartCount, state };
}

function computed(spec: Partial<Pod['spec']>, facts: Partial<PodFacts>, before: Pod['status'] = {}) {
  const pod: Pod = { metadata: { name: 'p' }, spec: { containers: [], ...spec }, status: before };
  const base = { podIP: '1', hostIP: '2', startTime: AT, initialized: true, initStatuses: [], terminating: false };
  const result = podStatus(pod, { ...base, statuses: [], ...facts });
  const conditions = result.conditions as readonly { type: string; status: string; reason: string | null }[];
  return { phase: result.phase, ready: conditions.find((entry) => entry.type === 'Ready') };
}

test('a pod is ready when its containers are, and not while it terminates', () => {
  const statuses = [status(running, true)];
  expect(computed({}, { statuses })).toMatchObject({ phase: 'Running', ready: { status: 'True', reason: null } });
  expect(computed({}, { statuses, terminating: true }).ready).toMatchObject({ status: 'False' });
  expect(computed({}, { statuses: [...statuses, status(running)] }).ready).toMatchObject({
    reason: 'ContainersNotReady',
  });
});

test('readiness gates keep a pod unready until their conditions are true', () => {
  const gate = 'cloud.google.com/load-balancer-neg-ready';
  const spec = { readinessGates: [{ conditionType: gate }] };
  const statuses = [status(running, true)];
  expect(computed(spec, { statuses }).ready).toMatchObject({ status: 'False', reason: 'ReadinessGatesNotReady' });
  const open = { conditions: [{ type: gate, status: 'True' as const }] };
  expect(computed(spec, { statuses }, open).ready).toMatchObject({ status: 'True' });
});

test('phases follow exit codes and the restart policy', () => {
  const phase = (policy: Pod['spec']['restartPolicy'], state: ContainerState) =>
    computed(policy === undefined ? {} : { restartPolicy: policy }, { statuses: [status(state, false, 1)] }).phase;
  expect(phase('Always', ended(0))).toBe('Running');
  expect(phase('Never', ended(0))).toBe('Succeeded');
  expect(phase('Never', ended(1))).toBe('Failed');
  expect(phase('OnFailure', ended(1))).toBe('Running');
  expect(computed({}, { initialized: false }).phase).toBe('Pending');
  const failed = { initialized: false, initStatuses: [status(ended(1))] };
  expect(computed({ restartPolicy: 'Never' }, failed).phase).toBe('Failed');
});
