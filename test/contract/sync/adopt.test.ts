import { describe, expect, test } from '@jest/globals';
import { ACCESSOR_ROLE } from '../../../src/access/iap/policy.js';
import { membersData } from '../../support/hub-cloud.js';
import { fixture, fixtureForEach, granted, iapPolicy, sync } from '../../support/sync.js';

const POOL = 'principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/ci/*';
const ADA = 'users:\n  - {email: ada@acme.dev, admin: true}\n';

fixtureForEach();

/** What somebody grants in the console before the hub's first sync. */
async function grant(...members: string[]): Promise<void> {
  const policy = { version: 3, bindings: [{ role: ACCESSOR_ROLE, members }] };
  expect((await fixture.at.call('POST', iapPolicy('setIamPolicy'), { policy })).status).toBe(200);
}

describe('the first sync over an IAP policy with a member that no users file can list', () => {
  test('writes nothing until all members are listed or removed', async () => {
    await grant(POOL, 'user:lin@acme.dev');
    const refused = sync(ADA);
    await expect(refused).rejects.toThrow(`has 2 members whom the users files do not list: ${POOL} and user:lin`);
    await expect(refused).rejects.toMatchObject({ hint: expect.stringMatching(/No users file can list .*--adopt/) });
    const { said } = await sync(ADA, { adopt: true });
    expect(said).toContain('+  - lin@acme.dev');
    expect(said).toContain(`"${POOL}" cannot be listed in a users file.`);

    const patched = `${ADA}  - lin@acme.dev\n`;
    await expect(sync(patched)).rejects.toThrow('has 1 member whom');
    const rest = await sync(patched, { adopt: true });
    expect(rest.said).toContain('Members with access in IAP who are in no users file: 1.\n');
    expect(rest.said).not.toContain('git apply');
    expect([await granted(), membersData(fixture.kube)]).toEqual([[POOL, 'user:lin@acme.dev'], {}]);

    await grant('user:lin@acme.dev');
    expect((await sync(patched)).exitCode).toBe(0);
    expect(await granted()).toEqual(['user:ada@acme.dev', 'user:lin@acme.dev']);
  });
});
