import { setTimeout as sleep } from 'node:timers/promises';
import { labelLeftHomeDisks } from '../../access/homes/disks.js';
import { readLiveHomes } from '../../access/homes/live.js';
import { homeKey } from '../../access/homes/names.js';
import { estimateSeconds, type HomesPlan, planHomes } from '../../access/homes/plan.js';
import { type HomesRunResult, runHomes } from '../../access/homes/run.js';
import { type HomeStatus, readHomeStatus } from '../../access/homes/status.js';
import { HomeSteps } from '../../access/homes/steps.js';
import { hasEnded } from '../../access/iap/desired.js';
import { dayOf } from '../../access/users/day.js';
import type { Principal } from '../../access/users/load.js';
import { addressOf, type Change } from '../../change/change.js';
import type { HomeOwner, HomesNote } from '../../change/run-note.js';
import { tokenSource } from '../../cloud/auth.js';
import { Kubernetes, KubernetesError } from '../../cloud/kubernetes.js';
import { GoogleClient } from '../../cloud/rest.js';
import { identityPrefix } from '../../config/identity-prefix.js';
import { regionOf } from '../../config/rules/platform/location.js';
import { roughDuration } from '../../config/text.js';
import { errorMessage, ToolError } from '../../errors.js';
import { type ClusterConnection, hubConfigMaps } from '../session/cluster.js';
import type { Session } from '../session/session.js';
import { homesState } from './plan.js';

/** What became of the homes of people. */
export interface HomesResult {
  readonly changed: boolean;
  readonly notes: readonly HomesNote[];
  /** False if a home is incomplete: the run must end with exit code 1. Access was granted and revoked all the same. */
  readonly complete: boolean;
}

/** Everybody with access, and whose access this run has just revoked. */
interface Who {
  readonly people: readonly Principal[];
  readonly former: readonly string[];
}

const NOTHING: HomesResult = { changed: false, notes: [], complete: true };
// The first names are enough for a reader.
const NAMED = 10;

/**
 * Brings buckets and their rights to where the list of people is, and labels the disks of people who left. Comes after
 * access, never before it. A failure here becomes a note and undoes nothing.
 * @param options.whole looks at everything there is; else only at changes by the home status
 */
export async function bringHomes(
  session: Session,
  cluster: ClusterConnection,
  people: readonly Principal[],
  options: { readonly whole: boolean; readonly changes: readonly Change[] },
): Promise<HomesResult> {
  const { whole, changes } = options;
  const { now } = session.context;
  const hasEnds = people.some(({ until }) => hasEnded(until, now));
  const isQuiet = !whole && changes.length === 0 && !hasEnds;
  const labelled = isQuiet ? NOTHING : await labelDisks(session, cluster, people, now);
  const former = changes.filter(({ action }) => action === 'delete').map(addressOf);
  // Without perUser there may be buckets of earlier, whose owners leave as all others do.
  const isAsked = session.config.storage.perUserBuckets || !isQuiet;
  const buckets = isAsked ? await bringBuckets(session, cluster, { people, former }, whole) : NOTHING;
  return {
    changed: labelled.changed || buckets.changed,
    notes: [...labelled.notes, ...buckets.notes],
    complete: labelled.complete && buckets.complete,
  };
}

async function labelDisks(
  session: Session,
  cluster: ClusterConnection,
  people: readonly Principal[],
  now: Date,
): Promise<HomesResult> {
  session.step('label the homes of people who left');
  const today = dayOf(now, session.config.access.session.timezone);
  try {
    const labelled = await labelLeftHomeDisks(hubConfigMaps(session, cluster), { principals: people, now, today });
    if (labelled === 0) return NOTHING;
    return {
      ...NOTHING,
      changed: true,
      notes: [{ code: 'homes-labelled', count: labelled }],
    };
  } catch (error) {
    if (!(error instanceof KubernetesError) || error.status !== 403) throw error;
    return { ...NOTHING, notes: [{ code: 'homes-not-labelled' }] };
  }
}

