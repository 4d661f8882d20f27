import { GoogleApiError, type GoogleClient, type GoogleRequest } from '../../cloud/rest.js';
import { errorMessage, ToolError } from '../../errors.js';
import type { MemberKind } from '../iap/policy.js';
import { isServiceAccount, sameAddress } from '../users/email.js';

/** One member of a Google group, by itself and not by another group. */
export interface GroupMember {
  /** Resource name, such as `groups/01abc/memberships/123`. */
  readonly resource: string;
  /** E-mail address; a text that names the member where it has none. */
  readonly address: string;
  /** `other` for what a users file cannot hold, such as everybody of the organisation. */
  readonly kind: MemberKind;
  /** True for owners and managers, the group's own administrators. */
  readonly manages: boolean;
}

/** A Google group and who is in it. */
export interface LiveGroup {
  /** Resource name, such as `groups/01abc`. */
  readonly resource: string;
  readonly members: readonly GroupMember[];
}

/** The group does not exist, or the identity of the run may not see it: Google answers both alike. */
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
// The most that Google gives with all fields; without them the type of a member is missing.
const PAGE = '500';
// A bad minute of Google, or its quota, which counts by the minute: the waits sum up to one.
const RETRIES = 6;

/**
 * Reads who is in a Google group. Throws GroupUnreadable where it does not exist or may not be seen, and the client's
 * GoogleApiError where the Cloud Identity API is off.
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
      members.push(...(page.memberships ?? []).map(memberOf));
      token = page.nextPageToken || undefined;
    }
    return { resource, members };
  } catch (error) {
    throw explained(group, error);
  }
}

async function groupResource(google: GoogleClient, group: string): Promise<string> {
  const query = { 'groupKey.id': group };
  const { name } = await google.call<{ name?: string }>({ service: 'cloudidentity', path: 'groups:lookup', query });
  // It becomes part of a path.
  if (name !== undefined && /^groups\/[\w-]+$/.test(name)) return name;
  throw new ToolError(`Google gave no name for the group ${group}`, {
    where: 'jupyterhub.yaml: access.entry.group',
    hint: 'Nothing was written. Look for a proxy in between that changes answers, then run again.',
  });
}

function memberOf({ name, preferredMemberKey, roles = [], type = '' }: Membership): GroupMember {
  const { id = '', namespace } = preferredMemberKey ?? {};
  const isAddress = namespace === undefined && /^[\x21-\x3f\x41-\x7e]+@[\x21-\x3f\x41-\x7e]+$/.test(id);
  return {
    resource: name,
    address: isAddress ? id : JSON.stringify(id || name),
    kind: isAddress ? kindOf(id, type) : 'other',
    manages: roles.some((role) => role.name === 'OWNER' || role.name === 'MANAGER'),
  };
}

function kindOf(address: string, type: string): MemberKind {
  // Accounts that the organisation does not know come without a type or with OTHER.
  if (!['', 'TYPE_UNSPECIFIED', 'OTHER'].includes(type)) return KINDS[type] ?? 'other';
  return isServiceAccount(address) ? 'serviceAccount' : 'person';
}

/** What spellings of one member have in common. A group has each address once, whatever its kind. */
export function addressKey(address: string): string {
  return /^[\x21-\x7e]+$/.test(address) ? sameAddress(address) : address;
}

/** Makes an account or a group a member. One that is there already is as wanted, as after an answer that got lost. */
export async function addToGroup(google: GoogleClient, { resource }: LiveGroup, address: string): Promise<void> {
  const body = { preferredMemberKey: { id: address }, roles: [{ name: 'MEMBER' }] };
  await write(google, { method: 'POST', effect: 'same', path: `${resource}/memberships`, body }, isThere);
}

/** Takes a member out. One that is gone already is as wanted. */
export async function removeFromGroup(google: GoogleClient, { resource }: GroupMember): Promise<void> {
  // Like any answer it is untrusted, and becomes a path.
  if (!/^groups\/[\w-]+\/memberships\/[\w-]+$/.test(resource)) {
    throw new ToolError('Google gave no name for the membership');
  }
  await write(google, { method: 'DELETE', path: resource }, ({ status }) => status === 404);
}

function isThere({ status, reason, message }: GoogleApiError): boolean {
  return status === 409 && /already.?exists/i.test(`${reason} ${message}`);
}

/**
 * Sends a write until Google takes it. It answers with an operation that is done; there is no method to ask for one
 * that is not.
 * @param isDone tells the refusal that says that nothing is left to do
 */
async function write(
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
    if (error !== undefined) throw new ToolError(error.message ?? 'Google does not say why');
  } catch (error) {
    if (!(error instanceof GoogleApiError) || !isDone(error)) throw error;
  }
}

function explained(group: string, error: unknown): unknown {
  if (!(error instanceof GoogleApiError) || error.reason === 'SERVICE_DISABLED') return error;
  if (error.status !== 403 && error.status !== 404) return error;
  return new GroupUnreadable(
    `The Google group ${group} does not exist, or this identity may not see who is in it (${errorMessage(error)})`,
    {
      where: 'jupyterhub.yaml: access.entry.group',
      hint: 'Check the address: Google answers alike for a group that is not there. Then make the service account of the run a manager of the group, as SETUP.md shows; roles on the project count for nothing here.',
      cause: error,
    },
  );
}
