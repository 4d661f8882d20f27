import { type Blocked, nextBlocked, withoutBlocked } from '../access/blocked.js';
import { type HubLists, readBlocked, readMembers } from '../access/hub-lists.js';
import { memberListChanges, nextMemberList } from '../access/members.js';
import { memberChanges, type PolicyChange } from '../access/policy.js';
import { type Door, planPolicy } from '../access/sync.js';
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
  const policy = door === undefined ? undefined : await planPolicy(door, allowed, now);
  const ofList = memberListChanges(live, nextMemberList(live, allowed), allowed);
  const stillListed = nextBlocked(
    blocked ?? [],
    [],
    people.map(({ email }) => email),
  );
  return {
    changes: joined(ofList, policy === undefined ? [] : memberChanges(policy, allowed)),
    notes: [...blockedNotes(stillListed), ...notesOf(policy)],
  };
}

/** One change per person: the hub's list says it all, the policy adds those for whom only the door differs. */
export function joined(ofList: readonly Change[], ofPolicy: readonly Change[]): readonly Change[] {
  const known = new Set(ofList.map(({ address }) => address));
  return [...ofList, ...ofPolicy.filter(({ address }) => !known.has(address))];
}

/** What is worth knowing about grants that others made. */
export function notesOf(policy: Pick<PolicyChange, 'foreign'> | undefined): string[] {
  const foreign = policy?.foreign ?? [];
  if (foreign.length === 0) return [];
  const some = foreign.slice(0, 5).join(', ');
  const more = foreign.length > 5 ? ` and ${foreign.length - 5} more` : '';
  return [
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
