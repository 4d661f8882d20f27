import { createHash } from 'node:crypto';
import { type KubeObject, type KubeRef, type Kubernetes, KubernetesError } from '../../cloud/kubernetes.js';
import { retryRaces } from '../../cloud/races.js';
import { ToolError } from '../../errors.js';
import {
  type GroupRecord,
  groupRecordText,
  type ManagedGroup,
  nextGroupRecord,
  parseGroupRecord,
  reconciledGroupRecord,
} from '../group/record.js';
import type { Principal } from '../users/load.js';
import {
  type Blocked,
  type ImmediateChange,
  NO_IMMEDIATE_CHANGE,
  nextBlocked,
  parseNames,
  withoutBlocked,
} from './blocked.js';
import { type Leaving, nextLeaving } from './leaving.js';
import { type MemberList, memberListText, nextMemberList, parseMemberList } from './member-list.js';
import { type UnreadList, unreadOf } from './unread-list.js';

/** The hub whose ConfigMaps are read and written. */
export interface HubConfigMaps {
  readonly kubernetes: Kubernetes;
  readonly hub: string;
  readonly namespace: string;
}

/** A ConfigMap of the cluster. */
export interface ConfigMap extends KubeObject {
  readonly data?: Readonly<Record<string, string>>;
}

/** What the access reconciler did for one person whose access was revoked. */
export interface ReconciledPerson {
  readonly stoppedServers?: number;
  readonly deletedTokens?: number;
  readonly lastActivity?: string | null;
  readonly error?: string | null;
}

/** Report of the access reconciler in the hub: the newest list that it has enforced, and when. */
export interface ReconcilerStatus {
  readonly generation: number;
  readonly at: string;
  readonly people: Readonly<Record<string, ReconciledPerson>>;
  /** A newer list that the hub cannot read. The last valid list stays in force. */
  readonly unread?: UnreadList | undefined;
}

/** What the cluster knows about people. */
export interface LivePeople {
  /** The list that the hub enforces; undefined before the first apply. */
  readonly members: MemberList | undefined;
  /** People who have no access although a users file lists them. */
  readonly blocked: Blocked;
  /** Members whose grant in IAP is still to be revoked. */
  readonly leaving: Leaving;
  /** The Google group that this hub manages; undefined if it manages none yet. */
  readonly group: GroupRecord | undefined;
}

/** Reads all lists of people with one call: they are in one object. */
export async function readPeople(configMaps: HubConfigMaps): Promise<LivePeople> {
  return peopleOf(await configMaps.kubernetes.get<ConfigMap>(configMapRef(configMaps, 'members')));
}

function peopleOf(live: ConfigMap | undefined): LivePeople {
  return {
    members: parseMemberList(live?.data?.['members.json']),
    blocked: parseNames(live?.data?.['blocked.json']),
    leaving: parseNames(live?.data?.['leaving.json']),
    group: parseGroupRecord(live?.data?.['group.json']),
  };
}

const ATTEMPTS = 10;

/** The list of people before and after a write. */
export interface WrittenMembers {
  readonly list: MemberList;
  readonly before: MemberList | undefined;
  readonly changed: boolean;
  /** People who have no access although a users file still lists them. */
  readonly blocked: Blocked;
  /** Members that left the list, now or before, and whose grant in IAP is still to be revoked. */
  readonly leaving: Leaving;
  /** The record of the managed group now, and before. */
  readonly group: GroupRecord | undefined;
  readonly groupBefore: GroupRecord | undefined;
}

/** How the list of people is written. */
export interface WriteOptions {
  /** People whose access is revoked although they are listed, and those for whom this ends. */
  readonly immediate?: ImmediateChange;
  /** The Google group that this hub manages. */
  readonly managed?: ManagedGroup | undefined;
  /**
   * Checks the lists that the next write replaces, and again after a conflict. An error ends the write with nothing
   * written.
   */
  readonly check?: (before: LivePeople) => void | Promise<void>;
  /** Waits, in milliseconds; tests give their own. */
  readonly pause?: (milliseconds: number) => Promise<unknown>;
}

