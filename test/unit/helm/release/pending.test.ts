import { describe, expect, test } from '@jest/globals';
import type { Helm, Revision } from '../../../../src/helm/release/cli.js';
import { PENDING_AGE, repairOf, repairRelease } from '../../../../src/helm/release/pending.js';

const NOW = Date.parse('2026-11-24T12:00:00Z');
const revision = (number: number, status: string, minutes = 1): Revision => ({
  revision: number,
  status,
  updated: new Date(NOW - minutes * 60_000).toISOString(),
});

describe('a release', () => {
  test('a release that was deployed, failed or does not exist needs no repair', () => {
    for (const history of [[], [revision(1, 'deployed')], [revision(2, 'failed'), revision(1, 'deployed')]]) {
      expect(repairOf(history, NOW, true)).toEqual({ action: 'none' });
    }
  });

  test('a release whose operation may be running is left alone', () => {
    const history = [revision(3, 'pending-upgrade', 9), revision(2, 'deployed', 60)];
    expect(repairOf(history, NOW, false)).toEqual({ action: 'wait', since: history[0]?.updated });
  });

  test('a release goes back to the last good revision if its operation is old or was killed', () => {
    for (const status of ['pending-upgrade', 'pending-rollback']) {
      const history = [revision(4, status, 11), revision(3, 'failed', 20), revision(2, 'deployed', 60)];
      expect(repairOf(history, NOW, false)).toEqual({ action: 'rollback', to: 2 });
      const young = [revision(4, status, 0), revision(2, 'superseded', 60)];
      expect(repairOf(young, NOW, true)).toEqual({ action: 'rollback', to: 2 });
    }
  });

  test('a release whose first installation or removal was killed is removed', () => {
    expect(repairOf([revision(1, 'pending-install')], NOW, true)).toEqual({ action: 'uninstall' });
    expect(repairOf([revision(2, 'uninstalling'), revision(1, 'deployed')], NOW, true)).toEqual({
      action: 'uninstall',
    });
  });

  test('an operation whose time is unreadable or in the future counts as running', () => {
    for (const updated of ['', 'yesterday', new Date(NOW + 2 * PENDING_AGE).toISOString()]) {
      const history = [{ revision: 1, status: 'pending-install', updated }];
      expect(repairOf(history, NOW, false).action).toBe('wait');
    }
  });
});

test('a repair is logged, and a refused one says what to do', async () => {
  const calls: string[] = [];
  const lines: string[] = [];
  const helm = {
    history: async () => [revision(2, 'pending-upgrade', 1), revision(1, 'deployed', 5)],
    rollback: async (release: string, to: number) => void calls.push(`${release} ${to}`),
  } as unknown as Helm;
  const say = (line: string): void => void lines.push(line);
  await repairRelease(helm, 'research', 'ns', { knownDead: true, say, now: NOW });
  expect(calls).toEqual(['research 1']);
  expect(lines.join()).toContain('repaired');
  await expect(repairRelease(helm, 'research', 'ns', { knownDead: false, say, now: NOW })).rejects.toMatchObject({
    where: 'helm release ns/research',
    hint: expect.stringContaining('10 minutes'),
  });
});
