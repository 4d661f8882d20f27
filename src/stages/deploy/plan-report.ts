import { GuardRefusal } from '../../access/guard.js';
import { fingerprint } from '../../change/fingerprint.js';
import { RECORD_FILE, recordAudience, recordName, recordText, withIdentity } from '../../change/record.js';
import type { RunNote } from '../../change/run-note.js';
import type { Diagnostic } from '../../config/diagnostic.js';
import { errorMessage, ToolError } from '../../errors.js';
import { upsertComment } from '../../github/api/comment.js';
import { keepFile } from '../../github/runner/outputs.js';
import { serverSizes } from '../../helm/diff/server-sizes.js';
import { changeDocument } from '../../report/change-document.js';
import { estimateCost } from '../../report/cost/cost.js';
import { costLines } from '../../report/cost/text.js';
import { hubDiagram } from '../../report/diagram.js';
import { type PlanReport, planComment, planMarker, planText } from '../../report/plan-comment.js';
import { refusalComment } from '../../report/refusal.js';
import { changeLines, countLine, verdictLines } from '../../report/terminal.js';
import { runNoteText } from '../../report/text/run-note.js';
import { allEnded } from '../../system/all-settled.js';
import { VERSION } from '../../versions.js';
import type { CommandResult } from '../command.js';
import { originNotes } from '../input/remote-users-files.js';
import { newlyAcknowledged } from '../review/acknowledgements.js';
import { type BasePolicy, readBasePolicy } from '../review/base-policy.js';
import type { Session } from '../session/session.js';
import { type HubPlan, planHub } from './plan.js';

/** Shows what the files would change, in the log and in a comment on the pull request. */
export async function show(session: Session): Promise<CommandResult> {
  const { context, input } = session;
  const [plan, unreviewed] = await allEnded([planHub(session, { lock: false }), newlyAcknowledged(session)]).catch(
    async (error: unknown) => {
      await commentRefusal(session, error);
      throw error;
    },
  );
  const { changes } = plan.changeSet;
  context.group();
  const { write } = context;
  const lines = [...changeLines(changes, write), ...plan.notes.map(runNoteText), ...verdictLines(changes, write)];
  for (const line of lines) context.say(line);
  context.say(`Plan: ${countLine(changes)}`);
  const notes = [...originNotes(input.origins), ...plan.notes, ...unreviewed.map(toReview)];
  const report = reportOf(session, plan, notes, await readBasePolicy(session));
  if (report.cost !== undefined) for (const line of costLines(report.cost)) context.say(line);
  if (session.context.github?.pullRequest) session.step('comment on the pull request');
  await comment(session, planComment(report));
  return {
    exitCode: 0,
    document: changeDocument({ command: 'plan', changeSet: plan.changeSet, changed: changes.length > 0, notes }),
    outputs: { changed: String(changes.length > 0), ...(await keepRecord(session, plan.changeSet)) },
    // Nobody asks for it in a terminal.
    get summary() {
      return [planText(report), '#### The hub as it will be', hubDiagram(session.config)].join('\n\n');
    },
  };
}

/** What a reviewer has to know about an error that a change acknowledges for the first time. */
function toReview({ rule, file, line, column }: Diagnostic): RunNote {
  return { code: 'acknowledgement-needs-review', rule, file, line, column };
}

/** Keeps the record of what is reviewed as a file, which the workflow uploads; only a pull request's counts. */
async function keepRecord(
  { context: { credentials, env, github, write, say } }: Session,
  changeSet: HubPlan['changeSet'],
): Promise<Record<string, string>> {
  const print = { fingerprint: fingerprint(changeSet) };
  if (github?.pullRequest === undefined || github.sha === undefined) return print;
  const text = write.redact(recordText(changeSet, github.sha, write.isPublic));
  const identity = await credentials.identityToken?.(recordAudience(text));
  if (identity === undefined) {
    say(
      '  The plan record is not signed, and apply will not accept it: the job needs "permissions: {id-token: write}".',
    );
  }
  return {
    ...print,
    record_path: await keepFile(env, RECORD_FILE, identity === undefined ? text : withIdentity(text, identity)),
    record_name: recordName(changeSet.hub),
  };
}

/** The plan as the comment and the summary show it. */
export function reportOf(
  session: Session,
  plan: HubPlan,
  notes: readonly RunNote[],
  before?: Pick<BasePolicy, 'approval'>,
): PlanReport {
  const { context, input } = session;
  const { github, write } = context;
  return {
    hub: plan.changeSet.hub,
    commit: github?.sha,
    changeSet: plan.changeSet,
    notes,
    cost: estimateCost({
      config: session.config,
      changes: plan.changeSet.changes,
      before: serverSizes(plan.deployed?.values ?? {}),
      now: context.now,
    }),
    warnings: input.diagnostics,
    fingerprint: fingerprint(plan.changeSet),
    isBinding: session.config.approval === 'required' || before?.approval === 'required',
    versions: { 'jupyterhub-gke': VERSION, [plan.roots.program.name]: plan.roots.program.version },
    links: { summary: github?.runUrl },
    write,
  };
}

/** Puts a refused plan in the place of an older one, which would look as if it still counted. */
async function commentRefusal(session: Session, error: unknown): Promise<void> {
  const { github, write } = session.context;
  if (!(error instanceof ToolError) || !github?.pullRequest || session.context.signal.aborted) return;
  await comment(
    session,
    refusalComment({
      hub: session.config.name,
      message: error.message,
      ...{ where: error.where, hint: error.hint, commit: github.sha, write },
      allows: error instanceof GuardRefusal ? error.allows : undefined,
    }),
  );
}

/** Writes the comment where the run belongs to a pull request. The summary has the same text, so a refusal is said and no failure. */
async function comment(session: Session, body: string): Promise<void> {
  const { context } = session;
  const { credentials, github } = context;
  if (!github?.pullRequest) return;
  try {
    const outcome = await upsertComment({
      context: github,
      token: credentials.githubToken,
      marker: planMarker(session.config.name),
      body,
    });
    context.say(
      outcome.done === 'skipped' ? `No comment: ${outcome.reason}` : `Comment ${outcome.done}: ${outcome.url}`,
    );
  } catch (error) {
    context.say(`The comment could not be written: ${errorMessage(error)}. The step summary has the plan.`);
  }
}
