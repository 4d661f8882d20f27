import type { Location } from '../location.js';
import type { Tree } from './tree.js';

/** Keys and indexes from the root of a file to a value. */
export type Path = readonly (string | number)[];

/** Finds the location of a path. For a missing path it is the location of the nearest existing parent. */
export type Locate = (path: Path, part?: 'key' | 'value') => Location;

/** The value at a path, or undefined where the file has none. */
export function treeAt(tree: Tree | undefined, path: Path): Tree | undefined {
  let here = tree;
  for (const step of path) here = here?.entries?.get(String(step))?.tree ?? here?.items?.[Number(step)];
  return here;
}

/** Creates the locator of one tree. `key` means the key itself, `value` (default) the value after it. */
export function locator(tree: Tree): Locate {
  return (path, part = 'value') => {
    let here = tree;
    // The root has no key and its value is the whole file, so its location is the start.
    let found = tree.locate(tree.start, tree.start + 1);
    for (const [index, step] of path.entries()) {
      const entry = here.entries?.get(String(step));
      const next = entry?.tree ?? here.items?.[Number(step)];
      if (next === undefined) return found;
      const wantsKey = part === 'key' && index === path.length - 1;
      const value = next.locate(next.start, next.end);
      const key = entry === undefined ? undefined : next.locate(entry.keyStart, entry.keyEnd);
      // An empty value has no location of its own. The location of a block below the key would mark an unrelated line.
      const useKey = wantsKey || next.start === next.end || value.line !== key?.line;
      found = key !== undefined && useKey ? key : value;
      here = next;
    }
    return found;
  };
}
