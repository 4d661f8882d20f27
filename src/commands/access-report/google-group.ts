import { addressKey, type GroupMember, GroupUnreadable, readGroup } from '../../access/group/membership-api.js';
import { GoogleApiError } from '../../cloud/rest.js';
import { number } from '../../config/text.js';
import { errorMessage } from '../../errors.js';
import { managedGroup } from '../../stages/access/group-plan.js';
import type { Session } from '../../stages/session/session.js';

/** What the report knows of the managed group. */
export interface GroupFacts {
  /** Who is in it, as comparable addresses; undefined where there is no such group, or it may not be read, which a note says. */
  readonly members: ReadonlySet<string> | undefined;
  readonly notes: readonly string[];
}

const SHOWN = 20;

/** Reads the managed group for the report: who is in it, and whom of them no users file lists. */
export async function readGroupFacts({ config, google, principals }: Session): Promise<GroupFacts> {
  const managed = managedGroup(config);
  if (managed === undefined) return { members: undefined, notes: [] };
  const { group } = managed;
  try {
    const { members } = await readGroup(google, group);
    const listed = new Set(principals.map(({ name }) => addressKey(name)));
    const others = members.filter(({ address }) => !listed.has(addressKey(address)));
    return {
      members: new Set(members.map(({ address }) => addressKey(address))),
      notes: [
        `Entry is by the Google group ${group}, whose members sync-users keeps as the users files say: it has ${number(members.length)}.`,
        ...(others.length === 0 ? [] : [othersNote(group, others)]),
      ],
    };
  } catch (error) {
    const isOff = error instanceof GoogleApiError && error.reason === 'SERVICE_DISABLED';
    if (!isOff && !(error instanceof GroupUnreadable)) throw error;
    const note = `Entry is by the Google group ${group}, whose members sync-users keeps; they may not be read here: ${errorMessage(error)}.`;
    return { members: undefined, notes: [note] };
  }
}

function othersNote(group: string, others: readonly GroupMember[]): string {
  const names = others
    .slice(0, SHOWN)
    .map(({ address, manages }) => `${address}${manages ? ' (owner or manager)' : ''}`)
    .join(', ');
  const more = others.length > SHOWN ? ` and ${number(others.length - SHOWN)} more` : '';
  return `In ${group}, and in no users file: ${names}${more}. They pass IAP.`;
}
