import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ToolError } from '../../../src/errors.js';
import { UnlockError } from '../../../src/terraform/explain.js';
import {
  missingFor,
  planAndApply,
  startTerraformGround,
  type TerraformGround,
} from '../../support/terraform-ground.js';

const LIMIT = 120_000;

let ground: TerraformGround;
let missing: string | undefined;
beforeAll(async () => {
  ground = await startTerraformGround();
  missing = await missingFor(false);
  if (missing === undefined) await planAndApply(ground.open('platform'));
}, LIMIT);
afterAll(() => ground.stop());
beforeEach(() => {
  if (missing !== undefined) console.log(`SKIPPED storage of the state: ${missing}`);
});

/** A terraform whose storage fails from its first call on, for so many calls. */
async function planWith(
  status: number,
  times: number,
  fault: number,
): Promise<{ error: unknown; said: string[]; seconds: number }> {
  const said: string[] = [];
  ground.emulator.faults.add({ method: 'storage.objects.*', status, times });
  const start = Date.now();
  const root = ground.open('hub', { patience: { silence: 500, fault }, say: (line) => said.push(line) });
  const error = await root.plan({ stateExists: true, lock: true }).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return { error, said, seconds: (Date.now() - start) / 1000 };
}

describe('a storage of the state that fails', () => {
  test.each([[429], [500], [502]])(
    'for ever with %d does not let a run hang in silence',
    async (status) => {
      if (missing !== undefined) return;
      const { error, said, seconds } = await planWith(status, 100_000, 2000);
      ground.emulator.faults.clear();
      expect(error).toBeInstanceOf(ToolError);
      expect((error as ToolError).message).toBe(
        `Cloud Storage, which has the terraform state, answers HTTP ${status} again and again`,
      );
      expect((error as ToolError).where).toMatch(/^GET http.*\/b\/acme-research-tfstate\/o/);
      expect((error as ToolError).hint).toContain('Nothing was changed');
      expect(said.join('\n')).toMatch(/terraform init of the hub has said nothing for \d+ s: Cloud Storage/);
      expect(seconds).toBeLessThan(30);
    },
    LIMIT,
  );

  test(
    'for a while only lets the run go on',
    async () => {
      if (missing !== undefined) return;
      const { error } = await planWith(503, 3, 60_000);
      expect(error).toBeUndefined();
    },
    LIMIT,
  );

  test(
    'by refusing to remove the own lock is called that, and the next run removes it',
    async () => {
      if (missing !== undefined) return;
      const message = 'runner does not have storage.objects.delete access';
      ground.emulator.faults.add({ method: 'storage.objects.delete', status: 403, times: 20, message });
      const error = await planAndApply(ground.open('hub')).catch((reason: unknown) => reason);
      ground.emulator.faults.clear();
      expect(error).toBeInstanceOf(UnlockError);
      expect((error as ToolError).message).toContain('could not remove its own lock');
      expect((error as ToolError).message).not.toContain('is locked by');
      expect((error as ToolError).hint).toMatch(/No other run holds it\. Run again with --break-lock \d+/);
      await planAndApply(ground.open('hub'));
    },
    LIMIT,
  );
});
