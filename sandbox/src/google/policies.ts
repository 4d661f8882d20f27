import { createHash } from 'node:crypto';
import { ApiError } from './api-error.js';
import { etag } from './ids.js';

/** An IAM allow policy. */
export interface Policy {
  readonly version?: number;
  readonly etag?: string;
  readonly bindings?: readonly Binding[];
  readonly auditConfigs?: readonly unknown[];
}

export interface Binding {
  readonly role: string;
  readonly members?: readonly string[];
  readonly condition?: Condition;
}

export interface Condition {
  readonly title?: string;
  readonly description?: string;
  readonly expression?: string;
  readonly location?: string;
}

/** Caller: an account with its address, or a federated principal without one. */
export interface Identity {
  readonly email?: string;
  /** Every `principal://` and `principalSet://` name that fits. */
  readonly principals?: readonly string[];
  /** Lower-case addresses of the Google groups that the account is in, directly or not. */
  readonly groups?: readonly string[];
}

// Google's answer for a policy that nobody has set yet.
const EMPTY_ETAG = 'ACAB';

const MEMBER =
  /^(allUsers|allAuthenticatedUsers|(user|serviceAccount|group):[^@\s]+@[^@\s]+|domain:[\w.-]+|principal(Set)?:\/\/\S+|project(Owner|Editor|Viewer):\S+|serviceAccount:\S+\[\S+\]|deleted:(user|serviceAccount|group):\S+)$/;

/** Whether two etags are the same bytes: protobuf's JSON takes both alphabets of base64, and gcloud sends the other one. */
function sameBytes(one: string, other: string): boolean {
  return Buffer.from(one, 'base64').equals(Buffer.from(other, 'base64'));
}

/** Policies by resource name, with the etag protocol of every Google API. */
export class Policies {
  readonly #policies = new Map<string, Policy>();
  readonly #exists: (serviceAccount: string) => boolean;

  /** `exists` says whether a service account of this project is there; members that are not are refused. */
  constructor(exists: (serviceAccount: string) => boolean) {
    this.#exists = exists;
  }

  /** Bindings as stored, conditions included. */
  bindings(resource: string): readonly Binding[] {
    return this.#policies.get(resource)?.bindings ?? [];
  }

  /** The policy as a caller sees it who asked for that version: below 3, conditions are hidden in the role's name. */
  get(resource: string, requestedVersion = 1): Policy {
    const stored = this.#policies.get(resource) ?? { etag: EMPTY_ETAG };
    const bindings = stored.bindings ?? [];
    if (requestedVersion >= 3 || !bindings.some(({ condition }) => condition)) return stored;
    const hidden = bindings.map(({ role, members, condition }) => ({
      role: condition ? `${role}_withcond_${digest(condition)}` : role,
      ...(members ? { members } : {}),
    }));
    return { ...stored, version: 1, bindings: hidden };
  }

  /** Replaces a policy as `setIamPolicy` does; throws 409 when the etag is not that of the stored one. */
  set(resource: string, given: Policy): Policy {
    const stored = this.#policies.get(resource);
    if (given.etag !== undefined && given.etag !== '' && !sameBytes(given.etag, stored?.etag ?? EMPTY_ETAG)) {
      throw new ApiError(
        409,
        'There were concurrent policy changes. Please retry the whole read-modify-write with exponential backoff.',
        { reason: 'aborted', status: 'ABORTED' },
      );
    }
    const bindings = normalize(given.bindings ?? []);
    for (const binding of bindings) this.#check(binding);
    const version = given.version ?? 0;
    if (![0, 1, 3].includes(version))
      throw new ApiError(400, `Invalid policy version (${version}): must be 0, 1 or 3.`);
    const conditional = [...bindings, ...(stored?.bindings ?? [])].some(({ condition }) => condition);
    if (conditional && version < 3) {
      throw new ApiError(
        400,
        `Specified policy version (${version}) cannot set conditional bindings. Request a version 3 policy and specify version 3 in the policy to set.`,
      );
    }
    const policy: Policy = {
      version: bindings.some(({ condition }) => condition) ? 3 : 1,
      etag: etag(),
      ...(bindings.length === 0 ? {} : { bindings }),
      ...(given.auditConfigs && given.auditConfigs.length > 0 ? { auditConfigs: given.auditConfigs } : {}),
    };
    this.#policies.set(resource, policy);
    return policy;
  }

