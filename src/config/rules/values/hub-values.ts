import { entryOf } from '../../../json.js';
import { DEFAULT_CHART_VERSION } from '../../../versions.js';
import { formatFault } from '../../chart/format-braces.js';
import { unusedSection } from '../../chart/owned-settings.js';
import { ownedValue } from '../../chart/owned-values.js';
import { SECTIONS } from '../../chart/z2jh-keys.js';
import { suggest } from '../../suggest.js';
import { quoted } from '../../text.js';
import { type Path, treeAt } from '../../yaml/locate.js';
import type { Tree } from '../../yaml/tree.js';
import { type RuleContext, TESTED_CHARTS } from '../context.js';
import { chartSchemaRule, movedHint } from './chart-schema.js';
import { codeRules } from './code.js';
import { helmKey, helmScalars } from './helm-scalars.js';
import { hubSettingRule } from './hub-settings.js';

const ROOT = ['hub', 'values'];

/** Rules of hub.values: names that the chart has, values that this product sets, and code. */
export function valueRules(context: RuleContext): void {
  const values = treeAt(context.tree, ROOT);
  if (values?.entries !== undefined) visit(context, values, []);
}

function visit(context: RuleContext, tree: Tree, path: Path): void {
  for (const [index, item] of (tree.items ?? []).entries()) {
    const here = [...path, index];
    if (owned(context, here, item)) continue;
    braces(context, here, item);
    helmScalars(context, here, item);
    if (isTested(context)) chartSchemaRule(context, here, item);
    visit(context, item, here);
  }
  // References have their own rules.
  if (tree.entries === undefined || tree.entries.has('secretRef')) return;
  for (const [key, entry] of tree.entries) {
    const child = entry.tree;
    const here = [...path, key];
    helmKey(context, here, entry);
    if (!known(context, path, key, child) || owned(context, here, child)) continue;
    unused(context, here);
    if (isTested(context)) {
      hubSettingRule(context, here);
      chartSchemaRule(context, here, child);
    }
    database(context, here, child);
    strategy(context, here, child);
    codeRules(context, here, child);
    braces(context, here, child);
    helmScalars(context, here, child);
    visit(context, child, here);
  }
}

/** The table of chart values is that of the tested release. */
function isTested({ text }: RuleContext): boolean {
  return TESTED_CHARTS.includes(text(['hub', 'chart', 'version']) ?? DEFAULT_CHART_VERSION);
}

function known(context: RuleContext, path: Path, key: string, value: Tree): boolean {
  const { locate, report } = context;
  const names = entryOf(SECTIONS, path.join('.'))?.split(' ');
  if (names === undefined || names.includes(key)) return true;
  const tested = isTested(context);
  const section = path.length === 0 ? '' : ` under ${path.join('.')}`;
  const guess = suggest(key, names);
  report(
    locate([...ROOT, ...path, key], 'key'),
    'unknown-value',
    `Unknown chart value ${quoted(key)}${section}.${guess === undefined ? '' : ` Did you mean "${guess}"?`}`,
    // Another release can have names that are missing in the table of the tested one.
    {
      severity: tested ? 'error' : 'warning',
      hint: movedHint(path, key, value) ?? (names.length > 12 ? undefined : `Known values: ${names.join(', ')}.`),
    },
  );
  return !tested;
}

function owned({ locate, report }: RuleContext, path: Path, value: Tree): boolean {
  const owner = ownedValue(path, value.value);
  if (owner === undefined) return false;
  report(
    locate([...ROOT, ...path], 'key'),
    'owned-value',
    `hub.values.${path.join('.')} cannot be set: ${owner.why}.`,
    {
      hint: owner.instead,
    },
  );
  return true;
}

function unused({ locate, report }: RuleContext, path: Path): void {
  const [section, kind, className] = path;
  if (path.length !== 3 || section !== 'hub' || kind !== 'config') return;
  const reason = unusedSection(String(className));
  if (reason === undefined) return;
  report(locate([...ROOT, ...path], 'key'), 'no-effect', `hub.values.${path.join('.')} has no effect: ${reason.why}.`, {
    hint: reason.instead,
  });
}

function database({ locate, report }: RuleContext, path: Path, { value }: Tree): void {
  if (path.join('.') !== 'hub.db.type' || value === 'sqlite-pvc') return;
  const place = locate([...ROOT, ...path]);
  if (value === 'sqlite-memory') {
    report(place, 'owned-value', 'With sqlite-memory, the hub forgets people’s running servers at each restart.', {
      hint: 'Remove hub.db.type. The hub then keeps its database on a disk.',
    });
    return;
  }
  if (!['mysql', 'postgres', 'other'].includes(String(value))) return;
  report(
    place,
    'database-type',
    `With ${quoted(value)}, the hub’s database is not on the disk that this product keeps.`,
    {
      hint: 'On a hub that exists, the new database is empty: the hub forgets running servers, tokens and which disk is whose home. Back up the new database yourself and acknowledge this rule.',
    },
  );
}

/** Two hubs at once would write one file, and the disk goes to one pod at a time. */
function strategy({ text, locate, report }: RuleContext, path: Path, { value }: Tree): void {
  const type = text([...ROOT, 'hub', 'db', 'type']) ?? 'sqlite-pvc';
  if (path.join('.') !== 'hub.deploymentStrategy.type' || value === 'Recreate' || type !== 'sqlite-pvc') return;
  report(
    locate([...ROOT, ...path]),
    'owned-value',
    `With ${quoted(value)}, the new hub waits for the disk of the old one, which waits for the new hub.`,
    { hint: 'Remove it. The chart ends the old hub first.' },
  );
}

function braces({ locate, report }: RuleContext, path: Path, { value }: Tree): void {
  const fault = typeof value === 'string' ? formatFault(path, value) : undefined;
  if (fault === undefined) return;
  report(locate([...ROOT, ...path]), 'format-braces', fault.message, { hint: fault.hint });
}
