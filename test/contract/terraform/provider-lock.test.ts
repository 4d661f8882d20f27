import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { providerLock } from '../../../src/terraform/provider-lock.js';
import { missingFor, startTerraformGround, type TerraformGround } from '../../support/terraform-ground.js';

const LIMIT = 300_000;
let ground: TerraformGround;
beforeAll(async () => {
  ground = await startTerraformGround();
});
afterAll(() => ground.stop());

/** Plans the root of the hub with the real provider, under a lock. */
const plan = (lock: string | undefined) =>
  ground
    .open('hub', { who: ground.people.plan, isReal: true, ...(lock === undefined ? {} : { providerLock: lock }) })
    .plan({ stateExists: false, lock: false });

/** The lock file that terraform itself has written in the newest folder of the root. */
function written(): string {
  const folders = readdirSync(ground.dir).filter((name) => name.startsWith('terraform-hub-'));
  const files = folders.map((name) => join(ground.dir, name, '.terraform.lock.hcl')).filter((path) => existsSync(path));
  return readFileSync(files.at(-1) ?? '', 'utf8');
}

function fileWith(text: string): string {
  const path = join(mkdtempSync(join(ground.dir, 'lock-')), 'terraform.lock.hcl');
  writeFileSync(path, text);
  return path;
}

describe('a provider with other checksums than the lock file', () => {
  test(
    'is not started, and the one that terraform has locked is',
    async () => {
      const missing = await missingFor(true);
      if (missing !== undefined) return console.log(`SKIPPED provider lock: ${missing}`);
      await plan(undefined);
      const lock = written();
      expect(lock).toMatch(/provider "[^"]+\/hashicorp\/google"/);
      expect((await plan(fileWith(lock))).changes.length).toBe(1);
      // One letter of each hash is another one, as if somebody had published another file under this version.
      const other = lock.replace(/"(h1|zh):(.)/g, (_, kind, first) => `"${kind}:${first === 'A' ? 'B' : 'A'}`);
      expect(other).not.toBe(lock);
      await expect(plan(fileWith(other))).rejects.toThrow(/checksum|does not match|doesn't match/i);
      const newer = lock.replace(/version( +)= "[^"]+"/, 'version$1= "7.40.0"');
      await expect(plan(fileWith(newer))).rejects.toThrow();
    },
    LIMIT,
  );
});

describe('the lock file', () => {
  test('of the repository wins over that of the product, and without one there is none', () => {
    const [mine, ours] = ['mine', 'ours'].map((name) => mkdtempSync(join(ground.dir, `${name}-`)));
    expect(providerLock([mine ?? '', ours ?? ''])).toBeUndefined();
    writeFileSync(join(ours ?? '', 'terraform.lock.hcl'), '');
    expect(providerLock([mine ?? '', ours ?? ''])).toBe(join(ours ?? '', 'terraform.lock.hcl'));
    writeFileSync(join(mine ?? '', 'terraform.lock.hcl'), '');
    expect(providerLock([mine ?? '', ours ?? ''])).toBe(join(mine ?? '', 'terraform.lock.hcl'));
  });

  test.each([
    ['a link', (path: string) => symlinkSync('/etc/passwd', path)],
    ['a folder', (path: string) => mkdirSync(path)],
    ['a huge file', (path: string) => writeFileSync(path, 'x'.repeat(300_000))],
  ])('is not read if it is %s', (_, make) => {
    const folder = mkdtempSync(join(ground.dir, 'odd-'));
    make(join(folder, 'terraform.lock.hcl'));
    expect(() => providerLock([folder])).toThrow('terraform.lock.hcl is not a file');
  });
});
