import { type Blocked, NO_IMMEDIATE_CHANGE, nextBlocked, withoutBlocked } from '../../access/hub/blocked.js';
import type { HubConfigMaps } from '../../access/hub/config-map.js';
import { type LivePeople, readPeople } from '../../access/hub/config-maps.js';
import { type Leaving, membersOf } from '../../access/hub/leaving.js';
import { type MemberList, memberListChanges, nextMemberList } from '../../access/hub/member-list.js';
import { memberChanges } from '../../access/iap/changes.js';
import type { DesiredAccess } from '../../access/iap/desired.js';
import { ACCESSOR_ROLE } from '../../access/iap/policy.js';
import { type IapTarget, planPolicy, type SyncResult } from '../../access/iap/sync.js';
import type { Principal } from '../../access/users/load.js';
import { addressOf, type Change } from '../../change/change.js';
import type { AccessNote } from '../../change/run-note.js';
import type { Session } from '../session/session.js';
import { type GroupReader, planGroup } from './group-plan.js';
import { type EffectiveGuard, guardPeople } from './guard.js';

/** What the lists of people, the hub's, IAP's and a managed group's, would change; a part that is not there yet is all new. */
export interface PeoplePlan {
  readonly changes: readonly Change[];
  /** About grants that stay and are not ours, and about whom the change concerns besides. */
  readonly notes: readonly AccessNote[];
  /** Everybody and everything listed, without those who are kept out all the same. */
  readonly people: readonly Principal[];
}

/** What the files and the configuration say of people. */
export type Stated = Pick<Session, 'config' | 'principals'>;

/**
 * Compares the listed people with the hub's list, IAP's policy and the managed group, wherever these exist already. Fails where the
 * change would be refused: too many would lose access, or people of others would be shut out.
 */
export async function planPeople(
  stated: Stated,
  configMaps: HubConfigMaps | undefined,
  iap: IapTarget | undefined,
  now: Date,
  groups?: GroupReader,
  before?: () => Promise<EffectiveGuard | undefined>,
): Promise<PeoplePlan> {
  const {
    members: live,
    blocked,
    leaving,
    group: record,
    isRecovered = false,
  } = configMaps === undefined ? NONE : await readPeople(configMaps);
  const allowed = withoutBlocked(stated.principals, blocked);
  const warnings = await guardPeople({ config: stated.config, principals: allowed }, live, now, before);
  const policy = iap && (await planPolicy(iap, desiredAccess(stated, allowed, live, leaving), now));
  if (policy?.refusal !== undefined) throw policy.refusal;
  const group = await planGroup(stated, { group: record, blocked }, groups, now);
  const ofList = memberListChanges(live, nextMemberList(live, allowed), allowed, now);
  const stillListed = nextBlocked(
    blocked,
    NO_IMMEDIATE_CHANGE,
    stated.principals.map(({ name }) => name),
  );
  return {
    changes: joined(ofList, [...memberChanges(policy?.members ?? []), ...group.changes]),
    notes: [
      ...(isRecovered ? [{ code: 'list-recovered' } as const] : []),
      ...warnings,
      ...blockedNotes(stillListed),
      ...notesOf(policy),
      ...group.notes,
    ],
    people: allowed,
  };
}

const NONE: LivePeople = { members: undefined, blocked: [], leaving: [], group: undefined };

/**
 * One change per person: the hub's list says it all, policy and group add those for whom only IAP differs. Who was
 * bound by name and passes it by the group from now on, neither comes nor goes.
 */
export function joined(ofList: readonly Change[], ofIap: readonly Change[]): readonly Change[] {
  const known = new Set(ofList.map(addressOf));
  const keyOf = (change: Change): string => `${change.subject.kind} ${addressOf(change)}`;
  const added = new Set(ofIap.filter(({ scope, action }) => scope === 'access' && action === 'create').map(keyOf));
  for (const change of ofIap) {
    if (change.scope === 'iap' && change.action === 'delete' && added.has(keyOf(change))) known.add(addressOf(change));
  }
  return [...ofList, ...ofIap.filter((change) => !known.has(addressOf(change)))];
}

/**
 * What IAP should say.
 * @param live the list that the hub enforces, which says whether the policy is ours already
 * @param leaving members that left earlier lists and whose grant is still to be revoked
 */
export function desiredAccess(
  { config }: Stated,
  principals: readonly Principal[],
  live: MemberList | undefined,
  leaving: Leaving = [],
): DesiredAccess {
  const { entry, mode } = config.access;
  return {
    hub: config.name,
    principals,
    entry,
    mode,
    adopted: live !== undefined,
    previous: [...membersOf(live), ...leaving],
  };
}

type Noted = Partial<Pick<SyncResult, 'foreign' | 'warnings' | 'unknown'>>;

/** What is worth knowing about grants that others made, and about members that IAM refuses. */
export function notesOf(policy: Noted | undefined): AccessNote[] {
  const { foreign = [], warnings = [], unknown = [] } = policy ?? {};
  const members = foreign.filter(({ role }) => role === ACCESSOR_ROLE).map(({ member }) => member);
  return [
    ...warnings,
    ...(unknown.length === 0 ? [] : [{ code: 'unknown-to-iam', members: unknown } as const]),
    ...(members.length === 0 ? [] : [{ code: 'foreign-grants-kept', members } as const]),
  ];
}

/** A note about each person whose access was revoked at once, against the users files. */
export function blockedNotes(blocked: Blocked): readonly AccessNote[] {
  return blocked.map((name) => ({ code: 'revoked-until-unlisted', name }));
}
