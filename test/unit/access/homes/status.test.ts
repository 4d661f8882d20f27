import { describe, expect, test } from '@jest/globals';
import {
  createHomeStatus,
  parseHomeStatus,
  readHomeStatus,
  updateHomeStatus,
} from '../../../../src/access/homes/status.js';
import { Cluster } from '../../../support/cluster.js';

const A = 'aaaaaaaaaaaa';
const B = 'bbbbbbbbbbbb';
const pause = async (): Promise<void> => {};

describe('the home status', () => {
  test('is created once, empty; before that it is undefined', async () => {
    const cluster = new Cluster();
    expect(await readHomeStatus(cluster.configMaps)).toBeUndefined();
    expect(await createHomeStatus(cluster.configMaps)).toBe(true);
    expect(await createHomeStatus(cluster.configMaps)).toBe(false);
    expect(await readHomeStatus(cluster.configMaps)).toEqual({ ready: {}, left: {} });
  });

  test('has a home as ready, as left, or not at all', async () => {
    const cluster = new Cluster();
    await createHomeStatus(cluster.configMaps);
    await updateHomeStatus(cluster.configMaps, [
      { key: A, ready: 'bucket' },
      { key: B, ready: 'folder' },
    ]);
    await updateHomeStatus(cluster.configMaps, [{ key: A, left: { kind: 'bucket', day: '2026-11-27' } }]);
    expect(await readHomeStatus(cluster.configMaps)).toEqual({
      ready: { [B]: 'folder' },
      left: { [A]: { kind: 'bucket', day: '2026-11-27' } },
    });
    await updateHomeStatus(cluster.configMaps, [
      { key: A, ready: 'bucket' },
      { key: B, gone: true },
    ]);
    expect(await readHomeStatus(cluster.configMaps)).toEqual({ ready: { [A]: 'bucket' }, left: {} });
  });

  test('loses no change of two concurrent runs', async () => {
    const cluster = new Cluster();
    await createHomeStatus(cluster.configMaps);
    const keys = Array.from({ length: 8 }, (_, index) => `${index}`.repeat(12));
    // Eight writers of one object: each may lose to the seven others before it wins.
    await Promise.all(keys.map((key) => updateHomeStatus(cluster.configMaps, [{ key, ready: 'bucket' }], pause)));
    expect(Object.keys((await readHomeStatus(cluster.configMaps))?.ready ?? {})).toEqual(keys);
  });

  test('has an error with a hint if the ConfigMap is missing, and needs no call without changes', async () => {
    const cluster = new Cluster();
    await expect(updateHomeStatus(cluster.configMaps, [{ key: A, gone: true }])).rejects.toThrow(
      /ConfigMap with the home status is missing/,
    );
    cluster.calls.length = 0;
    await updateHomeStatus(cluster.configMaps, []);
    expect(cluster.calls).toEqual([]);
  });

  test.each([
    '',
    '{',
    '[]',
    'null',
    '{"ready":[]}',
    `{"ready":{"${A}":"disk","x":"bucket","__proto__":"bucket"},"left":{"${B}":{"kind":"bucket","day":"soon"}}}`,
  ])('what makes no sense counts as not there: %j', (text) =>
    expect(parseHomeStatus(text)).toEqual({ ready: {}, left: {} }),
  );
});
