import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type GitHub, startGitHub } from '../../../sandbox/src/github/github.js';
import type { GitHubContext } from '../../../src/github/runner/context.js';
import { type BasePolicy, readBasePolicy } from '../../../src/stages/review/base-policy.js';
import type { Session } from '../../../src/stages/session/session.js';
import { contextIn, type TestContext } from '../../support/command-context.js';

const [FIRST, BEFORE, NOW] = ['a', 'b', 'c'].map((letter) => letter.repeat(40)) as [string, string, string];
const STRICT = { approval: 'required', guard: { maxRemovals: { percent: 25, atLeast: 5 }, requiredAdmins: 0 } };

let github: GitHub;
beforeEach(async () => {
  github = await startGitHub({ repository: 'acme/hubs', log: () => {} });
});
afterEach(async () => {
  expect(github.violations).toEqual([]);
  await github.stop();
});

interface Case {
  readonly event?: string;
  readonly before?: string;
  readonly baseSha?: string | undefined;
  readonly config?: string;
  readonly noToken?: boolean;
  readonly permissions?: Readonly<Record<string, 'read'>>;
}

function push(contents: Readonly<Record<string, string>>): void {
  github.addPush({
    after: FIRST,
    files: [],
    contents: { 'jupyterhub.yaml': 'access: {guard: {requiredAdmins: 9}}\n' },
  });
  github.addPush({ after: BEFORE, files: [], contents });
  github.addPush({
    after: NOW,
    files: [],
    contents: { 'jupyterhub.yaml': 'approval: none\naccess: {guard: {requiredAdmins: 8}}\n' },
  });
}

let context: TestContext;
function ask(one: Case = {}): Promise<BasePolicy | undefined> {
  const token = github.addToken('github-actions[bot]', one.permissions ?? { contents: 'read' });
  const env = { GITHUB_WORKSPACE: '/repo', ...(one.noToken ? {} : { INPUT_GITHUB_TOKEN: token }) };
  const facts = {
    eventName: one.event ?? 'push',
    repository: 'acme/hubs',
    sha: NOW,
    push: { before: one.before ?? BEFORE, forced: false },
    pullRequest: { baseSha: 'baseSha' in one ? one.baseSha : BEFORE },
    apiUrl: github.url,
    graphqlUrl: github.graphqlUrl,
  };
  const ofRun = one.event === 'terminal' ? undefined : (facts as unknown as GitHubContext);
  context = contextIn('/repo', { env, github: ofRun, configPath: one.config ?? 'jupyterhub.yaml' });
  return readBasePolicy({ context });
}

const POLICY = `approval: comment
access: {guard: {maxRemovals: {percent: 10, atLeast: 3}, requiredAdmins: 2}}
acknowledge: [{rule: public-people, reason: x}, {rule: 7}, no]
`;
const READ = {
  approval: 'comment',
  guard: { maxRemovals: { percent: 10, atLeast: 3 }, requiredAdmins: 2 },
  acknowledged: new Set(['public-people']),
  isRead: true,
};

test.each(['push', 'pull_request', 'schedule'])(
  'the base policy of a %s is that of the commit before',
  async (event) => {
    push({ 'jupyterhub.yaml': POLICY });
    expect(await ask({ event })).toEqual(READ);
  },
);

test('the base policy knows which hub the file described, and takes no name that could lead elsewhere', async () => {
  push({ 'jupyterhub.yaml': `${POLICY}name: research\nstate: {bucket: acme-tfstate}\n` });
  expect((await ask())?.place).toEqual({ name: 'research', bucket: 'acme-tfstate' });
  push({ 'jupyterhub.yaml': `${POLICY}name: ../other\nstate: {bucket: "a/b?c"}\n` });
  expect(await ask()).toEqual(READ);
});

