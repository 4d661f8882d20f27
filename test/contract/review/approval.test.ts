import { expect, test } from '@jest/globals';
import type { ChangeSet } from '../../../src/change/change.js';
import { fingerprint } from '../../../src/change/fingerprint.js';
import { recordText } from '../../../src/change/record.js';
import { withoutApproval } from '../../../src/stages/review/approval.js';
import type { Session } from '../../../src/stages/session/session.js';
import { planChanges } from '../../../src/terraform/plan.js';
import { type Case, CHANGE, CHANGES, DRIFTED, HEAD, judge, OTHER, WORKFLOW } from '../../support/approval.js';
import { contextIn } from '../../support/command-context.js';
import { manifest } from '../../support/report/changes.js';

/** A new cluster with an attribute that is off the list of what is shown. */
function clusterWith(logging: string): ChangeSet {
  const change = { actions: ['create'], before: null, after: { name: 'research', logging_service: logging } };
  const type = 'google_container_cluster';
  return { hub: 'research', changes: planChanges({ resource_changes: [{ address: `${type}.hub`, type, change }] }) };
}

const PROXY = manifest('update', 'Deployment/proxy');
const PRINT = fingerprint(CHANGES);
const forged = recordText(DRIFTED, HEAD, false).replace(fingerprint(DRIFTED), PRINT);

test.each<[string, Case]>([
  ['what was reviewed', {}],
  [
    'what was reviewed, by a workflow of another name that the input plan_workflow names',
    { workflow: '.github/workflows/x.yml', planWorkflow: '.github/workflows/x.yml' },
  ],
  [
    'a workflow path with the branch after it, as GitHub sometimes writes it',
    { workflow: `${WORKFLOW}@refs/pull/7/merge` },
  ],
  ['a record of a public repository, which has only the fingerprint', { text: recordText(CHANGES, HEAD, true) }],
  [
    'the remaining changes after a run that failed half-way',
    {
      text: recordText({ hub: 'research', changes: [CHANGE, PROXY] }, HEAD, false),
    },
  ],
  ['a plan without changes, whatever was reviewed', { now: { hub: 'research', changes: [] }, noPull: true }],
  ['a plan whose fingerprint was given to the run', { now: DRIFTED, flag: fingerprint(DRIFTED) }],
  ['a fingerprint copied with capitals and a space', { flag: ` ${PRINT.toUpperCase()} `, noPull: true }],
  ['any plan if approval is none, now and before', { approval: 'none', before: 'approval: none\n', now: DRIFTED }],
  [
    'any plan if a comment is enough, now and before',
    { approval: 'comment', before: 'approval: comment\n', noPull: true },
  ],
])('without more approval a run applies %s', async (_, one) => {
  expect(await judge(one)).toBeUndefined();
});

test.each<[string, Case, RegExp]>([
  ['drift since the review', { now: DRIFTED }, /is not what was reviewed in pull request #7/],
  [
    'another provider default, which no comment shows',
    { now: clusterWith('b'), text: recordText(clusterWith('a'), HEAD, false) },
    /is not what was reviewed/,
  ],
  [
    'another provider default in a public repository',
    { now: clusterWith('b'), text: recordText(clusterWith('a'), HEAD, true) },
    /is not what was reviewed/,
  ],
  [
    'the remaining changes if the record has only the fingerprint',
    {
      text: recordText({ hub: 'research', changes: [CHANGE, PROXY] }, HEAD, true),
    },
    /is not what was reviewed in pull request #7/,
  ],
  [
    'a given fingerprint of another plan',
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
    'a pull request that changes an action of the repository',
    { files: ['.github/actions/x/run.sh'] },
    /changes \.github\/actions/,
  ],
  [
    'a pull request that changes an action in another folder',
    { files: ['tools/action.yml'] },
    /changes tools\/action\.yml/,
  ],
  ['a record of another workflow', { workflow: '.github/workflows/other.yml' }, /has no successful run for aaaaaaa/],
  ['a record of a push', { event: 'push' }, /has no successful run/],
  ['a record of a run that failed', { conclusion: 'failure' }, /has no successful run/],
  ['a record of a run that has not ended', { conclusion: null }, /has no successful run/],
  ['a record of another head', { runHead: OTHER }, /has no successful run/],
  ['a record of a run from a fork', { runRepository: 'mallory/hubs' }, /has no successful run/],
  ['no run at all', { noRun: true }, /has no successful run/],
  ['a record that names another head', { recordHead: OTHER }, /the record is for ddddddd/],
  ['a record of another hub', { recordHub: 'teaching' }, /is for the hub "teaching"/],
  [
    'an artifact of another name',
    { artifact: 'jupyterhub-plan-teaching' },
    /left no artifact jupyterhub-plan-research/,
  ],
  ['an expired artifact', { expired: true }, /it has expired/],
  ['a record whose fingerprint is not that of its changes', { text: forged }, /cannot be read/],
  ['a record that is not JSON', { text: 'approved!' }, /cannot be read/],
  [
    'a record of another version',
    { text: recordText(CHANGES, HEAD, false).replace(/"version":\d+/, '"version":1') },
    /was made by another version of jupyterhub-gke; a new pull request gets a new plan/,
  ],
  [
    'a plan whose own change drops approval: required',
    { approval: 'none', before: 'approval: required\n', now: DRIFTED },
    /is not what was reviewed/,
  ],
  [
    'a plan whose own change drops the default approval',
    { approval: 'none', before: 'name: research\n', now: DRIFTED },
    /is not what was reviewed/,
  ],
  [
    'a plan whose base configuration is not YAML',
    { approval: 'none', before: '{', now: DRIFTED },
    /is not what was reviewed/,
  ],
  [
    'a plan whose base configuration extends a missing file',
    { approval: 'none', before: 'extends: ../x.yaml\n', now: DRIFTED },
    /is not what was reviewed/,
  ],
  ['a run without a token', { noToken: true }, /no github_token was given/],
  [
    'a run without a token, although approval is none now',
    { noToken: true, approval: 'none', before: 'approval: none\n' },
    /no github_token was given/,
  ],
])('a run refuses %s', async (_, one, why) => {
  const refusal = await judge(one);
  expect(refusal).toEqual({
    fingerprint: fingerprint(one.now ?? CHANGES),
    why: expect.stringMatching(why),
    differences: refusal?.differences,
  });
});

test('a token that may not read runs and artifacts fails the run with what the token needs, and does not refuse the change', async () => {
  const asked = judge({ permissions: { contents: 'read', pull_requests: 'read' } });
  await expect(asked).rejects.toMatchObject({
    message: expect.stringContaining('github_token may not read pull requests, workflow runs and their artifacts'),
    hint: expect.stringContaining('{actions: read, contents: read, id-token: write, pull-requests: read}'),
  });
});

test('a refusal lists each difference from what was reviewed', async () => {
  const refusal = await judge({ now: { hub: 'research', changes: [...DRIFTED.changes, PROXY] } });
  expect(refusal?.differences).toEqual([
    { reviewed: CHANGE, now: DRIFTED.changes[0] },
    { reviewed: undefined, now: PROXY },
  ]);
});

test.each(['', 'yes', PRINT.slice(1)])('an invalid fingerprint is wrong usage: %j', async (flag) => {
  await expect(judge({ flag })).rejects.toThrow('The input fingerprint is not a fingerprint');
});

test('in a terminal no approval is needed', async () => {
  const session = { context: contextIn('.'), github: undefined, config: { approval: 'required' }, step: () => {} };
  expect(await withoutApproval(session as unknown as Session, CHANGES)).toBeUndefined();
});
