import { setTimeout as sleep } from 'node:timers/promises';
import { ToolError } from '../../errors.js';
import { whileImagesArePulled } from '../../helm/pods/image-hook.js';
import { firstInstallValues, isFirstInstall, secretsVersion } from '../../helm/release/applied.js';
import type { Helm } from '../../helm/release/cli.js';
import { refuseUnreviewedObjects } from '../../helm/release/live-check.js';
import type { RenderedRelease } from '../../helm/release/release.js';
import { hubImage } from '../../helm/trial/objects.js';
import { companionRelease } from '../../helm/values/companion.js';
import { merge, resolve } from '../../helm/values/values.js';
import type { ClusterConnection } from '../session/cluster.js';
import type { Session } from '../session/session.js';
import type { HubPlan } from './plan.js';
import { tryNewHub } from './trial.js';

/** What is known only now. */
export interface InstallFacts {
  /** Host name of the hub. */
  readonly address: string;
  readonly secrets: Readonly<Record<string, string>>;
}

interface Upgrade {
  readonly helm: Helm;
  readonly rendered: RenderedRelease;
  readonly isHeld: () => boolean;
}

/** Installs or upgrades both releases. A new hub that cannot start is refused before anything of the hub is changed. */
export async function upgradeReleases(
  session: Session,
  cluster: ClusterConnection,
  plan: HubPlan,
  facts: InstallFacts,
  { helm, rendered, isHeld }: Upgrade,
): Promise<void> {
  const { prepared } = plan;
  const { hub, namespace, companion } = prepared;
  const { say } = session.context;
  if (!isHeld()) throw leaseLost(hub, namespace);
  say(`Release ${companionRelease(hub)} (helm)`);
  await helm.upgrade(companionRelease(hub), companion.chart, namespace, resolve(companion.values, facts));
  if (!isHeld()) throw leaseLost(hub, namespace);
  say(`Release ${hub} (helm)`);
  const isFirst = await isFirstInstall({ kubernetes: cluster.kubernetes, helm }, prepared);
  // The companion release has written it.
  const known = { ...facts, secretsVersion: await secretsVersion(prepared, cluster.kubernetes) };
  const resolved = resolve(isFirst ? merge(firstInstallValues(), prepared.values) : prepared.values, known);
  // The companion chart is ours, and comes with this program. It looks nothing up.
  const live = await refuseUnreviewedObjects(helm, prepared, rendered, resolved, known);
  // Nobody is in a hub that never ran.
  if ((plan.deployed?.revision ?? 0) > 0) await tryNewHub(session, cluster, plan, live, facts.secrets);
  if (!isHeld()) throw leaseLost(hub, namespace);
  await whileImagesArePulled(
    { kubernetes: cluster.kubernetes, namespace, redact: session.context.write.redact, sleep },
    (stop) => helm.upgrade(hub, rendered.chart.path, namespace, resolved, stop),
  );
}

/** How long a hub may run without getting ready. The same program as before has no database to bring up to date. */
export function readyLimit(
  deployed: HubPlan['deployed'],
  { chart, manifests }: Pick<RenderedRelease, 'chart' | 'manifests'>,
): number | undefined {
  if (deployed === undefined || deployed.revision === 0 || deployed.chart.digest !== chart.digest) return undefined;
  return hubImage(deployed.manifests) === hubImage(manifests) ? 100_000 : undefined;
}

function leaseLost(hub: string, namespace: string): ToolError {
  return new ToolError('Another apply took over while this one stood still', {
    where: `Lease ${namespace}/${hub}-apply`,
    hint: 'Wait for its end, then run apply again.',
  });
}
