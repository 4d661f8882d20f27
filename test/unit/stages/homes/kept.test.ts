import { expect, test } from '@jest/globals';
import type { KubeObject } from '../../../../src/cloud/kube-objects.js';
import { settingsOf } from '../../../../src/helm/release/settings.js';
import { runNoteText } from '../../../../src/report/text/run-note.js';
import { keptHomes } from '../../../../src/stages/homes/kept.js';
import type { ClusterConnection } from '../../../../src/stages/session/cluster.js';
import { hubConfig } from '../../../support/hub-config.js';
import { home, type Side } from '../../../support/report/setting-kinds.js';

const claim = (owner: string | undefined, storage: string): object => ({
  metadata: { name: `claim-${owner}`, annotations: owner === undefined ? {} : { 'hub.jupyter.org/username': owner } },
  status: { capacity: { storage } },
});

/** Notes about these claims where the configuration changes; undefined where nobody asks for them. */
async function notes(before: Side, after: Side, claims: readonly object[]): Promise<readonly string[] | undefined> {
  let isAsked = false;
  const list = async (): Promise<KubeObject[]> => {
    isAsked = true;
    return claims as KubeObject[];
  };
  const settings = { before: settingsOf(hubConfig({}, before)), after: settingsOf(hubConfig({}, after)) };
  const found = await keptHomes({ kubernetes: { list } } as unknown as ClusterConnection, 'research', settings);
  return isAsked ? found.map(runNoteText) : undefined;
}

const THREE = [claim('ada', '10Gi'), claim('bo', '10Gi'), claim('cy', '5Gi'), claim(undefined, '1Gi')];

test('homes that exist are counted with the size that they keep, and no other claim is', async () => {
  expect(await notes(home('10Gi'), home('20Gi'), THREE)).toEqual([
    '2 homes that exist keep 10Gi: the change is for new homes.',
    '1 home that exists keeps 5Gi: the change is for new homes.',
  ]);
  expect(await notes(home('10Gi'), home('10Gi', 'pd-ssd'), THREE)).toEqual([
    '3 homes that exist stay on disks of the type pd-balanced: the change is for new homes.',
  ]);
});

test('nothing is said where there is no home, and nobody asks where neither size nor disk changes', async () => {
  expect(await notes(home('10Gi'), home('20Gi'), [])).toEqual([]);
  expect(await notes({}, { approval: 'none' }, THREE)).toBeUndefined();
});
