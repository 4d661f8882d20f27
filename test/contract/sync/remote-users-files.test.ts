import { expect, test } from '@jest/globals';
import { startGitHub } from '../../../sandbox/src/github/github.js';
import { command as syncUsers } from '../../../src/commands/sync-users.js';
import { CONFIG } from '../../support/hub-cloud.js';
import { configure, fixture, fixtureForEach, listed, run } from '../../support/sync.js';

fixtureForEach();

test('the commit of a remote users file is in the log, the summary and the document once', async () => {
  const github = await startGitHub({ repository: 'acme/hubs', log: () => {} });
  try {
    const contents = { 'users.yaml': 'users:\n  - {email: ada@acme.dev, admin: true}\n' };
    github.addRepository({ name: 'acme/people' }).addPush({ after: '4f2a91c'.padEnd(40, '0'), files: [], contents });
    configure(CONFIG.replace('users: users.yaml', 'users: {repository: acme/people, path: users.yaml}'));
    const token = github.addToken('ada-l', { contents: 'read' }, ['acme/people']);
    const env = { GITHUB_API_URL: github.url, GITHUB_TOKEN: token };
    const { said, summary = '', document } = await run(syncUsers, {}, { env });
    // In Markdown the name of a commit is broken, so that it links to nothing.
    const times = (text: string): number =>
      text.replace(/&#\w+;|\p{Cf}/gu, '').split('acme/people are read at 4f2a91c').length - 1;
    expect([said, summary, JSON.stringify(document)].map(times)).toEqual([1, 1, 1]);
    expect(listed().people).toMatchObject([{ email: 'ada@acme.dev' }]);
    expect(fixture.at.emulator.violations.concat(github.violations)).toEqual([]);
  } finally {
    await github.stop();
  }
});
