import { expect, test } from '@jest/globals';
import type { Kubernetes } from '../../../../src/cloud/kubernetes.js';
import { ToolError } from '../../../../src/errors.js';
import type { Helm, Revision } from '../../../../src/helm/release/cli.js';
import type { DeploymentRecord } from '../../../../src/helm/release/record.js';
import { writer } from '../../../../src/report/writer.js';
import type { HubPlan } from '../../../../src/stages/deploy/plan.js';
import { takeBack } from '../../../../src/stages/deploy/take-back.js';
import type { Session } from '../../../../src/stages/session/session.js';

const RECORD: DeploymentRecord = {
  ...{ state: 'deployed', inputs: 'old', address: 'hub.acme.dev', revision: 4, values: { a: 1 }, manifests: [] },
  ...{ chart: { version: '4.4.0', repository: 'r', digest: 'd' }, settled: {} },
};
const FAILURE = new ToolError('hub did not become ready: NameError', {
  where: 'namespace jupyterhub-research',
  hint: 'Correct hub.values.',
  log: 'NameError',
});
const ready = (name: string) => ({
  ...{ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name, generation: 1 }, spec: { replicas: 1 } },
  status: { observedGeneration: 1, replicas: 1, updatedReplicas: 1, availableReplicas: 1 },
});

/** Goes back from a hub whose newest revision is the fifth. */
async function back(options: { deployed?: DeploymentRecord; newest?: number; before?: number; fails?: boolean }) {
  const { deployed, newest = 5, before = 4, fails = false } = options;
  const revisions = (count: number): Revision[] =>
    Array.from({ length: count }, (_, index) => ({ revision: count - index, status: 'deployed', updated: '' }));
  const calls: string[] = [];
  const written: DeploymentRecord[] = [];
  const helm = {
    history: async (release: string) => revisions(release === 'research' ? newest : 2),
    rollback: async (release: string, revision: number) => {
      calls.push(`${release} ${revision}`);
      if (fails) throw new Error('the API server is away');
    },
  } as unknown as Helm;
  const kubernetes = { list: async () => [ready('hub'), ready('proxy')] } as unknown as Kubernetes;
  const session = {
    context: { say: () => {}, write: writer(false), signal: new AbortController().signal },
    step: () => {},
    completedSteps: [],
  } as unknown as Session;
  const error = await takeBack(
    session,
    {
      ...{ helm, kubernetes },
      before: new Map([
        ['research', before === 0 ? undefined : revisions(before)[0]],
        ['research-companion', revisions(2)[0]],
      ]),
      plan: { prepared: { hub: 'research', namespace: 'jupyterhub-research' }, deployed } as unknown as HubPlan,
      write: async (record) => written.push(record),
    },
    FAILURE,
  );
  return { error: error as ToolError, calls, written, session };
}

test('the record says what runs again, so that the next plan compares with it', async () => {
  const { error, calls, written, session } = await back({ deployed: RECORD });
  expect(calls).toEqual(['research 4']);
  expect(written).toEqual([{ ...RECORD, revision: 6 }]);
  expect(error).toMatchObject({
    message: 'hub did not become ready: NameError. The hub went back to revision 4, which ran before, and runs',
    where: FAILURE.where,
    hint: FAILURE.hint,
    log: FAILURE.log,
  });
  expect(session.completedSteps).toEqual([{ what: 'hub as before (revision 4)', state: 'good' }]);
});

test('after a run that did not end, the next plan takes nothing of its files for deployed', async () => {
  const { written } = await back({ deployed: { ...RECORD, state: 'applying', inputs: 'of the killed run' } });
  expect(written).toEqual([{ ...RECORD, inputs: '', revision: 6 }]);
});

test('a hub that was not upgraded keeps its record and the error as it is', async () => {
  const { error, calls, written } = await back({ deployed: RECORD, newest: 4 });
  expect({ error, calls, written }).toEqual({ error: FAILURE, calls: [], written: [RECORD] });
});

test('a first installation says that there is nothing to go back to', async () => {
  const { error, calls, written } = await back({ newest: 1, before: 0 });
  expect([calls, written]).toEqual([[], []]);
  expect(error.message).toBe('hub did not become ready: NameError. There is no earlier revision to go back to');
});

test('a rollback that fails leaves the record of an unfinished run, and says what to do', async () => {
  const { error, written } = await back({ deployed: RECORD, fails: true });
  expect(written).toEqual([]);
  expect(error.message).toMatch(
    /NameError\. Going back failed too: The release research could not go back to revision 4/,
  );
  expect(error.hint).toContain('helm rollback research 4 --namespace jupyterhub-research');
});
