import { expect, test } from '@jest/globals';
import type { Helm, Revision } from '../../../../src/helm/release/cli.js';
import { goBack, newestRevisions } from '../../../../src/helm/release/rollback.js';

const RELEASES = ['research', 'research-companion'];

/** A helm whose releases are lists of states, oldest first. */
function world(states: Record<string, string[]>, fails = false) {
  const calls: string[] = [];
  const history = (release: string): Revision[] =>
    (states[release] ?? [])
      .map((status, index) => ({ revision: index + 1, status, updated: '2026-11-30T00:00:00Z' }))
      .reverse();
  const helm = {
    history: async (release: string) => history(release),
    rollback: async (release: string, revision: number) => {
      calls.push(`${release} ${revision}`);
      if (fails) throw new Error('the API server is away');
      states[release]?.push('deployed');
    },
  } as unknown as Helm;
  return { helm, calls, states };
}

async function upgradeAndGoBack(
  { helm, states }: ReturnType<typeof world>,
  upgraded: Record<string, string>,
  ready: number | undefined,
) {
  const before = await newestRevisions(helm, RELEASES, 'ns');
  for (const [release, status] of Object.entries(upgraded)) {
    const list = states[release] ?? [];
    states[release] = list
      .map((one) => (one === 'deployed' && status !== 'failed' ? 'superseded' : one))
      .concat(status);
  }
  return goBack({ helm, namespace: 'ns', releases: RELEASES, before, ready, say: () => {} });
}

test('both releases go back, the hub first', async () => {
  const one = world({ research: ['superseded', 'deployed'], 'research-companion': ['deployed'] });
  const back = await upgradeAndGoBack(one, { research: 'deployed', 'research-companion': 'deployed' }, 2);
  expect(back).toEqual({ kind: 'back', to: 2, revision: 4 });
  expect(one.calls).toEqual(['research 2', 'research-companion 1']);
});

test('the hub goes back to the revision that was ready, not to one that helm calls deployed', async () => {
  const one = world({ research: ['superseded', 'superseded', 'deployed'], 'research-companion': ['deployed'] });
  const back = await upgradeAndGoBack(one, { research: 'deployed' }, 2);
  expect(back).toMatchObject({ kind: 'back', to: 2 });
  expect(one.calls).toEqual(['research 2']);
});

test.each(['failed', 'pending-upgrade'])('an upgrade that helm left as %s goes back, too', async (status) => {
  const one = world({ research: ['deployed'], 'research-companion': ['deployed'] });
  expect(await upgradeAndGoBack(one, { research: status }, 1)).toMatchObject({ kind: 'back', to: 1 });
});

test('a hub that was not upgraded stays, and the companion release goes back', async () => {
  const one = world({ research: ['deployed'], 'research-companion': ['deployed'] });
  expect(await upgradeAndGoBack(one, { 'research-companion': 'deployed' }, 1)).toEqual({ kind: 'unchanged' });
  expect(one.calls).toEqual(['research-companion 1']);
});

test('a first installation has nothing to go back to, and nothing is touched', async () => {
  const one = world({});
  const upgraded = { research: 'deployed', 'research-companion': 'deployed' };
  expect(await upgradeAndGoBack(one, upgraded, undefined)).toEqual({ kind: 'nothing-before' });
  expect(one.calls).toEqual([]);
});

test('a rollback that fails says what to do', async () => {
  const one = world({ research: ['deployed'] }, true);
  await expect(upgradeAndGoBack(one, { research: 'deployed' }, 1)).rejects.toMatchObject({
    message: 'The release research could not go back to revision 1: the API server is away',
    hint: expect.stringContaining('helm rollback research 1 --namespace ns'),
  });
});
