import type { CodeChange } from '../../change/change.js';
import { ownedValue } from '../../config/chart/owned-values.js';
import type { Json, JsonObject } from '../../config/model.js';
import { isObject } from '../../json.js';
import { canonical } from '../values/values.js';

/** Paths at which the chart takes code, commands, or an image with the code. `*` stands for any name. */
const CODE_PATHS: readonly CodeChange[] = [
  { path: 'hub.extraConfig.*', runsIn: 'hub' },
  { path: 'hub.extraFiles.*', runsIn: 'hub' },
  { path: 'hub.extraContainers', runsIn: 'hub' },
  { path: 'hub.initContainers', runsIn: 'hub' },
  { path: 'hub.lifecycle.*', runsIn: 'hub' },
  { path: 'hub.services.*.command', runsIn: 'hub' },
  { path: 'hub.image.name', runsIn: 'hub' },
  { path: 'hub.image.tag', runsIn: 'hub' },
  { path: 'singleuser.extraFiles.*', runsIn: 'servers' },
  { path: 'singleuser.extraContainers', runsIn: 'servers' },
  { path: 'singleuser.initContainers', runsIn: 'servers' },
  { path: 'singleuser.lifecycleHooks.*', runsIn: 'servers' },
  { path: 'singleuser.cmd', runsIn: 'servers' },
];

/** Code of `hub.values` that differs between two sets of symbolic values, in the order of its paths. Our own code is left out. */
export function codeChanges(before: JsonObject | undefined, after: JsonObject): readonly CodeChange[] {
  return CODE_PATHS.flatMap(({ path, runsIn }) => {
    const pattern = path.split('.');
    const [old, now] = [textsAt(before ?? {}, pattern), textsAt(after, pattern)];
    return [...new Set([...old.keys(), ...now.keys()])]
      .filter((name) => old.get(name) !== now.get(name))
      .sort()
      .map((name) => ({ path: name, runsIn }));
  });
}

/** Texts of the values that match a pattern, by dotted path. Owned values are left out. */
function textsAt(values: JsonObject, pattern: readonly string[]): Map<string, string> {
  let level: readonly (readonly [readonly string[], Json])[] = [[[], values]];
  for (const step of pattern) {
    level = level.flatMap(([path, value]) => {
      if (!isObject(value)) return [];
      const keys = step === '*' ? Object.keys(value) : Object.hasOwn(value, step) ? [step] : [];
      return keys
        .map((key) => [[...path, key], value[key] ?? null] as const)
        .filter(([below, inner]) => ownedValue(below, inner) === undefined);
    });
  }
  const present = level.filter(([, value]) => value !== null);
  return new Map(present.map(([path, value]) => [path.join('.'), canonical(value)]));
}
