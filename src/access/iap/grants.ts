import { GoogleApiError, type GoogleClient } from '../../cloud/rest.js';
import { errorMessage } from '../../errors.js';
import { ALWAYS, endKey, isUnconditional, partitionPolicy } from './ownership.js';
import { ACCESSOR_ROLE, type Binding, type Policy } from './policy.js';
import { type IapTarget, iapResource, readPolicy } from './sync.js';

/** Where a grant is made; whoever has it on a wider place passes IAP of every backend below. */
export type GrantPlace = 'iap' | 'iap_web/compute' | 'iap_web' | 'project';

/** One member of one binding that lets people pass Identity-Aware Proxy. */
export interface LiveGrant {
  readonly place: GrantPlace;
  /** As IAM writes it, such as `user:Ada@acme.dev`. */
  readonly member: string;
  /** Condition of the binding; undefined: none. */
  readonly condition: { readonly title: string; readonly expression: string } | undefined;
  /** Comparable end, see `endKey`. */
  readonly end: string;
  /** True where a sync of this hub owns the grant: on IAP, without a condition or with our title. */
  readonly owned: boolean;
}

/** Who may pass IAP by the live policies. */
export interface LiveGrants {
  /** False where IAP's own policy could not be read, so that nobody can be called missing. */
  readonly iapPolicyRead: boolean;
  /** True where IAP's policy and all above it up to the project were read. */
  readonly complete: boolean;
  readonly grants: readonly LiveGrant[];
  /** Sentences about what could not be read, or is not known. */
  readonly notes: readonly string[];
}

/** The grants of one policy that let people pass; other roles of Google, owner and editor among them, do not. */
export function grantsOf(hub: string, place: GrantPlace, policy: Policy): LiveGrant[] {
  const { ours, others } = partitionPolicy(hub, policy);
  const foreign = others.filter(({ role }) => role === ACCESSOR_ROLE);
  // The same binding above IAP is nothing that a sync of the hub would ever write or remove.
  const isIap = place === 'iap';
  return [
    ...ours.map((one) => grantsIn(place, isIap, one)),
    ...foreign.map((one) => grantsIn(place, false, one)),
  ].flat();
}

function grantsIn(place: GrantPlace, owned: boolean, { members = [], condition }: Binding): LiveGrant[] {
  if (condition === undefined || isUnconditional(condition)) {
    return members.map((member) => ({ place, member, condition: undefined, end: ALWAYS, owned }));
  }
  const { title = '', expression } = condition;
  return members.map((member) => ({ place, member, condition: { title, expression }, end: endKey(expression), owned }));
}

/** Roles of the project's or organisation's own making in a policy: what they hold is not known here. */
function customRoles(policy: Policy): string[] {
  return (policy.bindings ?? [])
    .filter(({ role, members = [] }) => /^(projects|organizations)\//.test(role) && members.length > 0)
    .map(({ role }) => role);
}

interface Source {
  readonly place: GrantPlace;
  readonly name: string;
  readonly ask: () => Promise<Policy>;
}

/**
 * Reads IAP's policy and all above it up to the project. What may not be read leaves a note: a report with a gap
 * that it names is worth more than none.
 * @param iap undefined while the hub has no load balancer
 */
export async function readGrants(
  google: GoogleClient,
  { project, projectNumber, hub }: { readonly project: string; readonly projectNumber: string; readonly hub: string },
  iap: IapTarget | undefined,
): Promise<LiveGrants> {
  const web = `projects/${projectNumber}/iap_web`;
  const above: readonly Source[] = [
    { place: 'iap_web/compute', name: `${web}/compute`, ask: () => policyOf(google, 'iap', `${web}/compute`) },
    { place: 'iap_web', name: web, ask: () => policyOf(google, 'iap', web) },
    {
      place: 'project',
      name: `projects/${project}`,
      ask: () => policyOf(google, 'cloudresourcemanager', `projects/${encodeURIComponent(project)}`),
    },
  ];
  const sources: readonly Source[] =
    iap === undefined ? above : [{ place: 'iap', name: iapResource(iap), ask: () => readPolicy(iap) }, ...above];
  const read = await Promise.allSettled(sources.map(({ ask }) => ask()));
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
      notes.push(unreadable(place, name, answer?.reason));
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

/** Only a refusal leaves a gap; a network that is down must not look like a hub that nobody may enter. */
function unreadable(place: GrantPlace, name: string, reason: unknown): string {
  if (!(reason instanceof GoogleApiError) || (reason.status !== 403 && reason.status !== 404)) throw reason;
  const what = place === 'iap' ? 'The policy of IAP itself' : 'A policy above IAP';
  return `${what} could not be read (${name}: ${errorMessage(reason)}): whom it lets in is not known.`;
}

function customNote(roles: readonly string[]): string {
  const some = roles.slice(0, 5).join(', ');
  const more = roles.length > 5 ? ` and ${roles.length - 5} more` : '';
  return `Custom roles are granted too (${some}${more}). One that holds iap.webServiceVersions.accessViaIAP lets its members pass IAP; this report does not look into them.`;
}