async function bringBuckets(
  session: Session,
  cluster: ClusterConnection,
  who: Who,
  whole: boolean,
): Promise<HomesResult> {
  const { config } = session;
  const { perUserBuckets } = config.storage;
  const homeStatus = await readHomeStatus(hubConfigMaps(session, cluster)).catch((error: unknown) => {
    // A hub that an older version has installed gives this identity the right with the next apply, and has no buckets yet.
    if (error instanceof KubernetesError && error.status === 403) return undefined;
    throw error;
  });
  if (homeStatus === undefined) {
    if (!perUserBuckets) return NOTHING;
    return { ...NOTHING, notes: [{ code: 'buckets-after-apply' }] };
  }
  const quick = planHomes(homesState(session, who.people, homeStatus, session.context.now));
  const isQuiet = quick.make.length === 0 && quick.leave.length === 0;
  if (isQuiet && !(whole && perUserBuckets)) return NOTHING;
  session.step('bring the buckets of people');
  try {
    return await carryOut(session, cluster, who, homeStatus);
  } catch (error) {
    if (session.context.signal.aborted) throw error;
    const identity = homesIdentity(session);
    const note: HomesNote = {
      code: 'buckets-failed',
      ...(identity === undefined ? {} : { identity }),
      error: errorMessage(error),
      ...(error instanceof ToolError && error.hint !== undefined ? { hint: error.hint } : {}),
    };
    return { changed: false, complete: false, notes: [note] };
  }
}

async function carryOut(
  session: Session,
  cluster: ClusterConnection,
  { people, former }: Who,
  homeStatus: HomeStatus,
): Promise<HomesResult> {
  const { config, context } = session;
  const { say, signal } = context;
  const { google, configMaps } = homesClients(session, cluster);
  const site = {
    google,
    configMaps,
    project: config.project,
    hub: config.name,
    projectNumber: await session.projectNumber(),
    namespace: configMaps.namespace,
    region: regionOf(config.location),
    sleep,
  };
  const live = await readLiveHomes(site);
  const plan = planHomes({ ...homesState(session, people, homeStatus, session.context.now), live });
  if (plan.make.length === 0 && plan.leave.length === 0) return NOTHING;
  say(
    `  buckets of people: ${plan.make.length} to make, ${plan.leave.length} of people who left; about ${roughDuration(estimateSeconds(plan))}`,
  );
  const done = await runHomes(plan, {
    steps: new HomeSteps(site, live),
    configMaps,
    say,
    signal,
    sleep,
    now: Date.now,
  });
  return resultOf(plan, done, new Map(former.map((email) => [homeKey(site, email), email])));
}

function resultOf(
  plan: HomesPlan,
  { made, left, failed, untried }: HomesRunResult,
  former: ReadonlyMap<string, string>,
): HomesResult {
  const ownerOf = ({ email, key }: { readonly email: string | undefined; readonly key: string }): HomeOwner => {
    const owner = email ?? former.get(key);
    return owner === undefined ? { ownerKey: key } : { owner };
  };
  const failures = failed.slice(0, NAMED);
  const more = failed.length + untried - failures.length;
  return {
    changed: made.length + left.length > 0,
    complete: failed.length === 0,
    notes: [
      ...(made.length === 0 ? [] : [{ code: 'buckets-ready', count: made.length, planned: plan.make.length } as const]),
      ...left.slice(0, NAMED).map((home) => ({ code: 'bucket-closed', ...ownerOf(home), day: home.day }) as const),
      ...made.filter(({ wasLost }) => wasLost).map((home) => ({ code: 'bucket-lost', ...ownerOf(home) }) as const),
      ...failures.map(({ home, why }) => ({ code: 'bucket-failed', ...ownerOf(home), error: why }) as const),
      ...(more === 0 ? [] : [{ code: 'buckets-not-done', count: more } as const]),
    ],
  };
}

/**
 * The identity that makes buckets; the companion chart gives it its rights in the cluster by this name. Undefined where
 * the run has credentials that somebody else set up, as in a terminal.
 */
function homesIdentity({ config, context }: Session): string | undefined {
  const { workloadIdentityProvider } = context.credentials;
  if (workloadIdentityProvider === undefined) return undefined;
  return `${identityPrefix(config.name)}-homes@${config.project}.iam.gserviceaccount.com`;
}

/**
 * Clients of the homes identity where the job federates: that one may not change access, and the one that changes access
 * may not touch a bucket. Else the credentials of the run.
 */
export function homesClients(session: Session, { endpoint }: ClusterConnection) {
  const { env, mask, signal, credentials } = session.context;
  const serviceAccount = homesIdentity(session);
  const token =
    serviceAccount === undefined ? session.token : tokenSource({ ...credentials, serviceAccount, env, mask });
  const kubernetes = new Kubernetes({ endpoint, token, signal });
  const { hub, namespace } = hubConfigMaps(session, { kubernetes });
  return { google: new GoogleClient({ token, env }), configMaps: { kubernetes, hub, namespace } };
}
