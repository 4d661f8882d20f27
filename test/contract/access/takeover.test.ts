import { expect } from '@jest/globals';
import { sharedEnvironment } from '../../support/shared-environment.js';
import { BOSS, type Played, play, ROOT, stolen, withPrograms } from '../../support/takeover.js';

interface Environment {
  readonly gated: Played;
  readonly bare: Played;
  stop(): Promise<void>;
}

/** EVE's link, once with gates and once without. */
const startEnvironment = (): Promise<Environment | string> =>
  withPrograms(async (...programs) => ({
    gated: await play({ mode: 'gate' }, ...programs),
    bare: await play({ mode: 'bare' }, ...programs),
    stop: async () => {},
  }));

const testInEnvironment = sharedEnvironment(startEnvironment);

testInEnvironment(
  'one link to a server without a guard does not run a page in an administrator’s browser',
  async ({ gated }) => {
    const [, attacks] = gated;
    expect(attacks[BOSS]?.results).toBeUndefined();
    expect(attacks[BOSS]?.text).toContain('This server belongs to another account');
  },
);

testInEnvironment(
  'one link does not take over a full administrator, whose browser runs the page',
  async ({ gated }) => {
    const [, attacks, end] = gated;
    expect(Object.keys(attacks[ROOT]?.results ?? {}).length).toBeGreaterThan(20);
    expect([stolen(gated, ROOT), attacks[ROOT]?.results]).toEqual([[], attacks[ROOT]?.results]);
    expect(end.tokens).not.toContain('stolen');
    expect(end.files).toEqual(['secret.js', 'secret.txt']);
  },
);

testInEnvironment(
  'without the gate, the same page mints a token of its visitor: the attacks of this test are real',
  async ({ bare }) => {
    const [, attacks, end] = bare;
    expect(attacks[BOSS]?.results).toBeDefined();
    const taken = stolen(bare, ROOT);
    expect([taken, attacks[ROOT]?.results]).toEqual([
      // By a redirect or without: a browser under load may open one of the windows too late.
      expect.arrayContaining([
        expect.stringMatching(/^reads the token page in a window/),
        'runs a file of the visitor',
      ]),
      attacks[ROOT]?.results,
    ]);
    expect(end.tokens).toContain('stolen');
  },
);
