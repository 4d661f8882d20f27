import { reconcilerKey } from '../hub/reconciler-status.js';
import { desiredGrants, iamMember } from '../iap/desired.js';
import type { LiveGrant } from '../iap/grants.js';
import { endInstant } from '../iap/ownership.js';
import { memberKey, memberKind, memberName } from '../iap/policy.js';
import { isServiceAccount } from '../users/email.js';
import type { HubState, OtherReason, OtherRow, ReportInput } from './report-model.js';

/** Every grant that the users files do not explain, with the reason that it shows. */
export function otherGrants(input: ReportInput): OtherRow[] {
  const explained = explainedKeys(input);
  return input.live.grants
    .filter(({ owned, member }) => !owned || !explained.has(memberKey(member)))
    .map((grant) => {
      const kind = memberKind(grant.member);
      const name =
        kind === 'person' || kind === 'serviceAccount' ? memberName(grant.member).toLowerCase() : wholeName(grant);
      return {
        kind,
        name,
        why: reasonOf(grant, onList(input, name)),
        place: grant.place,
        until: instantOf(grant.end),
        lastSeen: lastSeen(input, name),
        hub: hubStateOfOther(input, name),
      };
    });
}

/** Comparable members that a sync writes: behind a group or a domain that one alone. */
function explainedKeys({ principals, entry, now }: ReportInput): ReadonlySet<string> {
  if (entry.kind === 'direct') return new Set(principals.map((one) => memberKey(iamMember(one))));
  return new Set(desiredGrants({ principals, entry }, now).keys());
}

/** A deleted account or the identity of a pool has no shorter name than the one that IAM writes. */
function wholeName({ member }: LiveGrant): string {
  return memberKind(member) === 'deleted' ? member : memberName(member);
}

function instantOf(end: string): string | undefined {
  const instant = endInstant(end);
  return instant === undefined ? undefined : new Date(instant).toISOString().replace('.000Z', 'Z');
}

function reasonOf({ place, condition, owned, member }: LiveGrant, isOnList: boolean): OtherReason {
  const everybody = /^allUsers$/i.test(member)
    ? ({ audience: 'everybody' } as const)
    : /^allAuthenticatedUsers$/i.test(member)
      ? ({ audience: 'google-accounts' } as const)
      : {};
  if (place !== 'iap') {
    return {
      code: 'inherited',
      place,
      ...(condition === undefined ? {} : { condition: condition.title }),
      ...everybody,
    };
  }
  if (!owned) return { code: 'foreign-condition', condition: condition?.title ?? '', ...everybody };
  if (condition !== undefined || isOnList) return { code: 'sync-pending' };
  return { code: 'granted-outside', ...everybody };
}

/** Who is on the hub's list, and neither in the files nor in IAP: a sync that was never run, or not to its end. */
export function hubOnly(input: ReportInput): OtherRow[] {
  const listed = new Set(input.principals.map(({ name }) => name));
  const granted = new Set(
    input.live.grants.filter(({ owned }) => owned).map(({ member }) => memberName(member).toLowerCase()),
  );
  const people = (input.list?.people ?? []).map(({ email, until }) => {
    return { name: email, until, kind: isServiceAccount(email) ? ('serviceAccount' as const) : ('person' as const) };
  });
  const domains = (input.list?.domains ?? []).map((name) => ({ name, until: null, kind: 'domain' as const }));
  return [...people, ...domains]
    .filter(({ name }) => !listed.has(name) && !granted.has(name))
    .map(({ name, until, kind }) => ({
      kind,
      name,
      why: { code: 'hub-list-only' },
      place: 'hub',
      until: until ?? undefined,
      lastSeen: lastSeen(input, name),
      hub: hubStateOfOther(input, name),
    }));
}

function hubStateOfOther(input: ReportInput, name: string): HubState {
  const { list, reconciler } = input;
  const enforced =
    list === undefined || reconciler === undefined ? undefined : reconciler.generation >= list.generation;
  if (list === undefined) return { state: 'unknown', enforced };
  if (onList(input, name)) return { state: 'listed', enforced };
  if (list.domains.some((domain) => name.endsWith(`@${domain}`))) return { state: 'via-domain', enforced };
  return { state: list.trustsIap ? 'trusts-iap' : 'not-listed', enforced };
}

function onList({ list }: ReportInput, name: string): boolean {
  return list !== undefined && (list.people.some(({ email }) => email === name) || list.domains.includes(name));
}

/** Last activity of a name that the hub knows. */
export function lastSeen({ reconciler }: ReportInput, name: string): string | undefined {
  return reconciler?.people[reconcilerKey(name)]?.lastActivity ?? undefined;
}
