import { afterEach, beforeEach, expect } from '@jest/globals';
import { type GitHub, type Pull, startGitHub } from '../../sandbox/src/github/github.js';
import type { Job } from '../../sandbox/src/github/oidc.js';
import type { Change, ChangeSet } from '../../src/change/change.js';
import { RECORD_FILE, recordAudience, recordName, recordText, withIdentity } from '../../src/change/record.js';
import type { GitHubContext } from '../../src/github/runner/context.js';
import { type NotApproved, withoutApproval } from '../../src/stages/review/approval.js';
import type { Session } from '../../src/stages/session/session.js';
import { contextIn } from './command-context.js';

const REPOSITORY = 'acme/hubs';
export const WORKFLOW = '.github/workflows/pull-request.yml';
const BASE = 'b'.repeat(40);
const MERGE = 'c'.repeat(40);
export const HEAD = 'a'.repeat(40);
export const OTHER = 'd'.repeat(40);
export const RUN_AT = '2026-11-27T11:00:00Z';
export const LONG_AGO = '2026-11-20T12:00:00Z';
export const CHANGE: Change = {
  scope: 'helm',
  action: 'update',
  subject: { kind: 'kubernetes-object', type: 'Deployment', name: 'hub' },
  attributes: [{ name: 'image', before: 'hub:1', after: 'hub:2' }],
};
export const CHANGES: ChangeSet = { hub: 'research', changes: [CHANGE] };
export const DRIFTED: ChangeSet = {
  hub: 'research',
  changes: [{ ...CHANGE, attributes: [{ name: 'image', before: 'hub:0', after: 'hub:2' }] }],
};

/** The stand-in of the test that is at work. */
export let github: GitHub;
beforeEach(async () => {
  github = await startGitHub({ repository: REPOSITORY, log: () => {} });
});
afterEach(async () => {
  expect(github.violations).toEqual([]);
  await github.stop();
});

/** One pull request and its push. */
export interface Case {
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
  /** Default: that of the run. */
  readonly recordAt?: string;
  readonly reviews?: Pull['reviews'];
  /** The job that made the record, where GitHub says something else of it; null: its record is not signed. */
  readonly job?: Partial<Job> | null;
  /** The text that was signed, where it is not that of the record. */
  readonly signedText?: string;
  /** False where the job that applies may not ask for identity tokens. */
  readonly mayVerify?: boolean;
  /** What happened to the pull request. */
  readonly events?: Pull['events'];
  /** Pull requests besides the one that is merged, of the same branch where nothing else is said. */
  readonly others?: readonly Partial<Pull>[];
}

/** Asks the stand-in for identity tokens of a job. */
function tokensOf(job: Job): (audience: string) => Promise<string> {
  const env = github.jobEnv(job);
  return async (audience) => {
    const address = `${env.ACTIONS_ID_TOKEN_REQUEST_URL}&audience=${encodeURIComponent(audience)}`;
    const headers = { authorization: `Bearer ${env.ACTIONS_ID_TOKEN_REQUEST_TOKEN}` };
    return ((await (await fetch(address, { headers })).json()) as { value: string }).value;
  };
}

/** A record as the plan of pull request 7 leaves it: signed by GitHub. Text that is not JSON stays as it is. */
export async function signed(text: string, job: Partial<Job> = {}, signedText = text): Promise<string> {
  if (!text.startsWith('{')) return text;
  const plan: Job = {
    ...{ event: 'pull_request', ref: 'refs/pull/7/merge', headRef: 'change', baseRef: 'main', workflow: WORKFLOW },
    ...job,
  };
  return withIdentity(text, await tokensOf(plan)(recordAudience(signedText)));
}

/** Plays one pull request from its plan to the push of its merge. */
export async function judge(one: Case): Promise<NotApproved | undefined> {
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
      reviews: one.reviews ?? [],
      login: 'ada',
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
    const stored =
      one.job === null
        ? text
        : await signed(text, { workflow: (one.workflow ?? WORKFLOW).replace(/@.*$/, ''), ...one.job }, one.signedText);
    github.runs.addArtifact(501, one.artifact ?? recordName('research'), RECORD_FILE, stored, {
      expired: one.expired ?? false,
      ...(one.recordAt === undefined ? {} : { createdAt: one.recordAt }),
    });
  }
  github.addPush({ after: MERGE, files: files.map(({ filename }) => filename) });
  const token = github.addToken(
    'github-actions[bot]',
    one.permissions ?? { actions: 'read', contents: 'read', pull_requests: 'read' },
  );
  const env: NodeJS.ProcessEnv = one.noToken ? {} : { INPUT_GITHUB_TOKEN: token };
  const flags: Record<string, string> = {
    ...(one.flag === undefined ? {} : { fingerprint: one.flag }),
    ...(one.planWorkflow === undefined ? {} : { 'plan-workflow': one.planWorkflow }),
  };
  const run = {
    repository: REPOSITORY,
    sha: MERGE,
    defaultBranch: 'main',
    eventName: 'push',
    push: { before: BASE, forced: false },
    apiUrl: github.url,
    graphqlUrl: github.graphqlUrl,
  };
  const made = contextIn('.', { env, github: run as unknown as GitHubContext, flags });
  const identityToken =
    one.mayVerify === false ? undefined : tokensOf({ event: 'push', ref: 'refs/heads/main', workflow: WORKFLOW });
  const context = { ...made, credentials: { ...made.credentials, identityToken } };
  const session = { context, config: { approval: one.approval ?? 'required' }, step: () => {} };
  return withoutApproval(session as unknown as Session, one.now ?? CHANGES);
}
