import type { Access, Change, Gains, Subject } from '../../change/change.js';
import type { ChangeNote } from '../../change/change-note.js';
import { locationText } from '../../config/location.js';
import { ConfigurationError, ToolError } from '../../errors.js';
import { lastDay } from '../users/day.js';
import { isServiceAccount } from '../users/email.js';
import type { Principal } from '../users/load.js';

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
export const GROUP_NAME = /^[a-z0-9]([a-z0-9_.-]{0,62}[a-z0-9])?$/;
const MAX_GROUPS = 100;
/** Beginning of the names of the hub's own groups, which carry rights. */
const RESERVED = 'jupyterhub-gke';
/** Name of `trustsIap` in the version before. */
const OLD_TRUSTS_IAP = 'trustsDoor';

/** What may enter, as a change names it. */
interface Entrant {
  readonly subject: Subject;
  readonly access: Access;
  /** Undefined for a domain and for trust in IAP. */
  readonly member?: Member;
}

/**
 * The list that the hub should hold. The generation stays when nothing changed, so that a repeated run writes nothing.
 * Fails, before anything is written, for a list that the hub or Kubernetes would not take.
 */
export function nextMemberList(live: MemberList | undefined, listed: readonly Principal[]): MemberList {
  const wanted = desiredList(listed);
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
export function memberListChanges(
  live: MemberList | undefined,
  next: MemberList,
  listed: readonly Principal[],
): Change[] {
  const before = entrants(live);
  const after = entrants(next);
  const sources = sourcesOf(listed);
  const changes: Change[] = [];
  for (const [key, { subject, access, member }] of after) {
    const old = before.get(key);
    if (old !== undefined && isSameAccess(old.access, access)) continue;
    const gains = member && gainsOf(old?.member, member);
    const source = sources.get(key);
    changes.push({
      scope: 'access',
      action: old === undefined ? 'create' : 'update',
      subject,
      access: { ...(old === undefined ? {} : { before: old.access }), after: access },
      ...(source === undefined ? {} : { notes: [{ code: 'listed', ...source }] }),
      ...(gains === undefined ? {} : { gains }),
    });
  }
  for (const [key, { subject, access }] of before) {
    if (after.has(key)) continue;
    const notes = [leaving(subject, next)];
    changes.push({ scope: 'access', action: 'delete', subject, access: { before: access }, notes });
  }
  return changes;
}

/** Where each entrant is listed first, by the keys of `entrants`. */
function sourcesOf(listed: readonly Principal[]): Map<string, { readonly file: string; readonly line: number }> {
  const sources = new Map<string, { readonly file: string; readonly line: number }>();
  for (const { kind, name, location } of listed) {
    const key = kind === 'group' ? IAP_TRUST : name;
    if (!sources.has(key)) sources.set(key, { file: location.file, line: location.line });
  }
  return sources;
}

function desiredList(listed: readonly Principal[]): Omit<MemberList, 'generation'> {
  const people = listed.filter(({ kind }) => kind === 'person' || kind === 'serviceAccount');
  const ofKind = (kind: Principal['kind']): Principal[] => listed.filter((one) => one.kind === kind);
  const members = people.map(memberOf).sort((a, b) => (a.email < b.email ? -1 : 1));
  for (const [index, { email }] of members.entries()) {
    if (email === members[index + 1]?.email) throw new ToolError(`${email} is listed twice`, { where: 'users' });
  }
  const domains = [...new Set(ofKind('domain').map(({ name }) => name))].sort();
  return { people: members, domains, trustsIap: ofKind('group').length > 0 };
}

function memberOf({ name, admin, until, groups }: Principal): Member {
  for (const { text, location } of groups) {
    const where = locationText(location);
    if (text.startsWith(RESERVED)) {
      throw new ConfigurationError(`The group "${text}" is one of the hub’s own`, {
        where,
        hint: `Choose a name that does not begin with ${RESERVED}; rights are given by admin.`,
      });
    }
    if (!GROUP_NAME.test(text)) {
      throw new ConfigurationError(`"${text}" is not a name of a group`, {
        where,
        hint: 'Use up to 64 lower-case letters, digits, hyphens, underscores and dots.',
      });
    }
  }
  const names = [...new Set(groups.map(({ text }) => text))].sort();
  if (names.length > MAX_GROUPS) {
    throw new ConfigurationError(`${name} is in ${names.length} groups; the hub takes ${MAX_GROUPS}`);
  }
  return { email: name, admin, until: until ?? null, groups: names };
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

/** Key of trust in IAP among the entrants; no address or domain has a space. */
const IAP_TRUST = 'IAP trust';

function entrants(list: MemberList | undefined): Map<string, Entrant> {
  const found = new Map<string, Entrant>();
  for (const member of list?.people ?? []) {
    const { email: name, admin, groups, until } = member;
    const subject = { kind: isServiceAccount(name) ? 'service-account' : 'person', name } as const;
    const access: Access = {
      role: admin === 'full' ? 'full-admin' : admin ? 'admin' : 'user',
      ...(groups.length === 0 ? {} : { groups }),
      ...(until === null ? {} : { until }),
    };
    found.set(name, { subject, access, member });
  }
  for (const name of list?.domains ?? []) found.set(name, { subject: { kind: 'domain', name }, access: USER });
  if (list?.trustsIap) found.set(IAP_TRUST, { subject: { kind: 'iap-trust' }, access: USER });
  return found;
}

const USER: Access = { role: 'user' };
/** Whether a reader would see the same: two ends on one day are the same to people. */
function isSameAccess(one: Access, other: Access): boolean {
  const text = ({ role, groups = [], until }: Access): string =>
    JSON.stringify([role, groups, until === undefined ? null : lastDay(until)]);
  return text(one) === text(other);
}

const RANKS = [false, true, 'full'] as const;

/** What somebody may do that they might not before; undefined where that is nothing. */
function gainsOf(before: Member | undefined, { admin, groups }: Member): Gains | undefined {
  const isMore = RANKS.indexOf(admin) > RANKS.indexOf(before?.admin ?? false);
  const fresh = groups.filter((group) => !before?.groups.includes(group));
  if (!isMore && fresh.length === 0) return undefined;
  return {
    ...(isMore ? { admin: admin === 'full' ? 'full-admin' : 'admin' } : {}),
    ...(fresh.length === 0 ? {} : { groups: fresh }),
  };
}

/** What follows for somebody who is no longer listed: who enters another way too keeps what is running. */
function leaving(subject: Subject, next: MemberList): ChangeNote {
  if (subject.kind !== 'person' && subject.kind !== 'service-account') return { code: 'servers-of-others-stop' };
  const domain = subject.name.slice(subject.name.indexOf('@') + 1);
  if (next.domains.includes(domain)) return { code: 'still-admitted-by-domain', domain };
  return { code: next.trustsIap ? 'still-admitted-by-google-group' : 'servers-stop' };
}
