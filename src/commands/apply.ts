import { createHomeStatus } from '../access/homes/status.js';
import { createReconcilerStatus } from '../access/hub/config-maps.js';
import type { RunNote } from '../change/run-note.js';
import { locationText } from '../config/location.js';
import { ToolError } from '../errors.js';
import { isApplied } from '../helm/release/applied.js';
import { namespaceOf } from '../helm/release/record.js';
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
import { install } from '../stages/deploy/install.js';
import { type HubPlan, planHub } from '../stages/deploy/plan.js';
import { reportOf } from '../stages/deploy/plan-report.js';
import { breakLock } from '../stages/deploy/state-lock.js';
import { carryOutPurges } from '../stages/homes/purge.js';
import { bringHomes } from '../stages/homes/sync.js';
import { originNotes } from '../stages/input/remote-users-files.js';
import { acknowledgeLosses, refuseUnreviewed } from '../stages/review/acknowledgements.js';
import { type NotApproved, withoutApproval } from '../stages/review/approval.js';
import { refuseStaleRun } from '../stages/review/newest-commit.js';
import { type ClusterConnection, connectCluster, hubBackend, hubConfigMaps } from '../stages/session/cluster.js';
import { clusterAbsence } from '../stages/session/cluster-status.js';
import { openRoots } from '../stages/session/programs.js';
import { readSecrets } from '../stages/session/secrets.js';
import { type Session, withSession } from '../stages/session/session.js';
import { waitFor } from '../stages/session/wait.js';
import { applyPeopleOnly } from '../stages/sync.js';
import { askTerraform } from '../system/tools.js';

/** Plans, shows and does. Every step can be repeated: a run that was cut off is finished by the next. */
export const command: Command = {
  name: 'apply',
  about: 'Makes platform, hub and people as the files say. Can be run again after any failure.',
  flags: {
    fingerprint: {
      type: 'string',
      about: 'fingerprint of a plan that was looked at: the change is applied if it is that one, whatever was reviewed',
    },
    acknowledge: {
      type: 'string',
      about:
        'address of something that holds data and may be lost, as the refusal names it, several separated by commas; in a terminal or a run by hand',
    },
    'plan-workflow': {
      type: 'string',
      about:
        'in a workflow, path of the one whose runs keep the plan records (default: .github/workflows/pull-request.yml)',
    },
    'break-lock': { type: 'string', about: 'id of a lock on the state that a killed run left; it is removed first' },
  },
  run: (context) => {
    askTerraform(context.env);
    return withSession(context, 'apply', async (session) => {
      const started = Date.now();
      const secrets = readSecrets(session);
      await refuseStaleRun(session);
      await refuseUnreviewed(session);
      const ofPeople = context.flags['break-lock'] === undefined ? await applyPeopleOnly(session) : undefined;
      if (ofPeople !== undefined) return ofPeople;
      const lock = context.flags['break-lock'];
      if (typeof lock === 'string') await breakLock(session, await openRoots(session), lock);
      const plan = await planHub(session, { lock: true });
      const { changes } = plan.changeSet;
      context.group();
      for (const line of [...changeLines(changes, context.write.redact), ...plan.notes.map(runNoteText)])
        context.say(line);
      context.say(`Plan: ${countLine(changes)}`);
      await refuseWithoutPlatform(session, plan);
      const unneeded = await acknowledgeLosses(session, plan.changeSet);
      const refusal = await withoutApproval(session, plan.changeSet);
      if (refusal !== undefined) return refused(session, plan, refusal);
      session.truths.push({ what: 'planned', state: 'good' });
      const done = await carryOut(session, plan, secrets);
      const changed = changes.length > 0 || done.changed;
      const planned = plan.notes.filter(({ code }) => code !== 'no-cluster');
      const later = [...unneeded, ...done.notes];
      const notes = [...originNotes(session.input.origins), ...planned, ...later];
      context.group();
      for (const note of later) context.say(runNoteText(note));
      context.say(
        changed ? `Applied. People enter at ${done.hubUrl}` : `Nothing to do. People enter at ${done.hubUrl}`,
      );
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
          truths: session.truths,
          warnings: session.input.diagnostics,
          isPublic: context.write.isPublic,
          redact: context.write.redact,
        }),
      };
    });
  },
};

/** A hub cannot make the platform of another file; nothing of it is made before that is there. */
async function refuseWithoutPlatform(session: Session, { hasCluster }: HubPlan): Promise<void> {
  const { config, input } = session;
  const { from, name } = config.platform;
  if (from === undefined || hasCluster) return;
  const place = input.locate(['platform', 'from']);
  const why = absenceText(await clusterAbsence(session));
  throw new ToolError(`The platform "${name}" has no cluster that answers (${why}). Nothing was changed`, {
    where: locationText(place),
    hint: `Apply ${from} first, which owns the platform; then start this run again.`,
  });
}

