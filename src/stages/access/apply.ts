import { type ImmediateChange, NO_IMMEDIATE_CHANGE, nextBlocked, withoutBlocked } from '../../access/hub/blocked.js';
import type { HubConfigMaps } from '../../access/hub/config-map.js';
import {
  type LivePeople,
  readPeople,
  recordRevoked,
  writeAudience,
  writeMembers,
} from '../../access/hub/config-maps.js';
import { memberListChanges } from '../../access/hub/member-list.js';
import { readReconcilerStatus, reconcilerKey } from '../../access/hub/reconciler-status.js';
import { memberChanges } from '../../access/iap/changes.js';
import type { DesiredAccess } from '../../access/iap/desired.js';
import { planPolicy, syncPolicy } from '../../access/iap/sync.js';
import type { Principal } from '../../access/users/load.js';
import type { Change } from '../../change/change.js';
import type { AccessNote } from '../../change/run-note.js';
import { KubernetesError } from '../../cloud/kubernetes.js';
import type { BackendService } from '../../cloud/project.js';
import { ToolError } from '../../errors.js';
import { entryOf } from '../../json.js';
import { audienceOf } from '../session/backend-service.js';
import { type ClusterConnection, hubBackend, hubConfigMaps, iapTarget } from '../session/cluster.js';
import type { Session } from '../session/session.js';
import { waitFor } from '../session/wait.js';
import { recordChanges } from './audit-log.js';
import { managedGroup, refuseForeignGroup } from './group-plan.js';
import { syncManagedGroup } from './group-sync.js';
import { guardBefore, guardImmediateRemoval, guardPeople, refuseUnknownRestoration } from './guard.js';
import { blockedNotes, desiredAccess, joined, notesOf } from './plan.js';
import { refuseUnreadList } from './unread-list.js';

// GKE makes a load balancer in 3 to 8 minutes; a quota or a broken Ingress never does.
const BACKEND_LIMIT = 20 * 60_000;
// Kubernetes brings a changed ConfigMap into a pod within two minutes; the access reconciler asks the API and is faster.
const RECONCILER_LIMIT = 4 * 60_000;

/** What a change of access did. */
export interface AppliedAccess {
  readonly changes: readonly Change[];
  readonly notes: readonly AccessNote[];
  /** Everybody and everything listed, without those whose access was revoked at once. */
  readonly people: readonly Principal[];
  /** Generation of the list that the hub was given. */
  readonly generation: number;
  /** Why there is no record of the change where one is wanted; the run must end with exit code 1. */
  readonly unrecorded?: AccessNote | undefined;
  /** Why the managed group is not as the files say; empty where it is, else the run must end with exit code 1. */
  readonly incomplete: readonly AccessNote[];
}

/**
 * Waits until the load balancer of the hub exists, and tells the hub whose assertions it may believe.
 * @param clientId OAuth client that the sign-in page must have by then; undefined means any
 */
export async function waitForBackendService(
  session: Session,
  cluster: ClusterConnection,
  clientId?: string,
): Promise<BackendService> {
  const { context, config } = session;
  session.step('wait for the load balancer');
  const backend = await waitFor(
    {
      what: `the load balancer of the hub${clientId === undefined ? '' : ' with the OAuth client of access.oauthClient'}`,
      limit: BACKEND_LIMIT,
      where: `Ingress jupyterhub-${config.name}/jupyterhub`,
      hint: 'Look at the events of the Ingress (kubectl describe ingress), fix what they say, then run again.',
      say: context.say,
      signal: context.signal,
    },
    async () => {
      const found = await hubBackend(session, cluster);
      return clientId === undefined || found?.oauthClientId === clientId ? found : undefined;
    },
  );
  const audience = audienceOf(await session.projectNumber(), backend.id);
  if (await writeAudience(hubConfigMaps(session, cluster), [audience])) {
    context.say('  the hub now knows its load balancer');
  }
  return backend;
}

/**
 * Writes the list of people: first to the hub, whose access reconciler stops servers of people who left, then to a managed
 * group and the IAP policy. Unchanged parts are not written.
 * @param immediate people whose access is revoked although a users file lists them, and those for whom this ends
 */
