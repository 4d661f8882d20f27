import { isObject, type Json } from '../../json.js';
import type { Path } from '../yaml/locate.js';
import { ownedSetting } from './owned-settings.js';
import { OURS, OWNED_THINGS, type Owned } from './owned-things.js';

/** Chart values that this product sets itself, with everything under them. */
const OWNED: ReadonlyMap<string, Owned> = new Map(
  OWNED_THINGS.flatMap((thing) => (thing.values?.split(' ') ?? []).map((path) => [path, thing] as const)),
);

/** Sections of which a part is owned, with the owned part that a value of another form would replace. */
const WITH_OWNED_PARTS = new Set([...OWNED.keys()].flatMap((path) => parentsOf(path)));

/** Keys of hub.extraConfig run in the order of their names. The product's own check has this one. */
export const LAST_CODE = '~jupyterhub-gke-verify';

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
  /^(\d+-|zz-|~)?jupyterhub[-_]gke|^(reconciler|PYTHONPATH)$|^(iap_(authenticator|assertion|route|session_check)|hub_(members|files|pages|visitors|last_list|subdomains|trial)|gate_pod|owned_settings|profile_choice|refusals|start_(page|progress|requests)|server_limits|access_reconciler(_api|_attempts|_budgets|_culling|_parts|_report|_warm)?|budget_(accounts|clock|hub|rules|zone)|notebook_(guard|gate|gate_rules|idle)|profile_groups|home_bucket)\.py$/i;

/** Labels of the chart for ways between its own pods. */
export const OPENS = /^hub\.jupyter\.org\/network-access-/;

/** Empty, or a text where a section is: helm would remove what this product sets below it. */
function replaced(path: string, value: Json): Owned | undefined {
  if (!WITH_OWNED_PARTS.has(path) || isObject(value)) return undefined;
  return { why: 'what this product sets below it would be lost', instead: 'Remove it, or write keys below it.' };
}

/** A label by which the chart's network policies let a server reach the hub, or the proxy that only the hub may use. */
function openingLabel(name: string, value: Json): Owned | undefined {
  if (!OPENS.test(name) || (name === 'hub.jupyter.org/network-access-hub' && value === 'true')) return undefined;
  return { why: 'it decides what the network policies let notebook servers reach', instead: 'Remove it.' };
}

function parentsOf(path: string): string[] {
  const steps = path.split('.').slice(0, -1);
  return steps.map((_, index) => steps.slice(0, index + 1).join('.'));
}

/** Why the value at this path of hub.values cannot be set; undefined if it can. */
export function ownedValue(path: Path, value: Json): Owned | undefined {
  const dotted = path.join('.');
  const owned = OWNED.get(dotted) ?? replaced(dotted, value);
  if (owned !== undefined) return owned;
  const [section, kind, ...setting] = path;
  if (section === 'hub' && kind === 'config') {
    const owner = ownedSetting(setting.map(String));
    if (owner !== undefined) return owner;
  }
  if (section === 'hub' && kind === 'extraConfig' && path.length === 3 && String(path[2]) >= '~') {
    return { why: 'the check of this product must run after all other code', instead: 'Begin the name with a letter.' };
  }
  const parent = path.slice(0, -1).join('.');
  if (parent === 'singleuser.extraLabels') return openingLabel(String(path.at(-1)), value);
  const fields = isObject(value) ? value : {};
  if (NAMED.includes(parent) && OUR_NAMES.test(String(path.at(-1)))) return OURS;
  if (!LISTED.includes(parent)) return undefined;
  const mount = typeof fields.mountPath === 'string' ? fields.mountPath : '';
  const name = typeof fields.name === 'string' ? fields.name : '';
  return OUR_NAMES.test(name) || mount.split('/').some((part) => OUR_NAMES.test(part)) ? OURS : undefined;
}
