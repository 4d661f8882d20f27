import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { repoPath } from '../../../../sandbox/src/paths.js';
import { isClaimOf } from '../../../../src/access/homes/claim-name.js';

interface Case {
  readonly owner: string;
  readonly server: string;
  readonly name: string;
  readonly legacyName: string;
}

// test/python/test_claim_names.py holds KubeSpawner to the same examples.
const CASES = JSON.parse(readFileSync(repoPath('test/fixtures/claim-names.json'), 'utf8')) as readonly Case[];

describe('the claim of an owner', () => {
  test.each(CASES)('has the name that KubeSpawner gives it: $name', ({ name, legacyName, ...owner }) => {
    expect([isClaimOf(owner, name), isClaimOf(owner, legacyName)]).toEqual([true, true]);
  });

  test.each(CASES)('has no name of another owner: $owner $server', (owner) => {
    const others = CASES.filter((one) => one !== owner);
    expect(others.length).toBeGreaterThan(5);
    for (const { name, legacyName } of others) {
      expect([isClaimOf(owner, name), isClaimOf(owner, legacyName)]).toEqual([false, false]);
    }
    expect(isClaimOf(owner, `${owner.name}x`)).toBe(false);
    expect(isClaimOf(owner, 'hub-db-dir')).toBe(false);
  });
});
