import { setTimeout as sleep } from 'node:timers/promises';
import type { Kubernetes } from '../../cloud/kubernetes.js';
import { errorMessage, ToolError } from '../../errors.js';
import { waitForWorkloads } from '../../helm/pods/workloads.js';
import type { Helm } from '../../helm/release/cli.js';
import type { DeploymentRecord } from '../../helm/release/record.js';
import { goBack, type RevisionsBefore } from '../../helm/release/rollback.js';
import { companionRelease } from '../../helm/values/companion.js';
import type { Session } from '../session/session.js';
import { knownBefore, settle } from './drift.js';
import type { HubPlan } from './plan.js';

interface TakeBack {
  readonly kubernetes: Kubernetes;
  readonly helm: Helm;
  /** Revisions before this run changed anything. */
  readonly before: RevisionsBefore;
  readonly plan: Pick<HubPlan, 'prepared' | 'deployed'>;
  readonly write: (record: DeploymentRecord) => Promise<unknown>;
}

/** The old hub has started before, so it needs less time than a new one. */
const READY_LIMIT = 5 * 60_000;

/**
 * After a failed upgrade: both releases go back to what ran, and the record says so, so that the next plan compares with it.
 * @param error why the upgrade failed
 * @returns the error that the run ends with
 */
export async function takeBack(session: Session, options: TakeBack, error: unknown): Promise<unknown> {
  const { kubernetes, helm, before, plan, write } = options;
  const { deployed } = plan;
  const { hub, namespace } = plan.prepared;
  const { say, signal, write: writer } = session.context;
  const known = deployed !== undefined && deployed.revision > 0 ? deployed : undefined;
  session.step('go back to the hub that ran');
  try {
    const releases = [hub, companionRelease(hub)];
    const back = await goBack({ helm, namespace, releases, before, ready: known?.revision, say });
    if (back.kind === 'nothing-before') return withOutcome(error, 'There is no earlier revision to go back to');
    if (back.kind === 'unchanged') {
      if (known?.state === 'deployed') await write(known);
      return error;
    }
    await waitForWorkloads({
      ...{ kubernetes, namespace, say, sleep, signal },
      names: ['hub', 'proxy'],
      redact: writer.redact,
      limit: READY_LIMIT,
    });
    // Inputs of a run that did not end are those of its files, not of what went back.
    const inputs = known?.state === 'deployed' ? known.inputs : '';
    if (known !== undefined) {
      const place = { hub, address: known.address };
      const settled = known.settled ?? (await settle(kubernetes, place, known.manifests, knownBefore(known, [])));
      await write({ ...known, inputs, settled, state: 'deployed', revision: back.revision });
    }
    session.completedSteps.push({ what: `hub as before (revision ${back.to})`, state: 'good' });
    return withOutcome(error, `The hub went back to revision ${back.to}, which ran before, and runs`);
  } catch (failure) {
    signal.throwIfAborted();
    return withOutcome(error, `Going back failed too: ${errorMessage(failure)}`, failure);
  }
}

/** The cause of the failure with what became of the hub. */
function withOutcome(error: unknown, outcome: string, failure?: unknown): ToolError {
  const { where, hint, log } = error instanceof ToolError ? error : {};
  const way = failure instanceof ToolError ? failure.hint : hint;
  return new ToolError(`${errorMessage(error)}. ${outcome}`, {
    ...(where === undefined ? {} : { where }),
    ...(way === undefined ? {} : { hint: way }),
    ...(log === undefined ? {} : { log }),
    cause: error,
  });
}
