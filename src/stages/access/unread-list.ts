import { nextMemberList } from '../../access/hub/member-list.js';
import type { ReconcilerStatus } from '../../access/hub/reconciler-status.js';
import type { Principal } from '../../access/users/load.js';
import { locationText } from '../../config/location.js';
import { ToolError } from '../../errors.js';

/**
 * Throws if the hub reports that it cannot read the list of this run. Waiting on would be in vain: the hub keeps the last
 * list that it could read.
 */
export function refuseUnreadList(
  { generation, unread }: ReconcilerStatus,
  done: { readonly generation: number; readonly people: readonly Principal[] },
  where: string,
): void {
  if (unread === undefined || unread.generation !== done.generation) return;
  // The hub's report has no addresses. The index of the entry is that of the list that was written.
  const email = unread.entry === null ? undefined : nextMemberList(undefined, done.people).people[unread.entry]?.email;
  const location = done.people.find(({ name }) => name === email)?.location;
  const what = email === undefined ? 'the new list of people' : `the entry of ${email} in the new list of people`;
  const last = generation === 0 ? 'the last valid list' : `the last valid list (generation ${generation})`;
  throw new ToolError(`The hub cannot read ${what}: ${unread.problem}. It goes on with ${last}`, {
    where: location === undefined ? where : locationText(location),
    hint: 'People who left have lost their access. New people get none until the hub can read the list. If the hub is of an older version, run apply to upgrade it. Otherwise correct the entry or remove it, then run again.',
  });
}

/** What a report says while the hub cannot read its newest list; undefined while it can. */
export function unreadListNote(status: ReconcilerStatus | undefined): string | undefined {
  if (status?.unread === undefined) return undefined;
  const { generation, problem } = status.unread;
  const which = generation === null ? '' : ` (generation ${generation})`;
  return `The hub cannot read its newest list of people${which}: ${problem}. The last valid list is in force, without those whom the new one leaves out. sync-users writes the list again.`;
}
