import { expect, test } from '@jest/globals';
import type { Pod } from '../../../../src/helm/pods/workloads.js';
import { type PodEvent, trialState, trialVerdict } from '../../../../src/helm/trial/verdict.js';

type Status = NonNullable<Pod['status']>;
const pod = (status: Status): Pod => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'hub-trial-1' }, status });
const waiting = (reason: string, message?: string): Pod =>
  pod({ containerStatuses: [{ name: 'hub', state: { waiting: { reason, ...(message ? { message } : {}) } } }] });
const ended = (exitCode: number, message?: string, reason = 'Error'): Pod =>
  pod({
    containerStatuses: [{ name: 'hub', state: { terminated: { exitCode, reason, ...(message ? { message } : {}) } } }],
  });
const noNode = pod({ conditions: [{ type: 'PodScheduled', status: 'False', message: '0/3 nodes match' }] });
const event = (reason: string, message = ''): PodEvent => ({
  ...{ apiVersion: 'v1', kind: 'Event', metadata: { name: 'e' } },
  ...{ reason, message },
});
const judge = (one: Pod | undefined, state: number, events: PodEvent[] = [], isPlacedAnew = false, total = state) =>
  trialVerdict(one, events, { state, total }, isPlacedAnew);

test.each<readonly [string, Pod, string, object]>([
  ['settings that load', ended(0, '{"verdict": "good"}', 'Completed'), 'good', {}],
  [
    'an error of code, with its place',
    ended(1, '{"verdict": "refused", "error": "NameError: x", "entry": "10-mine", "line": 3}'),
    'refused',
    { why: 'NameError: x', entry: '10-mine', line: 3 },
  ],
  [
    'an error after something that the trial refused',
    ended(1, '{"verdict": "undecided", "error": "URLError: x", "denied": ["the network"]}'),
    'undecided',
    { why: 'without the network: URLError: x' },
  ],
  ['an end without a report', ended(139), 'undecided', { why: 'it ended with exit code 139' }],
  ['a report that is no object', ended(1, '[1]'), 'undecided', {}],
  ['an image without Python', ended(128, 'exec: "python3": not found', 'StartError'), 'undecided', {}],
  ['too little memory', ended(137, undefined, 'OOMKilled'), 'refused', { why: expect.stringContaining('memory') }],
  [
    'an init container that fails',
    pod({ initContainerStatuses: [{ name: 'clone', state: { terminated: { exitCode: 1 } } }] }),
    'undecided',
    { why: 'its init container clone failed' },
  ],
  ['a pod that the cluster ended', pod({ phase: 'Failed' }), 'undecided', {}],
])('%s', (_, one, kind, more) => {
  expect(judge(one, 0)).toMatchObject({ kind, ...more });
});

test.each<readonly [string, Pod, number, string | undefined]>([
  ['a registry that fails once', waiting('ErrImagePull', 'manifest unknown'), 5000, undefined],
  ['an image that cannot be pulled', waiting('ImagePullBackOff', 'manifest unknown'), 21_000, 'refused'],
  ['a name that is no image', waiting('InvalidImageName', 'bad'), 0, 'refused'],
  ['a Secret that is a moment late', waiting('CreateContainerConfigError', 'secret "a" not found'), 1000, undefined],
  ['a Secret that is not there', waiting('CreateContainerConfigError', 'secret "a" not found'), 9000, 'refused'],
  ['a container that is being made', waiting('ContainerCreating'), 60_000, undefined],
])('a pod that waits: %s', (_, one, state, kind) => {
  expect(judge(one, state)?.kind).toBe(kind);
});

test('an image is counted from its first failure, whichever of its two reasons the cluster says', () => {
  expect(trialState(waiting('ErrImagePull'))).toBe(trialState(waiting('ImagePullBackOff')));
});

test('a missing node refuses a change only if the change is about nodes and no node is on its way', () => {
  expect(judge(noNode, 10_000, [], true)).toBeUndefined();
  expect(judge(noNode, 50_000, [], true)).toEqual({ kind: 'refused', why: 'no node can take it: 0/3 nodes match' });
  expect(judge(noNode, 50_000, [event('TriggeredScaleUp')], true)?.kind).toBe('undecided');
  expect(judge(noNode, 50_000, [], false)?.kind).toBe('undecided');
});

test('a volume of a Secret that is not there refuses, any other trouble with volumes does not', () => {
  const missing = event('FailedMount', 'MountVolume.SetUp failed for volume "a" : secret "nowhere" not found');
  expect(judge(waiting('ContainerCreating'), 25_000, [missing])?.kind).toBe('refused');
  expect(judge(waiting('ContainerCreating'), 5000, [missing])).toBeUndefined();
  const slow = event('FailedMount', 'timed out waiting for the condition');
  expect(judge(waiting('ContainerCreating'), 25_000, [slow])).toBeUndefined();
});

test('a trial has a limit, whatever its pod does', () => {
  expect(judge(undefined, 10_000)).toBeUndefined();
  for (const one of [undefined, pod({}), waiting('ContainerCreating')]) {
    expect(judge(one, 0, [], false, 121_000)?.kind).toBe('undecided');
  }
});
