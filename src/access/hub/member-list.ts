import type { Access, Change, Gains, Subject } from '../../change/change.js';
import type { ChangeNote } from '../../change/change-note.js';
import { RESERVED_GROUPS } from '../../config/chart/owned-groups.js';
import { locationText } from '../../config/location.js';
import { ConfigurationError, ToolError } from '../../errors.js';
import { hasEnded } from '../iap/desired.js';
import { lastDay } from '../users/day.js';
import { isServiceAccount } from '../users/email.js';
import { isGroupName, MAX_GROUPS } from '../users/grammar.js';
import type { Principal } from '../users/load.js';
import { unreadableList } from './readable.js';

/** A person or service account of the hub's list. */
export interface Member {
  readonly email: string;
  readonly admin: boolean | 'full';
  /** First instant (UTC) without access; null: no end. */
  readonly until: string | null;
  readonly groups: readonly string[];
}

/** The list that the hub's authenticator and access reconciler read. Its generation only grows. */
export interface MemberList {
  readonly generation: number;
  readonly people: readonly Member[];
  /** The hub admits every Google account of these domains. */
  readonly domains: readonly string[];
  /** Whether the hub admits people it does not know if IAP lets them pass. True if Google groups are listed. */
  readonly trustsIap: boolean;
}

// The limit of a ConfigMap in Kubernetes; the hub reads no more either.
const MAX_BYTES = 1024 * 1024;
const MAX_GENERATION = Number.MAX_SAFE_INTEGER / 2;
/** Name of `trustsIap` in the version before. */
const OLD_TRUSTS_IAP = 'trustsDoor';

/** Somebody or something with access, as a change names it. */
interface Entrant {
  readonly subject: Subject;
  readonly access: Access;
  /** Undefined for a domain and for trust in IAP. */
  readonly member?: Member;
}

/**
 * The list that the hub should hold. The generation stays the same if nothing changed, so a repeated run writes nothing.
 * Throws for a list that the hub or Kubernetes would refuse.
 * @param isRenewed gives the list a new generation all the same
 */
export function nextMemberList(
  live: MemberList | undefined,
  listed: readonly Principal[],
  isRenewed = false,
): MemberList {
  const desired = desiredList(listed);
  if (live && !isRenewed && contents(live) === contents(desired)) return live;
  const next = { generation: (live?.generation ?? 0) + 1, ...desired };
  const text = memberListText(next);
  const size = Buffer.byteLength(text);
  if (size <= MAX_BYTES) {
    refuseUnreadable(text, next, listed);
    return next;
  }
  throw new ToolError(
    `The list of ${next.people.length} people needs ${Math.ceil(size / 1024)} KiB, but a ConfigMap holds ${MAX_BYTES / 1024} KiB`,
    {
      where: 'users',
      hint: 'Give people fewer groups, list a domain or a Google group instead, or set up a second hub.',
    },
  );
}

/** Throws for a list that the hub would not read. The rules of the users files should have found its cause before. */
function refuseUnreadable(text: string, { people }: MemberList, listed: readonly Principal[]): void {
  const fault = unreadableList(text);
  if (fault === undefined) return;
  const person = people[fault.entry ?? -1];
  const location = listed.find(({ name }) => name === person?.email)?.location;
  throw new ConfigurationError(
    person === undefined
      ? `The hub could not read the new list of people: it ${fault.problem}`
      : `The hub could not read the entry of ${person.email}: it ${fault.problem}`,
    {
      where: location === undefined ? 'users' : locationText(location),
      hint: 'Nothing was written, and the hub keeps its list. Correct the entry or remove it, then run again.',
    },
  );
}

/** The text of `members.json`: one entry per line, without keys that have their default. */
export function memberListText({ generation, people, domains, trustsIap }: MemberList): string {
  const lines = people.map(({ groups, ...rest }) => JSON.stringify(groups.length === 0 ? rest : { ...rest, groups }));
  // An apply writes the list before it upgrades the hub. A hub of the version before reads only the old name.
  const rest = JSON.stringify({ domains, trustsIap, ...(trustsIap ? { [OLD_TRUSTS_IAP]: true } : {}) }).slice(1);
  return `{"generation":${generation},"people":[\n${lines.join(',\n')}\n],${rest}\n`;
}

/**
 * Reads the text of `members.json`, also of older versions. Undefined if it is not such a list; it is then written again.
 * A list with invalid parts counts as empty but keeps its generation: the hub knows that number, and the next one must
 * be larger.
 */
