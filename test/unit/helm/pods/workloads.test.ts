import { describe, expect, test } from '@jest/globals';
import { Redactor } from '../../../../src/change/redact.js';
import type { KubeObject, KubeRef, Kubernetes } from '../../../../src/cloud/kubernetes.js';
import { isReady, type Pod, podReasons, waitForWorkloads } from '../../../../src/helm/pods/workloads.js';

const same = (text: string): string => text;
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
  const wait = {
    kubernetes,
    namespace: 'ns',
    names: ['hub', 'proxy'],
    limit: 600_000,
    sleep,
    now: () => time,
    redact: same,
  };
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

describe('a hub that ends by itself', () => {
  type Status = NonNullable<NonNullable<Pod['status']>['containerStatuses']>[number];
  const ended = { terminated: { exitCode: 1, reason: 'Error' } };
  const first: Status = { name: 'hub', restartCount: 0, state: ended };
  const again: Status = { name: 'hub', restartCount: 1, lastState: ended, state: {} };
  const looping: Status = {
    ...{ name: 'hub', restartCount: 1, lastState: ended },
    state: { waiting: { reason: 'CrashLoopBackOff', message: 'back-off 10s restarting failed container' } },
  };

  function crashing(states: readonly Status[], proxyReady: boolean, log: () => Promise<string>) {
    let look = 0;
    const hub = environment(() => [deployment('hub', false), deployment('proxy', proxyReady)]);
    const kubernetes = {
      list: async (ref: Omit<KubeRef, 'name'>, query: { labelSelector?: string } = {}) => {
        if (ref.kind !== 'Pod') return [deployment('hub', false), deployment('proxy', proxyReady)];
        if (query.labelSelector !== 'component=hub') return [];
        look += 1;
        return [pod({ containerStatuses: [states[Math.min(look, states.length) - 1] ?? looping] })];
      },
      log: (_: KubeRef, query: { previous: boolean }) => (query.previous ? log() : Promise.reject(new Error('gone'))),
    } as unknown as Kubernetes;
    return { ...hub, wait: { ...hub.wait, kubernetes } };
  }
  const traceback = async () =>
    'Loading extra config: 10-mine\n    Traceback:\n      raise ValueError(1)\n    NameError: name typo\n    \n';

  test('the wait ends with the first back-off, the cause in one sentence and the last lines of the log', async () => {
    const { wait, time } = crashing([first, again, looping], true, traceback);
    await expect(waitForWorkloads(wait)).rejects.toMatchObject({
      message: 'hub did not become ready: Pod/hub-1: CrashLoopBackOff, exit code 1: NameError: name typo',
      log: 'Loading extra config: 10-mine\n    Traceback:\n      raise ValueError(1)\n    NameError: name typo',
    });
    expect(time()).toBeLessThan(10_000);
  });

  test('polls between two ends do not start the count again, while the proxy is not there either', async () => {
    const { wait, time } = crashing(Array(400).fill([again, looping]).flat(), false, traceback);
    await expect(waitForWorkloads(wait)).rejects.toThrow('NameError');
    expect(time()).toBeLessThan(120_000);
    expect(time()).toBeGreaterThan(80_000);
  });

  test('a log that cannot be read does not hide what is known', async () => {
    const { wait } = crashing([looping], true, () => Promise.reject(new Error('no log')));
    await expect(waitForWorkloads(wait)).rejects.toMatchObject({
      message: 'hub did not become ready: Pod/hub-1: CrashLoopBackOff, exit code 1',
      log: undefined,
    });
  });

  test('where the log of the earlier run is gone, that of the present one is read', async () => {
    const { wait } = crashing([looping], true, traceback);
    const kubernetes = {
      ...wait.kubernetes,
      log: async (_: KubeRef, { previous }: { previous: boolean }) => {
        if (previous) throw new Error('previous terminated container not found');
        return traceback();
      },
    } as unknown as Kubernetes;
    await expect(waitForWorkloads({ ...wait, kubernetes })).rejects.toThrow('NameError: name typo');
  });

  test('a hub that runs and does not get ready ends the wait at its own limit, with what it wrote', async () => {
    const runs = { name: 'hub', restartCount: 0, ready: false, state: { running: {} } };
    const { wait, time } = crashing([runs], true, traceback);
    const kubernetes = { ...wait.kubernetes, log: async () => 'waits for a door' } as unknown as Kubernetes;
    await expect(waitForWorkloads({ ...wait, kubernetes, runsLimit: 150_000 })).rejects.toMatchObject({
      message: 'hub did not become ready: Pod/hub-1 runs and does not get ready: waits for a door',
      log: 'waits for a door',
    });
    expect(time()).toBeLessThan(155_000);
    const { wait: unlimited, time: later } = crashing([runs], true, traceback);
    await expect(waitForWorkloads(unlimited)).rejects.toThrow('hub did not become ready');
    expect(later()).toBeGreaterThan(590_000);
  });

  test('a hub that ended once and runs is forgotten, while another workload is waited for', async () => {
    let look = 0;
    const kubernetes = {
      list: async (ref: Omit<KubeRef, 'name'>, query: { labelSelector?: string } = {}) => {
        if (ref.kind === 'Pod') {
          return query.labelSelector === 'component=hub' ? [pod({ containerStatuses: [first] })] : [];
        }
        look += 1;
        return [deployment('hub', look > 2), deployment('proxy', look > 200)];
      },
    } as unknown as Kubernetes;
    const { wait } = environment(() => []);
    await waitForWorkloads({ ...wait, kubernetes });
    expect(look).toBe(201);
  });

  test('a hub that refuses its settings ends the wait at its first end', async () => {
    const message = 'The hub does not start: hub.values or its code changes c.KubeSpawner.volumes.';
    const refuses = { ...first, state: { terminated: { exitCode: 1, reason: 'Error', message } } };
    const { wait, time } = crashing([refuses], true, traceback);
    await expect(waitForWorkloads(wait)).rejects.toThrow(message);
    expect(time()).toBe(0);
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
  expect(podReasons(pod({ containerStatuses: [status] }), same)).toMatchObject([
    {
      text: `Pod/hub-1: CrashLoopBackOff, ${message}`,
      fatal: true,
      crash: { pod: 'hub-1', container: 'hub', again: true },
    },
  ]);
});

test('only reasons on which a person can act are given', () => {
  expect(podReasons(pod(undefined), same)).toEqual([]);
  expect(podReasons(waiting('ContainerCreating'), same)).toEqual([]);
  expect(podReasons(waiting('CrashLoopBackOff'), same)).toMatchObject([{ fatal: true }]);
  const unscheduled = pod({
    conditions: [{ type: 'PodScheduled', status: 'False', message: '0/3 nodes\nare available' }],
  });
  expect(podReasons(unscheduled, same)).toEqual([
    { text: 'Pod/hub-1 has no node yet: 0/3 nodes are available', fatal: false },
  ]);
  const noHealthCheck = pod({ conditions: [{ type: 'cloud.google.com/load-balancer-neg-ready', status: 'False' }] });
  expect(podReasons(noHealthCheck, same)[0]?.text).toContain('health check');
});

test('a secret that a pod tells is hidden before its text is cut', () => {
  const secret = Array.from({ length: 50 }, (_, index) => (index * 7919).toString(36)).join('-');
  const redactor = new Redactor();
  redactor.add(secret);
  const end = { exitCode: 1, message: `${'x'.repeat(200)} ${secret}` };
  const status = { name: 'hub', restartCount: 1, state: { terminated: end } };
  for (const told of [pod({ containerStatuses: [status] }), waiting('CreateContainerError', end.message)]) {
    const [reason] = podReasons(told, (text) => redactor.text(text));
    expect(reason?.text).toContain('x ***');
    expect(reason?.text).not.toContain(secret.slice(0, 4));
  }
});
