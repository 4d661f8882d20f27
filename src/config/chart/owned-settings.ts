import { entryOf } from '../../json.js';
import { LOGIN, OWNED_THINGS, type Owned, type OwnedThing } from './owned-things.js';

type Family = 'jupyterhub' | 'spawner' | 'proxy';

/** A part of `c` that this product looks at, by the names that traitlets accepts for its class: its own and its bases'. */
const FAMILIES: Readonly<Record<string, readonly Family[]>> = {
  JupyterHub: ['jupyterhub'],
  Application: ['jupyterhub'],
  SingletonConfigurable: ['jupyterhub'],
  Spawner: ['spawner'],
  KubeSpawner: ['spawner'],
  Proxy: ['proxy'],
  ConfigurableHTTPProxy: ['proxy'],
  LoggingConfigurable: ['jupyterhub', 'spawner', 'proxy'],
  Configurable: ['jupyterhub', 'spawner', 'proxy'],
};

/** The authenticator of this product and its bases. Settings of other authenticators have no effect. */
const AUTHENTICATORS = ['Authenticator', 'CheckedAuthenticator', 'IAPAuthenticator'];
/** Settings of an authenticator that admit nobody and refuse nobody. */
const FREE = ['enable_auth_state', 'otp_prompt', 'request_otp'];
/** Settings by which any authenticator of JupyterHub admits people or gives them a role. */
const ADMITS =
  /^(admin_groups|admin_users|allow_all|allow_existing_users|allowed_groups|allowed_users|any_allow_config|auth_refresh_age|auto_login|blocked_users|delete_invalid_users|manage_groups|manage_roles|refresh_pre_spawn|reset_managed_roles_on_startup|username_map)$/;

const SETTINGS: Readonly<Record<Family, ReadonlyMap<string, OwnedThing>>> = {
  jupyterhub: settingsOf('jupyterhub'),
  spawner: settingsOf('spawner'),
  proxy: settingsOf('proxy'),
};

function settingsOf(family: Family): ReadonlyMap<string, OwnedThing> {
  return new Map(
    OWNED_THINGS.flatMap((thing) => (thing[family]?.split(' ') ?? []).map((name) => [name, thing] as const)),
  );
}

/** True for a name of traitlets' classes, which begin with an upper-case letter. Names of settings do not. */
export function isClass(name: string | undefined): boolean {
  return name !== undefined && /^[A-Z]/.test(name);
}

/**
 * Why a setting cannot be set; undefined if it can.
 * @param steps names below `c` or `hub.config`, such as `KubeSpawner`, `volumes`. Traitlets also reads settings of a class
 *   under that of its parent, such as `JupyterHub`, `KubeSpawner`, `volumes`.
 */
export function ownedSetting(steps: readonly string[]): OwnedThing | undefined {
  const last = steps.at(-1) ?? '';
  const owner = steps.at(-2);
  if (isClass(last)) return steps.length > 1 && isOwnAuthenticator(last) ? LOGIN : undefined;
  if (owner === undefined || !steps.slice(0, -1).every(isClass)) return undefined;
  if (/Authenticator$/.test(owner)) {
    const isOwned = AUTHENTICATORS.includes(owner) ? !FREE.includes(last) : ADMITS.test(last);
    return isOwned ? LOGIN : undefined;
  }
  const families = entryOf(FAMILIES, owner) ?? [];
  return families.map((family) => SETTINGS[family].get(last)).find((thing) => thing !== undefined);
}

/** True for a class of which this product sets something. Code must not replace its whole section. */
export function hasOwnedSettings(className: string): boolean {
  return Object.hasOwn(FAMILIES, className) || AUTHENTICATORS.includes(className);
}

/** True for a class of this product's own authenticator, of which nothing can be set. */
export function isOwnAuthenticator(className: string): boolean {
  return className === 'IAPAuthenticator' || className === 'CheckedAuthenticator';
}

/** True for a thing that decides who can use the hub. */
export function decidesLogin(owned: Owned): boolean {
  return owned.why === LOGIN.why;
}

/** Why a section of hub.config has no effect in this product, and what to use instead; undefined if it has one. */
export function unusedSection(className: string): Owned | undefined {
  if (/Authenticator$/.test(className) && !AUTHENTICATORS.includes(className)) {
    return {
      why: 'IAP signs people in, so that no other authenticator runs',
      instead: 'Remove it. List people, domains or Google groups in the users files.',
    };
  }
  if (/Spawner$/.test(className) && !Object.hasOwn(FAMILIES, className)) {
    return { why: 'KubeSpawner starts the servers', instead: 'Remove it, or write the settings under KubeSpawner.' };
  }
  if (/Proxy$/.test(className) && !Object.hasOwn(FAMILIES, className)) {
    return { why: 'the hub’s proxy is ConfigurableHTTPProxy', instead: 'Remove it.' };
  }
  return undefined;
}
