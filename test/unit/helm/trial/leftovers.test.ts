import { expect, test } from '@jest/globals';
import type { KubeObject, KubeRef, Kubernetes } from '../../../../src/cloud/kubernetes.js';
import { removeTrials } from '../../../../src/helm/trial/leftovers.js';
import { TRIAL_LABEL, trialObjects } from '../../../../src/helm/trial/objects.js';

const START = new Date('2026-12-01T01:00:00Z');
const EARLIER = '2026-12-01T00:59:59Z';

/** A namespace with objects, and what is deleted of them. */
function namespace(objects: readonly KubeObject[]) {
  const deleted: string[] = [];
  const kubernetes = {
    list: async ({ kind }: KubeRef, { labelSelector }: { readonly labelSelector: string }) =>
      objects.filter((one) => one.kind === kind && labelSelector in (one.metadata.labels ?? {})),
    delete: async ({ kind, name }: KubeRef) => deleted.push(`${kind}/${name}`),
  } as unknown as Kubernetes;
  return { kubernetes, deleted };
}

const made = (id: string, creationTimestamp: string | undefined): KubeObject[] => {
  const template = { spec: { containers: [{ name: 'hub', args: ['jupyterhub'], env: [] }], volumes: [] } };
  const live = [
    { apiVersion: 'apps/v1', kind: 'Deployment', name: 'hub', object: { spec: { template } } },
    { apiVersion: 'v1', kind: 'Secret', name: 'hub', object: { data: {} } },
  ];
  const objects = trialObjects(live, { namespace: 'ns', id, program: '', secrets: ['s3cret'] });
  if (objects === undefined) throw new Error('no trial');
  const time = creationTimestamp === undefined ? {} : { creationTimestamp };
  return [objects.job, ...objects.owned('uid')].map((one) => ({ ...one, metadata: { ...one.metadata, ...time } }));
};

test('all that a killed trial left is removed, the Job first, whatever run made it', async () => {
  const old = [...made('hub-trial-1', EARLIER), ...made('hub-trial-2', undefined)];
  const { kubernetes, deleted } = namespace(old);
  expect(await removeTrials(kubernetes, 'ns', START)).toBe(old.length);
  expect(deleted.slice(0, 2)).toEqual(['Job/hub-trial-1', 'Job/hub-trial-2']);
  expect([...deleted].sort()).toEqual(old.map(({ kind, metadata }) => `${kind}/${metadata.name}`).sort());
  expect(deleted).toContain('Secret/hub-trial-1-known');
});

test('a trial that began after this run, and what only has the label, stay', async () => {
  const labelled = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'hub', labels: { [TRIAL_LABEL]: 'x' } } };
  const { kubernetes, deleted } = namespace([...made('hub-trial-3', '2026-12-01T01:00:00Z'), labelled]);
  expect(await removeTrials(kubernetes, 'ns', START)).toBe(0);
  expect(deleted).toEqual([]);
});
