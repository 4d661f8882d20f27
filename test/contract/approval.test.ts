import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type GitHub, type Pull, startGitHub } from '../../sandbox/src/github/github.js';
import type { Change, ChangeSet } from '../../src/change/change.js';
import { fingerprint } from '../../src/change/fingerprint.js';
import { RECORD_FILE, recordName, recordText } from '../../src/change/record.js';
import { type NotApproved, withoutApproval } from '../../src/commands/approving.js';
import type { Session } from '../../src/commands/session.js';
import { planChanges } from '../../src/terraform/plan.js';
import { contextIn } from '../support/command-context.js';

const REPOSITORY = 'acme/hubs';
const WORKFLOW = '.github/workflows/pull-request.yml';
const [BASE, HEAD, MERGE, OTHER] = ['b', 'a', 'c', 'd'].map((letter) => letter.repeat(40)) as [
  string,
  string,
  string,
  string,
];
const RUN_AT = '2026-11-27T11:00:00Z';
const LONG_AGO = '2026-11-20T12:00:00Z';
const CHANGE: Change = {
  engine: 'helm',
  action: 'update',
  address: 'Deployment/hub',
  kind: 'Deployment',
  attributes: [{ name: 'image', before: 'hub:1', after: 'hub:2' }],
};
const CHANGES: ChangeSet = { hub: 'research', changes: [CHANGE] };
const DRIFTED: ChangeSet = {
  hub: 'research',
  changes: [{ ...CHANGE, attributes: [{ name: 'image', before: 'hub:0', after: 'hub:2' }] }],
};

/** A new cluster with an attribute that is off the list of what is shown. */
function clusterWith(logging: string): ChangeSet {
  const change = { actions: ['create'], before: null, after: { name: 'research', logging_service: logging } };
  const type = 'google_container_cluster';
  return { hub: 'research', changes: planChanges({ resource_changes: [{ address: `${type}.hub`, type, change }] }) };
}

let github: GitHub;
beforeEach(async () => {
  github = await startGitHub({ repository: REPOSITORY, log: () => {} });
});
afterEach(async () => {
  expect(github.violations).toEqual([]);
  await github.stop();
});

interface Case {
  /** What the run is made of, where it is not the plain one. */
  readonly head?: string;
  readonly recordHead?: string;
  readonly recordHub?: string;
  readonly mergeOf?: string;
  readonly baseRef?: string;
  readonly headRepository?: string;
  readonly runRepository?: string;
  readonly files?: readonly string[];
  readonly workflow?: string;
  readonly event?: string;
  readonly conclusion?: 'success' | 'failure' | null;
  readonly runHead?: string;
  readonly artifact?: string;
  readonly text?: string;
  readonly expired?: boolean;
  readonly now?: ChangeSet;
  readonly approval?: 'required' | 'comment' | 'none';
  /** jupyterhub.yaml at the commit before the push. */
  readonly before?: string;
  readonly flag?: string;
  readonly permissions?: Readonly<Record<string, 'read' | 'write'>>;
  readonly noToken?: boolean;
  readonly noPull?: boolean;
  readonly noRun?: boolean;
  readonly planWorkflow?: string;
  readonly runBranch?: string;
  readonly runAt?: string;
  /** What happened to the pull request. */
  readonly events?: Pull['events'];
  /** Pull requests besides the one that is merged, of the same branch where nothing else is said. */
  readonly others?: readonly Partial<Pull>[];
}

