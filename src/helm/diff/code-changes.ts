import type { CodeChange } from '../../change/change.js';
import { ownedValue } from '../../config/chart/owned-values.js';
import type { Json, JsonObject } from '../../config/model.js';
import { isObject } from '../../json.js';
import { canonical } from '../values/values.js';

/** Where the chart takes code, commands, or an image that is all of the code; `*` stands for any name. */
const PLACES: readonly CodeChange[] = [
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

/** Code of `hub.values` that differs between two sets of symbolic values, in the order of its paths. What is ours is no news. */
export function codeChanges(before: JsonObject | undefined, after: JsonObject): readonly CodeChange[] {
  return PLACES.flatMap(({ path, runsIn }) => {
    const pattern = path.split('.');
    const [old, now] = [found(before ?? {}, pattern), found(after, pattern)];
    return [...new Set([...old.keys(), ...now.keys()])]
      .filter((name) => old.get(name) !== now.get(name))
      .sort()
      .map((name) => ({ path: name, runsIn }));
  });
}

/** Texts of what stands at a pattern, by dotted path. */
function found(values: JsonObject, pattern: readonly string[]): Map<string, string> {
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
  const used = level.filter(([, value]) => value !== null);
  return new Map(used.map(([path, value]) => [path.join('.'), canonical(value)]));
}
