import type { AttributeChange } from '../../change/change.js';
import type { Json, JsonObject } from '../../config/model.js';
import { isObject } from '../../json.js';
import { PROFILES_FILE } from '../values/profile-groups.js';
import { attribute, show } from './attributes.js';
import { SECRET_KEY } from './manifests.js';

/** Parts of the values that may be shown as they are; of all others only the name is. */
const SHOWN =
  /^(cull|debug|hub\.(image|resources|concurrentSpawnLimit|activeServerLimit|allowNamedServers|baseUrl|redirectToServer)|singleuser\.(image|cpu|memory|storage|startTimeout|defaultUrl|cmd|profileList|extraResource|nodeSelector)|proxy\.chp\.(image|resources)|scheduling|prePuller|ingress\.hosts)(\.|\[|$)/;

/** Differences of two sets of symbolic values, path by path, in the order of their names. */
export function valueChanges(before: JsonObject, after: JsonObject): readonly AttributeChange[] {
  const old = new Map(flatten(before, ''));
  const now = new Map(flatten(after, ''));
  const names = [...new Set([...old.keys(), ...now.keys()])].sort();
  return names
    .filter((name) => old.get(name) !== now.get(name))
    .map((name) => {
      const isShown = SHOWN.test(name) && !SECRET_KEY.test(name.slice(name.lastIndexOf('.') + 1));
      const side = (value: string | undefined, word: string): string | undefined =>
        value === undefined ? undefined : isShown ? show(value) : word;
      return attribute(name, side(old.get(name), '(not shown)'), side(now.get(name), '(not shown, changed)'));
    });
}

// With groups the profiles are a file of the hub's; both are named alike, so that new groups are all that a reader sees.
const PROFILES = ['singleuser.profileList', `hub.extraFiles.${PROFILES_FILE}.data.profiles`];

/** Leaves with their paths; a profile is one leaf by its name, other lists are leaves whole. */
function flatten(value: Json, path: string): readonly (readonly [string, string])[] {
  if (PROFILES.includes(path) && Array.isArray(value)) {
    return (value as readonly Json[]).map((profile, index) => {
      const slug = isObject(profile) && typeof profile.slug === 'string' ? profile.slug : String(index);
      return [`singleuser.profileList[${slug}]`, JSON.stringify(profile)] as const;
    });
  }
  // Texts are compared whole and only cut when they are shown; the Python files are named by their key.
  if (!isObject(value)) return [[path, typeof value === 'string' ? value : JSON.stringify(value)]];
  return Object.entries(value).flatMap(([key, inner]) => flatten(inner, path === '' ? key : `${path}.${key}`));
}
