import type { Change } from '../change/change.js';
import type { Person } from '../config/model.js';
import { lastDay } from './policy.js';

/** What the hub's authenticator and keeper read: the list with a number that only grows. */
export interface MemberList {
  readonly generation: number;
  readonly people: readonly { readonly email: string; readonly admin: boolean; readonly until: string | null }[];
}

/** The list that the hub should hold. The generation stays when nobody changed, so that a repeated run writes nothing. */
export function nextMemberList(live: MemberList | undefined, people: readonly Person[]): MemberList {
  const wanted = [...people]
    .map(({ email, admin, until }) => ({ email, admin, until: until ?? null }))
    .sort((a, b) => (a.email < b.email ? -1 : 1));
  if (live && JSON.stringify(live.people) === JSON.stringify(wanted)) return live;
  return { generation: (live?.generation ?? 0) + 1, people: wanted };
}

/**
 * Reads the text of `members.json`; anything that is not such a list counts as none, and is then written anew. A list
 * whose people make no sense counts as empty: its generation is known to the hub, and the next one must be larger.
 */
export function parseMemberList(text: string | undefined): MemberList | undefined {
  try {
    const { generation, people } = JSON.parse(text ?? '') as MemberList;
    if (!Number.isSafeInteger(generation)) return undefined;
    return { generation, people: Array.isArray(people) && people.every(isPerson) ? people : [] };
  } catch {
    return undefined;
  }
}

function isPerson(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { email, admin, until } = value as Record<string, unknown>;
  const isEnd = until === null || (typeof until === 'string' && !Number.isNaN(Date.parse(until)));
  return typeof email === 'string' && typeof admin === 'boolean' && isEnd;
}

/** One Change per person whom the hub would treat differently: in, out, another end, admin or not. */
export function memberListChanges(live: MemberList | undefined, next: MemberList, people: readonly Person[]): Change[] {
  const before = new Map((live?.people ?? []).map((person) => [person.email, describe(person)]));
  const after = new Map(next.people.map((person) => [person.email, describe(person)]));
  const sources = new Map(people.map((person) => [person.email, person.source]));
  const changes: Change[] = [];
  for (const [email, access] of after) {
    const was = before.get(email);
    if (was === access) continue;
    changes.push({
      engine: 'members',
      action: was === undefined ? 'create' : 'update',
      address: email,
      kind: 'person',
      attributes: [{ name: 'access', ...(was === undefined ? {} : { before: was }), after: access }],
      note: `listed at ${sources.get(email) ?? 'the users file'}`,
    });
  }
  for (const [email, was] of before) {
    if (after.has(email)) continue;
    changes.push({
      engine: 'members',
      action: 'delete',
      address: email,
      kind: 'person',
      attributes: [{ name: 'access', before: was }],
      note: 'servers are stopped, tokens are revoked, the home is kept',
    });
  }
  return changes;
}

function describe(person: { admin: boolean; until: string | null }): string {
  return `${person.admin ? 'admin' : 'user'}${person.until ? `, until ${lastDay(person.until)}` : ''}`;
}
