import { ToolError } from '../errors.js';
import type { Change, ChangeSet } from './change.js';

/** What a change set deletes or replaces that holds data or an address, and was not asked for by name. */
export function lostChanges({ changes }: ChangeSet): readonly Change[] {
  return changes.filter(
    ({ holdsData, isAsked, action }) =>
      holdsData === true && isAsked !== true && (action === 'delete' || action === 'replace'),
  );
}

/**
 * Refuses a change set that loses something which is not acknowledged; nothing has been changed then.
 * @param acknowledged addresses that somebody who may has said yes to
 */
export function guardData(changeSet: ChangeSet, acknowledged: ReadonlySet<string> = new Set()): void {
  const lost = lostChanges(changeSet).filter(({ address }) => !acknowledged.has(address));
  if (lost.length === 0) return;
  const list = lost.map((change) => `${change.address} (${change.action})`).join(', ');
  throw new ToolError(`The change would destroy what people depend on: ${list}. Nothing was changed`, {
    where: lost[0]?.address ?? changeSet.hub,
    hint: 'Undo the part of the change that causes it. If it is meant, each is acknowledged by a line "acknowledge: ADDRESS" in an approving review of the last commit, by somebody else with write access; or in a run by hand by its input acknowledge (--acknowledge ADDRESS). "destroy" removes a hub or a platform in two reviewed steps.',
  });
}
