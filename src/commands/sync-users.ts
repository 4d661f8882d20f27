import type { ImmediateChange } from '../access/hub/blocked.js';
import { sameAddress } from '../access/users/email.js';
import { clusterPath } from '../cloud/clusters.js';
import { clusterIdOf } from '../config/platform/cluster-id.js';
import { ToolError, UsageError } from '../errors.js';
import { type DeployedState, readDeployedState } from '../helm/release/record.js';
import { absenceText } from '../report/text/plan-note.js';
import { showAdoption } from '../stages/access/adopt.js';
import type { Command } from '../stages/command.js';
import { refuseUnreviewed } from '../stages/review/acknowledgements.js';
import { refuseStaleRun } from '../stages/review/stale-run.js';
import { type ClusterConnection, connectCluster } from '../stages/session/cluster.js';
import { clusterAbsence, refuseBrokenCluster } from '../stages/session/cluster-status.js';
import { type Session, withSession } from '../stages/session/session.js';
import { pendingApply, syncPeople } from '../stages/sync.js';

/** Applies the users files to IAP and the hub, and nothing else. */
export const command: Command = {
  name: 'sync-users',
  about: 'Grants and revokes access as the users files say. Changes neither platform nor hub.',
  flags: {
    adopt: {
      type: 'boolean',
      about: 'print a patch of a users file that adds all unlisted members of the IAP policy; writes nothing',
    },
    remove: {
      type: 'string',
      about:
        'e-mail of a person whose access is revoked at once; several separated by commas; they stay blocked until no users file lists them, or until restore',
    },
    restore: {
      type: 'string',
      about: 'e-mail of a person for whom an earlier remove ends; several separated by commas',
    },
    acknowledge: {
      type: 'string',
      about: 'the addresses of remove once more, if access.guard refused their removal; separated by commas',
    },
  },
  run: (context) =>
    withSession(context, 'sync-users', async (session) => {
      const immediate = immediateChange(session);
      await refuseStaleRun(session);
      await refuseUnreviewed(session);
      const { cluster, deployed } = await connectHub(session);
      if (context.flags.adopt === true) return showAdoption(session, cluster);
      const result = await syncPeople(session, cluster, 'sync-users', immediate);
      // Checked last, so that access does not wait for a mere message.
      if (await pendingApply(session, deployed)) {
        context.say('  the configuration differs from the last apply: run apply as well; access was synced');
      }
      return result;
    }),
};

/** Whose access is revoked at once, and for whom that ends. A users file must list them all. */
function immediateChange({ context: { flags }, principals }: Session): ImmediateChange {
  const [remove, restore] = [addressesIn(flags.remove), addressesIn(flags.restore)];
  const known = new Set(principals.map(({ name }) => sameAddress(name)));
  const unknown = [...remove, ...restore].find((name) => !known.has(sameAddress(name)));
  if (unknown !== undefined) {
    throw new UsageError(`No users file lists "${unknown}"`, {
      hint: 'An unlisted person has no access once the newest users files are synced. Check the spelling of the address.',
    });
  }
  const removed = new Set(remove.map(sameAddress));
  const both = restore.find((name) => removed.has(sameAddress(name)));
  if (both !== undefined) {
    throw new UsageError(`"${both}" is in remove and in restore`, { hint: 'Leave one of them out.' });
  }
  return { remove, restore };
}

function addressesIn(flag: unknown): readonly string[] {
  return typeof flag === 'string' ? flag.split(',').map((name) => name.trim()) : [];
}

/** Connects to the cluster of an applied hub. Throws with a hint if there is none. */
async function connectHub(
  session: Session,
): Promise<{ readonly cluster: ClusterConnection; readonly deployed: DeployedState }> {
  session.step('find the hub');
  const { name } = session.config;
  const cluster = await connectCluster(session);
  if (cluster === undefined) {
    await refuseBrokenCluster(session);
    const why = absenceText(await clusterAbsence(session));
    throw new ToolError(`The cluster of the hub "${name}" does not answer: ${why}`, {
      where: clusterPath(clusterIdOf(session.config)),
      hint: 'Run apply first. sync-users needs an installed hub.',
    });
  }
  const deployed = await readDeployedState(cluster.kubernetes, name);
  if (deployed === undefined) {
    throw new ToolError(`The hub "${name}" has not been installed yet`, {
      where: `namespace jupyterhub-${name}`,
      hint: 'Run apply first. sync-users needs an installed hub.',
    });
  }
  return { cluster, deployed };
}
