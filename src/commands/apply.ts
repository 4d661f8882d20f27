import { createHomeStatus } from '../access/homes/status.js';
import { createReconcilerStatus } from '../access/hub/reconciler-status.js';
import type { RunNote } from '../change/run-note.js';
import { clusterPath } from '../cloud/clusters.js';
import { locationText } from '../config/location.js';
import { clusterIdOf } from '../config/platform/cluster-id.js';
import { ToolError } from '../errors.js';
import { isApplied } from '../helm/release/applied.js';
import { namespaceOf } from '../helm/release/record.js';
import { removeTrials } from '../helm/trial/leftovers.js';
import { approvalSummary } from '../report/approval.js';
import { changeDocument } from '../report/change-document.js';
import { planText } from '../report/plan-comment.js';
import { doneSummary } from '../report/summary.js';
import { changeLines, countLine } from '../report/terminal.js';
import { absenceText } from '../report/text/plan-note.js';
import { runNoteText } from '../report/text/run-note.js';
import { applyAccess, waitForBackendService, waitForReconciler } from '../stages/access/apply.js';
import type { Command, CommandResult } from '../stages/command.js';
import { withChartFindings } from '../stages/deploy/chart-findings.js';
import { install, recordSettings } from '../stages/deploy/install.js';
import { keepDatabase, keptAddress, refuseKeptHomes } from '../stages/deploy/kept-homes.js';
import { hubNamespace } from '../stages/deploy/namespace.js';
import { type HubPlan, planHub } from '../stages/deploy/plan.js';
import { reportOf } from '../stages/deploy/plan-report.js';
import { breakLock } from '../stages/deploy/state-lock.js';
import { carryOutPurges } from '../stages/homes/purge.js';
import { refuseStrandedHomes, strandedAddress } from '../stages/homes/stranded.js';
import { bringHomes } from '../stages/homes/sync.js';
import { originNotes } from '../stages/input/remote-users-files.js';
import { acknowledgeLosses, refuseUnreviewed } from '../stages/review/acknowledgements.js';
import { type NotApproved, withoutApproval } from '../stages/review/approval.js';
import { refuseStaleRun } from '../stages/review/stale-run.js';
import { type ClusterConnection, connectCluster, hubBackend, hubConfigMaps } from '../stages/session/cluster.js';
import { clusterAbsence, refuseBrokenCluster } from '../stages/session/cluster-status.js';
import { confirmInTerminal } from '../stages/session/confirm.js';
import { addressNote, hubAddress } from '../stages/session/hub-address.js';
import { wantedClient } from '../stages/session/oauth-client.js';
import { openRoots } from '../stages/session/programs.js';
import { readSecrets } from '../stages/session/secrets.js';
import { type Session, withSession } from '../stages/session/session.js';
import { waitFor } from '../stages/session/wait.js';
import { applyPeopleOnly } from '../stages/sync.js';
import { askTerraform } from '../system/tools.js';

