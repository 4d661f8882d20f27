import { SCOPES, SERVICE_FIELDS } from '../../chart/hub-facts.generated.js';
import { didYouMean } from '../../suggest.js';
import { firstOf, quoted } from '../../text.js';
import { type Path, treeAt } from '../../yaml/locate.js';
import type { Tree } from '../../yaml/tree.js';
import type { RuleContext } from '../context.js';

const HUB = ['hub', 'values', 'hub'];
const ROLE_FIELDS = ['name', 'description', 'scopes', 'users', 'groups', 'services'];
/** Filters of a scope, as jupyterhub/scopes.py has them: for one of a kind, or for whoever has the scope. */
const FILTER = /^((user|service|group|server)=.+|user|service|server)$/s;
/** jupyterhub/roles.py. */
const ROLE_NAME = /^[a-z][a-z0-9\-_~.]{1,253}[a-z0-9]$/;
/** Services that every hub of this product has. */
const OUR_SERVICES = /^(jupyterhub-idle-culler|jupyterhub-gke-.*)$/;
const NO_START = 'The hub would not start.';

/** Rules of roles and services in hub.values that the hub refuses, or of which it ignores a part without a word. */
export function roleDefinitionRules(context: RuleContext): void {
  for (const name of context.keys([...HUB, 'loadRoles'])) role(context, name, [...HUB, 'loadRoles', name]);
  for (const name of context.keys([...HUB, 'services'])) {
    const path = [...HUB, 'services', name];
    scopes(context, [...path, 'oauth_client_allowed_scopes']);
    for (const key of context.keys(path)) {
      // The chart reads apiToken itself.
      const known = ['apiToken', ...SERVICE_FIELDS];
      if (known.includes(key)) continue;
      wrong(context, [...path, key], `A service has no field ${quoted(key)}.${didYouMean(key, known)} ${NO_START}`, {
        hint: `Fields: ${firstOf(known, known.length)}.`,
        of: 'key',
      });
    }
  }
}

function role(context: RuleContext, name: string, path: Path): void {
  if (!ROLE_NAME.test(name)) {
    wrong(context, path, `${quoted(name)} is no name of a role. ${NO_START}`, {
      hint: 'A name has 3 to 255 lower-case letters, digits, hyphens, underscores, dots and tildes, and begins with a letter.',
      of: 'key',
    });
  }
  for (const key of context.keys(path)) {
    if (ROLE_FIELDS.includes(key)) continue;
    wrong(context, [...path, key], `The hub ignores ${quoted(key)} of a role.${didYouMean(key, ROLE_FIELDS)}`, {
      hint: `Keys: ${ROLE_FIELDS.join(', ')}.`,
      of: 'key',
    });
  }
  for (const key of ['scopes', 'users', 'groups', 'services']) {
    const here = treeAt(context.tree, [...path, key]);
    if (here === undefined || here.items !== undefined) continue;
    const effect = typeof here.value === 'string' ? 'The hub would take each letter for one.' : NO_START;
    wrong(context, [...path, key], `${quoted(key)} of a role must be a list. ${effect}`, {
      hint: typeof here.value === 'string' ? `Write ${key}: [${here.value}].` : `Write ${key}: [ONE, OTHER].`,
    });
  }
  if (name === 'admin' && (context.has([...path, 'scopes']) || context.has([...path, 'description']))) {
    wrong(context, path, `The scopes of the role "admin" cannot be changed. ${NO_START}`, {
      hint: 'Give the role another name.',
      of: 'key',
    });
  }
  scopes(context, [...path, 'scopes']);
  services(context, [...path, 'services']);
}

function scopes(context: RuleContext, path: Path): void {
  for (const [index, item] of itemsAt(context, path)) {
    const scope = item.value;
    if (typeof scope !== 'string') {
      wrong(context, [...path, index], `A scope is a text. ${NO_START}`, { hint: 'Write, for example: read:users' });
      continue;
    }
    const at = scope.indexOf('!');
    const [name, filter] = at === -1 ? [scope, undefined] : [scope.slice(0, at), scope.slice(at + 1)];
    // Scopes of one's own have this prefix; code can define them.
    if (!name.startsWith('custom:') && !SCOPES.includes(name)) {
      const guess = name === 'all' ? ' It is called "inherit" now.' : didYouMean(name, SCOPES);
      wrong(context, [...path, index], `JupyterHub has no scope ${quoted(name)}.${guess} ${NO_START}`, {
        hint: 'The scopes are listed in JupyterHub’s documentation, "Available scopes".',
      });
    } else if (filter !== undefined && filter !== '' && !FILTER.test(filter)) {
      wrong(context, [...path, index], `A scope has no filter ${quoted(`!${filter}`)}. ${NO_START}`, {
        hint: 'Write !user=NAME, !group=NAME, !server=NAME/SERVER or !service=NAME, or !user for whoever has the role.',
      });
    }
  }
}

/** Code can add services, which cannot be seen here. */
function services(context: RuleContext, path: Path): void {
  if (context.has([...HUB, 'extraConfig'])) return;
  const known = context.keys([...HUB, 'services']);
  for (const [index, { value }] of itemsAt(context, path)) {
    if (typeof value !== 'string' || known.includes(value) || OUR_SERVICES.test(value)) continue;
    wrong(context, [...path, index], `There is no service ${quoted(value)}.${didYouMean(value, known)} ${NO_START}`, {
      hint: 'Define it under hub.values.hub.services.',
    });
  }
}

function itemsAt({ tree }: RuleContext, path: Path): readonly (readonly [number, Tree])[] {
  return [...(treeAt(tree, path)?.items ?? []).entries()];
}

function wrong(
  { locate, report }: RuleContext,
  path: Path,
  message: string,
  { hint, of }: { readonly hint: string; readonly of?: 'key' },
): void {
  report(locate(path, of), 'role-definition', message, { hint });
}
