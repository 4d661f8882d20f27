import { ACCESSOR_ROLE } from '../access/bindings.js';
import { type Blocked, nextBlocked, withoutBlocked } from '../access/blocked.js';
import type { Wanted } from '../access/desired.js';
import { type HubLists, readBlocked, readMembers } from '../access/hub-lists.js';
import { memberListChanges, nextMemberList } from '../access/members.js';
import { memberChanges } from '../access/policy-changes.js';
import { type Door, planPolicy, type SyncResult } from '../access/sync.js';
import type { Change } from '../change/change.js';
import type { Person } from '../config/model.js';

/** What the two lists of people, the hub's and the door's, would change; a part that is not there yet is all new. */
export interface PeoplePlan {
  readonly changes: readonly Change[];
  /** Sentences about grants that we keep and did not make. */
  readonly notes: readonly string[];
}

/** Compares the listed people with the hub's list and the door's policy, wherever these exist already. */
export async function planPeople(
  people: readonly Person[],
  lists: HubLists | undefined,
  door: Door | undefined,
  now: Date,
): Promise<PeoplePlan> {
  const [live, blocked] = lists === undefined ? [] : await Promise.all([readMembers(lists), readBlocked(lists)]);
  const allowed = withoutBlocked(people, blocked ?? [], ({ email }) => email);
  const policy = door === undefined ? undefined : await planPolicy(door, wantedOf(door.hub, allowed), now);
  const ofList = memberListChanges(live, nextMemberList(live, allowed), allowed);
  const stillListed = nextBlocked(
    blocked ?? [],
    [],
    people.map(({ email }) => email),
  );
  return {
    changes: joined(ofList, memberChanges(policy?.members ?? [])),
    notes: [...blockedNotes(stillListed), ...notesOf(policy)],
  };
}

/** One change per person: the hub's list says it all, the policy adds those for whom only the door differs. */
export function joined(ofList: readonly Change[], ofPolicy: readonly Change[]): readonly Change[] {
  const known = new Set(ofList.map(({ address }) => address));
  return [...ofList, ...ofPolicy.filter(({ address }) => !known.has(address))];
}

/** What the door should say of listed people. */
export function wantedOf(hub: string, people: readonly Person[]): Wanted {
  const principals = people.map(({ email, admin, until, source }) => {
    const [, file = source, line = '1'] = /^(.*):(\d+)$/.exec(source) ?? [];
    const location = { file, line: Number(line), column: 1, length: 1 };
    return { kind: 'person' as const, name: email, admin, groups: [], until, location };
  });
  return { hub, principals, entry: { kind: 'direct' }, mode: 'authoritative', adopted: true, previous: [] };
}

type Noted = Partial<Pick<SyncResult, 'foreign' | 'warnings' | 'unknown'>>;

/** What is worth knowing about grants that others made, and about members that could not be let in. */
export function notesOf(policy: Noted | undefined): string[] {
  const { foreign = [], warnings = [], unknown = [] } = policy ?? {};
  const notes = warnings.map(({ message }) => message);
  if (unknown.length > 0) {
    notes.push(
      `IAM does not know ${unknown.join(', ')}: everybody else went through. Check the spelling and the kind.`,
    );
  }
  const doors = foreign.filter(({ role }) => role === ACCESSOR_ROLE).map(({ member }) => member);
  if (doors.length === 0) return notes;
  const some = doors.slice(0, 5).join(', ');
  const more = doors.length > 5 ? ` and ${doors.length - 5} more` : '';
  return [
    ...notes,
    `Grants with a condition that somebody else made are kept: ${some}${more}. The hub lets in only whom the users file lists.`,
  ];
}

/** One sentence about each person who is kept out against the users files. */
export function blockedNotes(blocked: Blocked): readonly string[] {
  return blocked.map(
    (name) =>
      `${name} was put out at once and stays out until no users file lists them: remove the line, then add it again to let them in.`,
  );
}
