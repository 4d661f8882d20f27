import { entryOf } from '../../json.js';
import { NOT_SUPPORTED_YET } from '../facts.generated.js';
import type { Report } from '../location.js';
import type { Json } from '../model.js';
import { dotted } from '../text.js';
import type { Locate, Path } from '../yaml/locate.js';
import type { Tree } from '../yaml/tree.js';
import type { FileKind } from './check.js';

/**
 * Reports keys that `plan` and `apply` of this version cannot apply, once per key at its first location. These commands
 * treat the notes as errors, so no setting is ignored silently.
 */
export function checkSupported(kind: FileKind, tree: Tree, locate: Locate, report: Report): void {
  for (const [pattern, harmless] of Object.entries(NOT_SUPPORTED_YET[kind])) {
    let first: Path | undefined;
    let more = -1;
    visit(tree, pattern.split('.'), [], (value, path) => {
      if (harmless.some((one) => sameJson(one, value))) return;
      first ??= [...path];
      more += 1;
    });
    if (first === undefined) continue;
    const others = more === 0 ? '' : `, here and in ${more} more ${more === 1 ? 'place' : 'places'}`;
    report(
      locate(first, 'key'),
      'not-supported-yet',
      `"${dotted(first)}" is not supported yet by plan and apply${others}.`,
      { hint: 'This version only validates it. Remove it to run plan or apply.' },
    );
  }
}

/** Whether plan and apply of this version take a value at a path of jupyterhub.yaml, so that a hint may lead to it. */
export function isSupported(path: string, value: Json): boolean {
  const harmless = entryOf(NOT_SUPPORTED_YET.jupyterhub, path);
  return harmless === undefined || harmless.some((one) => sameJson(one, value));
}

/** Calls `found` for every value that matches a pattern. The path is one reused array: a file can list ten thousand people. */
function visit(
  tree: Tree,
  steps: readonly string[],
  path: (string | number)[],
  found: (value: Json, path: Path) => void,
): void {
  const step = steps[path.length];
  if (step === undefined) {
    // A key without a value has a finding of its own.
    if (tree.value !== null) found(tree.value, path);
    return;
  }
  const enter = (key: string | number, child: Tree): void => {
    path.push(key);
    visit(child, steps, path, found);
    path.pop();
  };
  if (step !== '*') {
    const next = tree.entries?.get(step)?.tree;
    if (next !== undefined) enter(step, next);
    return;
  }
  if (tree.items !== undefined) for (const [index, item] of tree.items.entries()) enter(index, item);
  if (tree.entries !== undefined) for (const [key, entry] of tree.entries) enter(key, entry.tree);
}

function sameJson(a: Json, b: Json): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b));
}
