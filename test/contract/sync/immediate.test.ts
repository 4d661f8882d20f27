import { describe, expect, test } from '@jest/globals';
import { command as syncUsers } from '../../../src/commands/sync-users.js';
import { PROJECT } from '../../support/google.js';
import { CONFIG } from '../../support/hub-cloud.js';
import { configure, fixture, fixtureForEach, granted, listed, type Ran, run, sync } from '../../support/sync.js';

fixtureForEach();

const ADMIN = '{email: root@acme.dev, admin: true}';
const names = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `p${index}@acme.dev`);
const users = (count: number, ...more: string[]): string => `users: [${[...more, ...names(count)].join(', ')}]\n`;
const remove = (...people: readonly string[]): Record<string, string> => ({ remove: people.join(',') });
const REQUIRED = `${CONFIG}access: {guard: {requiredAdmins: 2}}\n`;

/** A removal that must be refused. @returns the refusal; nothing was changed */
async function refused(text: string, flags: Record<string, string>): Promise<{ message: string; hint?: string }> {
  const [before, policy] = [listed(), await granted()];
  const outcome: Ran | { message: string; hint?: string } = await sync(text, flags).catch((error: Error) => error);
  expect(outcome).toBeInstanceOf(Error);
  expect([listed(), await granted()]).toEqual([before, policy]);
  return outcome as { message: string; hint?: string };
}

describe('a run by hand does not remove at once', () => {
  test('everybody, whatever it acknowledges', async () => {
    const all = names(3);
    await sync(users(3));
    for (const words of [{}, { acknowledge: all.join() }]) {
      const { message, hint } = await refused(users(3), { ...remove(...all), ...words });
      expect(message).toBe('The removal would leave nobody with access');
      expect(hint).toContain('To close a hub, use destroy');
    }
  });

  test('everybody in several runs', async () => {
    await sync(users(3));
    expect((await sync(users(3), remove('p0@acme.dev', 'p1@acme.dev'))).exitCode).toBe(0);
    expect((await refused(users(3), remove('p2@acme.dev'))).message).toContain('leave nobody');
    // Nor those who remain by the users files.
    await expect(sync('users: [p0@acme.dev, p1@acme.dev]\n')).rejects.toThrow('nobody');
  });

  test('more people than access.guard allows, in one run or in several', async () => {
    await sync(users(12));
    const { message, hint } = await refused(users(12), remove(...names(6)));
    expect(message).toMatch(/^6 of 12 entries would lose access, but access\.guard allows 25 % or 5 in one change/);
    expect(hint).toContain('in acknowledge as well');
    expect((await sync(users(12), remove(...names(5)))).exitCode).toBe(0);
    expect((await refused(users(12), remove('p5@acme.dev'))).message).toMatch(/^6 of 12 entries/);
    // The number of those who have access still is not the measure.
    expect((await refused(users(12), remove('P6@acme.dev'))).message).toMatch(/^6 of 12 entries/);
  });

  test('the last administrator, or one more than requiredAdmins allows', async () => {
    await sync(users(3, ADMIN));
    expect((await refused(users(3, ADMIN), remove('root@acme.dev'))).message).toMatch(
      /^0 administrators would be left/,
    );
    configure(REQUIRED);
    const three = users(3, ADMIN, '{email: b@acme.dev, admin: full}', '{email: c@acme.dev, admin: true}');
    await sync(three);
    expect((await sync(three, remove('c@acme.dev'))).exitCode).toBe(0);
    const { message } = await refused(three, remove('b@acme.dev'));
    expect(message).toMatch(/^1 administrator would be left, but access\.guard\.requiredAdmins is 2/);
    // Others can still be removed, and a normal run goes on.
    expect((await sync(three, remove('p0@acme.dev'))).exitCode).toBe(0);
    expect((await sync(three)).exitCode).toBe(0);
  });

  test('all of them where only some are acknowledged, or another address is', async () => {
    await sync(users(12));
    for (const words of [names(5).join(), 'p9@acme.dev', 'google_compute_network.vpc']) {
      await refused(users(12), { ...remove(...names(6)), acknowledge: words });
    }
  });
});

