import { NO_HOME_STATUS, readHomeStatus } from '../../access/homes/status.js';
import { addressOf } from '../../change/change.js';
import { KubernetesError } from '../../cloud/kubernetes.js';
import { driftChanges } from '../../helm/release/drift.js';
import {
  type DeploymentRecord,
  namespaceOf,
  readDeployedState,
  readDeploymentRecord,
} from '../../helm/release/record.js';
import { planRelease, prepareRelease } from '../../helm/release/release.js';
import { allEnded } from '../../system/all-settled.js';
import { groupReader } from '../access/group-plan.js';
import { guardBefore } from '../access/guard.js';
import { planPeople } from '../access/plan.js';
import { keptHomes } from '../homes/kept.js';
import { planBuckets } from '../homes/plan.js';
import { planPurges } from '../homes/purge.js';
import { type ClusterConnection, hubBackend, hubConfigMaps, iapTarget } from '../session/cluster.js';
import { refuseOldClient } from '../session/oauth-client.js';
import { productFolder } from '../session/package-files.js';
import { openHelm } from '../session/programs.js';
import type { Session } from '../session/session.js';
import { locatingChart, withChartFindings } from './chart-findings.js';
import { readDrift } from './drift.js';
import { idleServers } from './idle-servers.js';

/** What of the plan is not terraform's: the releases in the cluster and the people. */
export async function planInCluster(session: Session, connecting: PendingConnection, lock: boolean) {
  const { config } = session;
  const plan = async (cluster: PendingConnection) => {
    const [releases, listed] = await allEnded([
      planReleases(session, cluster, lock),
      planListed(session, cluster, lock),
    ]);
    return { cluster: await cluster, ...releases, ...listed };
  };
  try {
    return { ...(await plan(connecting)), notes: [] };
  } catch (error) {
    // The plan identity gets its rights with the first release of the hub. Until then it may read nothing, and there is
    // nothing to read. Apply always has rights. It plans again and compares, so a hub that exists is never taken for new.
    if (lock || !isForbidden(error) || (await mayRead(await connecting, config.name))) throw error;
    const notes = [{ code: 'namespace-not-readable', namespace: namespaceOf(config.name) } as const];
    return { ...(await plan(Promise.resolve(undefined))), notes };
  }
}

async function mayRead(cluster: ClusterConnection | undefined, hub: string): Promise<boolean> {
  try {
    await (cluster && readDeployedState(cluster.kubernetes, hub));
    return true;
  } catch (error) {
    if (isForbidden(error)) return false;
    throw error;
  }
}

function isForbidden(error: unknown): boolean {
  return error instanceof KubernetesError && error.status === 403;
}

type PendingConnection = Promise<ClusterConnection | undefined>;

/** The releases in the cluster, compared with what the last apply left behind about them. */
async function planReleases(session: Session, connecting: PendingConnection, readsAll: boolean) {
  const { config, context } = session;
  const readLast = async (): Promise<DeploymentRecord | undefined> => {
    const cluster = await connecting;
    return cluster && readDeploymentRecord(cluster.kubernetes, config.name);
  };
  const prepare = () => prepareRelease({ config, env: context.env, helmDir: productFolder('helm') });
  const [prepared, deployed] = await allEnded([locatingChart(session, prepare), readLast()]);
  const plan = () => planRelease(prepared, deployed, () => openHelm(session));
  const rendering = withChartFindings(session, prepared, plan);
  const [drift, { changes, rendered }] = await allEnded([
    connecting.then(async (cluster) => {
      // Of an apply that did not end, the new rendering says what it was about to do.
      const next = deployed?.state === 'applying' ? (await rendering).rendered?.manifests : undefined;
      return readDrift(cluster, config.name, deployed, readsAll, next);
    }),
    rendering,
  ]);
  const known = new Set(changes.map(addressOf));
  const back = driftChanges(drift, namespaceOf(config.name)).filter((change) => !known.has(addressOf(change)));
  const settings = { before: deployed?.settings, after: prepared.settings };
  const cluster = await connecting;
  const [kept, idle] = await allEnded([
    keptHomes(cluster, config.name, settings),
    idleServers(session, cluster, settings),
  ]);
  return {
    prepared,
    deployed,
    drift,
    affected: [...kept, ...idle],
    release: { changes: [...changes, ...back], rendered },
  };
}

/** What the users files change: who enters, and the homes of people. */
async function planListed(session: Session, connecting: PendingConnection, lock: boolean) {
  const cluster = await connecting;
  const configMaps = cluster && hubConfigMaps(session, cluster);
  const [backend, known] = await Promise.all([
    cluster && hubBackend(session, cluster),
    configMaps && readHomeStatus(configMaps),
  ]);
  if (backend !== undefined) refuseOldClient(session, backend);
  const iap = backend && (await iapTarget(session, backend));
  const people = await planPeople(session, configMaps, iap, session.context.now, groupReader(session, lock), () =>
    guardBefore(session),
  );
  const homeStatus = known ?? NO_HOME_STATUS;
  const purge = await planPurges(session, cluster, people.people, homeStatus);
  const buckets = planBuckets(session, people, homeStatus, session.context.now);
  const homes = {
    changes: [...buckets.changes, ...purge.changes],
    notes: [...buckets.notes, ...purge.notes],
    purge: purge.plan,
  };
  return { people, homes };
}