/** Plays one pull request from its plan to the push of its merge. */
async function judge(one: Case): Promise<NotApproved | undefined> {
  const head = one.head ?? HEAD;
  const files = (one.files ?? ['jupyterhub.yaml']).map((filename) => ({ filename, status: 'modified' as const }));
  github.addPush({ after: BASE, files: [], contents: { 'jupyterhub.yaml': one.before ?? 'approval: required\n' } });
  if (!one.noPull) {
    github.addPull({
      number: 7,
      headSha: head,
      baseSha: BASE,
      headRef: 'change',
      baseRef: one.baseRef ?? 'main',
      files,
      createdAt: '2026-11-20T10:00:00Z',
      events: one.events ?? [],
      merged: { at: '2026-11-27T12:00:00Z', sha: one.mergeOf ?? MERGE, commits: [MERGE] },
      ...(one.headRepository === undefined ? {} : { headRepository: one.headRepository }),
    });
  }
  for (const [index, other] of (one.others ?? []).entries()) {
    const same = { headSha: head, baseSha: BASE, headRef: 'change', baseRef: 'main', state: 'closed' as const };
    github.addPull({ number: 8 + index, ...same, createdAt: RUN_AT, closedAt: RUN_AT, ...other });
  }
  if (!one.noRun) {
    github.runs.add({
      id: 501,
      path: one.workflow ?? WORKFLOW,
      event: one.event ?? 'pull_request',
      headSha: one.runHead ?? head,
      headBranch: one.runBranch ?? 'change',
      createdAt: one.runAt ?? RUN_AT,
      conclusion: one.conclusion === undefined ? 'success' : one.conclusion,
      ...(one.runRepository === undefined ? {} : { headRepository: one.runRepository }),
    });
    const text =
      one.text ?? recordText({ ...CHANGES, hub: one.recordHub ?? 'research' }, one.recordHead ?? head, false);
    github.runs.addArtifact(501, one.artifact ?? recordName('research'), RECORD_FILE, text, {
      expired: one.expired ?? false,
    });
  }
  github.addPush({ after: MERGE, files: files.map(({ filename }) => filename) });
  const token = github.addToken(
    'github-actions[bot]',
    one.permissions ?? { actions: 'read', contents: 'read', pull_requests: 'read' },
  );
  const env = {
    ...(one.noToken ? {} : { INPUT_GITHUB_TOKEN: token }),
    ...(one.planWorkflow === undefined ? {} : { INPUT_PLAN_WORKFLOW: one.planWorkflow }),
  };
  const context = contextIn('.', { env, flags: one.flag === undefined ? {} : { fingerprint: one.flag } });
  const run = {
    repository: REPOSITORY,
    sha: MERGE,
    defaultBranch: 'main',
    eventName: 'push',
    push: { before: BASE, forced: false },
    apiUrl: github.url,
    graphqlUrl: github.graphqlUrl,
  };
  const session = { context, github: run, config: { approval: one.approval ?? 'required' }, step: () => {} };
  return withoutApproval(session as unknown as Session, one.now ?? CHANGES);
}

const PRINT = fingerprint(CHANGES);
const forged = recordText(DRIFTED, HEAD, false).replace(fingerprint(DRIFTED), PRINT);