  /** Adds a member to a role, like a person who prepares a project. */
  grant(resource: string, role: string, member: string, condition?: Condition): void {
    const policy = this.get(resource, 3);
    const binding = { role, members: [member], ...(condition === undefined ? {} : { condition }) };
    this.set(resource, { ...policy, version: 3, bindings: [...(policy.bindings ?? []), binding] });
  }

  delete(resource: string): void {
    this.#policies.delete(resource);
  }

  /** Renames the grants of a deleted service account, so that a new one of the same name does not inherit them. */
  markDeleted(email: string, uniqueId: string): void {
    const gone = `serviceAccount:${email}`;
    for (const [resource, policy] of this.#policies) {
      if (!policy.bindings?.some(({ members }) => members?.includes(gone))) continue;
      const bindings = policy.bindings.map(({ members, ...rest }) => ({
        ...rest,
        members: (members ?? []).map((member) => (member === gone ? `deleted:${gone}?uid=${uniqueId}` : member)),
      }));
      this.#policies.set(resource, { ...policy, bindings, etag: etag() });
    }
  }

  #check({ role, members, condition }: Binding): void {
    if (!/^(roles|projects\/[^/]+\/roles|organizations\/[^/]+\/roles)\/[\w.]+$/.test(role)) {
      throw new ApiError(400, `Role ${role} is not supported for this resource.`);
    }
    if (condition && !condition.expression) throw new ApiError(400, 'The condition of a binding has no expression.');
    if (condition && !condition.title) throw new ApiError(400, 'The condition of a binding has no title.');
    for (const member of members ?? []) {
      if (!MEMBER.test(member))
        throw new ApiError(400, `Invalid member "${member}": the principal is not well formed.`);
      const account = /^serviceAccount:([^[\]]+@.+\.iam\.gserviceaccount\.com)$/.exec(member)?.[1];
      if (account && !this.#exists(account)) throw new ApiError(400, `Service account ${account} does not exist.`);
    }
  }
}

/** Merges bindings of the same role and condition, drops repeated members and empty bindings. */
function normalize(bindings: readonly Binding[]): Binding[] {
  const merged = new Map<string, { role: string; members: Set<string>; condition?: Condition }>();
  for (const { role, members, condition } of bindings) {
    const key = JSON.stringify([role, condition ?? null]);
    const entry = merged.get(key) ?? { role, members: new Set<string>(), ...(condition ? { condition } : {}) };
    for (const member of members ?? []) entry.members.add(member);
    merged.set(key, entry);
  }
  return [...merged.values()]
    .filter(({ members }) => members.size > 0)
    .map(({ members, ...rest }) => ({ ...rest, members: [...members].sort() }));
}

/** True if a member of a binding matches the caller. */
export function memberMatches(member: string, identity: Identity): boolean {
  if (member === 'allUsers') return true;
  if (/^principal(Set)?:/.test(member)) return identity.principals?.includes(member) ?? false;
  const email = identity.email?.toLowerCase();
  if (email === undefined) return false;
  if (member === 'allAuthenticatedUsers') return true;
  const [kind, name = ''] = member.split(/:(.*)/s);
  if (kind === 'user' || kind === 'serviceAccount') return name.toLowerCase() === email;
  if (kind === 'group') return identity.groups?.includes(name.toLowerCase()) ?? false;
  return kind === 'domain' && !isServiceAccount(email) && email.split('@')[1] === name.toLowerCase();
}

