import { randomBytes } from 'node:crypto';
import { ApiError } from '../api-error.js';
import type { ServiceAccounts } from '../identities.js';
import { numericId } from '../ids.js';
import { isServiceAccount } from '../policies.js';
import type { Call, Handlers, Json, World } from '../world.js';
import { page } from './project.js';

type Role = 'OWNER' | 'MANAGER' | 'MEMBER';

interface Membership {
  readonly id: string;
  /** As given. */
  readonly address: string;
  readonly roles: readonly Role[];
  readonly created: string;
}

interface Group {
  readonly id: string;
  readonly address: string;
  /** By lower-case address. */
  readonly members: Map<string, Membership>;
}

/** Who is in a group when it is made. */
export interface GroupMembers {
  readonly owners?: readonly string[];
  readonly managers?: readonly string[];
  readonly members?: readonly string[];
}

// Sizes of a page: cloud.google.com/identity/docs/reference/rest/v1/groups.memberships/list
const PAGES = { BASIC: { usual: '200', most: 1000 }, FULL: { usual: '50', most: 500 } } as const;

/** cloudidentity: the Google groups of the organisation. Only roles in the group count, not IAM roles. */
export class Groups {
  readonly #byId = new Map<string, Group>();
  readonly #world: World;
  readonly #accounts: ServiceAccounts;

  constructor(world: World, accounts: ServiceAccounts) {
    this.#world = world;
    this.#accounts = accounts;
  }

  /** Makes a group, as an administrator of the organisation does. */
  add(address: string, { owners = [], managers = [], members = [] }: GroupMembers): void {
    const group: Group = { id: `0${randomBytes(7).toString('hex')}`, address, members: new Map() };
    this.#byId.set(group.id, group);
    for (const owner of owners) this.#join(group, owner, ['OWNER', 'MEMBER']);
    for (const manager of managers) this.#join(group, manager, ['MANAGER', 'MEMBER']);
    for (const member of members) this.#join(group, member, ['MEMBER']);
  }

