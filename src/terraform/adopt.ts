import { addressOf, type Change } from '../change/change.js';
import { ToolError } from '../errors.js';
import { isObject } from '../json.js';
import type { PlanJson } from './plan.js';
import { resourceType } from './resource-types.js';

/** Throws where something that exists at one of these addresses of a plan was not made by a run of this hub. */
export async function refuseForeignResources(
  plan: PlanJson,
  addresses: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<void> {
  // Loaded here, because few runs need it.
  const [{ refuseForeign }, { GoogleClient }] = await Promise.all([
    import('./ownership.js'),
    import('../cloud/rest.js'),
  ]);
  const google = new GoogleClient({ env, token: async () => env.GOOGLE_OAUTH_ACCESS_TOKEN ?? '' });
  for (const { address, type, change } of plan.resource_changes ?? []) {
    if (!addresses.includes(address)) continue;
    await refuseForeign(google, { address, type, planned: isObject(change.after) ? change.after : {} });
  }
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
