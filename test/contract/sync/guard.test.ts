import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type GitHub, startGitHub } from '../../../sandbox/src/github/github.js';
import { command as syncUsers } from '../../../src/commands/sync-users.js';
import { CONFIG } from '../../support/hub-cloud.js';
import { configure, fixture, fixtureForEach, list, listed, type Ran, run, sync } from '../../support/sync.js';

const [BEFORE, NOW] = ['a', 'b'].map((letter) => letter.repeat(40)) as [string, string];
const people = (count: number): string =>
  `users: [${Array.from({ length: count }, (_, index) => `p${index}@acme.dev`).join(', ')}]\n`;
const LOOSE = `${CONFIG}access: {guard: {maxRemovals: {percent: 100, atLeast: 100}}}\n`;

fixtureForEach();
let github: GitHub;
beforeEach(async () => {
  github = await startGitHub({ repository: 'acme/hubs', log: () => {} });
});
afterEach(async () => {
  expect(github.violations).toEqual([]);
  await github.stop();
});

/** A run of the workflow for the push that loosens the guard and takes most people away. */
function runFor(event: 'push' | 'schedule' | 'workflow_dispatch', before: string): Promise<Ran> {
  github.addPush({ after: BEFORE, files: [], contents: { 'jupyterhub.yaml': before } });
  github.addPush({ after: NOW, files: [], contents: { 'jupyterhub.yaml': LOOSE } });
  configure(LOOSE);
  list(people(2));
  const payload = join(fixture.folder, 'event.json');
  writeFileSync(payload, JSON.stringify(github.event()));
  return run(
    syncUsers,
    {},
    {
      env: {
        GITHUB_ACTIONS: 'true',
        GITHUB_EVENT_NAME: event,
        GITHUB_EVENT_PATH: payload,
        GITHUB_REPOSITORY: 'acme/hubs',
        GITHUB_REF: 'refs/heads/main',
        GITHUB_SHA: NOW,
        GITHUB_API_URL: github.url,
        GITHUB_WORKSPACE: fixture.folder,
        INPUT_GITHUB_TOKEN: github.addToken('github-actions[bot]', { contents: 'read' }),
      },
    },
  );
}

test.each(['push', 'schedule'] as const)(
  'a %s that loosens the guard and takes people away changes nothing',
  async (event) => {
    expect((await sync(people(12))).exitCode).toBe(0);
    const generation = listed().generation;
    await expect(runFor(event, CONFIG)).rejects.toMatchObject({
      message: expect.stringMatching(/10 of 12 entries .* allowed 25 % or 5 .* \(jupyterhub\.yaml:\d+:\d+\)/),
    });
    expect(listed()).toMatchObject({ generation, people: { length: 12 } });
  },
);

test('a manual run and a push after loosening the guard may do the same', async () => {
  expect((await sync(people(12))).exitCode).toBe(0);
  expect((await runFor('workflow_dispatch', CONFIG)).exitCode).toBe(0);
  expect(listed().people).toHaveLength(2);
  configure(CONFIG);
  expect((await sync(people(12))).exitCode).toBe(0);
  expect((await runFor('push', LOOSE)).exitCode).toBe(0);
  expect(listed().people).toHaveLength(2);
});
