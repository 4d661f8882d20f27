import { describe, expect, test } from '@jest/globals';
import type { ChangeSet } from '../../../src/change/change.js';
import { RECORD_FILE, recordName, recordText } from '../../../src/change/record.js';
import {
  type Case,
  CHANGES,
  DRIFTED,
  github,
  HEAD,
  judge,
  LONG_AGO,
  OTHER,
  RUN_AT,
  WORKFLOW,
} from '../../support/approval.js';

test.each<[string, Case]>([
  [
    'what was reviewed, of a branch that had another pull request to the default branch',
    { others: [{ createdAt: LONG_AGO, closedAt: LONG_AGO }] },
  ],
  [
    'what was reviewed, of a branch whose name had a pull request to another branch long ago',
    { others: [{ baseRef: 'stable', headSha: OTHER, createdAt: LONG_AGO, closedAt: LONG_AGO }] },
  ],
  [
    'what was reviewed, while another branch with this head goes to another branch later',
    { others: [{ baseRef: 'stable', headRef: 'else', createdAt: '2026-12-24T12:00:00Z' }] },
  ],
  [
    'what was reviewed, while a fork has a branch of this name',
    { others: [{ baseRef: 'stable', headRepository: 'acme/fork' }] },
  ],
  ['a plan made long after the base was changed', { events: [{ event: 'base_ref_changed', at: LONG_AGO }] }],
  ['a plan of a pull request with other events', { events: [{ event: 'labeled', at: RUN_AT }] }],
])('without more approval a run applies %s', async (_, one) => {
  expect(await judge(one)).toBeUndefined();
});

test.each<[string, Case, RegExp]>([
  ['a record of a run for another branch with this head', { runBranch: 'else' }, /has no successful run for aaaaaaa/],
  [
    'a record that a second pull request of the branch may have made, by the workflow of its base',
    { others: [{ baseRef: 'evil', state: 'open' }] },
    /pull request #8 of the same branch targets another branch, whose workflow may have made the plan/,
  ],
  [
    'a record of such a second pull request that is closed now',
    { others: [{ baseRef: 'evil' }] },
    /pull request #8 .* whose workflow may have made/,
  ],
  [
    'a record of such a second pull request if the repository name has other case',
    { others: [{ baseRef: 'evil', headRepository: 'Acme/Hubs' }], headRepository: 'Acme/Hubs' },
    /pull request #8 .* whose workflow may have made/,
  ],
  [
    'a record of such a second pull request, closed long ago with this head and labeled since',
    { others: [{ baseRef: 'evil', createdAt: LONG_AGO, closedAt: LONG_AGO }] },
    /pull request #8 .* whose workflow may have made/,
  ],
  [
    'a record of such a second pull request if its branch was made again and its run started late',
    { others: [{ baseRef: 'evil', headSha: OTHER, createdAt: LONG_AGO, closedAt: '2026-11-27T10:59:00Z' }] },
    /pull request #8 .* whose workflow may have made/,
  ],
  [
    'a record of such a second pull request whose branch was renamed',
    { others: [{ baseRef: 'evil', headRef: 'renamed' }] },
    /pull request #8 .* whose workflow may have made/,
  ],
  [
    'a record of such a second pull request from before the default branch was renamed',
    { others: [{ baseRef: 'master' }] },
    /pull request #8 .* whose workflow may have made/,
  ],
  [
    'a pull request whose base was changed and changed back after its plan',
    { events: [{ event: 'base_ref_changed', at: '2026-11-27T11:30:00Z' }] },
    /the base of pull request #7 was changed, and the plan may be that of the old base/,
  ],
  [
    'a pull request whose base was changed so shortly before the plan that the old base may have made it',
    { events: [{ event: 'base_ref_changed', at: '2026-11-27T10:59:00Z' }] },
    /the base of pull request #7 was changed/,
  ],
  [
    'a pull request whose base GitHub changed when the branch below it was merged',
    { events: [{ event: 'automatic_base_change_succeeded', at: '2026-11-27T11:30:00Z' }] },
    /the base of pull request #7 was changed/,
  ],
  [
    'a pull request whose base was changed, planned while it was closed and then reopened',
    {
      events: [
        { event: 'base_ref_changed', at: LONG_AGO },
        { event: 'reopened', at: '2026-11-27T11:30:00Z' },
      ],
    },
    /the base of pull request #7 was changed/,
  ],
  [
    'a pull request if the base of a closed one with the same head was changed long ago',
    {
      others: [{ createdAt: LONG_AGO, closedAt: LONG_AGO, events: [{ event: 'base_ref_changed', at: LONG_AGO }] }],
    },
    /the base of pull request #8 was changed/,
  ],
  [
    'a plan that was made after the merge',
    { runAt: '2026-11-27T12:00:01Z' },
    /was made after the merge, when nobody could/,
  ],
  [
    'a pull request if the base of another one of its branch was changed',
    { others: [{ events: [{ event: 'base_ref_changed', at: RUN_AT }] }] },
    /the base of pull request #8 was changed/,
  ],
  [
    'a pull request whose base was changed at an unreadable time',
    { events: [{ event: 'base_ref_changed', at: 'yesterday' }] },
    /the base of pull request #7 was changed/,
  ],
  [
    'a pull request whose base was changed if the time of the run is unreadable',
    { runAt: '?', events: [{ event: 'base_ref_changed', at: LONG_AGO }] },
    /the base of pull request #7 was changed/,
  ],
  [
    'a change of the base after many other events',
    {
      events: [
        ...Array.from({ length: 250 }, () => ({ event: 'labeled', at: RUN_AT })),
        { event: 'base_ref_changed', at: RUN_AT },
      ],
    },
    /the base of pull request #7 was changed/,
  ],
  [
    'a pull request with more events than are read',
    { events: Array.from({ length: 1000 }, () => ({ event: 'labeled', at: RUN_AT })) },
    /pull request #7 has more events than can be looked at/,
  ],
  [
    'a branch with more pull requests than are read',
    { others: Array.from({ length: 999 }, () => ({ createdAt: LONG_AGO, closedAt: LONG_AGO })) },
    /its branch has had more pull requests than can be looked at/,
  ],
])('a run refuses %s', async (_, one, why) => {
  expect((await judge(one))?.why).toMatch(why);
});

