import { beforeEach, describe, expect, test } from '@jest/globals';
import { command as accessReport } from '../../../src/commands/access-report/command.js';
import { PROJECT } from '../../support/google.js';
import { CONFIG, MAPS, MEMBERS, membersData } from '../../support/hub-cloud.js';
import { configure, fixture, fixtureForEach, granted, iapPolicy, list, listed, run, sync } from '../../support/sync.js';

const GROUP = 'hub-users@acme.dev';
const config = (more = ''): string =>
  `${CONFIG}access: {domain: hub.acme.dev, entry: {group: ${GROUP}, manage: true}${more}}\n`;
const listing = (...names: string[]): string =>
  `users:\n  - {email: ada@acme.dev, admin: true}\n${names.map((name) => `  - ${name}@acme.dev\n`).join('')}`;
/** Who was in the group each time that the hub's list was written. */
let groupAtList: (readonly string[])[];

fixtureForEach();
beforeEach(async () => {
  const { at, kube } = fixture;
  await at.enable('cloudidentity');
  configure(config());
  kube.put(MAPS.replace('configmaps', 'persistentvolumeclaims'), { items: [] });
  groupAtList = [];
  kube.beforeWrite = (path) => {
    if (path === MEMBERS) groupAtList.push(inGroup());
  };
});

const inGroup = (): readonly string[] =>
  fixture.at.emulator.groups.addressesOf(GROUP).filter((one) => one !== fixture.cloud.people.sync);
const passes = (name: string): boolean =>
  fixture.at.emulator.iapAllows(fixture.cloud.backend, `${name}@acme.dev`, new Date());
const data = (): Readonly<Record<string, string>> => membersData(fixture.kube);

