import { isObject, type Json, type JsonObject } from '../json.js';

/** Rights of JupyterHub that a role of the chart's values gives, and to whom. */
export interface RoleGrant {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly holders: readonly { readonly what: 'users' | 'groups' | 'services'; readonly who: string }[];
}

const KINDS = ['users', 'groups', 'services'] as const;

/** The rights that an entry of `hub.loadRoles` or `hub.services` gives. */
export function roleGrant(kind: 'loadRoles' | 'services', name: string, value: JsonObject): RoleGrant {
  if (kind === 'loadRoles') {
    const holders = KINDS.flatMap((what) => textsOf(value[what]).map((who) => ({ what, who })));
    return { name, scopes: textsOf(value.scopes), holders };
  }
  const scopes = [...(value.admin === true ? ['admin:all'] : []), ...textsOf(value.oauth_client_allowed_scopes)];
  return { name, scopes, holders: [{ what: 'services', who: name }] };
}

/** All rights that roles and services of the chart's values give, without those of this program, by name. */
export function roleGrants(values: JsonObject): readonly RoleGrant[] {
  const { hub } = values;
  return (['loadRoles', 'services'] as const)
    .flatMap((kind) => {
      const entries = isObject(hub) ? hub[kind] : undefined;
      return Object.entries(isObject(entries) ? entries : {}).flatMap(([name, value]) =>
        isObject(value) ? [roleGrant(kind, name, value)] : [],
      );
    })
    .filter(({ name, scopes }) => scopes.length > 0 && !/^jupyterhub-gke-/.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function textsOf(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? (value as readonly Json[]).map(String) : [];
}
