import type { Change, Gains } from '../../change/change.js';
import { placeText } from '../../config/location.js';
import type { Person } from '../../config/model.js';
import { ConfigurationError, ToolError } from '../../errors.js';
import { lastDay } from '../users/day.js';
import { isServiceAccount } from '../users/email.js';
import type { Principal } from '../users/load.js';

/** Address under which a change of `trustsIap` is shown. */
export const GOOGLE_GROUPS = 'Google groups';

/** What a users file lists: anything that may enter, or a person in the short form. */
export type Listed = Principal | Person;

/** Somebody, or a service account, as the hub's list has it. */
export interface Member {
  readonly email: string;
  readonly admin: boolean | 'full';
  /** First instant (UTC) without access; null: no end. */
  readonly until: string | null;
  readonly groups: readonly string[];
}

/** What the hub's authenticator and reconciler read: the list with a number that only grows. */
export interface MemberList {
  readonly generation: number;
  readonly people: readonly Member[];
  /** Domains of which everybody may enter whom Google vouches for. */
  readonly domains: readonly string[];
  /** Whether the hub lets in people it does not know if IAP lets them pass: where Google groups are listed. */
  readonly trustsIap: boolean;
}

// Kubernetes refuses a ConfigMap with more data; the hub reads no more either.
const MAX_BYTES = 1024 * 1024;
// Both as helm/hub/hub_members.py reads them: a list that it refuses lets nobody in.
/** A name that a group of the hub may have. */
export const GROUP = /^[a-z0-9]([a-z0-9_.-]{0,62}[a-z0-9])?$/;
const MAX_GROUPS = 100;
/** Beginning of the names of the hub's own groups, which carry rights. */
const RESERVED = 'jupyterhub-gke';
/** Name of `trustsIap` in the version before. */
const OLD_TRUSTS_IAP = 'trustsDoor';

/** What may enter, as a reader knows it. */
interface Entrant {
  readonly kind: 'person' | 'service account' | 'domain' | 'group';
  readonly access: string;
  /** Undefined for a domain and for Google groups. */
  readonly member?: Member;
}

/**
 * The list that the hub should hold. The generation stays when nothing changed, so that a repeated run writes nothing.
 * Fails, before anything is written, for a list that the hub or Kubernetes would not take.
 */
export function nextMemberList(live: MemberList | undefined, listed: readonly Listed[]): MemberList {
  const wanted = wantedList(listed);
  if (live && contents(live) === contents(wanted)) return live;
  const next = { generation: (live?.generation ?? 0) + 1, ...wanted };
  const size = Buffer.byteLength(memberListText(next));
  if (size <= MAX_BYTES) return next;
  throw new ToolError(
    `The list of ${next.people.length} people takes ${Math.ceil(size / 1024)} KiB; a ConfigMap holds ${MAX_BYTES / 1024}`,
    {
      where: 'users',
      hint: 'Give people fewer groups, list a domain or a Google group instead, or make a second hub.',
    },
  );
}

/** The text of `members.json`: one entry a line, and no key that has its default. */
export function memberListText({ generation, people, domains, trustsIap }: MemberList): string {
  const lines = people.map(({ groups, ...rest }) => JSON.stringify(groups.length === 0 ? rest : { ...rest, groups }));
  // An apply writes the list before it upgrades the hub. A hub of the version before reads only the old name.
  const rest = JSON.stringify({ domains, trustsIap, ...(trustsIap ? { [OLD_TRUSTS_IAP]: true } : {}) }).slice(1);
  return `{"generation":${generation},"people":[\n${lines.join(',\n')}\n],${rest}\n`;
}

/**
 * Reads the text of `members.json`, of older versions too; anything that is not such a list counts as none, and is then
 * written anew. A list whose parts make no sense counts as empty: its generation is known to the hub, and the next one
 * must be larger.
 */
export function parseMemberList(text: string | undefined): MemberList | undefined {
  try {
    const data = JSON.parse(text ?? '') as Partial<MemberList> & { readonly [OLD_TRUSTS_IAP]?: unknown };
    const { generation, people, domains = [], trustsIap = data[OLD_TRUSTS_IAP] ?? false } = data;
    if (typeof generation !== 'number' || !Number.isSafeInteger(generation)) return undefined;
    const isSound =
      Array.isArray(people) && people.every(isMember) && isTexts(domains) && typeof trustsIap === 'boolean';
    if (!isSound) return { generation, people: [], domains: [], trustsIap: false };
    const members = people.map(({ email, admin, until, groups = [] }) => ({ email, admin, until, groups }));
    return { generation, people: members, domains, trustsIap };
  } catch {
    return undefined;
  }
}

/**
 * One Change per person, service account and domain whom the hub would treat differently (in, out, another end, other
 * groups, admin or not), and one where it begins or ceases to believe IAP.
 */