test.each<[string, Case]>([
  ['what was reviewed', {}],
  [
    'what was reviewed, by a workflow of another name that the input names',
    { workflow: '.github/workflows/x.yml', planWorkflow: '.github/workflows/x.yml' },
  ],
  [
    'a workflow path with the branch behind it, as GitHub writes it in places',
    { workflow: `${WORKFLOW}@refs/pull/7/merge` },
  ],
  ['a public record, which has the fingerprint alone', { text: recordText(CHANGES, HEAD, true) }],
  [
    'what is left of it after a run that failed half-way',
    {
      text: recordText({ hub: 'research', changes: [CHANGE, { ...CHANGE, address: 'Deployment/proxy' }] }, HEAD, false),
    },
  ],
  ['nothing, whatever was reviewed', { now: { hub: 'research', changes: [] }, noPull: true }],
  ['a plan whose fingerprint is named by hand', { now: DRIFTED, flag: fingerprint(DRIFTED) }],
  ['the same, copied with capitals and a space', { flag: ` ${PRINT.toUpperCase()} `, noPull: true }],
  [
    'anything where approval is not asked for, now and before',
    { approval: 'none', before: 'approval: none\n', now: DRIFTED },
  ],
  [
    'what was reviewed, of a branch that had another pull request to the default branch',
    { others: [{ createdAt: LONG_AGO, closedAt: LONG_AGO }] },
  ],
  [
    'what was reviewed, of a branch whose name had one to another branch long ago',
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
  ['what was planned long after the base was changed', { events: [{ event: 'base_ref_changed', at: LONG_AGO }] }],
  ['what had other events', { events: [{ event: 'labeled', at: RUN_AT }] }],
  ['anything where a comment is enough', { approval: 'comment', before: 'approval: comment\n', noPull: true }],
])('applied: %s', async (_, one) => {
  expect(await judge(one)).toBeUndefined();
});

test.each<[string, Case, RegExp]>([
  ['drift since the review', { now: DRIFTED }, /is not what was reviewed in pull request #7/],
  [
    'a default that the provider gives otherwise, which no comment shows',
    { now: clusterWith('b'), text: recordText(clusterWith('a'), HEAD, false) },
    /is not what was reviewed/,
  ],
  [
    'the same in a public repository',
    { now: clusterWith('b'), text: recordText(clusterWith('a'), HEAD, true) },
    /is not what was reviewed/,
  ],
  [
    'what is left of it, where the record does not say of what',
    {
      text: recordText({ hub: 'research', changes: [CHANGE, { ...CHANGE, address: 'Deployment/proxy' }] }, HEAD, true),
    },
    /is not what was reviewed in pull request #7/,
  ],
  [
    'a fingerprint by hand of another plan',
    { flag: PRINT, now: DRIFTED },
    /was given the fingerprint .* and the plan has/,
  ],
  ['a push without a pull request', { noPull: true }, /no pull request's merge is commit ccccccc/],
  ['a commit of a pull request that is not its merge', { mergeOf: OTHER }, /it is a commit of #7, not its merge/],
  ['a pull request to another branch', { baseRef: 'stable' }, /no pull request's merge/],
  ['a pull request of a fork', { headRepository: 'mallory/hubs' }, /came from a fork/],
  [
    'a pull request that changes the workflow',
    { files: ['jupyterhub.yaml', WORKFLOW] },
    /changes \.github\/workflows\/pull-request\.yml/,
  ],
  [
    'one that changes an action of the repository',
    { files: ['.github/actions/x/run.sh'] },
    /changes \.github\/actions/,
  ],
  ['one that changes an action elsewhere', { files: ['tools/action.yml'] }, /changes tools\/action\.yml/],
  ['a record of another workflow', { workflow: '.github/workflows/other.yml' }, /has no successful run for aaaaaaa/],
  ['a record of a push', { event: 'push' }, /has no successful run/],
  ['a record of a run that failed', { conclusion: 'failure' }, /has no successful run/],
  ['a record of a run that is not over', { conclusion: null }, /has no successful run/],
  ['a record of another head', { runHead: OTHER }, /has no successful run/],
  ['a record of a run from a fork', { runRepository: 'mallory/hubs' }, /has no successful run/],
  ['a record of a run for another branch with this head', { runBranch: 'else' }, /has no successful run for aaaaaaa/],
  [
    'a record that a second pull request of the branch may have made, by the workflow of its base',
    { others: [{ baseRef: 'evil', state: 'open' }] },
    /pull request #8 of the same branch goes to another branch, whose workflow may have made the plan/,
  ],
  ['the same, closed since', { others: [{ baseRef: 'evil' }] }, /pull request #8 .* whose workflow may have made/],
  [
    'the same, in a repository whose name is written otherwise',
    { others: [{ baseRef: 'evil', headRepository: 'Acme/Hubs' }], headRepository: 'Acme/Hubs' },
    /pull request #8 .* whose workflow may have made/,
  ],
  [
    'the same, closed long ago with this very head, by a run for a label that it was given since',
    { others: [{ baseRef: 'evil', createdAt: LONG_AGO, closedAt: LONG_AGO }] },
    /pull request #8 .* whose workflow may have made/,
  ],
  [
    'the same, of a branch that was made again, by a run that started after it was closed',
    { others: [{ baseRef: 'evil', headSha: OTHER, createdAt: LONG_AGO, closedAt: '2026-11-27T10:59:00Z' }] },
    /pull request #8 .* whose workflow may have made/,
  ],
  [
    'the same, of a branch that has another name now',
    { others: [{ baseRef: 'evil', headRef: 'renamed' }] },
    /pull request #8 .* whose workflow may have made/,
  ],
  [
    'the same, before the default branch got its name',
    { others: [{ baseRef: 'master' }] },
    /pull request #8 .* whose workflow may have made/,
  ],
  [
    'a pull request that was moved to another base and back after its plan',
    { events: [{ event: 'base_ref_changed', at: '2026-11-27T11:30:00Z' }] },
    /the base of pull request #7 was changed, and the plan may be that of the base before/,
  ],
  [
    'one that was moved so shortly before its plan that the run may be of the base before',
    { events: [{ event: 'base_ref_changed', at: '2026-11-27T10:59:00Z' }] },
    /the base of pull request #7 was changed/,
  ],
  [
    'one that GitHub moved, when the branch below it was merged',
    { events: [{ event: 'automatic_base_change_succeeded', at: '2026-11-27T11:30:00Z' }] },
    /the base of pull request #7 was changed/,
  ],
  [
    'one that was moved and closed, and planned before it was opened again',
    {
      events: [
        { event: 'base_ref_changed', at: LONG_AGO },
        { event: 'reopened', at: '2026-11-27T11:30:00Z' },
      ],
    },
    /the base of pull request #7 was changed/,
  ],
  [
    'one of whose branch another with this head was moved long ago, and closed',
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
    'one of whose branch another was moved',
    { others: [{ events: [{ event: 'base_ref_changed', at: RUN_AT }] }] },
    /the base of pull request #8 was changed/,
  ],
  [
    'one that was moved at a time that cannot be read',
    { events: [{ event: 'base_ref_changed', at: 'yesterday' }] },
    /the base of pull request #7 was changed/,
  ],
  [
    'one that was moved, where the time of the run cannot be read',
    { runAt: '?', events: [{ event: 'base_ref_changed', at: LONG_AGO }] },
    /the base of pull request #7 was changed/,
  ],
  [
    'a move that stands behind many other events',
    {
      events: [
        ...Array.from({ length: 250 }, () => ({ event: 'labeled', at: RUN_AT })),
        { event: 'base_ref_changed', at: RUN_AT },
      ],
    },
    /the base of pull request #7 was changed/,
  ],
  [
    'more events than are read',
    { events: Array.from({ length: 1000 }, () => ({ event: 'labeled', at: RUN_AT })) },
    /pull request #7 has more events than can be looked at/,
  ],
  [
    'a branch with more pull requests than are read',
    { others: Array.from({ length: 999 }, () => ({ createdAt: LONG_AGO, closedAt: LONG_AGO })) },
    /its branch has had more pull requests than can be looked at/,
  ],
  ['no run at all', { noRun: true }, /has no successful run/],
  ['a record that says another head', { recordHead: OTHER }, /the record is of ddddddd/],
  ['a record of another hub', { recordHub: 'teaching' }, /is of the hub "teaching"/],
  [
    'an artifact of another name',
    { artifact: 'jupyterhub-plan-teaching' },
    /left no artifact jupyterhub-plan-research/,
  ],
  ['an expired artifact', { expired: true }, /it has expired/],
  ['a record whose fingerprint is not that of its changes', { text: forged }, /cannot be read/],
  ['a record that is none', { text: 'approved!' }, /cannot be read/],
  [
    'a record of another version',
    { text: recordText(CHANGES, HEAD, false).replace('"version":1', '"version":2') },
    /cannot be read/,
  ],
  [
    'a gate that the same change opens',
    { approval: 'none', before: 'approval: required\n', now: DRIFTED },
    /is not what was reviewed/,
  ],
  [
    'a gate that was there by default before',
    { approval: 'none', before: 'name: research\n', now: DRIFTED },
    /is not what was reviewed/,
  ],
  [
    'a configuration before that is no YAML',
    { approval: 'none', before: '{', now: DRIFTED },
    /is not what was reviewed/,
  ],
  [
    'a configuration before that extends what is not there',
    { approval: 'none', before: 'extends: ../x.yaml\n', now: DRIFTED },
    /is not what was reviewed/,
  ],
  ['a run without a token', { noToken: true }, /no github_token was given/],
  [
    'a run without a token that asks for no approval, since before it may have been asked for',
    { noToken: true, approval: 'none', before: 'approval: none\n' },
    /no github_token was given/,
  ],
])('refused: %s', async (_, one, why) => {
  const refusal = await judge(one);
  expect(refusal).toEqual({
    fingerprint: fingerprint(one.now ?? CHANGES),
    why: expect.stringMatching(why),
    differences: refusal?.differences,
  });
});

test('a token that may not read runs and artifacts is a failure that says what it needs, and no refusal of the change', async () => {
  const asked = judge({ permissions: { contents: 'read', pull_requests: 'read' } });
  await expect(asked).rejects.toMatchObject({
    message: expect.stringContaining('github_token may not read pull requests, workflow runs and their artifacts'),
    hint: expect.stringContaining('{actions: read, contents: read, id-token: write, pull-requests: read}'),
  });
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

test('of several plans the last one before the merge counts, whichever run and attempt made it', async () => {
  addRun(501, '2026-11-27T09:00:00Z', {});
  addRun(502, RUN_AT, { [RUN_AT]: DRIFTED });
  // The older run is started again, and once more when the pull request is merged already.
  const again = { createdAt: '2026-11-27T11:45:00Z' };
  github.runs.addArtifact(501, recordName('research'), RECORD_FILE, recordText(CHANGES, HEAD, false), again);
  const late = { createdAt: '2026-11-27T12:30:00Z' };
  github.runs.addArtifact(501, recordName('research'), RECORD_FILE, recordText(DRIFTED, HEAD, false), late);
  expect(await judge({ noRun: true })).toBeUndefined();
});

test('a plan that is made again after the merge makes nothing reviewed', async () => {
  addRun(501, RUN_AT, { [RUN_AT]: CHANGES, '2026-11-27T12:30:00Z': DRIFTED });
  expect((await judge({ noRun: true, now: DRIFTED }))?.why).toMatch(/is not what was reviewed/);
});

test('a plan of the right base counts beside one whose base is in doubt', async () => {
  addRun(500, LONG_AGO, { '2026-11-27T11:45:00Z': DRIFTED });
  const closed = { headSha: OTHER, createdAt: LONG_AGO, closedAt: LONG_AGO };
  expect(await judge({ others: [{ baseRef: 'evil', ...closed }] })).toBeUndefined();
});

test('the events of pull requests that a branch of this name had long ago are not asked for', async () => {
  const old = { headSha: OTHER, createdAt: LONG_AGO, closedAt: LONG_AGO };
  expect(await judge({ others: Array.from({ length: 300 }, () => old) })).toBeUndefined();
  expect(github.journal.filter(({ operation }) => operation === 'issues/list-events')).toHaveLength(1);
});

test('what differs is told, thing by thing', async () => {
  const added: Change = { ...CHANGE, address: 'Deployment/proxy' };
  const refusal = await judge({ now: { hub: 'research', changes: [...DRIFTED.changes, added] } });
  expect(refusal?.differences).toEqual([
    { reviewed: CHANGE, now: DRIFTED.changes[0] },
    { reviewed: undefined, now: added },
  ]);
});

test.each(['', 'yes', PRINT.slice(1)])('a fingerprint that is none is wrong usage: %j', async (flag) => {
  await expect(judge({ flag })).rejects.toThrow('fingerprint is not one');
});

test('in a terminal the person at it decides', async () => {
  const session = { context: contextIn('.'), github: undefined, config: { approval: 'required' }, step: () => {} };
  expect(await withoutApproval(session as unknown as Session, CHANGES)).toBeUndefined();
});