/** Ends a run whose change is not what was reviewed: nothing is changed, and all is said that is needed to decide. */
function refused(session: Session, plan: HubPlan, refusal: NotApproved): CommandResult {
  const { context } = session;
  const { fingerprint, why } = refusal;
  context.group();
  context.say(`${why}. Nothing was changed.`);
  context.say(`To apply this plan, run the workflow by hand with its fingerprint: ${fingerprint}`);
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
      isPublic: context.write.isPublic,
      redact: context.write.redact,
      ...refusal,
    }),
  };
}

interface Done {
  readonly hubUrl: string;
  readonly changed: boolean;
  readonly notes: readonly RunNote[];
  /** False where an access change is not recorded, a managed group not as listed, or a bucket of somebody not there. */
  readonly complete: boolean;
}

/** Does the plan in the order in which one thing needs the other; people first where hub and iap exist already. */
async function carryOut(session: Session, plan: HubPlan, secrets: Readonly<Record<string, string>>): Promise<Done> {
  await applyRoots(session, plan);
  const reachable = await waitForCluster(session);
  const made = await prepareNamespace(session, reachable);
  // Access does not wait for a change of the hub, which may fail: who left is out first.
  const existing = plan.deployed && (await hubBackend(session, reachable));
  const early = existing && (await applyAccess(session, reachable, existing, 'apply'));
  const address = await hubAddress(session, plan);
  const current = await isApplied(plan.prepared, plan.deployed, reachable.kubernetes, { address, secrets });
  if (!current) {
    session.step('install the hub');
    await withChartFindings(session, plan.prepared, () => install(session, reachable, plan, { address, secrets }));
  }
  session.truths.push({ what: 'hub as planned', state: 'good' });
  const backend = await waitForBackendService(session, reachable);
  const late = await applyAccess(session, reachable, backend, 'apply');
  const people = { ...late, changes: [...(early?.changes ?? []), ...late.changes] };
  const ended = await waitForReconciler(session, reachable, people);
  session.truths.push({ what: 'people as planned', state: 'good' });
  const homes = await bringHomes(session, reachable, late.people, {
    whole: true,
    changes: people.changes,
  });
  const purged = await carryOutPurges(session, reachable, late.people);
  return {
    hubUrl: `https://${address}`,
    changed: made || !current || people.changes.length > 0 || homes.changed || purged.changed,
    notes: [
      ...[early?.unrecorded, late.unrecorded].filter((one) => one !== undefined),
      // What the early one could not do, the late one has tried again.
      ...late.incomplete,
      ...ended,
      ...homes.notes,
      ...purged.notes,
      ...(current ? [] : [{ code: 'certificate-pending' } as const]),
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
    }
  }
  session.truths.push({ what: 'platform as planned', state: 'good' });
}

async function waitForCluster(session: Session): Promise<ClusterConnection> {
  session.step('wait for the cluster');
  const { context, config } = session;
  return waitFor(
    {
      what: 'the cluster to answer',
      limit: 15 * 60_000,
      where: `projects/${config.project}/locations/${config.location}/clusters/${config.platform.name}`,
      hint: 'Look at the cluster in the console; when it is RUNNING, run apply again.',
      say: context.say,
      signal: context.signal,
    },
    () => connectCluster(session),
  );
}

/** The namespace and the report that the access reconciler writes into; true where one of them is new. */
async function prepareNamespace(session: Session, reachable: ClusterConnection): Promise<boolean> {
  session.step('make the namespace');
  const { name } = session.config;
  const { kubernetes } = reachable;
  const namespace = {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: namespaceOf(name), labels: labelsOf(name) },
  };
  const live = await kubernetes.get({ apiVersion: 'v1', kind: 'Namespace', name: namespaceOf(name) });
  const isOurs = Object.entries(labelsOf(name)).every(([key, value]) => live?.metadata.labels?.[key] === value);
  if (!isOurs) await kubernetes.apply(namespace);
  const configMaps = hubConfigMaps(session, reachable);
  const made = await createReconcilerStatus(configMaps);
  const marked = session.config.storage.perUserBuckets && (await createHomeStatus(configMaps));
  return !isOurs || made || marked;
}

function labelsOf(hub: string): Record<string, string> {
  return { 'app.kubernetes.io/managed-by': 'jupyterhub-gke', 'jupyterhub-gke/hub': hub };
}

/** Host name of the hub: the configured one, else one that resolves to the reserved address by itself. */
async function hubAddress(session: Session, plan: HubPlan): Promise<string> {
  const { config, context } = session;
  if (config.access.domain) return config.access.domain;
  const outputs = await plan.roots.hub.outputs();
  const { address } = (outputs.address ?? {}) as { address?: unknown };
  if (typeof address !== 'string' || !/^[0-9.]+$/.test(address)) {
    throw new ToolError('The reserved address of the hub is not in the terraform state', {
      where: `gs://${config.state.bucket}`,
      hint: 'Run apply again; if it stays, look at "terraform output" of the hub root.',
    });
  }
  context.say(`  reserved address: ${address}`);
  return `${address}.sslip.io`;
}
