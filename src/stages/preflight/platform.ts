import type { RunNote } from '../../change/run-note.js';
import type { Session } from '../session/session.js';
import { checkCluster } from './cluster.js';
import { checkNetwork } from './network.js';

/** Looks at what a platform uses and does not make. Throws where a hub could not run on it, before anything changes. */
export async function checkPlatform(session: Session): Promise<readonly RunNote[]> {
  await checkCluster(session);
  return checkNetwork(session);
}
