import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { LockedError } from '../../../src/terraform/explain.js';
import {
  missingFor,
  planAndApply,
  startTerraformGround,
  type TerraformGround,
} from '../../support/terraform-ground.js';

const LIMIT = 300_000;
const OTHERS_LOCK = {
  ID: '7',
  Operation: 'OperationTypeApply',
  Info: '',
  Who: 'runner@elsewhere',
  Version: '1.11.4',
  Created: '2026-11-24T08:00:00Z',
  Path: '',
};

let ground: TerraformGround;
beforeAll(async () => {
  ground = await startTerraformGround();
});
beforeEach(() => ground.setUpAgain());
afterAll(() => ground.stop());

async function upload(object: string, content: string): Promise<void> {
  const { emulator, people } = ground;
  const path = `/upload/storage/v1/b/acme-research-tfstate/o?uploadType=media&name=${encodeURIComponent(object)}`;
  const authorization = `Bearer ${emulator.identities.token(people.operator)}`;
  const headers = { authorization, 'content-type': 'application/json' };
  const answer = await fetch(`${emulator.storageOrigin}${path}`, { method: 'POST', headers, body: content });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
}

/** The life of both roots with the least rights: planned by one identity, applied by another. */
async function life(isReal: boolean): Promise<void> {
  const { emulator, people } = ground;
  const planner = { who: people.plan, isReal };
  const applier = { who: people.apply, isReal };
  for (const name of ['platform', 'hub'] as const) {
    const before = emulator.journal.length;
    const first = await ground.open(name, planner).plan({ stateExists: false, lock: false });
    expect(first.changes.every(({ action }) => action === 'create')).toBe(true);
    expect(first.changes.length).toBe(name === 'platform' ? 13 : 1);
    expect(ground.writes(before)).toEqual([]);
    const applied = await planAndApply(ground.open(name, applier));
    expect(applied.changes.length).toBe(first.changes.length);
  }
  for (const name of ['platform', 'hub'] as const) {
    const before = emulator.journal.length;
    const second = await ground.open(name, planner).plan({ stateExists: true, lock: false });
    expect({ changes: second.changes, hasChanges: second.hasChanges }).toEqual({ changes: [], hasChanges: false });
    expect(ground.writes(before)).toEqual([]);
  }
  const outputs = await ground.open('platform', applier).outputs();
  expect(outputs).toMatchObject({ cluster: { name: 'research', location: 'us-central1' } });
  await expect(planAndApply(ground.open('platform', applier), true)).rejects.toThrow('protected');
  const off = await planAndApply(ground.open('platform', { ...applier, isProtected: false }));
  expect(off.changes).toMatchObject([
    { action: 'update', attributes: [{ name: 'deletion_protection', before: 'true', after: 'false' }] },
  ]);
  for (const name of ['hub', 'platform'] as const) {
    await planAndApply(ground.open(name, { ...applier, isProtected: false }), true);
  }
  const gone = await ground.open('platform', planner).plan({ stateExists: true, lock: false });
  expect(gone.changes.length).toBe(13);
  expect(emulator.violations).toEqual([]);
}

describe('terraform on the emulator', () => {
  test.each([
    ['the stand-in for the provider', false],
    ['the real provider', true],
  ])(
    'a platform and a hub live with %s',
    async (name, isReal) => {
      const missing = await missingFor(isReal);
      if (missing !== undefined) return console.log(`SKIPPED life with ${name}: ${missing}`);
      await life(isReal);
    },
    LIMIT,
  );

  test(
    'a lock that somebody else holds is named, and broken only by its id',
    async () => {
      const missing = await missingFor(false);
      if (missing !== undefined) return console.log(`SKIPPED lock: ${missing}`);
      await upload('jupyterhub/research/hub/default.tflock', JSON.stringify(OTHERS_LOCK));
      const error = await planAndApply(ground.open('hub')).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(LockedError);
      const { lock } = error as LockedError;
      expect(lock).toMatchObject({ who: 'runner@elsewhere', created: '2026-11-24 08:00:00 UTC' });
      const root = ground.open('hub');
      await expect(root.breakLock('99')).rejects.toThrow('Lock 99 is not held');
      await root.breakLock(lock.id);
      await planAndApply(root);
    },
    LIMIT,
  );

  test(
    'a fault of Google ends in one sentence, and the next apply goes on',
    async () => {
      const missing = await missingFor(false);
      if (missing !== undefined) return console.log(`SKIPPED faults: ${missing}`);
      const message = "Quota 'NETWORKS' exceeded.  Limit: 5.0 globally.";
      ground.emulator.faults.add({ method: 'compute.networks.insert', operation: { code: 'QUOTA_EXCEEDED', message } });
      await expect(planAndApply(ground.open('platform'))).rejects.toMatchObject({
        message: 'The quota NETWORKS (5.0) is used up',
        where: 'google_compute_network.platform[0]',
      });
      await expect(planAndApply(ground.open('platform', { who: ground.people.sync }))).rejects.toThrow(/permission/i);
      await planAndApply(ground.open('platform'));
      await planAndApply(ground.open('platform', { isProtected: false }));
    },
    LIMIT,
  );
});
