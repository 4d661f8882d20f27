import { isAlias, isMap, isScalar, isSeq, type Pair, type ParsedNode } from 'yaml';
import type { LocateRange, Report } from '../location.js';
import type { Json } from '../model.js';
import { MAX_DEPTH } from './syntax.js';

/** A value of a file and where it stands: offsets of its text, and what lies under it. */
export interface Tree {
  readonly start: number;
  readonly end: number;
  /** Turns the offsets, those of the keys under it too, into places: a merged tree has parts of several files. */
  readonly locate: LocateRange;
  /** The value as plain JSON, made of fresh objects. */
  readonly value: Json;
  /** Scalar as written, for messages about numbers that were meant as text. */
  readonly written?: string;
  readonly entries?: ReadonlyMap<string, MapEntry>;
  readonly items?: readonly Tree[];
  /** Values in it, aliases counted as often as they are used. */
  readonly size: number;
  /** Levels under it. */
  readonly height: number;
}

/** A pair of a mapping. */
export interface MapEntry {
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly tree: Tree;
}

/** Most values that a file may have once its aliases are written out. */
export const MAX_VALUES = 400_000;
// Assigning these by name reaches the prototype of every object; deep merges of values do assign by name.
const UNSAFE = new Set(['__proto__', 'constructor', 'prototype']);
const PLAIN_TAGS = new Set(
  ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((tag) => `tag:yaml.org,2002:${tag}`),
);
const NOTHING = { value: null, size: 1, height: 0 } as const;

/** Builds the tree of a document and reports what YAML allows and this language does not. */
export function buildTree(root: ParsedNode, locate: LocateRange, report: Report): Tree {
  const anchors = new Map<string, Tree>();
  let aliased = 0;

  const build = (node: ParsedNode): Tree => {
    const [start, end] = node.range;
    if (isAlias(node)) return resolve(node.source, start, end);
    if (node.tag !== undefined && !PLAIN_TAGS.has(node.tag)) {
      report(locate(start, end), 'yaml-tag', `The tag ${node.tag} is not used here.`, {
        hint: 'Write the plain value.',
      });
    }
    const tree = isMap(node)
      ? mapping(node.items as readonly Pair<ParsedNode, ParsedNode | null>[], start, end)
      : isSeq(node)
        ? sequence(node.items as readonly ParsedNode[], start, end)
        : scalar(node, start, end);
    // Set after its content was built, so an alias inside its own anchor finds nothing and cannot go in circles.
    if (node.anchor !== undefined) anchors.set(node.anchor, tree);
    return tree;
  };

  const resolve = (name: string, start: number, end: number): Tree => {
    const target = anchors.get(name);
    if (target === undefined) {
      report(
        locate(start, end),
        'yaml-alias',
        `No anchor &${name} stands before this alias, or the alias is inside it.`,
        {
          hint: 'Put a text that starts with * in quotes.',
        },
      );
      return { start, end, locate, ...NOTHING };
    }
    if (aliased > MAX_VALUES) return { start, end, locate, ...NOTHING };
    aliased += target.size;
    if (aliased > MAX_VALUES) {
      report(locate(start, end), 'yaml-alias', `Written out, the aliases make more than ${MAX_VALUES} values.`, {
        hint: 'Write values out where you need them.',
      });
      return { start, end, locate, ...NOTHING };
    }
    return target;
  };

  const scalar = (node: ParsedNode, start: number, end: number): Tree => {
    const value: unknown = isScalar(node) ? node.value : null;
    const written = isScalar(node) && typeof node.source === 'string' ? node.source : undefined;
    const base = { start, end, locate, size: 1, height: 0, ...(written === undefined ? {} : { written }) };
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return { ...base, value };
    if (typeof value === 'number' && Number.isFinite(value)) return { ...base, value };
    report(locate(start, end), 'not-json', `${written ?? 'The value'} has no form in JSON.`, {
      hint: 'Quote it, or write a number.',
    });
    return { ...base, value: null };
  };

  const sequence = (nodes: readonly ParsedNode[], start: number, end: number): Tree => {
    const items = nodes.map(build);
    return branch({ start, end, locate, items, value: items.map((item) => item.value) }, items);
  };

  const mapping = (pairs: readonly Pair<ParsedNode, ParsedNode | null>[], start: number, end: number): Tree => {
    const entries = new Map<string, MapEntry>();
    const value: Record<string, Json> = {};
    for (const { key, value: node } of pairs) {
      const name = isScalar(key) ? String(key.value) : '';
      const [keyStart, keyEnd] = key.range;
      const here = locate(keyStart, keyEnd);
      const tree = node === null ? { start: keyEnd, end: keyEnd, locate, ...NOTHING } : build(node);
      const first = entries.get(name);
      if (!isScalar(key)) {
        report(here, 'yaml-syntax', 'A key is not a plain text.', { hint: 'Quote texts that start with *, [ or {.' });
      } else if (name === '<<') {
        report(here, 'yaml-merge-key', 'The merge key << is not used here.', { hint: 'Write the keys out.' });
      } else if (UNSAFE.has(name)) {
        report(here, 'unsafe-key', `The key "${name}" is refused.`, { hint: 'Choose another name.' });
      } else if (first !== undefined) {
        const { line } = locate(first.keyStart, first.keyEnd);
        report(here, 'duplicate-key', `"${name}" is already set in line ${line}.`, { hint: 'Keep one of the two.' });
      } else {
        entries.set(name, { keyStart, keyEnd, tree });
        value[name] = tree.value;
      }
    }
    return branch(
      { start, end, locate, entries, value },
      [...entries.values()].map((entry) => entry.tree),
    );
  };

  const branch = (tree: Omit<Tree, 'size' | 'height'>, children: readonly Tree[]): Tree => {
    let size = 1;
    let height = 0;
    for (const child of children) {
      size += child.size;
      height = Math.max(height, child.height);
    }
    height += 1;
    if (height === MAX_DEPTH + 1) {
      report(
        locate(tree.start, tree.end),
        'too-large',
        `With its aliases, the value is over ${MAX_DEPTH} levels deep.`,
      );
    }
    return { ...tree, size, height };
  };

  return build(root);
}
