import type { AttributeChange } from '../../change/change.js';
import type { Json, JsonObject } from '../../config/model.js';
import { isObject } from '../../json.js';
import { PROFILES_FILE } from '../values/profile-groups.js';
import { attribute, shortText } from './attributes.js';
import { SECRET_KEY } from './manifests.js';
import { isCodeText, mayBeSecret } from './shown-text.js';

/** Paths whose values are shown, also where this program sets them. Of others only what stands in the file is shown. */
const SHOWN_PATHS =
  /^(cull|debug|hub\.(image|resources|concurrentSpawnLimit|db\.type|activeServerLimit|allowNamedServers|baseUrl|redirectToServer)|singleuser\.(image|cpu|memory|storage|startTimeout|defaultUrl|cmd|profileList|extraResource|nodeSelector)|proxy\.chp\.(image|resources)|scheduling|prePuller|ingress\.hosts)(\.|\[|$)/;

/**
 * Differences between two sets of symbolic values, sorted by path.
 * @param ours values without those of the file; without them no value counts as one of the file
 */
export function valueChanges(before: JsonObject, after: JsonObject, ours?: JsonObject): readonly AttributeChange[] {
  const old = new Map(flatten(before, ''));
  const now = new Map(flatten(after, ''));
  const mine = ours === undefined ? now : new Map(flatten(ours, ''));
  const isOfFile = (name: string): boolean => now.has(name) && now.get(name) !== mine.get(name) && !isCodeText(name);
  const names = [...new Set([...old.keys(), ...now.keys()])].sort();
  return names
    .filter((name) => old.get(name) !== now.get(name))
    .map((name) => {
      const key = name.slice(name.lastIndexOf('.') + 1);
      const isListed = SHOWN_PATHS.test(name) && !SECRET_KEY.test(key);
      const isFree = !isListed && isOfFile(name) && !SECRET_KEY.test(key);
      const side = (value: string | undefined, word: string): string | undefined => {
        if (value === undefined) return undefined;
        return isListed || (isFree && !mayBeSecret(value, key)) ? shortText(value) : word;
      };
      return attribute(name, side(old.get(name), '(not shown)'), side(now.get(name), '(not shown, changed)'));
    });
}

// With groups the profiles are a file of the hub. Both places get one name, so that a plan shows only the new groups.
const PROFILE_PATHS = ['singleuser.profileList', `hub.extraFiles.${PROFILES_FILE}.data.profiles`];

/** Leaves with their paths. A profile is one leaf under its name. Any other list is one leaf. */
function flatten(value: Json, path: string): readonly (readonly [string, string])[] {
  if (PROFILE_PATHS.includes(path) && Array.isArray(value)) {
    return (value as readonly Json[]).map((profile, index) => {
      const slug = isObject(profile) && typeof profile.slug === 'string' ? profile.slug : String(index);
      return [`singleuser.profileList[${slug}]`, JSON.stringify(profile)] as const;
    });
  }
  // Texts are compared whole and are cut only when they are shown.
  if (!isObject(value)) return [[path, typeof value === 'string' ? value : JSON.stringify(value)]];
  return Object.entries(value).flatMap(([key, inner]) => flatten(inner, path === '' ? key : `${path}.${key}`));
}
