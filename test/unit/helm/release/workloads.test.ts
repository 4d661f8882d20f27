import { describe, expect, test } from '@jest/globals';
import type { KubeObject, KubeRef, Kubernetes } from '../../../../src/cloud/kubernetes.js';
import { isReady, type Pod, podReasons, waitForWorkloads } from '../../../../src/helm/release/workloads.js';

const deployment = (name: string, ready: boolean): KubeObject => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, generation: 2 },
  spec: { replicas: 1, selector: { matchLabels: { component: name } } },
  status: { observedGeneration: 2, replicas: 1, updatedReplicas: 1, availableReplicas: ready ? 1 : 0 },
});
const pod = (status: Pod['status']): Pod => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'hub-1' },
  ...(status ? { status } : {}),
});
const waiting = (reason: string, message?: string): Pod =>
  pod({ containerStatuses: [{ name: 'hub', state: { waiting: { reason, ...(message ? { message } : {}) } } }] });

/** A cluster whose deployments and pods are given, and a clock that sleeping moves. */
function environment(deployments: () => readonly KubeObject[], pods: readonly Pod[] = []) {
  const lines: string[] = [];
  let time = 0;
  const kubernetes = {
    list: async (ref: Omit<KubeRef, 'name'>) => (ref.kind === 'Pod' ? pods : deployments()),
  } as unknown as Kubernetes;
  const sleep = async (milliseconds: number): Promise<void> => {
    time += milliseconds;
  };
  const wait = { kubernetes, namespace: 'ns', names: ['hub', 'proxy'], limit: 600_000, sleep, now: () => time };
  return { lines, time: () => time, wait: { ...wait, say: (line: string): void => void lines.push(line) } };
}

describe('waiting for the hub', () => {
  test('the wait ends when all deployments run their newest template', async () => {
    let looks = 0;
    const { wait, lines } = environment(() => {
      looks += 1;
      return [deployment('hub', looks > 3), deployment('proxy', true)];
    });
    await waitForWorkloads(wait);
    expect(lines).toEqual(['  waiting for hub']);
  });

  test('the wait stops early if an image cannot be pulled, with the reason that the cluster gives', async () => {
    const { wait, time } = environment(
      () => [deployment('hub', false), deployment('proxy', true)],
      [waiting('ImagePullBackOff', 'manifest unknown')],
    );
    await expect(waitForWorkloads(wait)).rejects.toMatchObject({
      message: 'hub did not become ready: Pod/hub-1: ImagePullBackOff, manifest unknown',
      hint: expect.stringContaining('image'),
    });
    expect(time()).toBeLessThan(120_000);
  });

  test('the wait has a limit, and names a missing deployment', async () => {
    const { wait, time } = environment(() => []);
    await expect(waitForWorkloads(wait)).rejects.toThrow('hub, proxy did not become ready');
    expect(time()).toBeGreaterThanOrEqual(600_000);
  });

  test('the wait ends at once when the run is interrupted', async () => {
    const { wait } = environment(() => []);
    const signal = AbortSignal.abort(new Error('interrupted'));
    await expect(waitForWorkloads({ ...wait, signal })).rejects.toThrow('interrupted');
  });
});

test('a deployment is not ready while an old pod is left or the newest template is not observed', () => {
  type Workload = Parameters<typeof isReady>[0];
  const ready = deployment('hub', true) as Workload;
  expect(isReady(ready)).toBe(true);
  expect(isReady({ ...ready, status: { ...ready.status, observedGeneration: 1 } })).toBe(false);
  expect(isReady({ ...ready, status: { ...ready.status, replicas: 2 } })).toBe(false);
  const { status: _, ...bare } = ready;
  expect(isReady({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: bare.metadata, spec: {} })).toBe(false);
});

test('a hub that refuses its settings is reported with its sentence', () => {
  const message =
    'The hub does not start: hub.values or its code changes c.KubeSpawner.volumes, which jupyterhub-gke sets.';
  const status = {
    name: 'hub',
    state: { waiting: { reason: 'CrashLoopBackOff', message: 'back-off 10s restarting failed container' } },
    lastState: { terminated: { exitCode: 1, message } },
  };
  expect(podReasons(pod({ containerStatuses: [status] }))).toEqual([
    { text: `Pod/hub-1: CrashLoopBackOff, ${message}`, fatal: true },
  ]);
});

test('only reasons on which a person can act are given', () => {
  expect(podReasons(pod(undefined))).toEqual([]);
  expect(podReasons(waiting('ContainerCreating'))).toEqual([]);
  expect(podReasons(waiting('CrashLoopBackOff'))).toMatchObject([{ fatal: true }]);
  const unscheduled = pod({
    conditions: [{ type: 'PodScheduled', status: 'False', message: '0/3 nodes\nare available' }],
  });
  expect(podReasons(unscheduled)).toEqual([
    { text: 'Pod/hub-1 has no node yet: 0/3 nodes are available', fatal: false },
  ]);
  const noHealthCheck = pod({ conditions: [{ type: 'cloud.google.com/load-balancer-neg-ready', status: 'False' }] });
  expect(podReasons(noHealthCheck)[0]?.text).toContain('health check');
});
