import { addressKey } from '../group/membership-api.js';
import { leftHomeDisks } from '../homes/disks.js';
import { reconcilerKey } from '../hub/reconciler-status.js';
import { desiredGrants, hasEnded, iamMember } from '../iap/desired.js';
import type { LiveGrant } from '../iap/grants.js';
import { endInstant } from '../iap/ownership.js';
import { IAM_PREFIXES, memberKey } from '../iap/policy.js';
import { sameAddress } from '../users/email.js';
import type { Principal } from '../users/load.js';
import { type EntryHistory, historyKey } from './history.js';
import type { AccessReport, BudgetRow, HubState, IapState, ListedRow, OtherWay, ReportInput } from './report-model.js';
import { hubOnly, lastSeen, otherGrants } from './report-others.js';
import { roleRows, rolesOf } from './report-roles.js';

const NO_HISTORY: EntryHistory = { commit: undefined, since: undefined, note: undefined };

/** Puts together what the files, git, GitHub, IAP and the hub say. */
export function accessReport(input: ReportInput): AccessReport {
  const { hub, project, now, principals, live, list, reconciler, history } = input;
  const ways = waysIn(live.grants);
  const roles = roleRows(input);
  return {
    hub,
    project,
    at: now.toISOString(),
    complete: live.complete && list !== undefined && reconciler !== undefined,
    generation: { listed: list?.generation, enforced: reconciler?.generation },
    listed: principals.map((principal) => ({
      ...listedRow(input, principal, ways),
      roles: rolesOf(principal, roles),
    })),
    roles,
    others: [...otherGrants(input), ...hubOnly(input)],
    homes: [...leftHomeDisks(input.homes, principals, now), ...input.leftBuckets].map((home) => ({
      ...home,
      lastSeen: home.owner === undefined ? undefined : lastSeen(input, home.owner),
    })),
    budgets: budgetRows(input),
    notes: [...input.notes, ...trustNote(input), ...live.notes, ...history.notes],
  };
}

/** The reconciler names people by a digest of their address. People of a Google group or a domain stay unnamed. */
function budgetRows({ reconciler, principals, list }: ReportInput): readonly BudgetRow[] {
  const names = [...principals.map(({ name }) => name), ...(list?.people ?? []).map(({ email }) => email)];
  const byKey = new Map(names.map((name) => [reconcilerKey(name.toLowerCase()), name]));
  return (reconciler?.budgets ?? []).map((account) => ({
    ...account,
    who: account.each === 'group' ? account.who : byKey.get(account.who),
  }));
}

/** The grants by whom they name, since a policy has 1,500 of them; `wide` are those that stand for many. */
interface Ways {
  readonly byKey: ReadonlyMap<string, readonly LiveGrant[]>;
  readonly wide: readonly LiveGrant[];
}

const PUBLIC = /^all(Authenticated)?Users$/i;

function waysIn(grants: readonly LiveGrant[]): Ways {
  const byKey = new Map<string, LiveGrant[]>();
  for (const grant of grants) {
    const key = memberKey(grant.member);
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, [grant]);
    else known.push(grant);
  }
  return { byKey, wide: grants.filter(({ member }) => PUBLIC.test(member) || /^domain:/i.test(member)) };
}

function trustNote({ list, principals }: ReportInput): string[] {
  if (list?.trustsIap !== true || principals.some(({ kind }) => kind === 'group')) return [];
  return ['The hub admits everybody whom IAP lets pass, since a Google group was listed: a sync is pending.'];
}

function listedRow(input: ReportInput, principal: Principal, ways: Ways): Omit<ListedRow, 'roles'> {
  const { kind, name, admin, groups, until, location } = principal;
  const history = input.history.entries.get(historyKey(principal)) ?? NO_HISTORY;
  return {
    kind,
    name,
    role: admin === 'full' ? 'full-admin' : admin ? 'admin' : 'user',
    groups: groups.map(({ text }) => text),
    until,
    file: location.file,
    line: location.line,
    history,
    approval: history.commit && input.approvals.get(history.commit.sha),
    lastSeen: lastSeen(input, name),
    iap: iapStateOf(input, principal, ways),
    hub: hubState(input, principal),
  };
}