describe('sync-users with a managed group', () => {
  test('grants and revokes access through the group; the hub gets its list first', async () => {
    fixture.at.emulator.groups.add(GROUP, { managers: [fixture.cloud.people.sync] });
    const first = await sync(listing('grace'));
    expect([first.exitCode, inGroup()]).toEqual([0, ['ada@acme.dev', 'grace@acme.dev']]);
    expect([passes('ada'), passes('grace'), passes('alan')]).toEqual([true, true, false]);
    expect(first.said).toContain(`the group ${GROUP} is written: 2 added, 0 removed`);
    expect((await fixture.at.call('POST', iapPolicy('getIamPolicy'), {})).body.bindings).toEqual([
      { role: 'roles/iap.httpsResourceAccessor', members: [`group:${GROUP}`] },
    ]);
    const writes = fixture.at.emulator.journal.filter(
      ({ identity, write }) => write && identity === fixture.cloud.people.sync,
    );
    expect(writes.map(({ method }) => method)).toEqual([
      'cloudidentity.groups.memberships.create',
      'cloudidentity.groups.memberships.create',
      'iap.setIamPolicy',
    ]);
    const again = await sync(listing('grace'));
    expect([again.exitCode, again.outputs.changed]).toEqual([0, 'false']);
    await sync(listing());
    expect([inGroup(), passes('grace')]).toEqual([['ada@acme.dev'], false]);
    // The last write clears the record of who left, once the group and the policy are written.
    expect(groupAtList).toEqual([[], ['ada@acme.dev', 'grace@acme.dev'], ['ada@acme.dev']]);
  });

  test('removes somebody from the group at once, and keeps them blocked', async () => {
    fixture.at.emulator.groups.add(GROUP, { managers: [fixture.cloud.people.sync] });
    await sync(listing('grace'));
    await sync(listing('grace'), { remove: 'grace@acme.dev' });
    await sync(listing('grace'));
    expect([inGroup(), passes('grace')]).toEqual([['ada@acme.dev'], false]);
  });

  test('adds people to the group who were bound by name, and reports no change of access', async () => {
    fixture.at.emulator.groups.add(GROUP, { managers: [fixture.cloud.people.sync] });
    configure(config().replace(/, entry: .*}/, '}'));
    await sync(listing('grace'));
    configure(config());
    const { said, summary } = await sync(listing('grace'));
    expect([inGroup(), await granted()]).toEqual([['ada@acme.dev', 'grace@acme.dev'], [`group:${GROUP}`]]);
    expect(summary).toContain('**IAP lets 1 Google group pass. Running notebooks stay.');
    expect(said).not.toMatch(/[+−] (ada|grace)|servers? (is )?stopped/);
  });

  test('keeps bindings by name while the group is incomplete, and removes them afterwards', async () => {
    fixture.at.emulator.groups.add(GROUP, { managers: [fixture.cloud.people.sync] });
    configure(config().replace(/, entry: .*}/, '}'));
    await sync(listing('grace'));
    configure(config());
    fixture.at.emulator.faults.add({ method: 'cloudidentity.groups.memberships.create', status: 403 });
    const { exitCode } = await sync(listing('grace'));
    expect([exitCode, inGroup().length, passes('ada'), passes('grace')]).toEqual([1, 1, true, true]);
    expect([...(await granted())].sort()).toEqual([`group:${GROUP}`, 'user:ada@acme.dev', 'user:grace@acme.dev']);
    expect((await sync(listing('grace'))).exitCode).toBe(0);
    expect([inGroup().length, await granted()]).toEqual([2, [`group:${GROUP}`]]);
  });

  test('refuses to empty an existing group before it writes anything, and shows its members as a patch', async () => {
    fixture.at.emulator.groups.add(GROUP, {
      managers: [fixture.cloud.people.sync],
      owners: ['boss@acme.dev'],
      members: ['lin@acme.dev'],
    });
    await expect(sync(listing('grace'))).rejects.toThrow(/already has 1 member .* user:lin@acme\.dev\. Nothing was/);
    const writes = fixture.at.emulator.journal.filter(
      ({ identity, write }) => write && identity === fixture.cloud.people.sync,
    );
    expect([writes, data()]).toEqual([[], {}]);
    const { said } = await sync(listing('grace'), { adopt: true });
    expect(said).toContain('+  - lin@acme.dev');
    expect(said).not.toContain('boss@acme.dev');
    const taken = await sync(listing('grace', 'lin'));
    expect(taken.exitCode).toBe(0);
    expect(taken.said).toContain(`Owners and managers of ${GROUP} pass IAP`);
    // From now on the group is ours.
    await sync(listing('grace'));
    expect(inGroup()).toEqual(['ada@acme.dev', 'boss@acme.dev', 'grace@acme.dev']);
  });

  test('does not adopt a group that it could not read, so the next run is refused', async () => {
    fixture.at.emulator.groups.add(GROUP, { managers: [fixture.cloud.people.sync], members: ['lin@acme.dev'] });
    const api = `serviceusage/v1/projects/${PROJECT}/services/cloudidentity.googleapis.com`;
    await fixture.at.call('POST', `${api}:disable`, {});
    await expect(sync(listing('grace'))).rejects.toThrow('cloudidentity.googleapis.com is not enabled');
    await fixture.at.enable('cloudidentity');
    fixture.at.emulator.faults.add({ method: 'cloudidentity.groups.memberships.list', status: 403 });
    await expect(sync(listing('grace'))).rejects.toThrow('may not read its members');
    expect(data()).toEqual({});
    await expect(sync(listing('grace'))).rejects.toThrow('already has 1 member');
  });

  test('adopts a group as carefully on a hub that already has a list', async () => {
    fixture.at.emulator.groups.add(GROUP, { managers: [fixture.cloud.people.sync], members: ['lin@acme.dev'] });
    configure(config().replace(', manage: true', ''));
    await sync(listing('grace'));
    expect([inGroup(), Object.keys(data())]).toEqual([['lin@acme.dev'], ['members.json']]);
    configure(config());
    await expect(sync(listing('grace'))).rejects.toThrow('already has 1 member');
    expect(inGroup()).toEqual(['lin@acme.dev']);
  });

  test('ends with exit code 1 if a member could not be written, names it, and writes the rest', async () => {
    fixture.at.emulator.groups.add(GROUP, { managers: [fixture.cloud.people.sync] });
    const gone = `gone@${PROJECT}.iam.gserviceaccount.com`;
    const done = await sync(`${listing('grace')}serviceAccounts: [${gone}]\n`);
    expect([done.exitCode, inGroup()]).toEqual([1, ['ada@acme.dev', 'grace@acme.dev']]);
    expect(done.said).toContain(`${GROUP} is NOT as the users files say: 1 member could not be written`);
    expect(done.said).toContain(`${gone} could not be added to ${GROUP}: A permission is missing`);
    expect(done.summary).toContain('is NOT as the users files say');
  });

  test('writes the list of the hub even if the group cannot be reached, and ends with exit code 1', async () => {
    fixture.at.emulator.groups.add(GROUP, { managers: [fixture.cloud.people.sync] });
    await sync(listing('grace'));
    fixture.at.emulator.faults.add({ method: 'cloudidentity.groups.lookup', status: 403, code: 'PERMISSION_DENIED' });
    const done = await sync(listing());
    expect(done.exitCode).toBe(1);
    expect(done.said).toMatch(/hub-users@acme\.dev were NOT synced .*does not exist, or this identity may not read/);
    expect([listed().people.length, passes('grace')]).toEqual([1, true]);
    expect([(await sync(listing())).exitCode, passes('grace')]).toEqual([0, false]);
  });

  test('asks the guard before it writes the group', async () => {
    fixture.at.emulator.groups.add(GROUP, { managers: [fixture.cloud.people.sync] });
    const many = Array.from({ length: 12 }, (_, i) => `p${i}`);
    await sync(listing(...many));
    await expect(sync(listing())).rejects.toThrow('12 of 13 entries would lose access');
    expect(inGroup()).toHaveLength(13);
  });
});

