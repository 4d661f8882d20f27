import type { Change } from '../../change/change.js';
import { locationText } from '../../config/location.js';
import { makesPlatform } from '../../config/platform/cluster-id.js';
import { ToolError } from '../../errors.js';
import { readDeploymentRecord } from '../../helm/release/record.js';
import { absenceText } from '../../report/text/plan-note.js';
import type { ClusterConnection } from '../../stages/session/cluster.js';
import { clusterAbsence } from '../../stages/session/cluster-status.js';
import type { Session } from '../../stages/session/session.js';
import type { StateResource } from '../../terraform/state.js';
import { clusterPlace } from './cloud.js';

const CLUSTER = 'google_container_cluster';

/**
 * Refuses where one of these says that the hub is protected: the record of the last apply, the state of the platform that
 * it owns, the file at hand. They differ after an apply that failed half-way or was not approved. What no apply recorded
 * counts as protected, unless the hub owns its platform and that is not.
 * @param platform the state of the platform
 */
export async function refuseProtectedHub(
  session: Session,
  { kubernetes }: ClusterConnection,
  inCluster: readonly Change[],
  platform: readonly StateResource[],
): Promise<void> {
  if (inCluster.length === 0) return;
  const { name, platform: ofFile } = session.config;
  const applied = (await readDeploymentRecord(kubernetes, name))?.settings?.['platform.deletionProtection'];
  const owned = makesPlatform(session.config) && hasCluster(platform) ? platform : undefined;
  if (applied === true || (owned !== undefined && isProtected(owned))) {
    throw protectedError(session, 'hub', 'the last apply left it so');
  }
  if (applied === undefined && owned === undefined) {
    throw protectedError(session, 'hub', 'no apply recorded that it is not');
  }
  if (ofFile.deletionProtection) throw protectedError(session, 'hub', 'the file says so');
}

/** Refuses where the state has a cluster whose protection was not taken off by an apply. */
export function refuseProtectedPlatform(session: Session, state: readonly StateResource[]): void {
  if (isProtected(state)) throw protectedError(session, 'platform', 'the last apply left it so');
}

function isProtected(state: readonly StateResource[]): boolean {
  return state.some(({ type, attributes }) => type === CLUSTER && attributes.deletion_protection !== false);
}

function protectedError({ config, input }: Session, what: 'hub' | 'platform', why: string): ToolError {
  const inFile = config.platform.deletionProtection
    ? 'Set "platform: {deletionProtection: false}" there in a reviewed change'
    : 'The file says deletionProtection: false, but that is not applied: have it reviewed';
  return new ToolError(`The ${what} is protected against deletion: ${why}. Nothing was changed`, {
    where: locationText(input.locate(['platform', 'deletionProtection'], 'key')),
    hint: `${inFile}, apply it, then destroy.`,
  });
}

/** True where the state has the platform's cluster. */
export function hasCluster(state: readonly StateResource[]): boolean {
  return state.some(({ type }) => type === CLUSTER);
}

/**
 * Refuses where a cluster exists and does not answer, or where the state knows one in another place than the file: what
 * runs there would live on unseen.
 */
export async function refuseUnseenCluster(session: Session, state: readonly StateResource[]): Promise<void> {
  const { config, input } = session;
  const { location, platform } = config;
  const other = state.find(
    ({ type, attributes }) =>
      type === CLUSTER && (attributes.location !== location || attributes.name !== platform.name),
  );
  if (other !== undefined) {
    const { name, location: place } = other.attributes;
    throw new ToolError(`The cluster of this platform is ${name} in ${place}, by its state. Nothing was changed`, {
      where: locationText(input.locate(['location'])),
      hint: `Write "location: ${place}" there, or take the file from the commit that was applied last.`,
    });
  }
  const absence = await clusterAbsence(session);
  if (absence.state === 'missing') return;
  throw new ToolError(`The cluster does not answer (${absenceText(absence)}). Nothing was changed`, {
    where: clusterPlace(session),
    hint: 'What runs in it cannot be seen, and would live on. Bring the cluster back or wait, then run destroy again.',
  });
}
