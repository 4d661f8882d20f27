import { describe, expect, test } from '@jest/globals';
import { CONFIG, HUB, MAPS, MEMBERS, membersData } from '../../support/hub-cloud.js';
import { configure, fixture, fixtureForEach, granted, listed, sync } from '../../support/sync.js';

const COPY = `${MEMBERS}-copy`;
const REPORT = `${MAPS}/${HUB}-reconciler`;
const people = (...names: string[]): string =>
  `users:\n  - {email: ada@acme.dev, admin: true}\n${names.map((name) => `  - ${name}@acme.dev\n`).join('')}`;
const emails = (): string[] => listed().people.map(({ email }) => email);

fixtureForEach();

/** What the object holds otherwise; a key that is undefined is removed. */
function spoil(change: Readonly<Record<string, string | undefined>>): void {
  const data = Object.entries({ ...membersData(fixture.kube), ...change }).filter(([, text]) => text !== undefined);
  fixture.kube.put(MEMBERS, { metadata: {}, data: Object.fromEntries(data) });
}

const SPOILED: readonly (readonly [string, () => void])[] = [
  ['deleted', () => void delete fixture.kube.objects[MEMBERS]],
  ['emptied', () => fixture.kube.put(MEMBERS, { metadata: {}, data: {} })],
  ['no JSON', () => spoil({ 'members.json': 'people: everybody', 'blocked.json': '{' })],
  ['of another form', () => spoil({ 'members.json': '{"generation":70,"people":"all"}', 'blocked.json': '{}' })],
  ['cut off', () => spoil({ 'members.json': '{"generation":7,"people":[{"email":"ada', 'blocked.json': undefined })],
];

describe.each(['authoritative', 'additive'] as const)('a list of people, in %s mode, that somebody left', (mode) => {
  test.each(SPOILED)('%s is made anew, and neither a leaver nor who was put out comes back', async (what, damage) => {
    configure(`${CONFIG}access: {domain: hub.acme.dev, mode: ${mode}}\n`);
    await sync(people('grace', 'lin', 'out'));
    await sync(people('grace', 'lin', 'out'), { remove: 'out@acme.dev' });
    const { generation } = listed();
    damage();
    // grace has left the users file since.
    const { exitCode, said } = await sync(people('lin', 'out'));
    expect([exitCode, emails(), [...(await granted())].sort()]).toEqual([
      0,
      ['ada@acme.dev', 'lin@acme.dev'],
      ['user:ada@acme.dev', 'user:lin@acme.dev'],
    ]);
    expect(said).toContain("The hub's list of people was deleted or spoiled in the cluster. It is made anew");
    expect(listed().generation).toBeGreaterThan(what === 'of another form' ? 70 : generation);
    const again = await sync(people('lin', 'out'));
    expect([again.outputs.changed, again.said.includes('made anew'), emails()]).toEqual([
      'false',
      false,
      ['ada@acme.dev', 'lin@acme.dev'],
    ]);
    await sync(people('lin', 'out'), { restore: 'out@acme.dev' });
    expect(emails()).toEqual(['ada@acme.dev', 'lin@acme.dev', 'out@acme.dev']);
  });
});

test('a block that somebody deleted in the list stays in force', async () => {
  await sync(people('out'));
  await sync(people('out'), { remove: 'out@acme.dev' });
  spoil({ 'blocked.json': undefined });
  await sync(people('out'));
  expect([emails(), await granted()]).toEqual([['ada@acme.dev'], ['user:ada@acme.dev']]);
  expect(membersData(fixture.kube)['blocked.json']).toBe('["out@acme.dev"]\n');
});

test.each([['deleted'], ['older']])('a copy that is %s is brought up to date by the next run', async (what) => {
  const { kube } = fixture;
  await sync(people('lin'));
  const older = kube.objects[COPY] as object;
  await sync(people('lin', 'out'), {});
  if (what === 'deleted') delete kube.objects[COPY];
  else kube.put(COPY, older);
  await sync(people('lin', 'out'));
  expect((kube.objects[COPY] as { data: object }).data).toEqual(membersData(kube));
});

test('a hub of an older version, which gives no right to the copy, gets its list', async () => {
  fixture.kube.objects[COPY] = 403;
  await sync(people('lin'));
  expect(emails()).toEqual(['ada@acme.dev', 'lin@acme.dev']);
});

test.each([['deleted'], ['no JSON']])(
  'a report of the hub that is %s costs no run its four minutes, since a new generation makes the hub report',
  async (what) => {
    const { kube } = fixture;
    await sync(people('lin'));
    const lost = listed().generation;
    // The hub reports when it has something new to say.
    kube.objects[REPORT] = () => {
      const { generation } = listed();
      if (generation === lost) return { data: what === 'deleted' ? {} : { 'status.json': 'x' } };
      return { data: { 'status.json': JSON.stringify({ generation, at: '2026-11-24T11:00:00Z', people: {} }) } };
    };
    const started = Date.now();
    expect((await sync(people('lin'))).exitCode).toBe(0);
    expect([listed().generation, Date.now() - started < 5000]).toEqual([lost + 1, true]);
    expect((await sync(people('lin'))).outputs.changed).toBe('false');
    expect(listed().generation).toBe(lost + 1);
  },
);
