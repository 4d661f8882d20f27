import { setTimeout as sleep } from 'node:timers/promises';
import { settingChanges } from '../../change/settings.js';
import { recheckChart } from '../../helm/chart/chart.js';
import { waitForWorkloads } from '../../helm/pods/workloads.js';
import { writeKubeconfig } from '../../helm/release/kubeconfig.js';
import { holdLease } from '../../helm/release/lease.js';
import { repairRelease } from '../../helm/release/pending.js';
import { type DeploymentRecord, deploymentRecordObject, readDeploymentRecord } from '../../helm/release/record.js';
import { renderRelease } from '../../helm/release/release.js';
import { newestRevisions } from '../../helm/release/rollback.js';
import { companionRelease } from '../../helm/values/companion.js';
import type { ClusterConnection } from '../session/cluster.js';
import { openHelm } from '../session/programs.js';
import type { Session } from '../session/session.js';
import { knownBefore, settle } from './drift.js';
import type { HubPlan } from './plan.js';
import { takeBack } from './take-back.js';
import { type InstallFacts, readyLimit, upgradeReleases } from './upgrade.js';

const READY_LIMIT = 15 * 60_000;

/**
 * Installs or upgrades both releases under a lease, notes what was deployed, and waits until the hub's workloads are ready.
 * A hub that does not start goes back to the revision that ran.
 */
export async function install(
  session: Session,
  cluster: ClusterConnection,
  plan: HubPlan,
  facts: InstallFacts,
): Promise<void> {
  const { context, token, tempDir } = session;
  const { say, signal, env } = context;
  const { prepared, deployed } = plan;
  const { hub, namespace } = prepared;
  const { kubernetes, endpoint } = cluster;
  const kubeconfig = await writeKubeconfig(tempDir, { endpoint, token: await token(10 * 60_000) });
  const helm = await openHelm(session, kubeconfig);
  const lease = await holdLease({
    // An interrupted run still renews the lease while helm ends, and then removes it.
    kubernetes: kubernetes.withoutSignal(),
    ...{ namespace, name: `${hub}-apply`, env, say, signal, sleep },
  });
  try {
    // A second download could bring another chart than the one that was planned, and reviewed.
    const rendered = plan.rendered ?? (await renderRelease(prepared, helm, deployed));
    await recheckChart(rendered.chart);
    const write = (record: DeploymentRecord): Promise<unknown> => kubernetes.apply(deploymentRecordObject(hub, record));
    const chart = {
      version: prepared.chart.version,
      repository: prepared.chart.source,
      digest: rendered.chart.digest,
    };
    const now = { inputs: prepared.inputs, address: facts.address };
    // What was there stays on record until the new one is there.
    const { revision = 0, ...old } = deployed ?? { values: {}, manifests: [] };
    await write({
      ...old,
      ...(revision === 0 || !('chart' in old) ? { chart } : { chart: old.chart }),
      ...now,
      ...{ revision, state: 'applying' },
    });
    // An apply that ended without a record, say at a time limit, has released its lease, and runs no more than a killed one.
    const repair = { knownDead: lease.tookOver || deployed?.state === 'applying', say };
    const releases = [companionRelease(hub), hub];
    for (const release of releases) await repairRelease(helm, release, namespace, repair);
    const before = await newestRevisions(helm, releases, namespace);
    try {
      const upgrade = { helm, rendered, isHeld: () => lease.held() };
      await upgradeReleases(session, cluster, plan, facts, upgrade);
      session.step('wait for the hub');
      await waitForWorkloads({
        kubernetes,
        namespace,
        names: ['hub', 'proxy'],
        redact: context.write.redact,
        limit: READY_LIMIT,
        runsLimit: readyLimit(deployed, rendered),
        say,
        sleep,
        signal,
      });
    } catch (error) {
      // Whoever interrupts a run, or takes over from it, decides what comes next.
      if (signal.aborted || !lease.held()) throw error;
      throw await takeBack(session, { kubernetes, helm, before, plan, write }, error);
    }
    const [newest] = await helm.history(hub, namespace);
    const { values, manifests } = rendered;
    const { settings } = prepared;
    const settled = await settle(
      kubernetes,
      { hub, address: facts.address },
      manifests,
      knownBefore(deployed, plan.drift),
    );
    const newRevision = newest?.revision ?? 1;
    await write({ ...now, chart, values, manifests, settings, settled, revision: newRevision, state: 'deployed' });
  } finally {
    await lease.release();
  }
}

/** Records what the configuration says where helm has nothing to do, so that the next plan compares with it. */
export async function recordSettings(
  { context }: Session,
  { kubernetes }: ClusterConnection,
  { prepared, deployed }: Pick<HubPlan, 'prepared' | 'deployed'>,
): Promise<void> {
  const { hub, namespace, settings } = prepared;
  if (deployed?.settings !== undefined && settingChanges(deployed.settings, settings).length === 0) return;
  const { say, signal, env } = context;
  const lease = await holdLease({
    ...{ kubernetes: kubernetes.withoutSignal(), namespace, name: `${hub}-apply`, env, say, signal, sleep },
  });
  try {
    const now = await readDeploymentRecord(kubernetes, hub);
    // Another apply has been here, and its record is about a newer state.
    if (now === undefined || now.state !== 'deployed' || now.inputs !== prepared.inputs) return;
    await kubernetes.apply(deploymentRecordObject(hub, { ...now, settings }));
  } finally {
    await lease.release();
  }
}
