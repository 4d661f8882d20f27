import { ToolError } from '../../errors.js';
import { statePrefix } from '../../terraform/variables.js';
import type { Roots } from '../session/programs.js';
import type { Session } from '../session/session.js';

/** Removes the state lock with this id from whichever root holds it; any other id is refused. */
export async function breakLock(session: Session, roots: Roots, id: string): Promise<void> {
  const { config, google } = session;
  session.step('break the lock');
  for (const name of ['platform', 'hub'] as const) {
    const root = roots[name];
    if (root === undefined) continue;
    const prefix = statePrefix(config, name);
    // The id of a lock in Google Cloud Storage is the generation of its object.
    const lock = await google.get<{ generation?: string }>({
      service: 'storage',
      path: `b/${config.state.bucket}/o/${encodeURIComponent(`${prefix}/default.tflock`)}`,
    });
    if (lock?.generation === id) return root.breakLock(id);
  }
  throw new ToolError(`No state of this hub is locked with the id ${JSON.stringify(id)}`, {
    where: `gs://${config.state.bucket}/jupyterhub/${config.name}`,
    hint: 'Leave --break-lock out: the lock is gone already, or copy the id from the message that names it.',
  });
}
