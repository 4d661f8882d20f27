import { ToolError } from '../../errors.js';
import type { CommandResult } from '../../stages/command.js';
import { connectCluster } from '../../stages/session/cluster.js';
import type { Roots } from '../../stages/session/programs.js';
import type { Session } from '../../stages/session/session.js';
import { readState } from '../../terraform/state.js';
import { type RootName, statePrefix } from '../../terraform/variables.js';
import { addressName, type LiveAddress, liveAddress, releaseByHand } from './cloud.js';
import { refuseProtectedHub, refuseUnseenCluster } from './protection.js';
import { destroyed, showAndConfirm } from './result.js';
import { retainedByHub } from './retained.js';
import { listHubResources, removeHub } from './uninstall.js';

/** Removes the hub from its cluster. Its address goes too where it is named. */
export async function destroyHub(session: Session, roots: Roots): Promise<CommandResult> {
  const { config, google, context } = session;
  const stateOf = (root: RootName) => readState(google, config.state.bucket, statePrefix(config, root));
  session.step('look at what is there');
  const [cluster, address, state, platform = []] = await Promise.all([
    connectCluster(session),
    liveAddress(session),
    stateOf('hub'),
    stateOf('platform'),
  ]);
  if (cluster === undefined) await refuseUnseenCluster(session, platform);
  const inCluster = cluster ? await listHubResources(session, cluster) : [];
  if (cluster) await refuseProtectedHub(session, cluster, inCluster, platform);
  const release = addressToRelease(session, address);
  const isKnown = state?.some(({ type }) => type === 'google_compute_global_address') === true;
  if (release !== undefined && !isKnown) throw unknownAddress(session, release);
  session.step('plan the removal');
  const root = release && (await roots.hub.plan({ stateExists: true, lock: true, destroy: true }));
  const changes = [...inCluster, ...(root?.changes ?? [])];
  const retained = [
    ...(await retainedByHub(session, cluster)),
    ...(address === undefined || release !== undefined
      ? []
      : [
          {
            what: `address ${address.address}, which costs money as long as it is reserved`,
            where: `${address.name}; destroy --target hub --address ${address.name} releases it`,
          },
        ]),
  ];
  await showAndConfirm(session, 'hub', changes);
  if (cluster && inCluster.length > 0) await removeHub(session, cluster);
  if (root?.hasChanges) {
    session.step("remove the hub's address");
    await roots.hub.apply(root.planFile);
    context.say(`  released: address ${release?.address} (${release?.name})`);
  }
  return destroyed(session, 'hub', changes, retained);
}

/** The address that `--address` names; undefined where it names none, or one that is gone already. */
function addressToRelease({ context, config }: Session, live: LiveAddress | undefined): LiveAddress | undefined {
  const { address: named } = context.flags;
  if (typeof named !== 'string') return undefined;
  const own = addressName(config.name);
  if (named === own) return live;
  throw new ToolError(`${JSON.stringify(named)} is not the reserved address of this hub. Nothing was changed`, {
    where: '--address',
    hint: `Name it by its own name, ${own}, or leave --address out to keep it.`,
  });
}

function unknownAddress(session: Session, address: LiveAddress): ToolError {
  return new ToolError('The terraform state does not know the address of this hub. Nothing was changed', {
    where: `address ${address.name}`,
    hint: `Destroy without --address, and if nothing else uses the address, release it by hand: ${releaseByHand(session, address)}`,
  });
}
