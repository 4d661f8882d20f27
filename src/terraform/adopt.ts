import { addressOf, type Change } from '../change/change.js';
import { ToolError } from '../errors.js';
import { isRecord, type PlanJson } from './plan.js';
import { resourceType } from './resource-types.js';

/**
 * An `adopt.tf.json` that takes what a killed run had made, but no longer wrote to the state, into the state. Undefined
 * where one of the addresses is of a type that cannot be found again by its plan.
 */
export function importBlocks(plan: PlanJson, addresses: readonly string[]): string | undefined {
  const blocks = addresses.map((address) => {
    const resource = plan.resource_changes?.find((one) => one.address === address);
    const id = resource && resourceType(resource.type).importId;
    const after = resource?.change.after;
    if (id === undefined || !isRecord(after)) return undefined;
    return { to: address, id: id(after as Readonly<Record<string, string>>).replaceAll('${', '$${') };
  });
  return blocks.every((block) => block !== undefined) ? JSON.stringify({ import: blocks }) : undefined;
}

/** Throws where a plan that adopts does more than the reviewed one: an adopted thing may be changed in place, no more. */
export function checkAdoption(reviewed: readonly Change[], now: readonly Change[], adopted: ReadonlySet<string>): void {
  for (const change of now) {
    const { action } = change;
    const address = addressOf(change);
    const isPlanned = reviewed.some((one) => addressOf(one) === address && one.action === action);
    if (isPlanned || (adopted.has(address) && action === 'update')) continue;
    throw new ToolError(`Going on where a killed run stopped would also ${action} ${address}, which was not planned`, {
      where: address,
      hint: 'Nothing more was done. Look at the resource: if it is not left over from the killed run, give the hub another name.',
    });
  }
}