/**
 * Writes the list of people with a new generation if it differs. The resource version detects a second run that writes
 * at the same moment; then the list is computed again from what that run wrote.
 */
export async function writeMembers(
  configMaps: HubConfigMaps,
  listed: readonly Principal[],
  options: WriteOptions = {},
): Promise<WrittenMembers> {
  const { immediate = NO_IMMEDIATE_CHANGE, managed, check = () => {}, pause } = options;
  const write = async (): Promise<WrittenMembers> => {
    const live = await configMaps.kubernetes.get<ConfigMap>(configMapRef(configMaps, 'members'));
    const { members: before, blocked: wasBlocked, leaving: wasLeaving, group: groupBefore } = peopleOf(live);
    await check(peopleOf(live));
    const blocked = nextBlocked(
      wasBlocked,
      immediate,
      listed.map(({ name }) => name),
    );
    const list = nextMemberList(before, withoutBlocked(listed, blocked));
    const group = nextGroupRecord(
      groupBefore,
      managed,
      listed.map(({ name }) => name),
    );
    const leaving = nextLeaving(wasLeaving, before, list);
    const written = { list, before, changed: list !== before, blocked, leaving, group, groupBefore };
    const object = peopleMap(configMaps, written);
    const isSame = list === before && blocked.join() === wasBlocked.join() && leaving.join() === wasLeaving.join();
    if (isSame && object.data?.['group.json'] === live?.data?.['group.json']) return written;
    const resourceVersion = live?.metadata.resourceVersion;
    if (resourceVersion === undefined) await configMaps.kubernetes.create(object);
    else await configMaps.kubernetes.replace({ ...object, metadata: { ...object.metadata, resourceVersion } });
    return written;
  };
  try {
    return await retryRaces(write, { isRace: isConflict, attempts: ATTEMPTS, step: 100, pause });
  } catch (error) {
    if (!isConflict(error)) throw error;
    throw new ToolError(`Another run changed the list of people ${ATTEMPTS} times while this run wrote it`, {
      where: `ConfigMap ${configMaps.namespace}/${configMaps.hub}-members`,
      hint: 'Find the other run, wait until it ends, then run again.',
      cause: error,
    });
  }
}

/** Whether the API server reports that an object was written since it was read. */
export function isConflict(error: unknown): boolean {
  return error instanceof KubernetesError && error.status === 409;
}

/**
 * Removes from the managed group's record the addresses that are no longer in the group. If another run writes at the
 * same moment, that run does it.
 * @param failed addresses that could not be removed from the group
 */
export async function recordGroupSync(
  configMaps: HubConfigMaps,
  listed: readonly Principal[],
  failed: readonly string[],
): Promise<void> {
  await rewritePeople(configMaps, ({ group: record }) => {
    if (record === undefined) return undefined;
    const group = reconciledGroupRecord(
      record,
      listed.map(({ name }) => name),
      failed,
    );
    return group.added.length === record.added.length ? undefined : { group };
  });
}

/**
 * Removes from the record those whose grant in IAP is revoked now. A newer list has its own record, which its run
 * clears.
 * @param generation the list whose run revoked them
 */
export async function recordRevoked(configMaps: HubConfigMaps, generation: number): Promise<void> {
  await rewritePeople(configMaps, ({ members, leaving }) =>
    members?.generation !== generation || leaving.length === 0 ? undefined : { leaving: [] },
  );
}

/**
 * Changes a record beside the list of people, unless another run writes at the same moment: it computes the records anew.
 * @param change the new parts, or undefined to write nothing
 */
async function rewritePeople(
  configMaps: HubConfigMaps,
  change: (live: LivePeople) => Partial<Pick<LivePeople, 'group' | 'leaving'>> | undefined,
): Promise<void> {
  const live = await configMaps.kubernetes.get<ConfigMap>(configMapRef(configMaps, 'members'));
  const { members: list, ...people } = peopleOf(live);
  const resourceVersion = live?.metadata.resourceVersion;
  if (list === undefined || resourceVersion === undefined) return;
  const changed = change({ members: list, ...people });
  if (changed === undefined) return;
  const object = peopleMap(configMaps, { list, ...people, ...changed });
  try {
    await configMaps.kubernetes.replace({ ...object, metadata: { ...object.metadata, resourceVersion } });
  } catch (error) {
    if (!isConflict(error)) throw error;
  }
}

