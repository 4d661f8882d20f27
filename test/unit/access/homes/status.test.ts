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

describe('the homeStatus of ready homes', () => {
  test('are made once, empty, and read as none before that', async () => {
    const cluster = new Cluster();
    expect(await readHomeStatus(cluster.configMaps)).toBeUndefined();
    expect(await createHomeStatus(cluster.configMaps)).toBe(true);
    expect(await createHomeStatus(cluster.configMaps)).toBe(false);
    expect(await readHomeStatus(cluster.configMaps)).toEqual({ ready: {}, left: {} });
  });

  test('a home is ready or left, never both, and may be neither again', async () => {
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

  test('two runs at once lose nothing of each other', async () => {
    const cluster = new Cluster();
    await createHomeStatus(cluster.configMaps);
    const keys = Array.from({ length: 8 }, (_, index) => `${index}`.repeat(12));
    // Eight writers of one object: each may lose to the seven others before it wins.
    await Promise.all(keys.map((key) => updateHomeStatus(cluster.configMaps, [{ key, ready: 'bucket' }], pause)));
    expect(Object.keys((await readHomeStatus(cluster.configMaps))?.ready ?? {})).toEqual(keys);
  });

  test('without the object there is a way out, and nothing to change is no call', async () => {
    const cluster = new Cluster();
    await expect(updateHomeStatus(cluster.configMaps, [{ key: A, gone: true }])).rejects.toThrow(
      /list of the homes of people is gone/,
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
