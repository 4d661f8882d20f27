import { RESERVED_GROUPS } from '../../chart/owned-groups.js';
import { firstOf, joinWithAnd, quoted } from '../../text.js';
import { type Path, treeAt } from '../../yaml/locate.js';
import type { RuleContext } from '../context.js';

const ROLES = ['hub', 'values', 'hub', 'loadRoles'];

/** Scopes of JupyterHub that give a person nothing but what they have. */
const OWN = new Set(['self', 'inherit', '']);

/** Rules of roles in hub.values: a right over what belongs to others is said with whom it is given to. */
export function roleRules(context: RuleContext): void {
  for (const name of context.keys(ROLES)) {
    const path = [...ROLES, name];
    reservedGroups(context, [...path, 'groups']);
    const scopes = textsAt(context, [...path, 'scopes']).filter(reachesOthers);
    const holders = holdersOf(context, name, path);
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

/** Whom a role is given to; undefined where only services hold it, which are code and shown as that. */
function holdersOf(context: RuleContext, name: string, path: Path): string | undefined {
  // JupyterHub itself gives this role to everybody.
  if (name === 'user') return 'everybody who signs in';
  const users = textsAt(context, [...path, 'users']);
  const groups = textsAt(context, [...path, 'groups']).map((group) => `the group ${group}`);
  const all = [...users, ...groups];
  return all.length === 0
    ? undefined
    : joinWithAnd(all.length > 5 ? [...all.slice(0, 5), `${all.length - 5} more`] : all);
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