describe('additive mode of a managed group', () => {
  test('removes only members that the files added, also after a failed removal', async () => {
    configure(config(', mode: additive'));
    fixture.at.emulator.groups.add(GROUP, { managers: [fixture.cloud.people.sync], members: ['lin@acme.dev'] });
    await sync(listing('grace'));
    expect(inGroup()).toEqual(['ada@acme.dev', 'grace@acme.dev', 'lin@acme.dev']);
    fixture.at.emulator.faults.add({ method: 'cloudidentity.groups.memberships.delete', status: 403 });
    expect((await sync(listing())).exitCode).toBe(1);
    expect((await sync(listing())).exitCode).toBe(0);
    expect(inGroup()).toEqual(['ada@acme.dev', 'lin@acme.dev']);
    expect(JSON.parse(data()['group.json'] ?? '')).toEqual({ group: GROUP, added: ['ada@acme.dev'] });
    // Whom the console lets in after that is not ours any more.
    const token = fixture.at.emulator.identities.token(fixture.cloud.people.sync);
    const lookup = `cloudidentity/v1/groups:lookup?groupKey.id=${GROUP}`;
    const { name } = (await fixture.at.call('GET', lookup, undefined, token)).body;
    await fixture.at.call(
      'POST',
      `cloudidentity/v1/${String(name)}/memberships`,
      { preferredMemberKey: { id: 'grace@acme.dev' } },
      token,
    );
    await sync(listing());
    expect(inGroup()).toEqual(['ada@acme.dev', 'grace@acme.dev', 'lin@acme.dev']);
  });
});

describe('the access report with a managed group', () => {
  test('says which listed people are in the group, and which unlisted ones', async () => {
    fixture.at.emulator.groups.add(GROUP, { managers: [fixture.cloud.people.sync], owners: ['boss@acme.dev'] });
    await sync(listing('grace'));
    list(listing('grace', 'alan'));
    const { text = '' } = await run(accessReport, { format: 'json' });
    const { listed, notes } = JSON.parse(text) as {
      listed: { name: string; iap: { state: string } }[];
      notes: string[];
    };
    expect(listed.map(({ name, iap }) => [name, iap.state])).toEqual([
      ['ada@acme.dev', 'granted'],
      ['grace@acme.dev', 'granted'],
      ['alan@acme.dev', 'missing'],
    ]);
    expect(notes.join('\n')).toContain(`Access is granted to the Google group ${GROUP}`);
    expect(notes.join('\n')).toContain('boss@acme.dev (owner or manager)');
  });

  test('says so if the identity may not read the group', async () => {
    fixture.at.emulator.groups.add(GROUP, { managers: [fixture.cloud.people.sync] });
    await sync(listing());
    const { text = '' } = await run(accessReport, { format: 'json' }, { identity: fixture.cloud.people.plan });
    expect(text).toContain('Its members may not be read here');
    expect(text).toContain('via-group');
  });
});
