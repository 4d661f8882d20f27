import type { ChangeSet } from '../../change/change.js';
import { fingerprint, isReviewed } from '../../change/fingerprint.js';
import { type PlanDifference, planDifferences } from '../../change/record.js';
import { UsageError } from '../../errors.js';
import { findPlanRecord } from '../../github/review/plan-record.js';
import { isNewBranch } from '../../github/runner/context.js';
import type { Session } from '../session/session.js';
import { readBasePolicy } from './base-policy.js';

/** Why a change is not applied, and how it differs from what was reviewed. */
export interface NotApproved {
  readonly fingerprint: string;
  /** One sentence. */
  readonly why: string;
  /** Undefined if there is no record to compare with. */
  readonly differences: readonly PlanDifference[] | undefined;
}

/** Workflow that `init` writes for pull requests. */
const PLAN_WORKFLOW = '.github/workflows/pull-request.yml';

/**
 * Checks that a change is what was reviewed. It is if it matches the plan record of the merged pull request, or if the
 * manual run was given its fingerprint. Undefined if the change may be applied. In a terminal the person decides.
 */
export async function withoutApproval(session: Session, changeSet: ChangeSet): Promise<NotApproved | undefined> {
  const { context, config } = session;
  const { github } = context;
  if (github === undefined || !changeSet.changes.some(isReviewed)) return undefined;
  session.step('compare the plan with what was reviewed');
  const now = fingerprint(changeSet);
  const given = givenFingerprint(context.flags.fingerprint);
  if (given !== undefined) {
    if (given === now) return allow(session, `approved in this manual run: the plan has the fingerprint ${short(now)}`);
    return {
      fingerprint: now,
      why: `The run was given the fingerprint ${short(given)}, and the plan has ${short(now)}`,
      differences: undefined,
    };
  }
  if (config.approval !== 'required' && !(await wasRequired(session))) return undefined;
  const { githubToken: token } = context.credentials;
  const { repository, sha } = github;
  if (token === undefined || repository === undefined || sha === undefined) {
    const why = token === undefined ? 'no github_token was given' : 'the event does not say which commit this is';
    return { fingerprint: now, why: `What was reviewed is not known: ${why}`, differences: undefined };
  }
  const named = context.flags['plan-workflow'];
  const workflow = typeof named === 'string' ? named : PLAN_WORKFLOW;
  const { identityToken } = context.credentials;
  const { hub } = changeSet;
  const found = await findPlanRecord({ context: github, token, repository, sha, hub, workflow, identityToken });
  if (!('record' in found)) {
    return { fingerprint: now, why: `What was reviewed is not known: ${found.why}`, differences: undefined };
  }
  const { record, pull } = found;
  if (record.fingerprint === now) {
    return allow(session, `this is what was reviewed in pull request #${pull} (fingerprint ${short(now)})`);
  }
  const differences = record.changes && planDifferences(record.changes, changeSet.changes);
  // A run that failed half-way has made some of the changes. The rest was still reviewed.
  if (differences?.every(({ now: change }) => change === undefined)) {
    const [rest, all] = [changeSet.changes, record.changes ?? []].map((some) => some.filter(isReviewed).length);
    return allow(
      session,
      `all of this was reviewed in pull request #${pull}: ${rest} of ${all} changes are still to be made`,
    );
  }
  return { fingerprint: now, why: otherPlan(pull, differences), differences };
}

/** Why a plan is refused. A chart whose file was exchanged under its name is told first: nothing in the repository shows it. */
function otherPlan(pull: number, differences: readonly PlanDifference[] = []): string {
  for (const { reviewed, now } of differences) {
    const [was, is] = [reviewed?.chart?.after, now?.chart?.after];
    if (was === undefined || is === undefined || was.digest === is.digest) continue;
    if (was.source !== is.source || was.version !== is.version) continue;
    const file = `jupyterhub-${is.version}.tgz of ${is.source}`;
    return `The chart file ${file} differs from the one that was reviewed in pull request #${pull}: its SHA-256 is ${is.digest}, and ${was.digest} was reviewed`;
  }
  return `The plan is not what was reviewed in pull request #${pull}`;
}

/** The base policy decides whether a change of `approval` needs one. An unknown base policy counts as `required`. */
async function wasRequired(session: Session): Promise<boolean> {
  const { push } = session.context.github ?? {};
  if (push === undefined || isNewBranch(push)) return false;
  const base = await readBasePolicy(session);
  return (base?.approval ?? 'required') === 'required';
}

/** Says why the change may be applied. */
function allow({ context }: Session, line: string): undefined {
  context.group();
  context.say(`  ${line}`);
}

function short(print: string): string {
  return print.slice(0, 12);
}

function givenFingerprint(flag: unknown): string | undefined {
  if (flag === undefined) return undefined;
  const text = typeof flag === 'string' ? flag.trim().toLowerCase() : '';
  if (/^[0-9a-f]{64}$/.test(text)) return text;
  throw new UsageError('The input fingerprint is not a fingerprint', {
    hint: 'Copy all 64 characters from the summary of the refused run.',
  });
}