export async function applyAccess(
  session: Session,
  cluster: ClusterConnection,
  backend: BackendService,
  command: 'apply' | 'sync-users',
  immediate: ImmediateChange = NO_IMMEDIATE_CHANGE,
): Promise<AppliedAccess> {
  const { context } = session;
  session.step('grant and revoke access');
  const configMaps = hubConfigMaps(session, cluster);
  const { now } = context;
  const iap = await iapTarget(session, backend);
  let warnings: readonly AccessNote[] = [];
  // Before anything is written: a list of the hub is the sign that policy and group were taken over.
  const check = async (live: LivePeople): Promise<void> => {
    refuseUnknownRestoration(live, immediate);
    const names = session.principals.map(({ name }) => name);
    const kept = nextBlocked(live.blocked, { ...immediate, remove: [] }, names);
    const stated = { config: session.config, principals: withoutBlocked(session.principals, kept) };
    warnings = await guardPeople(stated, live.members, now, () => guardBefore(session));
    guardImmediateRemoval(session, live, immediate);
    if (live.members === undefined) {
      const first = await planPolicy(iap, desiredAccess(session, session.principals, undefined), now);
      if (first.refusal !== undefined) throw first.refusal;
    }
    await refuseForeignGroup(session, live, command);
  };
  const managed = managedGroup(session.config);
  const written = await writeMembers(configMaps, session.principals, {
    immediate,
    check,
    managed,
    isStale: () => isReportLost(configMaps),
  });
  const { list, before, changed, blocked } = written;
  const people = withoutBlocked(session.principals, blocked);
  if (changed) session.wrote(`the hub was given the list of ${list.people.length} people`);
  const ofList = changed ? memberListChanges(before, list, people, now) : [];
  // Before the policy, which may take grants by name away: whoever has one must find the group's grant in IAP by then.
  const group = await syncManagedGroup(session, configMaps, written).catch(async (error: unknown) => {
    // An interrupted run has changed the hub's list all the same, and leaves a record of that.
    await recordChanges(session, { command, changes: ofList, generation: list.generation, immediate });
    throw error;
  });
  if (group.changes.length > 0) session.wrote('the Google group was changed');
  const wanted = desiredAccess(session, people, before, written.leaving);
  const policy = await syncPolicy(iap, group.incomplete.length === 0 ? wanted : withoutRemovals(wanted), {
    beforeWrite: () => refuseOlderList(configMaps, list.generation),
  });
  if (group.incomplete.length === 0 && written.leaving.length > 0) await recordRevoked(configMaps, list.generation);
  if (changed) context.say(`  the hub has the list of ${list.people.length} people (generation ${list.generation})`);
  if (policy.changed) {
    session.wrote("IAP's policy was written");
    context.say(
      `  IAP's policy is written: ${policy.added.length} added, ${policy.removed.length} removed; Google takes some minutes to propagate it`,
    );
  }
  const changes = joined(ofList, [...memberChanges(policy.members), ...group.changes]);
  const recovered = written.isRecovered ? [{ code: 'list-recovered' } as const] : [];
  const notes = [
    ...group.incomplete,
    ...recovered,
    ...warnings,
    ...blockedNotes(blocked),
    ...notesOf(policy),
    ...group.notes,
  ];
  const unrecorded = await recordChanges(session, { command, changes, generation: list.generation, immediate });
  return {
    changes,
    notes: unrecorded === undefined ? notes : [unrecorded, ...notes],
    people,
    generation: list.generation,
    unrecorded,
    incomplete: group.incomplete,
  };
}

/** Fails where a newer run has replaced the list: that run writes the policy, and ours would undo its changes. */
async function refuseOlderList(configMaps: HubConfigMaps, generation: number): Promise<void> {
  const { members, isRecovered = false } = await readPeople(configMaps);
  if (members?.generation === generation && !isRecovered) return;
  const now =
    members === undefined || isRecovered
      ? 'no list is there any more'
      : `the hub has generation ${members.generation} now`;
  throw new ToolError(
    `Another run replaced the list of people (generation ${generation}) before this run wrote IAP's policy: ${now}`,
    {
      where: `ConfigMap ${configMaps.namespace}/${configMaps.hub}-members`,
      hint: "Wait until the other run has ended; it writes the policy for its list. If its files are older than this run's, run again.",
    },
  );
}

/** Whether the hub's report is gone or cannot be read: only a newer list makes the hub report at once. */
async function isReportLost(configMaps: HubConfigMaps): Promise<boolean> {
  try {
    return (await readReconcilerStatus(configMaps)) === undefined;
  } catch (error) {
    if (error instanceof KubernetesError && error.status === 403) return false;
    throw error;
  }
}

/** While the group lacks somebody, nobody loses the grant by which they enter; the run that fills it takes these away. */
function withoutRemovals(wanted: DesiredAccess): DesiredAccess {
  return { ...wanted, mode: 'additive', previous: [] };
}

/** A hub of the version before reports under another name, and gives no right to read this one until apply upgrades it. */
function explainForbidden(error: unknown): never {
  if (!(error instanceof KubernetesError) || error.status !== 403) throw error;
  throw new ToolError(
    'The report of the hub may not be read, so it is not known whether the hub enforces the list yet',
    {
      where: error.where ?? 'the access reconciler',
      hint: 'Run apply once: it upgrades the hub and grants this right. The list of people and IAP are written already.',
      cause: error,
    },
  );
}

/** Waits until the access reconciler in the hub has enforced a list, and says what it ended for people who left. */
export async function waitForReconciler(
  session: Session,
  cluster: ClusterConnection,
  done: AppliedAccess,
): Promise<readonly AccessNote[]> {
  const { context, config } = session;
  session.step('wait for the hub to enforce the list');
  const configMaps = hubConfigMaps(session, cluster);
  const where = `ConfigMap jupyterhub-${config.name}/${config.name}-reconciler`;
  const status = await waitFor(
    {
      what: `the hub to enforce the list of people (generation ${done.generation})`,
      limit: RECONCILER_LIMIT,
      where,
      hint: 'Look at the log of the hub (kubectl logs deploy/hub). IAP refuses people who left already; their servers may still run.',
      say: context.say,
      signal: context.signal,
      interval: 1000,
    },
    async () => {
      const report = await readReconcilerStatus(configMaps).catch(explainForbidden);
      if (report === undefined || report.generation >= done.generation) return report;
      refuseUnreadList(report, done, where);
      return undefined;
    },
  );
  return (
    done.changes
      // A domain or group that leaves has no servers of its own.
      .flatMap(({ scope, action, subject }) =>
        scope === 'access' && action === 'delete' && (subject.kind === 'person' || subject.kind === 'service-account')
          ? [subject.name]
          : [],
      )
      .map((name) => {
        const { stoppedServers = 0, deletedTokens = 0, error } = entryOf(status.people, reconcilerKey(name)) ?? {};
        if (error) return { code: 'revocation-incomplete', name, error } as const;
        return { code: 'access-revoked', name, stoppedServers, deletedTokens } as const;
      })
  );
}
