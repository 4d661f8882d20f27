import { GoogleApiError, type GoogleClient } from '../../cloud/rest.js';
import { firstOf } from '../../config/text.js';
import { errorMessage } from '../../errors.js';
import { ALWAYS, endKey, isUnconditional, partitionPolicy } from './ownership.js';
import { ACCESSOR_ROLE, type Binding, type Policy } from './policy.js';
import { type IapTarget, iapResource, readPolicy } from './sync.js';

/** The resource of a grant. A grant on a wider resource lets a member pass IAP of every backend below it. */
export type GrantPlace = 'iap' | 'iap_web/compute' | 'iap_web' | 'project';

/** One member of one binding that grants access through Identity-Aware Proxy. */
export interface LiveGrant {
  readonly place: GrantPlace;
  /** As IAM writes it, such as `user:Ada@acme.dev`. */
  readonly member: string;
  /** Condition of the binding; undefined: none. */
  readonly condition: { readonly title: string; readonly expression: string } | undefined;
  /** Comparable end, see `endKey`. */
  readonly end: string;
  /** True if a sync of this hub owns the grant: on IAP, without a condition or with our title. */
  readonly owned: boolean;
}

/** The live grants of access through IAP. */
export interface LiveGrants {
  /** False if the IAP policy could not be read; then no grant can be called missing. */
  readonly iapPolicyRead: boolean;
  /** True if the IAP policy and all policies above it, up to the project, were read. */
  readonly complete: boolean;
  readonly grants: readonly LiveGrant[];
  /** Sentences about what could not be read or is unknown. */
  readonly notes: readonly string[];
}

/** The grants of one policy that let members pass IAP. No other predefined role does, not even owner or editor. */
export function grantsOf(hub: string, place: GrantPlace, policy: Policy): LiveGrant[] {
  const { ours, others } = partitionPolicy(hub, policy);
  const foreign = others.filter(({ role }) => role === ACCESSOR_ROLE);
  // A sync never writes or removes the same binding on a wider resource.
  const isIap = place === 'iap';
  return [
    ...ours.map((binding) => grantsIn(place, isIap, binding)),
    ...foreign.map((binding) => grantsIn(place, false, binding)),
  ].flat();
}

function grantsIn(place: GrantPlace, owned: boolean, { members = [], condition }: Binding): LiveGrant[] {
  if (condition === undefined || isUnconditional(condition)) {
    return members.map((member) => ({ place, member, condition: undefined, end: ALWAYS, owned }));
  }
  const { title = '', expression } = condition;
  return members.map((member) => ({ place, member, condition: { title, expression }, end: endKey(expression), owned }));
}

/** Roles that SETUP.md and docs/buckets.md create for the identities. They let nobody pass IAP. */
const OWN_ROLES = /\/roles\/jupyterhub(Plan|Apply|Sync|NodeRoles|NodeAccount|HomesMaker|HomesReconciler)$/;

/** Custom roles in a policy whose permissions are not known here. Roles of the identities count if others have them too. */
function customRoles(policy: Policy): string[] {
  return (policy.bindings ?? [])
    .filter(({ role, members = [] }) => /^(projects|organizations)\//.test(role) && members.length > 0)
    .filter(({ role, members = [] }) => !OWN_ROLES.test(role) || members.some((one) => !/^serviceAccount:/.test(one)))
    .map(({ role }) => role);
}

interface PolicySource {
  readonly place: GrantPlace;
  readonly name: string;
  readonly read: () => Promise<Policy>;
}

/**
 * Reads the IAP policy and all policies above it, up to the project. A policy that may not be read leaves a note: a
 * report with a known gap is better than none.
 * @param iap undefined while the hub has no load balancer
 */
export async function readGrants(
  google: GoogleClient,
  { project, projectNumber, hub }: { readonly project: string; readonly projectNumber: string; readonly hub: string },
  iap: IapTarget | undefined,
): Promise<LiveGrants> {
  const web = `projects/${projectNumber}/iap_web`;
  const above: readonly PolicySource[] = [
    { place: 'iap_web/compute', name: `${web}/compute`, read: () => policyOf(google, 'iap', `${web}/compute`) },
    { place: 'iap_web', name: web, read: () => policyOf(google, 'iap', web) },
    {
      place: 'project',
      name: `projects/${project}`,
      read: () => policyOf(google, 'cloudresourcemanager', `projects/${encodeURIComponent(project)}`),
    },
  ];
  const sources: readonly PolicySource[] =
    iap === undefined ? above : [{ place: 'iap', name: iapResource(iap), read: () => readPolicy(iap) }, ...above];
  const read = await Promise.allSettled(sources.map(({ read: ask }) => ask()));
  const grants: LiveGrant[] = [];
  const notes: string[] = [];
  const custom = new Set<string>();
  let iapPolicyRead = false;
  let complete = iap !== undefined;
  for (const [index, { place, name }] of sources.entries()) {
    const answer = read[index];
    if (answer?.status === 'fulfilled') {
      iapPolicyRead ||= place === 'iap';
      grants.push(...grantsOf(hub, place, answer.value));
      for (const role of customRoles(answer.value)) custom.add(role);
    } else {
      complete = false;
      notes.push(unreadableNote(place, name, answer?.reason));
    }
  }
  if (custom.size > 0) notes.push(customNote([...custom]));
  return { iapPolicyRead, complete, grants, notes };
}

function policyOf(google: GoogleClient, service: 'iap' | 'cloudresourcemanager', name: string): Promise<Policy> {
  const options = { requestedPolicyVersion: 3 };
  return google.call<Policy>({
    service,
    method: 'POST',
    effect: 'none',
    path: `${name}:getIamPolicy`,
    body: { options },
  });
}

/** Only a missing permission leaves a gap. A network failure must not look like a hub without access. */
function unreadableNote(place: GrantPlace, name: string, reason: unknown): string {
  if (!(reason instanceof GoogleApiError) || (reason.status !== 403 && reason.status !== 404)) throw reason;
  const what = place === 'iap' ? 'The IAP policy' : 'A policy above IAP';
  return `${what} could not be read (${name}: ${errorMessage(reason)}), so its members are not known.`;
}

function customNote(roles: readonly string[]): string {
  return `Custom roles are granted as well (${firstOf(roles, 5)}). A role with iap.webServiceVersions.accessViaIAP lets its members pass IAP. This report does not check that.`;
}