test('a run by hand that names the addresses twice goes beyond the limits, and says so', async () => {
  await sync(users(12, ADMIN));
  const people = ['root@acme.dev', ...names(6)];
  const { exitCode, said } = await sync(users(12, ADMIN), { ...remove(...people), acknowledge: people.join(', ') });
  expect(exitCode).toBe(0);
  expect(said).toContain('acknowledged in this manual run: 7 of 13 entries would lose access');
  expect(listed().people).toHaveLength(6);
});

describe('an immediate removal is undone by a run by hand', () => {
  test('the person has access again as the users files say, and others stay removed', async () => {
    await sync(users(4));
    await sync(users(4), remove('p0@acme.dev', 'p1@acme.dev'));
    await sync(users(4));
    expect(listed().people.map(({ email }) => email)).toEqual(['p2@acme.dev', 'p3@acme.dev']);
    expect((await sync(users(4), { restore: 'P0@acme.dev' })).exitCode).toBe(0);
    await sync(users(4));
    expect(listed().people.map(({ email }) => email)).toEqual(['p0@acme.dev', 'p2@acme.dev', 'p3@acme.dev']);
    expect(await granted()).toContain('user:p0@acme.dev');
    expect(await granted()).not.toContain('user:p1@acme.dev');
  });

  test('a person who is not removed, not listed, or to be removed by the same run is named', async () => {
    await sync(users(4));
    await sync(users(4), remove('p1@acme.dev'));
    await expect(sync(users(4), { restore: 'p0@acme.dev' })).rejects.toMatchObject({
      message: '"p0@acme.dev" is not removed',
      hint: 'Kept out against the users files: p1@acme.dev.',
    });
    await expect(sync(users(4), { restore: 'eve@acme.dev' })).rejects.toThrow('No users file lists "eve@acme.dev"');
    await expect(sync(users(4), { ...remove('P1@acme.dev'), restore: 'p1@acme.dev' })).rejects.toThrow(
      'and in restore',
    );
  });

  test('both runs are in the audit record, with who started them', async () => {
    const { at, cloud } = fixture;
    const json = { 'content-type': 'application/json' };
    await at.enable('storage');
    await at.store('POST', `storage/v1/b?project=${PROJECT}`, JSON.stringify({ name: 'acme-audit' }), json);
    at.emulator.identities.add(cloud.people.sync, { roles: ['roles/storage.objectCreator'] });
    configure(`${CONFIG}access: {audit: {bucket: acme-audit}}\n`);
    await sync(users(4));
    const recordOf = async (flags: Record<string, string>, actor: NodeJS.ProcessEnv): Promise<unknown> => {
      const { said } = await run(syncUsers, flags, { env: actor });
      const [, name = ''] = /record of the change: gs:\/\/acme-audit\/(\S+)/.exec(said) ?? [];
      return (await at.store('GET', `storage/v1/b/acme-audit/o/${encodeURIComponent(name)}?alt=media`)).json();
    };
    const again = { GITHUB_ACTOR: 'octocat', GITHUB_TRIGGERING_ACTOR: 'hubot' };
    expect(await recordOf(remove('p0@acme.dev'), { GITHUB_ACTOR: 'octocat' })).toMatchObject({
      actor: { login: 'octocat' },
      immediate: { remove: ['p0@acme.dev'], restore: [] },
      out: [{ name: 'p0@acme.dev' }],
    });
    expect(await recordOf({ restore: 'p0@acme.dev' }, again)).toMatchObject({
      actor: { login: 'hubot' },
      immediate: { remove: [], restore: ['p0@acme.dev'] },
      in: [{ name: 'p0@acme.dev' }],
    });
  });
});