  /** Addresses of all who are in a group themselves, sorted. */
  addressesOf(address: string): readonly string[] {
    return [...(this.#find(address)?.members.values() ?? [])].map((one) => one.address).sort();
  }

  /** Lower-case addresses of the groups that an account is in, directly or by another group. */
  groupsOf(email: string): readonly string[] {
    const found = new Set<string>();
    const visit = (member: string): void => {
      for (const { address, members } of this.#byId.values()) {
        const name = address.toLowerCase();
        if (found.has(name) || !members.has(member.toLowerCase())) continue;
        found.add(name);
        visit(name);
      }
    };
    visit(email);
    return [...found];
  }

  handlers(): Handlers {
    return {
      'cloudidentity.groups.lookup': (call) => {
        const address = call.query.get('groupKey.id') ?? '';
        const group = this.#find(address);
        if (group === undefined || roleOf(group, call) === undefined) throw denied(address);
        return { name: `groups/${group.id}` };
      },
      'cloudidentity.groups.memberships.list': (call) =>
        this.#list(this.#group(call, ['OWNER', 'MANAGER', 'MEMBER']), call),
      'cloudidentity.groups.memberships.create': (call) => this.#create(this.#group(call, ['OWNER', 'MANAGER']), call),
      'cloudidentity.groups.memberships.delete': (call) => this.#delete(this.#group(call, ['OWNER', 'MANAGER']), call),
    };
  }

  #find(address: string): Group | undefined {
    return [...this.#byId.values()].find((group) => group.address.toLowerCase() === address.toLowerCase());
  }

  /** The group of a path. Google answers the same for a missing group and for one where the caller has no role. */
  #group(call: Call, roles: readonly Role[]): Group {
    const group = this.#byId.get(call.values.groupsId ?? '');
    const held = group && roleOf(group, call);
    if (group === undefined || held === undefined || !roles.includes(held))
      throw denied(`groups/${call.values.groupsId}`);
    return group;
  }

  #list(group: Group, { query }: Call): Json {
    const isFull = query.get('view') === 'FULL';
    const { usual, most } = PAGES[isFull ? 'FULL' : 'BASIC'];
    const wanted = new URLSearchParams(query);
    if (!wanted.has('pageSize')) wanted.set('pageSize', usual);
    if (Number(wanted.get('pageSize')) > most) throw new ApiError(400, `pageSize must not be greater than ${most}.`);
    const memberships = [...group.members.values()].map((one) => this.#shown(group, one, isFull));
    return page(memberships, wanted, 'memberships', 'pageSize', most);
  }

  #create(group: Group, { body }: Call): Json {
    const { preferredMemberKey, roles = [{ name: 'MEMBER' }] } = body as {
      preferredMemberKey?: { id?: string; namespace?: string };
      roles?: readonly { name?: string; expiryDetail?: unknown }[];
    };
    const address = preferredMemberKey?.id ?? '';
    if (!/^[^@\s]+@[^@\s]+$/.test(address) || preferredMemberKey?.namespace !== undefined) {
      throw new ApiError(400, 'The key of the member is not an e-mail address.');
    }
    if (!roles.some(({ name }) => name === 'MEMBER')) throw new ApiError(400, 'MEMBER role must be specified');
    // Only some editions of Cloud Identity have it; this organisation has none of them.
    if (roles.some(({ expiryDetail }) => expiryDetail !== undefined)) {
      throw new ApiError(403, 'Error(3005): The expiry of memberships is not in this edition.');
    }
    if (group.members.has(address.toLowerCase())) {
      const message = `Error(4003): Cannot create membership '${address}' in 'groups/${group.id}' because it already exists.`;
      throw new ApiError(409, message);
    }
    // Google answers so for an account that does not exist.
    if (!this.#exists(address)) throw denied(`groups/${group.id}`);
    const other = this.#find(address);
    if (other === group || (other && this.groupsOf(group.address).includes(other.address.toLowerCase()))) {
      throw new ApiError(400, 'A group cannot be in itself.');
    }
    const names = roles.map(({ name }) => name as Role);
    const made = this.#join(group, address, names);
    const type = 'type.googleapis.com/google.apps.cloudidentity.groups.v1.Membership';
    return { done: true, response: { '@type': type, ...this.#shown(group, made, true) } };
  }

  #delete(group: Group, { values }: Call): Json {
    const found = [...group.members].find(([, { id }]) => id === values.membershipsId);
    if (found === undefined) throw new ApiError(404, `Error(2017): Membership ${values.membershipsId} was not found.`);
    const [key, { roles }] = found;
    const owners = [...group.members.values()].filter((one) => one.roles.includes('OWNER'));
    if (roles.includes('OWNER') && owners.length === 1) {
      throw new ApiError(400, "Cannot remove the membership because it's the last OWNER role in the Google Groups");
    }
    group.members.delete(key);
    return { done: true, response: { '@type': 'type.googleapis.com/google.protobuf.Empty' } };
  }

  #join(group: Group, address: string, roles: readonly Role[]): Membership {
    const made = { id: numericId(), address, roles, created: this.#world.now().toISOString() };
    group.members.set(address.toLowerCase(), made);
    return made;
  }

  #shown(group: Group, { id, address, roles, created }: Membership, isFull: boolean): Json {
    const type = isServiceAccount(address) ? 'SERVICE_ACCOUNT' : this.#find(address) ? 'GROUP' : 'USER';
    return {
      name: `groups/${group.id}/memberships/${id}`,
      preferredMemberKey: { id: address },
      roles: roles.map((name) => ({ name })),
      ...(isFull ? { type, createTime: created, updateTime: created, deliverySetting: 'ALL_MAIL' } : {}),
    };
  }

  /** Service accounts of the project must exist; all other addresses count as existing accounts. */
  #exists(address: string): boolean {
    const isOwn = address.endsWith(`@${this.#world.project}.iam.gserviceaccount.com`);
    return !isOwn || this.#accounts.get(address) !== undefined;
  }
}

/** The highest role that the caller holds in a group. */
function roleOf({ members }: Group, { identity }: Call): Role | undefined {
  const roles = members.get(identity.email?.toLowerCase() ?? '')?.roles ?? [];
  return (['OWNER', 'MANAGER', 'MEMBER'] as const).find((role) => roles.includes(role));
}

function denied(resource: string): ApiError {
  const description = `Error(2028): Permission denied for resource ${resource} (or it may not exist).`;
  const type = 'type.googleapis.com/google.rpc.ResourceInfo';
  return new ApiError(403, description, {
    details: [
      {
        '@type': type,
        resourceType: 'cloudidentity.googleapis.com/Group',
        resourceName: resource,
        owner: 'domain:cloudidentity.googleapis.com',
        description,
      },
    ],
  });
}
