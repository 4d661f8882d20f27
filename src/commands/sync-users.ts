import { sameAddress } from '../access/users/email.js';
import { ToolError, UsageError } from '../errors.js';
import { type DeployedState, readDeployedState } from '../helm/release/record.js';
import { absenceText } from '../report/text/plan-note.js';
import { showAdoption } from '../stages/access/adopt.js';
import type { Command } from '../stages/command.js';
import { refuseUnreviewed } from '../stages/review/acknowledgements.js';
import { refuseStaleRun } from '../stages/review/newest-commit.js';
import { type ClusterConnection, connectCluster } from '../stages/session/cluster.js';
import { clusterAbsence } from '../stages/session/cluster-status.js';
import { type Session, withSession } from '../stages/session/session.js';
import { pendingApply, syncPeople } from '../stages/sync.js';

/** Brings the users files to IAP and into the hub, and nothing else. */
export const command: Command = {
  name: 'sync-users',
  about: 'Lets people in and out as the users files say. Touches neither platform nor hub.',
  flags: {
    adopt: {
      type: 'boolean',
      about: 'show a patch of a users file with everybody whom IAP lets in and no file lists; writes nothing',
    },
    remove: {
      type: 'string',
      about:
        'e-mail of a person to put out at once, several separated by commas; they stay out until no users file lists them',
    },
  },
  run: (context) =>
    withSession(context, 'sync-users', async (session) => {
      const block = removals(session);
      await refuseStaleRun(session);
      await refuseUnreviewed(session);
      const { reachable, deployed } = await reachHub(session);
      if (context.flags.adopt === true) return showAdoption(session, reachable);
      const result = await syncPeople(session, reachable, 'sync-users', block);
      // Asked last, so that nobody waits for mere information.
      if (await pendingApply(session, deployed)) {
        context.say(
          '  the configuration differs from what was applied last: apply is still to come; people are synced all the same',
        );
      }
      return result;
    }),
};

/** Who is to be put out at once; each must be somebody whom a users file lists. */
function removals({ context, principals }: Session): readonly string[] {
  const { remove } = context.flags;
  const names = typeof remove === 'string' ? remove.split(',').map((name) => name.trim()) : [];
  const known = new Set(principals.map(({ name }) => sameAddress(name)));
  for (const name of names) {
    if (known.has(sameAddress(name))) continue;
    throw new UsageError(`No users file lists "${name}"`, {
      hint: 'Who is not listed is out already, once the newest users files are synced. Check the spelling of the address.',
    });
  }
  return names;
}

/** The cluster of a hub that has been applied; anything less is told with what to run first. */
async function reachHub(
  session: Session,
): Promise<{ readonly reachable: ClusterConnection; readonly deployed: DeployedState }> {
  session.step('find the hub');
  const { name, project, location, platform } = session.config;
  const reachable = await connectCluster(session);
  if (reachable === undefined) {
    throw new ToolError(
      `The hub "${name}" has no cluster that answers: ${absenceText(await clusterAbsence(session))}`,
      {
        where: `projects/${project}/locations/${location}/clusters/${platform.name}`,
        hint: 'Run apply first; sync-users is for a hub that exists.',
      },
    );
  }
  const deployed = await readDeployedState(reachable.kubernetes, name);
  if (deployed === undefined) {
    throw new ToolError(`The hub "${name}" has not been installed yet`, {
      where: `namespace jupyterhub-${name}`,
      hint: 'Run apply first; sync-users is for a hub that exists.',
    });
  }
  return { reachable, deployed };
}
