import { KubernetesError } from '../../cloud/kubernetes.js';
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
import { type ConfigMap, configMapOf, configMapRef, type HubConfigMaps } from './config-map.js';
import { readCopy, withCopy, writeCopy } from './copy.js';
import { type Leaving, nextLeaving } from './leaving.js';
import { type MemberList, memberListText, nextMemberList, parseMemberList } from './member-list.js';

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
  /** True where the hub's object is gone or cannot be read, so that all of this comes from its copy. */
  readonly isRecovered?: boolean;
}

/** Reads all lists of people: they are in one object, and in its copy. */
export async function readPeople(configMaps: HubConfigMaps): Promise<LivePeople> {
  return (await readBoth(configMaps)).people;
}

interface Both {
  readonly live: ConfigMap | undefined;
  readonly copy: ConfigMap | undefined;
  readonly people: LivePeople;
}

async function readBoth(configMaps: HubConfigMaps): Promise<Both> {
  const [live, copy] = await Promise.all([
    configMaps.kubernetes.get<ConfigMap>(configMapRef(configMaps, 'members')),
    readCopy(configMaps),
  ]);
  return { live, copy, people: withCopy(peopleOf(live?.data), peopleOf(copy?.data)) };
}

function peopleOf(data: ConfigMap['data']): LivePeople {
  return {
    members: parseMemberList(data?.['members.json']),
    blocked: parseNames(data?.['blocked.json']),
    leaving: parseNames(data?.['leaving.json']),
    group: parseGroupRecord(data?.['group.json']),
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
  /** True where the hub's object was gone or could not be read. */
  readonly isRecovered: boolean;
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
  /** Whether a list gets a new generation although nothing in it changes: the hub reports it then. */
  readonly isStale?: () => Promise<boolean>;
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
  const { immediate = NO_IMMEDIATE_CHANGE, managed, check = () => {}, isStale = async () => false, pause } = options;
  const write = async (): Promise<WrittenMembers> => {
    const { live, copy, people } = await readBoth(configMaps);
    const {
      members: before,
      blocked: wasBlocked,
      leaving: wasLeaving,
      group: groupBefore,
      isRecovered = false,
    } = people;
    await check(people);
    const blocked = nextBlocked(
      wasBlocked,
      immediate,
      listed.map(({ name }) => name),
    );
    const allowed = withoutBlocked(listed, blocked);
    const next = nextMemberList(before, allowed, isRecovered);
    const list = next === before && (await isStale()) ? nextMemberList(before, allowed, true) : next;
    const group = nextGroupRecord(
      groupBefore,
      managed,
      listed.map(({ name }) => name),
    );
    const leaving = nextLeaving(wasLeaving, before, list);
    const changed = list !== before;
    const written = { list, before, changed, blocked, leaving, group, groupBefore, isRecovered };
    const object = peopleMap(configMaps, written);
    const own = peopleOf(live?.data);
    const isSame = !changed && blocked.join() === own.blocked.join() && leaving.join() === own.leaving.join();
    if (!isSame || object.data?.['group.json'] !== live?.data?.['group.json']) {
      const resourceVersion = live?.metadata.resourceVersion;
      // RBAC lets sync make an object by server-side apply only, under the names of its role.
      if (resourceVersion === undefined && isRecovered) await configMaps.kubernetes.apply(object);
      else if (resourceVersion === undefined) await configMaps.kubernetes.create(object);
      else await configMaps.kubernetes.replace({ ...object, metadata: { ...object.metadata, resourceVersion } });
    }
    // A run that is killed before this leaves an older copy, which the next run brings up to date.
    await writeCopy(configMaps, copy, object);
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
  const { live, copy, people: known } = await readBoth(configMaps);
  const { members: list, isRecovered, ...people } = known;
  const resourceVersion = live?.metadata.resourceVersion;
  if (list === undefined || isRecovered === true || resourceVersion === undefined) return;
  const changed = change({ members: list, ...people });
  if (changed === undefined) return;
  const object = peopleMap(configMaps, { list, ...people, ...changed });
  try {
    await configMaps.kubernetes.replace({ ...object, metadata: { ...object.metadata, resourceVersion } });
    await writeCopy(configMaps, copy, object);
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
