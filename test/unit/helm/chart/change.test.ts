import { describe, expect, test } from '@jest/globals';
import type { Change } from '../../../../src/change/change.js';
import { fingerprint } from '../../../../src/change/fingerprint.js';
import { chartChange } from '../../../../src/helm/chart/change.js';
import type { ChartReference } from '../../../../src/helm/chart/chart.js';
import { type PreparedRelease, releaseChanges } from '../../../../src/helm/release/release.js';
import { verdict } from '../../../../src/report/text/verdict.js';
import { writer } from '../../../../src/report/writer.js';

const OFFICIAL = 'https://hub.jupyter.org/helm-chart/';
const MIRROR = 'https://charts.example/mirror';
const [ONE, TWO] = ['1'.repeat(64), '2'.repeat(64)];
const reference = (source: string, isPinned: boolean, version = '4.4.0'): ChartReference => ({
  ...{ version, path: undefined, repository: source, source, sha256: undefined, identity: source },
  ...{ expectedBy: 'sha256', isPinned },
});
const change = (chart: ChartReference, digest: string, before?: readonly [string, string]): Change | undefined =>
  chartChange({ hub: 'research', chart }, before && { version: '4.4.0', repository: before[0], digest: before[1] }, {
    digest,
  });
const said = (one: Change | undefined): string => verdict(one === undefined ? [] : [one], writer(false));

describe('the change of a chart', () => {
  test('a new hub with the pinned release has none, and one with another chart is told that a chart is code', () => {
    expect(change(reference(OFFICIAL, true), ONE)).toBeUndefined();
    const other = change(reference(MIRROR, false), ONE);
    expect(other).toMatchObject({ action: 'create', subject: { kind: 'helm-release', name: 'research' } });
    expect(said(other)).toContain(
      '⚠️ The chart is `4.4.0` of `https://charts.example/mirror`. It is not the pinned release, and a chart is code that runs with the rights of apply.',
    );
  });

  test('the same chart of the same source has none', () => {
    expect(change(reference(MIRROR, false), ONE, [MIRROR, ONE])).toBeUndefined();
  });

  test('a change of the repository alone does not plan as no change', () => {
    const moved = change(reference(MIRROR, false), ONE, [OFFICIAL, ONE]);
    expect(moved).toMatchObject({
      action: 'update',
      attributes: [
        {
          name: 'chart',
          before: `4.4.0 of ${OFFICIAL} (sha256:${ONE})`,
          after: `4.4.0 of ${MIRROR} (sha256:${ONE})`,
        },
      ],
    });
    expect(said(moved)).toContain('The chart is `4.4.0` of `https://charts.example/mirror`, and no longer `4.4.0` of');
    const prepared = { hub: 'research', chart: reference(MIRROR, false), values: {}, inputs: 'x' } as PreparedRelease;
    const deployed = {
      ...{ state: 'deployed' as const, inputs: 'y', address: '', revision: 1, values: {}, manifests: [] },
      chart: { version: '4.4.0', repository: OFFICIAL, digest: ONE },
    } as const;
    const rendered = { values: {}, manifests: [], objects: [], chart: { path: '', digest: ONE } };
    const changes = releaseChanges(prepared, deployed, rendered);
    expect(changes).toMatchObject([{ notes: [{ code: 'release-reinstalled' }], chart: { after: { source: MIRROR } } }]);
  });

  test('another content under the same name changes the fingerprint, also of a new hub', () => {
    const prints = [
      change(reference(MIRROR, false), ONE),
      change(reference(MIRROR, false), TWO),
      change(reference(MIRROR, false), TWO, [MIRROR, ONE]),
    ].map((one) => fingerprint({ hub: 'research', changes: one === undefined ? [] : [one] }));
    expect(new Set(prints).size).toBe(3);
    expect(said(change(reference(MIRROR, false), TWO, [MIRROR, ONE]))).toContain(
      '⚠️ The files of the chart `4.4.0` of `https://charts.example/mirror` change.',
    );
  });

  test('a return to the pinned release is said without a warning', () => {
    expect(said(change(reference(OFFICIAL, true), ONE, [MIRROR, TWO]))).toContain(
      'The chart is `4.4.0` of `https://hub.jupyter.org/helm-chart/`, and no longer `4.4.0` of `https://charts.example/mirror`.',
    );
  });
});
