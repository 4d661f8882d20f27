import { addressOf, type Change } from '../change/change.js';
import { ToolError } from '../errors.js';
import { isObject } from '../json.js';
import type { ExistingResource } from './ownership.js';
import type { PlanJson } from './plan.js';
import { resourceType } from './resource-types.js';

/** What the plan would create at these addresses. */
export function existingResources(plan: PlanJson, addresses: readonly string[]): readonly ExistingResource[] {
  return (plan.resource_changes ?? [])
    .filter(({ address }) => addresses.includes(address))
    .map(({ address, type, change: { after } }) => ({ address, type, planned: isObject(after) ? after : {} }));
}

/**
 * Text of an `adopt.tf.json` that imports what an earlier run made and could not write to the state. Undefined where the type
 * of an address has no import id.
 */
export function importBlocks(plan: PlanJson, addresses: readonly string[]): string | undefined {
  const blocks = addresses.map((address) => {
    const resource = plan.resource_changes?.find((one) => one.address === address);
    const id = resource && resourceType(resource.type).importId;
    const after = resource?.change.after;
    if (id === undefined || !isObject(after)) return undefined;
    return { to: address, id: id(after as Readonly<Record<string, string>>).replaceAll('${', '$${') };
  });
  return blocks.every((block) => block !== undefined) ? JSON.stringify({ import: blocks }) : undefined;
}

/** Throws where a plan that imports does more than the reviewed one. It may only change an imported resource in place. */
export function checkAdoption(reviewed: readonly Change[], now: readonly Change[], adopted: ReadonlySet<string>): void {
  for (const change of now) {
    const { action } = change;
    const address = addressOf(change);
    const isPlanned = reviewed.some((one) => addressOf(one) === address && one.action === action);
    if (isPlanned || (adopted.has(address) && action === 'update')) continue;
    throw new ToolError(`Importing what an earlier run made would also ${action} ${address}, which was not planned`, {
      where: address,
      hint: 'Nothing more was changed. Check the resource: if no run of this hub made it, give the hub another name.',
    });
  }
}
