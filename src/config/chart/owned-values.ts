import { isObject, type Json } from '../../json.js';
import type { Path } from '../yaml/locate.js';

/** Why a chart value cannot be set in hub.values, and which key to use instead. */
export interface Owned {
  readonly why: string;
  readonly instead: string;
}

const NO_KEY = 'Remove it. There is no other key for it.';
const EXPOSURE = {
  why: 'it defines how Google’s load balancer reaches the hub',
  instead: 'Use access.domain.',
};
const FIREWALL = { why: 'it separates notebook servers, hub and metadata server', instead: NO_KEY };
const LOGIN = { why: 'it decides who can use the hub and with which role', instead: 'Use the users files.' };
const NAMES = { why: 'other parts look for objects of these names', instead: 'Use the key name.' };
const DATABASE = { why: 'it stores the hub’s database, which must survive', instead: NO_KEY };
const HOMES = { why: 'it stores people’s homes', instead: 'Use storage.home.' };
const PROFILES = { why: 'it is generated from the profiles', instead: 'Use profiles.' };
const PROGRAM = {
  why: 'it would replace the command that starts the hub',
  instead: 'Use hub.extraConfig for your own code.',
};
const ACCOUNT = {
  why: 'the permissions of the access reconciler are bound to this account',
  instead: 'Only its annotations can be set.',
};
const OURS = { why: 'this product uses the name itself', instead: 'Choose another name.' };

/** Chart values that this product sets itself, with everything under them. */
const OWNED: Readonly<Record<string, Owned>> = {
  fullnameOverride: NAMES,
  nameOverride: NAMES,
  ingress: EXPOSURE,
  httpRoute: EXPOSURE,
  'rbac.create': { why: 'it creates the permissions of the hub and the access reconciler', instead: NO_KEY },
  'cull.users': { why: 'it would delete people from the hub', instead: 'Use the users files.' },
  'proxy.service': EXPOSURE,
  'proxy.https': EXPOSURE,
  'proxy.chp.networkPolicy': FIREWALL,
  'hub.args': PROGRAM,
  'hub.baseUrl': EXPOSURE,
  'hub.command': PROGRAM,
  'hub.db.pvc': DATABASE,
  'hub.existingSecret': {
    why: 'it would replace the hub’s own secrets',
    instead: 'Use secrets and {secretRef: NAME}.',
  },
  'hub.networkPolicy': FIREWALL,
  'hub.serviceAccount.create': ACCOUNT,
  'hub.serviceAccount.name': ACCOUNT,
  'hub.config.IAPAuthenticator': LOGIN,
  'hub.config.JupyterHub.admin_access': LOGIN,
  'hub.config.JupyterHub.admin_users': LOGIN,
  'hub.config.JupyterHub.authenticator_class': LOGIN,
  'hub.config.JupyterHub.load_roles': { ...OURS, instead: 'Use hub.loadRoles.' },
  'hub.config.JupyterHub.services': { ...OURS, instead: 'Use hub.services.' },
  'hub.config.KubeSpawner.delete_pvc': HOMES,
  'hub.config.KubeSpawner.profile_list': PROFILES,
  'singleuser.cloudMetadata': FIREWALL,
  'singleuser.cpu': PROFILES,
  'singleuser.memory': PROFILES,
  'singleuser.networkPolicy': FIREWALL,
  'singleuser.profileList': PROFILES,
  'singleuser.storage': HOMES,
};

/** Authenticator traits that could admit somebody in spite of IAP and the users files. */
const AUTHENTICATOR_TRAITS = [
  'admin_groups',
  'admin_users',
  'allow_all',
  'allow_existing_users',
  'allowed_groups',
  'allowed_users',
  'any_allow_config',
  'auth_refresh_age',
  'auto_login',
  'blocked_users',
  'delete_invalid_users',
  'manage_groups',
  'manage_roles',
  'refresh_pre_spawn',
  'reset_managed_roles_on_startup',
  'username_map',
];

/** Sections with named entries, some of which this product sets. */
const NAMED = [
  'hub.extraConfig',
  'hub.extraEnv',
  'hub.extraFiles',
  'hub.loadRoles',
  'hub.services',
  'singleuser.extraEnv',
  'singleuser.extraFiles',
];
const LISTED = [...NAMED, 'hub.extraVolumes', 'hub.extraVolumeMounts'];
const OUR_NAMES =
  /^(\d+-|zz-)?jupyterhub[-_]gke|^(reconciler|PYTHONPATH)$|^(iap_(authenticator|assertion|route|session_check)|hub_(members|files|pages)|access_reconciler(_api|_culling|_report)?|notebook_guard|profile_groups|home_bucket)\.py$/i;

/** Why the value at this path of hub.values cannot be set; undefined if it can. */
export function ownedValue(path: Path, value: Json): Owned | undefined {
  const dotted = path.join('.');
  if (Object.hasOwn(OWNED, dotted)) return OWNED[dotted];
  const [section, kind, className, trait] = path;
  if (section === 'hub' && kind === 'config' && path.length === 4 && /Authenticator$/.test(String(className))) {
    if (AUTHENTICATOR_TRAITS.includes(String(trait))) return LOGIN;
  }
  const parent = path.slice(0, -1).join('.');
  const fields = isObject(value) ? value : {};
  if (NAMED.includes(parent) && OUR_NAMES.test(String(path.at(-1)))) return OURS;
  if (!LISTED.includes(parent)) return undefined;
  const mount = typeof fields.mountPath === 'string' ? fields.mountPath : '';
  const name = typeof fields.name === 'string' ? fields.name : '';
  return OUR_NAMES.test(name) || mount.split('/').some((part) => OUR_NAMES.test(part)) ? OURS : undefined;
}