test('the base policy merges the files that the configuration extends, the nearest first', async () => {
  push({
    'hubs/jupyterhub.yaml': 'extends: ../base.yaml\naccess: {guard: {maxRemovals: {percent: 1}}}\n',
    'base.yaml': 'extends: more/top.yaml\napproval: none\naccess: {guard: {maxRemovals: {atLeast: 2, percent: 90}}}\n',
    'more/top.yaml': 'approval: required\naccess: {guard: {requiredAdmins: 3}}\nacknowledge: [{rule: r}]\n',
  });
  expect(await ask({ config: 'hubs/jupyterhub.yaml' })).toEqual({
    approval: 'none',
    guard: { maxRemovals: { percent: 1, atLeast: 2 }, requiredAdmins: 3 },
    acknowledged: new Set(['r']),
    isRead: true,
  });
});

test.each<[string, string]>([
  ['without these keys', 'name: research\n'],
  [
    'with values of another kind',
    'approval: maybe\naccess: {guard: {maxRemovals: {percent: "90", atLeast: -1}, requiredAdmins: 1.5}}\n',
  ],
  ['with a list as the guard', 'access: {guard: [1]}\nacknowledge: {rule: x}\n'],
])('the base policy of a file %s has the strict defaults', async (_, text) => {
  push({ 'jupyterhub.yaml': text });
  expect(await ask()).toMatchObject({ ...STRICT, acknowledged: new Set(), isRead: true });
});

test.each<[string, Readonly<Record<string, string>>, Case]>([
  ['is not there', {}, { config: 'other.yaml' }],
  ['is not YAML', { 'jupyterhub.yaml': 'approval: [' }, {}],
  ['is a bomb of aliases', { 'jupyterhub.yaml': bomb() }, {}],
  ['is a list', { 'jupyterhub.yaml': '- approval: none\n' }, {}],
  ['extends a missing file', { 'jupyterhub.yaml': 'approval: none\nextends: x.yaml\n' }, {}],
  ['extends a file outside of the repository', { 'jupyterhub.yaml': 'approval: none\nextends: ../../../user\n' }, {}],
  ['extends itself', { 'jupyterhub.yaml': 'approval: none\nextends: jupyterhub.yaml\n' }, {}],
  ['lies outside of the repository', { 'jupyterhub.yaml': POLICY }, { config: '../jupyterhub.yaml' }],
  ['may not be read', { 'jupyterhub.yaml': POLICY }, { permissions: {} }],
  ['is of an unknown commit', { 'jupyterhub.yaml': POLICY }, { event: 'pull_request', baseSha: undefined }],
  ['is of a deleted commit', { 'jupyterhub.yaml': POLICY }, { before: 'd'.repeat(40) }],
])('the strict defaults apply if the base file %s', async (_, contents, one) => {
  push(contents);
  expect(await ask(one)).toEqual({ ...STRICT, acknowledged: new Set(), isRead: false });
});

test.each<[string, Case]>([
  ['in a terminal', { event: 'terminal' }],
  ['in a manual run', { event: 'workflow_dispatch' }],
  ['in the first push of a branch', { before: '0'.repeat(40) }],
  ['without a token', { noToken: true }],
])('there is no base policy %s', async (_, one) => {
  push({ 'jupyterhub.yaml': POLICY });
  const calls = github.journal.length;
  expect(await ask(one)).toBeUndefined();
  expect(github.journal.length).toBe(calls);
  expect(context.said.join()).toMatch(one.noToken ? /count as the file has them: without a github_token/ : /^$/);
});

test('the base policy is read once per run', async () => {
  push({ 'jupyterhub.yaml': POLICY });
  const first = await ask();
  const calls = github.journal.length;
  expect(await readBasePolicy({ context } as unknown as Session)).toBe(first);
  expect(github.journal.length).toBe(calls);
});

function bomb(): string {
  const rows = Array.from(
    { length: 9 },
    (_, index) => `a${index + 1}: &a${index + 1} [${Array(9).fill(`*a${index}`)}]`,
  );
  return ['a0: &a0 [x]', ...rows, 'approval: none', ''].join('\n');
}
