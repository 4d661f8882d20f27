import { readReconcilerStatus } from '../../access/hub/reconciler-status.js';
import type { PlanNote } from '../../change/run-note.js';
import { type Settings, settingChanges } from '../../change/settings.js';
import { type ClusterConnection, hubConfigMaps } from '../session/cluster.js';
import type { Session } from '../session/session.js';

/**
 * How many running notebook servers are idle for longer than a limit that the configuration makes shorter, by the report of
 * the access reconciler. Their number may differ at apply, so it is a note, and not a part of what is reviewed.
 */
export async function idleServers(
  session: Session,
  cluster: ClusterConnection | undefined,
  { before, after }: { readonly before: Settings | undefined; readonly after: Settings },
): Promise<readonly PlanNote[]> {
  if (cluster === undefined || before === undefined) return [];
  const limits = settingChanges(before, after).flatMap((change) => {
    const isIdle = /^profiles\[.*\]\.culling\.idle$/.test(change.setting);
    const { before: was, after: is } = change;
    return isIdle && typeof was === 'number' && typeof is === 'number' && is < was ? [is] : [];
  });
  if (limits.length === 0) return [];
  const seconds = Math.min(...limits);
  const status = await readReconcilerStatus(hubConfigMaps(session, cluster));
  const uses = status?.servers?.map((use) => Date.parse(use)).filter((use) => !Number.isNaN(use)) ?? [];
  if (status === undefined || uses.length === 0) return [];
  const now = session.context.now.getTime();
  const idle = uses.filter((use) => now - use >= seconds * 1000).length;
  return [{ code: 'servers-idle', idle, running: uses.length, seconds, at: String(status.at) }];
}
