import { type EntryHistory, type History, historyKey, readHistory } from '../../access/audit/history.js';
import { accessReport } from '../../access/audit/report.js';
import type { AccessReport, Approval } from '../../access/audit/report-model.js';
import { type LeftBucket, readLeftBuckets } from '../../access/homes/buckets.js';
import { type HomeDisk, readHomeDisks } from '../../access/homes/disks.js';
import { readHomeStatus } from '../../access/homes/status.js';
import type { Blocked } from '../../access/hub/blocked.js';
import type { HubConfigMaps } from '../../access/hub/config-map.js';
import { readPeople } from '../../access/hub/config-maps.js';
import type { MemberList } from '../../access/hub/member-list.js';
import { type ReconcilerStatus, readReconcilerStatus } from '../../access/hub/reconciler-status.js';
import { type LiveGrants, readGrants } from '../../access/iap/grants.js';
import { type RoleGrant, roleGrants } from '../../change/role-grants.js';
import { KubernetesError } from '../../cloud/kubernetes.js';
import type { BackendService } from '../../cloud/project.js';
import { errorMessage } from '../../errors.js';
import { findApprovals } from '../../github/review/commit-approvals.js';
import { repositoryOf } from '../../github/runner/context.js';
import { readDeploymentRecord } from '../../helm/release/record.js';
import { absenceText } from '../../report/text/plan-note.js';
import { runNoteText } from '../../report/text/run-note.js';
import { unreadListNote } from '../../stages/access/unread-list.js';
import { originNotes } from '../../stages/input/remote-users-files.js';
import {
  type ClusterConnection,
  connectCluster,
  hubBackend,
  hubConfigMaps,
  iapTarget,
} from '../../stages/session/cluster.js';
import { clusterAbsence } from '../../stages/session/cluster-status.js';
import type { Session } from '../../stages/session/session.js';
import { run } from '../../system/exec.js';
import { readGroupFacts } from './google-group.js';

const PROPAGATION =
  'A policy change takes Google up to some minutes to propagate. Here "granted" means that the policy is written.';
const ABOVE =
  'Grants on folders and the organisation above the project are inherited as well. They are not checked here.';
const GROUPS = 'The members of a Google group are not read here. See the group for its members.';

/** Reads from git, GitHub, IAP and the hub who has access. Changes nothing. The report names parts that may not be read. */
export async function gatherAccess(session: Session): Promise<AccessReport> {
  const { config, input, context } = session;
  session.step('read who can enter');
  const [history, live, group] = await Promise.all([
    readHistory({
      run,
      cwd: context.cwd,
      configPath: context.configPath,
      // The history of remote files is not available here.
      principals: input.principals.filter(({ location }) => !input.origins.has(location.file)),
      env: context.env,
      tempDir: session.tempDir,
      signal: context.signal,
    }),
    readLive(session),
    readGroupFacts(session),
  ]);
  session.step('ask GitHub who approved');
  const { approvals, approvalNotes } = await askApprovals(session, history);
  const hasGroup = live.grants.grants.some(({ member }) => /^group:/i.test(member));
  return accessReport({
    hub: config.name,
    project: config.project,
    now: context.now,
    principals: input.principals,
    entry: config.access.entry,
    live: live.grants,
    inGroup: group.members,
    list: live.list,
    reconciler: live.reconciler,
    blocked: live.blocked,
    roles: { applied: live.roles, wanted: roleGrants(config.hub.values) },
    history: { ...history, entries: new Map([...history.entries, ...remoteHistory(input)]) },
    approvals,
    homes: live.homes,
    leftBuckets: live.leftBuckets,
    notes: [
      ...originNotes(input.origins).map(runNoteText),
      ...group.notes,
      ...live.notes,
      ...approvalNotes,
      PROPAGATION,
      ABOVE,
      ...(hasGroup ? [GROUPS] : []),
    ],
  });
}

/** For an entry of a remote users file, the repository and commit instead of a history. */
function remoteHistory({ principals, origins }: Session['input']): [string, EntryHistory][] {
  return principals.flatMap((principal) => {
    const origin = origins.get(principal.location.file);
    if (origin === undefined) return [];
    const note = { code: 'remote-repository', repository: origin.repository, commit: origin.commit } as const;
    return [[historyKey(principal), { commit: undefined, since: undefined, note }]];
  });
}

interface Live {
  readonly grants: LiveGrants;
  readonly list: MemberList | undefined;
  readonly reconciler: ReconcilerStatus | undefined;
  readonly blocked: Blocked;
  /** Rights that roles of the deployed values give; undefined where they are not known. */
  readonly roles: readonly RoleGrant[] | undefined;
  readonly homes: readonly HomeDisk[];
  readonly leftBuckets: readonly LeftBucket[];
  readonly notes: readonly string[];
}

