import { secretPlace } from '../chart/secret-places.js';
import { suggest } from '../suggest.js';
import { quoted } from '../text.js';
import { type Path, treeAt } from '../yaml/locate.js';
import type { Tree } from '../yaml/tree.js';
import type { RuleContext } from './context.js';

/** Rules of secrets: every reference names a defined secret, and every defined secret is used. */
export function secretRules(context: RuleContext): void {
  const used = new Set<string>();
  visit(context, context.tree, [], used);
  for (const name of context.keys(['secrets'])) {
    if (used.has(name)) continue;
    context.report(
      context.locate(['secrets', name], 'key'),
      'unused-secret',
      `The secret ${quoted(name)} is not used.`,
      {
        hint: `Use it in hub.values or env as {secretRef: ${name}}, or remove it.`,
      },
    );
  }
}

function visit(context: RuleContext, tree: Tree, path: Path, used: Set<string>): void {
  if (tree.entries?.has('secretRef')) {
    reference(context, tree, path, used);
    return;
  }
  for (const [index, item] of (tree.items ?? []).entries()) visit(context, item, [...path, index], used);
  for (const [key, { tree: child }] of tree.entries ?? []) visit(context, child, [...path, key], used);
}

function reference({ keys, locate, report }: RuleContext, tree: Tree, path: Path, used: Set<string>): void {
  const name = treeAt(tree, ['secretRef'])?.value;
  const where = [...path, 'secretRef'];
  if (typeof name !== 'string' || tree.entries?.size !== 1) {
    report(locate(where, 'key'), 'secret-ref-format', 'A secret reference must be exactly {secretRef: NAME}.', {
      hint: 'Remove the other keys, or rename this key.',
    });
    return;
  }
  used.add(name);
  if (path[0] === 'hub' && path[1] === 'values' && secretPlace(path.slice(2)) === undefined) {
    report(locate(where, 'key'), 'secret-place', 'A secret would be in plain text here, in an object or in pods.', {
      hint: 'Use it as a variable (extraEnv), in hub.config, or in the stringData of an extraFiles entry.',
    });
  }
  const names = keys(['secrets']);
  if (names.includes(name)) return;
  const guess = suggest(name, names);
  report(
    locate(where),
    'unknown-secret',
    `The secret ${quoted(name)} is not defined.${guess ? ` Did you mean "${guess}"?` : ''}`,
    {
      hint: `Add it: secrets: {${name}: {env: ${name}}}`,
    },
  );
}