export function memberListChanges(live: MemberList | undefined, next: MemberList, listed: readonly Listed[]): Change[] {
  const before = entrants(live);
  const after = entrants(next);
  const sources = new Map<string, string>();
  for (const one of listed) {
    const name = 'kind' in one && one.kind === 'group' ? GOOGLE_GROUPS : nameOf(one);
    if (!sources.has(name))
      sources.set(name, 'source' in one ? one.source : `${one.location.file}:${one.location.line}`);
  }
  const changes: Change[] = [];
  for (const [address, { kind, access, member }] of after) {
    const old = before.get(address);
    const was = old?.access;
    if (was === access) continue;
    const gains = member && gainsOf(old?.member, member);
    changes.push({
      engine: 'members',
      action: was === undefined ? 'create' : 'update',
      address,
      kind,
      attributes: [{ name: 'access', ...(was === undefined ? {} : { before: was }), after: access }],
      note: `listed at ${sources.get(address) ?? 'the users file'}`,
      ...(gains === undefined ? {} : { gains }),
    });
  }
  for (const [address, { kind, access }] of before) {
    if (after.has(address)) continue;
    const attributes = [{ name: 'access', before: access }];
    changes.push({
      engine: 'members',
      action: 'delete',
      address,
      kind,
      attributes,
      note: leaving(address, kind, next),
    });
  }
  return changes;
}

/** Rights, groups and end of a member, as `user, groups ml, until 2026-12-31`. */
export function describe({ admin, until, groups }: Member): string {
  return [
    admin === 'full' ? 'full admin' : admin ? 'admin' : 'user',
    ...(groups.length === 0 ? [] : [`${groups.length === 1 ? 'group' : 'groups'} ${groups.join(' ')}`]),
    ...(until === null ? [] : [`until ${lastDay(until)}`]),
  ].join(', ');
}

/** Name of what a listed thing is called by: an address, or a domain. */
export function nameOf(one: Listed): string {
  return 'email' in one ? one.email : one.name;
}

function wantedList(listed: readonly Listed[]): Omit<MemberList, 'generation'> {
  const people = listed.filter((one) => !('kind' in one) || one.kind === 'person' || one.kind === 'serviceAccount');
  const ofKind = (kind: Principal['kind']): Listed[] => listed.filter((one) => 'kind' in one && one.kind === kind);
  const members = people.map(memberOf).sort((a, b) => (a.email < b.email ? -1 : 1));
  for (const [index, { email }] of members.entries()) {
    if (email === members[index + 1]?.email) throw new ToolError(`${email} is listed twice`, { where: 'users' });
  }
  const domains = [...new Set(ofKind('domain').map(nameOf))].sort();
  return { people: members, domains, trustsIap: ofKind('group').length > 0 };
}

function memberOf(one: Listed): Member {
  const { admin, until = null } = one;
  const groups = 'kind' in one ? one.groups : [];
  for (const { text, location } of groups) {
    const where = placeText(location);
    if (text.startsWith(RESERVED)) {
      throw new ConfigurationError(`The group "${text}" is one of the hub’s own`, {
        where,
        hint: `Choose a name that does not begin with ${RESERVED}; rights are given by admin.`,
      });
    }
    if (!GROUP.test(text)) {
      throw new ConfigurationError(`"${text}" is not a name of a group`, {
        where,
        hint: 'Use up to 64 lower-case letters, digits, hyphens, underscores and dots.',
      });
    }
  }
  const names = [...new Set(groups.map(({ text }) => text))].sort();
  if (names.length > MAX_GROUPS) {
    throw new ConfigurationError(`${nameOf(one)} is in ${names.length} groups; the hub takes ${MAX_GROUPS}`);
  }
  return { email: nameOf(one), admin, until, groups: names };
}

/** What two lists must have in common to be the same to the hub. */
function contents({ people, domains, trustsIap }: Omit<MemberList, 'generation'>): string {
  return memberListText({ generation: 0, people, domains, trustsIap });
}

function isMember(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { email, admin, until, groups = [] } = value as Record<string, unknown>;
  const isEnd = until === null || (typeof until === 'string' && !Number.isNaN(Date.parse(until)));
  return typeof email === 'string' && (typeof admin === 'boolean' || admin === 'full') && isEnd && isTexts(groups);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((text) => typeof text === 'string');
}

function entrants(list: MemberList | undefined): Map<string, Entrant> {
  const found = new Map<string, Entrant>();
  for (const member of list?.people ?? []) {
    const kind = isServiceAccount(member.email) ? 'service account' : 'person';
    found.set(member.email, { kind, access: describe(member), member });
  }
  for (const domain of list?.domains ?? []) found.set(domain, { kind: 'domain', access: 'everybody of the domain' });
  if (list?.trustsIap) found.set(GOOGLE_GROUPS, { kind: 'group', access: 'everybody whom IAP lets pass' });
  return found;
}

const RANKS = [false, true, 'full'] as const;

/** What somebody may do that they might not before; undefined where that is nothing. */
function gainsOf(before: Member | undefined, { admin, groups }: Member): Gains | undefined {
  const isMore = RANKS.indexOf(admin) > RANKS.indexOf(before?.admin ?? false);
  const fresh = groups.filter((group) => !before?.groups.includes(group));
  if (!isMore && fresh.length === 0) return undefined;
  return {
    ...(isMore ? { admin: admin === 'full' ? 'full admin' : 'admin' } : {}),
    ...(fresh.length === 0 ? {} : { groups: fresh }),
  };
}

/** What follows for somebody who is no longer listed: who enters another way too keeps what is running. */
function leaving(address: string, kind: Entrant['kind'], next: MemberList): string {
  const domain = address.slice(address.indexOf('@') + 1);
  if (kind === 'domain' || kind === 'group') {
    return 'people who enter by no other way lose their servers and tokens, homes are kept';
  }
  if (next.domains.includes(domain)) return `still enters as an account of ${domain}; rights and groups are gone`;
  if (next.trustsIap) return 'still enters if a Google group lets this account pass; rights and groups are gone';
  return 'servers are stopped, tokens are revoked, the home is kept';
}
