import type { ImmediateChange } from '../access/hub/blocked.js';
import { type DeployedState, readDeploymentRecord } from '../helm/release/record.js';
import { prepareRelease } from '../helm/release/release.js';
import { changeDocument } from '../report/change-document.js';
import { doneSummary } from '../report/summary.js';
import { changeLines, countLine } from '../report/terminal.js';
import { runNoteText } from '../report/text/run-note.js';
import { applyAccess, waitForBackendService, waitForReconciler } from './access/apply.js';
import type { CommandResult } from './command.js';
import { readDrift } from './deploy/drift.js';
import { bringHomes } from './homes/sync.js';
import { originNotes } from './input/remote-users-files.js';
import { onlyPeopleChanged } from './review/stale-run.js';
import { type ClusterConnection, connectCluster } from './session/cluster.js';
import { productFolder } from './session/package-files.js';
import type { Session } from './session/session.js';

/** Brings the users files to the hub and to IAP, waits until the hub enforces them, and says what was done. */
export async function syncPeople(
  session: Session,
  cluster: ClusterConnection,
  command: 'apply' | 'sync-users',
  immediate?: ImmediateChange,
): Promise<CommandResult> {
  const { context } = session;
  const started = Date.now();
  const backend = await waitForBackendService(session, cluster);
  const done = await applyAccess(session, cluster, backend, command, immediate);
  const ended = await waitForReconciler(session, cluster, done);
  const homes = await bringHomes(session, cluster, done.people, {
    whole: false,
    changes: done.changes,
  });
  const later = [...done.notes, ...ended, ...homes.notes];
  context.group();
  for (const line of [...changeLines(done.changes, context.write), ...later.map(runNoteText)]) context.say(line);
  const notes = [...originNotes(session.input.origins), ...later];
  context.say(`People: ${countLine(done.changes)}`);
  const changeSet = { hub: session.config.name, changes: done.changes };
  const changed = done.changes.length > 0 || homes.changed;
  return {
    exitCode: done.unrecorded === undefined && done.incomplete.length === 0 && homes.complete ? 0 : 1,
    document: changeDocument({ command, changeSet, changed, notes, more: { generation: done.generation } }),
    outputs: { changed: String(changed) },
    summary: doneSummary({
      hub: changeSet.hub,
      command,
      changeSet,
      notes,
      seconds: (Date.now() - started) / 1000,
      warnings: session.input.diagnostics,
      write: context.write,
    }),
  };
}

/**
 * The way of a push that changed users files and nothing else: people only, where the hub is as its configuration says
 * already. Undefined where it is not, or where that is not certain: then the whole of it is planned and applied.
 */
export async function applyPeopleOnly(session: Session): Promise<CommandResult | undefined> {
  const { config, context } = session;
  if (!(await onlyPeopleChanged(session))) return undefined;
  const cluster = await connectCluster(session);
  const deployed = cluster && (await readDeploymentRecord(cluster.kubernetes, config.name));
  if (
    !cluster ||
    deployed === undefined ||
    (await pendingApply(session, deployed)) ||
    (await readDrift(cluster, config.name, deployed, true)).length > 0
  ) {
    context.say('Only users files changed, but the hub is not as its configuration says: all of it is applied.');
    return undefined;
  }
  context.say('Only users files changed: platform and hub are left alone.');
  const result = await syncPeople(session, cluster, 'apply');
  return { ...result, outputs: { ...result.outputs, hub_url: `https://${deployed.address}` } };
}

/** Whether the hub is not, or not wholly, as its configuration says. The platform is not looked at. */
export async function pendingApply({ config, context }: Session, deployed: DeployedState): Promise<boolean> {
  const prepared = await prepareRelease({ config, env: context.env, helmDir: productFolder('helm') });
  return deployed.state !== 'deployed' || deployed.inputs !== prepared.inputs;
}
