import { RESERVED_GROUPS } from '../../chart/owned-groups.js';
import { firstOf, joinWithAnd, quoted } from '../../text.js';
import { type Path, treeAt } from '../../yaml/locate.js';
import type { RuleContext } from '../context.js';

const ROLES = ['hub', 'values', 'hub', 'loadRoles'];
const SERVICES = ['hub', 'values', 'hub', 'services'];

/** Scopes of JupyterHub that give a person nothing but what they have. */
const OWN = new Set(['self', 'inherit', '']);

/** Rules of roles in hub.values: a right over what belongs to others is said with whom it is given to. */
export function roleRules(context: RuleContext): void {
  serviceRules(context);
  for (const name of context.keys(ROLES)) {
    const path = [...ROLES, name];
    reservedGroups(context, [...path, 'groups']);
    const { people, services } = holdersOf(context, name, path);
    const isPeople = people.length > 0;
    const scopes = textsAt(context, [...path, 'scopes']).filter(isPeople ? reachesOthers : actsAsOthers);
    const holders = holdersText([...people, ...services]);
    if (scopes.length === 0 || holders === undefined) continue;
    context.report(
      context.locate(path, 'key'),
      'hub-role',
      `The role ${quoted(name)} gives ${holders} rights over what belongs to others: ${firstOf(scopes, 8)}.`,
      {
        hint: 'Acknowledge this rule if it is meant. Write SCOPE!group=NAME to keep a right to the members of one group.',
      },
    );
  }
}

/** Whether a scope reaches what belongs to others. A filter `!user` keeps it to oneself; services are opened to people. */
function reachesOthers(scope: string): boolean {
  return !OWN.has(scope) && !/!user$/.test(scope) && !/^access:services(!|$)/.test(scope);
}

/** Whether a scope lets a service act as people or change them. Services read more than that every day. */
function actsAsOthers(scope: string): boolean {
  return reachesOthers(scope) && /^(admin|access:servers|tokens|users(!|$))/.test(scope);
}

/** Whom a role is given to: people and groups, and services. */
function holdersOf(
  context: RuleContext,
  name: string,
  path: Path,
): { readonly people: readonly string[]; readonly services: readonly string[] } {
  const services = textsAt(context, [...path, 'services']).map((service) => `the service ${service}`);
  // JupyterHub itself gives this role to everybody.
  if (name === 'user') return { people: ['everybody who signs in'], services };
  const users = textsAt(context, [...path, 'users']);
  const groups = textsAt(context, [...path, 'groups']).map((group) => `the group ${group}`);
  return { people: [...users, ...groups], services };
}

function holdersText(all: readonly string[]): string | undefined {
  if (all.length === 0) return undefined;
  return joinWithAnd(all.length > 5 ? [...all.slice(0, 5), `${all.length - 5} more`] : all);
}

/** A service with `admin: true` has every right that an administrator has. */
function serviceRules(context: RuleContext): void {
  for (const name of context.keys(SERVICES)) {
    const path = [...SERVICES, name, 'admin'];
    if (treeAt(context.tree, path)?.value !== true) continue;
    context.report(
      context.locate(path),
      'hub-role',
      `The service ${quoted(name)} has all rights of an administrator, over all people and servers.`,
      { hint: 'Give it a role with the scopes that it needs in hub.values.hub.loadRoles, or acknowledge this rule.' },
    );
  }
}

function reservedGroups(context: RuleContext, path: Path): void {
  for (const [index, { value }] of (treeAt(context.tree, path)?.items ?? []).entries()) {
    if (typeof value !== 'string' || !value.startsWith(RESERVED_GROUPS)) continue;
    context.report(
      context.locate([...path, index]),
      'reserved-group',
      `The group name ${quoted(value)} is reserved for the hub.`,
      { hint: 'It holds the administrators of the users files. Name the people, or a group of the users files.' },
    );
  }
}

function textsAt({ tree }: RuleContext, path: Path): readonly string[] {
  return (treeAt(tree, path)?.items ?? []).flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
}
