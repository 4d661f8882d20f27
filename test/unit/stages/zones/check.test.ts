import { describe, expect, test } from '@jest/globals';
import { GoogleApiError, type GoogleClient } from '../../../../src/cloud/rest.js';
import type { Diagnostic } from '../../../../src/config/diagnostic.js';
import type { ClusterConnection } from '../../../../src/stages/session/cluster.js';
import type { Session } from '../../../../src/stages/session/session.js';
import { checkZones } from '../../../../src/stages/zones/check.js';
import { loadText } from '../../../support/config.js';

const HEAD = `apiVersion: jupyterhub-gke/v1
name: research
project: acme-research
location: us-central1
state: {bucket: acme-research-tfstate}
users: users.yaml
`;
const GPU = `${HEAD}platform: {zones: [us-central1-a, us-central1-b]}
profiles: [{name: cpu}, {name: l4, gpu: {type: nvidia-l4}}]
`;

/** A run over a file, whose questions to Google get this answer. */
function session(text: string, answer: (path: string) => unknown) {
  const { config, locate } = loadText({ path: 'jupyterhub.yaml', text }, '/repository');
  const annotated: Diagnostic[] = [];
  const asked: string[] = [];
  const call = async ({ path }: { readonly path: string }) => {
    asked.push(path);
    return answer(path);
  };
  const run = {
    config,
    google: { call } as unknown as GoogleClient,
    input: { locate, sources: new Map(), origins: new Map() },
    context: { annotate: (found: readonly Diagnostic[]) => annotated.push(...found) },
  } as unknown as Session;
  return { run, annotated, asked };
}

const inZones = (kind: string, name: string, letters: string): object => ({
  items: Object.fromEntries([...letters].map((letter) => [`zones/us-central1-${letter}`, { [kind]: [{ name }] }])),
});
const at = (version: string) => ({ cluster: { version } }) as unknown as ClusterConnection;

describe('what only Google knows of zones', () => {
  test('is asked for with two lists, and what is missing ends the run at its line', async () => {
    const { run, annotated, asked } = session(GPU, (path) =>
      path.endsWith('acceleratorTypes')
        ? inZones('acceleratorTypes', 'nvidia-l4', 'abc')
        : inZones('machineTypes', 'g2-standard-4', 'ac'),
    );
    await expect(checkZones(run, undefined)).rejects.toMatchObject({
      diagnostics: [expect.objectContaining({ line: 8, rule: 'zone-offer' })],
      message: expect.stringContaining('us-central1-b has no nvidia-l4.'),
    });
    expect(annotated).toHaveLength(1);
    expect(asked.sort()).toEqual([
      'projects/acme-research/aggregated/acceleratorTypes',
      'projects/acme-research/aggregated/machineTypes',
    ]);
  });

  test.each([
    ['SERVICE_DISABLED', 'api-disabled'],
    ['forbidden', 'permission'],
  ] as const)('is a note where Google refuses the question: %s', async (reason, why) => {
    const refuse = (): never => {
      throw new GoogleApiError('no', { status: 403, reason, where: 'GET compute' });
    };
    const { run } = session(GPU, refuse);
    expect(await checkZones(run, undefined)).toEqual([
      { code: 'zones-not-asked', why, permission: 'compute.acceleratorTypes.list' },
    ]);
  });

  test('another failure is one, and nothing is asked for a hub without accelerators', async () => {
    const fail = (): never => {
      throw new GoogleApiError('broken', { status: 500, where: 'GET compute' });
    };
    await expect(checkZones(session(GPU, fail).run, undefined)).rejects.toThrow('broken');
    const plain = session(`${HEAD}platform: {zones: [us-central1-a]}\n`, fail);
    expect(await checkZones(plain.run, undefined)).toEqual([]);
    expect(plain.asked).toEqual([]);
  });

  test('is the version of the cluster, where homes are of the type dynamic', async () => {
    const text = `${HEAD}storage: {home: {diskType: dynamic}}\n`;
    const { run } = session(text, () => undefined);
    await expect(checkZones(run, at('1.34.4-gke.1'))).rejects.toMatchObject({
      diagnostics: [expect.objectContaining({ line: 7, rule: 'cluster-version' })],
    });
    expect(await checkZones(run, at('1.35.4-gke.1'))).toEqual([]);
  });
});
