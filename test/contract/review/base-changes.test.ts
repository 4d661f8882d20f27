import { describe, expect, test } from '@jest/globals';
import type { Job } from '../../../sandbox/src/github/oidc.js';
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
  signed,
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
  [
    'what was reviewed, of a branch with a second pull request to another branch, because GitHub signed which one was planned',
    { others: [{ baseRef: 'evil', state: 'open' }] },
  ],
  [
    'what was reviewed, of a branch with more pull requests than a list has',
    { others: Array.from({ length: 999 }, () => ({ createdAt: LONG_AGO, closedAt: LONG_AGO })) },
  ],
])('without more approval a run applies %s', async (_, one) => {
  expect(await judge(one)).toBeUndefined();
});

test.each<[string, Case, RegExp]>([
  ['a record of a run for another branch with this head', { runBranch: 'else' }, /has no successful run for aaaaaaa/],
  [
    'a record that a second pull request of the branch made, by the workflow of its base',
    { others: [{ baseRef: 'evil', state: 'open' }], job: { ref: 'refs/pull/8/merge', baseRef: 'evil' } },
    /a run of refs\/pull\/8\/merge made it, and not of this pull request/,
  ],
  [
    'a record of such a second pull request whose branch was renamed and has other commits now',
    { job: { ref: 'refs/pull/8/merge', headRef: 'renamed', baseRef: 'evil' } },
    /a run of refs\/pull\/8\/merge made it/,
  ],
  [
    'a record that this pull request made while it targeted another branch, whatever its events say',
    { job: { baseRef: 'evil' } },
    /while the pull request targeted the branch "evil", whose workflow may say anything/,
  ],
  [
    'a record from before the default branch was renamed',
    { job: { baseRef: 'master' } },
    /while the pull request targeted the branch "master"/,
  ],
  [
    'a record that a push made',
    { job: { event: 'push', ref: 'refs/heads/change' } },
    /a run for the event "push" made/,
  ],
  [
    'a record that another workflow signed',
    { job: { workflow: '.github/workflows/other.yml' } },
    /the workflow \.github\/workflows\/other\.yml made it/,
  ],
  ['a record that nobody signed', { job: null }, /its run was not signed by GitHub/],
  [
    'a record that was changed after it was signed',
    { signedText: recordText(DRIFTED, HEAD, false) },
    /not signed by GitHub for exactly this record/,
  ],
  [
    'a record of which only the head was changed after it was signed',
    { signedText: recordText(CHANGES, OTHER, false) },
    /not signed by GitHub for exactly this record/,
  ],
  ['any record in a job that may ask for no identity token', { mayVerify: false }, /permission id-token: write/],
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
    'a plan that was made after the merge',
    { runAt: '2026-11-27T12:00:01Z' },
    /was made after the merge, when nobody could/,
  ],
  [
    'a pull request whose base was changed at an unreadable time',
    { events: [{ event: 'base_ref_changed', at: 'yesterday' }] },
    /the base of pull request #7 was changed/,
  ],
  [
    'a pull request whose base was changed if the time of the run is unreadable',
    { runAt: '?', recordAt: RUN_AT, events: [{ event: 'base_ref_changed', at: LONG_AGO }] },
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
])('a run refuses %s', async (_, one, why) => {
  expect((await judge(one))?.why).toMatch(why);
});

/** Adds a run of the head before the others, with the records of its attempts by their times. */
async function addRun(
  id: number,
  createdAt: string,
  attempts: Readonly<Record<string, ChangeSet>>,
  job?: Partial<Job>,
): Promise<void> {
  github.runs.add({ id, path: WORKFLOW, event: 'pull_request', headSha: HEAD, headBranch: 'change', createdAt });
  for (const [at, changes] of Object.entries(attempts)) {
    github.runs.addArtifact(
      id,
      recordName('research'),
      RECORD_FILE,
      await signed(recordText(changes, HEAD, false), job),
      {
        createdAt: at,
      },
    );
  }
}

test('the last plan before the merge counts, whichever run and attempt made it', async () => {
  await addRun(501, '2026-11-27T09:00:00Z', {});
  await addRun(502, RUN_AT, { [RUN_AT]: DRIFTED });
  // The older run is started again, and once more after the merge.
  const again = { createdAt: '2026-11-27T11:45:00Z' };
  github.runs.addArtifact(
    501,
    recordName('research'),
    RECORD_FILE,
    await signed(recordText(CHANGES, HEAD, false)),
    again,
  );
  const late = { createdAt: '2026-11-27T12:30:00Z' };
  github.runs.addArtifact(
    501,
    recordName('research'),
    RECORD_FILE,
    await signed(recordText(DRIFTED, HEAD, false)),
    late,
  );
  expect(await judge({ noRun: true })).toBeUndefined();
});

test('a plan made again after the merge does not count as reviewed', async () => {
  await addRun(501, RUN_AT, { [RUN_AT]: CHANGES, '2026-11-27T12:30:00Z': DRIFTED });
  expect((await judge({ noRun: true, now: DRIFTED }))?.why).toMatch(/is not what was reviewed/);
});

describe('a plan made after the approving review does not count as reviewed', () => {
  const approval = (at: string, more: object = {}) => ({ login: 'grace', state: 'APPROVED' as const, at, ...more });
  const [early, between, late] = ['2026-11-27T11:10:00Z', '2026-11-27T11:20:00Z', '2026-11-27T11:30:00Z'];
  const writers = (): void => {
    for (const login of ['grace', 'alan']) github.people.set(login, 'write');
    github.people.set('reader', 'read');
  };
  const records = (): Promise<void> => addRun(501, RUN_AT, { [early]: CHANGES, [late]: DRIFTED });

  test('but the last one before it does', async () => {
    writers();
    await records();
    const one = { noRun: true, reviews: [approval(between)] };
    expect(await judge(one)).toBeUndefined();
    expect((await judge({ ...one, now: DRIFTED }))?.why).toMatch(/is not what was reviewed/);
  });

  test('whatever a review by the author, a bot, a reader or of another commit says, and whatever comment follows', async () => {
    writers();
    await records();
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
    await records();
    const reviews = [approval(between), approval('2026-11-27T11:50:00Z', { login: 'alan' })];
    expect(await judge({ noRun: true, reviews, now: DRIFTED })).toBeUndefined();
  });

  test.each([early, RUN_AT, '2026-11-27T09:00:00Z', '?'])('if there is no older one (review at %s)', async (at) => {
    writers();
    await records();
    const refusal = await judge({ noRun: true, reviews: [approval(at)] });
    expect(refusal?.why).toMatch(
      /pull request #7 was made after grace approved it, so the approval is for another plan/,
    );
  });
});

test('a plan of the right base counts beside a newer one of another base', async () => {
  await addRun(500, LONG_AGO, { '2026-11-27T11:45:00Z': DRIFTED }, { ref: 'refs/pull/8/merge', baseRef: 'evil' });
  expect(await judge({ others: [{ baseRef: 'evil' }] })).toBeUndefined();
});

test('events of old pull requests of a branch of the same name are not read', async () => {
  const old = { headSha: OTHER, createdAt: LONG_AGO, closedAt: LONG_AGO };
  expect(await judge({ others: Array.from({ length: 300 }, () => old) })).toBeUndefined();
  expect(github.journal.filter(({ operation }) => operation === 'issues/list-events')).toHaveLength(1);
});
