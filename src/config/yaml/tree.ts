import { isAlias, isMap, isScalar, isSeq, type Pair, type ParsedNode } from 'yaml';
import type { LocateRange, Report } from '../location.js';
import type { Json } from '../model.js';
import { MAX_DEPTH } from './syntax.js';

/** A value of a file, with the offsets of its text and its children. */
export interface Tree {
  readonly start: number;
  readonly end: number;
  /** Turns offsets, also those of its keys, into locations: a merged tree has parts of several files. */
  readonly locate: LocateRange;
  /** The value as plain JSON, made of fresh objects. */
  readonly value: Json;
  /** Scalar as written, for messages about numbers that were meant as text. */
  readonly written?: string;
  /** True for a scalar without quotes, whose text decides its type. */
  readonly plain?: true;
  /** True for a text behind `>`, which joins its lines. */
  readonly folded?: true;
  readonly entries?: ReadonlyMap<string, MapEntry>;
  readonly items?: readonly Tree[];
  /** Number of values in it. An alias counts at every use. */
  readonly size: number;
  /** Number of levels under it. */
  readonly height: number;
}

/** A pair of a mapping. */
export interface MapEntry {
  readonly keyStart: number;
  readonly keyEnd: number;
  /** True for a key without quotes. */
  readonly plainKey?: true;
  readonly tree: Tree;
}

/** Most values that a file may have with its aliases expanded. */
export const MAX_VALUES = 400_000;
// Assigning to one of these keys can reach the prototype of every object. Deep merges of values assign by key.
const UNSAFE = new Set(['__proto__', 'constructor', 'prototype']);
const PLAIN_TAGS = new Set(
  ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((tag) => `tag:yaml.org,2002:${tag}`),
);
const NOTHING = { value: null, size: 1, height: 0 } as const;

function isPlain(node: ParsedNode): boolean {
  return isScalar(node) && node.type === 'PLAIN';
}

/** Builds the tree of a document and reports YAML features that are not allowed here. */
export function buildTree(root: ParsedNode, locate: LocateRange, report: Report): Tree {
  const anchors = new Map<string, Tree>();
  let aliased = 0;

  const build = (node: ParsedNode): Tree => {
    const [start, end] = node.range;
    if (isAlias(node)) return resolve(node.source, start, end);
    if (node.tag !== undefined && !PLAIN_TAGS.has(node.tag)) {
      report(locate(start, end), 'yaml-tag', `The tag ${node.tag} is not supported.`, {
        hint: 'Write the plain value without a tag.',
      });
    }
    const tree = isMap(node)
      ? mapping(node.items as readonly Pair<ParsedNode, ParsedNode | null>[], start, end)
      : isSeq(node)
        ? sequence(node.items as readonly ParsedNode[], start, end)
        : scalar(node, start, end);
    // Set after its content is built, so an alias inside its own anchor is not found and cannot recurse.
    if (node.anchor !== undefined) anchors.set(node.anchor, tree);
    return tree;
  };

  const resolve = (name: string, start: number, end: number): Tree => {
    const target = anchors.get(name);
    if (target === undefined) {
      report(
        locate(start, end),
        'yaml-alias',
        `The alias *${name} has no anchor before it, or it is inside its own anchor.`,
        {
          hint: 'Quote text that starts with *.',
        },
      );
      return { start, end, locate, ...NOTHING };
    }
    if (aliased > MAX_VALUES) return { start, end, locate, ...NOTHING };
    aliased += target.size;
    if (aliased > MAX_VALUES) {
      report(
        locate(start, end),
        'yaml-alias',
        `With its aliases expanded, the file has more than ${MAX_VALUES} values.`,
        {
          hint: 'Use fewer or smaller aliases.',
        },
      );
      return { start, end, locate, ...NOTHING };
    }
    // What is wrong with the value here is said here, where it is used.
    return { ...target, start, end, locate };
  };

  const scalar = (node: ParsedNode, start: number, end: number): Tree => {
    const value: unknown = isScalar(node) ? node.value : null;
    const written = isScalar(node) && typeof node.source === 'string' ? node.source : undefined;
    const plain: { plain?: true; folded?: true } = isPlain(node)
      ? { plain: true }
      : isScalar(node) && node.type === 'BLOCK_FOLDED'
        ? { folded: true }
        : {};
    const base = { start, end, locate, size: 1, height: 0, ...(written === undefined ? {} : { written }), ...plain };
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return { ...base, value };
    if (typeof value === 'number' && Number.isFinite(value)) return { ...base, value };
    report(locate(start, end), 'not-json', `${written ?? 'The value'} cannot be expressed in JSON.`, {
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
        report(here, 'yaml-syntax', 'A key is not plain text.', { hint: 'Quote keys that start with *, [ or {.' });
      } else if (name === '<<') {
        report(here, 'yaml-merge-key', 'The merge key << is not supported.', { hint: 'Write the keys out.' });
      } else if (UNSAFE.has(name)) {
        report(here, 'unsafe-key', `The key "${name}" is not allowed.`, { hint: 'Choose another name.' });
      } else if (first !== undefined) {
        const { line } = locate(first.keyStart, first.keyEnd);
        report(here, 'duplicate-key', `"${name}" is already set on line ${line}.`, { hint: 'Keep one of the two.' });
      } else {
        entries.set(name, { keyStart, keyEnd, tree, ...(isPlain(key) ? { plainKey: true } : {}) });
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
        `With its aliases expanded, the value is more than ${MAX_DEPTH} levels deep.`,
      );
    }
    return { ...tree, size, height };
  };

  return build(root);
}
