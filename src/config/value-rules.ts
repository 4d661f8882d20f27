import { DEFAULT_CHART_VERSION } from '../versions.js';
import { at, type Path } from './locate.js';
import { ownedValue } from './owned-values.js';
import { type RuleContext, TESTED_CHARTS } from './rule-context.js';
import { suggest } from './suggest.js';
import type { Tree } from './tree.js';
import { quoted } from './words.js';
import { SECTIONS } from './z2jh-sections.js';

const ROOT = ['hub', 'values'];
const SECRET_KEY = /(password|passwd|secret|token|api_?key|private_?key)$/i;

/** Rules of hub.values and secrets: names the chart knows, keys that are ours, references to secrets, code. */
export function valueRules(context: RuleContext): void {
  const values = at(context.tree, ROOT);
  const used = new Set<string>();
  if (values?.entries !== undefined) visit(context, values, [], used);
  const secrets = at(context.tree, ['secrets']);
  for (const name of secrets?.entries?.keys() ?? []) {
    if (used.has(name)) continue;
    context.report(
      context.locate(['secrets', name], 'key'),
      'unused-secret',
      `Nothing uses the secret ${quoted(name)}.`,
      {
        hint: `Use it in hub.values as {secretRef: ${name}}, or remove it.`,
      },
    );
  }
}

function visit(context: RuleContext, tree: Tree, path: Path, used: Set<string>): void {
  for (const [index, item] of (tree.items ?? []).entries()) {
    const here = [...path, index];
    if (!owned(context, here, item)) visit(context, item, here, used);
  }
  if (tree.entries === undefined) return;
  if (tree.entries.has('secretRef')) {
    secretRef(context, tree, path, used);
    return;
  }
  for (const [key, { tree: child }] of tree.entries) {
    const here = [...path, key];
    if (!known(context, path, key) || owned(context, here, child)) continue;
    code(context, here);
    literalSecret(context, here, child);
    visit(context, child, here, used);
  }
}

function secretRef({ tree, locate, report }: RuleContext, reference: Tree, path: Path, used: Set<string>): void {
  const name = reference.entries?.get('secretRef')?.tree.value;
  const where = [...ROOT, ...path, 'secretRef'];
  if (typeof name !== 'string' || reference.entries?.size !== 1) {
    report(locate(where, 'key'), 'secret-ref-form', 'A reference to a secret is exactly {secretRef: NAME}.', {
      hint: 'Remove the other keys, or call the key something else.',
    });
    return;
  }
  used.add(name);
  const names = [...(at(tree, ['secrets'])?.entries?.keys() ?? [])];
  if (names.includes(name)) return;
  const guess = suggest(name, names);
  report(
    locate(where),
    'unknown-secret',
    `No secret ${quoted(name)} is listed.${guess ? ` Did you mean "${guess}"?` : ''}`,
    {
      hint: `Add it: secrets: {${name}: {env: ${name}}}`,
    },
  );
}

function known({ text, locate, report }: RuleContext, path: Path, key: string): boolean {
  const names = SECTIONS[path.join('.')]?.split(' ');
  if (names === undefined || names.includes(key)) return true;
  const version = text(['hub', 'chart', 'version']) ?? DEFAULT_CHART_VERSION;
  const tested = TESTED_CHARTS.includes(version);
  const section = path.length === 0 ? 'The chart' : `"${path.join('.')}"`;
  const guess = suggest(key, names);
  report(
    locate([...ROOT, ...path, key], 'key'),
    'unknown-value',
    `${section} has no ${quoted(key)}.${guess === undefined ? '' : ` Did you mean "${guess}"?`}`,
    // Another release may know names that the table of the tested one does not.
    {
      severity: tested ? 'error' : 'warning',
      ...(names.length > 12 ? {} : { hint: `Known here: ${names.join(', ')}.` }),
    },
  );
  return !tested;
}

function owned({ locate, report }: RuleContext, path: Path, value: Tree): boolean {
  const owner = ownedValue(path, value.value);
  if (owner === undefined) return false;
  report(locate([...ROOT, ...path], 'key'), 'owned-value', `hub.values.${path.join('.')} ${owner.why}.`, {
    hint: owner.instead,
  });
  return true;
}

function code({ locate, report }: RuleContext, path: Path): void {
  const [section, kind] = path;
  const isCode = path.length === 3 && ((section === 'hub' && kind === 'extraConfig') || kind === 'extraFiles');
  if (!isCode) return;
  const where = section === 'hub' ? 'in the hub, with its rights' : 'in notebook servers';
  report(locate([...ROOT, ...path], 'key'), 'code', `hub.values.${path.join('.')} can be code that runs ${where}.`);
}

function literalSecret({ locate, report }: RuleContext, path: Path, value: Tree): void {
  const key = String(path.at(-1));
  if (typeof value.value !== 'string' || value.value === '' || !SECRET_KEY.test(key)) return;
  // Names of Kubernetes Secrets are no secrets.
  if (key === 'existingSecret') return;
  report(locate([...ROOT, ...path]), 'literal-secret', `${quoted(key)} looks like a secret in plain text.`, {
    hint: 'List it under secrets and write {secretRef: NAME} here.',
  });
}
