import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type GitHub, type Pull, startGitHub } from '../../../sandbox/src/github/github.js';
import type { Change } from '../../../src/change/change.js';
import type { Diagnostic } from '../../../src/config/diagnostic.js';
import type { GitHubContext } from '../../../src/github/runner/context.js';
import { acknowledgeLosses, refuseUnreviewed } from '../../../src/stages/review/acknowledgements.js';
import type { Session } from '../../../src/stages/session/session.js';
import { contextIn, type TestContext } from '../../support/command-context.js';

const [BASE, HEAD, MERGE, OLD] = ['b', 'a', 'c', 'd'].map((letter) => letter.repeat(40)) as [
  string,
  string,
  string,
  string,
];
const CLUSTER = 'google_container_cluster.hub';
const NETWORK = 'google_compute_network.hub["a b"]';
const lost = (address: string, more: Partial<Change> = {}): Change => ({
  scope: 'terraform',
  action: 'replace',
  subject: { kind: 'terraform-resource', type: 'x', name: address },
  holdsData: true,
  ...more,
});
const YES = `acknowledge: ${CLUSTER}`;

let github: GitHub;
beforeEach(async () => {
  github = await startGitHub({ repository: 'acme/hubs', log: () => {} });
  github.people.set('grace', 'write');
  github.people.set('owner', 'admin');
  github.people.set('reader', 'read');
  github.people.set('ada', 'admin');
  github.people.set('ADA', 'admin');
  github.people.set('github-actions[bot]', 'write');
});
afterEach(async () => {
  expect(github.violations).toEqual([]);
  await github.stop();
});

interface Case {
  readonly reviews?: Pull['reviews'];
  readonly flag?: string;
  readonly event?: string;
  readonly changes?: readonly Change[];
  readonly noPull?: boolean;
  readonly noToken?: boolean;
  readonly before?: string;
  readonly found?: readonly Diagnostic[];
}

let context: TestContext;
function sessionOf(one: Case): Session {
  github.addPush({ after: BASE, files: [], contents: { 'jupyterhub.yaml': one.before ?? 'name: research\n' } });
  github.addPush({ after: MERGE, files: [] });
  if (!one.noPull) {
    const refs = { headSha: HEAD, baseSha: BASE, headRef: 'change', baseRef: 'main' };
    const merged = { at: '2026-11-27T12:00:00Z', sha: MERGE };
    github.addPull({ number: 7, ...refs, merged, login: 'ada', reviews: one.reviews ?? [] });
  }
  const token = github.addToken('github-actions[bot]', { contents: 'read', pull_requests: 'read' });
  const env = one.noToken ? {} : { INPUT_GITHUB_TOKEN: token };
  const run = {
    ...{ eventName: one.event ?? 'push', repository: 'acme/hubs', sha: MERGE, defaultBranch: 'main' },
    ...{ push: { before: BASE, forced: false }, apiUrl: github.url, graphqlUrl: github.graphqlUrl },
  };
  const ofRun = one.event === 'terminal' ? undefined : (run as unknown as GitHubContext);
  const flags: Record<string, string> = one.flag === undefined ? {} : { acknowledge: one.flag };
  context = contextIn('.', { env, github: ofRun, flags });
  return { context, input: { diagnostics: one.found ?? [] } } as unknown as Session;
}

function judge(one: Case): ReturnType<typeof acknowledgeLosses> {
  return acknowledgeLosses(sessionOf(one), { hub: 'research', changes: one.changes ?? [lost(CLUSTER)] });
}

const approved = (login: string, body: string, more: object = {}) => ({
  login,
  state: 'APPROVED' as const,
  body,
  ...more,
});