/** Plans, shows and applies. Every step can be repeated, so the next run completes an interrupted one. */
export const command: Command = {
  name: 'apply',
  about: 'Applies the files to platform, hub and people. Can be run again after any failure.',
  flags: {
    fingerprint: {
      type: 'string',
      about: 'fingerprint of a plan that you have checked: the change is applied if it has this fingerprint',
    },
    acknowledge: {
      type: 'string',
      about:
        'address of a resource that holds data and may be lost, as named in the refusal; several separated by commas; in a terminal or a manual run',
    },
    'plan-workflow': {
      type: 'string',
      about:
        'in a workflow, path of the workflow that writes the plan records (default: .github/workflows/pull-request.yml)',
    },
    yes: { type: 'boolean', about: 'in a terminal, apply what the plan shows without asking' },
    'break-lock': { type: 'string', about: 'id of a state lock that a killed run left behind; it is removed first' },
  },
  run: (context) => {
    askTerraform(context.env);
    return withSession(context, 'apply', async (session) => {
      const started = Date.now();
      const secrets = await readSecrets(session);
      await refuseStaleRun(session);
      await refuseUnreviewed(session);
      const ofPeople = context.flags['break-lock'] === undefined ? await applyPeopleOnly(session) : undefined;
      if (ofPeople !== undefined) return ofPeople;
      const lock = context.flags['break-lock'];
      if (typeof lock === 'string') await breakLock(session, await openRoots(session), lock);
      const plan = await planHub(session, { lock: true });
      const { changes } = plan.changeSet;
      context.group();
      for (const line of [...changeLines(changes, context.write), ...plan.notes.map(runNoteText)]) context.say(line);
      context.say(`Plan: ${countLine(changes)}`);
      await refuseWithoutPlatform(session, plan);
      await refuseKeptHomes(session, plan);
      await refuseStrandedHomes(session, plan);
      const { name } = session.config;
      const kept = [...(plan.deployed === undefined ? [keptAddress(name)] : []), strandedAddress(name)];
      const unneeded = await acknowledgeLosses(session, plan.changeSet, kept);
      const refusal = await withoutApproval(session, plan.changeSet);
      if (refusal !== undefined) return notApprovedResult(session, plan, refusal);
      await confirmInTerminal(context, plan.changeSet);
      session.completedSteps.push({ what: 'planned', state: 'good' });
      const done = await carryOut(session, plan, secrets);
      const changed = changes.length > 0 || done.changed;
      const planned = plan.notes.filter(({ code }) => code !== 'no-cluster');
      const later = [...unneeded, ...done.notes];
      const notes = [...originNotes(session.input.origins), ...planned, ...later];
      context.group();
      for (const note of later) context.say(runNoteText(note));
      context.say(changed ? `Applied. The hub is at ${done.hubUrl}` : `Nothing to do. The hub is at ${done.hubUrl}`);
      return {
        exitCode: done.complete ? 0 : 1,
        document: changeDocument({
          command: 'apply',
          changeSet: plan.changeSet,
          changed,
          notes,
          more: { hubUrl: done.hubUrl },
        }),
        outputs: { changed: String(changed), hub_url: done.hubUrl, approval: 'given' },
        summary: doneSummary({
          hub: plan.changeSet.hub,
          command: 'apply',
          changeSet: plan.changeSet,
          notes,
          seconds: (Date.now() - started) / 1000,
          hubUrl: done.hubUrl,
          completedSteps: session.completedSteps,
          warnings: session.input.diagnostics,
          write: context.write,
        }),
      };
    });
  },
};

/** A hub cannot create the platform that another file owns, so nothing is applied before that exists. */
async function refuseWithoutPlatform(session: Session, { hasCluster }: HubPlan): Promise<void> {
  const { config, input } = session;
  const { from, name } = config.platform;
  if (from === undefined || hasCluster) return;
  const place = input.locate(['platform', 'from']);
  const why = absenceText(await clusterAbsence(session));
  throw new ToolError(`The cluster of the platform "${name}" does not answer (${why}). Nothing was changed`, {
    where: locationText(place),
    hint: `First apply ${from}, which owns the platform; then start this run again.`,
  });
}

/** The result of a run whose change is not the reviewed one. Nothing is changed; it has all that a decision needs. */
function notApprovedResult(session: Session, plan: HubPlan, refusal: NotApproved): CommandResult {
  const { context } = session;
  const { fingerprint, why } = refusal;
  context.group();
  context.say(`${why}. Nothing was changed.`);
  context.say(`To apply this plan, start a manual run of the workflow with its fingerprint: ${fingerprint}`);
  return {
    exitCode: 1,
    document: changeDocument({
      command: 'apply',
      changeSet: plan.changeSet,
      changed: false,
      notes: plan.notes,
      more: { approval: 'needed', why },
    }),
    outputs: { changed: 'false', approval: 'needed', fingerprint },
    summary: approvalSummary({
      hub: plan.changeSet.hub,
      plan: planText(reportOf(session, plan, plan.notes)),
      write: context.write,
      ...refusal,
    }),
  };
}

interface ApplyOutcome {
  readonly hubUrl: string;
  readonly changed: boolean;
  readonly notes: readonly RunNote[];
  /** False if an access change is not recorded, a managed group differs from the list, or somebody's bucket is missing. */
  readonly complete: boolean;
}

