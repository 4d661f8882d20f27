import { ToolError } from '../errors.js';
import type { ChangeSet } from './change.js';

/**
 * Refuses a change set that deletes or replaces something that holds data or an address and was not asked for by name;
 * nothing has been changed then.
 */
export function guardData(changeSet: ChangeSet): void {
  const lost = changeSet.changes.filter(
    (change) =>
      change.holdsData === true &&
      change.isAsked !== true &&
      (change.action === 'delete' || change.action === 'replace'),
  );
  if (lost.length === 0) return;
  const list = lost.map((change) => `${change.address} (${change.action})`).join(', ');
  throw new ToolError(`The change would destroy what people depend on: ${list}. Nothing was changed`, {
    where: lost[0]?.address ?? changeSet.hub,
    hint: 'Undo the part of the change that causes it. If it is meant, "destroy" removes a hub or a platform in two reviewed steps.',
  });
}
