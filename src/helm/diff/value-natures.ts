import type { CodeChange, RightChange } from '../../change/change.js';
import { roleGrant } from '../../change/role-grants.js';
import { ownedValue } from '../../config/chart/owned-values.js';
import { type Nature, natureOf } from '../../config/chart/value-natures.js';
import type { Json, JsonObject } from '../../config/model.js';
import { isObject } from '../../json.js';
import { canonical } from '../values/values.js';

/** What the changes of values are about. */
export interface ValueMeaning {
  readonly code: readonly CodeChange[];
  readonly rights: readonly RightChange[];
  /** Dotted paths of sections that say where data is kept. */
  readonly data: readonly string[];
}

/** A section of the values on both sides. */
interface Section {
  readonly path: readonly string[];
  readonly natures: readonly Nature[];
  before?: Json;
  after?: Json;
}

/**
 * Code, rights and places of data that differ between two sets of symbolic values. Owned values are left out, and what this
 * program sets by itself where nothing was before.
 * @param ours values without those of the user
 */
export function valueMeaning(before: JsonObject | undefined, after: JsonObject, ours: JsonObject): ValueMeaning {
  const sections = new Map<string, Section>();
  collect(before ?? {}, [], (key, section, value) => {
    sections.set(key, { ...section, before: value });
  });
  collect(after, [], (key, section, value) => {
    sections.set(key, { ...(sections.get(key) ?? section), after: value });
  });
  const mine = new Map<string, string>();
  collect(ours, [], (key, _, value) => mine.set(key, canonical(value)));
  const changed = [...sections]
    .filter(([key, one]) => {
      if (canonical(one.before) === canonical(one.after)) return false;
      return one.before !== undefined || canonical(one.after) !== mine.get(key);
    })
    .map(([, section]) => section)
    .sort((a, b) => (a.path.join('.') < b.path.join('.') ? -1 : 1));
  const named = (nature: Nature): readonly Section[] => changed.filter(({ natures }) => natures.includes(nature));
  return {
    code: named('code').map(({ path }) => ({ path: path.join('.'), runsIn: placeOf(path) })),
    rights: named('right').map((section) => rightChange(section)),
    data: named('data').map(({ path }) => path.join('.')),
  };
}

/** Sections of values in their order. What belongs to one section of the table is one value. */
function collect(
  value: Json,
  path: readonly string[],
  add: (key: string, section: Pick<Section, 'path' | 'natures'>, value: Json) => void,
): void {
  if (path.length > 0 && ownedValue(path, value) !== undefined) return;
  const { natures, depth } = natureOf(path);
  const isSection = depth === path.length && depth > 0;
  // A section may have one of another nature in it, such as the command of a service.
  const inner = isObject(value) ? Object.entries(value).filter(([, child]) => child !== null) : [];
  const apart = inner.filter(([name]) => !isSection || natureOf([...path, name]).depth > depth);
  if (isSection) {
    const own = isObject(value) ? Object.fromEntries(inner.filter((entry) => !apart.includes(entry))) : value;
    if (
      value !== null &&
      !natures.includes('neither') &&
      (apart.length === 0 || !isObject(own) || Object.keys(own).length > 0)
    ) {
      add(JSON.stringify(path), { path, natures }, own);
    }
  } else if (!isObject(value) && value !== null) {
    if (!natures.includes('neither') && depth < path.length) add(JSON.stringify(path), { path, natures }, value);
  }
  for (const [name, child] of apart) collect(child, [...path, name], add);
}

function placeOf([section]: readonly string[]): CodeChange['runsIn'] {
  if (section === 'hub' || section === 'custom') return 'hub';
  if (section === 'proxy') return 'proxy';
  return section === 'singleuser' ? 'servers' : 'cluster';
}

/** A role of the hub is told with its scopes and who has them. Of other rights only the place is told. */
function rightChange({ path, after }: Section): RightChange {
  const place = path.join('.');
  if (after === undefined) return { path: place, isRemoved: true };
  const [, kind, name = ''] = path;
  if (!isObject(after) || path.length !== 3 || (kind !== 'loadRoles' && kind !== 'services')) return { path: place };
  return { path: place, role: roleGrant(kind, name, after) };
}
