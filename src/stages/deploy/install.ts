import { setTimeout as sleep } from 'node:timers/promises';
import { settingChanges } from '../../change/settings.js';
import { ToolError } from '../../errors.js';
import { recheckChart } from '../../helm/chart/chart.js';
import { firstInstallValues, isFirstInstall, secretsVersion } from '../../helm/release/applied.js';
import type { Settled } from '../../helm/release/drift.js';
import { writeKubeconfig } from '../../helm/release/kubeconfig.js';
import { holdLease } from '../../helm/release/lease.js';
import { refuseUnreviewedObjects } from '../../helm/release/live-check.js';
import { repairRelease } from '../../helm/release/pending.js';
import { type DeploymentRecord, deploymentRecordObject, readDeploymentRecord } from '../../helm/release/record.js';
import { renderRelease } from '../../helm/release/release.js';
import { waitForWorkloads } from '../../helm/release/workloads.js';
import { companionRelease } from '../../helm/values/companion.js';
import { merge, resolve } from '../../helm/values/values.js';
import type { ClusterConnection } from '../session/cluster.js';
import { openHelm } from '../session/programs.js';
import type { Session } from '../session/session.js';
import { settle } from './drift.js';
import type { HubPlan } from './plan.js';

/** What is known only now. */
export interface InstallFacts {
  /** Host name of the hub. */
  readonly address: string;
  readonly secrets: Readonly<Record<string, string>>;
}

const READY_LIMIT = 15 * 60_000;

/** Installs or upgrades both releases under a lease, notes what was deployed, and waits until the hub's workloads are ready. */
export async function install(
  session: Session,
  { kubernetes, endpoint }: ClusterConnection,
  plan: HubPlan,
  facts: InstallFacts,
): Promise<void> {
  const { context, token, tempDir } = session;
  const { say, signal, env } = context;
  const { prepared, deployed } = plan;
  const { hub, namespace } = prepared;
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
    const record = (state: DeploymentRecord['state'], revision: number, settled?: Settled): Promise<unknown> =>
      kubernetes.apply(
        deploymentRecordObject(hub, {
          state,
          inputs: prepared.inputs,
          address: facts.address,
          chart: {
            version: prepared.chart.version,
            repository: prepared.chart.source,
            digest: rendered.chart.digest,
          },
          revision,
          // What was there stays on record until the new one is there.
          values: state === 'deployed' ? rendered.values : (deployed?.values ?? {}),
          manifests: state === 'deployed' ? rendered.manifests : (deployed?.manifests ?? []),
          settings: state === 'deployed' ? prepared.settings : deployed?.settings,
          settled,
        }),
      );
    await record('applying', deployed?.revision ?? 0);
    // An apply that ended without a record, say at a time limit, has released its lease, and runs no more than a killed one.
    const repair = { knownDead: lease.tookOver || deployed?.state === 'applying', say };
    for (const [release, chart, values] of [
      [companionRelease(hub), prepared.companion.chart, prepared.companion.values],
      [hub, rendered.chart.path, prepared.values],
    ] as const) {
      if (!lease.held()) throw leaseLost(hub, namespace);
      await repairRelease(helm, release, namespace, repair);
      say(`Release ${release} (helm)`);
      const isFirst = release === hub && (await isFirstInstall({ kubernetes, helm }, prepared));
      // The companion release, which is installed first, has written it.
      const known = {
        ...facts,
        secretsVersion: release === hub ? await secretsVersion(prepared, kubernetes) : undefined,
      };
      const resolved = resolve(isFirst ? merge(firstInstallValues(), values) : values, known);
      // The companion chart is ours, and comes with this program. It looks nothing up.
      if (release === hub) await refuseUnreviewedObjects(helm, prepared, rendered, resolved, known);
      await helm.upgrade(release, chart, namespace, resolved);
    }
    session.step('wait for the hub');
    await waitForWorkloads({ kubernetes, namespace, names: ['hub', 'proxy'], limit: READY_LIMIT, say, sleep, signal });
    const [newest] = await helm.history(hub, namespace);
    const settled = await settle(kubernetes, { hub, address: facts.address }, rendered.manifests, plan.drift);
    await record('deployed', newest?.revision ?? 1, settled);
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

function leaseLost(hub: string, namespace: string): ToolError {
  return new ToolError('Another apply took over while this one stood still', {
    where: `Lease ${namespace}/${hub}-apply`,
    hint: 'Wait for its end, then run apply again.',
  });
}
