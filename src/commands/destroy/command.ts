import type { Change, ChangeSet } from '../../change/change.js';
import { stateExists } from '../../cloud/project.js';
import { locationText } from '../../config/location.js';
import { plural } from '../../config/text.js';
import { ConfigurationError, ToolError, UsageError } from '../../errors.js';
import { changeDocument } from '../../report/change-document.js';
import { doneSummary } from '../../report/summary.js';
import { changeLines, countLine } from '../../report/terminal.js';
import type { Command, CommandContext, CommandResult } from '../../stages/command.js';
import { breakLock } from '../../stages/deploy/state-lock.js';
import { type ClusterConnection, connectCluster } from '../../stages/session/cluster.js';
import { openRoots, type Roots } from '../../stages/session/programs.js';
import { type Session, withSession } from '../../stages/session/session.js';
import type { RootPlan } from '../../terraform/root.js';
import { type RootName, statePrefix } from '../../terraform/variables.js';
import { type RetainedResource, retainedByHub, retainedByPlatform } from './retained.js';
import { hubsOn, listHubResources, removeHub } from './uninstall.js';

/** Removes a hub, or a platform without hubs. Resources with people's data are retained and listed. */
export const command: Command = {
  name: 'destroy',
  about: 'Removes a hub or a platform whose protection is off. Homes and the hub database are retained and listed.',
  flags: {
    target: { type: 'string', about: 'what to destroy: hub or platform (required)' },
    'break-lock': { type: 'string', about: 'id of a state lock that a killed run left behind; it is removed first' },
  },
  run: async (context) => {
    const { target } = context.flags;
    if (target !== 'hub' && target !== 'platform') {
      throw new UsageError('destroy needs --target hub or --target platform', {
        hint: 'Destroy the hub first: its load balancer depends on the platform.',
      });
    }
    const work = async (session: Session): Promise<CommandResult> => {
      if (target === 'platform') refuseForeign(session);
      refuseProtected(session);
      const roots = await openRoots(session);
      const lock = context.flags['break-lock'];
      if (typeof lock === 'string') await breakLock(session, roots, lock);
      const cluster = await connectCluster(session);
      return target === 'hub' ? destroyHub(session, roots, cluster) : destroyPlatform(session, roots, cluster);
    };
    // An unreadable users file must not prevent the removal.
    return withSession(context, 'destroy', work, false);
  },
};

function refuseForeign({ config, input }: Session): void {
  const { from } = config.platform;
  if (from === undefined) return;
  const place = input.locate(['platform', 'from']);
  throw new ConfigurationError('This hub does not own its platform. Nothing was changed', {
    where: locationText(place),
    hint: `Destroy the platform with the file that owns it: ${from}.`,
  });
}

function refuseProtected({ config, input }: Session): void {
  if (!config.platform.deletionProtection) return;
  const place = input.locate(['platform', 'deletionProtection'], 'key');
  const what = config.platform.from === undefined ? 'platform' : 'hub';
  throw new ConfigurationError(`The ${what} is protected against deletion. Nothing was changed`, {
    where: locationText(place),
    hint: 'Remove it in two reviewed steps: set "platform: {deletionProtection: false}" and apply that, then destroy.',
  });
}

async function destroyHub(
  session: Session,
  roots: Roots,
  cluster: ClusterConnection | undefined,
): Promise<CommandResult> {
  session.step('plan the removal');
  const inCluster = cluster ? await listHubResources(session, cluster) : [];
  const retained = cluster ? await retainedByHub(session, cluster) : [];
  const root = await planDestroy(session, roots, 'hub');
  const changes = [...inCluster, ...(root?.changes ?? [])];
  show(session.context, changes);
  if (cluster && inCluster.length > 0) await removeHub(session, cluster);
  if (root?.hasChanges) {
    session.step("remove the hub's address");
    await roots.hub.apply(root.planFile);
  }
  return result(session, 'hub', changes, retained);
}

async function destroyPlatform(
  session: Session,
  roots: Roots,
  cluster: ClusterConnection | undefined,
): Promise<CommandResult> {
  session.step('plan the removal');
  const hubs = cluster ? await hubsOn(cluster) : [];
  if (hubs.length > 0) {
    throw new ToolError(
      `The platform is still used by ${plural(hubs.length, 'hub')}: ${hubs.join(', ')}. Nothing was changed`,
      {
        where: `cluster ${session.config.platform.name}`,
        hint: 'Destroy each hub first (--target hub), then the platform.',
      },
    );
  }
  const retained = await retainedByPlatform(session, cluster);
  const root = await planDestroy(session, roots, 'platform');
  show(session.context, root?.changes ?? []);
  if (root?.hasChanges) {
    session.step('remove the platform');
    await roots.platform?.apply(root.planFile);
  }
  return result(session, 'platform', root?.changes ?? [], retained);
}

/** Plans the removal of a root; undefined if it has no state, so there is nothing to remove. */
async function planDestroy(session: Session, roots: Roots, name: RootName): Promise<RootPlan | undefined> {
  const { config, google } = session;
  const exists = await stateExists(google, config.state.bucket, statePrefix(config, name));
  return exists ? roots[name]?.plan({ stateExists: true, lock: true, destroy: true }) : undefined;
}

function show(context: CommandContext, changes: readonly Change[]): void {
  context.group();
  if (changes.length > 0) for (const line of changeLines(changes, context.write)) context.say(line);
  context.say(`Destroy: ${countLine(changes)}`);
}

function result(
  session: Session,
  target: 'hub' | 'platform',
  changes: readonly Change[],
  retained: readonly RetainedResource[],
): CommandResult {
  const changeSet: ChangeSet = { hub: session.config.name, changes };
  const changed = changes.length > 0;
  session.context.group();
  for (const { what, where } of retained) session.context.say(`  retained: ${what} (${where})`);
  session.context.say(changed ? `The ${target} is destroyed.` : `Nothing to do: the ${target} does not exist.`);
  return {
    exitCode: 0,
    document: changeDocument({
      command: 'destroy',
      changeSet,
      changed,
      more: { target, retained: retained.map((one) => ({ ...one })) },
    }),
    outputs: { changed: String(changed) },
    summary: doneSummary({
      hub: changeSet.hub,
      command: 'destroy',
      changeSet,
      retained,
      warnings: session.input.diagnostics,
      write: session.context.write,
    }),
  };
}