/** Applies the plan in the order of its dependencies. If hub and IAP exist already, access is changed first. */
async function carryOut(
  session: Session,
  plan: HubPlan,
  secrets: Readonly<Record<string, string>>,
): Promise<ApplyOutcome> {
  await applyRoots(session, plan);
  const cluster = await waitForCluster(session);
  const isNew = await prepareNamespace(session, cluster);
  await removeTrials(cluster.kubernetes, plan.prepared.namespace, session.context.now);
  // Access does not wait for the change of the hub, which may fail: access is revoked first.
  const existing = plan.deployed && (await hubBackend(session, cluster));
  const early = existing && (await applyAccess(session, cluster, existing, 'apply'));
  const address = await hubAddress(session, plan.roots.hub);
  const current =
    plan.drift.length === 0 &&
    (await isApplied(plan.prepared, plan.deployed, cluster.kubernetes, { address, secrets }));
  if (current) await recordSettings(session, cluster, plan);
  else {
    session.step('install the hub');
    await withChartFindings(session, plan.prepared, () => install(session, cluster, plan, { address, secrets }));
    session.wrote('the hub was installed');
  }
  await keepDatabase(cluster, session.config.name);
  session.completedSteps.push({ what: 'hub as planned', state: 'good' });
  const backend = await waitForBackendService(session, cluster, wantedClient(session, secrets));
  const late = await applyAccess(session, cluster, backend, 'apply');
  const people = { ...late, changes: [...(early?.changes ?? []), ...late.changes] };
  const ended = await waitForReconciler(session, cluster, people);
  session.completedSteps.push({ what: 'people as planned', state: 'good' });
  const homes = await bringHomes(session, cluster, late.people, {
    whole: true,
    changes: people.changes,
  });
  const purged = await carryOutPurges(session, cluster, late.people, plan.purge);
  return {
    hubUrl: `https://${address}`,
    changed: isNew || !current || people.changes.length > 0 || homes.changed || purged.changed,
    notes: [
      ...[early?.unrecorded, late.unrecorded].filter((one) => one !== undefined),
      // The late attempt has repeated what the early one could not do.
      ...late.incomplete,
      ...ended,
      ...homes.notes,
      ...purged.notes,
      ...(current ? [] : [await addressNote(session, plan.roots.hub, plan.certificate)]),
    ],
    complete:
      early?.unrecorded === undefined &&
      late.unrecorded === undefined &&
      late.incomplete.length === 0 &&
      homes.complete &&
      purged.complete,
  };
}

async function applyRoots(session: Session, plan: HubPlan): Promise<void> {
  for (const name of ['platform', 'hub'] as const) {
    const root = plan.terraform[name];
    if (root?.hasChanges) {
      session.step(name === 'platform' ? 'apply the platform' : "apply the hub's address");
      session.context.say(name === 'platform' ? 'Platform (terraform)' : 'Address of the hub (terraform)');
      await plan.roots[name]?.apply(root.planFile);
      session.wrote(name === 'platform' ? 'the platform was changed' : "the hub's address was changed");
    }
  }
  session.completedSteps.push({ what: 'platform as planned', state: 'good' });
}

async function waitForCluster(session: Session): Promise<ClusterConnection> {
  session.step('wait for the cluster');
  const { context, config } = session;
  return waitFor(
    {
      what: 'the cluster to answer',
      limit: 15 * 60_000,
      where: clusterPath(clusterIdOf(config)),
      hint: 'Check the cluster in the console. When it is RUNNING, run apply again.',
      say: context.say,
      signal: context.signal,
    },
    async () => {
      const cluster = await connectCluster(session);
      if (cluster === undefined) await refuseBrokenCluster(session);
      return cluster;
    },
  );
}

/** Creates the namespace, the ConfigMap for the access reconciler's report, and the home status. @returns whether one is new */
async function prepareNamespace(session: Session, cluster: ClusterConnection): Promise<boolean> {
  session.step('make the namespace');
  const { name } = session.config;
  const { kubernetes } = cluster;
  const namespace = hubNamespace(name);
  const live = await kubernetes.get({ apiVersion: 'v1', kind: 'Namespace', name: namespaceOf(name) });
  const isOurs = Object.entries(namespace.metadata.labels).every(
    ([key, value]) => live?.metadata.labels?.[key] === value,
  );
  if (!isOurs) {
    await kubernetes.apply(namespace);
    session.wrote('the namespace was made');
  }
  const configMaps = hubConfigMaps(session, cluster);
  const isNew = await createReconcilerStatus(configMaps);
  const isStatusNew = session.config.storage.perUserBuckets && (await createHomeStatus(configMaps));
  return !isOurs || isNew || isStatusNew;
}
