import { ToolError } from '../errors.js';
import { addressOf, type Change, type ChangeSet } from './change.js';

/** What a change set deletes or replaces that holds data, an address or the servers of people, or stops these in place, unless the configuration asks for it by name. */
export function lostChanges({ changes }: Pick<ChangeSet, 'changes'>): readonly Change[] {
  return changes.filter(isLoss);
}

function isLoss({ scope, action, holdsData, endsSessions, isAsked }: Change): boolean {
  if (action === 'update') return endsSessions === true && isAsked !== true;
  // Fails closed: a terraform resource holds data unless the change says that it does not.
  const holds = holdsData ?? scope === 'terraform';
  return holds && isAsked !== true && (action === 'delete' || action === 'replace');
}

/**
 * Refuses a change set that loses something which is not acknowledged; nothing has been changed then.
 * @param acknowledged addresses whose loss somebody with the right to do so has acknowledged
 */
export function guardData(changeSet: ChangeSet, acknowledged: ReadonlySet<string> = new Set()): void {
  const lost = lostChanges(changeSet).filter((change) => !acknowledged.has(addressOf(change)));
  if (lost.length === 0) return;
  const list = lost.map((change) => `${addressOf(change)} (${change.action})`).join(', ');
  throw new ToolError(`The change would destroy what people depend on: ${list}. Nothing was changed`, {
    where: lost[0] === undefined ? changeSet.hub : addressOf(lost[0]),
    hint: 'Undo the part of the change that causes it. If it is meant, acknowledge each address: with a line "acknowledge: ADDRESS" in an approving review of the last commit, by somebody else with write access; or in a manual run with the input acknowledge (--acknowledge ADDRESS). "destroy" removes a hub or a platform in two reviewed steps.',
  });
}