function iapStateOf(input: ReportInput, principal: Principal, { byKey, wide }: Ways): IapState {
  const { live, now, entry } = input;
  const named = byKey.get(memberKey(iamMember(principal))) ?? [];
  // Behind a group or a domain nobody has a grant of their own, and one that is there is another way in.
  const own = entry.kind === 'direct' ? named.filter(({ owned }) => owned) : [];
  const also = [...named, ...wide.filter((grant) => standsFor(grant, principal))].filter((one) => !own.includes(one));
  const state = (): IapState['state'] => {
    if (!live.iapPolicyRead) return 'unknown';
    const ends = new Set(own.map(({ end }) => end));
    if (entry.kind !== 'direct') return behindEntry(input, principal, byKey);
    // A grant that has ended admits nobody. It stays in the policy until the next sync.
    if (hasEnded(principal.until, now)) return [...ends].every((end) => isOver(end, now)) ? 'ended' : 'other-end';
    if (ends.size === 0) return 'missing';
    const wanted = desiredGrants({ principals: [principal], entry }, now).get(memberKey(iamMember(principal)));
    return ends.size === 1 && wanted !== undefined && ends.has(wanted.end) ? 'granted' : 'other-end';
  };
  return { state: state(), also: [...new Map(also.map((one) => [JSON.stringify(wayIn(one)), wayIn(one)])).values()] };
}

function isOver(end: string, now: Date): boolean {
  const instant = endInstant(end);
  return instant !== undefined && instant <= now.getTime();
}

/** What IAP does where one group or one domain stands there for everybody. */
function behindEntry(
  { entry, live, inGroup, now }: ReportInput,
  principal: Principal,
  byKey: Ways['byKey'],
): IapState['state'] {
  const [wanted = ''] = desiredGrants({ principals: [], entry }, now).keys();
  const isThere = live.iapPolicyRead && (byKey.get(wanted) ?? []).some(({ owned, end }) => owned && !isOver(end, now));
  if (hasEnded(principal.until, now)) return 'ended';
  if (!isThere) return 'missing';
  if (entry.kind === 'group') {
    if (inGroup === undefined) return 'via-group';
    return inGroup.has(addressKey(principal.name)) ? 'granted' : 'missing';
  }
  // Who is in a listed Google group, and with which domain, is not known.
  if (principal.kind === 'group') return 'unknown';
  const domain = wanted.slice(`${IAM_PREFIXES.domain}:`.length);
  const isInside = principal.kind === 'person' && principal.name.endsWith(`@${domain}`);
  return isInside || (principal.kind === 'domain' && principal.name === domain) ? 'granted' : 'missing';
}

/** Whether a grant for many stands for an entry too; who is in a Google group only Google knows. */
function standsFor({ member }: LiveGrant, { kind, name }: Principal): boolean {
  if (PUBLIC.test(member)) return true;
  return kind === 'person' && name.endsWith(`@${member.slice('domain:'.length).toLowerCase()}`);
}

function wayIn({ place, member, condition }: LiveGrant): OtherWay {
  return { member, place, ...(condition === undefined ? {} : { condition: condition.title }) };
}

function sameEnd(a: string | null | undefined, b: string | undefined): boolean {
  // Two absent ends are both no date, and equal.
  return Object.is(Date.parse(a ?? ''), Date.parse(b ?? ''));
}

function hubState(
  { list, reconciler, blocked }: ReportInput,
  { kind, name, admin, until, groups }: Principal,
): HubState {
  const enforced =
    list === undefined || reconciler === undefined ? undefined : reconciler.generation >= list.generation;
  if (list === undefined) return { state: 'unknown', enforced };
  if (kind === 'person' && blocked.some((one) => sameAddress(one) === sameAddress(name))) {
    return { state: 'revoked', enforced };
  }
  if (kind === 'group') return { state: list.trustsIap ? 'trusts-iap' : 'not-listed', enforced };
  if (kind === 'domain') return { state: list.domains.includes(name) ? 'listed' : 'not-listed', enforced };
  const found = list.people.find(({ email }) => email === name);
  if (found === undefined) return { state: 'not-listed', enforced };
  const wanted = groups.map(({ text }) => text);
  const isSame =
    found.admin === admin &&
    sameEnd(found.until, until) &&
    [...found.groups].sort().join() === [...new Set(wanted)].sort().join();
  return { state: isSame ? 'listed' : 'listed-otherwise', enforced };
}
