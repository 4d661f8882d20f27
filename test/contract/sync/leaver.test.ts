import { describe, expect, test } from '@jest/globals';
import { CONFIG, MEMBERS, membersData } from '../../support/hub-cloud.js';
import { configure, fixture, fixtureForEach, granted, iapPolicy, listed, sync } from '../../support/sync.js';

const ADDITIVE = `${CONFIG}access: {domain: hub.acme.dev, mode: additive}\n`;
const people = (...names: string[]): string =>
  `users:\n  - {email: ada@acme.dev, admin: true}\n${names.map((name) => `  - ${name}@acme.dev\n`).join('')}`;
const leaving = (): string | undefined => membersData(fixture.kube)['leaving.json'];

fixtureForEach();

/** Grants access as somebody does in the console. */
async function grantInConsole(member: string): Promise<void> {
  const { body } = await fixture.at.call('POST', iapPolicy('getIamPolicy'), { options: { requestedPolicyVersion: 3 } });
  const bindings = [...(body.bindings as object[]), { role: 'roles/iap.httpsResourceAccessor', members: [member] }];
  await fixture.at.call('POST', iapPolicy('setIamPolicy'), { policy: { ...body, bindings } });
}

describe('somebody who left, in additive mode', () => {
  test.each(['direct', 'refused', 'reset'] as const)('keeps no grant after a run that is %s', async (fault) => {
    configure(ADDITIVE);
    await sync(people('grace', 'lin'));
    await grantInConsole('user:guest@acme.dev');
    if (fault === 'refused') fixture.at.emulator.faults.add({ method: 'iap.setIamPolicy', status: 403 });
    if (fault === 'reset') fixture.at.emulator.faults.add({ method: 'iap.setIamPolicy', drop: 'before', times: 9 });
    if (fault !== 'direct') {
      await expect(sync(people('lin'))).rejects.toThrow();
      expect([leaving(), await granted()]).toEqual([
        '["user:grace@acme.dev"]\n',
        expect.arrayContaining(['user:grace@acme.dev']),
      ]);
    }
    const { exitCode, outputs } = await sync(people('lin'));
    expect([exitCode, outputs.changed]).toEqual([0, 'true']);
    expect([...(await granted())].sort()).toEqual(['user:ada@acme.dev', 'user:guest@acme.dev', 'user:lin@acme.dev']);
    expect(leaving()).toBeUndefined();
    expect((await sync(people('lin'))).outputs.changed).toBe('false');
  });

  test('keeps access when a file lists them again before the next run', async () => {
    configure(ADDITIVE);
    await sync(people('grace'));
    fixture.at.emulator.faults.add({ method: 'iap.setIamPolicy', status: 403 });
    await expect(sync(people())).rejects.toThrow();
    await sync(people('grace'));
    expect([leaving(), [...(await granted())].sort()]).toEqual([
      undefined,
      ['user:ada@acme.dev', 'user:grace@acme.dev'],
    ]);
  });
});

test('an older run does not write the policy over the list of a newer one', async () => {
  await sync(people('grace', 'lin'));
  const before = await granted();
  fixture.kube.beforeWrite = (path) => {
    if (path !== MEMBERS) return;
    fixture.kube.beforeWrite = () => {};
    setImmediate(() => {
      const list = listed();
      const newer = { ...list, generation: list.generation + 1, people: list.people.slice(0, 1) };
      fixture.kube.put(MEMBERS, {
        ...(fixture.kube.objects[MEMBERS] as object),
        data: { ...membersData(fixture.kube), 'members.json': JSON.stringify(newer) },
      });
    });
  };
  await expect(sync(people('grace', 'lin', 'new'))).rejects.toMatchObject({
    message: expect.stringMatching(/Another run replaced the list of people \(generation 2\).*generation 3 now/),
    hint: expect.stringContaining('run again'),
  });
  expect(await granted()).toEqual(before);
});

test.each([
  ['refused', { method: 'iap.setIamPolicy', status: 403 }],
  ['invalid', { method: 'iap.setIamPolicy', status: 400, times: 20 }],
] as const)(
  'a run whose policy is %s says that the hub has its list already, and not that nothing was written',
  async (_, fault) => {
    await sync(people('grace'));
    fixture.at.emulator.faults.add(fault);
    const failure: { message: string; hint: string } = await sync(people('grace', 'lin')).then(
      () => ({ message: '', hint: '' }),
      (error) => error,
    );
    expect(failure.hint).toContain('Before this, the run had done: the hub was given the list of 3 people.');
    expect(`${failure.message} ${failure.hint}`).not.toMatch(/Nothing was (written|changed)/);
  },
);
