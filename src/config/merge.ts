import type { Json } from './model.js';
import type { MapEntry, Tree } from './yaml/tree.js';

/**
 * Merges a file over the one that it extends. Mappings are merged key by key. Any other value of the upper file, also a
 * list, replaces the one below. Every value keeps its location.
 */
export function mergeTrees(below: Tree, above: Tree): Tree {
  if (below.entries === undefined || above.entries === undefined) return above;
  const entries = new Map<string, MapEntry>(below.entries);
  for (const [key, upper] of above.entries) {
    const lower = below.entries.get(key);
    entries.set(key, lower === undefined ? upper : { ...upper, tree: mergeTrees(lower.tree, upper.tree) });
  }
  const value: Record<string, Json> = {};
  let size = 1;
  for (const [key, { tree }] of entries) {
    value[key] = tree.value;
    size += tree.size;
  }
  return { ...above, entries, value, size, height: Math.max(below.height, above.height) };
}

/** The tree without one key of its root. */
export function withoutKey(tree: Tree, key: string): Tree {
  if (!tree.entries?.has(key)) return tree;
  const entries = new Map([...tree.entries].filter(([name]) => name !== key));
  const value = Object.fromEntries([...entries].map(([name, entry]) => [name, entry.tree.value]));
  return { ...tree, entries, value };
}
