import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import type { Kubernetes } from '../../../../src/cloud/kubernetes.js';
import { whileImagesArePulled } from '../../../../src/helm/pods/image-hook.js';

const hook = (reason: string) => ({
  ...{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'hook-image-puller-1' } },
  status: { initContainerStatuses: [{ name: 'image', state: { waiting: { reason, message: 'manifest unknown' } } }] },
});

/** A cluster whose hook says one thing after the other, and a clock that sleeping moves. */
function world(says: readonly (string | Error)[]) {
  let time = 0;
  let looks = 0;
  const kubernetes = {
    list: async (_: unknown, { labelSelector }: { labelSelector: string }) => {
      expect(labelSelector).toBe('component=hook-image-puller');
      const said = says[Math.min(looks, says.length - 1)] ?? '';
      looks += 1;
      if (said instanceof Error) throw said;
      return said === '' ? [] : [hook(said)];
    },
  } as unknown as Kubernetes;
  const sleep = async (milliseconds: number) => {
    time += milliseconds;
    await turn();
  };
  return {
    watch: { kubernetes, namespace: 'ns', sleep, now: () => time, redact: (text: string) => text },
    time: () => time,
  };
}

/** helm, which waits until it is told to end, or for some turns. */
const helm = (turns: number) => async (signal: AbortSignal) => {
  for (let index = 0; index < turns && !signal.aborted; index += 1) await turn();
  if (signal.aborted) throw new Error('helm was ended');
  return 'upgraded';
};

test('helm is ended by an image that cannot be pulled, whichever of two reasons the cluster says, and the cause is named', async () => {
  const { watch, time } = world(['', 'ErrImagePull', 'ImagePullBackOff', 'ErrImagePull', 'ImagePullBackOff']);
  await expect(whileImagesArePulled(watch, helm(1000))).rejects.toMatchObject({
    message: 'An image of the notebooks cannot be pulled: Pod/hook-image-puller-1: ImagePullBackOff, manifest unknown',
    hint: expect.stringContaining('run apply again'),
  });
  expect(time()).toBeLessThan(60_000);
});

test.each<readonly [string, readonly (string | Error)[]]>([
  ['has no hook', ['']],
  ['fails once', ['ErrImagePull', '', '']],
  ['pulls for long', ['PodInitializing']],
  ['does not answer', [new Error('away')]],
])('helm goes on where the cluster %s', async (_, says) => {
  const { watch } = world(says);
  expect(await whileImagesArePulled(watch, helm(200))).toBe('upgraded');
});

test('a failure of helm itself stays as it is', async () => {
  const { watch } = world(['']);
  await expect(whileImagesArePulled(watch, () => Promise.reject(new Error('a quota')))).rejects.toThrow('a quota');
});