/** Adds a run of the head before the others, with the records of its attempts by their times. */
function addRun(id: number, createdAt: string, attempts: Readonly<Record<string, ChangeSet>>): void {
  github.runs.add({ id, path: WORKFLOW, event: 'pull_request', headSha: HEAD, headBranch: 'change', createdAt });
  for (const [at, changes] of Object.entries(attempts)) {
    github.runs.addArtifact(id, recordName('research'), RECORD_FILE, recordText(changes, HEAD, false), {
      createdAt: at,
    });
  }
}

test('the last plan before the merge counts, whichever run and attempt made it', async () => {
  addRun(501, '2026-11-27T09:00:00Z', {});
  addRun(502, RUN_AT, { [RUN_AT]: DRIFTED });
  // The older run is started again, and once more after the merge.
  const again = { createdAt: '2026-11-27T11:45:00Z' };
  github.runs.addArtifact(501, recordName('research'), RECORD_FILE, recordText(CHANGES, HEAD, false), again);
  const late = { createdAt: '2026-11-27T12:30:00Z' };
  github.runs.addArtifact(501, recordName('research'), RECORD_FILE, recordText(DRIFTED, HEAD, false), late);
  expect(await judge({ noRun: true })).toBeUndefined();
});

test('a plan made again after the merge does not count as reviewed', async () => {
  addRun(501, RUN_AT, { [RUN_AT]: CHANGES, '2026-11-27T12:30:00Z': DRIFTED });
  expect((await judge({ noRun: true, now: DRIFTED }))?.why).toMatch(/is not what was reviewed/);
});

describe('a plan made after the approving review does not count as reviewed', () => {
  const approval = (at: string, more: object = {}) => ({ login: 'grace', state: 'APPROVED' as const, at, ...more });
  const [early, between, late] = ['2026-11-27T11:10:00Z', '2026-11-27T11:20:00Z', '2026-11-27T11:30:00Z'];
  const writers = (): void => {
    for (const login of ['grace', 'alan']) github.people.set(login, 'write');
    github.people.set('reader', 'read');
  };
  const records = (): void => addRun(501, RUN_AT, { [early]: CHANGES, [late]: DRIFTED });

  test('but the last one before it does', async () => {
    writers();
    records();
    const one = { noRun: true, reviews: [approval(between)] };
    expect(await judge(one)).toBeUndefined();
    expect((await judge({ ...one, now: DRIFTED }))?.why).toMatch(/is not what was reviewed/);
  });

  test('whatever a review by the author, a bot, a reader or of another commit says, and whatever comment follows', async () => {
    writers();
    records();
    const reviews = [
      approval(between),
      approval('2026-11-27T11:50:00Z', { login: 'ada' }),
      approval('2026-11-27T11:50:00Z', { login: 'github-actions[bot]' }),
      approval('2026-11-27T11:50:00Z', { login: 'reader' }),
      approval('2026-11-27T11:50:00Z', { login: 'alan', commitId: OTHER }),
      { login: 'grace', state: 'COMMENTED' as const, at: '2026-11-27T11:50:00Z' },
    ];
    expect(await judge({ noRun: true, reviews })).toBeUndefined();
  });

  test('unless somebody approved again after it', async () => {
    writers();
    records();
    const reviews = [approval(between), approval('2026-11-27T11:50:00Z', { login: 'alan' })];
    expect(await judge({ noRun: true, reviews, now: DRIFTED })).toBeUndefined();
  });

  test.each([early, RUN_AT, '2026-11-27T09:00:00Z', '?'])('if there is no older one (review at %s)', async (at) => {
    writers();
    records();
    const refusal = await judge({ noRun: true, reviews: [approval(at)] });
    expect(refusal?.why).toMatch(
      /pull request #7 was made after grace approved it, so the approval is for another plan/,
    );
  });
});

test('a plan of the right base counts beside one whose base is in doubt', async () => {
  addRun(500, LONG_AGO, { '2026-11-27T11:45:00Z': DRIFTED });
  const closed = { headSha: OTHER, createdAt: LONG_AGO, closedAt: LONG_AGO };
  expect(await judge({ others: [{ baseRef: 'evil', ...closed }] })).toBeUndefined();
});

test('events of old pull requests of a branch of the same name are not read', async () => {
  const old = { headSha: OTHER, createdAt: LONG_AGO, closedAt: LONG_AGO };
  expect(await judge({ others: Array.from({ length: 300 }, () => old) })).toBeUndefined();
  expect(github.journal.filter(({ operation }) => operation === 'issues/list-events')).toHaveLength(1);
});
