import { clusterIdOf } from '../../config/platform/cluster-id.js';
import { plural } from '../../config/text.js';
import { ToolError } from '../../errors.js';
import type { CommandResult } from '../../stages/command.js';
import { type ClusterConnection, connectCluster } from '../../stages/session/cluster.js';
import type { Roots } from '../../stages/session/programs.js';
import type { Session } from '../../stages/session/session.js';
import { readState } from '../../terraform/state.js';
import { statePrefix } from '../../terraform/variables.js';
import { clusterPlace, deleteClusterByHand, type LiveResource, liveCluster, livePlatform } from './cloud.js';
import { hasCluster, refuseProtectedPlatform, refuseUnseenCluster } from './protection.js';
import { destroyed, showAndConfirm } from './result.js';
import { retainedByPlatform } from './retained.js';
import { hubsOn } from './uninstall.js';

/** Removes the platform, and looks at Google whether it is gone. */
export async function destroyPlatform(session: Session, roots: Roots): Promise<CommandResult> {
  const { config, google } = session;
  session.step('look at what is there');
  const known = await readState(google, config.state.bucket, statePrefix(config, 'platform'));
  const state = known ?? [];
  const live = await liveCluster(session);
  // Without the state nobody knows what belongs to the cluster, and whether it is protected.
  if (live !== undefined && !hasCluster(state)) throw unknownCluster(session, live.status);
  const cluster = await connectCluster(session);
  // A cluster that failed to start runs no hub, and nothing else can be done with it.
  if (cluster === undefined && live?.status !== 'ERROR') await refuseUnseenCluster(session, state);
  if (cluster !== undefined) await refuseUsed(session, cluster);
  refuseProtectedPlatform(session, state);
  const retained = await retainedByPlatform(session, cluster, state);
  session.step('plan the removal');
  const root =
    known === undefined ? undefined : await roots.platform?.plan({ stateExists: true, lock: true, destroy: true });
  const changes = root?.changes ?? [];
  await showAndConfirm(session, 'platform', changes);
  if (root?.hasChanges) {
    session.step('remove the platform');
    await roots.platform?.apply(root.planFile);
  }
  session.step('look at what is left');
  const left = await livePlatform(session);
  if (left.length > 0) throw stillAlive(session, left, changes.length > 0);
  return destroyed(session, 'platform', changes, retained);
}

async function refuseUsed(session: Session, cluster: ClusterConnection): Promise<void> {
  const hubs = await hubsOn(cluster);
  if (hubs.length === 0) return;
  throw new ToolError(
    `The platform is still used by ${plural(hubs.length, 'hub')}: ${hubs.join(', ')}. Nothing was changed`,
    {
      where: `cluster ${clusterIdOf(session.config).name}`,
      hint: 'Destroy each hub first (--target hub), then the platform.',
    },
  );
}

function unknownCluster(session: Session, status: string): ToolError {
  const { state } = session.config;
  const file = `gs://${state.bucket}/${statePrefix(session.config, 'platform')}/default.tfstate`;
  return new ToolError(`The cluster lives (${status}), and the terraform state does not know it. Nothing was changed`, {
    where: clusterPlace(session),
    hint: `If the state was lost, copy an earlier version back (gcloud storage ls --all-versions ${file}), then destroy. If nothing needs the cluster, delete it by hand, then destroy the rest: ${deleteClusterByHand(session)}`,
  });
}

function stillAlive(session: Session, left: readonly LiveResource[], removed: boolean): ToolError {
  const names = left.map(({ what }) => what).join(', ');
  const { project, platform } = session.config;
  return new ToolError(
    `The platform is not destroyed: ${names} ${left.length === 1 ? 'lives' : 'live'} on, and the terraform state does not know ${left.length === 1 ? 'it' : 'them'}`,
    {
      where: `platform ${platform.name}, project ${project}`,
      hint: [
        removed ? 'All that the state knew is removed.' : 'Nothing was changed.',
        `What is of this platform is deleted by hand, in this order: ${left.map(({ deletion }) => deletion).join(' && ')}`,
      ].join(' '),
    },
  );
}
