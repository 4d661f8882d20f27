import { setTimeout as sleep } from 'node:timers/promises';
import { readHomeDisks } from '../../access/homes/disks.js';
import { homeAddress } from '../../access/homes/names.js';
import {
  onlyPlanned,
  type PurgePlan,
  type PurgeState,
  planPurge,
  purgeChanges,
} from '../../access/homes/purge-plan.js';
import { purgeBucket, purgeDisks, stopPurges } from '../../access/homes/purge-run.js';
import { type HomeStatus, NO_HOME_STATUS, readHomeStatus } from '../../access/homes/status.js';
import type { Principal } from '../../access/users/load.js';
import type { Change } from '../../change/change.js';
import type { HomesNote } from '../../change/run-note.js';
import { errorMessage } from '../../errors.js';
import { type ClusterConnection, hubConfigMaps } from '../session/cluster.js';
import type { Session } from '../session/session.js';
import { type HomesResult, homesClients } from './sync.js';

/** What storage.purge would delete, and what a reader has to know of it. */
export interface PlannedPurge {
  readonly changes: readonly Change[];
  readonly notes: readonly HomesNote[];
  /** The claims and buckets that were looked at: apply deletes no other ones. */
  readonly plan: PurgePlan;
}

const NOTHING: PlannedPurge = { changes: [], notes: [], plan: { purges: [], notes: [] } };

/** Compares storage.purge with the homes there are; asks nothing where it has no entry. Fails where it names somebody with access. */
export async function planPurges(
  session: Session,
  cluster: ClusterConnection | undefined,
  people: readonly Principal[],
  homeStatus: HomeStatus,
): Promise<PlannedPurge> {
  if (session.config.storage.purge.length === 0 || cluster === undefined) return NOTHING;
  const plan = planPurge(await stateOf(session, cluster, people, homeStatus));
  return { changes: purgeChanges(hubOf(session), plan), notes: plan.notes, plan };
}

/**
 * Deletes what storage.purge names, looked up anew: who has come back since the plan keeps the home. What was not planned
 * then, and so not compared with what was reviewed, is not deleted. Disks go with the run's own identity, buckets with
 * the one that makes them. What storage.purge names no more is no longer emptied.
 */
export async function carryOutPurges(
  session: Session,
  cluster: ClusterConnection,
  people: readonly Principal[],
  planned: PurgePlan,
): Promise<HomesResult> {
  const { context, config } = session;
  const configMaps = hubConfigMaps(session, cluster);
  const homeStatus = (await readHomeStatus(configMaps)) ?? NO_HOME_STATUS;
  if (config.storage.purge.length === 0 && !isEmptying(homeStatus))
    return { changed: false, notes: [], complete: true };
  session.step('delete the homes that storage.purge names');
  const plan = onlyPlanned(planPurge(await stateOf(session, cluster, people, homeStatus)), planned);
  const notes: HomesNote[] = [];
  let complete = true;
  for (const purge of plan.purges) {
    const { email, left } = purge.entry;
    if (purge.disks.length > 0) {
      await purgeDisks(cluster.kubernetes, configMaps.namespace, purge);
      notes.push({ code: 'disk-purged', owner: email, left });
    }
  }
  try {
    notes.push(...(await purgeBuckets(session, cluster, plan, homeStatus)));
  } catch (error) {
    if (context.signal.aborted) throw error;
    complete = false;
    notes.push({ code: 'purge-incomplete', error: errorMessage(error) });
  }
  return { changed: plan.purges.length > 0 || notes.length > 0, notes: [...plan.notes, ...notes], complete };
}

async function purgeBuckets(
  session: Session,
  cluster: ClusterConnection,
  { purges }: PurgePlan,
  homeStatus: HomeStatus,
): Promise<readonly HomesNote[]> {
  const wanted = purges.flatMap(({ entry, bucket }) => (bucket === undefined ? [] : [{ entry, bucket }]));
  if (wanted.length === 0 && !isEmptying(homeStatus)) return [];
  const site = { ...homesClients(session, cluster), ...hubOf(session), sleep };
  const notes: HomesNote[] = [];
  for (const { entry, bucket } of wanted) {
    const place = homeAddress(site, bucket);
    const complete = await purgeBucket(site, bucket);
    notes.push({ code: 'bucket-purged', owner: entry.email, place, complete });
  }
  const stopped = await stopPurges(site, homeStatus, new Set(wanted.map(({ bucket }) => bucket.key)));
  if (stopped > 0) {
    notes.push({ code: 'purges-stopped', count: stopped });
  }
  return notes;
}

function isEmptying({ left }: HomeStatus): boolean {
  return Object.values(left).some(({ purging }) => purging);
}

async function stateOf(
  session: Session,
  { kubernetes }: ClusterConnection,
  principals: readonly Principal[],
  homeStatus: HomeStatus,
): Promise<PurgeState> {
  const { namespace } = hubConfigMaps(session, { kubernetes });
  return {
    hubId: hubOf(session),
    entries: session.config.storage.purge,
    principals,
    disks: await readHomeDisks(kubernetes, namespace),
    homeStatus,
    now: session.context.now,
  };
}

function hubOf({ config }: Session): { readonly project: string; readonly hub: string } {
  return { project: config.project, hub: config.name };
}