// cloud.google.com/iam/docs/setting-limits-on-granting-roles; the default of the attribute is what other requests have.
const GRANTABLE =
  /^api\.getAttribute\('iam\.googleapis\.com\/modifiedGrantsByRole', \[\]\)\.hasOnly\(\[('[^']+'(?:, '[^']+')*)\]\)$/;

/** Roles whose bindings differ between two policies, by members or conditions. */
export function modifiedRoles(before: readonly Binding[], after: readonly Binding[]): string[] {
  const grants = (bindings: readonly Binding[]): Map<string, string> => {
    const byRole = new Map<string, string[]>();
    for (const { role, members, condition } of normalize(bindings)) {
      // Clients write the fields of a condition in any order.
      const { title = '', description = '', expression = '' } = condition ?? {};
      const all = (members ?? []).map((member) => JSON.stringify([member, title, description, expression]));
      byRole.set(role, [...(byRole.get(role) ?? []), ...all]);
    }
    return new Map([...byRole].map(([role, all]) => [role, all.sort().join()]));
  };
  const [old, now] = [grants(before), grants(after)];
  return [...new Set([...old.keys(), ...now.keys()])].filter((role) => old.get(role) !== now.get(role));
}

/** True for addresses of service accounts. */
export function isServiceAccount(email: string): boolean {
  return email.endsWith('gserviceaccount.com');
}

/** What a condition may speak of besides the time. */
export interface ConditionFacts {
  /** Full name of the resource. */
  readonly name?: string | undefined;
  /** Roles whose members a new policy of a project changes. */
  readonly modifiedRoles?: readonly string[] | undefined;
}

/**
 * Whether a condition is true at an instant. Only expiry, name prefixes (also without names that go on in a certain way) and
 * limits on the roles that a new policy changes are evaluated; any other condition is false.
 */
export function conditionHolds(condition: Condition | undefined, at: Date, facts: ConditionFacts = {}): boolean {
  if (!condition) return true;
  const { name, modifiedRoles = [] } = facts;
  const expression = (condition.expression ?? '').trim();
  const [, grantable] = GRANTABLE.exec(expression) ?? [];
  if (grantable !== undefined) {
    const roles = [...grantable.matchAll(/'([^']+)'/g)].map(([, role]) => role);
    return modifiedRoles.every((role) => roles.includes(role));
  }
  const [, , prefix] = /^resource\.name\.startsWith\(\s*(["'])([^"']+)\1\s*\)$/.exec(expression) ?? [];
  if (prefix !== undefined) return name?.startsWith(prefix) ?? false;
  // cloud.google.com/iam/docs/conditions-attribute-reference#extract: what stands between two texts of a name, or ''.
  const between =
    /^resource\.name\.startsWith\("([^"]+)"\) && resource\.name\.extract\("([^"{}]+)\{\w+\}([^"{}]+)"\) == ""$/.exec(
      expression,
    );
  if (between !== null) return (name?.startsWith(between[1] ?? '') ?? false) && extract(name, between) === '';
  const match = /^request\.time\s*(<=?|>=?)\s*timestamp\(\s*(["'])([^"']+)\2\s*\)$/.exec(expression);
  const limit = Date.parse(match?.[3] ?? '');
  if (!match || Number.isNaN(limit)) return false;
  const now = at.getTime();
  return { '<': now < limit, '<=': now <= limit, '>': now > limit, '>=': now >= limit }[match[1] ?? ''] ?? false;
}

function extract(name = '', [, , before = '', after = '']: readonly string[] = []): string {
  const start = name.indexOf(before);
  const end = start === -1 ? -1 : name.indexOf(after, start + before.length);
  return end === -1 ? '' : name.slice(start + before.length, end);
}

function digest(condition: Condition): string {
  return createHash('sha256').update(JSON.stringify(condition)).digest('hex').slice(0, 20);
}
