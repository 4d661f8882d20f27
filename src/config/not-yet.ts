import { NOT_SUPPORTED_YET } from './facts.generated.js';
import type { Locate, Path } from './locate.js';
import type { Json } from './model.js';
import type { Report } from './places.js';
import type { FileKind } from './schema.js';
import type { Tree } from './tree.js';
import { dotted } from './words.js';

/**
 * Notes what `plan` and `apply` of this version cannot do, each key once with its first place. These commands take
 * the notes for errors: nothing that a file says is left out silently.
 */
export function checkSupported(kind: FileKind, tree: Tree, locate: Locate, report: Report): void {
  for (const [pattern, harmless] of Object.entries(NOT_SUPPORTED_YET[kind])) {
    const found = [...matches(tree, pattern.split('.'))].filter(
      ({ value }) => !harmless.some((one) => sameJson(one, value)),
    );
    const [first, ...others] = found;
    if (first === undefined) continue;
    const more =
      others.length === 0 ? '' : `, here and in ${others.length} more ${others.length === 1 ? 'place' : 'places'}`;
    report(
      locate(first.path, 'key'),
      'not-supported-yet',
      `"${dotted(first.path)}" is not supported yet by plan and apply${more}.`,
      { hint: 'It is checked; for plan and apply remove it. A later version brings it.' },
    );
  }
}

function* matches(tree: Tree, steps: readonly string[], path: Path = []): Generator<{ path: Path; value: Json }> {
  const [step, ...rest] = steps;
  if (step === undefined) {
    // A key without a value has a finding of its own, and acknowledged lists of nothing ask for nothing.
    if (tree.value !== null) yield { path, value: tree.value };
    return;
  }
  if (step !== '*') {
    const next = tree.entries?.get(step)?.tree;
    if (next !== undefined) yield* matches(next, rest, [...path, step]);
    return;
  }
  for (const [index, item] of (tree.items ?? []).entries()) yield* matches(item, rest, [...path, index]);
  for (const [key, entry] of tree.entries ?? []) yield* matches(entry.tree, rest, [...path, key]);
}

function sameJson(a: Json, b: Json): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
