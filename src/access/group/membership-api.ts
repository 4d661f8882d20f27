import { GoogleApiError, type GoogleClient, type GoogleRequest } from '../../cloud/rest.js';
import { errorMessage, ToolError } from '../../errors.js';
import { entryOf } from '../../json.js';
import type { MemberKind } from '../iap/policy.js';
import { isServiceAccount, sameAddress } from '../users/email.js';

/** One direct member of a Google group. */
export interface GroupMember {
  /** Resource name, such as `groups/01abc/memberships/123`. */
  readonly resource: string;
  /** E-mail address, or another name of a member without one. */
  readonly address: string;
  /** `other` for what a users file cannot list, such as everybody of the organisation. */
  readonly kind: MemberKind;
  /** True for owners and managers, the group's own administrators. */
  readonly manages: boolean;
}

/** A Google group and its members. */
export interface LiveGroup {
  /** Resource name, such as `groups/01abc`. */
  readonly resource: string;
  readonly members: readonly GroupMember[];
}

/** The group does not exist, or this identity may not read it. Google gives the same answer to both. */
export class GroupUnreadable extends ToolError {}

interface Membership {
  readonly name: string;
  readonly preferredMemberKey?: { readonly id?: string; readonly namespace?: string };
  readonly roles?: readonly { readonly name?: string }[];
  readonly type?: string;
}

const KINDS: Readonly<Record<string, MemberKind>> = {
  USER: 'person',
  GROUP: 'group',
  SERVICE_ACCOUNT: 'serviceAccount',
};
// The largest page with view=FULL. Without that view the type of a member is missing.
const PAGE = '500';
// The waits add up to a minute: Google's quota counts per minute.
const RETRIES = 6;

/**
 * Reads the members of a Google group. Throws GroupUnreadable if it does not exist or may not be read, and the client's
 * GoogleApiError if the Cloud Identity API is disabled.
 */
export async function readGroup(google: GoogleClient, group: string): Promise<LiveGroup> {
  try {
    const resource = await groupResource(google, group);
    const members: GroupMember[] = [];
    for (let token: string | undefined = ''; token !== undefined; ) {
      const page: { memberships?: readonly Membership[]; nextPageToken?: string } = await google.call({
        service: 'cloudidentity',
        path: `${resource}/memberships`,
        query: { view: 'FULL', pageSize: PAGE, ...(token === '' ? {} : { pageToken: token }) },
      });
      members.push(...(page.memberships ?? []).map(toGroupMember));
      token = page.nextPageToken || undefined;
    }
    return { resource, members };
  } catch (error) {
    throw explainError(group, error);
  }
}

async function groupResource(google: GoogleClient, group: string): Promise<string> {
  const query = { 'groupKey.id': group };
  const { name } = await google.call<{ name?: string }>({ service: 'cloudidentity', path: 'groups:lookup', query });
  // Checked, since it becomes part of a path.
  if (name !== undefined && /^groups\/[\w-]+$/.test(name)) return name;
  throw new ToolError(`Google returned no valid name for the group ${group}`, {
    where: 'jupyterhub.yaml: access.entry.group',
    hint: 'Nothing was written. Look for a proxy that changes responses, then run again.',
  });
}

function toGroupMember({ name, preferredMemberKey, roles = [], type = '' }: Membership): GroupMember {
  const { id = '', namespace } = preferredMemberKey ?? {};
  const isAddress = namespace === undefined && /^[\x21-\x3f\x41-\x7e]+@[\x21-\x3f\x41-\x7e]+$/.test(id);
  return {
    resource: name,
    address: isAddress ? id : JSON.stringify(id || name),
    kind: isAddress ? kindOfMember(id, type) : 'other',
    manages: roles.some((role) => role.name === 'OWNER' || role.name === 'MANAGER'),
  };
}

function kindOfMember(address: string, type: string): MemberKind {
  // Accounts outside the organisation have no type, or OTHER.
  if (!['', 'TYPE_UNSPECIFIED', 'OTHER'].includes(type)) return entryOf(KINDS, type) ?? 'other';
  return isServiceAccount(address) ? 'serviceAccount' : 'person';
}

/** Comparable form of a member's address. A group has each address once, whatever its kind. */
export function addressKey(address: string): string {
  return /^[\x21-\x7e]+$/.test(address) ? sameAddress(address) : address;
}

/** Adds an account or a group as a member. An existing member is fine: the answer to an earlier call may be lost. */
export async function addToGroup(google: GoogleClient, { resource }: LiveGroup, address: string): Promise<void> {
  const body = { preferredMemberKey: { id: address }, roles: [{ name: 'MEMBER' }] };
  await writeMembership(google, { method: 'POST', effect: 'same', path: `${resource}/memberships`, body }, isDuplicate);
}

/** Removes a member. A member that is already gone is fine. */
export async function removeFromGroup(google: GoogleClient, { resource }: GroupMember): Promise<void> {
  // Checked, since a response is untrusted and this becomes a path.
  if (!/^groups\/[\w-]+\/memberships\/[\w-]+$/.test(resource)) {
    throw new ToolError('Google returned no valid name for the membership');
  }
  await writeMembership(google, { method: 'DELETE', path: resource }, ({ status }) => status === 404);
}

function isDuplicate({ status, reason, message }: GoogleApiError): boolean {
  return status === 409 && /already.?exists/i.test(`${reason} ${message}`);
}

/**
 * Sends a write until Google accepts it. Google answers with a finished operation; there is no method to poll one.
 * @param isDone whether an error means that nothing is left to do
 */
async function writeMembership(
  google: GoogleClient,
  call: Pick<GoogleRequest, 'method' | 'effect' | 'path' | 'body'>,
  isDone: (refusal: GoogleApiError) => boolean,
): Promise<void> {
  try {
    const { error } = await google.call<{ error?: { message?: string } }>({
      service: 'cloudidentity',
      ...call,
      retries: RETRIES,
      retryAborted: true,
    });
    if (error !== undefined) throw new ToolError(error.message ?? 'Google gives no reason');
  } catch (error) {
    if (!(error instanceof GoogleApiError) || !isDone(error)) throw error;
  }
}

function explainError(group: string, error: unknown): unknown {
  if (!(error instanceof GoogleApiError) || error.reason === 'SERVICE_DISABLED') return error;
  if (error.status !== 403 && error.status !== 404) return error;
  return new GroupUnreadable(
    `The Google group ${group} does not exist, or this identity may not read its members (${errorMessage(error)})`,
    {
      where: 'jupyterhub.yaml: access.entry.group',
      hint: 'Check the address; Google gives the same answer for a missing group. Then make the service account of the run a manager of the group, as SETUP.md shows. Roles on the project have no effect here.',
      cause: error,
    },
  );
}