export function parseMemberList(text: string | undefined): MemberList | undefined {
  try {
    const data = JSON.parse(text ?? '') as Partial<MemberList> & { readonly [OLD_TRUSTS_IAP]?: unknown };
    const { generation, people, domains = [], trustsIap = data[OLD_TRUSTS_IAP] ?? false } = data;
    // Room is left above, since the next list needs a larger number that the hub can read.
    if (!Number.isSafeInteger(generation) || generation === undefined || generation < 0 || generation > MAX_GENERATION)
      return undefined;
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
 * One change for each person, service account and domain whose access, end, groups or admin rights differ, and one if
 * the hub begins or stops trusting IAP. An entry whose end has passed gives nobody access, whichever list it is in.
 */
export function memberListChanges(
  live: MemberList | undefined,
  next: MemberList,
  listed: readonly Principal[],
  now: Date,
): Change[] {
  const before = entrants(live, now);
  const after = entrants(next, now);
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
    const { until } = listed.find(({ name }) => name === key) ?? {};
    const source = sources.get(key);
    const ended =
      until === undefined || source === undefined ? [] : [{ code: 'access-ended' as const, ...source, until }];
    const notes = [...ended, leaving(subject, next)];
    changes.push({ scope: 'access', action: 'delete', subject, access: { before: access }, notes });
  }
  return changes;
}

/** Location of the first entry of each entrant, by the keys of `entrants`. */
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
  const ofKind = (kind: Principal['kind']): Principal[] => listed.filter((principal) => principal.kind === kind);
  const members = people.map(toMember).sort((a, b) => (a.email < b.email ? -1 : 1));
  for (const [index, { email }] of members.entries()) {
    if (email === members[index + 1]?.email) throw new ToolError(`${email} is listed twice`, { where: 'users' });
  }
  const domains = [...new Set(ofKind('domain').map(({ name }) => name))].sort();
  return { people: members, domains, trustsIap: ofKind('group').length > 0 };
}

function toMember({ name, admin, until, groups, location }: Principal): Member {
  for (const { text, location: place } of groups) {
    const where = locationText(place);
    if (text.startsWith(RESERVED_GROUPS)) {
      throw new ConfigurationError(`The group name "${text}" is reserved for the hub`, {
        where,
        hint: `Choose a name that does not begin with ${RESERVED_GROUPS}. To make an administrator, write admin: true.`,
      });
    }
    if (!isGroupName(text)) {
      throw new ConfigurationError(`"${text}" is not a valid group name`, {
        where,
        hint: 'Use up to 64 lower-case letters, digits, hyphens, underscores and dots.',
      });
    }
  }
  const names = [...new Set(groups.map(({ text }) => text))].sort();
  if (names.length > MAX_GROUPS) {
    throw new ConfigurationError(`${name} is in ${names.length} groups, but the hub accepts ${MAX_GROUPS} per person`, {
      where: locationText(location),
      hint: 'Remove groups from the entry.',
    });
  }
  return { email: name, admin, until: until ?? null, groups: names };
}

/** The content that the hub enforces, for comparison. */
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

/** Key of trust in IAP among the entrants. It has a space, which no address or domain has. */
const IAP_TRUST = 'IAP trust';

function entrants(list: MemberList | undefined, now: Date): Map<string, Entrant> {
  const found = new Map<string, Entrant>();
  for (const member of list?.people ?? []) {
    const { email: name, admin, groups, until } = member;
    if (hasEnded(until ?? undefined, now)) continue;
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

/** Whether both look the same to a reader. Two ends on one day do. */
function isSameAccess(one: Access, other: Access): boolean {
  const text = ({ role, groups = [], until }: Access): string =>
    JSON.stringify([role, groups, until === undefined ? null : lastDay(until)]);
  return text(one) === text(other);
}

const RANKS = [false, true, 'full'] as const;

/** The rights that a member gains; undefined if there are none. */
function gainsOf(before: Member | undefined, { admin, groups }: Member): Gains | undefined {
  const isMore = RANKS.indexOf(admin) > RANKS.indexOf(before?.admin ?? false);
  const fresh = groups.filter((group) => !before?.groups.includes(group));
  if (!isMore && fresh.length === 0) return undefined;
  return {
    ...(isMore ? { admin: admin === 'full' ? 'full-admin' : 'admin' } : {}),
    ...(fresh.length === 0 ? {} : { groups: fresh }),
  };
}

/** What happens to somebody who is no longer listed. Running servers stay if the person still has access another way. */
function leaving(subject: Subject, next: MemberList): ChangeNote {
  if (subject.kind !== 'person' && subject.kind !== 'service-account') return { code: 'servers-of-others-stop' };
  const domain = subject.name.slice(subject.name.indexOf('@') + 1);
  if (next.domains.includes(domain)) return { code: 'still-admitted-by-domain', domain };
  return { code: next.trustsIap ? 'still-admitted-by-google-group' : 'servers-stop' };
}