function peopleMap(
  configMaps: HubConfigMaps,
  { list, blocked, leaving, group }: Pick<WrittenMembers, 'list' | 'blocked' | 'leaving' | 'group'>,
): ConfigMap {
  return configMapOf(configMaps, 'members', {
    'members.json': memberListText(list),
    ...(blocked.length === 0 ? {} : { 'blocked.json': `${JSON.stringify(blocked)}\n` }),
    ...(leaving.length === 0 ? {} : { 'leaving.json': `${JSON.stringify(leaving)}\n` }),
    ...(group === undefined ? {} : { 'group.json': groupRecordText(group) }),
  });
}

/** Writes the backend services whose assertions the authenticator accepts. @returns whether they changed */
export async function writeAudience(configMaps: HubConfigMaps, audiences: readonly string[]): Promise<boolean> {
  const data = { 'audiences.json': `${JSON.stringify(audiences)}\n` };
  const live = await configMaps.kubernetes.get<ConfigMap>(configMapRef(configMaps, 'audience'));
  if (live?.data?.['audiences.json'] === data['audiences.json']) return false;
  await configMaps.kubernetes.apply(configMapOf(configMaps, 'audience', data));
  return true;
}

/**
 * Creates the ConfigMap for the access reconciler's report, which the reconciler itself may change but not create.
 * It starts with the report of the version before, whose ConfigMap is removed; without one it starts empty.
 * @returns whether it is new
 */
export async function createReconcilerStatus(configMaps: HubConfigMaps): Promise<boolean> {
  if (await configMaps.kubernetes.get(configMapRef(configMaps, 'reconciler'))) return false;
  const old = await configMaps.kubernetes.get<ConfigMap>(configMapRef(configMaps, 'keeper'));
  await configMaps.kubernetes.create(configMapOf(configMaps, 'reconciler', { ...old?.data }));
  if (old !== undefined) await configMaps.kubernetes.delete(configMapRef(configMaps, 'keeper'));
  return true;
}

/** Reads the access reconciler's report; undefined while it has written none. */
export async function readReconcilerStatus(configMaps: HubConfigMaps): Promise<ReconcilerStatus | undefined> {
  const text = (await configMaps.kubernetes.get<ConfigMap>(configMapRef(configMaps, 'reconciler')))?.data?.[
    'status.json'
  ];
  try {
    const status = JSON.parse(text ?? '') as ReconcilerStatus;
    if (!Number.isSafeInteger(status.generation)) return undefined;
    const { people } = status;
    const unread = unreadOf(status.unread);
    return { ...status, people: typeof people === 'object' && people !== null ? people : {}, unread };
  } catch {
    return undefined;
  }
}

/** Key of a person in the access reconciler's report, which holds no e-mail: the first 16 hex digits of its SHA-256. */
export function reconcilerKey(email: string): string {
  return createHash('sha256').update(email).digest('hex').slice(0, 16);
}

/**
 * A ConfigMap of the hub: its people, the audiences it accepts, its homes, and the access reconciler's report.
 * `keeper` is the report's name in the version before.
 */
export type ConfigMapName = 'members' | 'audience' | 'reconciler' | 'homes' | 'keeper';

/** Reference to a ConfigMap of the hub. */
export function configMapRef({ hub, namespace }: HubConfigMaps, name: ConfigMapName): KubeRef {
  return { apiVersion: 'v1', kind: 'ConfigMap', namespace, name: `${hub}-${name}` };
}

/** A ConfigMap of the hub with its data, ready to be written. */
export function configMapOf(configMaps: HubConfigMaps, which: ConfigMapName, data: Record<string, string>): ConfigMap {
  const { apiVersion, kind, namespace, name } = configMapRef(configMaps, which);
  const labels = { 'app.kubernetes.io/managed-by': 'jupyterhub-gke', 'app.kubernetes.io/instance': configMaps.hub };
  return { apiVersion, kind, metadata: { name, ...(namespace === undefined ? {} : { namespace }), labels }, data };
}
