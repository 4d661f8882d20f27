import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type GitHub, startGitHub } from '../../sandbox/src/github/github.js';
import type { Change } from '../../src/change/change.js';
import { fingerprint } from '../../src/change/fingerprint.js';
import { RECORD_FILE, recordName, recordText } from '../../src/change/record.js';
import { type NotApproved, withoutApproval } from '../../src/commands/approving.js';
import type { Session } from '../../src/commands/session.js';
import { contextIn } from '../support/command-context.js';

const REPOSITORY = 'acme/hubs';
const WORKFLOW = '.github/workflows/pull-request.yml';
const [BASE, HEAD, MERGE, OTHER] = ['b', 'a', 'c', 'd'].map((letter) => letter.repeat(40)) as [
  string,
  string,
  string,
  string,
];
const CHANGE: Change = {
  engine: 'helm',
  action: 'update',
  address: 'Deployment/hub',
  kind: 'Deployment',
  attributes: [{ name: 'image', before: 'hub:1', after: 'hub:2' }],
};
const CHANGES = { hub: 'research', changes: [CHANGE] };
const DRIFTED = {
  hub: 'research',
  changes: [{ ...CHANGE, attributes: [{ name: 'image', before: 'hub:0', after: 'hub:2' }] }],
};

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
  readonly now?: typeof CHANGES;
  readonly approval?: 'required' | 'comment' | 'none';
  /** jupyterhub.yaml at the commit before the push. */
  readonly before?: string;
  readonly flag?: string;
  readonly permissions?: Readonly<Record<string, 'read' | 'write'>>;
  readonly noToken?: boolean;
  readonly noPull?: boolean;
  readonly noRun?: boolean;
  readonly planWorkflow?: string;
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
      merged: { at: '2026-11-27T12:00:00Z', sha: one.mergeOf ?? MERGE, commits: [MERGE] },
      ...(one.headRepository === undefined ? {} : { headRepository: one.headRepository }),
    });
  }
  if (!one.noRun) {
    github.runs.add({
      id: 501,
      path: one.workflow ?? WORKFLOW,
      event: one.event ?? 'pull_request',
      headSha: one.runHead ?? head,
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
  ['anything where a comment is enough', { approval: 'comment', before: 'approval: comment\n', noPull: true }],
])('applied: %s', async (_, one) => {
  expect(await judge(one)).toBeUndefined();
});

test.each<[string, Case, RegExp]>([
  ['drift since the review', { now: DRIFTED }, /is not what was reviewed in pull request #7/],
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