describe('a change that deletes a resource with data is applied', () => {
  test.each<[string, Case]>([
    ['with an approving review that names the resource', { reviews: [approved('grace', YES)] }],
    ['with an approving review by an administrator', { reviews: [approved('owner', YES)] }],
    [
      'with a review that names it in capitals, as code and between other lines',
      { reviews: [approved('grace', `Fine.\r\nAcknowledge:\t\`${CLUSTER}\`  \r\nBye`)] },
    ],
    [
      'with an approval after a request for changes by the same person',
      { reviews: [{ login: 'grace', state: 'CHANGES_REQUESTED' }, approved('grace', YES)] },
    ],
    [
      'with an approval that a comment follows',
      { reviews: [approved('grace', YES), { login: 'grace', state: 'COMMENTED', body: 'hm' }] },
    ],
    [
      'with one approval among many reviews',
      {
        reviews: [
          ...Array.from({ length: 150 }, () => ({ login: 'reader', state: 'COMMENTED' as const })),
          approved('grace', YES),
        ],
      },
    ],
    [
      'with a review by another person for each resource',
      {
        changes: [lost(CLUSTER), lost(NETWORK.replace(' ', '_'))],
        reviews: [approved('grace', YES), approved('owner', `acknowledge: ${NETWORK.replace(' ', '_')}`)],
      },
    ],
    [
      'with one review that names several resources on lines of their own',
      { changes: [lost(CLUSTER), lost('x.y')], reviews: [approved('grace', `${YES}\nacknowledge: x.y`)] },
    ],
    ['in a manual run that names it', { event: 'workflow_dispatch', flag: ` ${CLUSTER} ,`, noPull: true }],
    ['in a terminal with the flag', { event: 'terminal', flag: CLUSTER }],
    ['without an acknowledgement if nothing is lost', { changes: [lost(CLUSTER, { action: 'update' })] }],
    [
      'without an acknowledgement if the files name what is deleted',
      { changes: [lost('old@acme.dev', { action: 'delete', isAsked: true })] },
    ],
  ])('%s', async (_, one) => {
    expect(await judge(one)).toEqual([]);
  });

  test('and the log says who acknowledged it', async () => {
    await judge({ reviews: [approved('grace', YES)] });
    expect(context.said).toEqual([`  acknowledged by grace in pull request #7: ${CLUSTER}`]);
  });

  test('and an address acknowledged without need becomes a note', async () => {
    expect(await judge({ reviews: [approved('grace', `${YES}\nacknowledge: x.y`)] })).toEqual([
      { code: 'acknowledged-needlessly', address: 'x.y' },
    ]);
    expect(await judge({ event: 'terminal', flag: 'x.y', changes: [] })).toHaveLength(1);
  });
});

