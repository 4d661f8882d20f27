import { sameAddress } from '../access/users/email.js';
import { ToolError, UsageError } from '../errors.js';
import { type DeployedState, readDeployedState } from '../helm/release/record.js';
import { absenceText } from '../report/text/plan-note.js';
import { showAdoption } from '../stages/access/adopt.js';
import type { Command } from '../stages/command.js';
import { refuseUnreviewed } from '../stages/review/acknowledgements.js';
import { refuseStaleRun } from '../stages/review/stale-run.js';
import { type ClusterConnection, connectCluster } from '../stages/session/cluster.js';
import { clusterAbsence } from '../stages/session/cluster-status.js';
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
        'e-mail of a person whose access is revoked at once; several separated by commas; they stay blocked until no users file lists them',
    },
  },
  run: (context) =>
    withSession(context, 'sync-users', async (session) => {
      const block = peopleToRemove(session);
      await refuseStaleRun(session);
      await refuseUnreviewed(session);
      const { cluster, deployed } = await connectHub(session);
      if (context.flags.adopt === true) return showAdoption(session, cluster);
      const result = await syncPeople(session, cluster, 'sync-users', block);
      // Checked last, so that access does not wait for a mere message.
      if (await pendingApply(session, deployed)) {
        context.say('  the configuration differs from the last apply: run apply as well; access was synced');
      }
      return result;
    }),
};

/** People whose access is revoked at once. Each must be listed in a users file. */
function peopleToRemove({ context, principals }: Session): readonly string[] {
  const { remove } = context.flags;
  const names = typeof remove === 'string' ? remove.split(',').map((name) => name.trim()) : [];
  const known = new Set(principals.map(({ name }) => sameAddress(name)));
  for (const name of names) {
    if (known.has(sameAddress(name))) continue;
    throw new UsageError(`No users file lists "${name}"`, {
      hint: 'An unlisted person has no access once the newest users files are synced. Check the spelling of the address.',
    });
  }
  return names;
}

/** Connects to the cluster of an applied hub. Throws with a hint if there is none. */
async function connectHub(
  session: Session,
): Promise<{ readonly cluster: ClusterConnection; readonly deployed: DeployedState }> {
  session.step('find the hub');
  const { name, project, location, platform } = session.config;
  const cluster = await connectCluster(session);
  if (cluster === undefined) {
    const why = absenceText(await clusterAbsence(session));
    throw new ToolError(`The cluster of the hub "${name}" does not answer: ${why}`, {
      where: `projects/${project}/locations/${location}/clusters/${platform.name}`,
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
