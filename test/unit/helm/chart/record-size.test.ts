import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { repoPath } from '../../../../sandbox/src/paths.js';
import { recordSize, refuseTooLarge } from '../../../../src/helm/chart/record-size.js';
import { rawManifests } from '../../../../src/helm/diff/manifests.js';
import { explainHelm } from '../../../../src/helm/release/errors.js';

const CHART = repoPath('sandbox', 'charts', 'jupyterhub');
const secret = (text: string, kind = 'Secret') =>
  rawManifests([
    {
      apiVersion: 'v1',
      kind,
      metadata: { name: 'hub' },
      data: { a: kind === 'Secret' ? Buffer.from(text).toString('base64') : text },
    },
  ]);

describe('what Kubernetes could not keep is refused before apply', () => {
  test.each([['Secret'], ['ConfigMap']])('a %s of more than a mebibyte', async (kind) => {
    await refuseTooLarge(CHART, {}, '', secret('x'.repeat(1024 * 1024), kind));
    await expect(refuseTooLarge(CHART, {}, '', secret('x'.repeat(1024 * 1024 + 1), kind))).rejects.toMatchObject({
      message: `${kind}/hub, which the chart makes of hub.values, needs 1,025 KiB, and Kubernetes keeps at most 1,024 KiB in one`,
      hint: expect.stringContaining('out of hub.values'),
    });
  });

  test('a release of which helm could keep no record, and no smaller one', async () => {
    const text = randomBytes(600 * 1024).toString('base64');
    const values = { hub: { extraFiles: { a: { stringData: text } } } };
    await expect(refuseTooLarge(CHART, values, text, [])).rejects.toThrow(/needs about 1,\d\d\d KiB/);
    // A text that repeats itself is kept in little.
    const same = { hub: { extraFiles: { a: { stringData: 'x'.repeat(900_000) } } } };
    await refuseTooLarge(CHART, same, '', []);
    expect(await recordSize(CHART, same, '')).toBeLessThan(200 * 1024);
  });

  test('the same refusal by the cluster has a cause and a way out', () => {
    const result = { code: 1, stdout: '', timedOut: false } as const;
    for (const stderr of [
      'Error: create: failed to create: Secret "sh.helm.release.v1.research.v1" is invalid: data: Too long: must have at most 1048576 bytes',
      'Error: UPGRADE FAILED: create: failed to create: etcdserver: request is too large',
    ]) {
      const error = explainHelm(['upgrade', 'research'], { ...result, stderr });
      expect([error.message, error.hint]).toEqual([
        expect.stringContaining('Kubernetes keeps no object of this size'),
        expect.stringContaining('out of hub.values'),
      ]);
    }
  });
});