describe('a change that deletes a resource with data is refused', () => {
  test.each<[string, Case]>([
    ['no review', {}],
    ['an approval that does not name the resource', { reviews: [approved('grace', 'LGTM')] }],
    [
      'an approval that names another resource',
      { reviews: [approved('grace', 'acknowledge: google_container_cluster.other')] },
    ],
    [
      'an approval that names one of two resources',
      { changes: [lost(CLUSTER), lost('x.y')], reviews: [approved('grace', YES)] },
    ],
    ['an approval by the author', { reviews: [approved('ada', YES)] }],
    ['an approval by the author in other case', { reviews: [approved('ADA', YES)] }],
    ['an approval by somebody who may only read', { reviews: [approved('reader', YES)] }],
    ['an approval by a deleted account', { reviews: [approved('ghost', YES)] }],
    ['an approval by a workflow', { reviews: [approved('github-actions[bot]', YES)] }],
    ['an approval of another commit', { reviews: [approved('grace', YES, { commitId: OLD })] }],
    ['a comment', { reviews: [{ login: 'grace', state: 'COMMENTED', body: YES }] }],
    ['a request for changes', { reviews: [{ login: 'grace', state: 'CHANGES_REQUESTED', body: YES }] }],
    ['an approval that was dismissed', { reviews: [{ login: 'grace', state: 'DISMISSED', body: YES }] }],
    [
      'an approval that was taken back',
      { reviews: [approved('grace', YES), { login: 'grace', state: 'CHANGES_REQUESTED' }] },
    ],
    [
      'an approval that a later one without the address replaces',
      { reviews: [approved('grace', YES), approved('grace', 'LGTM')] },
    ],
    [
      'more reviews than are read',
      {
        reviews: [
          ...Array.from({ length: 1000 }, () => ({ login: 'reader', state: 'COMMENTED' as const })),
          approved('grace', YES),
        ],
      },
    ],
    ['a push without a pull request', { noPull: true }],
    ['a run without a token', { noToken: true, reviews: [approved('grace', YES)] }],
    ['a flag that names something else', { event: 'terminal', flag: 'x.y' }],
  ])('with %s', async (_, one) => {
    await expect(judge(one)).rejects.toMatchObject({
      message: expect.stringContaining('would destroy what people depend on'),
      hint: expect.stringContaining('"acknowledge: ADDRESS" in an approving review'),
    });
  });

  test.each<[string, string]>([
    ['quotes it', `> ${YES}`],
    ['hides it', `Fine <!--\n${YES}\n-->`],
    ['hides it to the end', `Fine <!--\n${YES}`],
    ['shows it as code', `\`\`\`\n${YES}\n\`\`\``],
    ['shows it as code to the end', `~~~\n${YES}`],
    ['has it in a sentence', `I do not ${YES}`],
    ['says more on the line', `${YES} unless`],
    ['uses a wildcard', 'acknowledge: *'],
    ['spells it with invisible letters', `acknowledge: google_container_cluster.\u200bhub`],
    ['breaks the line', 'acknowledge:\ngoogle_container_cluster.hub'],
    ['is very long', `acknowledge: ${'x'.repeat(60_000)}`],
    ['has many lines', `acknowledge: x\n`.repeat(4000)],
  ])('with an approval that %s', async (_, body) => {
    await expect(judge({ reviews: [approved('grace', body)] })).rejects.toThrow('would destroy');
    for (const line of context.said) expect(line).toMatch(/^ {2}acknowledged by [^\r\n]{1,400}$/);
  });

  test('in a run of a push that is given its address', async () => {
    await expect(judge({ flag: CLUSTER })).rejects.toThrow('acknowledge is for manual runs only');
  });
});

describe('an error that is acknowledged for the first time', () => {
  const finding: Diagnostic = {
    ...{ file: 'jupyterhub.yaml', line: 3, column: 5, length: 1, severity: 'note' as const, rule: 'public-people' },
    ...{ message: 'The repository is public.', acknowledged: 'All agree.' },
  };
  const check = (one: Case): Promise<void> => refuseUnreviewed(sessionOf({ found: [finding], ...one }));

  test.each<[string, Case]>([
    ['an approval with any text', { reviews: [approved('grace', 'LGTM')] }],
    ['an entry that was there before', { before: 'acknowledge: [{rule: public-people, reason: x}]\n' }],
    ['a manual run', { event: 'workflow_dispatch' }],
    ['a warning', { found: [{ ...finding, rule: 'trial-domain' }] }],
    ['nothing acknowledged', { found: [{ ...finding, acknowledged: undefined } as unknown as Diagnostic] }],
  ])('passes with %s', async (_, one) => {
    await check(one);
  });

  test.each<[string, Case, RegExp]>([
    ['no review', {}, /nobody else with write access approved the last commit of #7/],
    ['the approval of the author', { reviews: [approved('ada', '')] }, /nobody else/],
    ['an entry of another rule before', { before: 'acknowledge: [{rule: group-member, reason: x}]\n' }, /nobody else/],
    ['no pull request', { noPull: true }, /no pull request's merge is commit ccccccc/],
  ])('is refused with %s', async (_, one, why) => {
    await expect(check(one)).rejects.toMatchObject({
      message: expect.stringMatching(why),
      where: 'jupyterhub.yaml:3:5',
      hint: expect.stringContaining('workflow_dispatch'),
    });
  });
});
