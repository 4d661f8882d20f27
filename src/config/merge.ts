import type { Json } from './model.js';
import type { MapEntry, Tree } from './yaml/tree.js';

/**
 * One file laid over another, as `extends` says: mappings are joined key by key, everything else of the upper file
 * replaces what is below it, lists too. Every value keeps the place where it is written.
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
