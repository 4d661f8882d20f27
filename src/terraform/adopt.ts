import type { Change } from '../change/change.js';
import { ToolError } from '../errors.js';
import type { PlanJson } from './plan.js';
import { isRecord } from './shown.js';

// Import ids of the types whose creation fails when the thing is there already; the other types take no notice.
const IMPORT_IDS: Readonly<Record<string, (values: Values) => string>> = {
  google_compute_global_address: ({ project, name }) => `projects/${project}/global/addresses/${name}`,
  google_compute_network: ({ project, name }) => `projects/${project}/global/networks/${name}`,
  google_compute_subnetwork: ({ project, region, name }) => `projects/${project}/regions/${region}/subnetworks/${name}`,
  google_compute_router: ({ project, region, name }) => `projects/${project}/regions/${region}/routers/${name}`,
  google_compute_router_nat: ({ project, region, router, name }) => `${project}/${region}/${router}/${name}`,
  google_service_account: ({ project, account_id: id }) =>
    `projects/${project}/serviceAccounts/${id}@${project}.iam.gserviceaccount.com`,
  google_container_cluster: ({ project, location, name }) =>
    `projects/${project}/locations/${location}/clusters/${name}`,
};

type Values = Readonly<Record<string, string>>;

/**
 * An `adopt.tf.json` that takes what a killed run had made, but no longer wrote to the state, into the state. Undefined
 * where one of the addresses is of a type that cannot be found again by its plan.
 */
export function importBlocks(plan: PlanJson, addresses: readonly string[]): string | undefined {
  const blocks = addresses.map((address) => {
    const resource = plan.resource_changes?.find((one) => one.address === address);
    const id = resource && IMPORT_IDS[resource.type];
    const after = resource?.change.after;
    return id && isRecord(after) ? { to: address, id: id(after as Values).replaceAll('${', '$${') } : undefined;
  });
  return blocks.every((block) => block !== undefined) ? JSON.stringify({ import: blocks }) : undefined;
}

/** Throws where a plan that adopts does more than the reviewed one: an adopted thing may be changed in place, no more. */
export function checkAdoption(reviewed: readonly Change[], now: readonly Change[], adopted: ReadonlySet<string>): void {
  for (const { address, action } of now) {
    const isPlanned = reviewed.some((change) => change.address === address && change.action === action);
    if (isPlanned || (adopted.has(address) && action === 'update')) continue;
    throw new ToolError(`Going on where a killed run stopped would also ${action} ${address}, which was not planned`, {
      where: address,
      hint: 'Nothing more was done. Look at the resource: if it is not left over from the killed run, give the hub another name.',
    });
  }
}
