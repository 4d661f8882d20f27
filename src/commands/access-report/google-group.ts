import { addressKey, type GroupMember, GroupUnreadable, readGroup } from '../../access/group/membership-api.js';
import { GoogleApiError } from '../../cloud/rest.js';
import { firstOf, plural } from '../../config/text.js';
import { errorMessage } from '../../errors.js';
import { managedGroup } from '../../stages/access/group-plan.js';
import type { Session } from '../../stages/session/session.js';

/** What the report knows about the managed group. */
export interface GroupFacts {
  /** Comparable addresses of its members; undefined if there is no managed group, or if a note says that it may not be read. */
  readonly members: ReadonlySet<string> | undefined;
  readonly notes: readonly string[];
}

const SHOWN = 20;

/** Reads the members of the managed group, and which of them no users file lists. */
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
        `Access is granted to the Google group ${group}, which sync-users manages. It has ${plural(members.length, 'member')}.`,
        ...(others.length === 0 ? [] : [othersNote(group, others)]),
      ],
    };
  } catch (error) {
    const isOff = error instanceof GoogleApiError && error.reason === 'SERVICE_DISABLED';
    if (!isOff && !(error instanceof GroupUnreadable)) throw error;
    const note = `Access is granted to the Google group ${group}, which sync-users manages. Its members may not be read here: ${errorMessage(error)}.`;
    return { members: undefined, notes: [note] };
  }
}

function othersNote(group: string, others: readonly GroupMember[]): string {
  const names = others.map(({ address, manages }) => `${address}${manages ? ' (owner or manager)' : ''}`);
  return `Members of ${group} whom no users file lists pass IAP: ${firstOf(names, SHOWN)}.`;
}
