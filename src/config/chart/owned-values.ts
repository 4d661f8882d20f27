import { isObject, type Json } from '../../json.js';
import type { Path } from '../yaml/locate.js';

/** Why a chart value cannot be set in hub.values, and which field to use. */
export interface Owned {
  readonly why: string;
  readonly instead: string;
}

const NO_FIELD = 'It stays as it is; there is no field for it.';
const EXPOSURE = {
  why: 'is how Google’s load balancer reaches the hub',
  instead: 'Use access.domain; the rest follows from it.',
};
const FIREWALL = { why: 'keeps notebook servers, hub and metadata server apart', instead: NO_FIELD };
const LOGIN = { why: 'decides who may enter and as what', instead: 'Use the users file.' };
const NAMES = { why: 'names objects that other parts look for', instead: 'Use name.' };
const DATABASE = { why: 'keeps the hub’s database, which must survive', instead: NO_FIELD };
const HOMES = { why: 'keeps people’s homes', instead: 'Use storage.home.' };
const PROFILES = { why: 'is made from the profiles', instead: 'Use profiles.' };
const PROGRAM = { why: 'would replace what the hub starts with', instead: 'Use hub.extraConfig for code of your own.' };
const ACCOUNT = {
  why: 'is the account that the access reconciler’s rights are bound to',
  instead: 'Only its annotations can be set.',
};
const OURS = { why: 'is a name that this product uses itself', instead: 'Choose another name.' };

/** Keys of the chart that this product sets itself, with everything under them. */
const OWNED: Readonly<Record<string, Owned>> = {
  fullnameOverride: NAMES,
  nameOverride: NAMES,
  ingress: EXPOSURE,
  httpRoute: EXPOSURE,
  'rbac.create': { why: 'makes the rights that hub and reconciler need', instead: NO_FIELD },
  'cull.users': { why: 'would delete people from the hub', instead: 'Use the users file.' },
  'proxy.service': EXPOSURE,
  'proxy.https': EXPOSURE,
  'proxy.chp.networkPolicy': FIREWALL,
  'hub.args': PROGRAM,
  'hub.baseUrl': EXPOSURE,
  'hub.command': PROGRAM,
  'hub.db.pvc': DATABASE,
  'hub.existingSecret': { why: 'would replace the hub’s own secrets', instead: 'Use secrets and {secretRef: NAME}.' },
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

/** Traits of JupyterHub's authenticators by which somebody could get in past the two gates. */
const GATES = [
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

/** Sections whose entries have names, some of them ours. */
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
  /^(\d+-|zz-)?jupyterhub[-_]gke|^(reconciler|PYTHONPATH)$|^(iap_(authenticator|assertion|route|session_check)|hub_(members|files)|access_reconciler(_api|_culling|_report)?|notebook_guard|profile_groups|home_bucket)\.py$/i;

/** Who owns the value at this path of hub.values; undefined where it is free. */
export function ownedValue(path: Path, value: Json): Owned | undefined {
  const dotted = path.join('.');
  if (Object.hasOwn(OWNED, dotted)) return OWNED[dotted];
  const [section, kind, className, trait] = path;
  if (section === 'hub' && kind === 'config' && path.length === 4 && /Authenticator$/.test(String(className))) {
    if (GATES.includes(String(trait))) return LOGIN;
  }
  const parent = path.slice(0, -1).join('.');
  const fields = isObject(value) ? value : {};
  if (NAMED.includes(parent) && OUR_NAMES.test(String(path.at(-1)))) return OURS;
  if (!LISTED.includes(parent)) return undefined;
  const mount = typeof fields.mountPath === 'string' ? fields.mountPath : '';
  const name = typeof fields.name === 'string' ? fields.name : '';
  return OUR_NAMES.test(name) || mount.split('/').some((part) => OUR_NAMES.test(part)) ? OURS : undefined;
}
