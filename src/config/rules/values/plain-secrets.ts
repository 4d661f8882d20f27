import { assignedSecret, canBeSecret, isSecretName, secretShape } from '../../chart/secret-shapes.js';
import { quoted } from '../../text.js';
import type { Path } from '../../yaml/locate.js';
import type { Tree } from '../../yaml/tree.js';
import type { RuleContext } from '../context.js';

/** Longest text that is searched. Files of a megabyte are code or data. */
const MAX_SEARCHED = 200_000;

/** Rules of secrets that the file contains in plain text: by the name of a value, and by the shape of its text. */
export function plainSecretRules(context: RuleContext): void {
  visit(context, context.tree, [], undefined);
}

/** @param name the name that the value has, such as that of a variable in a list of {name, value} */
function visit(context: RuleContext, tree: Tree, path: Path, name: string | undefined): void {
  if (typeof tree.value === 'string') {
    text(context, tree.value, path, name);
    return;
  }
  for (const [index, item] of (tree.items ?? []).entries()) visit(context, item, [...path, index], name);
  // References have their own rules.
  if (tree.entries === undefined || tree.entries.has('secretRef')) return;
  const listed = tree.entries.get('name')?.tree.value;
  for (const [key, { tree: child }] of tree.entries) {
    const isListed = key === 'value' && typeof listed === 'string';
    visit(context, child, [...path, key], isListed ? listed : nameBelow(path, key, name, child));
  }
}

/** Keys of schema fields are known not to be secrets, and a mapping below a name has names of its own. */
function nameBelow(path: Path, key: string, outer: string | undefined, child: Tree): string | undefined {
  if (key === 'value' && outer !== undefined && path.length > 0) return outer;
  const isFree = (path[0] === 'hub' && path[1] === 'values') || path.includes('env');
  if (!isFree) return undefined;
  // The chart's list of keys that encrypt what the hub knows about people.
  if (key === 'keys' && path.at(-1) === 'CryptKeeper') return 'CryptKeeper.keys';
  return child.entries === undefined || child.entries.has('value') ? key : undefined;
}

function text({ locate, report }: RuleContext, value: string, path: Path, name: string | undefined): void {
  const isContent = /^(value|stringData|binaryData)$/.test(String(path.at(-1)));
  const key = name !== undefined && isSecretName(name) ? name : String(path.at(isContent ? -2 : -1));
  const hint = 'List it under secrets and write {secretRef: NAME} here.';
  if (name !== undefined && canBeSecret(value) && (isSecretName(name) || name === 'CryptKeeper.keys')) {
    report(locate(path), 'literal-secret', `${quoted(name)} looks like a secret in plain text.`, { hint });
    return;
  }
  const searched = path.at(-1) === 'binaryData' ? Buffer.from(value, 'base64').toString('latin1') : value;
  if (searched.length > MAX_SEARCHED) return;
  const assigned = isCode(path) ? assignedSecret(searched) : undefined;
  const shape = secretShape(searched) ?? (assigned === undefined ? undefined : `the secret ${quoted(assigned)}`);
  if (shape === undefined) return;
  report(locate(path), 'literal-secret', `${quoted(key)} contains what looks like ${shape} in plain text.`, { hint });
}

function isCode(path: Path): boolean {
  return path.some((step) => step === 'extraConfig' || step === 'extraFiles');
}