async function readLive(session: Session): Promise<Live> {
  const { google, config } = session;
  const cluster = await connectCluster(session);
  const hub = cluster === undefined ? await withoutCluster(session) : await readHub(session, cluster);
  const { backend, ...facts } = hub;
  const iap = backend === undefined ? undefined : await iapTarget(session, backend);
  const place = { project: config.project, projectNumber: await session.projectNumber(), hub: config.name };
  return { grants: await readGrants(google, place, iap), ...facts };
}

interface HubFacts extends Omit<Live, 'grants'> {
  readonly backend: BackendService | undefined;
}

async function withoutCluster(session: Session): Promise<HubFacts> {
  const why = absenceText(await clusterAbsence(session));
  return {
    backend: undefined,
    list: undefined,
    reconciler: undefined,
    blocked: [],
    roles: undefined,
    homes: [],
    leftBuckets: [],
    notes: [
      `The cluster of the hub does not answer (${why}), so neither its list of people nor its IAP policy is known.`,
    ],
  };
}

async function readHub(session: Session, cluster: ClusterConnection): Promise<HubFacts> {
  const configMaps = hubConfigMaps(session, cluster);
  const people = readPeople(configMaps);
  const notes: string[] = [];
  const ask = async <T>(what: string, absent: string, answer: Promise<T | undefined>): Promise<T | undefined> => {
    try {
      const found = await answer;
      if (found === undefined) notes.push(absent);
      return found;
    } catch (error) {
      notes.push(`${what} may not be read: ${errorMessage(error)}`);
      return unlessForbidden(error);
    }
  };
  const [backend, list, reconciler, homes = [], blocked = [], deployed] = await Promise.all([
    ask(
      'The Ingress of the hub',
      'The hub has no load balancer yet, so it has no IAP policy.',
      hubBackend(session, cluster),
    ),
    ask(
      "The hub's list of people",
      'The hub has no list of people yet.',
      people.then(({ members }) => members),
    ),
    ask(
      "The access reconciler's report",
      'The access reconciler in the hub has not reported yet, so it is not known when people were last seen.',
      readReconcilerStatus(configMaps),
    ),
    ask('The homes of people', '', readHomeDisks(cluster.kubernetes, configMaps.namespace)),
    // In the same ConfigMap as the list: if that may not be read, one note is enough.
    people.then(({ blocked }) => blocked).catch(unlessForbidden),
    readDeploymentRecord(cluster.kubernetes, session.config.name).catch(unlessForbidden),
  ]);
  const leftBuckets = await askBuckets(session, configMaps, [
    ...homes.map(({ owner }) => owner),
    ...(list?.people ?? []).map(({ email }) => email),
    ...session.principals.map(({ name }) => name),
  ]).catch((error: unknown) => {
    notes.push(`The buckets of people who left may not be read: ${errorMessage(error)}`);
    return unlessForbidden(error) ?? [];
  });
  const unread = unreadListNote(reconciler);
  if (unread !== undefined) notes.push(unread);
  const roles = deployed && roleGrants(deployed.values);
  return { backend, list, reconciler, blocked, roles, homes, leftBuckets, notes };
}

async function askBuckets(
  { google, config }: Session,
  configMaps: HubConfigMaps,
  names: readonly string[],
): Promise<readonly LeftBucket[]> {
  const homeStatus = await readHomeStatus(configMaps);
  if (homeStatus === undefined) return [];
  return readLeftBuckets({ google, project: config.project, hub: config.name }, homeStatus, names);
}

/** Only a missing permission leaves a gap in the report. Any other error is a failure. */
function unlessForbidden(error: unknown): undefined {
  if (!(error instanceof KubernetesError) || error.status !== 403) throw error;
}

async function askApprovals(
  session: Session,
  history: History,
): Promise<{ readonly approvals: ReadonlyMap<string, Approval>; readonly approvalNotes: readonly string[] }> {
  const none = (why: string) => ({
    approvals: new Map(),
    approvalNotes: [`Pull requests and approvals are not known, since ${why}.`],
  });
  const found = [...history.entries.values()].flatMap(({ commit }) => (commit === undefined ? [] : [commit]));
  if (found.length === 0) return { approvals: new Map(), approvalNotes: [] };
  // Newest first: if not all can be looked up, an auditor needs these most.
  const commits = [...found].sort((a, b) => (a.date < b.date ? 1 : -1)).map(({ sha }) => sha);
  const { env, github, credentials } = session.context;
  const { githubToken: token } = credentials;
  if (token === undefined) return none('there is no token (github_token in a workflow, GITHUB_TOKEN in a terminal)');
  const { repository, ...urls } = repositoryOf(env, github, history.repository);
  if (repository === undefined) return none('the repository on GitHub is not known');
  const { byCommit, notes } = await findApprovals({ context: urls, token, repository, commits });
  return { approvals: byCommit, approvalNotes: notes };
}
