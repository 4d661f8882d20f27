import { expect } from '@jest/globals';
import { sharedEnvironment } from '../../support/shared-environment.js';
import { BOSS, type Played, play, ROOT, stolen, withPrograms } from '../../support/takeover.js';

interface Environment {
  /** Servers without a gate: what the browser alone keeps apart. */
  readonly bare: Played;
  readonly gated: Played;
  /** Where ROOT's browser was after a click on the hub's button for the own server, and the files it listed there. */
  readonly own: { url: string; files: string };
  stop(): Promise<void>;
}

/** What a page of the server does to list the home, with the server's own XSRF token. */
const LISTS_FILES = `(async () => {
  const xsrf = /(?:^|; )_xsrf="?([^";]+)/.exec(document.cookie)?.[1] ?? '';
  return (await fetch('api/contents', { headers: { 'X-XSRFToken': xsrf } })).text();
})()`;

const startEnvironment = (): Promise<Environment | string> =>
  withPrograms(async (...programs) => {
    const own = { url: '', files: '' };
    const gated = await play(
      {
        mode: 'gate',
        subdomains: true,
        async before(tab, person, { server }, origin) {
          if (person !== ROOT) return;
          // A link from before people had hosts of their own.
          await tab.goto(new URL(`${new URL(server).pathname}files/secret.txt`, origin).href);
          own.url = tab.url();
          // Pages of files are shown without an origin.
          await tab.goto(`${server}nothing-here`);
          own.files = String(await tab.evaluate(LISTS_FILES));
        },
      },
      ...programs,
    );
    const bare = await play({ mode: 'bare', subdomains: true }, ...programs);
    return { bare, gated, own, stop: async () => {} };
  });

const testInEnvironment = sharedEnvironment(startEnvironment);

testInEnvironment('a person comes to her own server at her own host, also by an old link', async ({ own, gated }) => {
  const [{ server }] = gated;
  expect(new URL(server).host).toMatch(/^u-root--[0-9a-f]{32}\.hub\.localhost:\d+$/);
  expect(own.url.startsWith(server)).toBe(true);
  expect(own.files).toContain('secret.txt');
});

for (const person of [BOSS, ROOT]) {
  testInEnvironment(
    `without any gate, a page at another person's host does not read or change anything of ${person} at the hub or another host`,
    async ({ bare }) => {
      const [, attacks, end] = bare;
      // It runs, unlike behind a gate.
      expect(Object.keys(attacks[person]?.results ?? {}).length).toBeGreaterThan(30);
      expect([stolen(bare, person), attacks[person]?.results]).toEqual([[], attacks[person]?.results]);
      expect(end.tokens).not.toContain('stolen');
      expect(end.files).toEqual(['secret.js', 'secret.txt']);
    },
  );

  testInEnvironment(`${person} still gets into the hub after such a page has set cookies for it`, async ({ bare }) => {
    expect(bare[1][person]?.after).toContain(person);
  });
}

testInEnvironment('with the gate, such a page does not run for an administrator', async ({ gated }) => {
  expect(gated[1][BOSS]?.results).toBeUndefined();
  expect(stolen(gated, ROOT)).toEqual([]);
});
