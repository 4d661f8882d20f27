import type { Change } from '../change/change.js';
import type { Person } from '../config/model.js';

/** An IAM allow policy, version 3, as the IAP API gives and takes it. */
export interface Policy {
  readonly version?: number;
  readonly etag?: string;
  readonly bindings?: readonly Binding[];
}

export interface Binding {
  readonly role: string;
  readonly members?: readonly string[];
  readonly condition?: { readonly title?: string; readonly description?: string; readonly expression: string };
}

/** The one role that this product grants: to pass the Identity-Aware Proxy of one backend service. */
export const ACCESSOR_ROLE = 'roles/iap.httpsResourceAccessor';

/** What a merge would do: the policy to write, and the difference in people. */
export interface PolicyChange {
  /** Policy to write, with the etag of the one that was read. */
  readonly policy: Policy;
  readonly changed: boolean;
  /** Lower-case members, such as `user:alice@acme.dev`, whose grant is added, removed or gets another end. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly rescheduled: readonly string[];
  /** Grants of this role that somebody else's condition carries: kept, reported. */
  readonly foreign: readonly string[];
}

/** Title that marks conditional bindings as ours; bindings with other conditions are never touched. */
export function conditionTitle(hub: string): string {
  return `jupyterhub-gke:${hub}`;
}

/** Bindings that the listed people need: one without condition, and one for each end date. People whose end has passed get none. */
export function desiredBindings(hub: string, people: readonly Person[], now: Date): Binding[] {
  const byEnd = new Map<string | undefined, string[]>();
  for (const person of people) {
    if (person.until !== undefined && Date.parse(person.until) <= now.getTime()) continue;
    const members = byEnd.get(person.until) ?? [];
    members.push(`user:${person.email}`);
    byEnd.set(person.until, members);
  }
  return [...byEnd]
    .sort(([a], [b]) => (a ?? '').localeCompare(b ?? ''))
    .map(([until, members]) => ({
      role: ACCESSOR_ROLE,
      members: members.sort(),
      ...(until === undefined
        ? {}
        : { condition: { title: conditionTitle(hub), expression: `request.time < timestamp("${until}")` } }),
    }));
}

/** Merges the listed people into a live policy: our bindings become the desired ones, all others stay as they are. */
export function mergePolicy(hub: string, live: Policy, people: readonly Person[], now: Date): PolicyChange {
  const isOurs = (binding: Binding): boolean =>
    binding.role === ACCESSOR_ROLE &&
    (binding.condition === undefined || binding.condition.title === conditionTitle(hub));
  const bindings = live.bindings ?? [];
  const ours = bindings.filter(isOurs);
  const others = bindings.filter((binding) => !isOurs(binding));
  const desired = desiredBindings(hub, people, now);
  const before = grants(ours);
  const after = grants(desired);
  const added = [...after.keys()].filter((member) => !before.has(member));
  const removed = [...before.keys()].filter((member) => !after.has(member));
  const rescheduled = [...after].filter(([m, end]) => before.has(m) && before.get(m) !== end).map(([m]) => m);
  return {
    policy: {
      version: 3,
      ...(live.etag === undefined ? {} : { etag: live.etag }),
      bindings: [...others, ...desired],
    },
    changed: added.length + removed.length + rescheduled.length > 0,
    added: added.sort(),
    removed: removed.sort(),
    rescheduled: rescheduled.sort(),
    foreign: others
      .filter((binding) => binding.role === ACCESSOR_ROLE)
      .flatMap((binding) => binding.members ?? [])
      .sort(),
  };
}

/** Member → all its ends, as one comparable text; IAM may change the case of an address, so case does not count. */
function grants(bindings: readonly Binding[]): Map<string, string> {
  const ends = new Map<string, Set<string>>();
  for (const binding of bindings) {
    for (const member of binding.members ?? []) {
      const known = ends.get(member.toLowerCase()) ?? new Set();
      known.add(binding.condition?.expression ?? 'always');
      ends.set(member.toLowerCase(), known);
    }
  }
  return new Map([...ends].map(([member, set]) => [member, [...set].sort().join(' or ')]));
}

/** One Change per person whose access differs, in the words of the plan comment. */
export function memberChanges(
  difference: Pick<PolicyChange, 'added' | 'removed' | 'rescheduled'>,
  people: readonly Person[],
): Change[] {
  const byMember = new Map(people.map((person) => [`user:${person.email}`, person]));
  const entry = (member: string, action: Change['action']): Change => {
    const person = byMember.get(member);
    const access = person
      ? `${person.admin ? 'admin' : 'user'}${person.until ? ` until ${lastDay(person.until)}` : ''}`
      : undefined;
    return {
      engine: 'members',
      action,
      address: member.replace(/^[a-z]+:/i, ''),
      kind: 'person',
      attributes: access === undefined ? [] : [{ name: 'access', after: access }],
      note:
        action === 'delete'
          ? 'server is stopped, tokens are revoked, home is kept'
          : `listed at ${person?.source ?? 'users file'}`,
    };
  };
  return [
    ...difference.added.map((member) => entry(member, 'create')),
    ...difference.rescheduled.map((member) => entry(member, 'update')),
    ...difference.removed.map((member) => entry(member, 'delete')),
  ];
}

/** The last day (UTC) on which a person with this exclusive end is still in. */
export function lastDay(until: string): string {
  return new Date(Date.parse(until) - 1).toISOString().slice(0, 10);
}
