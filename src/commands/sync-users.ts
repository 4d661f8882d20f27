import { ToolError } from '../errors.js';
import { readDeployed } from '../helm/deployed.js';
import { doneSummary } from '../report/summary.js';
import { changeLines, countLine } from '../report/terminal.js';
import type { Command } from './command.js';
import { changeDocument } from './document.js';
import { letIn, waitForDoor, waitForKeeper } from './letting-in.js';
import { type Reachable, reachCluster } from './planning.js';
import { type Session, withSession } from './session.js';

/** Brings the users files to the door and into the hub, and nothing else. */
export const command: Command = {
  name: 'sync-users',
  about: 'Lets people in and out as the users files say. Touches neither platform nor hub.',
  flags: {},
  run: (context) =>
    withSession(context, 'sync-users', async (session) => {
      const started = Date.now();
      const reachable = await reachHub(session);
      const backend = await waitForDoor(session, reachable);
      const done = await letIn(session, reachable, backend);
      const ended = await waitForKeeper(session, reachable, done);
      const notes = [...done.notes, ...ended];
      for (const line of [...changeLines(done.changes), ...notes]) context.say(line);
      context.say(`People: ${countLine(done.changes)}`);
      const changeSet = { hub: session.config.name, changes: done.changes };
      const changed = done.changes.length > 0;
      return {
        exitCode: 0,
        document: changeDocument('sync-users', changeSet, changed, { generation: done.generation, notes }),
        outputs: { changed: String(changed) },
        summary: doneSummary({
          hub: changeSet.hub,
          command: 'sync-users',
          changeSet,
          notes,
          seconds: (Date.now() - started) / 1000,
          warnings: session.input.diagnostics,
          isPublic: session.isPublic,
        }),
      };
    }),
};

/** The cluster of a hub that has been applied; anything less is told with what to run first. */
async function reachHub(session: Session): Promise<Reachable> {
  session.step('find the hub');
  const { name, project, location } = session.config;
  const reachable = await reachCluster(session);
  if (reachable === undefined) {
    throw new ToolError(`The hub "${name}" has no cluster that answers`, {
      where: `projects/${project}/locations/${location}/clusters/${name}`,
      hint: 'Run apply first; sync-users is for a hub that exists.',
    });
  }
  if ((await readDeployed(reachable.kubernetes, name)) === undefined) {
    throw new ToolError(`The hub "${name}" has not been installed yet`, {
      where: `namespace jupyterhub-${name}`,
      hint: 'Run apply first; sync-users is for a hub that exists.',
    });
  }
  return reachable;
}
